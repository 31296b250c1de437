//! Tokens -> a directive: a type and its number (`Chỉ thị số 05-CT/TW`), a number alone, or a number cut short.

use crate::clean::letters::folded;
use crate::extract::number::Number;
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Word};

/// A directive as its words name it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DirectiveName {
    /// Index into the lexicon's document types.
    pub document_type: Option<usize>,
    pub number: Option<Number>,
    /// Digits of a number cut short: `57` of `Nghị quyết 57`.
    pub digits: Option<String>,
    /// What it is called: `Luật Thủ đô`, `Nghị quyết Đại hội XIII của Đảng`.
    pub title: Option<String>,
    /// The title as written where that is shorter: `Luật MTTQ Việt Nam`.
    pub short: Option<String>,
    /// Congress or assembly term: `XII`.
    pub term: Option<String>,
    /// Year that is part of the name: `2013` of `Hiến pháp năm 2013`, `2024` of `Nghị định 178/2024`.
    pub year: Option<u16>,
    /// Titles of the laws that a `Luật sửa đổi, bổ sung một số điều của …` amends.
    pub amended: Vec<String>,
    /// `Quyết định này`: the page's own.
    pub own: bool,
    /// A named document of a local congress: the place and its body are wanting.
    pub local: Option<crate::extract::congress::Congress>,
}

/// A directive found at a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDirective {
    pub from: usize,
    pub to: usize,
    pub name: DirectiveName,
    /// Further documents that the same words name: `Nghị quyết Trung ương 4 (khóa XII, XIII)`.
    pub others: Vec<DirectiveName>,
    pub rule: &'static str,
}

impl FoundDirective {
    /// One document named by tokens `from..to`.
    pub fn single(from: usize, to: usize, name: DirectiveName, rule: &'static str) -> FoundDirective {
        FoundDirective {
            from,
            to,
            name,
            others: Vec::new(),
            rule,
        }
    }
}

impl<'d> Reader<'d> {
    /// The directive whose type word stands at `at`.
    pub fn directive(&self, at: usize, numbers: &[Number]) -> Option<FoundDirective> {
        let kind = self.find(Class::DocumentType, at)?;
        let mut document_type = Some(kind.item);
        if let Some((number, to)) = self.number_after(kind.end, numbers) {
            document_type = document_type.map(|item| self.numbered_as(at, kind.end, item, &number));
            let name = DirectiveName {
                document_type,
                number: Some(number),
                ..DirectiveName::default()
            };
            return Some(FoundDirective::single(at, to, name, "directive: type and number"));
        }
        if self.word(kind.end) == Word::THIS && self.joined(kind.end) && self.capital(at) {
            let name = DirectiveName {
                document_type,
                own: true,
                ..DirectiveName::default()
            };
            return Some(FoundDirective::single(
                at,
                kind.end + 1,
                name,
                "directive: the page's own",
            ));
        }
        if let Some(found) = self.named_directive(at, kind, numbers) {
            return Some(found);
        }
        if let Some(found) = self.described(at, kind.end, document_type, numbers) {
            return Some(found);
        }
        self.cut_short(at, kind.end, document_type)
    }

    /// `Thông báo Kết luận số 02-KL/TW` is a Kết luận: of types whose words end alike, the one that the number stands for.
    fn numbered_as(&self, at: usize, end: usize, item: usize, number: &Number) -> usize {
        let symbol = folded(&number.symbol);
        let stands_for = |item: usize| self.lexicon.document_types[item].symbols.contains(&symbol);
        let shorter = (at + 1..end)
            .filter_map(|from| self.find(Class::DocumentType, from))
            .filter(|found| found.end == end)
            .map(|found| found.item);
        std::iter::once(item)
            .chain(shorter)
            .find(|item| stands_for(*item))
            .unwrap_or(item)
    }

    /// A number without its type before it: in a table, under a letterhead, or behind `văn bản số`.
    pub fn bare_number(&self, at: usize, numbers: &[Number]) -> Option<FoundDirective> {
        let (number, to) = self.number_at(at, numbers)?;
        let label = at - usize::from(at > 0 && self.word(at - 1) == Word::NUMBER);
        // `206-CP` is no number unless the word before it says so; `mẫu số 01/TB-ĐT` is a form to be filled in.
        let form = label > 0 && self.document.is(label - 1, "mẫu");
        if form || (number.symbol.is_empty() && number.year.is_none()) {
            return None;
        }
        let name = DirectiveName {
            number: Some(number),
            ..DirectiveName::default()
        };
        let called = label >= 2 && self.document.is(label - 2, "văn") && self.document.is(label - 1, "bản");
        let from = if called && (label - 1..=at).all(|index| self.joined(index)) {
            label - 2
        } else {
            at
        };
        Some(FoundDirective::single(from, to, name, "directive: number alone"))
    }

    /// The number whose first token is `at`, and one past its last token.
    pub fn number_at(&self, at: usize, numbers: &[Number]) -> Option<(Number, usize)> {
        let start = self.document.tokens.get(at)?.start as usize;
        let index = numbers.binary_search_by_key(&start, |number| number.start).ok()?;
        let number = &numbers[index];
        let end = self.document.tokens[at..].partition_point(|token| (token.end as usize) <= number.end) + at;
        // A number may be broken over a line, never over a paragraph.
        let whole = (at + 1..end).all(|index| self.joined(index));
        whole.then(|| (number.clone(), end))
    }

    /// `05-CT/TW`, `số 05-CT/TW`, `số: 89/2025/UBTVQH15` in the paragraph of the type word
    fn number_after(&self, at: usize, numbers: &[Number]) -> Option<(Number, usize)> {
        let mut from = at;
        if self.word(from) == Word::NUMBER {
            from += 1;
            from += usize::from(self.word(from) == Word::NUMBER_SIGN);
            from += usize::from(self.word(from) == Word::COLON);
        }
        if !(at..=from).all(|index| self.joined(index)) {
            return None;
        }
        self.number_at(from, numbers)
    }

    /// `Báo cáo thẩm tra số 685/BC-UBVHXH15`, `Báo cáo giải trình, tiếp thu số …`: a few words that say which kind, then `số`
    fn described(
        &self,
        at: usize,
        end: usize,
        document_type: Option<usize>,
        numbers: &[Number],
    ) -> Option<FoundDirective> {
        let number_word = (end..end + 7).find(|index| self.word(*index) == Word::NUMBER)?;
        let plain = (end..number_word).all(|index| {
            self.joined(index)
                && (self.shape(index).is_word() || (self.word(index) == Word::COMMA && index > end))
                && self.find(Class::DocumentType, index).is_none()
                && !matches!(
                    self.word(index),
                    Word::OF
                        | Word::AT
                        | Word::ABOUT
                        | Word::FOR
                        | Word::BY
                        | Word::TO
                        | Word::ACCORDING
                        | Word::EACH
                        | Word::IS
                )
        });
        let (number, to) = self.number_after(number_word, numbers).filter(|_| plain)?;
        let name = DirectiveName {
            document_type,
            number: Some(number),
            ..DirectiveName::default()
        };
        Some(FoundDirective::single(
            at,
            to,
            name,
            "directive: type, subject and number",
        ))
    }
}
