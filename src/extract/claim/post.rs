//! Sentences -> who holds, held or receives which post in which body.
//!
//! A post stands before the name (`Phó Chủ tịch UBND tỉnh Lê Văn A`), after it (`đồng chí Lê Văn A, Phó Chủ tịch …`), or
//! behind a verb (`bầu ông Lê Văn A làm Chủ tịch …`). One post may serve several names and one name several posts.

mod by_verb;
mod context;
mod implied;
mod members;
mod shared;

use crate::extract::claim::element::{Element, elements};
use crate::extract::claim::glue::Glue;
use crate::extract::claim::post::context::Context;
use crate::extract::claim::{Claim, Target, Tense, by_sentence};
use crate::extract::item::{Item, What};
use crate::extract::reader::Reader;
use crate::lexicon::{Cue, Word};
use crate::resolve::record::RelationKind;

/// Every post that the document gives a person.
pub fn claims(reader: Reader<'_>, items: &[Item]) -> Vec<Claim> {
    let mut found = Vec::new();
    let mut context = Context::default();
    for range in by_sentence(reader, items) {
        let mut sentence = Sentence::new(reader, items, range.clone());
        context.enter(&mut sentence, range.clone());
        sentence.attach(context.subject);
        context.leave(&mut sentence, range);
        found.append(&mut sentence.claims);
    }
    found
}

struct Sentence<'r, 'd> {
    reader: Reader<'d>,
    items: &'r [Item],
    /// Its tokens.
    from: usize,
    to: usize,
    elements: Vec<Element>,
    /// What stands before each element.
    glues: Vec<Glue>,
    /// For each element that is a post: whether it was given to a person.
    taken: Vec<bool>,
    /// For each post given to the name before it: when.
    follows: Vec<Option<Tense>>,
    /// The body that the head of a list names for all its posts.
    heading: Option<usize>,
    /// The posts of the entries before it in a list that lead a body, by title, with the body.
    above: Vec<(String, Target)>,
    claims: Vec<Claim>,
}

impl<'r, 'd> Sentence<'r, 'd> {
    fn new(reader: Reader<'d>, items: &'r [Item], range: std::ops::Range<usize>) -> Sentence<'r, 'd> {
        let sentence = reader.document.sentence_of(items[range.start].from);
        let (start, stop) = reader
            .document
            .sentences
            .get(sentence)
            .map_or((0, reader.document.len()), |sentence| {
                (sentence.from, sentence.to)
            });
        let names: Vec<(usize, usize)> = items[range.clone()]
            .iter()
            .filter(|item| matches!(item.what, What::Body(_) | What::Place(_)))
            .map(|item| (item.from, item.to))
            .collect();
        let elements = elements(reader, items, range);
        let mut glues = Vec::with_capacity(elements.len());
        let mut end = start;
        for element in &elements {
            let from = element.from(items);
            glues.push(reader.glue(end.min(from), from, &names));
            end = element.to(items);
        }
        let taken = vec![false; elements.len()];
        Sentence {
            reader,
            items,
            from: start,
            to: stop,
            elements,
            glues,
            follows: vec![None; taken.len()],
            taken,
            heading: None,
            above: Vec::new(),
            claims: Vec::new(),
        }
    }

    /// The person that a pronoun of the next sentence means.
    fn subject(&self, last: Option<usize>) -> Option<usize> {
        let first = self.elements.iter().find_map(|element| match element {
            Element::Person(item) => Some(*item),
            Element::Post(_) => None,
        });
        first.or(last)
    }

    fn attach(&mut self, last: Option<usize>) {
        self.members();
        self.shared_title();
        self.serving();
        for index in 0..self.elements.len() {
            if matches!(self.elements[index], Element::Person(_)) {
                self.before(index);
            }
        }
        for index in 0..self.elements.len() {
            if matches!(self.elements[index], Element::Person(_)) {
                self.after(index);
            }
        }
        self.coordinated();
        self.plural_after();
        self.by_verb(last);
    }

    fn person(&self, index: usize) -> Option<usize> {
        match self.elements.get(index)? {
            Element::Person(item) => Some(*item),
            Element::Post(_) => None,
        }
    }

    fn is_post(&self, index: usize) -> bool {
        matches!(self.elements.get(index), Some(Element::Post(_)))
    }

    fn is_person(&self, index: usize) -> bool {
        matches!(self.elements.get(index), Some(Element::Person(_)))
    }

    fn title(&self, index: usize) -> Option<&str> {
        match self.elements.get(index)? {
            Element::Post(post) => post.title.as_deref(),
            Element::Person(_) => None,
        }
    }

    /// Whether the sentence names one person at most, so that every post of it is that person's.
    fn alone(&self) -> bool {
        let mut people = (0..self.elements.len())
            .filter_map(|index| self.person(index))
            .map(|item| {
                self.reader
                    .document
                    .phrase(self.items[item].from, self.items[item].to)
            });
        people
            .next()
            .is_none_or(|first| people.all(|other| other == first))
    }

