//! Posts behind a verb or a pronoun -> who received, holds or left them.

use super::Sentence;
use crate::extract::claim::Tense;
use crate::extract::claim::element::Element;
use crate::extract::item::What;
use crate::lexicon::{Class, Word};

/// How far a list of posts has been read.
#[derive(Clone, Copy, Default)]
struct Course {
    /// When the posts of the list were held; nothing where no list is running.
    tense: Option<Tense>,
    /// The verb before the last name: `giới thiệu ông …`, `bầu ông …`
    proposes: bool,
    elects: bool,
    /// A life is told, so that a list of posts goes on behind what is none.
    life: bool,
    /// The post before was none of the person's.
    broken: bool,
    /// When the years at the head of the sentence say that posts were held.
    years: Option<Tense>,
}

impl Sentence<'_, '_> {
    /// Posts behind a verb: `giữ chức`, `thôi giữ chức`, `từng giữ`, `bầu … làm`, `miễn nhiệm … đối với`, and behind a
    /// pronoun: `Ông là …`
    pub(super) fn by_verb(&mut self, last: Option<usize>) {
        let period = self.period();
        let mut course = Course {
            years: self.years_before(),
            ..Course::default()
        };
        for index in 0..self.elements.len() {
            if index == 0 && self.is_post(0) && period.is_some() {
                course.tense = period;
                course.life = true;
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
                self.meets_person(&mut course, index);
                continue;
            }
            let given = self.said(&mut course, index);
            if self.taken[index] {
                course.tense = course.tense.or(self.follows[index]);
            }
            let Some(tense) = given.filter(|_| !self.taken[index]) else {
                continue;
            };
            let people = self.receivers(index, last);
            for person in &people {
                self.give(*person, index, tense, "post: behind a verb");
            }
            self.left_by(index);
            self.taken[index] |= !people.is_empty();
        }
    }

    fn meets_person(&mut self, course: &mut Course, index: usize) {
        let glue = self.glues[index];
        if glue.replaces && course.tense == Some(Tense::New) && !glue.comma {
            self.replaced(index);
        }
        if !glue.lists() {
            *course = Course {
                proposes: glue.proposed,
                elects: glue.receives,
                years: course.years,
                ..Course::default()
            };
        }
    }

    /// `Ông A thay ông B làm Giám đốc Sở`: B had the post.
    fn left_by(&mut self, post: usize) {
        let Some(before) = post.checked_sub(1) else { return };
        let replaced = self.is_person(before) && self.glues[before].replaces && self.glues[post].receives;
        if let Some(person) = self
            .person(before)
            .filter(|_| replaced && before > 0 && self.is_person(before - 1))
        {
            self.give(person, post, Tense::Former, "post: of the one replaced");
        }
    }

    /// `… giữ chức Trưởng Ban Chỉ đạo thay đồng chí Lê Văn A`: the posts just received were those of the one replaced.
    fn replaced(&mut self, index: usize) {
        let Some(person) = self.person(index) else { return };
        let mut post = index;
        while post > 0 && self.is_post(post - 1) && self.taken[post - 1] && self.follows[post - 1].is_none() {
            post -= 1;
            self.give(person, post, Tense::Former, "post: of the one replaced");
            if !self.glues[post].lists() {
                break;
            }
        }
    }

    /// When the post at `index` was held by what stands before it; nothing where that says no such thing.
    fn said(&self, course: &mut Course, index: usize) -> Option<Tense> {
        let glue = self.glues[index];
        course.life |= glue.former && !glue.former_word;
        if glue.proposed || (course.proposes && glue.receives && !glue.and) {
            *course = Course {
                proposes: true,
                years: course.years,
                ..Course::default()
            };
            return None;
        }
        if let Some(tense) = self.verb(course, index) {
            course.tense = Some(tense);
            course.broken = false;
        } else if course.broken || !self.goes_on(index) {
            let resumed = course.life && self.alone() && glue.resumes();
            course.broken = !resumed;
            if !course.life {
                course.tense = None;
            }
        }
        course.tense.filter(|_| !course.broken)
    }

    /// The tense that the words before a post give it by themselves.
    fn verb(&self, course: &Course, index: usize) -> Option<Tense> {
        let glue = self.glues[index];
        if glue.plural && !glue.receives && !glue.leaves {
            return None;
        }
        let pronoun = glue.is
            && self.reader.word(self.elements[index].from(self.items) - 1) == Word::IS
            && (glue.honour || index == 0);
        if glue.serves && glue.other == 0 {
            Some(Tense::Held)
        } else if glue.leaves || (glue.former && !glue.lists()) {
            Some(Tense::Former)
        } else if glue.receives || self.is_seat(index) || (course.elects && glue.into) {
            let new = if course.life { Tense::Former } else { Tense::New };
            Some(course.years.unwrap_or(new))
        } else if self.in_biography(index) || (glue.period && glue.other == 0 && index > 0 && self.alone()) {
            Some(Tense::Former)
        } else {
            pronoun.then_some(Tense::Held)
        }
    }

