//! The bodies of a page -> how many stand at each tier, by the kinds that they name.

use super::Named;
use crate::extract::body::{BodyName, Stem};
use crate::extract::item::{Item, What};
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Lexicon, PlaceKind, Scope};

/// How often bodies of either level are named without their place.
pub(super) struct Votes {
    pub province: usize,
    pub district: usize,
    pub commune: usize,
    /// Bodies that have the kind of their place and not its name: `UBND tỉnh`, `Thành ủy`; those of communes: `UBND xã`.
    pub bare: usize,
    pub bare_commune: usize,
    /// `UBND tỉnh`; `Thành ủy`
    pub bare_province: usize,
    pub bare_city: usize,
}

impl Votes {
    pub fn count(reader: Reader<'_>, items: &[Item]) -> Votes {
        let mut votes = Votes {
            province: 0,
            district: 0,
            commune: 0,
            bare: 0,
            bare_commune: 0,
            bare_province: 0,
            bare_city: 0,
        };
        for item in items {
            if let What::Body(body) = &item.what {
                votes.add(reader, body);
            }
        }
        votes
    }

    fn add(&mut self, reader: Reader<'_>, body: &BodyName) {
        let implied = match body.stem {
            Stem::Head(head) => match reader.lexicon.heads[head].scope {
                Scope::Of(kind) => Some(kind),
                _ => None,
            },
            Stem::Fixed(_) => None,
        };
        let place = body.place.as_ref();
        let kind = place.and_then(|place| place.kind).or(implied);
        let named = place.and_then(|place| place.name.as_deref());
        let district = match (kind, named) {
            (Some(PlaceKind::City), Some(name)) => Some(reader.lexicon.item(Class::Place, name).is_none()),
            (Some(PlaceKind::UrbanDistrict | PlaceKind::RuralDistrict | PlaceKind::Town), _) => Some(true),
            (Some(PlaceKind::Province), _) => Some(false),
            (None, Some(name)) => Some(reader.lexicon.item(Class::Place, name).is_none()),
            _ => None,
        };
        let commune = matches!(
            kind,
            Some(PlaceKind::Commune | PlaceKind::Ward | PlaceKind::Township | PlaceKind::SpecialZone)
        );
        let bare = kind.is_some() && named.is_none();
        self.commune += usize::from(commune);
        self.bare += usize::from(bare);
        self.bare_province += usize::from(bare && kind == Some(PlaceKind::Province));
        self.bare_city += usize::from(bare && kind == Some(PlaceKind::City));
        self.bare_commune += usize::from(bare && commune);
        match district {
            Some(true) => self.district += 1,
            Some(false) => self.province += 1,
            None => {}
        }
        if let Some(parent) = &body.parent {
            self.add(reader, parent);
        }
    }
}

impl Votes {
    /// `Công an huyện An Lão` with `CATP`: of the provinces that have such a district, the one of the kind that bodies name
    pub fn province_of(&self, lexicon: &Lexicon, district: &Named) -> Option<Named> {
        let kind = match (self.bare_province, self.bare_city) {
            (0, 1..) if district.kind != PlaceKind::City => PlaceKind::City,
            (1.., 0) => PlaceKind::Province,
            _ => return None,
        };
        let same = lexicon
            .districts_named(&district.name)
            .filter(|other| other.kind == district.kind)
            .filter_map(|other| lexicon.item(Class::Place, &other.province))
            .filter(|item| lexicon.places[*item].kind == kind);
        let mut found: Vec<usize> = same.collect();
        found.dedup();
        let [single] = found.as_slice() else { return None };
        Some(Named {
            kind,
            name: lexicon.places[*single].name.clone(),
        })
    }
}