    /// Posts that stand before a name, back to where the list begins.
    fn before(&mut self, index: usize) {
        let Some(person) = self.person(index) else { return };
        if index == 0
            || !self.is_post(index - 1)
            || self.taken[index - 1]
            || !(self.glues[index].adjacent()
                || self.titled_colon(index)
                || self.dashed(index)
                || self.ranked(index))
        {
            return;
        }
        let mut first = index - 1;
        while first > 0
            && self.is_post(first - 1)
            && !self.taken[first - 1]
            && (self.glues[first].lists() && !self.glues[first].respect || self.role_colon(first))
        {
            // What follows another name belongs to that name, unless that name has its own posts before it.
            let owner = (0..first).rev().find(|other| self.is_person(*other));
            let run = (0..first)
                .rev()
                .take_while(|other| self.is_post(*other))
                .last()
                .unwrap_or(first);
            if owner.is_some_and(|owner| {
                owner + 1 == run
                    && self.glues[run].lists()
                    && !self.has_post_before(owner)
                    && !self.addressed(owner)
            }) || (owner.is_some() && run + 1 == first && self.hangs_on(run))
            {
                break;
            }
            first -= 1;
        }
        first += usize::from(self.appoints(first, index));
        let mut tense = Tense::Held;
        for post in first..index {
            if self.glues[post].former {
                tense = Tense::Former;
            } else if self.glues[post].receives && !self.glues[post].lists() && self.named_new(post) {
                tense = Tense::New;
            }
            self.give(person, post, tense, "post: before the name");
            self.taken[post] = true;
        }
    }

    /// `Phó Thủ tướng A | - Phó Trưởng Ban, Bộ trưởng B`: a dash ties a post to the name before it
    fn hangs_on(&self, post: usize) -> bool {
        self.glues[post].dash && !self.glues[post].comma && !self.glues[post + 1].dash
    }

    /// `Trao quyết định và chúc mừng ông Lê Văn A, Bí thư Tỉnh ủy Trần Văn B nói`: the first name is whom the second speaks to.
    fn addressed(&self, person: usize) -> bool {
        let item = self.elements[person].from(self.items);
        let first = person == 0 && self.reader.cue(Cue::Addresses, self.from).is_some();
        first && (self.from..item).all(|at| self.reader.word(at) != Word::COMMA)
    }

    /// `1. Trưởng ban: Phó Thủ tướng Lê Văn A`: a post at the head of its sentence, and who fills it behind a colon.
    fn role_colon(&self, index: usize) -> bool {
        let glue = self.glues[index];
        let plain = glue.colon && glue.other == 0 && !glue.semicolon && !glue.comma;
        let head = (0..index).all(|other| self.is_post(other) && !self.glues[other].plural);
        plain && head && self.glues[0].other == 0
    }

    /// `bổ nhiệm Phó Viện trưởng Viện …, Tổng Bí thư Lê Văn A phát biểu`: who speaks is not who is appointed.
    fn appoints(&self, first: usize, person: usize) -> bool {
        let several = first + 1 < person && self.glues[first + 1].comma;
        let received = self.is_post(person + 1) && self.glues[person + 1].receives;
        several && self.glues[first].receives && !self.named_new(first) && !received
    }

    /// `Trong thời gian giữ các chức vụ Tỉnh ủy viên, Giám đốc Sở …, đồng chí Lê Văn A`: posts held at a time, then the name.
    fn serving(&mut self) {
        let begins = |index: usize| self.is_post(index) && (index == 0 || self.glues[index].serves);
        let Some(start) = (0..self.elements.len()).find(|index| begins(*index)) else {
            return;
        };
        let Some(person) = (start + 1..self.elements.len()).find(|index| self.is_person(*index)) else {
            return;
        };
        let (first, last) = (self.glues[start], self.glues[person]);
        let served = first.serves && first.tail == 0
            || first.former && !first.former_word && first.tail == 0
            || first.receives && first.other == 0;
        let tense = match (first.former, first.receives) {
            (true, _) => Tense::Former,
            (_, true) => Tense::New,
            _ => Tense::Held,
        };
        let chained = (start + 1..person).all(|post| self.glues[post].lists() || self.glues[post].resumes());
        if !(served && chained && last.comma && last.other == 0 && !last.semicolon) {
            return;
        }
        let Some(name) = self.person(person) else { return };
        for post in start..person {
            self.give(name, post, tense, "post: held at the time told");
            self.taken[post] = true;
        }
    }

    /// `tân Bí thư Tỉnh ủy`
    fn named_new(&self, post: usize) -> bool {
        let from = self.elements[post].from(self.items);
        from > 0 && self.reader.word(from - 1) == Word::NEW
    }

