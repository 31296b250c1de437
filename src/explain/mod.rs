//! A page -> an account of how it was read: its words, what was found in them, by which rule, and what that came to.
//!
//! The rules are those that found things, carried from [`scan`] through [`within::resolve`]; nothing is read twice.

pub mod html;
pub mod words;

mod piece;
mod row;
mod rule;

use std::collections::BTreeMap;

pub use piece::{Part, Piece, Sign};
pub use row::Row;

use crate::clean::Document;
use crate::extract::item::Item;
use crate::extract::reader::Reader;
use crate::extract::scan::scan;
use crate::lexicon::Lexicon;
use crate::read::Source;
use crate::resolve::record::{Entity, Kind, Mention, Relation};
use crate::resolve::{Record, within};

/// One page and how it was read.
#[derive(Clone, Debug)]
pub struct Account {
    pub record: Record,
    /// The page in its paragraphs; blank ones are left out.
    pub rows: Vec<Row>,
    /// For each mention of the record, the rule that found it and what the rule saw.
    pub rules: Vec<String>,
    /// For each relation of the record, the words that state it, on one line.
    pub quotes: Vec<String>,
    /// For each entity of the record, what it is called in this account: `C1`.
    labels: Vec<String>,
    /// Index of each entity of the record by its id.
    places: BTreeMap<String, usize>,
}

/// Something found, and where: code points of the page as stored.
struct Found<'a> {
    item: &'a Item,
    start: u32,
    end: u32,
    /// Index into the mentions of the record, where it became one.
    mention: Option<usize>,
}

/// Reads a page as [`crate::extract::extract`] does and keeps what that leaves behind.
pub fn explain(source: &Source, lexicon: &Lexicon) -> Account {
    let document = Document::new(source, lexicon);
    let reader = Reader::new(&document, lexicon);
    let items = scan(reader);
    let record = within::resolve(reader, items.clone());
    let found = located(&document, &items, &record.mentions);
    let letters: Vec<char> = source.text.chars().collect();
    let rules = rules(&found, &record, lexicon);
    let quotes = record.relations.iter().map(|it| quote(&letters, it)).collect();
    let places: BTreeMap<String, usize> = (record.entities.iter().enumerate())
        .map(|(place, entity)| (entity.id.clone(), place))
        .collect();
    Account {
        rows: row::rows(&document, &letters, &found, &record),
        labels: labels(&record, &places),
        rules,
        quotes,
        places,
        record,
    }
}

impl Account {
    /// The entity of an id that the record names.
    pub fn entity(&self, id: &str) -> Option<&Entity> {
        self.places.get(id).map(|place| &self.record.entities[*place])
    }

    /// What an entity is called in this account; nothing where the record has no such id.
    pub fn label(&self, id: &str) -> &str {
        self.places.get(id).map_or("", |place| &self.labels[*place])
    }

    /// The entities, officials first, each kind in the order of its first mentions.
    pub fn entities(&self) -> Vec<&Entity> {
        let mut ordered: Vec<usize> = (0..self.labels.len()).collect();
        let order = |place: &usize| {
            let number: usize = self.labels[*place][1..].parse().unwrap_or_default();
            (self.record.entities[*place].kind(), number)
        };
        ordered.sort_by_key(order);
        ordered
            .into_iter()
            .map(|place| &self.record.entities[place])
            .collect()
    }

    /// The relations that an entity stands in, by their index.
    pub fn relations_of<'a>(&'a self, id: &'a str) -> impl Iterator<Item = (usize, &'a Relation)> {
        let touches = move |relation: &&Relation| relation.source == id || relation.target == id;
        (self.record.relations.iter().enumerate()).filter(move |(_, relation)| touches(relation))
    }
}

fn located<'a>(document: &Document, items: &'a [Item], mentions: &[Mention]) -> Vec<Found<'a>> {
    let mut positions = document.text.positions();
    let places: BTreeMap<(u32, u32), usize> = (mentions.iter().enumerate())
        .map(|(place, mention)| ((mention.start, mention.end), place))
        .collect();
    let locate = |item: &'a Item| {
        let start = positions.at(document.tokens[item.from].start as usize);
        let end = positions.at(document.tokens[item.to - 1].end as usize);
        Found {
            item,
            start,
            end,
            mention: places.get(&(start, end)).copied(),
        }
    };
    items.iter().map(locate).collect()
}

fn rules(found: &[Found<'_>], record: &Record, lexicon: &Lexicon) -> Vec<String> {
    let mut rules: Vec<String> = record.mentions.iter().map(|it| it.rule.to_string()).collect();
    for one in found {
        if let Some(mention) = one.mention {
            rules[mention] = rule::told(one.item, lexicon);
        }
    }
    rules
}

/// Numbers the entities of each kind as gold files do, in the order of their first mentions.
fn labels(record: &Record, places: &BTreeMap<String, usize>) -> Vec<String> {
    let mut labels = vec![String::new(); record.entities.len()];
    let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
    let named = record.mentions.iter().filter_map(|it| places.get(&it.entity));
    for place in named.copied().chain(0..record.entities.len()) {
        if labels[place].is_empty() {
            let kind = record.entities[place].kind();
            let count = counts.entry(kind).or_default();
            *count += 1;
            labels[place] = format!("{}{count}", letter(kind));
        }
    }
    labels
}

fn letter(kind: Kind) -> char {
    match kind {
        Kind::Official => 'P',
        Kind::Committee => 'C',
        Kind::Directive => 'D',
        Kind::Event => 'E',
    }
}

fn quote(letters: &[char], relation: &Relation) -> String {
    let words = piece::shown(letters, relation.start, relation.end);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
