//! Records -> units: what is certainly one thing before any rule is asked.

use std::collections::BTreeMap;

use crate::resolve::record::{Entity, Kind, Record};

/// The units of a corpus and where each entity of each record went.
#[derive(Debug, Default)]
pub(super) struct Units<'a> {
    pub units: Vec<Unit<'a>>,
    /// `unit_of[r][e]` is the index in `units` of the entity `records[r].entities[e]`.
    pub unit_of: Vec<Vec<u32>>,
}

/// The entities that share an id. Officials of different documents are units of their own, because two people can
/// have one name.
#[derive(Debug)]
pub(super) struct Unit<'a> {
    pub kind: Kind,
    pub id: &'a str,
    /// Record and entity, in the order of the records.
    pub members: Vec<Member<'a>>,
}

/// An entity of a record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Member<'a> {
    pub record: u32,
    pub doc: &'a str,
    pub entity: &'a Entity,
}

/// Makes the units of records that are sorted by document. The units are sorted by kind, id and record.
pub(super) fn units<'a>(records: &[&'a Record]) -> Units<'a> {
    let mut found: BTreeMap<(Kind, &str, u32, u32), Vec<(Member, u32)>> = BTreeMap::new();
    for (record, page) in records.iter().enumerate() {
        for (index, entity) in page.entities.iter().enumerate() {
            let member = Member {
                record: record as u32,
                doc: &page.doc,
                entity,
            };
            let own = match entity.kind() {
                Kind::Official => (record as u32, index as u32),
                _ => (0, 0),
            };
            let key = (entity.kind(), entity.id.as_str(), own.0, own.1);
            found.entry(key).or_default().push((member, index as u32));
        }
    }
    let unit_of = records.iter().map(|page| vec![0; page.entities.len()]).collect();
    let mut all = Units {
        units: Vec::with_capacity(found.len()),
        unit_of,
    };
    for ((kind, id, ..), members) in found {
        for (member, index) in &members {
            all.unit_of[member.record as usize][*index as usize] = all.units.len() as u32;
        }
        let members = members.into_iter().map(|(member, _)| member).collect();
        all.units.push(Unit { kind, id, members });
    }
    all
}

impl<'a> Unit<'a> {
    /// The first document that names it.
    pub fn doc(&self) -> &'a str {
        self.members[0].doc
    }

    /// What most members say, of equals the smallest.
    pub fn most<T: Ord + Copy>(&self, of: impl Fn(&'a Entity) -> Option<T>) -> Option<T> {
        most(self.members.iter().filter_map(|member| of(member.entity)))
    }
}

/// The most frequent value, of equals the smallest.
pub(super) fn most<T: Ord + Copy>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut values: Vec<T> = values.collect();
    values.sort_unstable();
    let groups = values.chunk_by(|left, right| left == right);
    groups
        .reduce(|best, next| if next.len() > best.len() { next } else { best })
        .map(|group| group[0])
}
