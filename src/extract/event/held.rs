//! The words around an event -> whether it is held there, or only spoken of, and whether a head noun alone means one.

use crate::clean::token::Shape;
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Cue, Word};

/// What is done at an event.
const ACTS: [Cue; 4] = [Cue::Organises, Cue::Chairs, Cue::Attends, Cue::Speaks];

impl Reader<'_> {
    /// Whether the sentence holds the event at `from..to`: a verb of holding, chairing, attending or speaking, or `tại`,
    /// leads to it. One still to come is not held.
    pub fn is_held(&self, from: usize, to: usize) -> bool {
        let verb = |at: usize| {
            ACTS.iter().any(|cue| {
                self.cue(*cue, at)
                    .is_some_and(|end| end <= from && self.leads(end, from))
            })
        };
        let mut near = (1..=7).filter_map(|back| from.checked_sub(back));
        let first = self.document.sentences[self.document.sentence_of(from)].from;
        let opens = from > 0
            && (self.word(from - 1) == Word::AT
                || (from == first + 1 && self.document.is(first, "trong"))
                || self.next_after(first).is_some_and(|end| end == from));
        let goes_on = (to..to + 4)
            .any(|at| self.cue(Cue::Organises, at).is_some() || self.document.written(at) == "diễn");
        let takes_place =
            from > 1 && self.document.written(from - 2) == "diễn" && self.document.written(from - 1) == "ra";
        (opens || takes_place || goes_on || near.any(verb)) && !self.is_to_come(from)
    }

    /// One past `Tiếp đó,`, `Cũng trong chiều nay,` at the head of a sentence: what follows is of the same day as before.
    pub fn next_after(&self, first: usize) -> Option<usize> {
        let end = self.cue(Cue::Next, first)?;
        Some(end + usize::from(self.word(end) == Word::COMMA))
    }

    /// Whether the sentence of `at` goes on with the day of those before it.
    pub fn is_same_day(&self, at: usize) -> bool {
        let first = self.document.sentences[self.document.sentence_of(at)].from;
        self.next_after(first).is_some_and(|end| end <= at)
            || (first..at).any(|index| self.word(index) == Word::SAME && self.word(index + 1) == Word::DAY)
    }

    /// Whether nothing but small words stands between the verb and the event.
    pub fn leads(&self, from: usize, to: usize) -> bool {
        to - from <= 5
            && (from..to).all(|at| !matches!(self.word(at), Word::COMMA | Word::SEMICOLON | Word::COLON))
    }

    /// `sẽ tổ chức …`, `Dự kiến tại kỳ họp thứ 7`, `tiến tới Đại hội …`: in the words of the clause before `at`
    pub fn is_to_come(&self, at: usize) -> bool {
        let sentence = self.document.sentences[self.document.sentence_of(at)];
        let mut index = sentence.from.max(at.saturating_sub(25));
        while index < at {
            let Some(found) = self.find(Class::Cue, index) else {
                index += 1;
                continue;
            };
            let near = found.end + 12 >= at || index == sentence.from;
            let cut = (found.end..at).any(|index| matches!(self.word(index), Word::COMMA | Word::SEMICOLON))
                && index > sentence.from;
            if self.lexicon.cues[found.item].has(Cue::ToCome) && near && !cut {
                return true;
            }
            index = found.end;
        }
        false
    }

    /// Whether a head noun alone at `from..to` means a particular event: `tại Hội nghị`, `Hội nghị đã`, not
    /// `tổ chức hội nghị`.
    pub fn is_definite(&self, from: usize, to: usize) -> bool {
        let indefinite = from > 0
            && self.joined(from)
            && (matches!(
                self.word(from - 1),
                Word::EACH | Word::SOME | Word::ONE_OF | Word::EVERY
            ) || self.shape(from - 1) == Shape::Number);
        if indefinite {
            return false;
        }
        let after = matches!(
            self.document.written(to),
            "đã" | "có" | "được" | "này" | "diễn" | "do" | "còn" | "cũng" | "bắt"
        );
        self.shape(from) != Shape::Lower || after || self.acted_at(from)
    }

    /// Whether what stands before a head noun acts at the event: `phát biểu tại`, `dự`, `kết luận`, `Tại`, `trong`.
    pub fn acted_at(&self, from: usize) -> bool {
        let sentence = self.document.sentences[self.document.sentence_of(from)];
        let Some(before) = from.checked_sub(1).filter(|before| *before >= sentence.from) else {
            return true;
        };
        let link = matches!(self.word(before), Word::AT | Word::QUOTE);
        if link && before == sentence.from {
            return true;
        }
        let verb = if link { before } else { from };
        let acts = (1..=5).any(|back| {
            verb >= sentence.from + back
                && [Cue::Speaks, Cue::Chairs, Cue::Attends]
                    .iter()
                    .any(|cue| self.cue(*cue, verb - back) == Some(verb))
        });
        let small = self.document.folded(verb.saturating_sub(1));
        let led = if link {
            matches!(small.as_str(), "biểu" | "luận" | "cáo" | "dự" | "đạo")
        } else {
            matches!(
                small.as_str(),
                "dự" | "luận" | "biểu" | "của" | "trì" | "trong" | "mạc" | "đạo" | "cảnh"
            )
        };
        acts || led
    }
}
