//! Gold mentions and found mentions of one page -> which is which, one to one, and which entity is which.

use std::collections::BTreeMap;
use std::path::Path;

use super::gold::{GoldMention, Id};
use crate::resolve::Record;
use crate::resolve::record::Kind;

/// A stretch of a page in code points, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

/// A mention of the record that lies in content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<'a> {
    pub entity: &'a str,
    pub kind: Kind,
    pub span: Span,
}

/// Which gold mention was found by which mention of the record, both by index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs {
    pub found_of_gold: BTreeMap<usize, usize>,
    pub gold_of_found: BTreeMap<usize, usize>,
    /// Gold index and found index, best overlap first.
    order: Vec<(usize, usize)>,
}

/// Which gold entity is which entity of the record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clusters<'a> {
    pub found_of_gold: BTreeMap<Id, &'a str>,
    pub gold_of_found: BTreeMap<&'a str, Id>,
}

impl Span {
    /// Code points that both hold.
    pub fn shared(self, other: Span) -> u32 {
        let end = self.end.min(other.end);
        end.saturating_sub(self.start.max(other.start))
    }

    /// Shared length divided by the length from the first start to the last end, 0 to 1.
    pub fn overlap(self, other: Span) -> f64 {
        let whole = self.end.max(other.end) - self.start.min(other.start);
        match self.shared(other) {
            0 => 0.0,
            shared => f64::from(shared) / f64::from(whole),
        }
    }
}

/// The least overlap at which two spans are the same mention.
const SAME: f64 = 0.5;

/// Pairs mentions of one kind, the best overlap first; among equal ones the later in the page goes first.
pub fn pair(gold: &[GoldMention], found: &[Found<'_>]) -> Pairs {
    let mut candidates = Vec::new();
    for (g, mention) in gold.iter().enumerate() {
        for (f, other) in found.iter().enumerate() {
            let overlap = mention.span.overlap(other.span);
            if mention.id.kind == other.kind && overlap >= SAME {
                candidates.push((overlap, g, f));
            }
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then((b.1, b.2).cmp(&(a.1, a.2))));
    let mut pairs = Pairs::default();
    for (_, g, f) in candidates {
        if !pairs.found_of_gold.contains_key(&g) && !pairs.gold_of_found.contains_key(&f) {
            pairs.found_of_gold.insert(g, f);
            pairs.gold_of_found.insert(f, g);
            pairs.order.push((g, f));
        }
    }
    pairs
}

/// Joins gold entities with entities of the record one to one by how many paired mentions they share; among equal
/// ones the pair whose mentions were paired first.
pub fn cluster<'a>(gold: &[GoldMention], found: &[Found<'a>], pairs: &Pairs) -> Clusters<'a> {
    let mut shared: Vec<((Id, &'a str), usize)> = Vec::new();
    let mut places: BTreeMap<(Id, &'a str), usize> = BTreeMap::new();
    for &(g, f) in &pairs.order {
        let both = (gold[g].id, found[f].entity);
        let place = *places.entry(both).or_insert_with(|| {
            shared.push((both, 0));
            shared.len() - 1
        });
        shared[place].1 += 1;
    }
    shared.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    let mut clusters = Clusters::default();
    for ((id, entity), _) in shared {
        if !clusters.found_of_gold.contains_key(&id) && !clusters.gold_of_found.contains_key(entity) {
            clusters.found_of_gold.insert(id, entity);
            clusters.gold_of_found.insert(entity, id);
        }
    }
    clusters
}

/// Records by the stem of their file name; the last one where two share it.
pub fn by_stem(records: &[Record]) -> BTreeMap<String, &Record> {
    let stem = |record: &Record| {
        let stem = Path::new(&record.doc).file_stem().unwrap_or_default();
        stem.to_string_lossy().into_owned()
    };
    records.iter().map(|record| (stem(record), record)).collect()
}
