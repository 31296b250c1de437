//! The names that a page gives -> officials: one entity a person, short forms joined to the whole name.

use std::collections::BTreeMap;

use crate::clean::letters::folded;
use crate::extract::item::{Item, Person, Standing, What};
use crate::extract::reader::Reader;
use crate::resolve::record::{Entity, Facts, Kind, Official};
use crate::resolve::within::Entities;
use crate::resolve::within::identifier::identifier;

/// Resolves the names among `items`.
pub fn resolve(reader: Reader<'_>, items: &[Item], entities: &mut Entities) {
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let people = |wanted: Standing| {
        items
            .iter()
            .enumerate()
            .filter_map(move |(index, item)| match item.what {
                What::Person(Person { standing }) if standing == wanted => Some((index, item)),
                _ => None,
            })
    };
    for (index, item) in people(Standing::Sure) {
        let name = written(reader, item);
        let entity = *known.entry(folded(&name)).or_insert_with(|| {
            let id = identifier(Kind::Official, &[&name]);
            entities.add(Entity {
                id,
                name,
                date: None,
                aliases: Vec::new(),
                facts: Facts::Official(Official::default()),
            })
        });
        entities.ids[index].push(entity);
    }
    for (index, item) in people(Standing::Short) {
        join_short(reader, index, item, &known, entities);
    }
}

/// `ông Quang` is the one person of the page whose name ends so; of several, the last named before.
fn join_short(
    reader: Reader<'_>,
    index: usize,
    item: &Item,
    known: &BTreeMap<String, usize>,
    entities: &mut Entities,
) {
    let short = folded(&reader.document.phrase(item.from, item.to));
    let ending = format!(" {short}");
    let fitting: Vec<usize> = known
        .iter()
        .filter(|(name, _)| name.ends_with(&ending))
        .map(|(_, entity)| *entity)
        .collect();
    match fitting.as_slice() {
        [single] => entities.ids[index].push(*single),
        [] => {}
        several => {
            let last = (0..index)
                .rev()
                .find_map(|before| entities.of(before).filter(|entity| several.contains(entity)));
            match last {
                Some(entity) => entities.ids[index].push(entity),
                None => {
                    entities
                        .unresolved
                        .push((item.from, item.to, "a short name that may be one of several"))
                }
            }
        }
    }
}

/// The name as written, running capitals made names again.
fn written(reader: Reader<'_>, item: &Item) -> String {
    let phrase = reader.document.phrase(item.from, item.to);
    let letters = phrase.chars().filter(|letter| letter.is_alphabetic()).count();
    if letters <= 3 || phrase.chars().any(char::is_lowercase) {
        return phrase;
    }
    phrase.split(' ').map(capitalised).collect::<Vec<_>>().join(" ")
}

fn capitalised(word: &str) -> String {
    let lower = word.to_lowercase();
    let mut letters = lower.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
