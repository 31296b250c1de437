//! Tokens -> an event: its head noun and the words that tell which one (`Hội nghị tổng kết …`, `kỳ họp thứ 7`).

use crate::clean::token::Shape;
use crate::extract::congress::Congress;
use crate::extract::event_type::Holds;
use crate::extract::number::Number;
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Cue, Word};

/// An event as its words name it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventName {
    /// Index into the lexicon's event heads.
    pub head: usize,
    /// Whether words after the head tell which event it is; without them it points back.
    pub told: bool,
    pub congress: Option<Congress>,
    /// `7` of `kỳ họp thứ 7`
    pub ordinal: Option<String>,
}

/// Words of an event's name, at most.
const LONGEST: usize = 80;

impl<'d> Reader<'d> {
    /// The event whose head noun stands at `at`, and one past its name.
    pub fn event(&self, at: usize, numbers: &[Number]) -> Option<(EventName, usize)> {
        let head = self.find(Class::EventHead, at)?;
        let plural = at > 0
            && matches!(
                self.word(at - 1),
                Word::EACH | Word::SOME | Word::EVERY | Word::ONE_OF
            )
            && self.joined(at);
        if self.is_common_word(at, head.end) {
            return None;
        }
        let of_document = at >= 2
            && self.joined(at)
            && self
                .find(Class::DocumentType, at - 2)
                .is_some_and(|found| found.end == at);
        let single = at > 0 && self.word(at - 1) == Word::ONE_OF && self.joined(at);
        if single || of_document {
            return None;
        }
        let mut event = EventName {
            head: head.item,
            ..EventName::default()
        };
        let sentence = self.document.sentences[self.document.sentence_of(at)];
        let end = self
            .event_tail(&mut event, at, head.end, numbers)
            .min(sentence.to.max(head.end));
        event.told = end > head.end && self.tells(at, head.end, end);
        if plural && !event.told {
            return None;
        }
        let end = if event.told { end } else { head.end };
        Some((event, end))
    }

    /// `giải quyết`, `chương trình hành động`: a head noun of common use names an event only in capitals, in front of a
    /// quotation, or with a number.
    fn is_common_word(&self, at: usize, end: usize) -> bool {
        let document = self
            .find(Class::DocumentType, at)
            .is_some_and(|found| found.end >= end);
        let common = end == at + 1 || document;
        let marked =
            self.word(end) == Word::QUOTE || self.word(end) == Word::ORDINAL || self.inside_quotes(at);
        common && !marked && (document || !self.capital(at))
    }

    /// One past the words that name the event whose head ends at `at`.
    fn event_tail(&self, event: &mut EventName, from: usize, at: usize, numbers: &[Number]) -> usize {
        if !self.joined(at) {
            return at;
        }
        let congress = self.document.reads(at - 2, &[Word::GREAT, Word::MEETING]);
        if congress && let Some((congress, end)) = self.congress(at) {
            event.congress = Some(congress);
            return end;
        }
        if congress && self.word(at) != Word::GREAT {
            return at;
        }
        if let Some(end) = self.quoted(at).or_else(|| self.themed(at)) {
            return end;
        }
        if let Some((ordinal, end)) = self
            .ordinal(at)
            .filter(|_| matches!(self.word(at), Word::TIME | Word::ORDINAL))
        {
            event.ordinal = Some(ordinal);
            return self.owner(end);
        }
        if let Some(end) = self.central(at).filter(|end| self.joined(*end))
            && (self.shape(end) == Shape::Number || self.ordinal(end).is_some())
        {
            let end = self.ordinal(end).map_or(end + 1, |(_, end)| end);
            return self.term(end).map_or(end, |(_, end)| end);
        }
        if self.word(at) == Word::DAY
            && let Some((_, end)) = self.date(at)
        {
            return end;
        }
        if let Some(end) = self.counterpart(event, at) {
            return end;
        }
        if let Some(end) = self.destination(event, at) {
            return end;
        }
        if self.inside_quotes(from) {
            return self.closing_quote(at).unwrap_or(at);
        }
        self.subject(event, at, numbers)
    }

    /// `với Ban Thường vụ Huyện ủy` after a working visit or talks
    fn counterpart(&self, event: &EventName, at: usize) -> Option<usize> {
        let meets = self.holds(event, Holds::Counterpart);
        let body = self
            .body(at + 1)
            .filter(|_| meets && self.word(at) == Word::WITH)?;
        Some(body.1)
    }

