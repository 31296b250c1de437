//! The officials of each document -> where each of them serves, grouped by name.

use std::collections::{BTreeMap, BTreeSet};

use crate::resolve::across::clusters::Clusters;
use crate::resolve::across::key::key;
use crate::resolve::across::named::CENTRE;
use crate::resolve::across::namesakes::join_namesakes;
use crate::resolve::record::{Branch, Committee, Facts, Kind, Level, Record, RelationKind};

/// A person, or what one document tells of one.
#[derive(Clone, Debug, Default)]
pub(super) struct Career {
    pub unit: u32,
    /// Provinces and cities of service.
    pub places: BTreeSet<String>,
    /// Serves in a body of the centre.
    pub central: bool,
    /// Bodies of service that few people share, as clusters.
    pub bodies: BTreeSet<u32>,
    /// Bodies of hundreds, whose members come from everywhere.
    pub seats: BTreeSet<u32>,
    /// Serves in a body that could be anywhere, such as a school or a district of unknown province.
    pub local: bool,
    /// Places of the pages that name the person.
    pub pages: BTreeSet<String>,
}

/// Bodies in which people from all provinces sit, by the beginning of their keys.
const SEATS: [&str; 6] = [
    "quốc hội",
    "trung ương đảng",
    "ban chấp hành trung ương",
    "ủy ban trung ương mặt trận tổ quốc",
    "hội đồng bầu cử quốc gia",
    "đoàn đại biểu quốc hội",
];

/// Joins the officials of one name, name by name.
pub(super) fn join_officials(records: &[&Record], clusters: &mut Clusters) {
    let mut groups: BTreeMap<String, Vec<Career>> = BTreeMap::new();
    for (record, page) in records.iter().enumerate() {
        for (name, career) in careers(page, &clusters.units.unit_of[record], clusters) {
            groups.entry(name).or_default().push(career);
        }
    }
    for careers in groups.into_values().filter(|group| group.len() > 1) {
        join_namesakes(careers, clusters);
    }
}

/// What one document tells of each official, by the key of the name.
fn careers(page: &Record, unit_of: &[u32], clusters: &Clusters) -> Vec<(String, Career)> {
    let index_of: BTreeMap<&str, usize> = page
        .entities
        .iter()
        .enumerate()
        .map(|(index, entity)| (entity.id.as_str(), index))
        .collect();
    let mut found: BTreeMap<usize, Career> = BTreeMap::new();
    for (index, entity) in page
        .entities
        .iter()
        .enumerate()
        .filter(|(_, it)| it.kind() == Kind::Official)
    {
        let mut career = Career {
            unit: unit_of[index],
            pages: page.place.iter().map(|place| key(place)).collect(),
            ..Career::default()
        };
        if let Facts::Official(official) = &entity.facts {
            career.serve_in(official.scope.as_deref().map(key));
        }
        found.insert(index, career);
    }
    for post in page
        .relations
        .iter()
        .filter(|relation| relation.kind == RelationKind::HoldsPosition)
    {
        let ends = index_of
            .get(post.source.as_str())
            .zip(index_of.get(post.target.as_str()));
        let Some((career, body)) = ends.and_then(|(person, body)| Some((found.get_mut(person)?, *body)))
        else {
            continue;
        };
        if let Facts::Committee(committee) = &page.entities[body].facts {
            career.hold(&page.entities[body].name, committee, clusters.root(unit_of[body]));
        }
    }
    found
        .into_iter()
        .map(|(index, career)| (key(&page.entities[index].name), career))
        .collect()
}

impl Career {
    fn serve_in(&mut self, scope: Option<String>) {
        match scope {
            Some(scope) if scope == CENTRE => self.central = true,
            Some(scope) => {
                self.places.insert(scope);
            }
            None => {}
        }
    }

    fn hold(&mut self, name: &str, committee: &Committee, cluster: u32) {
        let name = key(name);
        if SEATS.iter().any(|seat| name.starts_with(seat)) {
            self.seats.insert(cluster);
            return;
        }
        self.bodies.insert(cluster);
        match (committee.level, committee.branch) {
            (Some(Level::Central), _) => self.central = true,
            (Some(Level::Province), _) => self.serve_in(committee.place.as_deref().map(key)),
            (None, Some(Branch::Party | Branch::State | Branch::Front | Branch::Military)) => {}
            // The name of a district or a school says little without that of its province.
            _ => {
                self.local = true;
                if let Some(place) = &committee.place {
                    self.places.remove(&key(place));
                }
            }
        }
    }

    pub fn is_bare(&self) -> bool {
        self.places.is_empty() && !self.central && self.bodies.is_empty() && self.seats.is_empty()
    }

    pub fn has_only_seats(&self) -> bool {
        self.places.is_empty() && !self.central && self.bodies.is_empty() && !self.seats.is_empty()
    }

    /// Serves somewhere in the party or the state, and the body's name does not tell where.
    pub fn has_no_known_place(&self) -> bool {
        self.places.is_empty() && !self.central && !self.local && !self.bodies.is_empty()
    }

    pub fn absorb(&mut self, other: Career) {
        self.unit = self.unit.min(other.unit);
        self.places.extend(other.places);
        self.central |= other.central;
        self.local |= other.local;
        self.bodies.extend(other.bodies);
        self.seats.extend(other.seats);
        self.pages.extend(other.pages);
    }

    pub fn words(&self) -> String {
        let centre = self.central.then(|| CENTRE.to_owned());
        let words: Vec<String> = self.places.iter().cloned().chain(centre).collect();
        if words.is_empty() {
            "no known place".to_owned()
        } else {
            words.join(", ")
        }
    }
}
