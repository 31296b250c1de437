//! Tokens -> the name of a body: fixed (`Bộ Chính trị`) or built from a head (`Ban Tuyên giáo` + `Thành ủy` + `Hà Nội`).

use crate::clean::token::{Gap, Shape};
use crate::extract::congress::is_roman;
use crate::extract::place::PlaceName;
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Cue, Head, Match, Part, Scope, Word};
use crate::resolve::record::Branch;

/// A body's name in its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyName {
    pub stem: Stem,
    /// What stands between head and place: a field, a proper name, a subject, a number; as written.
    pub tail: String,
    /// The body it is part of, where its name holds that.
    pub parent: Option<Box<BodyName>>,
    pub place: Option<PlaceName>,
    /// A foreign country that it belongs to.
    pub country: Option<String>,
}

/// What a body's name begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stem {
    /// Index into the lexicon's bodies.
    Fixed(usize),
    /// Index into the lexicon's heads.
    Head(usize),
}

/// Words of a subject in lower case, at most.
const TOPIC: usize = 45;

impl<'d> Reader<'d> {
    /// The body named at `at` and one past its name.
    pub fn body(&self, at: usize) -> Option<(BodyName, usize)> {
        self.body_within(at, 0)
    }

    fn body_within(&self, at: usize, depth: usize) -> Option<(BodyName, usize)> {
        if depth > 4 || !self.lexicon.begins(self.word(at), &[Class::Body, Class::Head]) {
            return None;
        }
        let fixed = self.find(Class::Body, at).and_then(|found| self.fixed(at, found));
        let headed = self
            .find(Class::Head, at)
            .and_then(|found| self.headed(at, found, depth));
        match (fixed, headed) {
            (Some(fixed), Some(headed)) if headed.1 > fixed.1 => Some(headed),
            (Some(fixed), _) => Some(fixed),
            (None, headed) => headed,
        }
    }

    /// `Bộ Chính trị`, `Chính phủ Pháp`, `Bộ Công an Việt Nam`
    fn fixed(&self, at: usize, found: Match) -> Option<(BodyName, usize)> {
        if !self.any_capital(at, found.end) {
            return None;
        }
        let mut end = found.end;
        let country = self
            .find(Class::Country, end)
            .filter(|_| self.joined(end) && self.capital(end) && self.word(end) != Word::VIETNAM);
        let mut foreign = None;
        if let Some(country) = country {
            end = country.end;
            foreign = Some(self.lexicon.countries[country.item].clone());
        } else if self.joined(end) {
            end = self.vietnam(end).or_else(|| self.republic(end)).unwrap_or(end);
            // `Bộ Chính trị Đảng Cộng sản Cuba`
            if self.word(end) == Word::PARTY
                && self.capital(end)
                && let Some((whole, after)) = self
                    .find(Class::Body, end)
                    .and_then(|found| self.fixed(end, found))
                && whole.country.is_some()
            {
                foreign = whole.country;
                end = after;
            }
        }
        let stem = Stem::Fixed(found.item);
        Some((
            BodyName {
                stem,
                tail: String::new(),
                parent: None,
                place: None,
                country: foreign,
            },
            end,
        ))
    }

    /// `Việt Nam` after a body of the state
    fn vietnam(&self, at: usize) -> Option<usize> {
        let named = self.document.reads(at, &[Word::VIETNAM, Word::VIETNAM_END]) && self.capital(at);
        named.then_some(at + 2)
    }

    /// `nước Cộng hòa xã hội chủ nghĩa Việt Nam`, `nước CHXHCN Việt Nam` after a body of the state or its constitution
    pub fn republic(&self, at: usize) -> Option<usize> {
        if self.word(at) != Word::COUNTRY {
            return None;
        }
        (at + 2..at + 9)
            .find(|end| self.document.reads(*end, &[Word::VIETNAM, Word::VIETNAM_END]))
            .map(|end| end + 2)
    }

