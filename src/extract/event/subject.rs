//! The words after an event's head noun that say what it is about -> one past the last of them.

use crate::clean::token::Shape;
use crate::extract::event::{EventName, LONGEST};
use crate::extract::event_type::Holds;
use crate::extract::number::Number;
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Cue, Cues, Word};

impl<'d> Reader<'d> {
    /// The words after the head up to where the sentence goes on about the event.
    pub(super) fn subject(&self, event: &mut EventName, at: usize, numbers: &[Number]) -> usize {
        let mut end = at;
        while end < at + LONGEST && self.joined(end) {
            let next = self.subject_word(event, at, end, numbers);
            if next == end {
                break;
            }
            end = next;
        }
        let end = self.without_loose_end(at, end);
        if let Some(owner) = self.named_owner(event, at, end) {
            event.owner = Some(owner);
        }
        end
    }

    /// Marks and words that only lead to something else end no name: `Lễ trao Quyết định | phân công | đồng chí …`.
    fn without_loose_end(&self, at: usize, end: usize) -> usize {
        let mut end = end;
        loop {
            let loose = end > at
                && matches!(
                    self.word(end - 1),
                    Word::COMMA
                        | Word::SEMICOLON
                        | Word::AND
                        | Word::HYPHEN
                        | Word::OF
                        | Word::SLASH
                        | Word::QUOTE
                );
            let dangling = (1..=4).filter_map(|back| end.checked_sub(back)).find(|from| {
                *from >= at && self.cue(Cue::Dangling, *from) == Some(end) && self.leads_on(*from, end)
            });
            let respect = (1..=2).filter_map(|back| end.checked_sub(back)).find(|from| {
                *from >= at
                    && (end == *from + 2 || self.shape(*from) == Shape::Lower)
                    && self
                        .find(Class::Honorific, *from)
                        .is_some_and(|found| found.end == end)
            });
            end = match dangling.or(respect) {
                Some(from) => from,
                None if loose => end - 1,
                None => return end,
            };
        }
    }

    /// Whether the words at `from..end` are followed by what they lead to, outside the name.
    fn leads_on(&self, from: usize, end: usize) -> bool {
        let verb = self.cue(Cue::Receives, from).is_some() || self.cue(Cue::Leaves, from).is_some();
        let comma = usize::from(self.word(end) == Word::COMMA);
        !verb
            || self.find(Class::Honorific, end).is_some()
            || self.name(end).is_some()
            || self.find(Class::Rank, end).is_some()
            || self.find(Class::Degree, end).is_some()
            || self.cue(Cue::Receives, end + comma).is_some()
            || self.cue(Cue::Dangling, end).is_some()
            || matches!(self.word(end), Word::QUOTE | Word::FOR)
    }

    /// `… năm 2024 của Ban Nội chính Trung ương`: the body at the end whose meeting it is, unless a document is its own.
    fn named_owner(&self, event: &EventName, at: usize, end: usize) -> Option<(usize, usize)> {
        let of = (at..end)
            .rev()
            .take(14)
            .find(|index| self.word(*index) == Word::OF && self.body(index + 1).is_some())?;
        let (_, after) = self.body(of + 1)?;
        let of_document = (at..of).any(|index| {
            self.find(Class::DocumentType, index).is_some()
                || self.cue(Cue::Dangling, index).is_some() && self.word(index) == Word::ABOUT
        });
        let reviews = (at..of).any(|index| {
            self.shape(index) == Shape::Number || self.cue(Cue::Subject, index).is_some_and(|end| end == of)
        }) || of == at;
        (self.holds(event, Holds::Review) && after == end && !of_document && reviews)
            .then_some((of + 1, after))
    }

