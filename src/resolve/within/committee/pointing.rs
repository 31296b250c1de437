//! A head alone -> the body that it points to: one named before, or that of the post beside it.

use super::told::comparable;
use super::{Resolved, Resolver};
use crate::extract::body::{BodyName, Stem};
use crate::extract::item::{Item, What};
use crate::resolve::record::{Branch, Committee, Facts};
use crate::resolve::within::Entities;

impl Resolver<'_, '_> {
    /// A head alone points to the body last named before that begins with it, or to the only one named after.
    pub(super) fn point_back(&mut self, index: usize, body: &BodyName, entities: &mut Entities) {
        let item = &self.items[index];
        let Stem::Head(head) = body.stem else { return };
        let head = &self.reader.lexicon.heads[head];
        if self.is_central_board(body) {
            let named = self.named_like(index, "ban chỉ đạo trung ương ", entities);
            match (named, self.told(body, item.from)) {
                (Some(entity), _) => entities.ids[index].push(entity),
                (None, Some(resolved)) => self.enter(index, body, resolved, entities),
                (None, None) => {}
            }
            return;
        }
        // `Sở Xây dựng` points to no other `Sở`.
        let whole = body
            .parent
            .as_deref()
            .and_then(|parent| self.head(parent))
            .map_or("", |head| head.name.as_str());
        let begins = comparable(&format!("{} {} {whole}", head.name, body.tail));
        let mut candidates = self.heads.get(&head.name).cloned().unwrap_or_default();
        candidates.retain(|entity| comparable(&entities.list[*entity].name).starts_with(&begins));
        // `bí thư chi bộ`: in small letters it is any such body.
        let titled = index > 0
            && self.items[index - 1].to == item.from
            && matches!(self.items[index - 1].what, What::Title(_));
        if !(self.reader.capital(item.from) || titled && begins.starts_with("ban ")) {
            candidates.clear();
        }
        let candidates = candidates.as_slice();
        let before = (0..if candidates.is_empty() { 0 } else { index })
            .rev()
            .find_map(|other| entities.of(other).filter(|entity| candidates.contains(entity)));
        // On a commune's page its own comes first.
        let own = self
            .places
            .local()
            .filter(|_| self.places.local_commune)
            .and_then(|local| {
                candidates
                    .iter()
                    .copied()
                    .find(|entity| match &entities.list[*entity].facts {
                        Facts::Committee(facts) => facts.place.as_ref() == Some(&local.name),
                        _ => false,
                    })
            });
        // None before: the only one, or for boards the first named after.
        let alone = body.parent.is_none() && body.place.is_none() && self.reader.capital(item.from);
        let board = ["ban ", "tiểu ban", "hội đồng", "đảng ", "tổ "]
            .iter()
            .any(|first| begins.starts_with(first));
        let after = (index + 1..if candidates.len() == 1 || alone && board {
            self.items.len()
        } else {
            0
        })
            .find_map(|other| entities.of(other).filter(|entity| candidates.contains(entity)));
        if let Some(entity) = own.or(before).or(after) {
            entities.ids[index].push(entity);
            return;
        }
        let event = self.of_event(index, &head.name).filter(|_| alone);
        let fixed = if alone && event.is_none() {
            self.fixed_like(index, &begins, entities)
        } else {
            None
        };
        match event.or_else(|| self.plain(index, body).filter(|_| fixed.is_none())) {
            Some(resolved) => self.enter(index, body, resolved, entities),
            None => match fixed {
                Some(entity) => entities.ids[index].push(entity),
                None => entities
                    .unresolved
                    .push((item.from, item.to, "a body without its place or parent")),
            },
        }
    }

    /// `Ban Nội chính` is the `Ban Nội chính Trung ương` of the page: a body with a name of its own that begins so, named last
    /// before, else first after.
    fn fixed_like(&self, index: usize, begins: &str, entities: &Entities) -> Option<usize> {
        let item = &self.items[index];
        let last = self.reader.capital(item.from + 1) || item.to != item.from + 2;
        let first = ["ban ", "viện kiểm", "ủy ban kiểm tra", "học viện"];
        let own = first.iter().any(|first| begins.starts_with(first)) && (last || begins == "học viện");
        // `Ban Chấp hành` and `Ban Thường vụ` are every committee's.
        if !own
            || begins.starts_with("ban chấp")
            || begins.starts_with("ban chỉ")
            || begins.starts_with("ban thường vụ")
        {
            return None;
        }
        let begins = format!("{begins} ");
        let like = |other: usize| {
            let fixed =
                matches!(&self.items[other].what, What::Body(body) if matches!(body.stem, Stem::Fixed(_)));
            entities
                .of(other)
                .filter(|entity| fixed && comparable(&entities.list[*entity].name).starts_with(&begins))
        };
        let before = (0..index).rev().find_map(like);
        before.or_else(|| (index + 1..self.items.len()).find_map(like))
    }

    /// The body whose name begins so that is named last before, else first after.
    fn named_like(&self, index: usize, begins: &str, entities: &Entities) -> Option<usize> {
        let like = |other: usize| {
            entities
                .of(other)
                .filter(|entity| comparable(&entities.list[*entity].name).starts_with(begins))
        };
        (0..index)
            .rev()
            .find_map(like)
            .or_else(|| (index + 1..self.items.len()).find_map(like))
    }

    /// `Ban Tổ chức`, `Ban Giám khảo` of the contest that the page tells of
    fn of_event(&self, index: usize, head: &str) -> Option<Resolved> {
        if !matches!(head, "Ban Tổ chức" | "Ban Giám khảo" | "Ban Chấm thi") {
            return None;
        }
        let contest = |item: &Item| match &item.what {
            What::Event(event) if event.told => matches!(
                self.reader.lexicon.events[event.head].event_type.as_str(),
                "Cuộc thi"
                    | "Hội thi"
                    | "Giải đấu"
                    | "Giải báo chí"
                    | "Liên hoan"
                    | "Hội trại"
                    | "Hội chợ"
                    | "Lễ hội"
                    | "Triển lãm"
            ),
            _ => false,
        };
        let before = self.items[..index].iter().find(|item| contest(item));
        let event = before.or_else(|| self.items[index..].iter().find(|item| contest(item)))?;
        let name = format!("{head} {}", self.reader.document.phrase(event.from, event.to));
        Some(Resolved {
            key: comparable(&name),
            name,
            facts: Committee {
                branch: Some(Branch::Other),
                ..Committee::default()
            },
            shouted: false,
        })
    }

    /// A board that the text makes definite and nothing says whose it is: by its own words.
    fn plain(&self, index: usize, body: &BodyName) -> Option<Resolved> {
        let Stem::Head(head) = body.stem else { return None };
        let head = &self.reader.lexicon.heads[head];
        let definite = self.reader.capital(self.items[index].from)
            && matches!(
                head.name.as_str(),
                "Ban Chỉ đạo" | "Ban Giám khảo" | "Tổ công tác" | "Tổ Biên tập" | "Hội đồng bầu cử"
            );
        definite.then(|| Resolved {
            key: comparable(&head.name),
            name: head.name.clone(),
            facts: Committee {
                branch: Some(head.branch),
                ..Committee::default()
            },
            shouted: false,
        })
    }
}
