//! Tokens after a head -> one past the words that no list knows: a proper name in capitals, a subject in lower case.

use crate::clean::token::{Gap, Shape};
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Cue, Word};

/// Words of a subject in lower case, at most.
const TOPIC: usize = 45;

impl Reader<'_> {
    /// `Bạch Mai`, `Nhân Dân`, `L'Humanité`; a person's name at the end is left to the person.
    pub(super) fn proper(&self, at: usize, more: bool) -> Option<usize> {
        if self
            .place(at)
            .is_some_and(|(place, _)| more || place.kind.is_some())
            || self.find(Class::Country, at).is_some()
        {
            return None;
        }
        if self
            .known_place(at)
            .is_some_and(|(_, end)| !(self.capital(end) && self.joined(end)))
        {
            return None;
        }
        let settlement = self.find(Class::Settlement, at);
        let at = settlement
            .filter(|found| self.shape(at) == Shape::Lower && self.capital(found.end))
            .map_or(at, |found| found.end);
        // `Trường THPT Trần Cao Vân`: the name of a man of old is one, and leaves no `Cao Vân` behind.
        let whole = self.name(at).map(|name| name.end).filter(|end| *end >= at + 3);
        let person = self.person_in_run(at).filter(|person| {
            whole.is_none_or(|end| end < *person || end >= person + 3 || end != self.capitals(at, 9))
        });
        let mut end = at;
        while end < at + 10 && self.capital(end) && (end == at || self.joined(end)) {
            if person == Some(end)
                || (end > at
                    && self
                        .find(Class::Title, end)
                        .is_some_and(|title| title.end > end + 1))
            {
                break;
            }
            let compound = [Class::Field, Class::EventHead, Class::DocumentType]
                .iter()
                .filter_map(|class| self.find(*class, end))
                .map(|found| found.end)
                .max();
            end = compound.unwrap_or(end + 1);
            end = self.small_between(end);
            let linked =
                matches!(self.word(end), Word::HYPHEN | Word::AMPERSAND) || self.shape(end) == Shape::Number;
            if linked
                && self.joined(end)
                && self.capital(end + 1)
                && self.joined(end + 1)
                && self.find(Class::Head, end + 1).is_none()
            {
                end += 1;
            } else if let Some(next) = self.further_field(end) {
                end = next;
            }
        }
        (end > at).then_some(end)
    }

    /// `và Du lịch` of `Trung tâm Điện ảnh Thể thao và Du lịch Việt Nam`: a further field in capitals behind `và`; one past it
    fn further_field(&self, at: usize) -> Option<usize> {
        let linked =
            self.word(at) == Word::AND && self.joined(at) && self.joined(at + 1) && self.capital(at + 1);
        let other = [Class::Head, Class::Body, Class::Title, Class::DocumentType]
            .iter()
            .any(|class| self.find(*class, at + 1).is_some());
        let field = self.find(Class::Field, at + 1).filter(|_| linked && !other)?;
        Some(field.end)
    }

    /// `nghệ` of `Công nghệ Nanyang`: one or two small words between capitals of a name
    pub(super) fn small_between(&self, at: usize) -> usize {
        let small = |index: usize| {
            self.shape(index) == Shape::Lower
                && self.joined(index)
                && !self.boundary(index)
                && self.place_kind(index).is_none()
        };
        let length = (1..=3).find(|length| {
            (at..at + length).all(small) && self.capital(at + length) && self.joined(at + length)
        });
        match length {
            Some(length)
                if !self.person_or_post(at + length) && self.find(Class::Body, at + length).is_none() =>
            {
                at + length
            }
            _ => at,
        }
    }

    fn person_or_post(&self, at: usize) -> bool {
        let place = self.known_place(at);
        let person = self
            .name(at)
            .is_some_and(|name| place.as_ref().is_none_or(|(_, end)| *end < name.end) && name.end - at >= 3);
        person
            || self
                .find(Class::Title, at)
                .is_some_and(|title| title.end > at + 1)
    }

    /// `xây dựng Đề án …`, `dự án đầu tư công trình`: lower case up to where a clause begins
    pub(super) fn topic(&self, at: usize) -> Option<usize> {
        // `Ban Chỉ đạo Tại phiên họp`: a headline run on
        let clause = self
            .find(Class::Cue, at)
            .is_some_and(|found| self.lexicon.cues[found.item].has(Cue::Boundary));
        let told = [Cue::Speaks, Cue::Attends, Cue::Receives, Cue::Leaves]
            .iter()
            .any(|cue| self.cue(*cue, at).is_some());
        if clause && self.capital(at) && self.find(Class::Field, at).is_none()
            || told
            || self.word(at) != Word::QUOTE && !self.shape(at).is_word() && self.shape(at) != Shape::Number
        {
            return None;
        }
        // `Ban Chỉ đạo Trung ương về …`, `Ban Chỉ đạo Trung ương tổng kết …`: what the central board is for
        if let Some(central) = self.central(at) {
            let about = self.about(central);
            let subject = self.joined(central)
                && !self.person_or_post(central)
                && self.find(Class::Body, central).is_none();
            return about.or_else(|| self.topic(central).filter(|_| subject));
        }
        let mut end = at;
        let mut quoted = false;
        while end < at + TOPIC && (end == at || self.joined(end)) {
            let word = self.word(end);
            if word == Word::QUOTE {
                if quoted || end == at {
                    break;
                }
                quoted = true;
            } else if word == Word::AND && self.last_of_list(at, end) {
                end += 1;
            } else if let Some(number) = self.numbered(end) {
                end = number;
                continue;
            } else if let Some(document) = self.goes_on_to_carry_out(end) {
                end = document;
                continue;
            } else if !quoted && self.ends_topic(at, end) {
                break;
            }
            end += 1;
        }
        while end > at
            && (matches!(self.word(end - 1), Word::COMMA | Word::QUOTE | Word::HYPHEN)
                || self.word(end - 1) == Word::AND)
        {
            end -= 1;
        }
        (end > at).then_some(end)
    }

    /// `khoa học, công nghệ và chuyển đổi số`: whether the `và` at `end` joins the last of what is listed from `at` on
    fn last_of_list(&self, at: usize, end: usize) -> bool {
        let listed = (at..end).any(|index| matches!(self.word(index), Word::COMMA | Word::ABOUT))
            || (at > 0 && self.word(at - 1) == Word::ABOUT);
        let next = end + 1;
        let people = matches!(
            self.document.folded(next).as_str(),
            "đại" | "nhân" | "cán" | "toàn" | "đồng"
        );
        listed
            && self.joined(next)
            && self.shape(next) == Shape::Lower
            && !people
            && !self.ends_topic(at, next)
    }

    /// `về phát triển khoa học, công nghệ`: what a council or board is for; `về việc` tells of something else
    pub(super) fn about(&self, at: usize) -> Option<usize> {
        let about = self.word(at) == Word::ABOUT && self.joined(at) && self.joined(at + 1);
        (about && !self.document.is(at + 1, "việc"))
            .then(|| self.topic(at + 1))
            .flatten()
    }

    /// `Nghị quyết số 18-NQ/TW` inside a subject: one past the number with its dashes and slashes
    fn numbered(&self, at: usize) -> Option<usize> {
        let kind = self.find(Class::DocumentType, at)?;
        let digits = kind.end + usize::from(self.word(kind.end) == Word::NUMBER);
        if self.shape(digits) != Shape::Number || !(kind.end..=digits).all(|index| self.joined(index)) {
            return None;
        }
        let mut end = digits + 1;
        while matches!(self.word(end), Word::HYPHEN | Word::SLASH)
            && self.joined(end)
            && self.shape(end + 1) != Shape::Mark
            && self.document.gap(end + 1) == Gap::None
        {
            end += 2;
        }
        (end > digits + 1).then_some(end)
    }

    /// `tổng kết | thực hiện Nghị quyết …`: behind a task, what is carried out belongs to it; where that begins
    fn goes_on_to_carry_out(&self, at: usize) -> Option<usize> {
        let document = self
            .cue(Cue::Implements, at)
            .filter(|next| self.find(Class::DocumentType, *next).is_some())?;
        (1..=2)
            .any(|length| at >= length && self.cue(Cue::Task, at - length) == Some(at))
            .then_some(document)
    }

    /// Whether the subject that begins at `at` ends before `end`: at a clause, a place, a person or a post.
    fn ends_topic(&self, at: usize, end: usize) -> bool {
        // `bảo hiểm xã hội`: no commune
        let placed = self.place(end).is_some() && self.cue(Cue::Skip, end).is_none();
        let named = end > at && (placed || self.person_or_post(end) && !self.namesake(end));
        let given = self.cue(Cue::Receives, end).is_some() || self.cue(Cue::Leaves, end).is_some();
        let term = self.document.reads(end, &[Word::TENURE, Word::TENURE_END]);
        self.boundary(end) || self.clause_mark(end) || named || given || term
    }

    /// A mark that ends a subject; a comma only where no further word of it follows.
    fn clause_mark(&self, at: usize) -> bool {
        match self.word(at) {
            Word::COMMA => {
                self.shape(at + 1) != Shape::Lower
                    || self.boundary(at + 1)
                    || [Cue::EventEnd, Cue::Receives, Cue::Leaves]
                        .iter()
                        .any(|cue| self.cue(*cue, at + 1).is_some())
            }
            Word::HYPHEN => !self.shape(at + 1).is_word(),
            _ => self.shape(at) == Shape::Mark,
        }
    }
}
