//! A head alone -> the body that it points to: one named before, or that of the post beside it.

use super::Resolver;
use super::told::comparable;
use crate::extract::body::{BodyName, Stem};
use crate::resolve::within::Entities;

impl Resolver<'_, '_> {
    /// A head alone points to the body last named before that begins with it, or to the only one named after.
    pub(super) fn point_back(&mut self, index: usize, body: &BodyName, entities: &mut Entities) {
        let item = &self.items[index];
        let Stem::Head(head) = body.stem else { return };
        let head = &self.reader.lexicon.heads[head];
        // `Sở Xây dựng` points to no other `Sở`.
        let begins = comparable(&format!("{} {}", head.name, body.tail));
        let mut candidates = self.heads.get(&head.name).cloned().unwrap_or_default();
        candidates.retain(|entity| comparable(&entities.list[*entity].name).starts_with(&begins));
        let candidates = candidates.as_slice();
        let before = (0..if candidates.is_empty() { 0 } else { index })
            .rev()
            .find_map(|other| entities.of(other).filter(|entity| candidates.contains(entity)));
        match (before, candidates) {
            (Some(entity), _) | (None, &[entity]) => entities.ids[index].push(entity),
            (None, []) => {
                entities
                    .unresolved
                    .push((item.from, item.to, "a body without its place or parent"))
            }
            (None, _) => entities
                .unresolved
                .push((item.from, item.to, "a body that may be one of several")),
        }
    }
}
