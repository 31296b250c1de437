//! A sentence with an event -> the bodies that held it: its subject, `do … tổ chức`, the body that sits.

use std::ops::Range;

use crate::extract::body::{BodyName, Stem};
use crate::extract::claim::Claim;
use crate::extract::claim::meeting::Meeting;
use crate::extract::item::What;
use crate::lexicon::{Cue, Part, Scope, Word};
use crate::resolve::record::{Branch, RelationKind};

/// Words between a subject and its verb, at most.
const REACH: usize = 14;

impl Meeting<'_, '_> {
    /// `Ban Tuyên giáo Thành ủy tổ chức Hội nghị …`, `… do UBND tỉnh tổ chức`, `kỳ họp thứ 7, Quốc hội khóa XV`
    pub(super) fn organiser(&self, event: usize, range: Range<usize>, found: &mut Vec<Claim>) {
        let item = &self.items[event];
        let told = self.is_told(event);
        if !told && !self.reader.is_definite(item.from, item.to) {
            return;
        }
        if self.by_agent(event, range.clone(), found) || !told {
            return;
        }
        if self.by_subject(event, range.clone(), found) {
            return;
        }
        if self.is_session(event) {
            self.sitting(event, range.clone(), found);
            self.of_chairman(event, range, found);
        }
        self.named_inside(event, found);
    }

    /// The subject of a verb of holding in front of the event.
    fn by_subject(&self, event: usize, range: Range<usize>, found: &mut Vec<Claim>) -> bool {
        let item = &self.items[event];
        let sentence = self.reader.document.sentences[self.reader.document.sentence_of(item.from)].from;
        let verb = (sentence..item.from).rev().take(REACH).find(|at| {
            self.reader
                .cue(Cue::Organises, *at)
                .is_some_and(|end| end <= item.from && self.reader.leads(end, item.from))
        });
        // `Kế hoạch về việc tổ chức …`, `…; chủ trì tổ chức …`: nobody's act, or that of another clause
        let Some(verb) = verb.filter(|verb| !self.is_purpose(*verb)) else {
            return false;
        };
        let subject = (range.start..event)
            .rev()
            .find(|other| self.items[*other].to <= verb && (self.is_body(*other) || self.is_person(*other)));
        let Some(subject) = subject.filter(|subject| {
            let to = self.items[*subject].to;
            self.is_body(*subject)
                && verb - to <= REACH
                && !self.is_located(*subject)
                && !(to..verb).any(|at| self.reader.word(at) == Word::SEMICOLON)
        }) else {
            return false;
        };
        self.organisers(event, subject, range.start, found);
        true
    }

    fn is_purpose(&self, verb: usize) -> bool {
        verb > 0
            && (matches!(self.reader.word(verb - 1), Word::ABOUT | Word::FOR)
                || matches!(
                    self.reader.document.folded(verb - 1).as_str(),
                    "việc" | "để" | "hoạch" | "nhằm" | "tác" | "sẽ" | "dự"
                ))
    }

    /// `do Tỉnh đoàn phối hợp với Sở Nội vụ tổ chức`, `được UBND tỉnh tổ chức` behind the event
    fn by_agent(&self, event: usize, range: Range<usize>, found: &mut Vec<Claim>) -> bool {
        let from = self.items[event].to;
        let Some(first) = (event + 1..range.end).find(|next| self.is_body(*next)) else {
            return false;
        };
        let by = self.items[first].from.checked_sub(1).filter(|by| {
            *by >= from && by - from <= 10 && matches!(self.reader.word(*by), Word::BY | Word::GETS)
        });
        if by.is_none() {
            return false;
        }
        let mut last = first;
        loop {
            let to = self.items[last].to;
            let verb = (to..to + 5).any(|at| self.reader.cue(Cue::Organises, at).is_some());
            let next = (last + 1..range.end)
                .find(|next| self.is_body(*next))
                .filter(|next| self.is_together(last, *next));
            match next {
                Some(next) => last = next,
                None if verb => break,
                None => return false,
            }
        }
        for body in (first..=last).filter(|index| self.is_body(*index)) {
            found.push(self.claim(
                RelationKind::OrganisedBy,
                event,
                body,
                "event: held by the body after it",
            ));
        }
        true
    }

    /// `A, Trưởng Tiểu ban Nhân sự đã chủ trì Phiên họp thứ hai`: the session of the body whose head chairs it
    fn of_chairman(&self, event: usize, range: Range<usize>, found: &mut Vec<Claim>) {
        let item = &self.items[event];
        let chaired = (1..=4)
            .filter_map(|back| item.from.checked_sub(back))
            .any(|at| self.reader.cue(Cue::Chairs, at) == Some(item.from));
        let body = (range.start..event)
            .rev()
            .find(|index| self.is_body(*index))
            .filter(|index| item.from - self.items[*index].to <= 4 && *index > range.start);
        let Some(body) = body.filter(|_| chaired) else {
            return;
        };
        let post = &self.items[body - 1];
        let heads = matches!(post.what, What::Title(_))
            && post.to == self.items[body].from
            && self.reader.word(post.from) == Word::HEAD;
        if heads {
            found.push(self.claim(
                RelationKind::OrganisedBy,
                event,
                body,
                "event: held by the body of its chairman",
            ));
        }
    }

