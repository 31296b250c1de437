//! A head noun alone -> the event that it means: the last of its kind, the only one, or the page's own.

use crate::extract::item::{Item, What};
use crate::extract::reader::Reader;
use crate::resolve::within::Entities;
use crate::resolve::within::event::{Draft, dating};
use crate::resolve::within::page::Page;

/// Types whose head nouns stand for any occasion: a conference that hands over a decision is also called `buổi lễ`.
const OCCASIONS: &[&str] = &[
    "Buổi giao ban",
    "Buổi làm việc",
    "Buổi lễ",
    "Chương trình",
    "Cuộc họp",
    "Cuộc tiếp xúc cử tri",
    "Cuộc đối thoại",
    "Diễn đàn",
    "Gặp mặt",
    "Hội nghị",
    "Hội thảo",
    "Lễ kỷ niệm",
    "Lễ tang",
    "Lễ trao giải",
    "Phiên họp",
    "Tọa đàm",
];

/// Types that `buổi lễ` stands for as well.
const CEREMONIES: [&str; 3] = ["Lễ kỷ niệm", "Lễ tang", "Lễ trao giải"];

/// Joins the head nouns that stand alone among `items` to the events that they mean.
pub fn point_back(
    reader: Reader<'_>,
    items: &[Item],
    page: &Page,
    drafts: &mut [Draft],
    entities: &mut Entities,
) {
    let main = main(drafts);
    let mut last: Vec<usize> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let What::Event(name) = &item.what else { continue };
        let event_type = &reader.lexicon.events[name.head].event_type;
        if let Some(entity) = entities.of(index) {
            remember(drafts, entity, &mut last);
            continue;
        }
        if !reader.is_definite(item.from, item.to) {
            continue;
        }
        let before = last
            .iter()
            .copied()
            .find(|draft| drafts[*draft].event_type == *event_type);
        if let Some(meant) = before
            .or_else(|| ceremony(drafts, event_type, &last))
            .or_else(|| only(drafts, event_type))
            .or_else(|| main.filter(|main| is_occasion(event_type) && is_occasion(&drafts[*main].event_type)))
        {
            let told = dating::begins(reader, items, item, page);
            drafts[meant].date(told, entities);
            entities.ids[index].push(drafts[meant].entity);
        }
    }
}

/// The last event of each type that the text named: one told in passing has no day; the text is about one that was held.
fn remember(drafts: &[Draft], entity: usize, last: &mut Vec<usize>) {
    let Some(draft) = drafts.iter().position(|draft| draft.entity == entity) else {
        return;
    };
    let same = |other: &usize| drafts[*other].event_type == drafts[draft].event_type;
    if drafts[draft].is_dated() || !last.iter().any(same) {
        last.retain(|other| !same(other));
        last.push(draft);
    }
}

/// `buổi lễ` after `Lễ trao giải …`: the last ceremony of any kind
fn ceremony(drafts: &[Draft], event_type: &str, last: &[usize]) -> Option<usize> {
    let latest = || last.iter().rev().copied();
    (event_type == "Buổi lễ")
        .then(|| latest().find(|draft| CEREMONIES.contains(&drafts[*draft].event_type.as_str())))
        .flatten()
}

/// The only event of a type, where it was held: one still to come is not what the text has been about.
fn only(drafts: &[Draft], event_type: &str) -> Option<usize> {
    let mut same = (0..drafts.len()).filter(|draft| drafts[*draft].event_type == event_type);
    let only = same.next().filter(|_| same.next().is_none())?;
    (drafts[only].is_dated() || drafts[only].held).then_some(only)
}

/// The event that the page is about: the first that was held on a day, or the only one that was held.
fn main(drafts: &[Draft]) -> Option<usize> {
    let dated = drafts
        .iter()
        .position(|draft| draft.held && draft.told.is_some_and(|told| told.date.day.is_some()));
    dated.or_else(|| {
        let mut held = (0..drafts.len()).filter(|draft| drafts[*draft].held);
        held.next().filter(|_| held.next().is_none())
    })
}

fn is_occasion(event_type: &str) -> bool {
    OCCASIONS.contains(&event_type)
}
