//! Records -> one corpus: the entities of all documents, each real thing once, with the reason for every merge.

mod clusters;
mod forms;
pub mod key;
mod named;
mod namesakes;
mod people;
pub mod slug;
mod things;
mod units;
mod wording;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::resolve::across::clusters::Clusters;
use crate::resolve::across::named::{join_committees, join_directives, join_events};
use crate::resolve::across::people::join_officials;
use crate::resolve::across::things::things;
use crate::resolve::across::units::units;
use crate::resolve::judgements::{Judgements, Verdict};
use crate::resolve::record::{Entity, Kind, Record};

/// All records, and which of their entities are the same thing.
#[derive(Clone, Debug, Default)]
pub struct Corpus<'a> {
    /// The records, sorted by `doc`.
    pub records: Vec<&'a Record>,
    /// Every thing once, sorted by kind and id.
    pub things: Vec<Thing>,
    /// `members[r][e]` is the index in `things` of the entity `records[r].entities[e]`.
    pub members: Vec<Vec<u32>>,
    /// Why entities with different ids, or officials of different documents, were joined; sorted.
    pub merges: Vec<Merge>,
    /// What could be the same and was not joined; sorted.
    pub proposals: Vec<Proposal>,
    /// Bodies merged or renamed: the old one and the new one, as indices in `things`.
    pub successions: Vec<(u32, u32)>,
}

/// A thing of the corpus.
#[derive(Clone, Debug, PartialEq)]
pub struct Thing {
    /// Its id, name and what all its documents together say of it.
    pub entity: Entity,
    /// The other ids that single documents gave it, sorted.
    pub joined: Vec<String>,
}

/// Two ids that were found to be one thing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Merge {
    pub left: Place,
    pub right: Place,
    /// Name of the rule, for example `the only dated candidate`.
    pub rule: Cow<'static, str>,
    /// What the rule saw, for example `Thành ủy Hà Nội`.
    pub evidence: String,
}

/// Two things that could be one, for `vnkg review`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Proposal {
    /// Ids of two things of the corpus.
    pub left: String,
    pub right: String,
    /// Why it stayed open, for example `one name in Hà Nội and in trung ương`.
    pub reason: String,
}

/// Where an entity was met: its id there and the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub id: String,
    pub doc: String,
}

/// A body that another took the place of, by canonical names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Succession {
    pub old: String,
    pub new: String,
}

/// Joins the entities of all records. The result does not depend on the order of the records.
pub fn join<'a>(records: &'a [Record], judgements: &Judgements, successions: &[Succession]) -> Corpus<'a> {
    let mut records: Vec<&Record> = records.iter().collect();
    records.sort_by(|left, right| {
        // Two inputs can have pages of one path; their words decide which is first.
        let words = |record: &Record| serde_json::to_string(record).unwrap_or_default();
        let by_words = || words(left).cmp(&words(right));
        let key = (&left.doc, &left.title, &left.date);
        key.cmp(&(&right.doc, &right.title, &right.date))
            .then_with(by_words)
    });
    let units = units(&records);
    let mut clusters = Clusters::new(&units);
    keep_apart(judgements, &mut clusters);
    join_committees(&mut clusters);
    join_directives(&mut clusters);
    join_events(&mut clusters);
    join_officials(&records, &mut clusters);
    join_judged(judgements, &mut clusters);
    let (things, thing_of) = things(&clusters);
    let id = |unit: u32| things[thing_of[unit as usize] as usize].entity.id.clone();
    let proposals = clusters.proposals(id);
    let members = units
        .unit_of
        .iter()
        .map(|page| page.iter().map(|unit| thing_of[*unit as usize]).collect());
    Corpus {
        members: members.collect(),
        merges: clusters.merges.iter().cloned().collect(),
        proposals: proposals
            .into_iter()
            .filter(|it| judgements.verdict(&it.left, &it.right).is_none())
            .collect(),
        successions: succeeded(&things, successions),
        things,
        records,
    }
}

/// Keeps apart what people judged to be different. A judgement about an id that no record has changes nothing.
fn keep_apart(judgements: &Judgements, clusters: &mut Clusters) {
    let ids = units_of_ids(clusters);
    let units = |id: &str| ids.get(id).map_or(&[][..], Vec::as_slice);
    for (left, right) in judgements.pairs(Verdict::Different) {
        for left in units(left) {
            units(right)
                .iter()
                .for_each(|right| clusters.keep_apart(*left, *right));
        }
    }
}

/// Joins what people judged to be the same: things by the ids that the graph gives them, else by those of records.
fn join_judged(judgements: &Judgements, clusters: &mut Clusters) {
    if judgements.pairs(Verdict::Same).next().is_none() {
        return;
    }
    let (things, thing_of) = things(clusters);
    let mut unit_of_thing: FxHashMap<&str, u32> = FxHashMap::default();
    for (unit, thing) in thing_of.iter().enumerate() {
        unit_of_thing
            .entry(&things[*thing as usize].entity.id)
            .or_insert(unit as u32);
    }
    let ids = units_of_ids(clusters);
    let unit = |id: &str| unit_of_thing.get(id).or_else(|| ids.get(id)?.first()).copied();
    for (left, right) in judgements.pairs(Verdict::Same) {
        if let (Some(left), Some(right)) = (unit(left), unit(right)) {
            clusters.join_as_judged(left, right);
        }
    }
}

fn units_of_ids<'a>(clusters: &Clusters<'_, 'a>) -> FxHashMap<&'a str, Vec<u32>> {
    let mut units: FxHashMap<&str, Vec<u32>> = FxHashMap::default();
    for (index, unit) in clusters.units.units.iter().enumerate() {
        units.entry(unit.id).or_default().push(index as u32);
    }
    units
}

fn succeeded(things: &[Thing], successions: &[Succession]) -> Vec<(u32, u32)> {
    let bodies = things
        .iter()
        .enumerate()
        .filter(|(_, thing)| thing.entity.kind() == Kind::Committee);
    let by_name: FxHashMap<&str, u32> = bodies
        .map(|(index, it)| (it.entity.name.as_str(), index as u32))
        .collect();
    let ends = |pair: &Succession| Some((*by_name.get(pair.old.as_str())?, *by_name.get(pair.new.as_str())?));
    let mut pairs: Vec<(u32, u32)> = successions.iter().filter_map(ends).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
