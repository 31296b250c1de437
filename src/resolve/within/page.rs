//! A document and its items -> what the page is: headline, day of publication, site.

use crate::extract::date::Date;
use crate::extract::item::{Item, What};
use crate::extract::own::signed_line;
use crate::extract::reader::Reader;
use crate::lexicon::Word;
use crate::resolve::record::Zone;

/// What the page says of itself.
#[derive(Clone, Debug, Default)]
pub struct Page {
    pub title: Option<String>,
    /// The day it was published or signed.
    pub date: Option<Date>,
    /// The year that dates without a year are in.
    pub year: Option<u16>,
    pub site: Option<String>,
    /// The year whose work the page looks back on: `tổng kết công tác năm 2021`.
    pub reviewed: Option<u16>,
    /// Tokens of the line `Hà Nội, ngày 18 tháng 11 năm 2025` of an official document, where it is one.
    pub signed: Option<(usize, Date)>,
}

impl Page {
    /// The year of a day that names none: the page's, or by what the page reviews: a review of 2021 is held late in 2021
    /// or early in 2022.
    pub fn year_of(&self, day: Date) -> Option<u16> {
        if self.date.is_some() {
            return self.year;
        }
        match (self.reviewed, day.month) {
            (Some(year), Some(month)) if month <= 3 => Some(year + 1),
            (Some(year), Some(_)) => Some(year),
            _ => self.year,
        }
    }
}

/// Reads what the page says of itself.
pub fn page(reader: Reader<'_>, items: &[Item]) -> Page {
    let title = title(reader);
    let signed = signed_line(reader);
    let date = signed
        .map(|(_, date)| date)
        .or_else(|| posted(reader, items))
        .or_else(|| first_dated(reader, items));
    let year = date.and_then(|date| date.year).or_else(|| common_year(reader));
    Page {
        reviewed: reviewed(reader),
        title,
        date,
        year,
        site: site(reader),
        signed,
    }
}

fn title(reader: Reader<'_>) -> Option<String> {
    let document = reader.document;
    let line = document.zones.iter().position(|zone| *zone == Zone::Headline)?;
    let from = document
        .tokens
        .partition_point(|token| (token.line as usize) < line);
    let to = document
        .tokens
        .partition_point(|token| (token.line as usize) <= line);
    (from < to).then(|| document.phrase(from, to))
}

/// A whole date in a short line: `Ngày đăng 05/01/2024 | 15:00`, `Trung Kiên 13:39 28/12/2023`
fn posted(reader: Reader<'_>, items: &[Item]) -> Option<Date> {
    let short = reader
        .document
        .sentences
        .iter()
        .filter(|sentence| sentence.to - sentence.from <= 16);
    short
        .filter(|sentence| reader.document.zone(sentence.from) != Zone::Boilerplate)
        .find_map(|sentence| {
            whole_dates(reader, items, sentence.from, sentence.to)
                .into_iter()
                .next()
        })
}

/// The latest whole date of the page's first sentences: a page looks back more often than ahead.
fn first_dated(reader: Reader<'_>, items: &[Item]) -> Option<Date> {
    let first = reader.document.sentences.iter().take(4);
    first
        .filter(|sentence| reader.document.zone(sentence.from) != Zone::Boilerplate)
        .flat_map(|sentence| whole_dates(reader, items, sentence.from, sentence.to))
        .max_by_key(|date| (date.year, date.month, date.day))
}

/// The whole dates in `from..to` that may be the page's own: no birth, and no date of a document.
fn whole_dates(reader: Reader<'_>, items: &[Item], from: usize, to: usize) -> Vec<Date> {
    let own = |at: usize| {
        let born = (1..=4).any(|back| at >= back && is_birth(reader, at - back));
        let before = items.partition_point(|item| item.to <= at);
        let issued = items[..before].last().is_some_and(|item| {
            matches!(item.what, What::Directive { .. })
                && reader.date_after(item.to).is_some_and(|(_, end)| at < end)
        });
        !born && !issued
    };
    let dates = (from..to)
        .filter(|at| own(*at))
        .filter_map(|at| reader.date(at).map(|(date, _)| date));
    dates
        .filter(|date| date.day.is_some() && date.year.is_some_and(|year| year <= 2035))
        .collect()
}

