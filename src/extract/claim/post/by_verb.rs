//! Posts behind a verb or a pronoun -> who received, holds or left them.

use super::Sentence;
use crate::extract::claim::Tense;
use crate::extract::item::What;
use crate::lexicon::{Class, Word};

impl Sentence<'_, '_> {
    /// Posts behind a verb: `giữ chức`, `thôi giữ chức`, `từng giữ`, `bầu … làm`, `miễn nhiệm … đối với`, and behind a
    /// pronoun: `Ông là …`
    pub(super) fn by_verb(&mut self, last: Option<usize>) {
        let period = self.period();
        let mut tense = None;
        for index in 0..self.elements.len() {
            let glue = self.glues[index];
            if index == 0 && self.is_post(0) && period.is_some() {
                tense = period;
                if let Some(person) = last {
                    self.give(
                        person,
                        0,
                        period.unwrap_or_default(),
                        "post: in a life told by years",
                    );
                    self.taken[0] = true;
                    continue;
                }
            }
            if self.is_person(index) {
                if !glue.lists() {
                    tense = None;
                }
                continue;
            }
            let pronoun = glue.is
                && self.reader.word(self.elements[index].from(self.items) - 1) == Word::IS
                && (glue.honour || index == 0);
            if glue.leaves || (glue.former && !glue.lists()) {
                tense = Some(Tense::Former);
            } else if glue.receives {
                tense = Some(Tense::New);
            } else if glue.period && glue.other == 0 && index > 0 && self.alone() {
                tense = Some(Tense::Former);
            } else if pronoun {
                tense = Some(Tense::Held);
            } else if !(glue.comma || glue.and || glue.semicolon)
                || (glue.other > 0 && glue.clause)
                || glue.other > 10
            {
                tense = None;
            }
            let Some(tense) = tense.filter(|_| !self.taken[index]) else {
                continue;
            };
            let Some(person) = self.receiver(index, last) else {
                continue;
            };
            self.give(person, index, tense, "post: behind a verb");
            self.taken[index] = true;
        }
    }

    /// Who receives or leaves the post: the name after `đối với`, else the nearest name before, else the last sentence's.
    fn receiver(&self, post: usize, last: Option<usize>) -> Option<usize> {
        let next = (post + 1..self.elements.len()).find(|other| self.is_person(*other));
        if let Some(next) = next {
            let (from, to) = (
                self.elements[next - 1].to(self.items),
                self.elements[next].from(self.items),
            );
            let towards = (from..to).any(|at| self.reader.word(at) == Word::WITH);
            if towards && (post + 1..next).all(|other| self.glues[other].lists()) {
                return self.person(next);
            }
        }
        let before = (0..post).rev().find_map(|other| self.person(other));
        match before {
            Some(person) => (!self
                .about_another(self.items[person].to, self.elements[post].from(self.items)))
            .then_some(person),
            None => last.filter(|_| self.pronoun_before(post) || self.period().is_some()),
        }
    }

    /// `- 1998 - 2005: Chánh Văn phòng …`, `Từ tháng 8/2010 đến nay, …`: a sentence that begins with a period of years and
    /// names nobody tells of the last person named.
    fn period(&self) -> Option<Tense> {
        let first = self.elements.first()?.from(self.items);
        if (0..self.elements.len()).any(|index| self.is_person(index)) {
            return None;
        }
        let start = self.reader.document.sentences[self.reader.document.sentence_of(first)].from;
        let year = (start..first).any(|at| self.reader.year(at).is_some());
        let small = |at: usize| {
            let shape = self.reader.shape(at);
            let word = self.reader.document.folded(at);
            matches!(
                shape,
                crate::clean::token::Shape::Number | crate::clean::token::Shape::Mark
            ) || matches!(
                word.as_str(),
                "từ" | "tháng"
                    | "năm"
                    | "đến"
                    | "nay"
                    | "là"
                    | "làm"
                    | "giữ"
                    | "chức"
                    | "ngày"
                    | "vụ"
                    | "đảm"
                    | "nhiệm"
            )
        };
        let now = (start..first).any(|at| self.reader.document.written(at) == "nay");
        let tense = if now { Tense::Held } else { Tense::Former };
        (year && (start..first).all(small)).then_some(tense)
    }

    /// `đã ký Quyết định … về việc chỉ định nhân sự giữ chức …`: the signer does not receive the post.
    fn about_another(&self, from: usize, to: usize) -> bool {
        let matter = (from..to).any(|at| {
            matches!(self.reader.document.written(at), "việc" | "nhân")
                && self.reader.document.written(at + 1) != "dân"
        });
        matter
            || self
                .items
                .iter()
                .any(|item| item.from >= from && item.to <= to && matches!(item.what, What::Directive { .. }))
    }

    /// `ông được bầu làm …`, `Đồng chí giữ chức …` in a sentence that names nobody
    fn pronoun_before(&self, post: usize) -> bool {
        let to = self.elements[post].from(self.items);
        let start = self.reader.document.sentences[self.reader.document.sentence_of(to)].from;
        (start..to).any(|at| self.reader.find(Class::Honorific, at).is_some())
    }
}