    /// `tại Pháp` after a journey or a visit
    fn destination(&self, event: &EventName, at: usize) -> Option<usize> {
        let journey = self.holds(event, Holds::Destination);
        let leads = matches!(
            self.document.written(at),
            "tại" | "tới" | "đến" | "thăm" | "sang" | "ở"
        );
        let from = at + usize::from(leads);
        let country = self
            .find(Class::Country, from)
            .filter(|_| self.capital(from))
            .map(|found| found.end);
        country
            .or_else(|| self.place(from).map(|(_, end)| end))
            .filter(|_| journey)
    }

    /// `của Ban Chấp hành Đảng bộ Thành phố Hà Nội khóa XVII` after the number of a meeting
    fn owner(&self, at: usize) -> usize {
        let body = at + usize::from(self.word(at) == Word::OF);
        let Some((_, end)) = self.body(body).filter(|_| self.joined(body)) else {
            return at;
        };
        let bracket = self.word(end) == Word::OPEN;
        match self.term(end + usize::from(bracket)) {
            Some((_, after)) if bracket => after + usize::from(self.word(after) == Word::CLOSE),
            Some((_, after)) => after,
            None => end,
        }
    }

    /// `với chủ đề: “…”` after the head
    fn themed(&self, at: usize) -> Option<usize> {
        let theme = self.word(at) == Word::WITH
            && self.document.written(at + 1) == "chủ"
            && self.document.written(at + 2) == "đề";
        let quote = at + 3 + usize::from(self.word(at + 3) == Word::COLON);
        theme.then(|| self.quoted(quote)).flatten()
    }

    /// `“…”` right after the head
    fn quoted(&self, at: usize) -> Option<usize> {
        (self.word(at) == Word::QUOTE)
            .then(|| self.closing_quote(at + 1))
            .flatten()
    }

    /// The token of the quote that closes, in the sentence of what stands before `at`: a quote that nothing closes must
    /// not reach into the next.
    fn closing_quote(&self, at: usize) -> Option<usize> {
        let sentence = self.document.sentences.get(self.document.sentence_of(at - 1))?;
        (at..sentence.to.min(at + LONGEST)).find(|index| self.word(*index) == Word::QUOTE && *index > at)
    }

    fn inside_quotes(&self, at: usize) -> bool {
        at > 0
            && self.word(at - 1) == Word::QUOTE
            && self.joined(at)
            && matches!(self.document.written(at - 1), "“" | "«" | "\"")
    }

    /// The words after the head up to where the sentence goes on about the event.
    fn subject(&self, event: &mut EventName, at: usize, numbers: &[Number]) -> usize {
        let mut end = at;
        while end < at + LONGEST && self.joined(end) {
            let next = self.subject_word(event, at, end, numbers);
            if next == end {
                break;
            }
            end = next;
        }
        while end > at
            && (matches!(
                self.word(end - 1),
                Word::COMMA | Word::SEMICOLON | Word::AND | Word::HYPHEN | Word::OF | Word::QUOTE
            ))
        {
            end -= 1;
        }
        end
    }

    /// Reads on at `end`; one past what belongs to the subject, or `end`.
    fn subject_word(&self, event: &mut EventName, at: usize, end: usize, numbers: &[Number]) -> usize {
        let word = self.word(end);
        match word {
            Word::COMMA => {
                let goes_on = self.goes_on(end + 1) || self.contest_goes_on(event, end + 1);
                return if goes_on { end + 1 } else { end };
            }
            Word::SEMICOLON => {
                return if self.cue(Cue::Subject, end + 1).is_some() {
                    end + 1
                } else {
                    end
                };
            }
            Word::QUOTE => return self.closing_quote(end + 1).map_or(end, |close| close + 1),
            Word::HYPHEN | Word::AMPERSAND | Word::SLASH => {
                return if self.cue(Cue::Credit, end + 1).is_some() {
                    end
                } else {
                    end + 1
                };
            }
            // A directive of its own begins after `và`.
            Word::AND if self.directive(end + 1, numbers).is_some() && !self.carries_out(at, end) => {
                return end;
            }
            _ => {}
        }
        if let Some(after) = self.tenure(end) {
            return after;
        }
        if let Some(directive) = self.directive(end, numbers).filter(|_| end > at) {
            return if self.holds(event, Holds::Directives) {
                self.issued(directive.to)
            } else {
                end
            };
        }
        if let Some((ordinal, after)) = self.ordinal(end).filter(|_| word == Word::TIME) {
            event.ordinal = Some(ordinal);
            return self.opened_term(after);
        }
        if let Some((_, after)) = self.body(end).filter(|_| self.capital(end)) {
            return after;
        }
        if self.find(Class::Honorific, end).is_some() && !self.capital(end) {
            return end;
        }
        if !self.shape(end).is_word() && self.shape(end) != Shape::Number {
            return end;
        }
        // `đối thoại với doanh nghiệp`
        let joins = word == Word::WITH
            && matches!(
                self.document.written(end - 1),
                "thoại" | "mặt" | "xúc" | "việc" | "tác" | "lưu"
            );
        if self.shape(end) == Shape::Lower
            && !joins
            && self.cue(Cue::EventEnd, end).is_some()
            && self.cue(Cue::Subject, end).is_none()
        {
            return end;
        }
        if self
            .find(Class::Title, end)
            .is_some_and(|title| self.capital(end) && title.end > end + 1)
            && !self.holds(event, Holds::Appointment)
            && self.name_after_title(end)
        {
            return end;
        }
        end + 1
    }

