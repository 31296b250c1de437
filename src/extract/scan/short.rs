//! Short forms that a page gives its bodies in brackets -> the bodies that they name elsewhere on it.

use super::{BEGINNINGS, Scan};
use crate::clean::letters::folded;
use crate::clean::token::Shape;
use crate::extract::body::{BodyName, Stem};
use crate::extract::item::What;
use crate::lexicon::{Class, Part, Word};

/// The rule of a body named by the short form that the page gives it: it is the body that the form was given to.
pub const BY_SHORT_FORM: &str = "committee: by the page's short form";

impl Scan<'_> {
    /// Whether a short form in capitals stands anywhere before the brackets that give it to a body.
    pub(super) fn used_before_given(&self) -> bool {
        let reader = self.reader;
        self.short.iter().any(|(short, _)| {
            (0..reader.document.len())
                .find(|at| reader.shape(*at) == Shape::Upper && reader.document.folded(*at) == short.as_str())
                .is_some_and(|first| reader.word(first.wrapping_sub(1)) != Word::OPEN)
        })
    }

    /// The body that the words `at..end` were given as the short form of.
    pub(super) fn short_for(&self, at: usize, end: usize) -> Option<BodyName> {
        let words = folded(&self.reader.document.phrase(at, end));
        let (_, body) = self.short.iter().find(|(short, _)| *short == words)?;
        Some(body.clone())
    }

    /// `Đoàn Thanh niên CIC`, `BCH Chi đoàn CIC`, where the page calls a body `CIC`
    pub(super) fn of_short(&self, at: usize) -> Option<(BodyName, usize)> {
        let reader = self.reader;
        let head = reader.find(Class::Head, at).filter(|_| !self.short.is_empty())?;
        let of_body = reader.lexicon.heads[head.item].tail.contains(&Part::Parent);
        let end = reader.after_abbreviation(head.end);
        if !of_body || !reader.joined(end) || !(reader.capital(at) || reader.after_post(at)) {
            return None;
        }
        let upper = reader.shape(end) == Shape::Upper;
        let whole = self
            .short_for(end, end + 1)
            .filter(|_| upper)
            .map(|body| (body, end + 1));
        let (parent, end) = whole.or_else(|| self.of_short(end))?;
        // `Đảng ủy CATW`, where `CATW` was given to the Đảng ủy itself
        let same = match parent.stem {
            Stem::Head(other) => other == head.item,
            Stem::Fixed(other) => reader.lexicon.bodies[other]
                .name
                .starts_with(&reader.lexicon.heads[head.item].name),
        };
        if same {
            return Some((parent, end));
        }
        let mut body = BodyName::bare(head.item);
        body.parent = Some(Box::new(parent));
        Some((body, end))
    }

    /// `AIC` behind `Công ty AIC`, `Vạn Thịnh Phát` behind `Tập đoàn Vạn Thịnh Phát`: the proper name of a company, which the page
    /// calls it by as well
    pub(super) fn company_name(&mut self, from: usize, to: usize, body: &BodyName) {
        let reader = self.reader;
        let whole = body.parent.is_none() && body.place.is_none() && body.country.is_none();
        if !whole || body.tail.is_empty() || !reader.is_company(body) {
            return;
        }
        let Some(start) = (from..to).find(|at| reader.document.phrase(*at, to) == body.tail) else {
            return;
        };
        let upper = to == start + 1 && reader.shape(start) == Shape::Upper && body.tail.len() >= 3;
        let words =
            (2..=4).contains(&(to - start)) && (start..to).all(|at| reader.shape(at) == Shape::Capital);
        let other = BEGINNINGS
            .iter()
            .chain([&Class::Country, &Class::Surname, &Class::Field])
            .any(|class| reader.find(*class, start).is_some());
        if (upper || words) && !other {
            self.companies.push((folded(&body.tail), body.clone()));
        }
    }

    /// A company named by its proper name alone at `at`, and one past it
    pub(super) fn by_company_name(&self, at: usize) -> Option<(BodyName, usize)> {
        let reader = self.reader;
        self.companies.iter().find_map(|(name, body)| {
            let end = at + name.split(' ').count();
            let same = (at..end).all(|index| reader.capital(index) && (index == at || reader.joined(index)))
                && folded(&reader.document.phrase(at, end)) == *name;
            let longer = reader.capital(end) && reader.joined(end)
                || at > 0 && reader.joined(at) && reader.capital(at - 1);
            (same && !longer).then(|| (body.clone(), end))
        })
    }

    /// `Ban Quản lý dự án 2 (BQLDA)`, `(sau đây gọi tắt là Ban Chỉ đạo)` after a body that ends at `at`: its short form; where to
    /// go on.
    pub(super) fn shortened(&mut self, at: usize, body: BodyName) -> usize {
        let Some((from, to)) = self.reader.short_form(at) else {
            return at;
        };
        self.short
            .push((folded(&self.reader.document.phrase(from, to)), body.clone()));
        self.push(from, to, What::Body(body), BY_SHORT_FORM)
    }
}
