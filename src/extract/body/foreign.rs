//! Tokens after a body of state or party -> the foreign state or party that it is of, and how the page calls that.

use crate::clean::token::Shape;
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Match, Word};
use crate::resolve::record::Branch;

impl Reader<'_> {
    /// `Chính phủ Pháp`, `Quốc hội nước CHDCND Lào`, `Quốc hội của nước Cộng hòa Cuba`: the country, the state's name where it is
    /// written in full, and one past it
    pub(super) fn of_state(&self, body: Match) -> Option<(String, String, usize)> {
        let end = body.end;
        // `Bộ Công an của Lào`, but `Bộ Chính trị của Đảng` is no state's.
        let of = usize::from(self.word(end) == Word::OF && self.joined(end) && self.is_of_state(body.item));
        let noun = usize::from(self.word(end + of) == Word::COUNTRY && self.joined(end + of));
        let from = end + of + noun;
        if self.word(end + of) == Word::VIETNAM || !self.joined(from) || !self.capital(from) {
            return None;
        }
        let found = self.find(Class::Country, from)?;
        let country = &self.lexicon.countries[found.item];
        if country == "Việt Nam" {
            return None;
        }
        let state = self.document.phrase(end + of, found.end);
        let full = noun == 1 || self.is_form_of_state(from);
        let state = if full && state != *country {
            state
        } else {
            String::new()
        };
        Some((country.clone(), state, found.end))
    }

    /// Assemblies, governments and ministries, which other states have too.
    fn is_of_state(&self, item: usize) -> bool {
        let name = &self.lexicon.bodies[item].name;
        ["Quốc hội", "Chính phủ", "Bộ "]
            .iter()
            .any(|first| name.starts_with(first))
            && name != "Bộ Chính trị"
    }

    /// `Vương quốc Campuchia`, `Cộng hòa Ba Lan`, `CHDCND Lào`
    fn is_form_of_state(&self, at: usize) -> bool {
        self.shape(at) == Shape::Upper && self.shape(at + 1) == Shape::Capital
            || self.document.is(at, "vương")
            || self.document.is(at, "cộng")
    }

    /// `Bộ Chính trị | Đảng Cộng sản Cuba`, `BCH TW | Đảng NDCM Lào`: the party behind one of its organs, also where the organ's
    /// name ends in `Đảng`; one past it
    pub(super) fn of_party(&self, body: Match) -> Option<(usize, usize)> {
        let end = body.end;
        let from = if self.word(end - 1) == Word::PARTY {
            end - 1
        } else {
            end
        };
        if self.word(from) != Word::PARTY || !self.joined(from) || !self.capital(from) {
            return None;
        }
        let organ = self.lexicon.bodies[body.item].branch == Branch::Party;
        let party = self
            .find(Class::Body, from)
            .filter(|party| organ && party.end > end)?;
        let name = &self.lexicon.bodies[party.item].name;
        if ["Đảng ủy", "Đảng bộ", "Đảng đoàn"]
            .iter()
            .any(|first| name.starts_with(first))
        {
            return None;
        }
        Some((party.item, party.end))
    }

    /// The foreign country that a party's name ends in.
    pub(super) fn country_ending(&self, name: &str) -> Option<String> {
        let countries = self.lexicon.countries.iter();
        countries
            .filter(|country| *country != "Việt Nam")
            .find(|country| {
                name.strip_suffix(country.as_str())
                    .is_some_and(|rest| rest.ends_with(' '))
            })
            .cloned()
    }
}