    /// `đánh giá 3 năm thực hiện …`: a meeting on documents may be on several
    fn carries_out(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| self.cue(Cue::Implements, at).is_some())
    }

    /// `(khóa X)` after a number
    fn opened_term(&self, at: usize) -> usize {
        let open = usize::from(self.word(at) == Word::OPEN);
        match self.term(at + open) {
            Some((_, end)) if open == 1 && self.word(end) == Word::CLOSE => end + 1,
            Some((_, end)) if open == 0 => end,
            _ => at,
        }
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

    /// `Hội thi Báo cáo viên, Tuyên truyền viên giỏi`: the name of a contest lists in capitals
    fn contest_goes_on(&self, event: &EventName, at: usize) -> bool {
        self.holds(event, Holds::List)
            && self.capital(at)
            && self.name(at).is_none()
            && self.body(at).is_none()
    }

    /// Whether the name goes on after a comma.
    fn goes_on(&self, at: usize) -> bool {
        if self.cue(Cue::Subject, at).is_some() {
            return true;
        }
        let lower = self.shape(at) == Shape::Lower;
        let clause =
            self.cue(Cue::EventEnd, at).is_some() || self.boundary(at) || self.word(at) == Word::EACH;
        // `Văn hóa, thể thao và du lịch`: a list closes with `và` a few words on, or goes on with further nouns.
        let words = (at..at + 6).take_while(|index| self.shape(*index) == Shape::Lower);
        let nouns = words.clone().all(|index| self.find(Class::Cue, index).is_none());
        let listed = words.skip(1).any(|index| self.word(index) == Word::AND)
            || (nouns && self.tenure(at.saturating_sub(1)).is_none());
        let listed = listed && self.shape(at.saturating_sub(2)) != Shape::Number;
        (lower && listed && !clause) || self.word(at) == Word::YEAR || self.tenure(at).is_some()
    }

    /// A day before it in its sentence: `Chiều ngày 17/7, Thành ủy tổ chức hội nghị cán bộ chủ chốt`
    pub fn stands_in_time(&self, at: usize) -> bool {
        let sentence = self.document.sentences[self.document.sentence_of(at)];
        (sentence.from..at).any(|index| {
            self.date(index).is_some_and(|(date, _)| date.day.is_some())
                || (self.word(index) == Word::SAME && self.word(index + 1) == Word::DAY)
        })
    }

    fn name_after_title(&self, at: usize) -> bool {
        (at + 1..at + 16)
            .take_while(|index| self.joined(*index) && self.word(*index) != Word::COMMA)
            .any(|index| self.name(index).is_some_and(|name| name.end - index >= 3))
    }

    /// Whether the words `tail..end` after the head at `at` tell which event is meant.
    fn tells(&self, at: usize, tail: usize, end: usize) -> bool {
        let marked = (tail..end).any(|index| {
            self.capital(index)
                || self.shape(index) == Shape::Number
                || self.word(index) == Word::QUOTE
                || self.word(index) == Word::ORDINAL
        });
        let words = (tail..end).filter(|index| self.shape(*index).is_word()).count();
        let dated = self.capital(at) || self.stands_in_time(at);
        let pointing = matches!(self.word(tail), Word::THIS | Word::THAT | Word::ON);
        let held = (1..4).any(|back| {
            at >= back
                && (self.cue(Cue::Organises, at - back) == Some(at)
                    || self.cue(Cue::Chairs, at - back) == Some(at)
                    || self.cue(Cue::Attends, at - back) == Some(at))
        });
        !pointing
            && ((marked && words + usize::from(self.shape(tail) == Shape::Number) >= 1)
                || (words >= 3 && (self.capital(at) || (held && dated))))
    }
}
