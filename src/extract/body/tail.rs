//! Tokens after a head -> the parts of a body's name: field, number, parent, place, congress.

use super::{BodyName, Stem, joined_words};
use crate::clean::token::{Gap, Shape};
use crate::extract::congress::is_roman;
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Part, Word};

impl Reader<'_> {
    /// Reads one part of the tail at `at`; one past it, or `at` where it is not there.
    pub(super) fn part(
        &self,
        part: Part,
        name: &mut BodyName,
        start: usize,
        at: usize,
        depth: usize,
    ) -> usize {
        if !self.joined(at) {
            return at;
        }
        let taken = match part {
            Part::Field if name.tail.is_empty() => self.field(at),
            Part::Proper => self.proper(at, !name.tail.is_empty()),
            Part::Topic if name.tail.is_empty() => self.topic(at),
            Part::Numeral if name.tail.is_empty() => self.numeral(at),
            Part::Parent if name.tail.is_empty() && self.named_by_tail(name) => None,
            Part::Parent => return self.parent(name, start, at, depth),
            Part::Congress => self
                .document
                .reads(at, &[Word::GREAT, Word::MEETING])
                .then(|| self.congress(at + 2))
                .flatten()
                .map(|(_, end)| end),
            Part::Place if name.parent.is_none() => {
                if let Some((place, end)) = self.place(at) {
                    name.place = Some(place);
                    return end;
                }
                None
            }
            _ => None,
        };
        if let Some(end) = taken {
            name.tail = joined_words(&name.tail, &self.document.phrase(at, end));
            return end;
        }
        at
    }

    /// The body after it (`Ban Tuyên giáo Thành ủy`), also after `của` or a dash, or `Trung ương`
    fn parent(&self, name: &mut BodyName, start: usize, at: usize, depth: usize) -> usize {
        let from = match self.word(at) {
            Word::OF if self.capital(start) => at + 1,
            Word::HYPHEN if !name.tail.is_empty() => at + 1,
            _ => at,
        };
        if !self.joined(at) || !self.joined(from) {
            return at;
        }
        let Some((parent, end)) = self.body_within(from, depth + 1) else {
            return at;
        };
        name.parent = Some(Box::new(parent));
        end
    }

    /// Whether a head needs its field before its parent: `Phòng`, not `Văn phòng`.
    fn named_by_tail(&self, name: &BodyName) -> bool {
        let Stem::Head(head) = name.stem else { return false };
        matches!(
            self.lexicon.heads[head].tail.first(),
            Some(Part::Field | Part::Topic)
        )
    }

    /// `Giáo dục và Đào tạo`, `VH-TT&TT`, `Thư ký - Tổng hợp`
    fn field(&self, at: usize) -> Option<usize> {
        let mut end = self.one_field(at)?;
        loop {
            let link = match self.word(end) {
                Word::HYPHEN | Word::AMPERSAND | Word::COMMA | Word::AND => end + 1,
                _ => return Some(end),
            };
            let starts_body = self
                .find(Class::Head, link)
                .is_some_and(|head| head.end > link + 1)
                || self.find(Class::Body, link).is_some();
            let joined = self.joined(end) && self.joined(link);
            match self.one_field(link).filter(|_| !starts_body && joined) {
                // A comma joins fields only up to an `và`: `Văn hóa, Thể thao và Du lịch`.
                Some(next) if self.word(end) != Word::COMMA || self.word(next) == Word::AND => end = next,
                _ => return Some(end),
            }
        }
    }

    fn one_field(&self, at: usize) -> Option<usize> {
        let known = self
            .find(Class::Field, at)
            .filter(|found| self.any_capital(at, found.end))
            .map(|found| found.end);
        let acronym = (self.shape(at) == Shape::Upper
            && self.find(Class::Place, at).is_none()
            && !self.spelled_out(at))
        .then(|| {
            let mut end = at + 1;
            while matches!(self.word(end), Word::HYPHEN | Word::AMPERSAND)
                && self.document.gap(end) == Gap::None
                && self.shape(end + 1).is_capital()
                && self.document.gap(end + 1) == Gap::None
            {
                end += 2;
            }
            end
        });
        known.max(acronym)
    }

    /// Whether capitals at `at` are a word of running capitals (`SỞ TƯ PHÁP`) rather than an abbreviation.
    fn spelled_out(&self, at: usize) -> bool {
        at > 0
            && self.shape(at - 1) == Shape::Upper
            && self.joined(at)
            && crate::extract::name::is_syllable(self.document.written(at))
    }

    fn numeral(&self, at: usize) -> Option<usize> {
        let numeral = self.shape(at) == Shape::Number || is_roman(self.document.written(at));
        numeral.then_some(at + 1)
    }
}
