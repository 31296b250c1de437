//! Tokens around a head -> whether it is the name of one body: after a post also in small letters, never one of many.

use crate::clean::token::Shape;
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Cue, Word};

/// Words of a post, at most.
const POST: usize = 6;

impl Reader<'_> {
    /// Whether a post ends right before `at`: `bí thư | chi bộ`, `phó trưởng | phòng kế hoạch`, `giám đốc | trung tâm y tế huyện`
    pub fn after_post(&self, at: usize) -> bool {
        if at == 0 || !self.joined(at) || self.shape(at) != Shape::Lower {
            return false;
        }
        if matches!(self.word(at - 1), Word::HEAD | Word::CHIEF) {
            return true;
        }
        if self.word(at - 1) == Word::DEPUTY {
            return matches!(self.document.folded(at).as_str(), "phòng" | "ban" | "văn");
        }
        self.behind_title(at)
    }

    /// Whether a post of the lexicon ends right before `at`.
    pub(super) fn behind_title(&self, at: usize) -> bool {
        (at.saturating_sub(POST)..at).any(|from| {
            self.find(Class::Title, from).is_some_and(|found| found.end == at)
                && (from..at).all(|index| index == from || self.joined(index))
        })
    }

    /// One past a head that stands for many, so that nothing inside it is read: `các Đoàn đại biểu Quốc hội`
    pub fn many(&self, at: usize) -> Option<usize> {
        let found = self.find(Class::Head, at)?;
        let levels = self.levels(at, self.after_abbreviation(found.end));
        if let Some(end) = levels.filter(|_| self.body(at).is_none()) {
            return Some(end);
        }
        (found.end > at + 1 && self.one_of_many(at, found.end) && self.body(at).is_none())
            .then_some(found.end)
    }

    /// Whether a head of two words or more begins at `at` that names no body.
    pub(super) fn of_many(&self, at: usize) -> bool {
        self.find(Class::Head, at).is_some_and(|found| found.end > at + 1) && self.body(at).is_none()
    }

    /// `các Đảng ủy`, `mỗi Ban Chỉ đạo`, `các LĐLĐ quận, huyện`; `ngành Công an`, `chiến sĩ Công an`: no body of its own
    pub(super) fn one_of_many(&self, at: usize, end: usize) -> bool {
        if at == 0 || !self.joined(at) {
            return false;
        }
        let several = self.several_before(at);
        // `các HĐND, UBND huyện`: a list that one `các` stands before
        let listed = matches!(self.word(end), Word::COMMA | Word::AND)
            && self.joined(end + 1)
            && self.place_kind(end + 1).is_some();
        if several {
            return listed || self.place_kind(end.saturating_sub(1)).is_none();
        }
        (1..=3).any(|length| {
            at >= length
                && self
                    .find(Class::Cue, at - length)
                    .is_some_and(|found| found.end == at && self.lexicon.cues[found.item].has(Cue::Branch))
        }) && end == at + 2
    }

    /// `các`, `mỗi` right before `at`
    pub(super) fn several_before(&self, at: usize) -> bool {
        at > 0
            && self.joined(at)
            && (matches!(
                self.word(at - 1),
                Word::EACH | Word::SOME | Word::EVERY | Word::ONE_OF
            ) || ["mỗi", "từng", "nhiều"]
                .iter()
                .any(|word| self.document.is(at - 1, word)))
    }

    /// `các Hội đồng tư vấn | của Ủy ban …`: several of one body, none of them by its name
    pub(super) fn several_of_one(&self, at: usize, end: usize) -> bool {
        let body = |at| self.find(Class::Head, at).is_some() || self.find(Class::Body, at).is_some();
        self.several_before(at) && self.word(end) == Word::OF && self.joined(end) && body(end + 1)
    }

    /// The short form that stands in brackets at `at`: `(WB)`, `(sau đây gọi tắt là Ban Chỉ đạo)`, unless it names another body.
    pub fn short_form(&self, at: usize) -> Option<(usize, usize)> {
        if self.word(at) != Word::OPEN || !self.joined(at) {
            return None;
        }
        let close = (at + 1..at + 14).find(|index| self.word(*index) == Word::CLOSE)?;
        if !(at + 1..=close).all(|index| self.joined(index)) {
            return None;
        }
        let called = self.cue(Cue::Called, at + 1);
        let quoted = |index: usize| usize::from(self.word(index) == Word::QUOTE);
        let from = called.unwrap_or(at + 1) + quoted(called.unwrap_or(at + 1));
        let to = close - quoted(close - 1);
        let single =
            to == from + 1 && self.shape(from) == Shape::Upper && self.find(Class::Place, from).is_none();
        let other = self.find(Class::Body, from).is_some_and(|found| found.end == to)
            || single && !self.abbreviates_whole(at, from);
        let named = called.is_some() && self.capital(from) && to > from && to - from <= 6;
        (named || single && !other).then_some((from, to))
    }

    /// Whether the capitals at `short` are not those of the last words before `end` alone: `Trường Đại học An ninh nhân dân (ANND)`,
    /// `trái phiếu Chính phủ (TPCP)`
    fn abbreviates_whole(&self, end: usize, short: usize) -> bool {
        let letters: Vec<char> = self.document.written(short).chars().collect();
        if letters.len() < 2 || letters.len() > end {
            return letters.len() >= 2;
        }
        let first = |at: usize| {
            self.document
                .written(at)
                .chars()
                .next()
                .map(|letter| letter.to_uppercase().next().unwrap_or(letter))
        };
        let from = end - letters.len();
        let last = (from..end)
            .zip(&letters)
            .all(|(at, letter)| first(at) == Some(*letter));
        !last || self.find(Class::Head, from).is_some() && !self.capital(from.wrapping_sub(1))
    }
}
