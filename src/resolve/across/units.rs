//! Records -> units: what is certainly one thing before any rule is asked.

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
    /// The day of the page, as written there.
    pub seen: Option<&'a str>,
    /// The place of the page.
    pub place: Option<&'a str>,
    pub entity: &'a Entity,
}

/// Makes the units of records that are sorted by document. The units are sorted by kind, id and record.
pub(super) fn units<'a>(records: &[&'a Record]) -> Units<'a> {
    let mut entities: Vec<(Kind, &str, Member, u32)> = Vec::new();
    for (record, page) in records.iter().enumerate() {
        for (index, entity) in page.entities.iter().enumerate() {
            let member = Member {
                record: record as u32,
                doc: &page.doc,
                seen: page.date.as_deref(),
                place: page.place.as_deref(),
                entity,
            };
            entities.push((entity.kind(), &entity.id, member, index as u32));
        }
    }
    entities.sort_by_key(|(kind, id, member, index)| (*kind, *id, member.record, *index));
    let mut all = Units {
        units: Vec::new(),
        unit_of: records.iter().map(|page| vec![0; page.entities.len()]).collect(),
    };
    for group in
        entities.chunk_by(|left, right| left.0 != Kind::Official && (left.0, left.1) == (right.0, right.1))
    {
        for (_, _, member, index) in group {
            all.unit_of[member.record as usize][*index as usize] = all.units.len() as u32;
        }
        let (kind, id, ..) = group[0];
        let members = group.iter().map(|(_, _, member, _)| *member).collect();
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
