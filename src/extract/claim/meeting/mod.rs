//! Sentences -> who held an event, who chaired it, spoke at it and attended it.

mod journey;
mod opening;
mod organiser;
mod people;
mod sitting;
mod verbs;

use std::ops::Range;

use crate::extract::claim::{Claim, by_sentence};
use crate::extract::event::EventName;
use crate::extract::item::{Item, What};
use crate::extract::reader::Reader;
use crate::lexicon::{Cue, Word};
use crate::resolve::record::RelationKind;

/// Every such statement.
pub fn claims(reader: Reader<'_>, items: &[Item]) -> Vec<Claim> {
    let mut found = Vec::new();
    let mut meeting = Meeting {
        reader,
        items,
        current: None,
        listing: None,
    };
    meeting.current = meeting.main();
    for range in by_sentence(reader, items) {
        meeting.sentence(range, &mut found);
    }
    meeting.share_organisers(&mut found);
    found
}

struct Meeting<'r, 'd> {
    reader: Reader<'d>,
    items: &'r [Item],
    /// The event that the text is about.
    current: Option<usize>,
    /// The last sentence listed persons who did this, and the next may go on.
    listing: Option<RelationKind>,
}

impl Meeting<'_, '_> {
    /// The event that the page is about, which sentences before its name may speak of as well: the first that is held on
    /// a day.
    fn main(&self) -> Option<usize> {
        let held = |index: &usize| self.is_told(*index) && self.is_held(*index);
        let mut dated = (0..self.items.len()).filter(held);
        let main = dated.find(|index| {
            let item = &self.items[*index];
            self.is_timed(*index)
                || (item.to..item.to + 6).any(|at| {
                    self.reader.date(at).is_some_and(|(date, _)| date.day.is_some()) && self.reader.joined(at)
                })
        });
        main.or_else(|| self.only_meeting())
    }

    /// The only meeting that is held on a page, where the page comes back to it: no day says which it is.
    fn only_meeting(&self) -> Option<usize> {
        let meets = |index: &usize| {
            !matches!(self.event_type(*index), Some("Đại hội" | "Kỳ họp"))
                && self.is_told(*index)
                && self.is_held(*index)
        };
        let mut held = (0..self.items.len()).filter(meets);
        let first = held.next()?;
        let words = |index: usize| {
            let item = &self.items[index];
            (item.from..item.to).map(|at| self.reader.document.folded(at))
        };
        let mut again = 0;
        for other in held {
            if !words(first).eq(words(other)) {
                return None;
            }
            again += 1;
        }
        (again > 0).then_some(first)
    }

    fn sentence(&mut self, range: Range<usize>, found: &mut Vec<Claim>) {
        let events: Vec<usize> = range
            .clone()
            .filter(|index| self.event(*index).is_some())
            .collect();
        for event in &events {
            self.organiser(*event, range.clone(), found);
            self.journey(*event, range.clone(), found);
        }
        let held = events.iter().copied().find(|event| {
            let timely = self.current.is_none()
                || self.current == Some(*event)
                || self.is_timed(*event)
                || self.is_acted(*event)
                || self.opens(*event);
            self.is_told(*event) && self.is_held(*event) && timely
        });
        let pointing = events.iter().copied().find(|event| self.points(*event));
        // An event told in passing is not what the sentence's people are at.
        let about = held.or(pointing);
        if let Some(event) = about.or(self.current) {
            self.people(event, about.is_some(), range, found);
        }
        let new = held.filter(|event| self.current.is_none() || self.is_timed(*event));
        self.current = new.or(self.current).or(about);
    }

    /// A day stands before the event in its sentence, and not as the date of a document: `Chiều 17/7, … tổ chức hội nghị`.
    fn is_timed(&self, event: usize) -> bool {
        let at = self.items[event].from;
        let sentence = self.reader.document.sentences[self.reader.document.sentence_of(at)];
        self.reader.is_same_day(at)
            || (sentence.from..at).any(|index| {
                let day = self
                    .reader
                    .date(index)
                    .is_some_and(|(date, _)| date.day.is_some());
                day && !self.dates_document(index)
            })
    }

    /// `Tại Hội nghị …, đồng chí A phát biểu`: the sentence opens with the event, and its persons are there.
    fn opens(&self, event: usize) -> bool {
        let at = self.items[event].from;
        let first = self.reader.document.sentences[self.reader.document.sentence_of(at)].from;
        at == first + 1 && self.reader.word(first) == Word::AT
    }

