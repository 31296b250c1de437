//! A session with a number -> the body that sits: beside it, in its sentence, or the only one of the page that holds
//! sessions.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::extract::body::Stem;
use crate::extract::claim::meeting::Meeting;
use crate::extract::claim::{Claim, Target};
use crate::extract::item::What;
use crate::lexicon::Word;
use crate::resolve::record::RelationKind;

/// What the names of bodies begin with whose meetings are called `kỳ họp`.
const SITS: [&str; 3] = ["Quốc hội", "Hội đồng nhân dân", "Ủy ban Kiểm tra"];

impl Meeting<'_, '_> {
    /// `Quốc hội khóa XV, phiên họp thứ 47`, `kỳ họp thứ 7, Quốc hội`, `kết luận của Ủy ban Kiểm tra tại kỳ họp thứ 48`
    pub(super) fn sitting(&self, event: usize, range: Range<usize>, found: &mut Vec<Claim>) {
        let item = &self.items[event];
        let after = (event + 1..range.end).next().filter(|next| {
            let body = &self.items[*next];
            let owner =
                body.from == item.to + 1 && matches!(self.reader.word(item.to), Word::COMMA | Word::OF);
            self.is_body(*next) && (owner || body.from == item.to)
        });
        let before = event.checked_sub(1).filter(|before| {
            let body = &self.items[*before];
            let at = self.reader.term(body.to).map_or(body.to, |(_, end)| end);
            let of = body.from > 0 && self.reader.word(body.from - 1) == Word::OF;
            let mark = self.reader.word(at);
            *before >= range.start
                && self.is_body(*before)
                && at + 1 == item.from
                && (mark == Word::COMMA || (mark == Word::AT && of))
        });
        let (body, rule) = match (after, before) {
            (Some(body), _) => (body, "event: held by the body after it"),
            (None, Some(body)) => (body, "event: held by the body before it"),
            (None, None) => return,
        };
        found.push(self.claim(RelationKind::OrganisedBy, event, body, rule));
    }

    pub(super) fn is_session(&self, event: usize) -> bool {
        let sits = matches!(self.event_type(event), Some("Kỳ họp" | "Phiên họp"));
        sits && self.event(event).is_some_and(|event| event.ordinal.is_some())
    }

    /// Sessions with a number that nobody is said to hold: of the body that sits in their sentences, of the one that holds
    /// the others of their kind, or of the only one of the page that sits.
    pub(super) fn share_organisers(&self, found: &mut Vec<Claim>) {
        let (mut held, holders) = self.holders(found);
        for event in (0..self.items.len()).filter(|index| self.is_told(*index) && self.is_session(*index)) {
            let number = self.number(event);
            if held.contains(&number) {
                continue;
            }
            let kind = self.event_type(event).unwrap_or_default();
            let sits = kind == "Kỳ họp";
            let near = sits.then(|| self.sits_near(number)).flatten();
            let shared = || holders.get(kind).copied().flatten();
            let only = || {
                sits.then(|| self.only_one(0..self.items.len()))
                    .flatten()
                    .filter(|_| !holders.contains_key(kind))
            };
            let Some(body) = near.or_else(shared).or_else(only) else {
                continue;
            };
            let mut claim = self.claim(
                RelationKind::OrganisedBy,
                event,
                body,
                "event: session of the body that sits",
            );
            (claim.from, claim.to) = (self.items[event].from, self.items[event].to);
            found.push(claim);
            held.insert(number);
        }
    }

    /// The sessions that somebody is said to hold, and for each type of events the body that holds them all.
    fn holders(&self, found: &[Claim]) -> (BTreeSet<Number<'_>>, BTreeMap<&str, Option<usize>>) {
        let mut held = BTreeSet::new();
        let mut holders: BTreeMap<&str, Option<usize>> = BTreeMap::new();
        for claim in found
            .iter()
            .filter(|claim| claim.kind == RelationKind::OrganisedBy)
        {
            if self.is_session(claim.source) {
                held.insert(self.number(claim.source));
            }
            let (Target::Item(body), Some(kind)) = (claim.target, self.event_type(claim.source)) else {
                continue;
            };
            holders
                .entry(kind)
                .and_modify(|one| *one = one.filter(|one| self.is_one_body(*one, body)))
                .or_insert(Some(body));
        }
        (held, holders)
    }

    /// The type and number of a session.
    fn number(&self, event: usize) -> Number<'_> {
        let ordinal = self.event(event).and_then(|event| event.ordinal.as_deref());
        (self.event_type(event), ordinal)
    }

    /// `Luật … được Quốc hội thông qua tại kỳ họp thứ 7`: the only body in the sentences of a session that sits
    fn sits_near(&self, number: Number<'_>) -> Option<usize> {
        let mentions = (0..self.items.len())
            .filter(|index| self.event(*index).is_some() && self.number(*index) == number);
        let mut near: Option<usize> = None;
        for event in mentions {
            let Some(body) = self.only_one(self.beside(event)) else {
                continue;
            };
            if near.is_some_and(|near| !self.is_one_body(near, body)) {
                return None;
            }
            near = near.or(Some(body));
        }
        near
    }

    /// The items of the sentence of an item.
    fn beside(&self, item: usize) -> Range<usize> {
        let document = self.reader.document;
        let sentence = document.sentences[document.sentence_of(self.items[item].from)];
        let from = self.items.partition_point(|item| item.from < sentence.from);
        from..from + self.items[from..].partition_point(|item| item.from < sentence.to)
    }

    /// The body among `range` that sits, where there is only one.
    fn only_one(&self, range: Range<usize>) -> Option<usize> {
        let mut sitting = range.filter(|index| self.sits(*index));
        let first = sitting.next()?;
        sitting
            .all(|other| self.is_one_body(first, other))
            .then_some(first)
    }

    fn sits(&self, index: usize) -> bool {
        let What::Body(body) = &self.items[index].what else {
            return false;
        };
        let name = match body.stem {
            Stem::Fixed(fixed) => &self.reader.lexicon.bodies[fixed].name,
            Stem::Head(head) => &self.reader.lexicon.heads[head].name,
        };
        body.country.is_none()
            && SITS
                .iter()
                .any(|sits| name == sits || (*sits != SITS[0] && name.starts_with(sits)))
    }
}

/// A session by its type and number.
type Number<'a> = (Option<&'a str>, Option<&'a str>);
