//! The events that a page names -> entities, each with its day; a head noun alone points to the one it is about.

mod dating;
mod likeness;
mod pointing;

use crate::extract::event::EventName;
use crate::extract::item::{Item, What};
use crate::extract::reader::Reader;
use crate::resolve::record::{Entity, Event, Facts};
use crate::resolve::within::Entities;
use crate::resolve::within::event::dating::Told;
use crate::resolve::within::event::likeness::Likeness;
use crate::resolve::within::page::Page;

/// An event in the making.
struct Draft {
    event_type: String,
    likeness: Likeness,
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
    let likeness = Likeness::new(reader, item, name);
    let known = drafts
        .iter()
        .position(|draft| draft.event_type == event_type && draft.likeness.is_same(&likeness));
    let written = reader.document.phrase(item.from, item.to);
    if let Some(known) = known {
        // A heading in capitals is no name to show where the page also writes it otherwise.
        let shown = &mut entities.list[drafts[known].entity].name;
        if !shown.contains(char::is_lowercase) && written.contains(char::is_lowercase) {
            *shown = written;
        }
        return known;
    }
    let facts = Event {
        event_type: Some(event_type.clone()),
        ..Event::default()
    };
    let entity = entities.add(Entity {
        id: String::new(),
        name: written,
        date: None,
        aliases: Vec::new(),
        facts: Facts::Event(facts),
    });
    drafts.push(Draft {
        event_type,
        likeness,
        entity,
        told: None,
        held: false,
    });
    drafts.len() - 1
}

impl Draft {
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
