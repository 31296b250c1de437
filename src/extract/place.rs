//! Tokens -> a place as bodies carry it: `tỉnh Quảng Ninh`, `TP. Hồ Chí Minh`, `Quận 1`, `quận`, `Trung ương`.

use crate::clean::token::{Gap, Shape};
use crate::extract::name::is_syllable;
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Cue, PlaceKind, Word};

/// A place as written after a body's name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlaceName {
    /// The word before the name, if it stands there.
    pub kind: Option<PlaceKind>,
    /// The name; absent in `UBND tỉnh`.
    pub name: Option<String>,
    /// `Trung ương`
    pub central: bool,
}

impl<'d> Reader<'d> {
    /// A place at `at` and one past it.
    pub fn place(&self, at: usize) -> Option<(PlaceName, usize)> {
        if self.joined(at) {
            self.place_alone(at)
        } else {
            None
        }
    }

    /// A place at `at`, also where a paragraph begins, and one past it.
    pub fn place_alone(&self, at: usize) -> Option<(PlaceName, usize)> {
        if let Some(end) = self.central(at) {
            return Some((
                PlaceName {
                    central: true,
                    ..PlaceName::default()
                },
                end,
            ));
        }
        if let Some((name, end)) = self.known_place(at) {
            return Some((
                PlaceName {
                    name: Some(name),
                    ..PlaceName::default()
                },
                end,
            ));
        }
        if self.word(at) == Word::EACH {
            return self.several(at + 1);
        }
        let (kind, end) = self.place_kind(at)?;
        let named = if self.joined(end) {
            self.place_name(kind, end)
        } else {
            None
        };
        let (name, end) = named.map_or((None, end), |(name, end)| (Some(name), end));
        Some((
            PlaceName {
                kind: Some(kind),
                name,
                central: false,
            },
            end,
        ))
    }

    /// `các thành phố Hà Nội, Hải Phòng`: the first of them, and one past the last
    fn several(&self, at: usize) -> Option<(PlaceName, usize)> {
        let (kind, from) = self.place_kind(at)?;
        let (name, mut end) = self.known_place(from)?;
        while matches!(self.word(end), Word::COMMA | Word::AND) && self.joined(end) {
            let Some((_, next)) = self.known_place(end + 1) else {
                break;
            };
            end = next;
        }
        Some((
            PlaceName {
                kind: Some(kind),
                name: Some(name),
                central: false,
            },
            end,
        ))
    }

    /// `Trung ương`, `TW`, `T.Ư`, `TƯ`
    pub fn central(&self, at: usize) -> Option<usize> {
        if self.document.reads(at, &[Word::CENTRAL, Word::CENTRAL_END]) && self.central_written(at) {
            return Some(at + 2);
        }
        let upper = self.shape(at).is_capital();
        if upper && matches!(self.word(at), Word::TW | Word::TU_HORN) && self.shape(at) == Shape::Upper {
            return Some(at + 1);
        }
        let dotted = upper && self.document.reads(at, &[Word::T, Word::DOT, Word::U_HORN]);
        dotted.then_some(at + 3)
    }

    /// `Trung ương`, `TRUNG ƯƠNG`, and `trung ương` after a capital
    fn central_written(&self, at: usize) -> bool {
        self.capital(at) || (at > 0 && self.joined(at) && self.shape(at - 1).is_word())
    }

    /// A province, city or district of the lexicon, named in capitals.
    pub fn known_place(&self, at: usize) -> Option<(String, usize)> {
        if !self.capital(at) {
            return None;
        }
        let place = self.find(Class::Place, at);
        let district = self.find(Class::District, at);
        let longer = |end: usize| place.is_none_or(|found| end > found.end);
        if let Some(found) = district
            && longer(found.end)
            && self.all_capital(at, found.end)
        {
            return Some((self.lexicon.districts[found.item].name.clone(), found.end));
        }
        let found = place.filter(|found| self.all_capital(at, found.end))?;
        Some((self.lexicon.places[found.item].name.clone(), found.end))
    }

    fn all_capital(&self, from: usize, to: usize) -> bool {
        (from..to).all(|at| !matches!(self.shape(at), Shape::Lower) || self.word(at) == Word::AND)
            || self
                .find(Class::Place, from)
                .is_some_and(|found| found.end == to && self.word(from) == Word::CITY)
    }

