//! Posts said once of several persons -> each of them: `các Ủy viên Bộ Chính trị: …`, `… Lê Văn A và Trần Văn B`.

use super::Sentence;
use crate::clean::letters::folded;
use crate::clean::token::Shape;
use crate::extract::claim::{Claim, Tense};
use crate::extract::item::What;
use crate::lexicon::Cue;

impl Sentence<'_, '_> {
    /// `của Tổng Bí thư A, Chính phủ, Thủ tướng Chính phủ`: a list of bodies goes on between the name and the next post
    pub(super) fn apart(&self, person: usize) -> bool {
        let to = self.elements[person].to(self.items);
        let next = self.elements[person + 1].from(self.items);
        let first = self.items.partition_point(|item| item.from < to);
        let listed = self.items.get(first).is_some_and(|item| {
            matches!(item.what, What::Body(_)) && item.from == to + 1 && item.to + 1 == next
        });
        listed && self.has_post_before(person)
    }

    /// `các Ủy viên Bộ Chính trị: Thường trực Ban Bí thư Lương Cường; …`, `Các ông ủy viên Đảng đoàn, phó chủ tịch: …`: posts
    /// before a colon, over every name behind it.
    pub(super) fn shared_title(&mut self) {
        for last in 0..self.elements.len() {
            let colon = self
                .glues
                .get(last + 1)
                .is_some_and(|glue| glue.colon && glue.other == 0);
            if !self.is_post(last) || !colon {
                continue;
            }
            let mut first = last;
            while first > 0
                && self.is_post(first - 1)
                && !self.glues[first].plural
                && (self.glues[first].lists() && !self.glues[first].open)
            {
                first -= 1;
            }
            let plural = self.glues[first].plural || self.counted(first);
            let members = self
                .title(last)
                .is_some_and(|title| folded(title) == "thành viên");
            let people = self.listed(last + 1);
            let bare = people.len() >= 2 && (last + 1..last + 3).all(|index| self.is_person(index));
            if !(plural || members || bare) {
                continue;
            }
            for post in first..=last {
                for person in &people {
                    self.give(*person, post, self.time_of(first), "post: one over a list");
                }
                self.taken[post] |= !people.is_empty();
            }
        }
    }

    /// `4 phó bí thư`, `hai phó chủ tịch`: so many persons hold the post
    pub(super) fn counted(&self, post: usize) -> bool {
        let reader = self.reader;
        let at = self.elements[post].from(self.items);
        let Some(before) = at.checked_sub(1).filter(|_| reader.joined(at)) else {
            return false;
        };
        let number = reader.shape(before) == Shape::Number && reader.document.written(before).len() <= 2;
        number || reader.cue(Cue::Several, before) == Some(at)
    }

    fn time_of(&self, post: usize) -> Tense {
        if self.glues[post].former {
            Tense::Former
        } else {
            Tense::Held
        }
    }

    /// The persons of a list that begins at `from`: to the end of the sentence, or to where another list begins.
    fn listed(&self, from: usize) -> Vec<usize> {
        let mut people = Vec::new();
        for index in from..self.elements.len() {
            let glue = self.glues[index];
            // `…; Thượng tướng Lê Văn A, Thứ trưởng …`: a rank begins no list.
            let parted = index > from && (glue.semicolon || glue.and) && (glue.plural || glue.respect);
            // `…: đồng chí A; đồng chí B`: where the first has a word of respect of its own, so has each.
            if parted && (glue.plural || !self.respected(from)) && !people.is_empty() {
                break;
            }
            people.extend(self.person(index));
        }
        people
    }

    /// Whether a word of respect stands behind the colon before the element.
    fn respected(&self, index: usize) -> bool {
        let from = self.elements[index].from(self.items);
        from > 0 && self.reader.word(from - 1) != crate::lexicon::Word::COLON && self.glues[index].honour
    }

    /// `Phó Ban Tuyên giáo Trung ương Lê Hải Bình và Phan Xuân Thủy`: names without posts of their own share the last.
    pub(super) fn coordinated(&mut self) {
        for index in 1..self.elements.len() {
            let (Some(_), Some(person)) = (self.person(index - 1), self.person(index)) else {
                continue;
            };
            let glue = self.glues[index];
            let linked = glue.lists() && !glue.open;
            let own = self.is_post(index + 1) && self.follows[index + 1].is_some();
            if !linked || own || self.claims.iter().any(|claim| claim.source == person) {
                continue;
            }
            let before = self.items[self.person(index - 1).unwrap_or(person)].from;
            let shared: Vec<Claim> = self
                .claims
                .iter()
                .filter(|claim| {
                    self.person(index - 1) == Some(claim.source)
                        && claim.from < before
                        && claim.rule != "post: after the name"
                })
                .cloned()
                .collect();
            for claim in shared {
                self.claims.push(Claim {
                    source: person,
                    rule: "post: one before several names",
                    to: self.items[person].to,
                    ..claim
                });
            }
        }
    }

    /// `Lê Văn A, Trần Văn B, các Phó Chủ tịch UBND tỉnh`: a post in the plural is everyone's who was named before it.
    pub(super) fn plural_after(&mut self) {
        for post in 2..self.elements.len() {
            let glue = self.glues[post];
            let linked = glue.plural && glue.lists() && !glue.honour && !glue.and;
            if !self.is_post(post) || self.taken[post] || !linked {
                continue;
            }
            let mut first = post;
            while first > 0 && self.is_person(first - 1) && (first == post || self.glues[first].lists()) {
                first -= 1;
            }
            if post - first < 2 {
                continue;
            }
            for index in first..post {
                if let Some(person) = self.person(index) {
                    self.give(
                        person,
                        post,
                        self.time_of(post),
                        "post: in the plural after names",
                    );
                }
            }
            self.taken[post] = true;
        }
    }
}
