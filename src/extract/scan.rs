//! A document -> its items: one pass, the longest name at each place, nothing inside a name.

mod short;

use std::collections::BTreeSet;

use crate::clean::letters::folded;
use crate::clean::token::Shape;
use crate::extract::body::{BodyName, Stem};
use crate::extract::directive::FoundDirective;
use crate::extract::item::{Item, Person, Standing, What};
use crate::extract::number::{Number, numbers};
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Cue, PlaceKind, Word};
use crate::resolve::record::Zone;

pub use short::BY_SHORT_FORM;

/// Everything that the content of a document names, in the order of the text.
pub fn scan(reader: Reader<'_>) -> Vec<Item> {
    let mut scan = Scan {
        reader,
        numbers: numbers(&reader.document.text.nfc),
        items: Vec::new(),
        short: Vec::new(),
        companies: Vec::new(),
    };
    scan.pass();
    // A headline or a teaser uses a short form before the text gives it.
    scan.short.retain(|(short, _)| !short.contains(' '));
    if scan.used_before_given() {
        scan.items.clear();
        scan.pass();
    }
    settle(reader, told_again(reader, scan.items))
}

/// Likely names become sure where the page names the person surely, and are dropped elsewhere.
fn settle(reader: Reader<'_>, mut items: Vec<Item>) -> Vec<Item> {
    let name = |item: &Item| folded(&reader.document.phrase(item.from, item.to));
    let standing = |item: &Item| match item.what {
        What::Person(Person { standing }) => Some(standing),
        _ => None,
    };
    let sure: BTreeSet<String> = items
        .iter()
        .filter(|item| standing(item) == Some(Standing::Sure))
        .map(name)
        .collect();
    items.retain(|item| standing(item) != Some(Standing::Likely) || sure.contains(&name(item)));
    for item in &mut items {
        if standing(item) == Some(Standing::Likely) {
            item.what = What::Person(Person {
                standing: Standing::Sure,
            });
        }
    }
    items
}

/// `giải thưởng toàn quốc về thông tin đối ngoại` in small letters names the event whose name, told elsewhere, begins so.
fn told_again(reader: Reader<'_>, mut items: Vec<Item>) -> Vec<Item> {
    let words = |from: usize, to: usize| folded(&reader.document.phrase(from, to));
    let told: Vec<String> = items
        .iter()
        .filter_map(|item| match &item.what {
            What::Event(event) if event.told => Some((event.head_end, item)),
            _ => None,
        })
        .filter(|(tail, item)| (*tail..item.to).any(|at| reader.shape(at) == Shape::Number))
        .map(|(_, item)| words(item.from, item.to))
        .collect();
    if told.is_empty() {
        return items;
    }
    let mut covered = 0;
    items.retain_mut(|item| {
        if item.from < covered {
            return false;
        }
        if let What::Event(event) = &mut item.what
            && !event.told
            && event.tail >= event.head_end + 3
        {
            let again = words(item.from, event.tail);
            if told.iter().any(|name| name.starts_with(&again)) {
                event.told = true;
                item.to = event.tail;
                covered = item.to;
            }
        }
        true
    });
    items
}

/// Classes whose phrases begin an item.
const BEGINNINGS: &[Class] = &[
    Class::DocumentType,
    Class::EventHead,
    Class::Title,
    Class::Head,
    Class::Body,
    Class::Honorific,
    Class::Rank,
    Class::Degree,
    Class::Place,
    Class::District,
    Class::Cue,
];

struct Scan<'d> {
    reader: Reader<'d>,
    numbers: Vec<Number>,
    items: Vec<Item>,
    /// Short forms that the page gives bodies in brackets, folded, with the bodies.
    short: Vec<(String, BodyName)>,
    /// The proper names of companies that the page has named with their heads, folded, with the companies.
    companies: Vec<(String, BodyName)>,
}