    /// `tỉnh`, `thành phố`, `TP.`, `quận`, `thị xã` …
    pub fn place_kind(&self, at: usize) -> Option<(PlaceKind, usize)> {
        // `Tỉnh ủy`, `Thành ủy` are bodies, not places.
        if self.word(at + 1) == Word::PARTY_COMMITTEE && self.joined(at + 1) {
            return None;
        }
        let one = |kind| Some((kind, at + 1));
        match self.word(at) {
            Word::PROVINCE => one(PlaceKind::Province),
            Word::URBAN_DISTRICT => one(PlaceKind::UrbanDistrict),
            Word::RURAL_DISTRICT => one(PlaceKind::RuralDistrict),
            Word::COMMUNE => one(PlaceKind::Commune),
            Word::WARD => one(PlaceKind::Ward),
            Word::CITY if self.word(at + 1) == Word::CITY_END => Some((PlaceKind::City, at + 2)),
            Word::TOWN if self.word(at + 1) == Word::COMMUNE => Some((PlaceKind::Town, at + 2)),
            Word::TOWN if self.word(at + 1) == Word::TOWNSHIP_END => Some((PlaceKind::Township, at + 2)),
            Word::ZONE if self.word(at + 1) == Word::ZONE_END => Some((PlaceKind::SpecialZone, at + 2)),
            Word::TP if self.word(at + 1) == Word::DOT => Some((PlaceKind::City, at + 2)),
            Word::TP => one(PlaceKind::City),
            _ if self.word(at + 1) == Word::DOT => self.short_kind(at).map(|kind| (kind, at + 2)),
            _ => None,
        }
    }

    /// `Q.Tân Bình`, `H. Bình Chánh`, `P.4`, `TX.Sơn Tây`: a kind of place cut short before a name; `P. Giám đốc` is a post.
    fn short_kind(&self, at: usize) -> Option<PlaceKind> {
        let kind = match self.document.written(at) {
            "Q" => PlaceKind::UrbanDistrict,
            "H" => PlaceKind::RuralDistrict,
            "P" => PlaceKind::Ward,
            "X" => PlaceKind::Commune,
            "TX" => PlaceKind::Town,
            _ => return None,
        };
        let name = at + 2;
        let numbered = self.shape(name) == Shape::Number && matches!(kind, PlaceKind::UrbanDistrict | PlaceKind::Ward);
        let word = self.shape(name) == Shape::Capital && self.document.written(name).len() > 1;
        let other = [Class::Title, Class::Head, Class::Body, Class::Field]
            .iter()
            .any(|class| self.find(*class, name).is_some());
        let initial = self.word(at.wrapping_sub(1)) == Word::DOT && self.document.gap(at) == Gap::None;
        let glued = self.document.gap(at + 1) == Gap::None && self.joined(name);
        (glued && !initial && (numbered || word && !other)).then_some(kind)
    }

    /// The name after its kind: known, a number, or capitals that are nobody's name.
    fn place_name(&self, kind: PlaceKind, at: usize) -> Option<(String, usize)> {
        if let Some(known) = self.known_place(at) {
            return Some(known);
        }
        if self.shape(at) == Shape::Number && !matches!(kind, PlaceKind::Province | PlaceKind::City) {
            return Some((
                self.document.written(at).trim_start_matches('0').to_owned(),
                at + 1,
            ));
        }
        if matches!(kind, PlaceKind::Province | PlaceKind::City) {
            return None;
        }
        if self.shape(at) == Shape::Upper {
            return self.heading_place(at);
        }
        if self.shape(at) != Shape::Capital {
            return None;
        }
        let end = self.unknown_place(at)?;
        Some((self.document.phrase(at, end), end))
    }

