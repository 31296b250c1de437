//! Items of a document -> claims: what its sentences say of the things they name.

mod citation;
mod element;
mod glue;
mod issue;
mod meeting;
mod post;
mod signature;

use crate::extract::item::Item;
use crate::extract::reader::Reader;
use crate::resolve::record::RelationKind;

/// A relation between two items, before it is known which things they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    pub kind: RelationKind,
    /// Index of the item that the relation goes from.
    pub source: usize,
    pub target: Target,
    /// Post without the body.
    pub title: Option<String>,
    pub tense: Tense,
    /// Tokens of the words that state it.
    pub from: usize,
    pub to: usize,
    pub rule: &'static str,
}

impl Claim {
    /// What is said of two items by the words from the first of them to the last.
    fn between(kind: RelationKind, source: usize, target: usize, items: &[Item], rule: &'static str) -> Self {
        Self {
            kind,
            source,
            target: Target::Item(target),
            title: None,
            tense: Tense::Held,
            from: items[source].from.min(items[target].from),
            to: items[source].to.max(items[target].to),
            rule,
        }
    }
}

/// What a relation goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Item(usize),
    /// The body that the body of this item is part of: `Ủy viên Ban Thường vụ, Trưởng Ban Tuyên giáo Thành ủy`.
    ParentOf(usize),
    /// The body whose party organisation the body of this item is: `Bí thư Đảng đoàn, Chủ tịch`.
    HostOf(usize),
}

/// Whether a post is held, was held, or is being received.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tense {
    #[default]
    Held,
    Former,
    New,
}

/// Everything that the document says of its items, in the order of the rules.
pub fn claims(reader: Reader<'_>, items: &[Item]) -> Vec<Claim> {
    let mut found = post::claims(reader, items);
    found.extend(signature::claims(reader, items));
    found.extend(issue::claims(reader, items));
    found.extend(citation::claims(reader, items));
    found.extend(meeting::claims(reader, items));
    found
}

/// The ranges of items that stand in one sentence each.
pub(super) fn by_sentence(reader: Reader<'_>, items: &[Item]) -> Vec<std::ops::Range<usize>> {
    let mut ranges = Vec::new();
    let mut from = 0;
    while from < items.len() {
        let sentence = reader.document.sentence_of(items[from].from);
        let end = reader
            .document
            .sentences
            .get(sentence)
            .map_or(usize::MAX, |sentence| sentence.to);
        let to = from + items[from..].partition_point(|item| item.from < end);
        ranges.push(from..to.max(from + 1));
        from = to.max(from + 1);
    }
    ranges
}