    fn headed(&self, at: usize, found: Match, depth: usize) -> Option<(BodyName, usize)> {
        let head = &self.lexicon.heads[found.item];
        let mut name = BodyName {
            stem: Stem::Head(found.item),
            tail: String::new(),
            parent: None,
            place: None,
            country: None,
        };
        // `Thông báo`, `nhiệm vụ`: one small syllable is a head only right before a capital.
        if found.end == at + 1 && !self.capital(at) && !self.capital(found.end) {
            return None;
        }
        let mut end = self.after_abbreviation(found.end);
        for part in &head.tail {
            end = self.part(*part, &mut name, at, end, depth);
        }
        if self.joined(end)
            && name.place.is_none()
            && let Some(country) = self.find(Class::Country, end).filter(|_| self.capital(end))
            && head.branch != Branch::Military
        {
            end = country.end;
            if self.document.reads(end - 2, &[Word::VIETNAM, Word::VIETNAM_END]) {
                name.tail = joined_words(&name.tail, "Việt Nam");
                if let Some((place, after)) = self.place(end).filter(|_| head.tail.contains(&Part::Place)) {
                    name.place = Some(place);
                    end = after;
                }
            } else {
                name.country = Some(self.lexicon.countries[country.item].clone());
            }
        }
        // `Thường trực` is an organ of committees and councils; before a fixed body it is a post.
        let also_post = self
            .find(Class::Title, at)
            .is_some_and(|title| title.end == found.end);
        if also_post
            && name
                .parent
                .as_ref()
                .is_none_or(|parent| matches!(parent.stem, Stem::Fixed(_)))
        {
            return None;
        }
        // A head alone points back to a body named in full; small letters never do.
        let organ = !matches!(head.branch, Branch::Front | Branch::Other);
        let bare = organ
            && self.capital(at)
            && found.end - at >= 2
            && head.tail.len() > usize::from(head.scope != Scope::Free);
        let specific = is_specific(head, &name) || bare;
        let written = depth > 0
            || self.capital(at)
            || self.any_capital(found.end, end)
            || (self.any_capital(at, found.end) && specific);
        let plural = self.word(end) == Word::EACH && (bare || name.place.is_none() && name.parent.is_none());
        let generic = self.joined(end) && (self.cue(Cue::Generic, end).is_some() || plural);
        (specific && written && !generic).then_some((name, end))
    }

    /// Whether a head needs its field before its parent: `Phòng`, not `Văn phòng`.
    fn named_by_tail(&self, name: &BodyName) -> bool {
        let Stem::Head(head) = name.stem else { return false };
        matches!(
            self.lexicon.heads[head].tail.first(),
            Some(Part::Field | Part::Topic)
        )
    }

    /// `(UBKT)` inside `Ủy ban Kiểm tra (UBKT) Tỉnh ủy`
    fn after_abbreviation(&self, at: usize) -> usize {
        let inside = self.word(at) == Word::OPEN
            && self.shape(at + 1) == Shape::Upper
            && self.word(at + 2) == Word::CLOSE
            && self.joined(at + 3);
        let goes_on = self.capital(at + 3) || self.place_kind(at + 3).is_some();
        if inside && goes_on { at + 3 } else { at }
    }

