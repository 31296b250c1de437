//! Tokens after `Hợp tác xã` or a company's name -> one past what it trades in, its proper name and its legal form.

use super::{BodyName, Stem, joined_words};
use crate::clean::token::Shape;
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Head, Word};

/// Words of a cooperative's name, at most.
const LONGEST: usize = 14;

impl Reader<'_> {
    pub(super) fn is_cooperative(&self, name: &BodyName) -> bool {
        matches!(name.stem, Stem::Head(head) if self.lexicon.heads[head].name == "Hợp tác xã")
    }

    /// `Sản xuất nông sản và dược liệu Kiên Nga`: a trade in small letters, and the proper name at its end
    pub(super) fn enterprise(&self, at: usize) -> Option<usize> {
        let mut end = at;
        let mut capital = at;
        while end < at + LONGEST && (end == at || self.joined(end)) && !self.ends_trade(at, end) {
            if self.capital(end) && self.shape(end).is_word() {
                capital = end + 1;
            }
            end += 1;
        }
        let compound = self.find(Class::Field, capital.checked_sub(1)?);
        let capital = compound.map_or(capital, |found| found.end.max(capital));
        // A trade alone (`HTX nông nghiệp`) is read as any subject is.
        (capital > at + 1).then_some(capital)
    }

    /// Whether the name that begins at `at` ends before `end`.
    fn ends_trade(&self, at: usize, end: usize) -> bool {
        let link = matches!(self.word(end), Word::AND | Word::HYPHEN | Word::AMPERSAND);
        if link {
            return !(self.shape(end + 1).is_word() && self.joined(end + 1))
                || self.find(Class::Head, end + 1).is_some();
        }
        // `Kiên Nga | bán ra`: small letters behind the proper name
        let named = end >= at + 2 && self.capital(end - 1) && self.capital(end - 2);
        let small = self.shape(end) == Shape::Lower;
        let person = self.name(end).is_some_and(|name| end > at && name.end - end >= 3);
        let titled = self
            .find(Class::Title, end)
            .is_some_and(|title| title.end > end + 1);
        !self.shape(end).is_word()
            || named && small
            || person
            || titled
            || self.boundary(end)
            || self.place_kind(end).is_some() && small && end > at
    }

    /// `- Công ty CP` behind `Tập đoàn Vingroup`, `- CTCP` behind `Tổng công ty …`; one past it
    pub(super) fn legal_form(&self, head: &Head, name: &mut BodyName, at: usize) -> usize {
        let company = matches!(head.name.as_str(), "Tập đoàn" | "Tổng công ty");
        if !company || name.tail.is_empty() || self.word(at) != Word::HYPHEN || !self.joined(at) {
            return at;
        }
        let form = self.find(Class::Head, at + 1).filter(|found| {
            self.joined(at + 1)
                && matches!(
                    self.lexicon.heads[found.item].name.as_str(),
                    "Công ty cổ phần" | "Công ty TNHH"
                )
                && !(self.capital(found.end) && self.joined(found.end))
        });
        let Some(form) = form else { return at };
        name.tail = joined_words(&name.tail, &self.document.phrase(at, form.end));
        form.end
    }
}
