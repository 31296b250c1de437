//! The words of the field: data files beside this one, loaded once and asked by every rule.

mod cue;
mod entry;
mod file;
mod load;
mod phrase;
mod table;
mod word;

use std::path::Path;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::clean::letters::{fold, folded};
use crate::clean::line::lines;
use crate::clean::token::{Token, standard_mark, tokens};

pub use cue::{Cue, Cues};
pub use entry::{
    Body, District, DocumentType, EventHead, Head, Part, Place, PlaceKind, Reach, Scope, Surname,
    SurnameGroup,
};
pub use phrase::{Class, Match};
pub use table::LexiconError;
pub use word::Word;

use phrase::Phrases;

/// Every word that the rules know.
#[derive(Debug, Default)]
pub struct Lexicon {
    vocabulary: FxHashMap<Box<str>, Word>,
    phrases: Phrases,
    pub places: Vec<Place>,
    pub districts: Vec<District>,
    /// Names of laws, without the word before them.
    pub laws: Vec<String>,
    /// Posts as they are usually written.
    pub titles: Vec<String>,
    /// Names of countries.
    pub countries: Vec<String>,
    pub bodies: Vec<Body>,
    pub heads: Vec<Head>,
    /// Names of fields of work.
    pub fields: Vec<String>,
    pub document_types: Vec<DocumentType>,
    pub events: Vec<EventHead>,
    pub cues: Vec<Cues>,
    pub surnames: Vec<Surname>,
    /// Folded name -> the districts of that name.
    districts_of: FxHashMap<String, Vec<usize>>,
    /// Heads of lines that are no content, folded and sorted, and what they say.
    furniture: Vec<(String, Reach)>,
    /// Part of a document number after the type symbol, folded -> names of the bodies, or heads of bodies, that it can stand for.
    pub issuers: FxHashMap<String, Vec<String>>,
}

static EMBEDDED: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::load(file::EMBEDDED).expect("the embedded lexicon is checked by `tests/lexicon.rs`")
});

impl Lexicon {
    /// The words that the program carries.
    pub fn embedded() -> &'static Lexicon {
        &EMBEDDED
    }

    /// The words that the program carries and those of the files in `folder`, which have the same names and columns.
    ///
    /// # Errors
    /// A folder or file that cannot be read, a file of another name, or a row that does not fit its columns.
    pub fn with_folder(folder: &Path) -> Result<Lexicon, LexiconError> {
        let own = file::read_folder(folder)?;
        let mut files: Vec<(&str, &str)> = own
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()))
            .collect();
        files.extend_from_slice(file::EMBEDDED);
        Lexicon::load(&files)
    }

    /// The word whose compared form is `folded`.
    pub fn word(&self, folded: &str) -> Word {
        self.vocabulary.get(folded).copied().unwrap_or(Word::UNKNOWN)
    }

    /// The longest phrase of `class` at token `at`, which must stand before `end`.
    pub fn find(&self, class: Class, tokens: &[Token], at: usize, end: usize) -> Option<Match> {
        self.phrases.longest(class, tokens.get(at..end)?, at)
    }

    /// Whether a phrase of one of `classes` begins with `word`.
    pub fn begins(&self, word: Word, classes: &[Class]) -> bool {
        self.phrases.begins(word, classes)
    }

    /// What the words that `line`, folded, begins with say of it.
    pub fn boilerplate(&self, line: &str) -> Option<Reach> {
        let end = self
            .furniture
            .partition_point(|(words, _)| words.as_str() <= line);
        let first = line.chars().next()?;
        let begins = |entry: &&(String, Reach)| line.starts_with(entry.0.as_str());
        let near = self.furniture[..end]
            .iter()
            .rev()
            .take_while(|(words, _)| words.starts_with(first));
        near.clone().find(begins).map(|(_, reach)| *reach)
    }

    /// The item of `class` that is written exactly as `phrase`, whatever its case.
    pub fn item(&self, class: Class, phrase: &str) -> Option<usize> {
        let lines = lines(phrase);
        let tokens = tokens(phrase, &lines, self);
        let found = self.find(class, &tokens, 0, tokens.len())?;
        (found.end == tokens.len()).then_some(found.item)
    }

    /// The districts called `name`, whatever its case.
    pub fn districts_named(&self, name: &str) -> impl Iterator<Item = &District> {
        let items = self
            .districts_of
            .get(&folded(name))
            .map_or(&[][..], Vec::as_slice);
        items.iter().map(|item| &self.districts[*item])
    }

    /// Bodies that others took the place of: the old name and the new one, where the lexicon knows a single successor.
    pub fn successions(&self) -> impl Iterator<Item = (&str, &str)> {
        let known = |name: &str| self.bodies.iter().any(|body| body.name == name);
        self.bodies.iter().filter_map(move |body| {
            let successor = body.successor.as_deref().filter(|name| known(name))?;
            Some((body.name.as_str(), successor))
        })
    }

    fn intern(&mut self, folded: &str) -> Word {
        if let Some(word) = self.vocabulary.get(folded) {
            return *word;
        }
        let word = Word(self.vocabulary.len() as u32);
        self.vocabulary.insert(folded.into(), word);
        word
    }

    /// Enters a phrase of a list: its words into the vocabulary, the whole into the tree.
    fn enter(&mut self, class: Class, item: usize, phrase: &str) {
        let lines = lines(phrase);
        let mut form = String::new();
        let mut words = Vec::new();
        for token in tokens(phrase, &lines, self) {
            let text = &phrase[token.start as usize..token.end as usize];
            if token.word != Word::UNKNOWN {
                words.push(token.word);
                continue;
            }
            let mark = text.chars().next().map_or("", standard_mark);
            fold(if mark.is_empty() { text } else { mark }, &mut form);
            words.push(self.intern(&form));
        }
        self.phrases.add(class, item, &words);
    }

    fn begin_vocabulary(&mut self) {
        for text in word::GRAMMAR {
            let form = folded(text);
            self.intern(&form);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Class, Lexicon};

    #[test]
    fn a_mark_of_a_phrase_is_found_however_it_is_written() {
        let titles = "name\tabbreviations\nBí thư • Chủ tịch\t\n";
        let lexicon = Lexicon::load(&[("titles.tsv", titles)]).expect("the file is in form");
        assert_eq!(lexicon.item(Class::Title, "Bí thư · Chủ tịch"), Some(0));
        assert_eq!(lexicon.item(Class::Title, "Bí thư + Chủ tịch"), None);
    }
}