    /// `PHỐ BẢNG` of `ỦY BAN BẦU CỬ XÃ PHỐ BẢNG`: in running capitals, what is left of the line if it is as short as a name
    fn heading_place(&self, at: usize) -> Option<(String, usize)> {
        let mut end = at;
        while end < at + 5 && self.shape(end) == Shape::Upper && (end == at || self.document.gap(end) <= Gap::Space) {
            let other = [Class::Title, Class::DocumentType, Class::EventHead, Class::Head]
                .iter()
                .any(|class| self.find(*class, end).is_some_and(|found| found.end > end + 1));
            let clause = self.find(Class::Cue, end).is_some_and(|found| {
                let cues = self.lexicon.cues[found.item];
                cues.has(Cue::Boundary) || cues.has(Cue::Task) || cues.has(Cue::Implements)
            });
            if other || clause || !is_syllable(self.document.written(end)) {
                return None;
            }
            end += 1;
        }
        let fits = at > 0 && self.shape(at - 1) == Shape::Upper && end <= at + 4;
        (fits && self.document.gap(end) >= Gap::Line).then(|| (self.document.phrase(at, end), end))
    }

    /// `các phường: Sông Trí, Hà Huy Tập`, `các xã Trường Xuân, Phan Bội Châu và Kim Đồng`: wards and communes by name;
    /// one past the last
    pub fn listed_places(&self, at: usize) -> Option<usize> {
        if self.word(at) != Word::EACH {
            return None;
        }
        let small = |at: usize| {
            self.place_kind(at)
                .filter(|(kind, _)| matches!(kind, PlaceKind::Ward | PlaceKind::Commune | PlaceKind::Township))
                .map(|(_, end)| end)
        };
        let mut from = small(at + 1).filter(|_| self.joined(at + 1))?;
        while let Some(next) = small(from + 1).filter(|_| matches!(self.word(from), Word::COMMA | Word::AND)) {
            from = next;
        }
        from += usize::from(self.word(from) == Word::COLON);
        let mut last = self.listed_place(from)?;
        let mut several = false;
        while matches!(self.word(last), Word::COMMA | Word::AND | Word::SEMICOLON)
            && self.joined(last)
            && let Some(next) = self.listed_place(last + 1)
        {
            last = next;
            several = true;
        }
        several.then_some(last)
    }

    /// One past a name in a list of places: two to four capitals that begin no post and no body.
    fn listed_place(&self, at: usize) -> Option<usize> {
        let end = self.capitals(at, 5);
        let fits = self.joined(at) && (at + 1..=at + 4).contains(&end);
        let other = (at..end).any(|index| {
            [Class::Title, Class::Head, Class::Body, Class::Honorific]
                .iter()
                .any(|class| self.find(*class, index).is_some_and(|found| found.end > index + 1))
        });
        (fits && !other).then_some(end)
    }

    /// Where in the capitals from `at` on a person's name begins that ends them: `Kim Đồng | Đặng Thị Thơm`.
    pub fn person_in_run(&self, at: usize) -> Option<usize> {
        let run = self.capitals(at, 9);
        let fits = |start: &usize| {
            self.name(*start)
                .is_some_and(|name| name.end == run && run - start >= 2)
        };
        let long = (at + 2..run).rev().find(|start| run - start >= 3 && fits(start));
        long.or_else(|| (at + 1..run).find(fits))
    }

    /// `Châu Thành` of `huyện Châu Thành Nguyễn Văn A`: capitals up to where a personal name begins.
    fn unknown_place(&self, at: usize) -> Option<usize> {
        let run = self.capitals(at, 8);
        // `phường Bắc Cam Ranh`: a district's name with a word before it
        let renamed = (at + 1..run).any(|start| {
            self.find(Class::District, start)
                .is_some_and(|found| found.end == run && run - start >= 2)
        });
        if renamed && run - at <= 4 {
            return Some(run);
        }
        let whole = self.name(at).is_some_and(|name| name.end == run && run - at >= 3);
        let person = self.person_in_run(at);
        if whole && person.is_none_or(|person| person - at < 2) {
            return None;
        }
        let title = (at + 1..run).find(|start| self.find(Class::Title, *start).is_some());
        // `xã Phố Bảng Về việc thành lập …`: a subject run on
        let about = (at + 1..run).find(|start| self.word(*start) == Word::ABOUT);
        let end = [person, title, about, Some(at + 4)]
            .into_iter()
            .flatten()
            .min()
            .unwrap_or(run)
            .min(run);
        // `quận Nam Từ Liêm` is broken over a line as often as not, but never over a paragraph.
        (end > at && self.document.gap(at) != Gap::Paragraph).then_some(end)
    }
}
