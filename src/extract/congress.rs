//! Tokens after `Đại hội` or `Nghị quyết Đại hội` -> which congress: its number, its organisation, its place, its years.

use crate::clean::ordinal;
use crate::clean::token::Shape;
use crate::extract::place::PlaceName;
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Word};

/// A congress by what names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Congress {
    /// `XIII`, also where it is written `lần thứ 13`
    pub ordinal: Option<String>,
    /// The party committee or mass organisation whose congress it is, for a local one.
    pub place: Option<PlaceName>,
    /// Words of the organisation as written: `Đảng bộ tỉnh`, `Đoàn`.
    pub body: Option<String>,
    /// One past the last token of `body` with its place, in the page.
    pub body_end: Option<usize>,
    pub national: bool,
    /// `2020 - 2025`
    pub years: bool,
}

impl<'d> Reader<'d> {
    /// The congress named from `at` on (one past `Đại hội`), and one past its last token.
    pub fn congress(&self, at: usize) -> Option<(Congress, usize)> {
        let mut congress = Congress::default();
        let mut end = at;
        while self.joined(end) {
            let next = self.congress_part(&mut congress, end);
            if next == end {
                break;
            }
            end = next;
        }
        let told =
            congress.ordinal.is_some() || congress.years || congress.national || congress.place.is_some();
        (told && end > at && !self.generic_levels(end)).then_some((congress, end))
    }

    fn generic_levels(&self, at: usize) -> bool {
        self.word(at) == Word::EACH && self.word(at + 1) == Word::GRADE
    }

    /// Reads one part at `at`; one past it, or `at`.
    fn congress_part(&self, congress: &mut Congress, at: usize) -> usize {
        if let Some((ordinal, end)) = self.ordinal(at) {
            congress.ordinal.get_or_insert(ordinal);
            return end;
        }
        if let Some(end) = self.tenure(at) {
            congress.years = true;
            return end;
        }
        let word = self.word(at);
        let comma = usize::from(word == Word::COMMA);
        if comma == 1 {
            return self
                .tenure(at + 1)
                .or_else(|| {
                    self.ordinal(at + 1)
                        .filter(|_| self.word(at + 1) == Word::TIME)
                        .map(|(_, end)| end)
                })
                .unwrap_or(at);
        }
        if word == Word::OPEN {
            let close = (at + 1..at + 10).find(|index| self.word(*index) == Word::CLOSE);
            let inner = self
                .tenure(at + 1)
                .or_else(|| self.term(at + 1).map(|(_, end)| end));
            return match (inner, close) {
                (Some(end), Some(close)) if end == close => close + 1,
                _ => at,
            };
        }
        self.congress_body(congress, at)
    }

    /// `đại biểu toàn quốc`, `của Đảng`, `Đảng bộ tỉnh Quảng Bình`, `Đoàn toàn quốc`, `Công đoàn Việt Nam`
    fn congress_body(&self, congress: &mut Congress, at: usize) -> usize {
        let of = usize::from(self.word(at) == Word::OF);
        let from = at + of;
        if self.word(from) == Word::PARTY && self.capital(from) && !self.reads_party_body(from) {
            congress.national |= of == 1;
            return from + 1;
        }
        if self
            .find(Class::Head, from)
            .is_some_and(|head| self.capital(from) || head.end > from + 1)
            && let Some((body, end)) = self.body(from)
        {
            congress.place = body.place;
            congress.body = Some(self.document.phrase(from, end));
            congress.body_end = Some(end);
            return end;
        }
        if of == 1 {
            return at;
        }
        let small = self.document.folded(at);
        match small.as_str() {
            "đại" if self.document.is(at + 1, "biểu") => at + 2,
            "toàn" if self.word(at + 1) == Word::NATION => {
                congress.national = true;
                at + 2
            }
            "đoàn" | "phụ" | "nông" | "công" | "mặt" | "hội" if self.capital(at) => at + 1,
            "nữ" | "dân" | "trận" | "thanh" | "niên" | "liên" | "hiệp" | "tổ" | "quốc"
                if at > 0 && congress.ordinal.is_none() && self.capital_before(at) =>
            {
                at + 1
            }
            "đảng" if self.reads_party_body(at) => self.party_body(congress, at),
            _ => at,
        }
    }

    fn capital_before(&self, at: usize) -> bool {
        self.capital(at - 1) || (at > 1 && self.capital(at - 2))
    }

    /// `Đảng bộ`
    fn reads_party_body(&self, at: usize) -> bool {
        self.word(at) == Word::PARTY && self.word(at + 1) == Word::ORGANISATION
    }

    fn party_body(&self, congress: &mut Congress, at: usize) -> usize {
        let mut end = at + 2;
        if let Some((place, after)) = self.place(end) {
            congress.place = Some(place);
            end = after;
        } else {
            congress.place = Some(PlaceName::default());
        }
        congress.body = Some(self.document.phrase(at, end));
        congress.body_end = Some(end);
        end
    }

    /// `XIII`, `lần thứ XIII`, `lần thứ 13`, `lần thứ nhất`, `thứ mười bốn`, `thứ 7`
    pub fn ordinal(&self, at: usize) -> Option<(String, usize)> {
        let from = match (self.word(at), self.word(at + 1)) {
            (Word::TIME, Word::ORDINAL) => at + 2,
            (Word::ORDINAL, _) => at + 1,
            _ if self.shape(at).is_capital() => at,
            _ => return None,
        };
        let written = self.document.written(from);
        if is_roman(written) && self.joined(from) {
            return Some((written.to_owned(), from + 1));
        }
        if from == at {
            return None;
        }
        if self.shape(from) == Shape::Number {
            return Some((written.to_owned(), from + 1));
        }
        let joined = (from..from + 3).take_while(|word| *word == from || self.joined(*word));
        let (number, words) = ordinal::ordinal(joined.map(|word| self.document.written(word)))?;
        Some((number.to_string(), from + words))
    }

    /// `khóa XII`, `khoá 15`
    pub fn term(&self, at: usize) -> Option<(String, usize)> {
        if self.word(at) != Word::TERM || !self.joined(at + 1) {
            return None;
        }
        let written = self.document.written(at + 1);
        (is_roman(written) || self.shape(at + 1) == Shape::Number).then(|| (written.to_owned(), at + 2))
    }

    /// `nhiệm kỳ 2020 - 2025`, `nhiệm kỳ 2021 đến 2026`
    pub fn tenure(&self, at: usize) -> Option<usize> {
        if self.word(at) != Word::TENURE || self.word(at + 1) != Word::TENURE_END {
            return None;
        }
        let (_, end) = self.year(at + 2)?;
        let range = self.word(end) == Word::HYPHEN || self.word(end) == Word::TO;
        Some(if range {
            self.year(end + 1).map_or(end, |(_, end)| end)
        } else {
            end
        })
    }
}

/// `IV`, `XIII`
pub fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X' | 'L'))
}
