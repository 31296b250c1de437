//! Short forms that a page gives its bodies in brackets -> the bodies that they name elsewhere on it.

use super::Scan;
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
