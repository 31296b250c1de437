//! The events that a page names -> entities, each with its day; a head noun alone points to the one it is about.

mod dating;
mod pointing;

use crate::clean::letters::folded;
use crate::clean::token::Shape;
use crate::extract::event::EventName;
use crate::extract::item::{Item, What};
use crate::extract::reader::Reader;
use crate::resolve::record::{Entity, Event, Facts};
use crate::resolve::within::Entities;
use crate::resolve::within::event::dating::Told;
use crate::resolve::within::page::Page;

/// An event in the making.
struct Draft {
    event_type: String,
    /// Words after the head, compared.
    subject: Vec<String>,
    /// `7` of `kỳ họp thứ 7`, where the number follows the head noun
    ordinal: Option<String>,
    entity: usize,
    /// Its day, and whether the page says the year.
    told: Option<Told>,
    /// Whether the page says that it was held.
    held: bool,
}

/// Resolves the events among `items`.
pub fn resolve(reader: Reader<'_>, items: &[Item], page: &Page, entities: &mut Entities) {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut day = None;
    for (index, item) in items.iter().enumerate() {
        let What::Event(name) = &item.what else { continue };
        if !name.told {
            continue;
        }
        let told = dating::date(reader, items, item, name, page, &mut day);
        let place = place(reader, item, name, &mut drafts, entities);
        let draft = &mut drafts[place];
        draft.held |= reader.is_held(item.from, item.to);
        draft.date(told, entities);
        entities.ids[index].push(draft.entity);
    }
    pointing::point_back(reader, items, page, &mut drafts, entities);
}

/// The draft of the event that `item` names, a new one where it is the first to name it.
fn place(
    reader: Reader<'_>,
    item: &Item,
    name: &EventName,
    drafts: &mut Vec<Draft>,
    entities: &mut Entities,
) -> usize {
    let event_type = reader.lexicon.events[name.head].event_type.clone();
    let subject = subject(reader, item, name);
    let ordinal = name.ordinal.clone().filter(|_| {
        subject
            .first()
            .is_some_and(|word| matches!(word.as_str(), "lần" | "thứ"))
    });
    let known = drafts
        .iter()
        .position(|draft| draft.event_type == event_type && draft.is_same(&subject, ordinal.as_deref()));
    if let Some(known) = known {
        return known;
    }
    let facts = Event {
        event_type: Some(event_type.clone()),
        ..Event::default()
    };
    let entity = entities.add(Entity {
        id: String::new(),
        name: reader.document.phrase(item.from, item.to),
        date: None,
        aliases: Vec::new(),
        facts: Facts::Event(facts),
    });
    drafts.push(Draft {
        event_type,
        subject,
        ordinal,
        entity,
        told: None,
        held: false,
    });
    drafts.len() - 1
}

impl Draft {
    /// Two mentions are one event when their numbers are the same, or when the words of the shorter begin, or nearly
    /// fill, the longer.
    fn is_same(&self, subject: &[String], ordinal: Option<&str>) -> bool {
        if let (Some(left), Some(right)) = (self.ordinal.as_deref(), ordinal) {
            return left == right && !terms_differ(&self.subject, subject);
        }
        let (short, long) = if self.subject.len() <= subject.len() {
            (self.subject.as_slice(), subject)
        } else {
            (subject, self.subject.as_slice())
        };
        if short.is_empty() || numbers_differ(short, long) {
            return false;
        }
        let shared = short.iter().filter(|word| long.contains(word)).count();
        let first = short
            .iter()
            .zip(long)
            .take_while(|(left, right)| left == right)
            .count();
        long.starts_with(short)
            || (short.len() >= 4 && shared * 10 >= long.len() * 8)
            || (first >= 4 && shared * 10 >= short.len() * 7)
            || (short.len() >= 7 && shared * 10 >= short.len() * 9)
    }

    /// Takes a day that is more exact than the one known, or whose year is told where that one's is not.
    fn date(&mut self, told: Option<Told>, entities: &mut Entities) {
        let Some(told) = told else { return };
        if self.told.is_none_or(|known| told.outdoes(known)) {
            entities.list[self.entity].date = told.date.iso();
            self.told = Some(told);
        }
    }

    /// Whether its day is known, or at least its month: an event told in passing has none.
    fn is_dated(&self) -> bool {
        self.told.is_some_and(|told| told.date.month.is_some())
    }
}

/// `khóa XII` against `khóa XIII`
fn terms_differ(left: &[String], right: &[String]) -> bool {
    let term = |words: &[String]| {
        let at = words.iter().rposition(|word| word == "khóa")?;
        words.get(at + 1).cloned()
    };
    matches!((term(left), term(right)), (Some(left), Some(right)) if left != right)
}

/// Each has a number that the other has not: `năm 2022` against `năm 2023`.
fn numbers_differ(left: &[String], right: &[String]) -> bool {
    let lacks = |some: &[String], other: &[String]| {
        some.iter()
            .any(|word| word.bytes().all(|byte| byte.is_ascii_digit()) && !other.contains(word))
    };
    lacks(left, right) && lacks(right, left)
}

/// The words that tell the event, without its head noun.
fn subject(reader: Reader<'_>, item: &Item, name: &EventName) -> Vec<String> {
    if let Some(ordinal) = name
        .congress
        .as_ref()
        .and_then(|congress| congress.ordinal.clone())
    {
        return vec![ordinal];
    }
    (name.head_end..item.to)
        .filter(|at| reader.shape(*at) != Shape::Mark)
        .map(|at| folded(reader.document.written(at)))
        .collect()
}
