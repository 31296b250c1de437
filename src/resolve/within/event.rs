//! The events that a page names -> entities, each with its day; a head noun alone points to the one it is about.

use crate::clean::letters::folded;
use crate::extract::date::Date;
use crate::extract::event::EventName;
use crate::extract::item::{Item, What};
use crate::extract::reader::Reader;
use crate::lexicon::{Cue, Word};
use crate::resolve::record::{Entity, Event, Facts};
use crate::resolve::within::Entities;
use crate::resolve::within::page::Page;

/// An event in the making.
struct Draft {
    event_type: String,
    /// Words after the head, compared.
    subject: Vec<String>,
    entity: usize,
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
        let date = date(reader, items, item, name, page, &mut day);
        let event_type = reader.lexicon.events[name.head].event_type.clone();
        let subject = subject(reader, item);
        let known = drafts
            .iter()
            .position(|draft| draft.event_type == event_type && is_same(&draft.subject, &subject));
        let entity = match known {
            Some(known) => drafts[known].entity,
            None => {
                let facts = Event {
                    event_type: Some(event_type.clone()),
                    ..Event::default()
                };
                let name = reader.document.phrase(item.from, item.to);
                let entity = entities.add(Entity {
                    id: String::new(),
                    name,
                    date: None,
                    aliases: Vec::new(),
                    facts: Facts::Event(facts),
                });
                drafts.push(Draft {
                    event_type,
                    subject,
                    entity,
                });
                entity
            }
        };
        let exact = |date: &Option<String>| date.as_ref().map_or(0, String::len);
        if exact(&date) > exact(&entities.list[entity].date) {
            entities.list[entity].date = date;
        }
        entities.ids[index].push(entity);
    }
    point_back(reader, items, &drafts, entities);
}

/// `Hội nghị` alone is the last event of its type named before, or the only one of the page.
fn point_back(reader: Reader<'_>, items: &[Item], drafts: &[Draft], entities: &mut Entities) {
    let mut last: Vec<(String, usize)> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let What::Event(name) = &item.what else { continue };
        let event_type = &reader.lexicon.events[name.head].event_type;
        if let Some(entity) = entities.of(index) {
            // An event told in passing has no day; the text is about one that was held.
            let held = entities.list[entity]
                .date
                .as_ref()
                .is_some_and(|date| date.len() > 4);
            if held || !last.iter().any(|(known, _)| known == event_type) {
                last.retain(|(known, _)| known != event_type);
                last.push((event_type.clone(), entity));
            }
            continue;
        }
        let before = last
            .iter()
            .rev()
            .find(|(known, _)| known == event_type)
            .map(|(_, entity)| *entity);
        let mut same = drafts.iter().filter(|draft| draft.event_type == *event_type);
        // An event still to come is not the one that the text has been about.
        let held = |entity: usize| {
            entities.list[entity]
                .date
                .as_ref()
                .is_some_and(|date| date.len() > 4)
        };
        let only = same
            .next()
            .filter(|_| same.next().is_none())
            .map(|draft| draft.entity)
            .filter(|entity| held(*entity));
        if let Some(entity) = before.or(only).filter(|_| is_definite(reader, item)) {
            entities.ids[index].push(entity);
        }
    }
}

/// Whether a head noun alone means a particular event: `tại Hội nghị`, `Hội nghị đã`, not `tổ chức hội nghị`.
fn is_definite(reader: Reader<'_>, item: &Item) -> bool {
    // `tổ chức hội nghị`, `tài liệu tại hội nghị`: small letters mean an event only where it acts or is acted in.
    let small = reader.shape(item.from) == crate::clean::token::Shape::Lower;
    let before = item
        .from
        .checked_sub(1)
        .map_or(String::new(), |at| reader.document.folded(at));
    let speaking = before == "tại"
        && item.from >= 2
        && matches!(
            reader.document.written(item.from - 2),
            "biểu" | "luận" | "cáo" | "dự" | "đạo"
        );
    let led = speaking
        || matches!(before.as_str(), "dự" | "luận" | "biểu" | "của" | "trì" | "trong")
        || (before == "tại"
            && reader.document.sentences[reader.document.sentence_of(item.from)].from + 1 == item.from);
    let after = matches!(
        reader.document.written(item.to),
        "đã" | "có" | "được" | "này" | "diễn" | "do" | "còn"
    );
    if small && !led && !after {
        return false;
    }
    let indefinite = item.from > 0
        && matches!(
            reader.word(item.from - 1),
            Word::EACH | Word::SOME | Word::ONE_OF | Word::EVERY
        );
    let counted = item.from > 0 && reader.shape(item.from - 1) == crate::clean::token::Shape::Number;
    !indefinite && !counted
}

