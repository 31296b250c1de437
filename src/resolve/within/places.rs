//! The places that a page names -> the place that a body named without one stands at.

mod divided;
mod votes;

use std::collections::BTreeMap;

use crate::extract::body::{BodyName, Stem};
use crate::extract::item::{Item, What};
use crate::extract::place::PlaceName;
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Lexicon, PlaceKind, Scope};
use crate::resolve::record::Zone;
use crate::resolve::within::page::Page;
use divided::is_past;
use votes::Votes;

/// A place with its kind.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    pub kind: PlaceKind,
    pub name: String,
}

/// How much a place in a body's name counts against one named alone.
const BODY: usize = 3;

/// Where the page is.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// Places named with a kind, by the token they stand at.
    named: Vec<(usize, Named, usize)>,
    /// The place of a kind where the page names one alone; nothing where it names several.
    single: BTreeMap<PlaceKind, Option<Named>>,
    /// The province or centrally-run city that the page is about.
    pub province: Option<Named>,
    /// The district, town or provincial city, where the page is about one.
    pub district: Option<Named>,
    /// The ward or commune, where the page is about one.
    pub commune: Option<Named>,
    /// Whether bodies named without a place stand at the district.
    pub local_district: bool,
    /// Whether they stand at the commune.
    pub local_commune: bool,
    /// Provinces named with their bodies or as `tỉnh …`, in the order of the text, where the page is about several.
    anchors: Vec<(usize, Named)>,
    /// The first tokens of such a page's clauses.
    clauses: Vec<usize>,
    /// Whether the page is its place's own: its site, its headline or bodies that need no place (`Tỉnh ủy`) say so.
    pub rooted: bool,
}

impl Places {
    pub fn new(reader: Reader<'_>, items: &[Item], page: &Page) -> Places {
        let mut places = Places::default();
        for item in items {
            match &item.what {
                What::Body(body) => places.gather_body(reader, body, item.from, BODY),
                What::Place(place) if !is_birthplace(reader, item.from) => {
                    places.gather(reader.lexicon, place, None, item.from, 1)
                }
                _ => {}
            }
        }
        places.settle(reader, items, page);
        places
    }

    fn gather_body(&mut self, reader: Reader<'_>, body: &BodyName, at: usize, weight: usize) {
        let implied = match body.stem {
            Stem::Head(head) => match reader.lexicon.heads[head].scope {
                Scope::Of(kind) => Some(kind),
                _ => None,
            },
            Stem::Fixed(_) => None,
        };
        if let Some(place) = &body.place {
            self.gather(reader.lexicon, place, implied, at, weight);
        }
        if let Some(parent) = &body.parent {
            self.gather_body(reader, parent, at, weight);
        }
    }

    fn gather(
        &mut self,
        lexicon: &Lexicon,
        place: &PlaceName,
        implied: Option<PlaceKind>,
        at: usize,
        weight: usize,
    ) {
        let Some(name) = &place.name else { return };
        if let Some(kind) = place.kind.or(implied).or_else(|| kind_of(lexicon, name)) {
            let named = Named {
                kind,
                name: name.clone(),
            };
            let single = self.single.entry(kind).or_insert_with(|| Some(named.clone()));
            if single.as_ref() != Some(&named) {
                *single = None;
            }
            let told = weight == BODY || place.kind.is_some();
            if told && level(lexicon, &named) == Tier::Province && !is_past(lexicon, &named.name) {
                self.anchors.push((at, named.clone()));
            }
            self.named.push((at, named, weight));
        }
    }

    fn settle(&mut self, reader: Reader<'_>, items: &[Item], page: &Page) {
        let lexicon = reader.lexicon;
        let mut provinces: BTreeMap<Named, usize> = BTreeMap::new();
        let mut districts: BTreeMap<Named, usize> = BTreeMap::new();
        let mut communes: BTreeMap<Named, usize> = BTreeMap::new();
        let early = reader
            .document
            .sentences
            .get(3)
            .map_or(usize::MAX, |sentence| sentence.from);
        for (at, named, weight) in &self.named {
            let first = 2 * usize::from(*at < early || reader.document.zone(*at) == Zone::Headline);
            let count = weight + first;
            match level(lexicon, named) {
                Tier::Province => *provinces.entry(named.clone()).or_default() += count,
                Tier::District => {
                    if let Some(province) = province_of(lexicon, named) {
                        *provinces.entry(province).or_default() += 1;
                    }
                    *districts.entry(named.clone()).or_default() += count;
                }
                Tier::Commune => *communes.entry(named.clone()).or_default() += count,
            }
        }
        if let Some(named) = page.site.as_deref().and_then(|site| place_of_site(lexicon, site)) {
            *provinces.entry(named).or_default() += 12;
        }
        let votes = Votes::count(reader, items);
        if provinces.is_empty()
            && let Some(named) = most(&districts).and_then(|district| votes.province_of(lexicon, &district))
        {
            provinces.insert(named, 1);
        }
        self.province = most(&provinces);
        self.divide(reader, page);
        self.district = most(&districts);
        self.commune = most(&communes);
        self.local_district = self.district.is_some() && votes.district > votes.province;
        // `UBND xã`, `Đảng ủy xã`: one commune that most bodies stand at.
        let (total, own) = communes.values().fold((0, 0), |(total, most), count| {
            (total + count, usize::max(most, *count))
        });
        let most_bodies =
            votes.bare_commune > 0 && own * 2 > total && votes.commune > votes.province.max(votes.district);
        self.local_commune = most_bodies || self.headed_by_commune(reader, items) && votes.bare_province == 0;
        let headed = self.named.iter().any(|(at, named, _)| {
            reader.document.zone(*at) == Zone::Headline && level(lexicon, named) == Tier::Province
        });
        self.rooted = headed
            || votes.bare > 0
            || page
                .site
                .as_deref()
                .and_then(|site| place_of_site(lexicon, site))
                .is_some();
        if votes.district == 0 {
            self.district = self
                .district
                .take()
                .filter(|named| named.kind != PlaceKind::City || votes.province == 0);
        }
    }

