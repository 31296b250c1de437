//! Texts -> numbers: each text is kept once, all of them in one piece of memory.

use std::hash::BuildHasher;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use crate::graph::columns::pieces::Pieces;

/// Texts by number.
#[derive(Clone, Debug, Default)]
pub(crate) struct Texts {
    pieces: Pieces,
    /// The number of a text, found by its letters.
    numbers: HashTable<u32>,
}

impl Texts {
    /// The text with this number, which must have come from here.
    pub(crate) fn get(&self, number: u32) -> &str {
        self.pieces.get(number as usize)
    }

    /// The number of the text, from now on.
    pub(crate) fn add(&mut self, words: &str) -> u32 {
        let own = hash(words);
        let is = |number: &u32| self.pieces.is(*number as usize, words);
        if let Some(known) = self.numbers.find(own, is) {
            return *known;
        }
        let next = self.pieces.len() as u32;
        self.pieces.push(words);
        let Texts { pieces, numbers } = self;
        numbers.insert_unique(own, next, |number| hash(pieces.get(*number as usize)));
        next
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.pieces.len()
    }
}

fn hash(words: &str) -> u64 {
    FxBuildHasher.hash_one(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_its_number_and_others_get_their_own() {
        let mut texts = Texts::default();
        let words: Vec<String> = (0..1_000).map(|number| format!("Tổ {}", number % 700)).collect();
        let numbers: Vec<u32> = words.iter().map(|words| texts.add(words)).collect();
        assert_eq!(texts.len(), 700);
        for (words, number) in words.iter().zip(numbers) {
            assert_eq!(texts.get(number), words);
        }
        assert_eq!(texts.add(""), 700);
        assert_eq!(texts.get(700), "");
    }
}
