//! Tokens -> a date as exact as the words: `28/12/2023`, `ngày 18 tháng 5 năm 2021`, `28.6`, `tháng 8-2022`, `năm 2016`.

use crate::clean::token::{Gap, Shape};
use crate::extract::reader::Reader;
use crate::lexicon::Word;

/// A day, month or year as far as the words say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Date {
    pub year: Option<u16>,
    pub month: Option<u8>,
    pub day: Option<u8>,
}

impl Date {
    /// `2023-12-28`, `2023-12` or `2023`; nothing without a year.
    pub fn iso(self) -> Option<String> {
        let year = self.year?;
        Some(match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
            (Some(month), None) => format!("{year:04}-{month:02}"),
            _ => format!("{year:04}"),
        })
    }

    /// This date, its year filled in where it names none.
    pub fn in_year(self, year: Option<u16>) -> Date {
        Date {
            year: self.year.or(year),
            ..self
        }
    }
}

impl<'d> Reader<'d> {
    /// A date at `at` and one past it; `ngày`, `tháng` and `năm` before it are part of it.
    pub fn date(&self, at: usize) -> Option<(Date, usize)> {
        match self.word(at) {
            Word::DAY => {
                let from = if matches!(self.word(at + 1), Word::EARLY | Word::EARLY_VARIANT) {
                    at + 2
                } else if self.document.is(at + 1, "mai") && self.word(at + 2) == Word::OPEN {
                    // `vào ngày mai (20-2)`
                    at + 3
                } else {
                    at + 1
                };
                self.day(from)
            }
            Word::MONTH => self.month(at + 1),
            Word::YEAR => self.year(at + 1).map(|(year, end)| {
                (
                    Date {
                        year: Some(year),
                        ..Date::default()
                    },
                    end,
                )
            }),
            _ if self.shape(at) == Shape::Number => self.numeric(at),
            _ => None,
        }
    }

    /// After `ngày`: `28/12/2023`, `28/12`, `18 tháng 5 năm 2021`, `6 đến 8/1`, `26/6-1/7`
    fn day(&self, at: usize) -> Option<(Date, usize)> {
        if let Some(found) = self.numeric(at) {
            return Some(found);
        }
        let day = self.number(at, 1, 31)? as u8;
        if self.word(at + 1) == Word::MONTH {
            let month = self.number(at + 2, 1, 12)? as u8;
            let mut date = Date {
                year: None,
                month: Some(month),
                day: Some(day),
            };
            let mut end = at + 3;
            if self.word(end) == Word::YEAR
                && let Some((year, after)) = self.year(end + 1)
            {
                date.year = Some(year);
                end = after;
            } else if matches!(self.word(end), Word::HYPHEN | Word::SLASH)
                && let Some((year, after)) = self.year(end + 1)
            {
                // `ngày 18 tháng 5/2021`
                date.year = Some(year);
                end = after;
            }
            return Some((date, end));
        }
        // `từ ngày 6 đến 8/1`, `ngày 6 và 7/3`: the first day, in the month of the last
        if matches!(
            self.word(at + 1),
            Word::TO | Word::HYPHEN | Word::AND | Word::COMMA
        ) {
            let next = at + 2 + usize::from(self.word(at + 2) == Word::DAY);
            let (date, end) = self.day(next)?;
            return Some((
                Date {
                    day: Some(day),
                    ..date
                },
                end,
            ));
        }
        None
    }

    /// After `tháng`: `8/2022`, `8-2022`, `8 năm 2022`, `8`
    fn month(&self, at: usize) -> Option<(Date, usize)> {
        let month = self.number(at, 1, 12)? as u8;
        let date = Date {
            month: Some(month),
            ..Date::default()
        };
        let linked = match self.word(at + 1) {
            Word::SLASH | Word::HYPHEN | Word::DOT | Word::YEAR => self.year(at + 2),
            _ => None,
        };
        Some(linked.map_or((date, at + 1), |(year, end)| {
            (
                Date {
                    year: Some(year),
                    ..date
                },
                end,
            )
        }))
    }

    /// `28/12/2023`, `28-12-2023`, `28.6`, `8/2022`, `5-6/3` — two or three numbers with the same mark between, close together
    fn numeric(&self, at: usize) -> Option<(Date, usize)> {
        let mark = self.word(at + 1);
        if !matches!(mark, Word::SLASH | Word::HYPHEN | Word::DOT) {
            return None;
        }
        let day = self.number(at, 1, 31)?;
        if let Some((year, end)) = self.year(at + 2)
            && day <= 12
        {
            return Some((
                Date {
                    year: Some(year),
                    month: Some(day as u8),
                    day: None,
                },
                end,
            ));
        }
        if let Some((last, end)) = self.last_day(at) {
            let day = Some(day as u8);
            return Some((Date { day, ..last }, end));
        }
        let spaced = self.document.gap(at + 1) != Gap::None || self.document.gap(at + 2) != Gap::None;
        let month = self.number(at + 2, 1, 12)?;
        let short = Date {
            year: None,
            month: Some(month as u8),
            day: Some(day as u8),
        };
        if self.word(at + 3) == mark
            && let Some((year, end)) = self.year(at + 4)
        {
            return Some((
                Date {
                    year: Some(year),
                    ..short
                },
                end,
            ));
        }
        // `5-7 người` and `4.5 tỷ` are no days: without a year a day is told by its slash or by `ngày` before it.
        let told = mark == Word::SLASH || self.day_before(at);
        (!spaced && told).then_some((short, at + 3))
    }

    /// `ngày 5-6/3`: the last of the days, which tells the month of the first
    fn last_day(&self, at: usize) -> Option<(Date, usize)> {
        let range = self.word(at + 1) == Word::HYPHEN && self.word(at + 3) == Word::SLASH;
        if !range {
            return None;
        }
        self.numeric(at + 2).filter(|(last, _)| last.day.is_some())
    }

    fn day_before(&self, at: usize) -> bool {
        let tomorrow = at >= 3 && self.word(at - 1) == Word::OPEN && self.document.is(at - 2, "mai");
        at > 0
            && (tomorrow
                || matches!(
                    self.word(at - 1),
                    Word::DAY
                        | Word::MORNING
                        | Word::AFTERNOON
                        | Word::EVENING
                        | Word::NOON
                        | Word::EARLY
                        | Word::EARLY_VARIANT
                ))
    }

    /// Four digits that can be a year.
    pub fn year(&self, at: usize) -> Option<(u16, usize)> {
        (self.document.written(at).len() == 4).then_some(())?;
        Some((self.number(at, 1900, 2100)?, at + 1))
    }

    fn number(&self, at: usize, least: u16, most: u16) -> Option<u16> {
        if self.shape(at) != Shape::Number {
            return None;
        }
        self.document
            .written(at)
            .parse()
            .ok()
            .filter(|number| (least..=most).contains(number))
    }
}