    /// `Giới thiệu phường Tương Mai`: a headline that names the page's commune and no body
    fn headed_by_commune(&self, reader: Reader<'_>, items: &[Item]) -> bool {
        let headline = |at: usize| reader.document.zone(at) == Zone::Headline;
        let body = items
            .iter()
            .take_while(|item| item.from < reader.document.len() / 2)
            .any(|item| headline(item.from) && matches!(item.what, What::Body(_) | What::Person(_)));
        let mut named = self
            .named
            .iter()
            .filter(|(at, named, _)| headline(*at) && level(reader.lexicon, named) == Tier::Commune);
        !body && named.any(|(_, named, _)| Some(named) == self.commune.as_ref())
    }

    /// The place of `kind` that a body at `at` means: the nearest named before it, else the page's.
    pub fn of_kind(&self, kind: PlaceKind, at: usize) -> Option<Named> {
        let fits = |named: &Named| named.kind == kind;
        if let Some(near) = self.near(kind, at) {
            return Some(near);
        }
        let own = [&self.province, &self.district, &self.commune]
            .into_iter()
            .flatten()
            .find(|named| fits(named));
        if let Some(own) = own {
            // A city page may be about a provincial city or a centrally-run one.
            return if kind == PlaceKind::City && self.local_district {
                self.district.clone().filter(fits).or_else(|| Some(own.clone()))
            } else {
                Some(own.clone())
            };
        }
        if let Some(Some(single)) = self.single.get(&kind) {
            return Some(single.clone());
        }
        let before = self
            .named
            .iter()
            .rev()
            .find(|(place, named, _)| *place <= at && fits(named));
        before
            .map(|(_, named, _)| named.clone())
            .or_else(|| self.by_district(kind))
    }

    /// The province of the page's district, for `Tỉnh ủy` in a district's page.
    fn by_district(&self, kind: PlaceKind) -> Option<Named> {
        self.province.clone().filter(|named| named.kind == kind)
    }

    /// The place of a body named without any.
    pub fn local(&self) -> Option<Named> {
        if self.local_commune {
            self.commune.clone()
        } else if self.local_district {
            self.district.clone()
        } else {
            self.province.clone()
        }
    }
}

/// `quê quán xã Thanh Quang, huyện Thanh Hà, tỉnh Hải Dương`: where somebody was born, not where the page is.
fn is_birthplace(reader: Reader<'_>, at: usize) -> bool {
    let sentence = reader.document.sentences[reader.document.sentence_of(at)];
    (sentence.from..at).any(|index| {
        matches!(
            reader.document.written(index),
            "quê" | "Quê" | "sinh" | "nguyên quán"
        )
    })
}

/// The tier that a place is governed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tier {
    Province,
    District,
    Commune,
}

/// The tier of a place: a city is a province's equal only if the lexicon lists it so.
pub fn level(lexicon: &Lexicon, named: &Named) -> Tier {
    match named.kind {
        PlaceKind::Province => Tier::Province,
        PlaceKind::City if is_central(lexicon, &named.name) => Tier::Province,
        PlaceKind::City | PlaceKind::UrbanDistrict | PlaceKind::RuralDistrict | PlaceKind::Town => {
            Tier::District
        }
        PlaceKind::Ward | PlaceKind::Commune | PlaceKind::Township | PlaceKind::SpecialZone => Tier::Commune,
    }
}

fn is_central(lexicon: &Lexicon, name: &str) -> bool {
    lexicon
        .item(Class::Place, name)
        .is_some_and(|item| lexicon.places[item].kind == PlaceKind::City)
}

/// The kind of a place that is named without it: province or city of the list, else the one district of that name.
pub fn kind_of(lexicon: &Lexicon, name: &str) -> Option<PlaceKind> {
    if let Some(item) = lexicon.item(Class::Place, name) {
        return Some(lexicon.places[item].kind);
    }
    let mut kinds = lexicon.districts_named(name).map(|district| district.kind);
    let first = kinds.next()?;
    kinds.all(|kind| kind == first).then_some(first)
}

/// The province of a district, where only one has a district of that name.
pub fn province_of(lexicon: &Lexicon, named: &Named) -> Option<Named> {
    let same = lexicon
        .districts_named(&named.name)
        .filter(|district| district.kind == named.kind);
    let mut found: Vec<&str> = same.map(|district| district.province.as_str()).collect();
    found.dedup();
    let [single] = found.as_slice() else { return None };
    let item = lexicon.item(Class::Place, single)?;
    Some(Named {
        kind: lexicon.places[item].kind,
        name: lexicon.places[item].name.clone(),
    })
}

/// `haiphong.gov.vn` is Hải Phòng's.
fn place_of_site(lexicon: &Lexicon, site: &str) -> Option<Named> {
    let place = lexicon.places.iter().find(|place| {
        place.sites.iter().any(|label| {
            site.split('.')
                .any(|part| part == label || part.strip_prefix("bao") == Some(label))
        })
    })?;
    Some(Named {
        kind: place.kind,
        name: place.name.clone(),
    })
}

/// The place that counts most; of two that count alike, the first in order.
fn most(counts: &BTreeMap<Named, usize>) -> Option<Named> {
    let mut best: Option<(&Named, usize)> = None;
    for (named, count) in counts {
        if best.is_none_or(|(_, most)| *count > most) {
            best = Some((named, *count));
        }
    }
    best.map(|(named, _)| named.clone())
}
