//! A head alone -> the body that it points to: one named before, or that of the post beside it.

use super::told::comparable;
use super::{Resolved, Resolver};
use crate::clean::letters::folded;
use crate::extract::body::{BodyName, Stem};
use crate::extract::item::What;
use crate::lexicon::{Head, Word};
use crate::resolve::record::{Branch, Committee, Facts};
use crate::resolve::within::Entities;

impl Resolver<'_, '_> {
    /// A head alone points to the body last named before that begins with it, or to the only one named after.
    pub(super) fn point_back(&mut self, index: usize, body: &BodyName, entities: &mut Entities) {
        let item = &self.items[index];
        let Stem::Head(head) = body.stem else { return };
        let head = &self.reader.lexicon.heads[head];
        let next = self.host(index, &head.name, entities);
        if let Some(host) = next {
            let resolved = self.hosted(head, host, entities);
            self.enter(index, body, resolved, entities);
            return;
        }
        let candidates = self.heads.get(&head.name).map_or(&[][..], Vec::as_slice);
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

    /// `Bí thư Đảng ủy, Giám đốc Sở Tài chính`: a party committee or cell named alone is that of the body of the next post.
    fn host(&self, index: usize, head: &str, entities: &Entities) -> Option<usize> {
        let party = matches!(
            head,
            "Đảng ủy" | "Chi bộ" | "Chi ủy" | "Đảng bộ" | "Ban Cán sự đảng" | "Đảng đoàn"
        );
        if !party {
            return None;
        }
        let mut end = self.items[index].to;
        for (other, item) in self.items.iter().enumerate().skip(index + 1) {
            let plain = (end..item.from).all(|at| {
                matches!(
                    self.reader.word(at),
                    Word::COMMA | Word::HYPHEN | Word::AND | Word::MEMBER | Word::FORMER | Word::EX
                )
            });
            if !plain || item.from - end > 2 {
                return None;
            }
            end = item.to;
            match &item.what {
                What::Title(_) => {}
                What::Body(_) => {
                    let entity = entities.of(other)?;
                    let Facts::Committee(facts) = &entities.list[entity].facts else {
                        return None;
                    };
                    return (facts.branch != Some(Branch::Party)).then_some(entity);
                }
                _ => return None,
            }
        }
        None
    }

    /// The party committee of a body: of a commune for its council or people's committee.
    fn hosted(&self, head: &Head, host: usize, entities: &Entities) -> Resolved {
        let entity = &entities.list[host];
        let Facts::Committee(facts) = &entity.facts else {
            return Resolved {
                name: head.name.clone(),
                key: folded(&head.name),
                facts: Committee::default(),
                shouted: false,
            };
        };
        // `Đảng ủy xã …` is the commune's, but a `Ban Cán sự đảng` or `Đảng đoàn` is that of the council itself.
        let inside = matches!(head.name.as_str(), "Ban Cán sự đảng" | "Đảng đoàn");
        let government = ["Ủy ban nhân dân ", "Hội đồng nhân dân "]
            .iter()
            .find_map(|start| entity.name.strip_prefix(start))
            .filter(|_| !inside);
        let board = ["Hội đồng thành viên ", "Hội đồng quản trị "]
            .iter()
            .find_map(|start| entity.name.strip_prefix(start));
        let whose = government.or(board).unwrap_or(&entity.name);
        let name = format!("{} {whose}", head.name);
        let facts = Committee {
            branch: Some(head.branch),
            level: facts.level,
            place: facts.place.clone(),
            parent: government.is_none().then(|| whose.to_owned()),
        };
        Resolved {
            key: comparable(&name),
            name,
            facts,
            shouted: false,
        }
    }
}