    /// `đồng chí Bí thư Đảng ủy: Lê Văn A`
    fn titled_colon(&self, index: usize) -> bool {
        let glue = self.glues[index];
        glue.colon && !glue.comma && !glue.semicolon && glue.other == 0 && !self.glues[index - 1].plural
    }

    /// `Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh - Nguyễn Văn Được; …`: a dash leads to the name, which has no post after it.
    fn dashed(&self, index: usize) -> bool {
        let glue = self.glues[index];
        let next = self.glues.get(index + 1).copied().unwrap_or_default();
        let own = self.is_post(index + 1) && !next.receives && (next.lists() || next.adjacent());
        let begins = index < 2 || !self.is_person(index - 2) || self.glues[index - 1].semicolon;
        glue.dash
            && !glue.comma
            && !glue.and
            && !glue.semicolon
            && !glue.colon
            && glue.other == 0
            && !own
            && begins
    }

    /// `Chính ủy Binh chủng Đặc công, Thiếu tướng Lê Văn A khẳng định`: a comma between the post and the rank
    fn ranked(&self, index: usize) -> bool {
        let glue = self.glues[index];
        let run = (0..index)
            .rev()
            .take_while(|other| self.is_post(*other))
            .last()
            .unwrap_or(index);
        let owned = run > 0 && !self.glues[run].semicolon;
        let next = self.glues.get(index + 1).copied().unwrap_or_default();
        let own = self.is_post(index + 1) && (next.lists() || next.adjacent());
        let plain =
            glue.comma && glue.honour && !glue.respect && glue.other == 0 && !glue.semicolon && !glue.and;
        // `Phát biểu tại buổi lễ, Chính ủy …`: the sentence may open with what is done.
        plain && !owned && !own && (self.glues[run].other == 0 || self.glues[run].tail == 0)
    }

    fn has_post_before(&self, person: usize) -> bool {
        person > 0 && self.is_post(person - 1) && self.glues[person].adjacent()
    }

    /// Posts that stand after a name, up to where the list ends or another name takes them.
    fn after(&mut self, index: usize) {
        let Some(person) = self.person(index) else { return };
        let mut tense = Tense::Held;
        let mut post = index + 1;
        while self.is_post(post) && !self.taken[post] {
            let glue = self.glues[post];
            let first = post == index + 1;
            let is = first && glue.is && glue.other == 0 && !glue.semicolon;
            let goes_on = glue.semicolon && glue.other == 0 && !first && self.alone();
            let resumed = !first && glue.resumes() && !glue.semicolon && !glue.capital && glue.other <= 3;
            let linked = glue.lists()
                || is
                || goes_on
                || resumed
                || (first && glue.adjacent() && (glue.former || self.glued(index)));
            if !linked
                || (first && self.apart(index))
                || (self.represents(post) && !first)
                || glue.receives
                || glue.leaves
                || glue.plural
                || glue.proposed
            {
                break;
            }
            // `…, Phó Chủ tịch HĐND tỉnh Trần Thị B`: the last post stands right before another name.
            let adjacent = self.is_person(post + 1) && self.glues[post + 1].adjacent();
            if adjacent {
                break;
            }
            if glue.former {
                tense = Tense::Former;
            }
            self.give(person, post, tense, "post: after the name");
            self.taken[post] = true;
            self.follows[post] = Some(tense);
            post += 1;
        }
    }

    /// `Ông Lê Văn A Trưởng ban Tổ chức Trung ương phát biểu`: the comma between name and post left out
    fn glued(&self, person: usize) -> bool {
        let next = self.elements[person + 1].from(self.items);
        let whole = match &self.elements[person + 1] {
            Element::Post(post) => post.body.is_some(),
            Element::Person(_) => false,
        };
        let bare = next == self.elements[person].to(self.items) && self.reader.joined(next);
        bare && whole && self.reader.capital(next) && !self.has_post_before(person)
    }

    /// `…; đại diện Văn phòng Tỉnh ủy`: somebody who is not named
    fn represents(&self, index: usize) -> bool {
        matches!(self.title(index), Some("đại diện" | "thành viên"))
    }

    fn give(&mut self, person: usize, index: usize, tense: Tense, rule: &'static str) {
        let Element::Post(post) = &self.elements[index] else {
            return;
        };
        let heading = || self.heading.map(Target::Item);
        let Some(target) = post.body.or_else(|| self.implied(index)).or_else(heading) else {
            return;
        };
        let (from, to) = (
            post.from.min(self.items[person].from),
            post.to.max(self.items[person].to),
        );
        let title = post.title.clone();
        self.claims.push(Claim {
            kind: RelationKind::HoldsPosition,
            source: person,
            target,
            title,
            tense,
            from,
            to,
            rule,
        });
    }
}
