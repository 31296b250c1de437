//! Numbers -> drafts: one for each document that bears the number.

use super::{Draft, Resolver};
use crate::clean::letters::folded;
use crate::extract::date::Date;
use crate::extract::directive::DirectiveName;
use crate::extract::number::{Number, key};

impl Resolver<'_, '_> {
    /// The draft of a number: told apart by its type word (`Chương trình 32-CT/TU`, `Chỉ thị 32-CT/TU`) and by its day.
    pub(super) fn by_number(&mut self, name: &DirectiveName, number: &Number, date: Option<Date>) -> usize {
        let known = self.numbers.get(&key(number)).cloned().unwrap_or_default();
        let typed = |draft: &Draft| {
            draft.document_type.is_none()
                || name.document_type.is_none()
                || draft.document_type == name.document_type
        };
        let dated = |draft: &Draft| match (draft.date, date) {
            (Some(known), Some(date)) => known.year == date.year,
            _ => true,
        };
        let mut fitting = known
            .iter()
            .rev()
            .copied()
            .filter(|draft| typed(&self.drafts[*draft]) && dated(&self.drafts[*draft]));
        let existing = fitting.next().or_else(|| {
            if known.is_empty() {
                self.misspelt(number)
            } else {
                None
            }
        });
        let draft = existing.unwrap_or_else(|| {
            self.drafts.push(Draft {
                number: Some(number.clone()),
                ..Draft::default()
            });
            self.drafts.len() - 1
        });
        let list = self.numbers.entry(key(number)).or_default();
        if !list.contains(&draft) {
            list.push(draft);
        }
        let entry = &mut self.drafts[draft];
        entry.document_type = entry.document_type.or(name.document_type);
        entry.date = entry.date.or(date);
        // `Luật Các tổ chức tín dụng 2024 số 32/2024/QH15`
        entry.year = entry.year.or(name.year);
        // `27/CT-TTG` of a heading in capitals is `27/CT-TTg`.
        let capitals = |number: &Number| !number.standard().contains(char::is_lowercase);
        if entry.number.as_ref().is_some_and(capitals) && !capitals(number) {
            entry.number = Some(number.clone());
        }
        draft
    }

    /// `1517-QĐ/TW` beside `1517-QĐNS/TW`: one number of which one writing lacks a letter.
    fn misspelt(&self, number: &Number) -> Option<usize> {
        let alike = |other: &Number| {
            let (left, right) = (folded(&other.symbol), folded(&number.symbol));
            other.digits == number.digits
                && number.digits.len() >= 3
                && other.issuer == number.issuer
                && other.year == number.year
                && (left.starts_with(&right) || right.starts_with(&left))
                && !left.is_empty()
                && !right.is_empty()
        };
        let mut fitting = self
            .drafts
            .iter()
            .enumerate()
            .filter(|(_, draft)| draft.number.as_ref().is_some_and(alike));
        let first = fitting.next()?.0;
        fitting.next().is_none().then_some(first)
    }
}