/// `sinh ngày 12/8/1962`, `Ngày sinh: …`
fn is_birth(reader: Reader<'_>, at: usize) -> bool {
    reader.document.is(at, "sinh")
}

/// The latest of the years that the page names often: at least half as often as the one it names most; the headline
/// counts thrice.
fn common_year(reader: Reader<'_>) -> Option<u16> {
    let mut counts: std::collections::BTreeMap<u16, usize> = std::collections::BTreeMap::new();
    for at in 0..reader.document.len() {
        if reader.document.zone(at) == Zone::Boilerplate {
            continue;
        }
        let Some((year, _)) = reader.year(at) else {
            continue;
        };
        // `nhiệm kỳ 2020-2025`, `đến năm 2030` and `30/2020/NĐ-CP` tell no day of the page; `25-10-2024` and
        // `tháng 5-2024` do.
        let dated = |back: usize| {
            at >= back
                && reader
                    .date(at - back)
                    .is_some_and(|(date, end)| date.month.is_some() && end == at + 1)
        };
        let part = [Word::HYPHEN, Word::SLASH].contains(&reader.word(at + 1))
            || (at > 0 && [Word::HYPHEN, Word::TO].contains(&reader.word(at - 1)))
            || (at > 1 && reader.word(at - 1) == Word::YEAR && reader.word(at - 2) == Word::TO);
        // `8/2024`, but `8/2021 - 3/2023` is a part of a career
        let whole = (3..=4).any(dated) || (!part && dated(2));
        let born = (1..=9).any(|back| at >= back && is_birth(reader, at - back));
        // Plans aim at 2030 and 2045.
        if (whole || !part) && !born && year < 2030 {
            // A year in a date with its month is nearer to the page's own than one of a career: `Năm 2020 ông được bầu`.
            let headline = reader.document.zone(at) == Zone::Headline;
            *counts.entry(year).or_default() += match (headline, whole) {
                (true, _) => 3,
                (_, true) => 2,
                _ => 1,
            };
        }
    }
    let most = counts.values().max().copied()?;
    counts
        .into_iter()
        .filter(|(_, count)| count * 2 >= most)
        .map(|(year, _)| year)
        .next_back()
}

/// A host name of the state or press in the first lines: `(Haiphong.gov.vn) -`
fn site(reader: Reader<'_>) -> Option<String> {
    let near = reader.document.len().min(400);
    (0..near).find_map(|at| {
        let vn = reader.document.written(at).eq_ignore_ascii_case("vn")
            && at >= 2
            && reader.word(at - 1) == Word::DOT;
        if !vn {
            return None;
        }
        let mut from = at;
        while from >= 2
            && reader.word(from - 1) == Word::DOT
            && reader.document.gap(from) == crate::clean::token::Gap::None
        {
            from -= 2;
        }
        Some(reader.document.phrase(from, at + 1).to_lowercase())
    })
}

/// `tổng kết … năm 2021` in the first sentences
fn reviewed(reader: Reader<'_>) -> Option<u16> {
    let first = reader
        .document
        .sentences
        .get(3)
        .map_or(reader.document.len(), |sentence| sentence.to);
    let start = (0..first).find(|at| reader.document.is(*at, "tổng") && reader.document.is(at + 1, "kết"))?;
    (start..start + 20)
        .take_while(|at| reader.joined(*at) || *at == start)
        .find_map(|at| {
            let year = reader.year(at + 1).filter(|_| reader.word(at) == Word::YEAR);
            year.map(|(year, _)| year)
        })
}
