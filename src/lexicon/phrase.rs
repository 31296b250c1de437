//! Phrases of every list -> one tree over words, asked for the longest phrase that begins at a token.

use rustc_hash::FxHashMap;

use crate::clean::token::Token;
use crate::lexicon::Word;

/// The list that a phrase comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Class {
    Place,
    District,
    Country,
    Body,
    Head,
    Field,
    Title,
    Rank,
    Degree,
    Honorific,
    DocumentType,
    EventHead,
    Cue,
    Surname,
    LawName,
    Settlement,
}

impl Class {
    fn bit(self) -> u32 {
        1 << self as u8
    }
}

/// A phrase found at a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// One past its last token.
    pub end: usize,
    /// Its place in the list of its class.
    pub item: usize,
}

/// A tree whose branches are words.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// For each word, the classes of the phrases that begin with it.
    classes: Vec<u32>,
    /// (node, word) -> node; the root is node 0.
    next: FxHashMap<(u32, Word), u32>,
    /// For each node, the phrases that end there.
    ends: Vec<Vec<(Class, u32)>>,
}

impl Phrases {
    /// Adds a phrase; the first list item to claim a phrase of a class keeps it.
    pub fn add(&mut self, class: Class, item: usize, words: &[Word]) {
        let Some(first) = words.first() else { return };
        if self.ends.is_empty() {
            self.ends.push(Vec::new());
        }
        let index = first.0 as usize;
        if self.classes.len() <= index {
            self.classes.resize(index + 1, 0);
        }
        self.classes[index] |= class.bit();
        let mut node = 0;
        for word in words {
            let fresh = self.ends.len() as u32;
            node = *self.next.entry((node, *word)).or_insert(fresh);
            if node == fresh {
                self.ends.push(Vec::new());
            }
        }
        let ends = &mut self.ends[node as usize];
        if !ends.iter().any(|(other, _)| *other == class) {
            ends.push((class, item as u32));
        }
    }

    /// Whether any phrase of one of `classes` begins with `word`.
    pub fn begins(&self, word: Word, classes: &[Class]) -> bool {
        let known = self.classes.get(word.0 as usize).copied().unwrap_or(0);
        classes.iter().any(|class| known & class.bit() != 0)
    }

    /// The longest phrase of `class` at the head of `tokens`; `base` is the index of its first token.
    pub fn longest(&self, class: Class, tokens: &[Token], base: usize) -> Option<Match> {
        let first = tokens.first()?.word;
        if first == Word::UNKNOWN || !self.begins(first, &[class]) {
            return None;
        }
        let mut best = None;
        let mut node = 0;
        for (offset, token) in tokens.iter().enumerate() {
            // A phrase never runs over the end of a paragraph.
            if offset > 0 && token.gap == crate::clean::token::Gap::Paragraph {
                break;
            }
            let Some(found) = self.next.get(&(node, token.word)) else {
                break;
            };
            node = *found;
            if let Some((_, item)) = self.ends[node as usize].iter().find(|(other, _)| *other == class) {
                best = Some(Match {
                    end: base + offset + 1,
                    item: *item as usize,
                });
            }
        }
        best
    }
}
