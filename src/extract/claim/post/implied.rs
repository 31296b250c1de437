//! A post that names no body -> the body that its neighbours tell.

use super::Sentence;
use crate::clean::letters::folded;
use crate::extract::claim::Target;
use crate::extract::claim::element::{Element, Post};
use crate::extract::item::{Item, What};
use crate::lexicon::Word;

impl Sentence<'_, '_> {
    /// The body of a post that names none: a committee's member sits in the committee of the next post's board.
    pub(super) fn implied(&self, index: usize) -> Option<Target> {
        let Element::Post(post) = &self.elements[index] else {
            return None;
        };
        let title = folded(post.title.as_deref()?);
        let member = matches!(
            title.as_str(),
            "uvtv"
                | "uvbtv"
                | "uvbch"
                | "ủy viên ban thường vụ"
                | "ủy viên thường vụ"
                | "ủy viên ban chấp hành"
        );
        let body_of = |other: usize| match self.elements.get(other) {
            Some(Element::Post(post)) => post.body,
            _ => None,
        };
        if member {
            let after = (index + 1..self.elements.len())
                .take_while(|other| self.is_post(*other))
                .find_map(body_of);
            let before = (0..index)
                .rev()
                .take_while(|other| self.is_post(*other))
                .find_map(body_of);
            return match after.or(before)? {
                Target::Item(item) => Some(Target::ParentOf(item)),
                parent @ Target::ParentOf(_) => Some(parent),
            };
        }
        self.led(index, &title)
    }

    /// `Cục trưởng`, `Phó Vụ trưởng` without a body: the department of the party committee before it in the list, else the
    /// next body of the sentence that begins so.
    fn led(&self, index: usize, title: &str) -> Option<Target> {
        let noun = title
            .trim_start_matches("phó ")
            .trim_start_matches("quyền ")
            .strip_suffix(" trưởng")?;
        if let Some(Element::Post(Post {
            body: Some(Target::Item(item)),
            ..
        })) = index.checked_sub(1).and_then(|before| self.elements.get(before))
        {
            let party = matches!(self.reader.word(self.items[*item].from), Word::PARTY);
            if party {
                return Some(Target::ParentOf(*item));
            }
        }
        let begins = |item: &&Item| {
            matches!(item.what, What::Body(_)) && self.reader.document.folded(item.from) == noun
        };
        let from = self.elements[index].from(self.items);
        let end = self.elements.last()?.to(self.items) + 40;
        let mut near = self
            .items
            .iter()
            .enumerate()
            .filter(|(_, item)| item.from >= from && item.from < end);
        near.find(|(_, item)| begins(item))
            .map(|(index, _)| Target::Item(index))
    }
}
