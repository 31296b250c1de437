//! A directive among its neighbours -> the day it was issued, where the text gives it.

use crate::extract::date::Date;
use crate::extract::reader::Reader;
use crate::lexicon::{Cue, Word};

impl<'d> Reader<'d> {
    /// The date right after a directive that ends before `at`: `ngày 18/5/2021`, `, ngày 7/8/2023`, `(ngày …`, `năm 2016`.
    pub fn date_after(&self, at: usize) -> Option<(Date, usize)> {
        let mut from = at;
        if self.word(from) == Word::QUOTE {
            from += 1;
        }
        from += usize::from(matches!(self.word(from), Word::COMMA | Word::OPEN));
        if let Some(end) = self.cue(Cue::Issues, from) {
            from = end;
        }
        if !(at..=from).all(|index| self.joined(index))
            || !matches!(self.word(from), Word::DAY | Word::YEAR | Word::MONTH)
        {
            return None;
        }
        let (date, end) = self.date(from)?;
        date.year.is_some().then_some((date, end))
    }
}
