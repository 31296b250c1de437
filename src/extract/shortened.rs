//! Tokens -> a directive whose number is cut short: `Nghị quyết 57`, `Chỉ thị số 05`, `Nghị định 178/2024`.

use crate::clean::token::{Gap, Shape};
use crate::extract::directive::{DirectiveName, FoundDirective};
use crate::extract::reader::Reader;
use crate::lexicon::Word;

/// Digits of the longest number that is cited without its symbol.
const LONGEST: usize = 4;

impl Reader<'_> {
    /// The directive whose type stands at `at..end` and whose number is digits alone.
    pub(super) fn cut_short(
        &self,
        at: usize,
        end: usize,
        document_type: Option<usize>,
    ) -> Option<FoundDirective> {
        let known = document_type.is_some_and(|item| !self.lexicon.document_types[item].symbols.is_empty());
        let labelled = self.word(end) == Word::NUMBER;
        let digits = end + usize::from(labelled);
        if !known || !self.joined(end) || !self.joined(digits) {
            return None;
        }
        let (year, to) = self.cut_digits(digits)?;
        // `Nghị quyết 57 năm`, `thông báo 15 trường hợp`: digits that count what follows; `số` says that they do not.
        let counts = self.shape(to) == Shape::Lower && self.joined(to) && !self.boundary(to);
        let calendar = !labelled && year.is_none() && self.year(digits).is_some();
        if (counts && !labelled) || calendar {
            return None;
        }
        let long = self.document.written(digits).len() >= 2;
        let named = self.capital(at) || (long && (labelled || year.is_some() || self.of_body(to)));
        named.then(|| self.shortened(at, digits, to, document_type, year))
    }

    /// `Kết luận số 126, 127 của …`: the next number of the type of the directive that ends before the mark at `at - 1`.
    pub(super) fn cut_short_next(&self, at: usize, before: &DirectiveName) -> Option<FoundDirective> {
        before.digits.as_ref()?;
        let (year, to) = self.cut_digits(at)?;
        let ends = self.shape(to) == Shape::Mark || self.word(to) == Word::AND || self.of_body(to);
        let like = self.document.written(at).len() >= 2 && (ends || !self.joined(to));
        (like && (year.is_some() || self.year(at).is_none()))
            .then(|| self.shortened(at, at, to, before.document_type, year))
    }

    /// The year behind the digits at `at`, where one stands there, and one past the number; nothing for shares,
    /// fractions, days and the like.
    fn cut_digits(&self, at: usize) -> Option<(Option<u16>, usize)> {
        if self.shape(at) != Shape::Number || self.document.written(at).len() > LONGEST {
            return None;
        }
        let glued = |index: usize| self.document.gap(index) == Gap::None;
        // `Nghị định 178/2024`
        if self.word(at + 1) == Word::SLASH && glued(at + 1) {
            let (year, to) = self.year(at + 2).filter(|_| glued(at + 2))?;
            let goes_on = matches!(self.word(to), Word::SLASH | Word::HYPHEN) && glued(to);
            return (!goes_on).then_some((Some(year), to));
        }
        let next = self.word(at + 1);
        let fraction = matches!(next, Word::DOT | Word::COMMA | Word::HYPHEN)
            && glued(at + 2)
            && self.shape(at + 2) == Shape::Number;
        (!fraction && !matches!(next, Word::PERCENT | Word::SLASH | Word::YEAR)).then_some((None, at + 1))
    }

    /// `của Bộ Chính trị` at `at`
    fn of_body(&self, at: usize) -> bool {
        self.word(at) == Word::OF && self.joined(at) && self.body(at + 1).is_some()
    }

    fn shortened(
        &self,
        from: usize,
        digits: usize,
        to: usize,
        document_type: Option<usize>,
        year: Option<u16>,
    ) -> FoundDirective {
        let name = DirectiveName {
            document_type,
            digits: Some(self.document.written(digits).trim_start_matches('0').to_owned()),
            year,
            ..DirectiveName::default()
        };
        FoundDirective::single(from, to, name, "directive: number cut short")
    }
}
