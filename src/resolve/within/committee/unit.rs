//! A unit named without the body that it is part of -> the unit with it: `Cục Tác chiến, Bộ Tổng Tham mưu`, `Vụ I` in a list.

use super::Resolver;
use crate::extract::body::{BodyName, Stem};
use crate::extract::item::What;
use crate::lexicon::Word;
use crate::resolve::record::Branch;

/// Sentences back to the line that a list hangs on, at most.
const SENTENCES: usize = 40;

impl Resolver<'_, '_> {
    /// The unit with the whole that the words beside it tell.
    pub(super) fn of_whole(&self, index: usize, mut body: BodyName) -> BodyName {
        if body.parent.is_some() || body.place.is_some() || body.country.is_some() {
            return body;
        }
        let name = match body.stem {
            Stem::Head(head) => self.reader.lexicon.heads[head].name.as_str(),
            Stem::Fixed(_) => return body,
        };
        let small = matches!(
            name,
            "Phòng" | "Khoa" | "Vụ" | "Chi cục" | "Đội" | "Ban" | "Bộ Tư lệnh"
        );
        let large = matches!(
            name,
            "Cục" | "Tổng cục" | "Trung tâm" | "Viện" | "Văn phòng" | "Thanh tra"
        );
        if !small && !large || (name == "Bộ Tư lệnh" || name == "Ban") && body.tail.is_empty() {
            return body;
        }
        let whole = self
            .whole_after(index, small)
            .or_else(|| self.whole_of_list(index))
            .or_else(|| (name == "Vụ").then(|| self.ministry_beside(index)).flatten())
            .or_else(|| {
                matches!(name, "Phòng" | "Khoa" | "Đội")
                    .then(|| self.whole_before(index))
                    .flatten()
            });
        body.parent = whole.map(Box::new);
        body
    }

    /// `Cục Bổ trợ tư pháp, Bộ Tư pháp`: the larger body right after a comma is the one that the unit belongs to.
    fn whole_after(&self, index: usize, small: bool) -> Option<BodyName> {
        let item = &self.items[index];
        let next = self.coordinated(index)?;
        let What::Body(whole) = &self.items[next].what else {
            return None;
        };
        let first = self.reader.document.folded(self.items[next].from);
        let ministry = matches!(
            first.as_str(),
            "bộ" | "tổng" | "ban" | "ủy" | "ngân" | "văn" | "học" | "đài" | "thông"
        );
        let larger = ministry
            || small
                && matches!(
                    first.as_str(),
                    "trường" | "đại" | "viện" | "công" | "cục" | "sở" | "ubnd" | "liên" | "hội"
                );
        let comma = self.reader.word(item.to) == Word::COMMA;
        let same = self.reader.document.folded(item.from) == first;
        let titled = index > 0
            && self.items[index - 1].to == item.from
            && matches!(self.items[index - 1].what, What::Title(_));
        // In a longer list of bodies a comma tells nothing.
        let list =
            self.coordinated(next).is_some() || index > 0 && self.coordinated(index - 1) == Some(index);
        (larger && comma && !same && (titled || !list)).then(|| self.placed(next, whole))
    }

    /// `Phó Giám đốc Sở Y tế, Trưởng phòng Nghiệp vụ`: a unit is one of the body of the post before
    fn whole_before(&self, index: usize) -> Option<BodyName> {
        let start = self.items[index].from;
        let titled = index > 0
            && self.items[index - 1].to == start
            && matches!(self.items[index - 1].what, What::Title(_));
        if !titled {
            return None;
        }
        let Stem::Head(own) = (match &self.items[index].what {
            What::Body(body) => body.stem,
            _ => return None,
        }) else {
            return None;
        };
        for (other, item) in self.posts_before(index) {
            match &item.what {
                What::Title(_) | What::Rank => {}
                What::Body(body) => {
                    let mut whole = self.told_at(other).unwrap_or(body);
                    while self.is_organ(whole) {
                        let Some(parent) = &whole.parent else { break };
                        whole = parent;
                    }
                    if !self.is_organ(whole) && !self.is_wanting(whole) && whole.stem != Stem::Head(own) {
                        return Some(whole.clone());
                    }
                }
                _ => return None,
            }
        }
        None
    }

    /// A party organ, which has no units of the administration.
    fn is_organ(&self, body: &BodyName) -> bool {
        self.head(body).is_some_and(|head| head.branch == Branch::Party)
            || matches!(body.stem, Stem::Fixed(item) if self.reader.lexicon.bodies[item].branch == Branch::Party)
    }

    /// `Cơ quan gồm: (1) Vụ I; (2) Vụ II; (3) Văn phòng`: the body in the line that a list of units hangs on
    fn whole_of_list(&self, index: usize) -> Option<BodyName> {
        let document = self.reader.document;
        let item = &self.items[index];
        let own = document.sentence_of(item.from);
        let begins = |sentence: usize| {
            let from = document.sentences[sentence].from;
            (from..item.from.min(from + 5))
                .all(|at| !self.reader.shape(at).is_word() || document.written(at).len() == 1)
        };
        if !begins(own) || item.from > document.sentences[own].from + 5 {
            return None;
        }
        let intro = (own.saturating_sub(SENTENCES)..own).rev().find(|sentence| {
            let sentence = document.sentences[*sentence];
            document.tokens.len() > sentence.to && self.reader.word(sentence.to - 1) == Word::COLON
        })?;
        let short = (intro + 1..own).all(|sentence| {
            let sentence = document.sentences[sentence];
            sentence.to - sentence.from <= 25
        });
        let line = document.sentences[intro];
        let composed = (line.from..line.to).any(|at| document.folded(at) == "gồm");
        if !short || !composed {
            return None;
        }
        let body = self
            .items
            .iter()
            .filter(|item| item.from >= line.from && item.to <= line.to);
        body.rev().find_map(|item| match &item.what {
            What::Body(body) => Some(body.clone()),
            _ => None,
        })
    }

    /// `Vụ trưởng Vụ Ngân sách Nhà nước; Thứ trưởng Bộ Tài chính`: a department is one of the only ministry of its sentence.
    fn ministry_beside(&self, index: usize) -> Option<BodyName> {
        let document = self.reader.document;
        let sentence = document.sentences[document.sentence_of(self.items[index].from)];
        let mut found: Option<BodyName> = None;
        for item in self
            .items
            .iter()
            .filter(|item| item.from >= sentence.from && item.to <= sentence.to)
        {
            let What::Body(body) = &item.what else { continue };
            let Some(ministry) = self.ministry_in(body) else {
                continue;
            };
            if found.as_ref().is_some_and(|found| *found != ministry) {
                return None;
            }
            found = Some(ministry);
        }
        found
    }

    fn ministry_in(&self, body: &BodyName) -> Option<BodyName> {
        let is_ministry = match body.stem {
            Stem::Fixed(item) => {
                let entry = &self.reader.lexicon.bodies[item];
                entry.branch == Branch::State && entry.name.starts_with("Bộ ")
            }
            Stem::Head(head) => self.reader.lexicon.heads[head].name == "Bộ" && !body.tail.is_empty(),
        };
        if is_ministry && body.country.is_none() {
            return Some(body.clone());
        }
        self.ministry_in(body.parent.as_deref()?)
    }
}
