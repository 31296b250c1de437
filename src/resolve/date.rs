//! A written date -> a small comparable value, as exact as the text: a day, a month or a year.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A day, a month or a year of the common era. Earlier is smaller; a year stands before its months and days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(u32);

/// The words were no date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no date; write it as 2023, 2023-12 or 2023-12-28")]
pub struct NoDate(String);

impl Date {
    pub fn year(self) -> u32 {
        self.0 / 10_000
    }

    /// 1 to 12, where the text gave it.
    pub fn month(self) -> Option<u32> {
        Some(self.0 / 100 % 100).filter(|month| *month > 0)
    }

    /// 1 to 31, where the text gave it.
    pub fn day(self) -> Option<u32> {
        Some(self.0 % 100).filter(|day| *day > 0)
    }

    /// The earliest day that this can be.
    pub fn first_day(self) -> Date {
        let day = self.day().unwrap_or(1).min(self.last_day().0 % 100);
        Date(self.year() * 10_000 + self.month().unwrap_or(1) * 100 + day)
    }

    /// The latest day that this can be.
    pub fn last_day(self) -> Date {
        let month = self.month().unwrap_or(12);
        let leap = self.year().is_multiple_of(4)
            && (!self.year().is_multiple_of(100) || self.year().is_multiple_of(400));
        let length = match month {
            2 => 28 + u32::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        Date(self.year() * 10_000 + month * 100 + self.day().unwrap_or(length).min(length))
    }

    /// True when both can be the same day: equal, or one is the month or year of the other.
    pub fn agrees_with(self, other: Date) -> bool {
        let same = |left: Option<u32>, right: Option<u32>| left.is_none() || right.is_none() || left == right;
        self.year() == other.year() && same(self.month(), other.month()) && same(self.day(), other.day())
    }
}

impl FromStr for Date {
    type Err = NoDate;

    fn from_str(text: &str) -> Result<Date, NoDate> {
        parse(text).ok_or_else(|| NoDate(text.chars().take(40).collect()))
    }
}

fn parse(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = parts
        .next()
        .map(|part| digits(part, 2).filter(|month| (1..=12).contains(month)));
    let day = parts
        .next()
        .map(|part| digits(part, 2).filter(|day| (1..=31).contains(day)));
    if year == 0 || parts.next().is_some() || month == Some(None) || day == Some(None) {
        return None;
    }
    let number = |part: Option<Option<u32>>| part.flatten().unwrap_or(0);
    Some(Date(year * 10_000 + number(month) * 100 + number(day)))
}

fn digits(text: &str, length: usize) -> Option<u32> {
    let plain = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}", self.year())?;
        if let Some(month) = self.month() {
            write!(out, "-{month:02}")?;
        }
        match self.day() {
            Some(day) => write!(out, "-{day:02}"),
            None => Ok(()),
        }
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_as_it_was_read() {
        for text in ["2023", "2023-12", "2023-12-28", "0938-01-01"] {
            assert_eq!(
                text.parse::<Date>().map(|date| date.to_string()),
                Ok(text.to_owned())
            );
        }
    }

    #[test]
    fn words_that_are_no_date_are_refused() {
        for text in [
            "",
            "28/12/2023",
            "2023-13",
            "2023-12-32",
            "2023-1-1",
            "2023-12-28-1",
            "0000",
            "２０２３",
        ] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_month_and_a_year_have_first_and_last_days() {
        let days = |text: &str| {
            let date = text.parse::<Date>().expect("a date");
            [date.first_day().to_string(), date.last_day().to_string()]
        };
        assert_eq!(days("2024-02"), ["2024-02-01", "2024-02-29"]);
        assert_eq!(days("2023"), ["2023-01-01", "2023-12-31"]);
        assert_eq!(days("2023-02-31"), ["2023-02-28", "2023-02-28"]);
    }

    #[test]
    fn a_year_agrees_with_its_days_and_with_no_other() {
        let date = |text: &str| text.parse::<Date>().expect("a date");
        assert!(date("2023").agrees_with(date("2023-12-28")));
        assert!(date("2023-12-28").agrees_with(date("2023-12")));
        assert!(!date("2023-11").agrees_with(date("2023-12-28")));
        assert!(!date("2022").agrees_with(date("2023-12-28")));
        assert!(date("2023") < date("2023-01-01"));
    }
}