    /// Reads on at `end`; one past what belongs to the subject, or `end`.
    fn subject_word(&self, event: &mut EventName, at: usize, end: usize, numbers: &[Number]) -> usize {
        if let Some(next) = self.subject_mark(event, at, end, numbers) {
            return next;
        }
        if let Some(after) = self
            .tenure(end)
            .or_else(|| self.electors_place(end))
            .or_else(|| self.electors_session(end))
        {
            return after;
        }
        if end > at && self.is_after_tenure(at, end) && self.shape(end) == Shape::Lower {
            let goes_on = matches!(self.word(end), Word::AND | Word::OF) || self.place_kind(end).is_some();
            return end + usize::from(goes_on);
        }
        if let Some(after) = self.cue(Cue::Pair, end).or_else(|| self.manner(at, end)) {
            return after;
        }
        if let Some(directive) = self.directive(end, numbers).filter(|_| end > at) {
            return if self.holds(event, Holds::Directives) {
                self.issued(directive.to)
            } else {
                end
            };
        }
        // `lần thứ hai`, and `bất thường thứ 9` of a session
        let counts = self.word(end) == Word::TIME
            || (self.word(end) == Word::ORDINAL && self.holds(event, Holds::Session));
        if let Some((ordinal, after)) = self.ordinal(end).filter(|_| counts) {
            event.ordinal = Some(ordinal);
            return self.opened_term(self.sort_in_brackets(after));
        }
        if let Some((_, after)) = self.body(end).filter(|_| self.capital(end)) {
            return after;
        }
        if self.ends_before(event, at, end) {
            return end;
        }
        self.compound(end).unwrap_or(end + 1)
    }

    /// `sáng tạo`, `địa bàn`: one word of several syllables, which would be cues by themselves
    fn compound(&self, at: usize) -> Option<usize> {
        let found = self.find(Class::Cue, at)?;
        let cues = self.lexicon.cues[found.item];
        let plain = cues == Cues::default() || (cues.has(Cue::Skip) && !cues.has(Cue::EventEnd));
        (plain && self.shape(at) == Shape::Lower).then_some(found.end)
    }

    /// `theo hình thức trực tuyến ở 63 điểm cầu | sơ kết …` between head and subject: how it was held
    fn manner(&self, at: usize, end: usize) -> Option<usize> {
        let form = end == at && self.document.is(at + 1, "hình") && self.document.is(at + 2, "thức");
        let stops = |index: usize| {
            matches!(self.word(index), Word::COMMA | Word::SEMICOLON | Word::DOT) || !self.joined(index)
        };
        (at + 3..at + 24)
            .take_while(|index| form && !stops(*index))
            .find(|index| self.cue(Cue::Subject, *index).is_some_and(|to| to >= index + 2))
    }

    /// `tại xã Kỳ Tân, huyện Tân Kỳ` behind `tiếp xúc cử tri`: meetings with electors are told by the place
    fn electors_place(&self, at: usize) -> Option<usize> {
        let electors = self.word(at) == Word::AT && at >= 2 && self.document.is(at - 1, "tri");
        (electors && self.document.is(at - 2, "cử"))
            .then(|| self.goals(at + 1))
            .flatten()
    }

    /// `trước Kỳ họp thứ Hai, Quốc hội khóa XIV` right behind `tiếp xúc cử tri`: meetings with electors go with a session
    fn electors_session(&self, at: usize) -> Option<usize> {
        let electors = at >= 2 && self.document.is(at - 1, "tri") && self.document.is(at - 2, "cử");
        let side = self.document.is(at, "trước") || self.document.is(at, "sau");
        let session = self
            .find(Class::EventHead, at + 1)
            .filter(|head| electors && side && self.lexicon.events[head.item].event_type == "Kỳ họp")?;
        let (_, number) = self
            .ordinal(session.end)
            .filter(|_| self.word(session.end) == Word::ORDINAL)?;
        let mark = usize::from(matches!(self.word(number), Word::COMMA | Word::OF));
        let sits = self.body(number + mark).filter(|_| self.joined(number + mark));
        Some(self.opened_term(sits.map_or(number, |(_, end)| end)))
    }

