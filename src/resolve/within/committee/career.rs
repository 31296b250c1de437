//! A body of a post among the further posts of its holder -> the body with the place that a later one of them names.
//!
//! In `Ủy viên Ban Thường vụ Tỉnh ủy, nguyên Giám đốc Công an tỉnh Lạng Sơn` the committee is that of Lạng Sơn, whatever
//! province the page is about.

use super::{LIST, Resolver};
use crate::extract::body::{BodyName, Stem};
use crate::extract::item::What;
use crate::extract::place::PlaceName;
use crate::lexicon::{PlaceKind, Scope, Word};
use crate::resolve::within::places::kind_of;

impl Resolver<'_, '_> {
    /// The body with the place of its kind that the same list of posts names.
    pub(super) fn in_career(&self, index: usize, body: &BodyName) -> BodyName {
        let mut body = body.clone();
        let unnamed = body
            .place
            .as_ref()
            .is_none_or(|place| place.name.is_none() && !place.central);
        let wanted = match self.kind(&body) {
            Some(kind)
                if unnamed && body.parent.is_none() && body.country.is_none() && self.is_post(index) =>
            {
                kind
            }
            _ => return body,
        };
        if let Some(name) = self.named_later(index, wanted) {
            let kind = body.place.take().and_then(|place| place.kind);
            body.place = Some(PlaceName {
                kind,
                name: Some(name),
                central: false,
            });
        }
        body
    }

    /// `bí thư Tỉnh ủy`, `tỉnh ủy viên`
    fn is_post(&self, index: usize) -> bool {
        let item = &self.items[index];
        let titled = index
            .checked_sub(1)
            .map(|before| &self.items[before])
            .is_some_and(|before| before.to == item.from && matches!(before.what, What::Title(_)));
        titled || self.reader.word(item.to) == Word::MEMBER
    }

    /// The name of the first place of a kind among the posts that follow in one list.
    fn named_later(&self, index: usize, wanted: PlaceKind) -> Option<String> {
        let mut end = self.items[index].to;
        for item in self.items[index + 1..].iter().take(LIST) {
            if item.from - end > 3
                || !(end..item.from).all(|at| self.lists_posts(at))
                || !self.reader.joined(item.from)
            {
                return None;
            }
            end = item.to;
            let name = match &item.what {
                What::Title(_) | What::Rank => None,
                What::Body(body) => self.place_of(body, wanted),
                What::Place(place) if place.kind == Some(wanted) => place.name.clone(),
                _ => return None,
            };
            if name.is_some() {
                return name;
            }
        }
        None
    }

    fn lists_posts(&self, at: usize) -> bool {
        matches!(
            self.reader.word(at),
            Word::COMMA | Word::HYPHEN | Word::FORMER | Word::EX | Word::MEMBER | Word::OF
        )
    }

    /// The place of a body, where it is of the kind.
    fn place_of(&self, body: &BodyName, wanted: PlaceKind) -> Option<String> {
        let name = body.place.as_ref().and_then(|place| place.name.clone());
        match name {
            Some(name) => (self.kind(body) == Some(wanted)).then_some(name),
            None => self.place_of(body.parent.as_deref()?, wanted),
        }
    }

    /// The kind of place that a body is of.
    fn kind(&self, body: &BodyName) -> Option<PlaceKind> {
        let place = body.place.as_ref();
        let own = || match body.stem {
            Stem::Head(head) => match self.reader.lexicon.heads[head].scope {
                Scope::Of(kind) => Some(kind),
                _ => None,
            },
            Stem::Fixed(_) => None,
        };
        place
            .and_then(|place| place.kind)
            .or_else(own)
            .or_else(|| kind_of(self.reader.lexicon, place?.name.as_deref()?))
    }
}
