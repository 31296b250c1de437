//! Sentences -> who held an event, who chaired it, spoke at it and attended it.

use crate::extract::claim::{Claim, by_sentence};
use crate::extract::event::EventName;
use crate::extract::item::{Item, What};
use crate::extract::reader::Reader;
use crate::lexicon::{Cue, Word};
use crate::resolve::record::{RelationKind, Zone};

/// Every such statement.
pub fn claims(reader: Reader<'_>, items: &[Item]) -> Vec<Claim> {
    let mut found = Vec::new();
    let mut meeting = Meeting {
        reader,
        items,
        current: None,
        listing: false,
    };
    for range in by_sentence(reader, items) {
        meeting.sentence(range, &mut found);
    }
    found
}

struct Meeting<'r, 'd> {
    reader: Reader<'d>,
    items: &'r [Item],
    /// The event that the text is about.
    current: Option<usize>,
    /// The last sentence listed guests, and the next may go on.
    listing: bool,
}

impl Meeting<'_, '_> {
    fn sentence(&mut self, range: std::ops::Range<usize>, found: &mut Vec<Claim>) {
        let events: Vec<usize> = range
            .clone()
            .filter(|index| self.event(*index).is_some())
            .collect();
        for event in &events {
            if self.event(*event).is_some_and(|event| event.told) {
                self.organiser(*event, range.clone(), found);
            }
        }
        let held = events.iter().copied().find(|event| {
            let timely = self.current.is_none() || self.reader.stands_in_time(self.items[*event].from);
            self.is_told(*event) && self.is_held(*event) && timely
        });
        let pointing = events.iter().copied().find(|event| !self.is_told(*event));
        let told = events.iter().copied().find(|event| self.is_told(*event));
        // An event told in passing is not what the sentence's people do, while the text is about another.
        let about = held
            .or(pointing)
            .or(if self.current.is_none() { told } else { None });
        if let Some(event) = about.or(self.current).or(told) {
            self.people(event, about.is_some(), range, found);
        }
        self.current = held.or(self.current).or(about);
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

    fn is_body(&self, index: usize) -> bool {
        matches!(self.items[index].what, What::Body(_))
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

    /// `Ban Tuyên giáo Thành ủy tổ chức Hội nghị …`, `… do UBND tỉnh tổ chức`, `kỳ họp thứ 7, Quốc hội khóa XV`
    fn organiser(&self, event: usize, range: std::ops::Range<usize>, found: &mut Vec<Claim>) {
        let item = &self.items[event];
        let sentence = self.reader.document.sentences[self.reader.document.sentence_of(item.from)].from;
        let verb = (sentence..item.from).rev().take(14).find(|at| {
            self.reader
                .cue(Cue::Organises, *at)
                .is_some_and(|end| end <= item.from && self.reader.leads(end, item.from))
        });
        if let Some(verb) = verb {
            let subject = (range.start..event)
                .rev()
                .find(|other| self.is_body(*other) && self.items[*other].to <= verb);
            if let Some(subject) = subject.filter(|subject| verb - self.items[*subject].to <= 12) {
                self.organisers(event, subject, range.start, found);
                return;
            }
        }
        if let Some(before) = event
            .checked_sub(1)
            .filter(|before| *before >= range.start && self.is_body(*before) && self.is_session(event))
        {
            // `Quốc hội khóa XV, phiên họp thứ 47`
            let mut at = self.items[before].to;
            at = self.reader.term(at).map_or(at, |(_, end)| end);
            if self.reader.word(at) == Word::COMMA && at + 1 == item.from {
                found.push(self.claim(
                    RelationKind::OrganisedBy,
                    event,
                    before,
                    "event: held by the body before it",
                ));
                return;
            }
        }
        let Some(next) = (event + 1..range.end).next().filter(|next| self.is_body(*next)) else {
            return;
        };
        let body = &self.items[next];
        let by = body.from > 0
            && self.reader.word(body.from - 1) == Word::BY
            && (body.to..body.to + 4).any(|at| self.reader.cue(Cue::Organises, at).is_some());
        let owner = body.from == item.to + 1
            && matches!(self.reader.word(item.to), Word::COMMA | Word::OF)
            && self.is_session(event);
        if by || owner || (body.from == item.to && self.is_session(event)) {
            found.push(self.claim(
                RelationKind::OrganisedBy,
                event,
                next,
                "event: held by the body after it",
            ));
        }
    }

    fn is_session(&self, event: usize) -> bool {
        self.event(event)
            .is_some_and(|event| event.ordinal.is_some() || event.congress.is_some())
    }

    /// Every body of the subject held it: `Tỉnh ủy, HĐND, UBND tỉnh tổ chức …`.
    fn organisers(&self, event: usize, subject: usize, start: usize, found: &mut Vec<Claim>) {
        found.push(self.claim(
            RelationKind::OrganisedBy,
            event,
            subject,
            "event: held by the subject",
        ));
        let mut first = subject;
        while first > start && self.is_body(first - 1) {
            let (left, right) = (self.items[first - 1].to, self.items[first].from);
            let listed = right == left + 1 && matches!(self.reader.word(left), Word::COMMA | Word::AND);
            let together =
                (left..right).any(|at| self.reader.document.written(at) == "phối") && right - left <= 4;
            if !(listed || together) {
                break;
            }
            first -= 1;
            found.push(self.claim(
                RelationKind::OrganisedBy,
                event,
                first,
                "event: held by the subject, in a list",
            ));
        }
    }

    /// What the persons of a sentence do at the event.
    fn people(&mut self, event: usize, named: bool, range: std::ops::Range<usize>, found: &mut Vec<Claim>) {
        let sentence =
            self.reader.document.sentences[self.reader.document.sentence_of(self.items[range.start].from)];
        let people: Vec<usize> = range
            .filter(|index| matches!(self.items[*index].what, What::Person(_)))
            .collect();
        let cues = Cues::read(self.reader, sentence.from, sentence.to);
        let guests = cues
            .attends
            .first()
            .copied()
            .filter(|at| people.first().is_none_or(|person| *at < self.items[*person].from));
        let goes_on = self.listing
            && !named
            && cues.speaks.is_empty()
            && cues.chairs.is_empty()
            && self.continues(sentence.from);
        let invited = guests.is_some_and(|at| named || at <= sentence.from + 2);
        for (position, person) in people.iter().enumerate() {
            let next = people
                .get(position + 1)
                .map_or(sentence.to, |next| self.items[*next].from);
            let listed = position + 1 < people.len() && self.listed(*person, people[position + 1]);
            if let Some((kind, rule)) = self.role(*person, position == 0, next, listed, &cues, named) {
                found.push(self.claim(kind, *person, event, rule));
            } else if invited || goes_on || (position == 0 && self.opens_at(event, *person)) {
                found.push(self.claim(RelationKind::Attended, *person, event, "event: among the guests"));
            }
        }
        self.listing = invited || goes_on;
    }

    /// `Tại Hội nghị, Phó Trưởng Ban …`: who acts there was there
    fn opens_at(&self, event: usize, person: usize) -> bool {
        let item = &self.items[event];
        let sentence = self.reader.document.sentence_of(item.from);
        let from = self.reader.document.sentences[sentence].from;
        let same = sentence == self.reader.document.sentence_of(self.items[person].from);
        let opens = same
            && item.from <= from + 2
            && self.reader.word(from) == Word::AT
            && self.items[person].from > item.to;
        if !opens {
            return false;
        }
        // Only posts and respect stand between: what others do there to the person is not attending.
        let mut at = item.to;
        for between in self.items[event + 1..person].iter().chain([&self.items[person]]) {
            let plain = (at..between.from)
                .all(|token| matches!(self.reader.word(token), Word::COMMA | Word::AND | Word::HYPHEN));
            if !plain {
                return false;
            }
            at = between.to;
        }
        true
    }

    /// `Đại biểu Thành phố có …`, `Cùng dự …`
    fn continues(&self, from: usize) -> bool {
        let bullet = self.reader.document.zone(from) == Zone::List;
        let carried = from > 0 && matches!(self.reader.word(from - 1), Word::COLON | Word::SEMICOLON);
        if bullet || carried {
            return true;
        }
        (from..from + 8)
            .any(|at| self.reader.word(at) == Word::HAS || self.reader.cue(Cue::Attends, at).is_some())
    }

    fn listed(&self, person: usize, next: usize) -> bool {
        let (from, to) = (self.items[person].to, self.items[next].from);
        to - from <= 3
            && (from..to).all(|at| {
                matches!(
                    self.reader.word(at),
                    Word::COMMA | Word::AND | Word::COMRADE | Word::COMRADE_END
                )
            })
    }

    /// The verb that a person is the subject of.
    fn role(
        &self,
        person: usize,
        first: bool,
        next: usize,
        listed: bool,
        cues: &Cues,
        named: bool,
    ) -> Option<(RelationKind, &'static str)> {
        let to = self.items[person].to;
        let follows = |list: &[usize]| list.iter().any(|at| *at >= to && (*at < next || listed));
        let precedes = |list: &[usize]| {
            first
                && list
                    .iter()
                    .any(|at| *at < self.items[person].from && self.opens(*at, person))
        };
        let together = cues.together.is_some_and(|at| to <= at);
        let heads = cues.heads && named;
        if follows(&cues.chairs) || precedes(&cues.under) || together || heads {
            return Some((RelationKind::Chaired, "event: chaired"));
        }
        if follows(&cues.speaks) || precedes(&cues.speaks) {
            return Some((RelationKind::SpokeAt, "event: spoke"));
        }
        let present = cues
            .attends
            .iter()
            .any(|at| *at >= to && *at <= to + 14 && *at < next)
            && (to..to + 14).all(|at| self.reader.word(at) != Word::WITH);
        (named && present).then_some((RelationKind::Attended, "event: attended"))
    }

    /// `Phát biểu tại Hội nghị, đồng chí …`: the verb opens the sentence and the person is its subject.
    fn opens(&self, at: usize, person: usize) -> bool {
        let item = &self.items[person];
        item.from - at <= 40 && !(at..item.from).any(|index| self.reader.word(index) == Word::SEMICOLON)
    }
}

/// Where a sentence's verbs stand.
#[derive(Debug, Default)]
struct Cues {
    chairs: Vec<usize>,
    /// `dưới sự chủ trì của`
    under: Vec<usize>,
    speaks: Vec<usize>,
    attends: Vec<usize>,
    /// `đồng chủ trì`: every person before it did.
    together: Option<usize>,
    /// `Chủ trì Hội thảo gồm các đồng chí: …`: every person after it did.
    heads: bool,
}

impl Cues {
    fn read(reader: Reader<'_>, from: usize, to: usize) -> Cues {
        let mut cues = Cues::default();
        let mut at = from;
        while at < to {
            let Some(found) = reader.find(crate::lexicon::Class::Cue, at) else {
                at += 1;
                continue;
            };
            let cue = reader.lexicon.cues[found.item];
            // `điều hành Thành ủy` is no meeting.
            let runs_body = cue.has(Cue::Chairs) && reader.body(found.end).is_some();
            if runs_body {
                at = found.end;
                continue;
            }
            if cue.has(Cue::Chairs) {
                let first = reader.document.folded(at);
                if matches!(first.as_str(), "đồng" | "cùng") && at > from {
                    cues.together = Some(at);
                }
                cues.heads |= at == from && reader.capital(at);
                if first == "dưới" {
                    cues.under.push(at)
                } else {
                    cues.chairs.push(at)
                }
            } else if cue.has(Cue::Speaks) {
                cues.speaks.push(at);
            } else if cue.has(Cue::Attends) {
                cues.attends.push(at);
            }
            at = found.end;
        }
        cues
    }
}
