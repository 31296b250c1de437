//! What follows an event's head noun -> one past its name: an ordinal and its body, a day, a counterpart, a place gone
//! to, a quoted title, or a subject.

use crate::clean::token::Shape;
use crate::extract::event::{EventName, LONGEST};
use crate::extract::event_type::Holds;
use crate::extract::number::Number;
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Word};

impl<'d> Reader<'d> {
    /// One past the words that name the event whose head ends at `at`.
    pub(super) fn event_tail(
        &self,
        event: &mut EventName,
        from: usize,
        at: usize,
        numbers: &[Number],
    ) -> usize {
        if !self.joined(at) {
            return at;
        }
        let congress = at >= 2 && self.document.reads(at - 2, &[Word::GREAT, Word::MEETING]);
        if congress && let Some((congress, end)) = self.congress(at) {
            event.congress = Some(congress);
            return end;
        }
        // `Đại hội Thi đua yêu nước tỉnh …`; a congress of nobody in particular is none.
        if congress && !self.names_congress(at) {
            return at;
        }
        if let Some(end) = self.quoted(at).or_else(|| self.themed(at)) {
            return self.after_title(end);
        }
        if let Some((ordinal, end)) = self
            .ordinal(at)
            .filter(|_| matches!(self.word(at), Word::TIME | Word::ORDINAL))
        {
            event.ordinal = Some(ordinal);
            return self.owner(event, self.sort_in_brackets(end));
        }
        self.numbered_plenum(at)
            .or_else(|| self.on_day(at))
            .or_else(|| self.counterparts(event, at, numbers))
            .or_else(|| self.destination(event, at))
            .or_else(|| self.closing_quote(at).filter(|_| self.inside_quotes(from)))
            .unwrap_or_else(|| self.subject(event, at, numbers))
    }

    /// `ngày 14/11/2025` after the head
    fn on_day(&self, at: usize) -> Option<usize> {
        let (_, end) = self.date(at).filter(|_| self.word(at) == Word::DAY)?;
        Some(end)
    }

    /// `đại biểu Đoàn Thanh niên …`, `Thi đua yêu nước tỉnh …`, not `Đảng các cấp`
    fn names_congress(&self, at: usize) -> bool {
        let generic = (at..at + 8)
            .take_while(|index| self.joined(*index) && self.shape(*index).is_word())
            .any(|index| self.word(index) == Word::EACH && self.word(index + 1) == Word::GRADE);
        let named = self.capital(at) && self.word(at) != Word::PARTY && self.find(Class::Cue, at).is_none();
        (self.word(at) == Word::GREAT || named) && !generic
    }

    /// `Trung ương 9 khóa XIII`, `Trung ương lần thứ hai`, `Trung ương 7 (khóa XII)` after `Hội nghị`
    fn numbered_plenum(&self, at: usize) -> Option<usize> {
        let end = self.central(at).filter(|end| self.joined(*end))?;
        if let Some((_, after)) = self.ordinal(end) {
            return Some(self.opened_term(after));
        }
        (self.shape(end) == Shape::Number).then(|| self.opened_term(end + 1))
    }

    /// `với Ban Thường vụ Huyện ủy` after a working visit or talks
    fn counterpart(&self, event: &EventName, at: usize) -> Option<usize> {
        let meets = self.holds(event, Holds::Counterpart);
        let body = self
            .body(at + 1)
            .filter(|_| meets && self.word(at) == Word::WITH)?;
        Some(body.1)
    }

    /// `với Đảng ủy Bộ Y tế và các ban, bộ, ngành Trung ương | về công tác …`: others behind the first, and what it is about
    fn counterparts(&self, event: &mut EventName, at: usize, numbers: &[Number]) -> Option<usize> {
        let first = self.counterpart(event, at)?;
        let others =
            matches!(self.word(first), Word::COMMA | Word::AND) && self.word(first + 1) == Word::EACH;
        let last = if others { first + 24 } else { first };
        let about = (first..=last)
            .take_while(|index| {
                self.joined(*index) && !matches!(self.word(*index), Word::DOT | Word::SEMICOLON)
            })
            .find(|index| self.word(*index) == Word::ABOUT);
        Some(
            about.map_or(first, |about| match self.subject(event, about + 1, numbers) {
                end if end > about + 2 => end,
                _ => first,
            }),
        )
    }

    /// `tại Pháp`, `đến Vân Nam và Trùng Khánh`, `Chile, Peru` after a journey or a visit
    fn destination(&self, event: &EventName, at: usize) -> Option<usize> {
        if !self.holds(event, Holds::Destination) {
            return None;
        }
        let leads = matches!(
            self.document.written(at),
            "tại" | "tới" | "đến" | "thăm" | "sang" | "ở"
        );
        self.goals(at + usize::from(leads))
    }

    /// `Vân Nam và Trùng Khánh`, `xã Kỳ Tân, huyện Tân Kỳ`
    pub(super) fn goals(&self, at: usize) -> Option<usize> {
        let mut end = self.goal(at)?;
        while matches!(self.word(end), Word::COMMA | Word::AND) && self.joined(end + 1) {
            let next = self.goal(end + 1).or_else(|| {
                let after = self.capitals(end + 1, 2);
                (self.word(end) == Word::AND && after == end + 3 && self.body(end + 1).is_none())
                    .then_some(after)
            });
            let Some(next) = next else { break };
            end = next;
        }
        Some(end)
    }

