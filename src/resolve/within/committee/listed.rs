//! A party committee or board named alone in a list of posts -> the body that a later post of the list names in full.

use super::Resolver;
use super::host::{is_party_organ, item_body};
use crate::extract::body::BodyName;

impl Resolver<'_, '_> {
    /// `Ủy viên Ban Thường vụ Đảng ủy, Chủ nhiệm Ủy ban Kiểm tra Đảng ủy Cơ quan Ban Nội chính …`: the party committee that a
    /// later post of the list names in full
    pub(super) fn named_in_list(&self, index: usize, body: &BodyName) -> Option<BodyName> {
        let own = self.head(body).filter(|head| is_party_organ(head))?;
        let mut bodies = self
            .posts_after(index)
            .filter_map(|(_, item)| item_body(&item.what));
        bodies.find_map(|other| {
            let mut whole = other.parent.as_deref()?;
            loop {
                let named = self
                    .head(whole)
                    .is_some_and(|head| head.name.starts_with(&own.name) && is_party_organ(head));
                if named && !self.is_wanting(whole) && !self.is_alone(whole) {
                    return Some(whole.clone());
                }
                whole = whole.parent.as_deref()?;
            }
        })
    }

    /// The body of the next post in the list: `Công ty …` behind `Chủ tịch HĐQT, Tổng Giám đốc`
    pub(super) fn next_post(&self, index: usize) -> Option<BodyName> {
        let (other, body) = self
            .posts_after(index)
            .find_map(|(other, item)| Some((other, item_body(&item.what)?)))?;
        Some(self.placed(other, body))
    }
}
