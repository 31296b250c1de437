//! Items and claims of one document -> its record: which mentions are one thing, and what it is called.

mod claims;
mod committee;
mod directive;
mod event;
mod identifier;
mod official;
mod page;
mod places;
mod record;

use crate::extract::item::Item;
use crate::extract::reader::Reader;
use crate::resolve::record::{Entity, Record, Unresolved};

/// Joins the items of a document into entities and its claims into relations.
pub fn resolve(reader: Reader<'_>, items: Vec<Item>) -> Record {
    let page = page::page(reader, &items);
    let places = places::Places::new(reader, &items, &page);
    let mut entities = Entities {
        ids: vec![Vec::new(); items.len()],
        ..Entities::default()
    };
    committee::resolve(reader, &items, &places, &mut entities);
    directive::resolve(reader, &items, &places, &page, &mut entities);
    official::resolve(reader, &items, &mut entities);
    event::resolve(reader, &items, &page, &mut entities);
    let relations = claims::resolve(reader, &items, &mut entities);
    record::assemble(reader, items, page, &places, entities, relations)
}

/// What the items of a document came to.
#[derive(Debug, Default)]
pub(super) struct Entities {
    /// The entities, by place.
    pub list: Vec<Entity>,
    /// For each item, the entities that it names; the first is the one its words are a mention of.
    pub ids: Vec<Vec<usize>>,
    pub unresolved: Vec<(usize, usize, &'static str)>,
    /// Items whose own name says which directive, by place in `list`, they amend.
    pub amended: Vec<(usize, usize)>,
}

impl Entities {
    /// The entity that the item at `index` is a mention of.
    pub fn of(&self, index: usize) -> Option<usize> {
        self.ids.get(index)?.first().copied()
    }

    /// Adds an entity; its place.
    pub fn add(&mut self, entity: Entity) -> usize {
        self.list.push(entity);
        self.list.len() - 1
    }

    /// Makes every mention of the entity at `from` one of the entity at `into`.
    pub fn join(&mut self, from: usize, into: usize) {
        for ids in &mut self.ids {
            ids.iter_mut()
                .filter(|entity| **entity == from)
                .for_each(|entity| *entity = into);
        }
    }
}

/// Turns what was left undecided into the form of the record.
pub(super) fn unresolved(reader: Reader<'_>, entities: &Entities) -> Vec<Unresolved> {
    let mut positions = reader.document.text.positions();
    let mut left = entities.unresolved.clone();
    left.sort_unstable();
    left.dedup();
    left.into_iter()
        .map(|(from, to, reason)| Unresolved {
            text: reader.document.phrase(from, to),
            reason: reason.into(),
            start: positions.at(reader.document.tokens[from].start as usize),
            end: positions.at(reader.document.tokens[to - 1].end as usize),
        })
        .collect()
}
