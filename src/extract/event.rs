//! Tokens -> an event: its head noun and the words that tell which one (`Hội nghị tổng kết …`, `kỳ họp thứ 7`).

mod held;
mod list;
mod name;
mod subject;

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
    /// Tokens of the body inside the name that holds it: `Ủy ban Thường vụ Quốc hội` of `phiên họp thứ 32 của …`.
    pub owner: Option<(usize, usize)>,
    /// One past the head noun.
    pub head_end: usize,
    /// One past the words that could tell it: where small letters alone do not, another mention may.
    pub tail: usize,
}

/// Words of an event's name, at most.
const LONGEST: usize = 80;

impl<'d> Reader<'d> {
    /// The event whose head noun stands at `at`, and one past its name.
    pub fn event(&self, at: usize, numbers: &[Number]) -> Option<(EventName, usize)> {
        let head = self.find(Class::EventHead, at)?;
        let before = at.checked_sub(1).filter(|_| self.joined(at));
        let plural = before.is_some_and(|before| {
            matches!(
                self.word(before),
                Word::EACH | Word::SOME | Word::EVERY | Word::ONE_OF
            ) || self.cue(Cue::Several, before) == Some(at)
                || self.is_one_of_several(at)
        });
        let single = before.is_some_and(|before| self.word(before) == Word::ONE_OF);
        if single
            || self.is_common_word(at, head.end)
            || self.is_part(at, head.end)
            || self.is_of_any_level(at, head.end)
        {
            return None;
        }
        let mut event = EventName {
            head: head.item,
            head_end: head.end,
            ..EventName::default()
        };
        let sentence = self.document.sentences[self.document.sentence_of(at)];
        let end = self
            .event_tail(&mut event, at, head.end, numbers)
            .min(sentence.to.max(head.end));
        event.tail = end;
        event.told = end > head.end && self.tells(at, head.end, end);
        // `các phiên họp của UBND` are none in particular; `các Hội nghị Trung ương 4, 5` are.
        let marked = event.ordinal.is_some()
            || event.congress.is_some()
            || (head.end..end).any(|index| {
                self.word(index) == Word::QUOTE
                    || self.shape(index) == Shape::Number
                    || self.year(index).is_some()
            });
        if plural && !(event.told && marked) {
            return None;
        }
        // `Kỳ 48` is a session, `Kỳ nguyên` and `Thổ Nhĩ Kỳ` are none.
        let kind = &self.lexicon.events[head.item];
        let short = !kind.name.contains(' ') && kind.event_type.starts_with(&format!("{} ", kind.name));
        if short && event.ordinal.is_none() && self.shape(head.end) != Shape::Number {
            return None;
        }
        let end = if event.told { end } else { head.end };
        (!self.heads_articles(at, end)).then_some((event, end))
    }

    /// `các hội nghị, hội thảo, | tọa đàm về …`: nothing but further head nouns behind `các`
    fn is_one_of_several(&self, at: usize) -> bool {
        let mut end = at;
        for _ in 0..3 {
            let mark = end.checked_sub(1).filter(|mark| {
                matches!(self.word(*mark), Word::COMMA | Word::AND | Word::SLASH) && self.joined(end)
            });
            let Some(mark) = mark else { return false };
            let head = (1..=4).filter_map(|back| mark.checked_sub(back)).find(|from| {
                self.find(Class::EventHead, *from)
                    .is_some_and(|head| head.end == mark)
            });
            let Some(from) = head.filter(|from| *from > 0) else {
                return false;
            };
            if self.cue(Cue::Several, from - 1) == Some(from) || self.word(from - 1) == Word::EACH {
                return true;
            }
            end = from;
        }
        false
    }

    /// `giải quyết`, `chương trình hành động`: a head noun of common use names an event only in capitals, in front of a
    /// quotation, with a number, or where things happen at it.
    fn is_common_word(&self, at: usize, end: usize) -> bool {
        let document = self
            .find(Class::DocumentType, at)
            .is_some_and(|found| found.end >= end);
        let common = end == at + 1 || document;
        let counted = self.word(end) == Word::ORDINAL || self.word(end) == Word::TIME;
        // `kỳ thứ 45`, not `Kỳ nguyên`
        if end == at + 1 && self.document.is(at, "kỳ") {
            return !counted;
        }
        let quoted = self.word(end) == Word::QUOTE || self.inside_quotes(at);
        let marked = counted
            || (quoted && (!document || self.is_acted_at(at)))
            || (end > at + 1 && self.opens_with(at));
        common && !marked && (document || !self.capital(at))
    }

    /// A programme in quotes is an occasion where somebody holds or attends it, and a plan elsewhere.
    fn is_acted_at(&self, at: usize) -> bool {
        let acts = [Cue::Organises, Cue::Attends, Cue::Speaks, Cue::Chairs];
        (1..=6).filter_map(|back| at.checked_sub(back)).any(|index| {
            acts.iter()
                .any(|cue| self.cue(*cue, index).is_some_and(|end| end <= at))
                || self.word(index) == Word::AT
        })
    }

