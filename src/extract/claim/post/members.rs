//! A body and the list of those who make it up -> its members: `Ban Bí thư gồm 5 đồng chí: Lê Văn A, Trần Văn B …`.

use super::Sentence;
use crate::clean::token::Shape;
use crate::extract::claim::element::is_organ;
use crate::extract::claim::{Claim, Target, Tense};
use crate::extract::item::What;
use crate::lexicon::{Class, Cue, Word};
use crate::resolve::record::RelationKind;

/// Words between a body and the first of its members, at most.
const NEAR: usize = 14;

impl Sentence<'_, '_> {
    /// Every person of a list that a body is said to consist of: members without a title of their own.
    pub(super) fn members(&mut self) {
        let Some((body, first)) = self.composed() else {
            return;
        };
        for index in first..self.elements.len() {
            let Some(person) = self.person(index) else {
                continue;
            };
            self.claims.push(Claim {
                kind: RelationKind::HoldsPosition,
                source: person,
                target: Target::Item(body),
                title: None,
                tense: Tense::Held,
                from: self.items[body].from,
                to: self.items[person].to,
                rule: "post: in the list of who makes up a body",
            });
        }
    }

    /// `Thường trực Thành ủy gồm có Bí thư Thành ủy Lê Văn A và …`: the body, and the first element of its list
    fn composed(&self) -> Option<(usize, usize)> {
        let people = (0..self.elements.len()).filter(|index| self.is_person(*index));
        if people.count() < 2 {
            return None;
        }
        let start = self.items.partition_point(|item| item.from < self.from);
        let bodies = self.items[start..]
            .iter()
            .take_while(|item| item.from < self.to)
            .enumerate()
            .filter(|(_, item)| matches!(item.what, What::Body(_)) && is_organ(self.reader, item.from));
        let after = |to: usize| {
            let begins = |index: &usize| {
                self.elements[*index].from(self.items) >= to
                    && !matches!(self.title(*index), Some("thành viên"))
            };
            (0..self.elements.len()).find(begins)
        };
        bodies
            .map(|(offset, item)| (start + offset, item.to))
            .find_map(|(body, to)| {
                let first = after(to)?;
                let from = self.elements[first].from(self.items);
                self.lists_members(to, from).then_some((body, first))
            })
    }

    /// `gồm các đồng chí`, `hiện có 5 thành viên:`: whether the words between a body and a name say that its members follow
    fn lists_members(&self, from: usize, to: usize) -> bool {
        let reader = self.reader;
        let (mut at, mut consists, mut counts, mut colon) = (from, false, false, false);
        if to > from + NEAR {
            return false;
        }
        while at < to {
            let said = reader.cue(Cue::Consists, at);
            consists |= said.is_some();
            counts |= reader.shape(at) == Shape::Number || reader.word(at) == Word::EACH;
            colon |= reader.word(at) == Word::COLON;
            let small = matches!(
                reader.word(at),
                Word::COLON | Word::EACH | Word::HAS | Word::OPEN | Word::CLOSE
            ) || reader.shape(at) == Shape::Number;
            let next = said
                .or_else(|| {
                    [Class::Honorific, Class::Title]
                        .iter()
                        .find_map(|class| Some(reader.find(*class, at)?.end))
                })
                .or_else(|| Some(reader.term(at)?.1))
                .or_else(|| reader.tenure(at))
                .or(small.then_some(at + 1));
            let Some(next) = next.filter(|next| *next <= to) else {
                return false;
            };
            at = next;
        }
        consists || counts && colon
    }
}
