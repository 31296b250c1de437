//! A sentence that opens with its event -> what the person behind it does there: `Tại Hội nghị, đồng chí A nhấn mạnh …`.

use crate::clean::token::Shape;
use crate::extract::claim::meeting::Meeting;
use crate::extract::claim::meeting::people::Scene;
use crate::extract::item::What;
use crate::lexicon::{Cue, Word};
use crate::resolve::record::RelationKind;

impl Meeting<'_, '_> {
    /// `Tại Hội nghị, Phó Trưởng Ban … nhấn mạnh`: who acts there was there, and who says something spoke
    pub(super) fn at_opening(&self, event: usize, person: usize) -> Option<(RelationKind, &'static str)> {
        let item = &self.items[event];
        let sentence = self.reader.document.sentence_of(item.from);
        let bounds = self.reader.document.sentences[sentence];
        let same = sentence == self.reader.document.sentence_of(self.items[person].from);
        let first = self.reader.document.folded(bounds.from);
        let opens = same
            && matches!(first.as_str(), "tại" | "trong" | "sau")
            && item.from <= bounds.from + 8
            && !(bounds.from..item.from).any(|at| self.reader.word(at) == Word::COMMA)
            && self.items[person].from > item.to;
        if !opens {
            return None;
        }
        // Only posts and respect stand between: what others do there to the person is not attending.
        let mut at = self.after_day(item.to);
        for between in self.items[event + 1..person].iter().chain([&self.items[person]]) {
            let plain = (at..between.from).all(|token| {
                matches!(
                    self.reader.word(token),
                    Word::COMMA | Word::AND | Word::HYPHEN | Word::THIS | Word::OF
                )
            });
            if !plain {
                return None;
            }
            at = between.to;
        }
        let to = self.items[person].to;
        let next = self.items[person + 1..]
            .iter()
            .find(|item| matches!(item.what, What::Person(_)))
            .map_or(bounds.to, |next| next.from.min(bounds.to));
        let first = (to..next.min(to + 30)).find_map(|at| self.says(at));
        Some(match first {
            Some(true) => (RelationKind::SpokeAt, "event: says something there"),
            _ => (RelationKind::Attended, "event: acts there"),
        })
    }

    /// `Cử tri A kiến nghị …` in the text about a meeting with electors: who opens a sentence and says something
    pub(super) fn says_there(&self, event: usize, scene: &Scene) -> Option<(RelationKind, &'static str)> {
        if scene.named || !self.is_with_electors(event) || self.current != Some(event) {
            return None;
        }
        let (first, person) = (*scene.presented.first()?, *scene.people.first()?);
        let to = self.items[person].to;
        let opens = first <= scene.from + 2
            && (scene.from..first)
                .all(|at| self.reader.cue(Cue::Says, at).is_none() && self.reader.shape(at) != Shape::Mark);
        let next = scene.presented.get(1).copied().unwrap_or(scene.to).min(to + 16);
        let says = opens.then(|| (to..next).find_map(|at| self.says(at))).flatten();
        (says == Some(true)).then_some((RelationKind::SpokeAt, "event: says something there"))
    }

    /// `buổi tiếp xúc cử tri`, `hội nghị tiếp xúc cử tri tại …`
    fn is_with_electors(&self, event: usize) -> bool {
        let item = &self.items[event];
        (item.from..item.to.saturating_sub(1))
            .any(|at| self.reader.document.is(at, "cử") && self.reader.document.is(at + 1, "tri"))
    }

    /// `vào ngày 11-9`, `, chiều 10-2` behind an event
    fn after_day(&self, at: usize) -> usize {
        let from = at
            + usize::from(self.reader.document.written(at) == "vào" || self.reader.word(at) == Word::COMMA);
        let timed = matches!(
            self.reader.word(from),
            Word::MORNING | Word::AFTERNOON | Word::EVENING
        );
        let date = self.reader.date(from + usize::from(timed));
        date.map_or(at, |(_, end)| end)
    }

    /// Whether a verb at `at` says something to the meeting; nothing where no verb of saying or telling stands there.
    fn says(&self, at: usize) -> Option<bool> {
        if self.reader.cue(Cue::Says, at).is_some() {
            return Some(true);
        }
        let tells = matches!(
            (
                self.reader.document.written(at),
                self.reader.document.written(at + 1)
            ),
            ("cho", "biết" | "hay") | ("trao", _) | ("công", "bố") | ("thông", "tin") | ("tặng", _)
        );
        tells.then_some(false)
    }
}
