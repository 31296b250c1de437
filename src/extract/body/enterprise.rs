//! Tokens after `Hợp tác xã` or a company's name -> one past what it trades in, its proper name and its legal form.

use super::{BodyName, Stem, joined_words};
use crate::clean::token::Shape;
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Head, Word};

/// First words of the heads that name companies.
const COMPANIES: [&str; 9] = [
    "Công ty",
    "Tổng công ty",
    "Tập đoàn",
    "Ngân hàng",
    "Nhà máy",
    "Nông trường",
    "Lâm trường",
    "Xí nghiệp",
    "Doanh nghiệp",
];

/// Words of a company's or a cooperative's name, at most.
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

    /// Whether a name is that of a company or works.
    pub fn is_company(&self, name: &BodyName) -> bool {
        let Stem::Head(head) = name.stem else { return false };
        COMPANIES
            .iter()
            .any(|first| self.lexicon.heads[head].name.starts_with(first))
    }

    /// `Than Vàng Danh – Vinacomin`, `Đầu tư và Thương mại Điện Quang`, `giống bò sữa Mộc Châu`: the trade and name of the
    /// company whose head begins at `head`; one past it
    pub(super) fn company(&self, head: usize, at: usize) -> Option<usize> {
        let placed = self
            .known_place(at)
            .is_some_and(|(_, end)| !(self.capital(end) && self.joined(end)));
        if placed || self.place_kind(at).is_some() || self.find(Class::Country, at).is_some() {
            return None;
        }
        let start = self.small_trade(at)?;
        // `Giám đốc Công ty Hoa Sen Nguyễn Văn A`
        let person = if self.behind_title(head) {
            self.person_in_run(start)
        } else {
            None
        };
        let mut end = start;
        while end < start + LONGEST && self.capital(end) && self.joined(end) {
            let title = self
                .find(Class::Title, end)
                .is_some_and(|title| title.end > end + 1);
            if end > start && (person == Some(end) || title) {
                break;
            }
            let compound = [Class::Field, Class::EventHead, Class::DocumentType]
                .iter()
                .filter_map(|class| self.find(*class, end))
                .map(|found| found.end)
                .chain(self.central(end))
                .max();
            end = self.small_between(compound.unwrap_or(end + 1));
            end = self.linked_trade(end);
        }
        (end > start).then_some(end)
    }

    /// Where the capitals of a company's name begin that begins at `at`: behind up to four small words of its trade before two
    /// capitals or an acronym.
    fn small_trade(&self, at: usize) -> Option<usize> {
        if self.capital(at) {
            return Some(at);
        }
        let small = |index: usize| {
            self.shape(index) == Shape::Lower
                && self.joined(index)
                && self.find(Class::Cue, index).is_none()
                && self.place_kind(index).is_none()
        };
        let length = (1..=4).take_while(|length| small(at + length - 1)).last()?;
        let start = at + length;
        let named = self.shape(start) == Shape::Upper || self.capital(start) && self.capital(start + 1);
        let other = [
            Class::Head,
            Class::Body,
            Class::Title,
            Class::Place,
            Class::Country,
        ]
        .iter()
        .any(|class| self.find(*class, start).is_some());
        (length > 1 && named && !other && self.joined(start) && self.joined(start + 1)).then_some(start)
    }

    /// Past the mark or `và` at `at` where the name goes on behind it: `– Vinacomin`, `và Thương mại`
    fn linked_trade(&self, at: usize) -> usize {
        let next = at + 1;
        if !self.joined(at) || !self.joined(next) || !self.capital(next) {
            return at;
        }
        let other = [
            Class::Head,
            Class::Body,
            Class::Title,
            Class::DocumentType,
            Class::Country,
        ]
        .iter()
        .any(|class| self.find(*class, next).is_some());
        if other || self.name(next).is_some_and(|name| name.end - next >= 3) {
            return at;
        }
        let trade = self.find(Class::Field, next).is_some()
            || self.shape(next) == Shape::Capital
                && self.shape(next + 1) == Shape::Lower
                && self.joined(next + 1)
                && self.find(Class::Cue, next).is_none();
        match self.word(at) {
            Word::HYPHEN | Word::AMPERSAND => next,
            Word::AND if trade => next,
            // `Xây dựng, Thương mại và Dịch vụ Hoàng Anh`
            Word::COMMA if self.find(Class::Field, next).is_some() => {
                let end = self.find(Class::Field, next).map_or(next, |field| field.end);
                if self.word(end) == Word::AND && self.linked_trade(end) > end {
                    next
                } else {
                    at
                }
            }
            _ if self.shape(at) == Shape::Number => next,
            _ => at,
        }
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
