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
        let bracket = self.word(at) == Word::OPEN && from == at + 1;
        let named = matches!(self.word(from), Word::DAY | Word::YEAR | Word::MONTH);
        if !(at..=from).all(|index| self.joined(index)) || !(named || bracket) {
            return None;
        }
        let (date, end) = self.date(from)?;
        date.year.is_some().then_some((date, end))
    }

    /// The day of the act of issuing: `Ngày 4/12/2025, … ban hành Quyết định …`, `… được Quốc hội thông qua ngày 18/1/2024`.
    /// The directive stands at tokens `from..to`.
    pub fn date_of_issue(&self, from: usize, to: usize) -> Option<Date> {
        let sentence = self.document.sentences[self.document.sentence_of(from)];
        if let Some(verb) = self.issuing_before(from) {
            let mut days = (sentence.from..verb)
                .filter(|at| self.word(*at) == Word::DAY)
                .filter_map(|at| self.date(at));
            let last = days
                .next_back()
                .map(|(date, _)| date)
                .filter(|date| date.day.is_some() && date.year.is_some());
            if last.is_some() {
                return last;
            }
        }
        let end = sentence.to.min(to + 70);
        (to..end)
            .take_while(|at| !matches!(self.word(*at), Word::SEMICOLON))
            .find_map(|at| {
                let verb = self.issuing(at)?;
                let passive = (to..at).any(|index| matches!(self.word(index), Word::GETS | Word::BY));
                let (date, _) = self
                    .date(verb)
                    .filter(|_| passive && self.word(verb) == Word::DAY)?;
                date.year.is_some().then_some(date)
            })
    }

    /// The first token of the issuing verb that ends right before a directive at `to`: `ban hành`, `ra quyết định`,
    /// `có tờ trình`.
    pub fn issuing_before(&self, to: usize) -> Option<usize> {
        let puts_out = |at: usize| at + 1 == to && matches!(self.document.written(at), "ra" | "có");
        (1..=3)
            .filter_map(|back| to.checked_sub(back))
            .find(|at| self.issuing(*at) == Some(to) || puts_out(*at))
    }

    /// `ban hành`, `ký ban hành`, `thông qua` at `at`; one past it
    fn issuing(&self, at: usize) -> Option<usize> {
        let strong = matches!(self.document.written(at), "ban" | "ký" | "thông");
        strong.then(|| self.cue(Cue::Issues, at)).flatten()
    }
}
