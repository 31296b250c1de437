//! A comma inside the subject of an event -> whether the name goes on behind it.

use crate::clean::token::Shape;
use crate::extract::event::EventName;
use crate::extract::event_type::Holds;
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Cue, Cues, Word};

/// Cues of words that a list of nouns may hold.
const NOUNS: [Cue; 5] = [Cue::Skip, Cue::Generic, Cue::Pair, Cue::Namesake, Cue::Branch];

impl Reader<'_> {
    /// `Hội thi Báo cáo viên, Tuyên truyền viên giỏi`: the name of a contest lists in capitals
    pub(super) fn contest_goes_on(&self, event: &EventName, at: usize) -> bool {
        self.holds(event, Holds::List)
            && self.capital(at)
            && self.name(at).is_none()
            && self.body(at).is_none()
    }

    /// Whether the name goes on after a comma.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        if self.cue(Cue::Subject, at).is_some() {
            return true;
        }
        let (_, edition) = (
            self.word(at),
            self.ordinal(at).filter(|_| self.word(at) == Word::TIME),
        );
        let larger = self.capital(at.saturating_sub(2))
            && self.place_kind(at).is_some()
            && self.place(at).is_some_and(|(place, _)| place.name.is_some());
        if edition.is_some() || larger || self.word(at) == Word::YEAR || self.tenure(at).is_some() {
            return true;
        }
        // `tuần 4, tháng 6-2017`
        if self.word(at) == Word::MONTH && at >= 3 && self.document.is(at - 3, "tuần") {
            return true;
        }
        let lower = self.shape(at) == Shape::Lower;
        // `lễ hội A, lễ hội B` are two.
        let another = self
            .find(Class::EventHead, at)
            .is_some_and(|head| head.end >= at + 2);
        let clause = self.cue(Cue::EventEnd, at).is_some()
            || self.boundary(at)
            || self.word(at) == Word::EACH
            || another;
        // `Văn hóa, thể thao và du lịch`: a list closes with `và` a few words on, or goes on with further nouns.
        let words = (at..at + 6).take_while(|index| self.shape(*index) == Shape::Lower);
        let listed = words.skip(1).any(|index| self.word(index) == Word::AND)
            || (self.are_nouns(at) && self.tenure(at.saturating_sub(1)).is_none());
        let listed = listed && self.shape(at.saturating_sub(2)) != Shape::Number;
        // `HỘI NGHỊ CÔNG TÁC VĂN PHÒNG TỈNH ỦY, THÀNH ỦY NĂM 2025`: a line in capitals
        let upper = at >= 3
            && [at - 3, at - 2, at, at + 1]
                .iter()
                .all(|index| self.shape(*index) == Shape::Upper);
        (lower || upper) && listed && !clause
    }

    /// Whether a few words from `at` on are nouns, as far as a capital, a mark or a preposition: `báo chí về chủ đề …`.
    fn are_nouns(&self, at: usize) -> bool {
        let mut index = at;
        while index < at + 6 {
            if self.shape(index) != Shape::Lower || (index > at && !self.joined(index)) {
                return true;
            }
            if index > at && matches!(self.word(index), Word::ABOUT | Word::OF | Word::AND | Word::YEAR) {
                return true;
            }
            let Some(found) = self.find(Class::Cue, index) else {
                index += 1;
                continue;
            };
            let cues = self.lexicon.cues[found.item];
            let noun = cues == Cues::default() || NOUNS.iter().any(|cue| cues.has(*cue));
            if !noun || cues.has(Cue::Boundary) {
                return false;
            }
            index = found.end;
        }
        true
    }
}