    /// A country or a place with a name
    fn goal(&self, at: usize) -> Option<usize> {
        let country = self
            .find(Class::Country, at)
            .filter(|_| self.capital(at))
            .map(|found| found.end);
        let place = self
            .place(at)
            .filter(|(place, _)| place.name.is_some() && !self.is_longer_name(at))
            .map(|(_, end)| end);
        country.max(place)
    }

    fn is_longer_name(&self, at: usize) -> bool {
        let place = self.place(at).map_or(at, |(_, end)| end);
        self.name(at).is_some_and(|name| name.end > place)
    }

    /// `của Ban Chấp hành Đảng bộ Thành phố Hà Nội khóa XVII`, `, Ban Chấp hành Trung ương Đảng (BCH TƯ) khóa XII` after
    /// the number of a meeting
    fn owner(&self, event: &mut EventName, at: usize) -> usize {
        let named = self.opened_term(at);
        let comma = self.word(at) == Word::COMMA && self.document.is(at + 1, "ban");
        let body = at + usize::from(self.word(at) == Word::OF || comma);
        let Some((_, end)) = self.body(body).filter(|_| self.joined(body)) else {
            return named;
        };
        if self.holds(event, Holds::Session) {
            event.owner = Some((body, end));
        }
        self.opened_term(self.after_short_form(end))
    }

    /// `(BCH TƯ)` in front of a term
    fn after_short_form(&self, at: usize) -> usize {
        let close = (at + 1..at + 5).find(|index| self.word(*index) == Word::CLOSE);
        match close {
            Some(close)
                if self.word(at) == Word::OPEN
                    && self.shape(at + 1) == Shape::Upper
                    && self.term(close + 1).is_some() =>
            {
                close + 1
            }
            _ => at,
        }
    }

    /// `(kỳ họp chuyên đề)`, `(mở rộng)` after a number: of which sort the meeting is
    pub(super) fn sort_in_brackets(&self, at: usize) -> usize {
        if self.word(at) != Word::OPEN || !self.joined(at) {
            return at;
        }
        let Some(close) = (at + 2..at + 10).find(|index| self.word(*index) == Word::CLOSE) else {
            return at;
        };
        let plain = (at + 1..close).all(|index| self.shape(index) == Shape::Lower);
        let sort = self.find(Class::EventHead, at + 1).is_some() || (plain && close == at + 3);
        if sort { close + 1 } else { at }
    }

    /// `khóa X`, `(khóa X)` after a number
    pub(super) fn opened_term(&self, at: usize) -> usize {
        let open = usize::from(self.word(at) == Word::OPEN);
        match self.term(at + open) {
            Some((_, end)) if open == 1 && self.word(end) == Word::CLOSE => end + 1,
            Some((_, end)) if open == 0 => end,
            _ => at,
        }
    }

    /// `với chủ đề: “…”` after the head
    fn themed(&self, at: usize) -> Option<usize> {
        let with = usize::from(self.word(at) == Word::WITH);
        let theme = self.document.written(at + with) == "chủ" && self.document.written(at + with + 1) == "đề";
        let quote = at + with + 2 + usize::from(self.word(at + with + 2) == Word::COLON);
        theme.then(|| self.quoted(quote)).flatten()
    }

    /// `“…”` right after the head
    fn quoted(&self, at: usize) -> Option<usize> {
        (self.word(at) == Word::QUOTE)
            .then(|| self.closing_quote(at + 1))
            .flatten()
    }

    /// A quoted title goes on: `“…” lần thứ hai, năm 2024`, `“…” của quận Ba Đình`. The quote itself stays outside where
    /// nothing follows.
    fn after_title(&self, quote: usize) -> usize {
        let mut end = quote;
        let mut at = quote + 1;
        loop {
            let comma = usize::from(self.word(at) == Word::COMMA);
            let from = at + comma;
            if !self.joined(from) {
                return end;
            }
            let next = self
                .tenure(from)
                .or_else(|| self.edition(from))
                .or_else(|| self.year_after(from))
                .or_else(|| self.place_of(from, comma == 0));
            match next {
                Some(next) => (end, at) = (next, next),
                None => return end,
            }
        }
    }

    /// `lần thứ hai`, `lần thứ XX`
    fn edition(&self, at: usize) -> Option<usize> {
        let (_, end) = self.ordinal(at).filter(|_| self.word(at) == Word::TIME)?;
        Some(end)
    }

    /// `năm 2024`
    pub(super) fn year_after(&self, at: usize) -> Option<usize> {
        let (_, end) = self.year(at + 1).filter(|_| self.word(at) == Word::YEAR)?;
        Some(end)
    }

    /// `của quận Ba Đình`, and after a comma the place that it lies in: `, thành phố Hà Nội`
    fn place_of(&self, at: usize, owned: bool) -> Option<usize> {
        if owned && self.word(at) != Word::OF {
            return None;
        }
        let from = at + usize::from(owned);
        self.place_kind(from)?;
        let (place, end) = self.place(from)?;
        (place.name.is_some() && (owned || self.capital(at.saturating_sub(2)))).then_some(end)
    }

    /// The token of the quote that closes, in the sentence of what stands before `at`: a quote that nothing closes must
    /// not reach into the next.
    pub(super) fn closing_quote(&self, at: usize) -> Option<usize> {
        let sentence = self.document.sentences.get(self.document.sentence_of(at - 1))?;
        (at..sentence.to.min(at + LONGEST)).find(|index| self.word(*index) == Word::QUOTE && *index > at)
    }

    pub(super) fn inside_quotes(&self, at: usize) -> bool {
        at > 0
            && self.word(at - 1) == Word::QUOTE
            && self.joined(at)
            && matches!(self.document.written(at - 1), "“" | "«" | "\"")
    }
}