    /// The body inside the event's name, by another mention of it on the page.
    fn named_inside(&self, event: usize, found: &mut Vec<Claim>) {
        let Some((from, _)) = self.event(event).and_then(|event| event.owner) else {
            return;
        };
        let Some((owner, _)) = self.reader.body(from) else {
            return;
        };
        let other = (0..self.items.len())
            .find(|index| matches!(&self.items[*index].what, What::Body(body) if are_alike(body, &owner)));
        if let Some(other) = other {
            let mut claim = self.claim(
                RelationKind::OrganisedBy,
                event,
                other,
                "event: held by the body in its name",
            );
            (claim.from, claim.to) = (self.items[event].from, self.items[event].to);
            found.push(claim);
        }
    }

    /// Every body of the subject held it: `Tỉnh ủy, HĐND, UBND tỉnh tổ chức …`.
    fn organisers(&self, event: usize, subject: usize, start: usize, found: &mut Vec<Claim>) {
        let mut first = subject;
        let mut bodies = vec![subject];
        while let Some(before) = (start..first).rev().find(|index| self.is_body(*index)) {
            if self.is_parent(before, first) {
                // `Học viện A - Học viện B tổ chức`: the part of a body did, not the whole behind the dash.
                bodies.pop();
            } else if !self.is_together(before, first) || self.is_located(before) {
                break;
            }
            bodies.push(before);
            first = before;
        }
        for body in bodies {
            found.push(self.claim(
                RelationKind::OrganisedBy,
                event,
                body,
                "event: held by the subject",
            ));
        }
    }

    /// Whether two bodies do something together: `A, B`, `A và B`, `A - B` of party and state, `A phối hợp với B`.
    fn is_together(&self, left: usize, right: usize) -> bool {
        let mut from = self.items[left].to;
        let mut to = self.items[right].from;
        // `Đảng ủy Công an Trung ương | (ĐUCATW)`, and what follows it
        if to == from + 1 && self.reader.word(from) == Word::OPEN {
            return true;
        }
        from += usize::from(self.reader.word(from) == Word::CLOSE);
        // `Ban cán sự đảng, lãnh đạo Tòa án …`
        let leaders =
            self.reader.document.is(to.saturating_sub(2), "lãnh") && self.reader.document.is(to - 1, "đạo");
        if to >= from + 3 && leaders {
            to -= 2;
        }
        from = self.reader.term(from).map_or(from, |(_, end)| end);
        let close = (from..to).rev().find(|at| self.reader.word(*at) == Word::CLOSE);
        if let Some(close) = close.filter(|_| self.reader.word(from) == Word::OPEN) {
            from = close + 1;
        }
        let post =
            matches!(self.items[left + 1..right].last(), Some(item) if matches!(item.what, What::Title(_)));
        if post || to < from {
            return false;
        }
        let mark = |at: usize| matches!(self.reader.word(at), Word::COMMA | Word::AND);
        let listed =
            to == from + 1 && (mark(from) || (self.reader.word(from) == Word::HYPHEN && self.is_organ(left)));
        let joint = to - from <= 6
            && (from..to).any(|at| {
                self.reader.document.written(at) == "phối"
                    || (self.reader.word(at) == Word::SAME && at + 2 >= to)
            });
        listed || joint
    }

    /// `Trường Chính trị tỉnh - Tỉnh ủy`: a dash between a part and the whole it belongs to
    fn is_parent(&self, left: usize, right: usize) -> bool {
        let (from, to) = (self.items[left].to, self.items[right].from);
        to == from + 1 && self.reader.word(from) == Word::HYPHEN && !self.is_organ(left)
    }

    /// Party committees, councils, people's committees and fronts, which pages list with dashes.
    fn is_organ(&self, index: usize) -> bool {
        let What::Body(body) = &self.items[index].what else {
            return false;
        };
        let Stem::Head(head) = body.stem else { return false };
        let head = &self.reader.lexicon.heads[head];
        matches!(head.scope, Scope::Of(_))
            || (head.scope == Scope::Local && matches!(head.tail.first(), None | Some(Part::Place)))
            || head.branch == Branch::Front
    }

    /// `tại Trụ sở Trung ương Đảng, …`, `của Bộ Chính trị`, `Chủ tịch UBND tỉnh`: where, whose, or whose post
    fn is_located(&self, index: usize) -> bool {
        let from = self.items[index].from;
        let post = index > 0
            && matches!(self.items[index - 1].what, What::Title(_))
            && self.items[index - 1].to == from;
        let sentence = self.reader.document.sentences[self.reader.document.sentence_of(from)].from;
        let place = (from.saturating_sub(4).max(sentence)..from)
            .rev()
            .take_while(|at| !matches!(self.reader.word(*at), Word::COMMA | Word::SEMICOLON))
            .any(|at| self.reader.word(at) == Word::AT);
        post || place
    }

    pub(super) fn is_one_body(&self, left: usize, right: usize) -> bool {
        match (&self.items[left].what, &self.items[right].what) {
            (What::Body(left), What::Body(right)) => are_alike(left, right),
            _ => false,
        }
    }
}

/// One body, where one name may leave its place to the page.
fn are_alike(left: &BodyName, right: &BodyName) -> bool {
    let named = |body: &BodyName| body.place.as_ref().and_then(|place| place.name.clone());
    let place = match (named(left), named(right)) {
        (Some(left), Some(right)) => left == right,
        _ => true,
    };
    left.stem == right.stem && left.tail == right.tail && left.country == right.country && place
}
