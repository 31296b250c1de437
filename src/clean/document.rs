//! A source -> a document: what every later rule reads.

use crate::clean::letters::{folded, folds_to};
use crate::clean::line::{Line, lines};
use crate::clean::sentence::{Sentence, sentences};
use crate::clean::text::Text;
use crate::clean::token::{Gap, Shape, Token, tokens};
use crate::clean::zone::zones;
use crate::lexicon::{Lexicon, Word};
use crate::read::Source;
use crate::resolve::record::Zone;

/// A page as the rules read it.
#[derive(Clone, Debug)]
pub struct Document {
    /// Name of the source.
    pub name: String,
    pub text: Text,
    pub lines: Vec<Line>,
    /// The zone of each line.
    pub zones: Vec<Zone>,
    pub tokens: Vec<Token>,
    pub sentences: Vec<Sentence>,
}

impl Document {
    /// Cleans a source.
    pub fn new(source: &Source, lexicon: &Lexicon) -> Document {
        let text = Text::new(&source.text);
        let lines = lines(&text.nfc);
        let zones = zones(&text.nfc, &lines, lexicon);
        let tokens = tokens(&text.nfc, &lines, lexicon);
        let sentences = sentences(&text.nfc, &tokens, lexicon);
        Document {
            name: source.name.clone(),
            text,
            lines,
            zones,
            tokens,
            sentences,
        }
    }

    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether the page has no token.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The word at `at`, or [`Word::UNKNOWN`] outside the page.
    pub fn word(&self, at: usize) -> Word {
        self.tokens.get(at).map_or(Word::UNKNOWN, |token| token.word)
    }

    /// How the token at `at` is written; outside the page, a mark.
    pub fn shape(&self, at: usize) -> Shape {
        self.tokens.get(at).map_or(Shape::Mark, |token| token.shape)
    }

    /// What stands before the token at `at`; outside the page, the end of a paragraph.
    pub fn gap(&self, at: usize) -> Gap {
        self.tokens.get(at).map_or(Gap::Paragraph, |token| token.gap)
    }

    /// The token at `at` as written.
    pub fn written(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| {
            &self.text.nfc[token.start as usize..token.end as usize]
        })
    }

    /// The token at `at` as words are compared: one case, one placement of tone marks.
    pub fn folded(&self, at: usize) -> String {
        folded(self.written(at))
    }

    /// Whether the token at `at` is `word`, which is given as words are compared.
    pub fn is(&self, at: usize, word: &str) -> bool {
        folds_to(self.written(at), word)
    }

    /// Tokens `from..to` as written, line breaks and markup made single spaces.
    pub fn phrase(&self, from: usize, to: usize) -> String {
        let mut whole = String::new();
        for at in from..to.min(self.len()) {
            if at > from && self.gap(at) > Gap::None {
                whole.push(' ');
            }
            whole.push_str(self.written(at));
        }
        whole
    }

    /// Whether the words from `at` on are `words`, inside one paragraph.
    pub fn reads(&self, at: usize, words: &[Word]) -> bool {
        words.iter().enumerate().all(|(offset, word)| {
            self.word(at + offset) == *word && (offset == 0 || self.gap(at + offset) != Gap::Paragraph)
        })
    }

    /// The zone of the token at `at`.
    pub fn zone(&self, at: usize) -> Zone {
        self.tokens
            .get(at)
            .and_then(|token| self.zones.get(token.line as usize))
            .copied()
            .unwrap_or_default()
    }

    /// The index of the sentence that holds the token at `at`.
    pub fn sentence_of(&self, at: usize) -> usize {
        self.sentences
            .partition_point(|sentence| sentence.to <= at)
            .min(self.sentences.len().saturating_sub(1))
    }
}
