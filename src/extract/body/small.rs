//! Tokens around a head -> whether it is the name of one body: after a post also in small letters, never one of many.

use crate::clean::token::Shape;
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Cue, Word};

/// Words of a post, at most.
const POST: usize = 6;

impl Reader<'_> {
    /// Whether a post ends right before `at`: `bí thư | chi bộ`, `phó trưởng | phòng kế hoạch`, `giám đốc | trung tâm y tế huyện`
    pub(super) fn after_post(&self, at: usize) -> bool {
        if at == 0 || !self.joined(at) || self.shape(at) != Shape::Lower {
            return false;
        }
        if matches!(self.word(at - 1), Word::HEAD | Word::CHIEF) {
            return true;
        }
        if self.word(at - 1) == Word::DEPUTY {
            return matches!(self.document.folded(at).as_str(), "phòng" | "ban" | "văn");
        }
        (at.saturating_sub(POST)..at).any(|from| {
            self.find(Class::Title, from).is_some_and(|found| found.end == at)
                && (from..at).all(|index| index == from || self.joined(index))
        })
    }

    /// `các Đảng ủy`, `mỗi Ban Chỉ đạo`, `các LĐLĐ quận, huyện`; `ngành Công an`, `chiến sĩ Công an`: no body of its own
    pub(super) fn one_of_many(&self, at: usize, end: usize) -> bool {
        if at == 0 || !self.joined(at) {
            return false;
        }
        let before = self.word(at - 1);
        let several = matches!(before, Word::EACH | Word::SOME | Word::EVERY)
            || matches!(self.document.folded(at - 1).as_str(), "mỗi" | "từng" | "nhiều");
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
}