    /// Whether the date at `at` is that of the document before it.
    fn dates_document(&self, at: usize) -> bool {
        let before = self.items.partition_point(|item| item.to <= at);
        self.items[..before].last().is_some_and(|item| {
            matches!(item.what, What::Directive { .. })
                && self.reader.date_after(item.to).is_some_and(|(_, end)| at < end)
        })
    }

    /// Whether somebody speaks at, chairs or attends the event by the very words before it: `phát biểu tại Hội nghị …`.
    fn is_acted(&self, index: usize) -> bool {
        let from = self.items[index].from;
        let verb = if from > 0 && self.reader.word(from - 1) == Word::AT {
            from - 1
        } else {
            from
        };
        (1..=5).filter_map(|back| verb.checked_sub(back)).any(|at| {
            [Cue::Chairs, Cue::Attends, Cue::Speaks].iter().any(|cue| {
                self.reader
                    .cue(*cue, at)
                    .is_some_and(|end| end == verb || end + 2 == verb)
            })
        })
    }

    /// Whether a head noun alone means the event that the text is about: `Đại hội` among other matters does not, while
    /// the text is about a conference.
    fn points(&self, index: usize) -> bool {
        let item = &self.items[index];
        let alike = self
            .current
            .is_none_or(|current| self.event_type(current) == self.event_type(index));
        !self.is_told(index)
            && self.reader.is_definite(item.from, item.to)
            && (alike || self.reader.acted_at(item.from))
    }

    fn is_told(&self, index: usize) -> bool {
        self.event(index).is_some_and(|event| event.told)
    }

    fn is_held(&self, index: usize) -> bool {
        self.reader.is_held(self.items[index].from, self.items[index].to)
    }

    fn event(&self, index: usize) -> Option<&EventName> {
        match &self.items[index].what {
            What::Event(event) => Some(event),
            _ => None,
        }
    }

    fn event_type(&self, index: usize) -> Option<&str> {
        let event = self.event(index)?;
        Some(self.reader.lexicon.events[event.head].event_type.as_str())
    }

    fn is_body(&self, index: usize) -> bool {
        matches!(self.items[index].what, What::Body(_))
    }

    fn is_person(&self, index: usize) -> bool {
        matches!(self.items[index].what, What::Person(_))
    }

    fn claim(&self, kind: RelationKind, source: usize, target: usize, rule: &'static str) -> Claim {
        let (left, right) = (&self.items[source], &self.items[target]);
        let mut claim = Claim::between(kind, source, target, self.items, rule);
        // Far from its meeting, the words around the first say enough.
        if left.from.abs_diff(right.from) >= 200 {
            (claim.from, claim.to) = (left.from, left.to);
        }
        claim
    }

    /// The first token of the words that present a person or post: `Phó Bí thư Thường trực Tỉnh ủy` before the name. Posts,
    /// bodies, places and words of respect belong to them, also in a list with commas.
    fn presented(&self, person: usize, start: usize) -> usize {
        let mut first = self.items[person].from;
        let mut index = person;
        while index > start {
            let before = &self.items[index - 1];
            let part = matches!(
                before.what,
                What::Title(_) | What::Body(_) | What::Place(_) | What::Honorific | What::Rank
            );
            let gap = before.to..first;
            let small = gap.len() <= 2
                && gap.clone().all(|at| {
                    matches!(
                        self.reader.word(at),
                        Word::OF | Word::COMMA | Word::HYPHEN | Word::DOT
                    )
                });
            // `…, Tổng Bí thư, Chủ tịch nước A`: over a comma only from post to post.
            let comma = gap.clone().any(|at| self.reader.word(at) == Word::COMMA);
            let post = matches!(before.what, What::Title(_))
                || (index >= 2
                    && index - 1 > start
                    && matches!(self.items[index - 2].what, What::Title(_))
                    && self.items[index - 2].to == before.from);
            if !part || !small || (comma && !post) {
                break;
            }
            first = before.from;
            index -= 1;
        }
        // `tân Bí thư Tỉnh ủy`
        let marked = first.checked_sub(1).is_some_and(|at| {
            matches!(
                self.reader.word(at),
                Word::NEW | Word::FORMER | Word::EX | Word::ACTING
            ) && self.reader.joined(first)
        });
        first - usize::from(marked)
    }
}