    /// `Tại chương trình, …`, `Cũng tại buổi lễ …`
    fn opens_with(&self, at: usize) -> bool {
        let first = self.document.sentences[self.document.sentence_of(at)].from;
        at > first && at <= first + 2 && self.word(at - 1) == Word::AT
    }

    /// Whether the head noun belongs to another name: `Nghị quyết Đại hội`, `Ban Tổ chức cuộc thi`,
    /// `phiên bế mạc Hội nghị …`.
    fn is_part(&self, at: usize, end: usize) -> bool {
        if at >= 2 && self.joined(at) && self.joined(at - 1) {
            let document = self.find(Class::DocumentType, at - 2);
            // `Theo Chương trình kỳ họp thứ 7`: an agenda is no document of its own.
            let own = self.document.is(at - 2, "thông") || self.document.is(at - 2, "chương");
            if document.is_some_and(|found| found.end == at) && !own {
                return true;
            }
        }
        let board = at >= 3
            && self.word(at - 3) == Word::BOARD
            && self.document.is(at - 2, "tổ")
            && self.document.is(at - 1, "chức");
        let session = self.document.is(at, "phiên")
            && end == at + 3
            && self
                .find(Class::EventHead, end)
                .is_some_and(|inner| inner.end > end + 1 && self.joined(end))
            && !self.document.is(end, "phiên");
        (board && self.joined(at)) || session
    }

    /// `dự đại hội đảng bộ cấp trên`: in small letters, whichever it is
    fn is_of_any_level(&self, at: usize, end: usize) -> bool {
        self.shape(at) == Shape::Lower
            && (end..end + 6)
                .take_while(|index| self.joined(*index) && self.shape(*index) == Shape::Lower)
                .any(|index| self.word(index) == Word::GRADE && self.cue(Cue::Generic, index).is_some())
    }

    /// `TỔ CHỨC HỘI NGHỊ PHẢN BIỆN XÃ HỘI Điều 14. …`: the heading of a chapter, about meetings of that sort
    fn heads_articles(&self, at: usize, end: usize) -> bool {
        self.shape(at) == Shape::Upper
            && (at + 2..=end).any(|index| {
                self.shape(index) == Shape::Capital
                    && self.document.is(index, "điều")
                    && self.shape(index + 1) == Shape::Number
            })
    }

    /// A day before it in its sentence: `Chiều ngày 17/7, Thành ủy tổ chức hội nghị cán bộ chủ chốt`
    pub fn stands_in_time(&self, at: usize) -> bool {
        let sentence = self.document.sentences[self.document.sentence_of(at)];
        self.is_same_day(at)
            || (sentence.from..at).any(|index| self.date(index).is_some_and(|(date, _)| date.day.is_some()))
    }

    /// A day right behind it: `ngày 04/11/2024`, `(sáng 18/5)`, `diễn ra chiều 3/7`
    fn day_follows(&self, end: usize) -> bool {
        (end..end + 4)
            .take_while(|index| self.joined(*index))
            .any(|index| self.date(index).is_some_and(|(date, _)| date.day.is_some()))
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
        let dated = self.capital(at) || self.stands_in_time(at) || self.day_follows(end);
        let pointing = matches!(self.word(tail), Word::THIS | Word::THAT | Word::ON);
        let held = self.opens_with(at)
            || (1..6).any(|back| {
                at >= back
                    && [Cue::Organises, Cue::Chairs, Cue::Attends].iter().any(|cue| {
                        self.cue(*cue, at - back)
                            .is_some_and(|end| end == at || (end + 1 == at && self.is_link(end)))
                    })
            });
        // `Kỳ họp làm cơ sở …`: a session has a number or a year.
        let counted = self.find(Class::EventHead, at).is_some_and(|head| {
            let kind = self.lexicon.events[head.item].event_type.as_str();
            kind == "Kỳ họp"
        });
        // `chủ tọa phiên họp của Hội đồng …`: what the holder of a post always does
        let duty = self.shape(at) == Shape::Lower
            && self.word(tail) == Word::OF
            && !dated
            && !held
            && tail == at + 2
            && self.find(Class::EventHead, at).is_some_and(|head| {
                matches!(
                    self.lexicon.events[head.item].event_type.as_str(),
                    "Phiên họp" | "Cuộc họp"
                )
            })
            && !(tail..end)
                .any(|index| self.shape(index) == Shape::Number || self.word(index) == Word::QUOTE);
        !pointing
            && !duty
            && ((marked && words + usize::from(self.shape(tail) == Shape::Number) >= 1)
                || (words >= 3 && !counted && (self.capital(at) || (held && dated))))
    }

    /// `tổ chức buổi …`, `dự tại …`, `tổ chức “…”`
    fn is_link(&self, at: usize) -> bool {
        matches!(self.word(at), Word::AT | Word::QUOTE)
            || matches!(self.document.written(at), "buổi" | "cuộc" | "thành")
    }

    /// Whether the names of events like this one may hold the name of a person.
    fn holds_person(&self, event: &EventName) -> bool {
        self.holds(event, Holds::Appointment) || self.holds(event, Holds::Person)
    }
}
