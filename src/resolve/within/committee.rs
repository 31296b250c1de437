//! The bodies that a page names -> committees: each with its place and parent filled in, one entity a body.

mod career;
mod completed;
mod host;
mod listed;
mod joined;
mod people;
mod pointing;
mod posts;
mod told;
mod unit;

use std::collections::BTreeMap;

use crate::extract::body::{BodyName, Stem};
use crate::extract::item::{Item, What};
use crate::extract::reader::Reader;
use crate::extract::scan::BY_SHORT_FORM;
use crate::lexicon::{Part, Scope};
use crate::resolve::record::{Committee, Entity, Facts, Kind};
use crate::resolve::within::Entities;
use crate::resolve::within::identifier::identifier;
use crate::resolve::within::places::Places;

/// A body with everything told.
#[derive(Clone, Debug, PartialEq)]
struct Resolved {
    name: String,
    /// What tells it from every other body, compared.
    key: String,
    facts: Committee,
    /// The name was read from running capitals, so its small letters are not known.
    shouted: bool,
}

/// Resolves the bodies among `items`.
pub fn resolve(reader: Reader<'_>, items: &[Item], places: &Places, entities: &mut Entities) {
    let mut resolver = Resolver {
        reader,
        items,
        places,
        known: BTreeMap::new(),
        heads: BTreeMap::new(),
        told: Vec::new(),
    };
    let mut wanting = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let What::Body(body) = &item.what else { continue };
        if item.rule == BY_SHORT_FORM
            && let Some(whole) = items[..index].iter().position(|other| other.what == item.what)
            && let Some(entity) = entities.of(whole)
        {
            entities.ids[index].push(entity);
            continue;
        }
        let body = resolver.completed(index, &resolver.in_career(index, body));
        resolver.told.push((index, body.clone()));
        if resolver.is_wanting(&body) || resolver.is_central_board(&body) {
            wanting.push((index, body));
            continue;
        }
        match resolver
            .told(&body, item.from)
            .map(|told| resolver.with_ministry(index, &body, told))
        {
            Some(resolved) => resolver.enter(index, &body, resolved, entities),
            None => wanting.push((index, body)),
        }
    }
    resolver.join_shortened(entities);
    resolver.join_companies(entities);
    for (index, body) in wanting {
        resolver.point_back(index, &body, entities);
    }
}

/// Items of one list that are looked through for what another leaves out, at most: longer lists are no lists of posts.
const LIST: usize = 60;

/// Bodies told before that are looked through for one that is meant, at most.
const NEAR: usize = 400;

struct Resolver<'r, 'd> {
    reader: Reader<'d>,
    items: &'r [Item],
    places: &'r Places,
    /// key -> entity
    known: BTreeMap<String, usize>,
    /// head -> the entities that begin with it
    heads: BTreeMap<String, Vec<usize>>,
    /// The bodies so far, completed by their neighbours, with the items that name them.
    told: Vec<(usize, BodyName)>,
}

impl Resolver<'_, '_> {
    /// The body of the item at `index` with what was told of it, where it was told already.
    fn told_at(&self, index: usize) -> Option<&BodyName> {
        let place = self.told.binary_search_by_key(&index, |(index, _)| *index).ok()?;
        Some(&self.told[place].1)
    }

    /// A board or office without the body it belongs to.
    fn is_wanting(&self, body: &BodyName) -> bool {
        let Stem::Head(head) = body.stem else { return false };
        let head = &self.reader.lexicon.heads[head];
        let incomplete = match head.scope {
            Scope::Free => !head.tail.is_empty(),
            Scope::Local => matches!(
                head.tail.first(),
                Some(Part::Field | Part::Proper | Part::Topic | Part::Numeral)
            ),
            Scope::Of(_) | Scope::National => false,
        };
        let alone = body.parent.is_none() && body.place.is_none() && body.tail.is_empty();
        incomplete && alone && body.country.is_none()
    }

    /// `Ban Chỉ đạo Trung ương` without what it is for
    fn is_central_board(&self, body: &BodyName) -> bool {
        let central = body.place.as_ref().is_some_and(|place| place.central);
        matches!(body.stem, Stem::Head(head) if self.reader.lexicon.heads[head].name == "Ban Chỉ đạo")
            && central
            && body.tail.is_empty()
    }

    fn enter(&mut self, index: usize, body: &BodyName, resolved: Resolved, entities: &mut Entities) {
        let Resolved {
            name,
            key,
            facts,
            shouted,
        } = resolved;
        let entity = match self.known.get(&key) {
            Some(entity) => {
                let known = &mut entities.list[*entity];
                if known.name.chars().filter(|letter| letter.is_uppercase()).count()
                    > name.chars().filter(|letter| letter.is_uppercase()).count() + 4
                    && !shouted
                    || name.starts_with(&format!("{}, ", known.name))
                    || name.contains("Tổ quốc Việt Nam") && !known.name.contains("Tổ quốc Việt Nam")
                {
                    known.name = name;
                }
                *entity
            }
            None => {
                let id = identifier(Kind::Committee, &[&key]);
                let entity = Entity {
                    id,
                    name,
                    date: None,
                    aliases: Vec::new(),
                    facts: Facts::Committee(facts),
                };
                let place = entities.add(entity);
                self.known.insert(key, place);
                place
            }
        };
        if let Stem::Head(head) = body.stem {
            let list = self
                .heads
                .entry(self.reader.lexicon.heads[head].name.clone())
                .or_default();
            if !list.contains(&entity) {
                list.push(entity);
            }
        }
        entities.ids[index].push(entity);
    }
}
