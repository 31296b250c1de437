//! A document and the lexicon, side by side: what every rule is given to read with.

use crate::clean::Document;
use crate::clean::token::{Gap, Shape};
use crate::lexicon::{Class, Cue, Lexicon, Match, Word};

/// Where a rule reads. Cheap to copy; rules are its methods, a file each.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'d> {
    pub document: &'d Document,
    pub lexicon: &'d Lexicon,
}

impl<'d> Reader<'d> {
    pub fn new(document: &'d Document, lexicon: &'d Lexicon) -> Reader<'d> {
        Reader { document, lexicon }
    }

    pub fn word(&self, at: usize) -> Word {
        self.document.word(at)
    }

    pub fn shape(&self, at: usize) -> Shape {
        self.document.shape(at)
    }

    /// Whether the token at `at` goes on in the paragraph of the one before it.
    pub fn joined(&self, at: usize) -> bool {
        self.document.gap(at) != Gap::Paragraph && at < self.document.len()
    }

    /// Whether the token at `at` is a word that begins with a capital and goes on in its paragraph.
    pub fn capital(&self, at: usize) -> bool {
        self.shape(at).is_capital()
    }

    /// The longest phrase of `class` at `at`.
    pub fn find(&self, class: Class, at: usize) -> Option<Match> {
        self.lexicon
            .find(class, &self.document.tokens, at, self.document.len())
    }

    /// The longest phrase of `class` at `at` that ends before `to`: `giữ chức` before `Vụ trưởng`, not `giữ chức vụ`.
    pub fn find_within(&self, class: Class, at: usize, to: usize) -> Option<Match> {
        self.lexicon.find(class, &self.document.tokens, at, to)
    }

    /// Whether a phrase at `at` gives `cue`; one past it.
    pub fn cue(&self, cue: Cue, at: usize) -> Option<usize> {
        let found = self.find(Class::Cue, at)?;
        self.lexicon.cues[found.item].has(cue).then_some(found.end)
    }

    /// Whether any token of `from..to` begins with a capital.
    pub fn any_capital(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| self.capital(at))
    }

    /// One past the capitalised words from `at` on, in one paragraph, at most `most` of them.
    pub fn capitals(&self, at: usize, most: usize) -> usize {
        let mut end = at;
        while end < at + most && self.capital(end) && (end == at || self.joined(end)) {
            end += 1;
        }
        end
    }

    /// A lower-case word that begins a clause: names end before it.
    pub fn boundary(&self, at: usize) -> bool {
        self.shape(at) == Shape::Lower
            && self.find(Class::Cue, at).is_some_and(|found| {
                let cues = self.lexicon.cues[found.item];
                cues.has(Cue::Boundary)
                    || cues.has(Cue::Organises)
                    || cues.has(Cue::Chairs)
                    || cues.has(Cue::Attends)
            })
    }
}