    /// What a mark, `và` or `của` at `end` does to the subject: one past it, or `end`; nothing for other words.
    fn subject_mark(&self, event: &EventName, at: usize, end: usize, numbers: &[Number]) -> Option<usize> {
        let next = end + 1;
        let goes_on = match self.word(end) {
            // No name begins with a mark.
            Word::COMMA | Word::SEMICOLON | Word::HYPHEN | Word::SLASH if end == at => false,
            // `lần thứ 11, khóa XIII`, where no body stands between
            Word::COMMA => {
                let term = self.term(next).is_some() && !self.holds(event, Holds::Session);
                term || self.goes_on(next) || self.contest_goes_on(event, next)
            }
            Word::SEMICOLON => {
                // `; triển khai nhiệm vụ …`, but `; bàn giải pháp …` is the next act
                self.cue(Cue::Subject, next).is_some_and(|to| to >= next + 2)
                    || (self.holds(event, Holds::Directives)
                        && self.directive(next, numbers).is_some()
                        && (at..end).any(|index| self.directive(index, numbers).is_some()))
            }
            Word::QUOTE => return Some(self.closing_quote(next).map_or(end, |close| close + 1)),
            Word::HYPHEN | Word::AMPERSAND | Word::SLASH => self.cue(Cue::Credit, next).is_none(),
            Word::OPEN => return Some(self.bracket(end)),
            // A directive of its own begins after `và`, and so does another act.
            Word::AND => {
                let other = self.directive(next, numbers).is_some() && !self.carries_out(at, end);
                // `Lễ viếng và Lễ truy điệu` are two.
                let another = self.capital(next)
                    && self.find(Class::EventHead, at).is_none()
                    && self
                        .find(Class::EventHead, next)
                        .is_some_and(|head| head.end > next + 1);
                // `Nơi tổ chức Lễ Quốc tang và nơi an táng` speaks of places.
                let where_or_when = end == at && self.cue(Cue::Circumstance, next).is_some();
                !other && !another && !where_or_when && !self.begins_act(end, next)
            }
            Word::OF => {
                let issuer = self.is_dated_directive(at, end, numbers);
                !issuer && (self.holds_person(event) || !self.begins_person(end, next))
            }
            _ => return None,
        };
        Some(end + usize::from(goes_on))
    }

    /// `Cuộc thi tìm hiểu Nghị quyết 57-NQ/TW năm 2024 | của Bộ Chính trị`: who issued a document is not who holds the contest.
    fn is_dated_directive(&self, at: usize, of: usize, numbers: &[Number]) -> bool {
        of >= at + 3
            && self.year_after(of - 2) == Some(of)
            && (of.saturating_sub(14).max(at)..of - 2).any(|index| {
                self.directive(index, numbers)
                    .is_some_and(|directive| directive.to == of - 2)
            })
    }

    /// `(GMS)` in front of `lần thứ 8`, `(APEC)` in front of `2024`
    fn bracket(&self, at: usize) -> usize {
        let short = self.shape(at + 1).is_capital() && self.word(at + 2) == Word::CLOSE;
        let after = at + 3;
        let goes_on = self.joined(after)
            && (self.shape(after) == Shape::Number
                || matches!(self.word(after), Word::TIME | Word::YEAR)
                || self.term(after).is_some());
        if short && goes_on { after } else { at }
    }

    /// `và phát biểu chỉ đạo`, `và tổ chức Lễ …`, and after a number `và những đóng góp …`
    fn begins_act(&self, and: usize, at: usize) -> bool {
        let held = self
            .cue(Cue::Organises, at)
            .is_some_and(|verb| self.find(Class::EventHead, verb).is_some());
        let acts = held
            || [Cue::Chairs, Cue::Speaks, Cue::Attends]
                .iter()
                .any(|cue| self.cue(*cue, at).is_some());
        let others = matches!(self.word(at), Word::SOME | Word::EACH)
            && self.shape(and.saturating_sub(1)) == Shape::Number;
        (acts && self.cue(Cue::Subject, at).is_none()) || others
    }

    /// `APEC 2024 của Chủ tịch nước Lương Cường`, `… của đồng chí`: not who issued a document inside the name
    fn begins_person(&self, of: usize, at: usize) -> bool {
        let closed = self.shape(of - 1) == Shape::Number || self.capital(of - 1);
        let title = self
            .find(Class::Title, at)
            .is_some_and(|title| title.end > at + 1 && self.capital(at) && self.body(at).is_none());
        closed && (title || self.find(Class::Honorific, at).is_some())
    }

    fn is_after_tenure(&self, at: usize, end: usize) -> bool {
        (end.saturating_sub(6).max(at)..end).any(|index| self.tenure(index) == Some(end))
    }

