//! A journey and whose it is -> who went: `chuyến thăm Lào của Chủ tịch nước A`, `A kết thúc chuyến thăm`,
//! `đoàn do A dẫn đầu đã có chuyến công tác`.

use std::ops::Range;

use crate::extract::claim::Claim;
use crate::extract::claim::meeting::Meeting;
use crate::extract::item::What;
use crate::lexicon::{Cue, Word};
use crate::resolve::record::RelationKind;

impl Meeting<'_, '_> {
    /// Who goes on the journey at `event`.
    pub(super) fn journey(&self, event: usize, range: Range<usize>, found: &mut Vec<Claim>) {
        let journey = matches!(self.event_type(event), Some("Chuyến thăm" | "Chuyến công tác"));
        if !journey || !self.is_told(event) {
            return;
        }
        let owner = self
            .traveller_after(event, range.end)
            .or_else(|| self.traveller_opening(event, range.end));
        if let Some(owner) = owner {
            found.push(self.claim(RelationKind::Attended, owner, event, "event: whose journey it is"));
        }
        if let Some(subject) = self.traveller_before(event, range.start) {
            found.push(self.claim(
                RelationKind::Attended,
                subject,
                event,
                "event: goes on the journey",
            ));
        }
    }

    /// `Trong chuyến công tác tại Sơn La, đồng chí A đã …`: who acts in the clause behind it
    fn traveller_opening(&self, event: usize, end: usize) -> Option<usize> {
        let item = &self.items[event];
        let first = self.reader.document.sentences[self.reader.document.sentence_of(item.from)].from;
        let opens = item.from > first
            && item.from <= first + 4
            && (self.reader.cue(Cue::Occasion, first) == Some(item.from)
                || (self.reader.document.is(first, "nhân") && item.from == first + 1));
        let person = (event + 1..end).find(|index| self.is_person(*index))?;
        let comma = self.presented(person, event + 1).checked_sub(1)?;
        let near = comma >= item.to && comma - item.to <= 10 && self.reader.word(comma) == Word::COMMA;
        (opens && near).then_some(person)
    }

    /// `của Thủ tướng Phạm Minh Chính` behind the journey, also over what else was attended on it
    fn traveller_after(&self, event: usize, end: usize) -> Option<usize> {
        let from = self.items[event].to;
        let person = (event + 1..end).find(|index| self.is_person(*index))?;
        let first = self.presented(person, event + 1);
        let of = first.checked_sub(1)?;
        let plain = (from..of).all(|at| {
            !matches!(self.reader.word(at), Word::SEMICOLON | Word::DOT | Word::COLON) && (at - from < 12)
        });
        (self.reader.word(of) == Word::OF && plain).then_some(person)
    }

    /// The first person of the sentence, where a verb of going leads from there to the journey.
    fn traveller_before(&self, event: usize, start: usize) -> Option<usize> {
        let from = self.items[event].from;
        let goes = (1..=6).filter_map(|back| from.checked_sub(back)).any(|at| {
            self.reader
                .cue(Cue::Travels, at)
                .is_some_and(|end| end <= from && self.reader.leads(end, from))
        });
        let person = (start..event).find(|index| self.is_person(*index))?;
        let values = (self.items[person].to..from)
            .any(|at| self.reader.cue(Cue::Says, at).is_some() || self.reader.word(at) == Word::SEMICOLON);
        (goes && !values && matches!(self.items[person].what, What::Person(_))).then_some(person)
    }
}