impl Scan<'_> {
    fn pass(&mut self) {
        let reader = self.reader;
        let mut at = 0;
        while at < reader.document.len() {
            at = if reader.document.zone(at) == Zone::Boilerplate {
                at + 1
            } else {
                self.step(at)
            };
        }
    }

    /// Reads what begins at `at`; where to go on.
    fn step(&mut self, at: usize) -> usize {
        let reader = self.reader;
        if reader.shape(at) == Shape::Number {
            return self.bare_number(at);
        }
        if !reader.shape(at).is_word() {
            return at + 1;
        }
        if let Some(end) = reader.listed_places(at) {
            return end;
        }
        let kind = reader.place_kind(at).is_some();
        if (kind || reader.lexicon.begins(reader.word(at), BEGINNINGS))
            && let Some(end) = self.known(at)
        {
            return end;
        }
        if reader.capital(at) {
            self.capital(at)
        } else {
            at + 1
        }
    }

    fn push(&mut self, from: usize, to: usize, what: What, rule: &'static str) -> usize {
        self.items.push(Item { from, to, what, rule });
        to
    }

    fn push_directive(&mut self, found: FoundDirective) -> usize {
        let what = What::Directive {
            name: found.name,
            others: found.others,
        };
        self.push(found.from, found.to, what, found.rule)
    }

    fn bare_number(&mut self, at: usize) -> usize {
        let found = self
            .reader
            .bare_number(at, &self.numbers)
            .or_else(|| self.listed_number(at));
        match found {
            Some(found) => self.push_directive(found),
            None => at + 1,
        }
    }

    /// A number cut short that a list goes on with: `127` of `Kết luận số 126, 127`
    fn listed_number(&self, at: usize) -> Option<FoundDirective> {
        let last = self.items.last()?;
        let What::Directive { name, .. } = &last.what else {
            return None;
        };
        let listed = last.to + 1 == at && matches!(self.reader.word(last.to), Word::COMMA | Word::AND);
        (listed && self.reader.joined(at))
            .then(|| self.reader.cut_short_next(at, name))
            .flatten()
    }

    /// What begins with a word of the lexicon.
    fn known(&mut self, at: usize) -> Option<usize> {
        let reader = self.reader;
        if let Some(found) = reader.directive(at, &self.numbers) {
            let end = self.push_directive(found);
            return Some(
                self.central_body(end + usize::from(reader.word(end) == Word::OF))
                    .unwrap_or(end),
            );
        }
        let longer = |end: usize| reader.find(Class::Body, at).is_some_and(|body| body.end > end);
        if let Some(end) = reader
            .cue(Cue::Skip, at)
            .filter(|end| !longer(*end) && !self.begins_title(*end - 1, *end))
        {
            return Some(end);
        }
        let title = reader
            .title(at)
            .filter(|_| !self.starts_longer_body(at) && !reader.member_of(at));
        if let Some(title) = title {
            let seat = folded(&title.text);
            let end = self.push(at, title.end, What::Title(title.text), "post");
            let central = matches!(seat.as_str(), "ủy viên" | "bí thư" | "ủy viên dự khuyết");
            return Some(central.then(|| self.central_body(end)).flatten().unwrap_or(end));
        }
        if let Some(end) = reader.many(at) {
            return Some(end);
        }
        let known = reader.body(at).map_or(at, |(_, end)| end);
        if let Some((body, end)) = self.of_short(at).filter(|(_, end)| *end > known) {
            return Some(self.push(
                at,
                end,
                What::Body(body),
                "committee: of a body by its short form",
            ));
        }
        if let Some((body, end)) = reader.body(at).filter(|(_, end)| !self.is_person(at, *end)) {
            let (body, end) = self.named_after_person(at, body, end);
            if let Some(whole) = self.short_for(at, end) {
                return Some(self.push(at, end, What::Body(whole), BY_SHORT_FORM));
            }
            self.push(at, end, What::Body(body.clone()), "committee");
            self.company_name(at, end, &body);
            return Some(self.shortened(end, body));
        }
        let seat = reader.member_committee(at).or_else(|| self.inside_committee(at));
        if let Some((body, end)) = seat {
            return Some(self.push(at, end, What::Body(body), "committee: in the post of its member"));
        }
        if let Some((event, end)) = reader.event(at, &self.numbers) {
            return Some(self.push(at, end, What::Event(event), "event"));
        }
        if let Some(found) = reader.find(Class::Honorific, at) {
            return Some(self.push(at, found.end, What::Honorific, "honorific"));
        }
        let rank = reader
            .find(Class::Rank, at)
            .or_else(|| reader.find(Class::Degree, at).filter(|_| reader.capital(at)));
        if let Some(found) = rank {
            let end =
                found.end + usize::from(reader.word(found.end) == Word::DOT && reader.capital(found.end + 1));
            return Some(self.push(at, end, What::Rank, "rank"));
        }
        let (place, end) = reader.place_alone(at)?;
        // `Hà Nội` is a place; `Hà Minh Hải` is not, and `Thái Bình` may begin a name.
        if place.name.is_none() || self.is_person(at, end) {
            return None;
        }
        Some(self.push(at, end, What::Place(place), "place"))
    }

    /// `Ủy viên Trung ương`, `Quy định 08-QĐ/TW của Trung ương`: the Central Committee by its short name
    fn central_body(&mut self, at: usize) -> Option<usize> {
        let reader = self.reader;
        let end = reader
            .central(at)
            .filter(|_| reader.joined(at) && reader.body(at).is_none())?;
        let item = reader.lexicon.item(Class::Body, "Ban Chấp hành Trung ương")?;
        let body = BodyName {
            stem: Stem::Fixed(item),
            tail: String::new(),
            parent: None,
            place: None,
            country: None,
        };
        Some(self.push(
            at,
            end,
            What::Body(body),
            "committee: the Central Committee by its short name",
        ))
    }

    /// `bí thư chi bộ, vụ trưởng Vụ Vận tải`: a party organisation in small letters between its post and the next
    fn inside_committee(&self, at: usize) -> Option<(BodyName, usize)> {
        let reader = self.reader;
        let last = self.items.last().filter(|last| last.to == at)?;
        let secretary = matches!(&last.what, What::Title(title) if folded(title).contains("bí thư"));
        let head = reader.find(Class::Head, at).filter(|_| secretary)?;
        let inside = matches!(
            reader.lexicon.heads[head.item].name.as_str(),
            "Đảng ủy" | "Chi bộ" | "Chi ủy" | "Đảng bộ" | "Ban Cán sự đảng" | "Đảng đoàn"
        );
        let next = head.end + 1;
        let listed = reader.word(head.end) == Word::COMMA && (reader.find(Class::Title, next).is_some());
        (inside && listed).then(|| (BodyName::bare(head.item), head.end))
    }

    /// `giữ chức Vụ trưởng`, `giữ chức vụ trưởng Vụ Pháp chế`: the last word before `end` begins a post, and ends no `chức vụ`.
    fn begins_title(&self, at: usize, end: usize) -> bool {
        let reader = self.reader;
        let again = |title: usize| reader.word(title) == reader.word(at) && reader.capital(title);
        reader
            .find(Class::Title, at)
            .is_some_and(|title| title.end > end && (reader.capital(at) || again(title.end)))
    }

    /// A committee that begins with the words of a post: `Thường trực Thành ủy`, `Ủy viên Ủy ban …` is none.
    fn starts_longer_body(&self, at: usize) -> bool {
        let Some((_, end)) = self.reader.body(at) else {
            return false;
        };
        let title = self.reader.find(Class::Title, at);
        title.is_some_and(|title| title.end < end) && self.reader.find(Class::Head, at).is_some()
    }

    /// `HĐND phường Phan Đình Phùng`: without a post before it, a whole name after the word of a place is the place's.
    fn named_after_person(&self, at: usize, mut body: BodyName, end: usize) -> (BodyName, usize) {
        let reader = self.reader;
        let titled = self
            .items
            .last()
            .is_some_and(|item| item.to == at && matches!(item.what, What::Title(_)));
        let Some(place) = body
            .place
            .as_mut()
            .filter(|place| place.name.is_none() && !titled)
        else {
            return (body, end);
        };
        let small = !matches!(place.kind, None | Some(PlaceKind::Province | PlaceKind::City));
        match reader.name(end).filter(|_| small && reader.joined(end)) {
            Some(name) => {
                place.name = Some(reader.document.phrase(end, name.end));
                (body, name.end)
            }
            None => (body, end),
        }
    }

    /// Whether a name that is longer than the place or body `at..end` begins there.
    fn is_person(&self, at: usize, end: usize) -> bool {
        self.reader.name(at).is_some_and(|name| name.end > end)
    }

    /// A capital that no list knows: a person, or part of another name.
    fn capital(&mut self, at: usize) -> usize {
        if self.reader.shape(at) == Shape::Upper
            && let Some(body) = self.short_for(at, at + 1)
        {
            return self.push(at, at + 1, What::Body(body), BY_SHORT_FORM);
        }
        if let Some((body, end)) = self.by_company_name(at) {
            return self.push(at, end, What::Body(body), BY_SHORT_FORM);
        }
        match self.reader.person(at, &self.items) {
            Some((standing, end, rule)) => self.push(at, end, What::Person(Person { standing }), rule),
            None => at + 1,
        }
    }
}