    /// Whether a running list holds the post at `index` too.
    fn goes_on(&self, index: usize) -> bool {
        let glue = self.glues[index];
        (glue.comma || glue.and || glue.semicolon && self.alone())
            && glue.other <= 10
            && glue.tail == 0
            && !(glue.other > 0 && (glue.clause || glue.capital))
            && !glue.plural
            && !self.represents(index)
    }

    /// `Đồng chí tham gia cách mạng từ năm 1955; …; Ủy viên Ban Chấp hành Trung ương Đảng khóa V; …`: a part of a life that
    /// begins with a post
    fn in_biography(&self, index: usize) -> bool {
        let glue = self.glues[index];
        let told = self.reader.find(Class::Honorific, self.from).is_some();
        let first = (0..index).all(|other| !self.taken[other]);
        told && first && glue.semicolon && glue.tail == 0 && glue.other > 0 && self.alone() && !glue.plural
    }

    /// `tham gia Ban Chấp hành, Ban Thường vụ Tỉnh ủy`: the body without a title
    fn is_seat(&self, index: usize) -> bool {
        matches!(&self.elements[index], Element::Post(post) if post.title.is_none())
    }

    /// Who receives or leaves the post: the name after `đối với`, else the nearest names before, else the last sentence's.
    fn receivers(&self, post: usize, last: Option<usize>) -> Vec<usize> {
        let next = (post + 1..self.elements.len()).find(|other| self.is_person(*other));
        if let Some(next) = next {
            let (from, to) = (
                self.elements[next - 1].to(self.items),
                self.elements[next].from(self.items),
            );
            let towards = (from..to).any(|at| self.reader.word(at) == Word::WITH);
            if towards && (post + 1..next).all(|other| self.glues[other].lists()) {
                let last = self.coordinated_to(next);
                return (next..=last).filter_map(|index| self.person(index)).collect();
            }
        }
        let Some(before) = (0..post).rev().find(|other| self.is_person(*other)) else {
            let meant = self.pronoun_before(post) || self.period().is_some();
            return last.filter(|_| meant).into_iter().collect();
        };
        let end = self.elements[before].to(self.items);
        if self.about_another(end, self.elements[post].from(self.items)) {
            return Vec::new();
        }
        // `Ông A thay ông B làm Giám đốc`: the name before the verb takes the post, the one behind it had it.
        if self.glues[before].replaces && before > 0 && self.is_person(before - 1) {
            return self.person(before - 1).into_iter().collect();
        }
        let together = self.together(before);
        (together..=before)
            .filter_map(|index| self.person(index))
            .collect()
    }

    /// `đối với ông Lê Văn A và bà Trần Thị B`: the last of the names that a list of names goes on to.
    fn coordinated_to(&self, first: usize) -> usize {
        let mut last = first;
        while self.is_person(last + 1) && self.glues[last + 1].lists() && !self.glues[last + 1].open {
            last += 1;
        }
        last
    }

    /// `bổ nhiệm các ông Lê Văn A, Trần Văn B làm …`: the first of the names that receive a post together.
    fn together(&self, last: usize) -> usize {
        let mut first = last;
        while first > 0 && self.is_person(first - 1) && self.glues[first].lists() && !self.glues[first].open {
            first -= 1;
        }
        let said = self.glues[first].plural || (first + 1..=last).any(|index| self.glues[index].and);
        if said { first } else { last }
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

    /// `Từ năm 2015 đến năm 2020, ông Lê Văn A giữ chức …`, `Từ 5/2020 đến nay, …`: when the posts of the sentence were held
    fn years_before(&self) -> Option<Tense> {
        const NEAR: usize = 14;
        let reader = self.reader;
        let first = self.elements.first()?.from(self.items).min(self.from + NEAR);
        if !reader.document.is(self.from, "từ") {
            return None;
        }
        let to = (self.from..first).find(|at| reader.word(*at) == Word::TO)?;
        let now = (to..first).any(|at| reader.document.is(at, "nay"));
        let year = |from: usize, to: usize| (from..to).any(|at| reader.year(at).is_some());
        let past = year(self.from, to) && year(to, first);
        match (now, past) {
            (true, _) => Some(Tense::Held),
            (_, true) => Some(Tense::Former),
            _ => None,
        }
    }

    /// `đã ký Quyết định … về việc chỉ định nhân sự giữ chức …`, `trao quyết định bổ nhiệm …`: who signs or hands over
    /// does not receive the post.
    fn about_another(&self, from: usize, to: usize) -> bool {
        let written = |at: usize| self.reader.document.written(at);
        let matter = (from..to).any(|at| match written(at) {
            "việc" => matches!(written(at - 1), "về" | "cho"),
            "nhân" => written(at + 1) == "sự",
            "trao" | "công" | "ký" => {
                let hands = match written(at) {
                    "công" => written(at + 1) == "bố",
                    "trao" => written(at + 1) != "đổi",
                    _ => !matches!(written(at - 1), "thư" | "Thư" | "chữ" | "đăng"),
                };
                hands && !matches!(written(at - 1), "được" | "nhận")
            }
            _ => false,
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