    /// Reads one part of the tail at `at`; one past it, or `at` where it is not there.
    fn part(&self, part: Part, name: &mut BodyName, start: usize, at: usize, depth: usize) -> usize {
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
            match self.one_field(link).filter(|_| !starts_body && self.joined(link)) {
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

    /// `Bạch Mai`, `Nhân Dân`, `L'Humanité`; a person's name at the end is left to the person.
    fn proper(&self, at: usize, more: bool) -> Option<usize> {
        if self
            .place(at)
            .is_some_and(|(place, _)| more || place.kind.is_some())
            || self.find(Class::Country, at).is_some()
        {
            return None;
        }
        if self
            .known_place(at)
            .is_some_and(|(_, end)| !(self.capital(end) && self.joined(end)))
        {
            return None;
        }
        let settlement = self.find(Class::Settlement, at);
        let at = settlement
            .filter(|found| self.shape(at) == Shape::Lower && self.capital(found.end))
            .map_or(at, |found| found.end);
        let person = self.person_in_run(at);
        let mut end = at;
        while end < at + 10 && self.capital(end) && (end == at || self.joined(end)) {
            if person == Some(end)
                || (end > at
                    && self
                        .find(Class::Title, end)
                        .is_some_and(|title| title.end > end + 1))
            {
                break;
            }
            let compound = [Class::Field, Class::EventHead, Class::DocumentType]
                .iter()
                .filter_map(|class| self.find(*class, end))
                .map(|found| found.end)
                .max();
            end = compound.unwrap_or(end + 1);
            end = self.small_between(end);
            let linked =
                matches!(self.word(end), Word::HYPHEN | Word::AMPERSAND) || self.shape(end) == Shape::Number;
            if linked
                && self.joined(end)
                && self.capital(end + 1)
                && self.joined(end + 1)
                && self.find(Class::Head, end + 1).is_none()
            {
                end += 1;
            }
        }
        (end > at).then_some(end)
    }

    /// `nghệ` of `Công nghệ Nanyang`: one or two small words between capitals of a name
    fn small_between(&self, at: usize) -> usize {
        let small = |index: usize| {
            self.shape(index) == Shape::Lower
                && self.joined(index)
                && !self.boundary(index)
                && self.place_kind(index).is_none()
        };
        let length = (1..=3).find(|length| {
            (at..at + length).all(small) && self.capital(at + length) && self.joined(at + length)
        });
        match length {
            Some(length)
                if !self.person_or_post(at + length) && self.find(Class::Body, at + length).is_none() =>
            {
                at + length
            }
            _ => at,
        }
    }

    fn person_or_post(&self, at: usize) -> bool {
        let place = self.known_place(at);
        let person = self
            .name(at)
            .is_some_and(|name| place.as_ref().is_none_or(|(_, end)| *end < name.end) && name.end - at >= 3);
        person
            || self
                .find(Class::Title, at)
                .is_some_and(|title| title.end > at + 1)
    }

    /// `xây dựng Đề án …`, `dự án đầu tư công trình`: lower case up to where a clause begins
    fn topic(&self, at: usize) -> Option<usize> {
        let mut end = at;
        let mut quoted = false;
        while end < at + TOPIC && (end == at || self.joined(end)) {
            let word = self.word(end);
            if word == Word::QUOTE {
                if quoted || end == at {
                    break;
                }
                quoted = true;
            } else if !quoted && self.ends_topic(at, end) {
                break;
            }
            end += 1;
        }
        while end > at
            && (matches!(self.word(end - 1), Word::COMMA | Word::QUOTE | Word::HYPHEN)
                || self.word(end - 1) == Word::AND)
        {
            end -= 1;
        }
        (end > at).then_some(end)
    }

    /// Whether the subject that begins at `at` ends before `end`: at a clause, a place, a person or a post.
    fn ends_topic(&self, at: usize, end: usize) -> bool {
        let named = end > at && (self.place(end).is_some() || self.person_or_post(end));
        self.boundary(end) || self.clause_mark(end) || named
    }

    /// A mark that ends a subject; a comma only where no further word of it follows.
    fn clause_mark(&self, at: usize) -> bool {
        match self.word(at) {
            Word::COMMA => self.shape(at + 1) != Shape::Lower || self.boundary(at + 1),
            Word::HYPHEN => !self.shape(at + 1).is_word(),
            _ => self.shape(at) == Shape::Mark,
        }
    }

    fn numeral(&self, at: usize) -> Option<usize> {
        let numeral = self.shape(at) == Shape::Number || is_roman(self.document.written(at));
        numeral.then_some(at + 1)
    }

    /// The body after it (`Ban Tuyên giáo Thành ủy`), also after `của` or a dash, or `Trung ương`
    fn parent(&self, name: &mut BodyName, start: usize, at: usize, depth: usize) -> usize {
        let from = match self.word(at) {
            Word::OF if self.capital(start) => at + 1,
            Word::HYPHEN if !name.tail.is_empty() => at + 1,
            _ => at,
        };
        if !self.joined(from) {
            return at;
        }
        let Some((parent, end)) = self.body_within(from, depth + 1) else {
            return at;
        };
        name.parent = Some(Box::new(parent));
        end
    }
}

fn joined_words(left: &str, right: &str) -> String {
    if left.is_empty() {
        right.to_owned()
    } else {
        format!("{left} {right}")
    }
}

/// Whether a head with this tail names a body: `Sở` alone does not, `Tỉnh ủy` alone does.
fn is_specific(head: &Head, name: &BodyName) -> bool {
    if !name.tail.is_empty() || name.parent.is_some() || name.country.is_some() {
        return true;
    }
    let complete = !head
        .tail
        .iter()
        .any(|part| !matches!(part, Part::Place | Part::Parent));
    let placed = name
        .place
        .as_ref()
        .is_some_and(|place| place.name.is_some() || place.central || place.kind.is_some());
    match head.scope {
        Scope::Of(_) | Scope::Local => complete || (placed && head.tail.first() == Some(&Part::Place)),
        Scope::National => true,
        Scope::Free => head.tail.is_empty() || (placed && complete),
    }
}
