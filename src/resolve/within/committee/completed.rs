//! A body among its neighbours -> the body with the place or parent that they share with it.

use super::Resolver;
use crate::extract::body::{BodyName, Stem};
use crate::extract::item::{Item, What};
use crate::lexicon::{Part, Scope, Word};
use crate::resolve::record::Branch;

impl Resolver<'_, '_> {
    /// The body with what its neighbours tell: `HĐND, UBND tỉnh` both are the province's.
    pub(super) fn completed(&self, index: usize, body: &BodyName) -> BodyName {
        let mut body = body.clone();
        let Stem::Head(head) = body.stem else { return body };
        let head = &self.reader.lexicon.heads[head];
        let unit = matches!(
            head.name.as_str(),
            "Phòng" | "Khoa" | "Vụ" | "Cục" | "Chi cục" | "Đội"
        );
        if unit && body.parent.is_none() && body.place.is_none() {
            body.parent = self.whole_after(index).map(Box::new);
        }
        let takes_place = head.tail.contains(&Part::Place) && body.place.is_none() && body.parent.is_none();
        let takes_parent = head.tail.contains(&Part::Parent)
            && body.parent.is_none()
            && body.place.is_none()
            && body.tail.is_empty();
        if !(takes_place || takes_parent) || matches!(head.scope, Scope::Of(_)) {
            return body;
        }
        let mut at = index;
        while let Some(next) = self.coordinated(at) {
            let What::Body(other) = &self.items[next].what else {
                break;
            };
            if takes_parent && let Some(parent) = self.shared_parent(other) {
                body.parent = Some(Box::new(parent));
                return body;
            }
            if takes_place
                && other
                    .place
                    .as_ref()
                    .is_some_and(|place| place.kind.is_some() || place.name.is_some())
                && other.parent.is_none()
            {
                body.place.clone_from(&other.place);
                return body;
            }
            at = next;
        }
        if takes_parent && head.branch == Branch::Party {
            body.parent = self.joined_committee(index).map(Box::new);
        }
        body
    }

    /// `tham gia Ban Chấp hành, Ban Thường vụ, giữ chức Phó Bí thư Tỉnh ủy`: boards joined are those of the committee named next.
    fn joined_committee(&self, index: usize) -> Option<BodyName> {
        let from = self.items[index].from;
        let sentence = self.reader.document.sentences[self.reader.document.sentence_of(from)];
        let joins = (sentence.from..from).rev().take(14).any(|at| {
            self.reader.document.written(at) == "tham" && self.reader.document.written(at + 1) == "gia"
        });
        let committee = |item: &Item| match &item.what {
            What::Body(
                body @ BodyName {
                    stem: Stem::Head(head),
                    ..
                },
            ) => {
                let head = &self.reader.lexicon.heads[*head];
                (head.branch == Branch::Party && matches!(head.scope, Scope::Of(_))).then(|| body.clone())
            }
            _ => None,
        };
        let after = self.items[index + 1..]
            .iter()
            .take_while(|item| item.from < sentence.to);
        after.filter(|_| joins).find_map(committee)
    }

    /// `Cục Bổ trợ tư pháp, Bộ Tư pháp`: the larger body right after a comma is the one that the unit belongs to.
    fn whole_after(&self, index: usize) -> Option<BodyName> {
        let next = self.coordinated(index)?;
        let What::Body(whole) = &self.items[next].what else {
            return None;
        };
        let first = self.reader.document.folded(self.items[next].from);
        let larger = matches!(
            first.as_str(),
            "bộ" | "trường" | "đại" | "học" | "tổng" | "viện" | "công" | "văn" | "cục" | "sở" | "ngân"
        );
        let comma = self.reader.word(self.items[index].to) == Word::COMMA;
        let same = self.reader.document.folded(self.items[index].from) == first;
        (larger && comma && !same).then(|| whole.clone())
    }

    /// The parent that a list of boards shares: `Ban Chấp hành, Ban Thường vụ Tỉnh ủy`
    fn shared_parent(&self, other: &BodyName) -> Option<BodyName> {
        other.parent.as_deref().cloned()
    }

    /// The next body of a list: after `,`, `và`, `-` or `;`
    fn coordinated(&self, index: usize) -> Option<usize> {
        let item = self.items.get(index)?;
        let next = self.items.get(index + 1)?;
        let between = next.from - item.to;
        let linked = between == 1
            && matches!(self.reader.word(item.to), Word::COMMA | Word::AND | Word::HYPHEN)
            && self.reader.joined(next.from)
            && self.reader.joined(item.to);
        (linked && matches!(next.what, What::Body(_))).then_some(index + 1)
    }
}