    /// Whether the sentence goes on at `end` with something else: a clause, a person, a mark.
    fn ends_before(&self, event: &EventName, at: usize, end: usize) -> bool {
        if self.find(Class::Honorific, end).is_some()
            && !self.capital(end)
            && !self.holds(event, Holds::Person)
        {
            return true;
        }
        if !self.shape(end).is_word() && self.shape(end) != Shape::Number {
            return true;
        }
        let graduate = self
            .find(Class::Degree, end)
            .is_some_and(|degree| self.is_named_behind(degree.end));
        if self.is_label(end) || (graduate && !self.holds_person(event)) {
            return true;
        }
        let subject = self.cue(Cue::Subject, end).is_some();
        let act = [Cue::EventEnd, Cue::Organises, Cue::Chairs, Cue::Attends]
            .iter()
            .any(|cue| self.cue(*cue, end).is_some());
        // `buổi lễ Phát biểu`: a caption that lost its end, or a line in capitals
        let ends = self.cue(Cue::Speaks, end).is_some() || self.cue(Cue::EventEnd, end).is_some();
        // `Ngày giải phóng …`
        let anniversary = self.word(end) == Word::DAY && self.date(end).is_none();
        let glued = self.capital(end) && ends && !subject && !anniversary && !self.is_proper(end);
        if glued || (self.shape(end) == Shape::Lower && act && !subject) {
            // `buổi làm việc với …`
            let meets = self.holds(event, Holds::Counterpart)
                && self
                    .find(Class::EventHead, at.saturating_sub(3))
                    .is_some_and(|head| head.end == at);
            return !(end == at && self.word(end) == Word::WITH && meets);
        }
        let title = self
            .find(Class::Title, end)
            .filter(|title| self.capital(end) && title.end > end + 1);
        title.is_some_and(|title| !self.holds_person(event) && self.name_after_title(title.end))
    }

    /// `TS. Đặng …`: a person's name right behind a degree, also over its full stop
    fn is_named_behind(&self, at: usize) -> bool {
        let from = at + usize::from(self.word(at) == Word::DOT);
        self.name(from).is_some_and(|name| name.end - from >= 2)
    }

    /// Between capitals a word of the cues is part of a name: `Trường Tiểu học Vào Đời`.
    fn is_proper(&self, at: usize) -> bool {
        self.shape(at) == Shape::Capital && self.shape(at - 1) == Shape::Capital && self.capital(at + 1)
    }

    /// `1.` of the next point of a list that lost its line break
    fn is_label(&self, at: usize) -> bool {
        self.shape(at) == Shape::Number
            && self.document.written(at).len() <= 2
            && self.word(at + 1) == Word::DOT
            && self.capital(at + 2)
            && self.shape(at - 1) == Shape::Lower
            && !matches!(
                self.document.written(at - 1),
                "năm" | "tháng" | "quý" | "thứ" | "số" | "khóa" | "lần" | "đợt" | "cấp" | "khu" | "vực"
            )
    }

    /// `đánh giá 3 năm thực hiện …`, `tìm hiểu về Chuyển đổi số`: a meeting on documents may be on several
    fn carries_out(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| self.cue(Cue::Implements, at).is_some() || self.cue(Cue::Subject, at).is_some())
    }

    /// `, ngày 5-5-2022 của Bộ Chính trị` after a directive inside a name
    fn issued(&self, at: usize) -> usize {
        let comma = usize::from(self.word(at) == Word::COMMA);
        let mut end = at;
        if self.word(at + comma) == Word::DAY
            && let Some((_, after)) = self.date(at + comma)
        {
            end = after;
        }
        if self.word(end) == Word::OF
            && let Some((_, after)) = self.body(end + 1)
        {
            end = after;
        }
        end
    }

    /// Whether a person's name stands right after a post that ends at `at`, with the body of the post between at most.
    fn name_after_title(&self, at: usize) -> bool {
        let mut end = at;
        while let Some((_, after)) = self
            .body(end)
            .or(self.body(end + 1).filter(|_| self.word(end) == Word::OF))
        {
            end = after;
        }
        self.joined(end) && self.name(end).is_some_and(|name| name.end - end >= 2)
    }
}