/// The words that tell the event, without its head noun.
fn subject(reader: Reader<'_>, item: &Item) -> Vec<String> {
    let What::Event(name) = &item.what else {
        return Vec::new();
    };
    let head = reader.lexicon.events[name.head].name.split(' ').count();
    if let Some(ordinal) = name
        .congress
        .as_ref()
        .and_then(|congress| congress.ordinal.clone())
    {
        return vec![ordinal];
    }
    (item.from + head..item.to)
        .filter(|at| reader.shape(*at) != crate::clean::token::Shape::Mark)
        .map(|at| folded(reader.document.written(at)))
        .collect()
}

/// Two mentions are one event when the words of the shorter begin, or nearly fill, the longer.
fn is_same(left: &[String], right: &[String]) -> bool {
    let (short, long) = if left.len() <= right.len() {
        (left, right)
    } else {
        (right, left)
    };
    if short.is_empty() {
        return false;
    }
    let shared = short.iter().filter(|word| long.contains(word)).count();
    long.starts_with(short) || (short.len() >= 4 && shared * 10 >= long.len() * 8)
}

/// The day of an event: in its name, else in its sentence.
fn date(
    reader: Reader<'_>,
    items: &[Item],
    item: &Item,
    name: &EventName,
    page: &Page,
    day: &mut Option<Date>,
) -> Option<String> {
    let sentence = reader.document.sentences[reader.document.sentence_of(item.from)];
    let inside = (item.from..item.to)
        .filter(|at| reader.word(*at) == Word::DAY)
        .find_map(|at| reader.date(at));
    if let Some((date, _)) = inside.filter(|_| name.ordinal.is_none() && item.to - item.from <= 8) {
        return date.in_year(page.year_of(date)).iso();
    }
    let before = (sentence.from..item.from)
        .filter_map(|at| stated(reader, items, at, page))
        .next_back();
    let same_day = (sentence.from..item.from)
        .any(|at| reader.word(at) == Word::SAME && reader.word(at + 1) == Word::DAY)
        .then_some(*day)
        .flatten();
    let held = held(reader, item, sentence.from, sentence.to);
    let after = (item.to..sentence.to.min(item.to + 14)).find_map(|at| stated(reader, items, at, page));
    let found = before.or(same_day).or(after).filter(|_| held);
    if let Some(found) = found {
        *day = Some(found);
        return found.iso();
    }
    year_of_name(reader, item)
}

/// Whether the sentence says that the event took place.
fn held(reader: Reader<'_>, item: &Item, from: usize, to: usize) -> bool {
    let verb = (from..to).any(|at| {
        [Cue::Organises, Cue::Chairs, Cue::Attends, Cue::Speaks]
            .iter()
            .any(|cue| reader.cue(*cue, at).is_some())
            || (reader.document.written(at) == "thông" && reader.word(at + 1) == Word::THROUGH)
            || (reader.document.written(at) == "diễn" && reader.document.written(at + 1) == "ra")
            || reader.document.written(at) == "họp"
    });
    let opening = reader.word(from) == Word::AT || item.from <= from + 12;
    verb || opening
}

/// A day that stands in the sentence as its own time, and not as the date of a document.
fn stated(reader: Reader<'_>, items: &[Item], at: usize, page: &Page) -> Option<Date> {
    let timed = matches!(
        reader.word(at),
        Word::DAY | Word::MORNING | Word::AFTERNOON | Word::EVENING | Word::NOON | Word::MONTH
    );
    if !timed {
        return None;
    }
    let from = if matches!(reader.word(at), Word::DAY | Word::MONTH) {
        at
    } else {
        at + 1
    };
    let (date, _) = reader.date(from)?;
    let before = items.partition_point(|item| item.to <= at);
    let of_document = items[..before].last().is_some_and(|item| {
        matches!(item.what, What::Directive { .. })
            && reader.date_after(item.to).is_some_and(|(_, end)| at < end)
    });
    let dated = date.day.is_some() || (date.month.is_some() && date.year.is_some());
    (!of_document && dated)
        .then(|| date.in_year(page.year_of(date)))
        .filter(|date| date.year.is_some())
}

/// `Hội thi … năm 2023`
fn year_of_name(reader: Reader<'_>, item: &Item) -> Option<String> {
    let at = item.to.checked_sub(2)?;
    let (year, _) = reader.year(at + 1)?;
    (reader.word(at) == Word::YEAR && at > item.from).then(|| format!("{year:04}"))
}
