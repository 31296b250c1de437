//! The words between two items -> how they hang together.

use crate::clean::token::{Gap, Shape};
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Cue, Cues, Word};

/// What stands between two items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Glue {
    pub comma: bool,
    pub dash: bool,
    /// A year, as in `từ tháng 6-2016 đến 6-2018:`.
    pub period: bool,
    /// A word that begins another clause.
    pub clause: bool,
    pub and: bool,
    pub semicolon: bool,
    pub colon: bool,
    pub open: bool,
    /// `nguyên`, `cựu`, `từng giữ`
    pub former: bool,
    /// `giữ chức`, `bầu … làm`
    pub receives: bool,
    /// `thôi giữ chức`
    pub leaves: bool,
    /// `các`
    pub plural: bool,
    /// `là`
    pub is: bool,
    /// `ông`, `bà`, `đồng chí`
    pub honour: bool,
    /// Words that say something else.
    pub other: usize,
}

impl Glue {
    /// Nothing but words of respect.
    pub fn adjacent(self) -> bool {
        !(self.comma
            || self.dash
            || self.and
            || self.semicolon
            || self.colon
            || self.receives
            || self.leaves
            || self.open)
            && self.other == 0
    }

    /// A list goes on.
    pub fn lists(self) -> bool {
        (self.comma || self.dash || self.and || self.open)
            && !self.semicolon
            && !self.colon
            && self.other == 0
    }
}

impl<'d> Reader<'d> {
    /// Reads the words of tokens `from..to`; `names` are spans of bodies and places among them, which tell nothing.
    pub(super) fn glue(&self, from: usize, to: usize, names: &[(usize, usize)]) -> Glue {
        let mut glue = Glue::default();
        let mut at = from;
        while at < to {
            if let Some((_, end)) = names.iter().find(|(start, _)| *start == at) {
                at = *end;
                continue;
            }
            if at > from && self.document.gap(at) == Gap::Paragraph {
                glue.other += 9;
            }
            at = self.glue_word(&mut glue, at, to);
        }
        glue
    }

    fn glue_word(&self, glue: &mut Glue, at: usize, to: usize) -> usize {
        let skipped = [Class::Honorific, Class::Rank, Class::Degree]
            .iter()
            .find_map(|class| self.find(*class, at));
        if let Some(found) = skipped.filter(|found| found.end <= to) {
            glue.honour = true;
            return found.end;
        }
        if let Some(found) = self.find(Class::Cue, at).filter(|found| found.end <= to) {
            let cues = self.lexicon.cues[found.item];
            glue.clause |= cues.has(Cue::Boundary) && self.word(at) != Word::AND && self.word(at) != Word::IS;
            if let Some(end) = note(glue, cues, found.end) {
                return end;
            }
        }
        match self.word(at) {
            Word::COMMA => glue.comma = true,
            Word::HYPHEN => glue.dash = true,
            Word::AND => glue.and = true,
            Word::SEMICOLON => glue.semicolon = true,
            Word::COLON => glue.colon = true,
            Word::OPEN => glue.open = true,
            Word::EACH => glue.plural = true,
            Word::IS => glue.is = true,
            Word::CLOSE | Word::ACTING | Word::NEW | Word::DOT => {}
            _ if self.shape(at) == Shape::Number => glue.period |= self.year(at).is_some(),
            _ => glue.other += usize::from(!self.tells_nothing(at)),
        }
        at + 1
    }

    /// Small words of appointments: `chức`, `vụ`, `kiêm`, `hiện`, `đồng thời`
    fn tells_nothing(&self, at: usize) -> bool {
        matches!(
            self.document.written(at),
            "chức"
                | "vụ"
                | "kiêm"
                | "hiện"
                | "đồng"
                | "thời"
                | "danh"
                | "cương"
                | "vị"
                | "mới"
                | "vai"
                | "trò"
                | "nay"
                | "giữ"
                | "rồi"
                | "từ"
                | "tháng"
                | "năm"
                | "đến"
                | "trước"
                | "gồm"
                | "lần"
                | "lượt"
        )
    }
}

fn note(glue: &mut Glue, cues: Cues, end: usize) -> Option<usize> {
    if cues.has(Cue::Leaves) {
        glue.leaves = true;
        glue.receives = false;
    } else if cues.has(Cue::Former) {
        glue.former = true;
    } else if cues.has(Cue::Receives) {
        glue.receives = true;
        glue.leaves = false;
    } else {
        return None;
    }
    Some(end)
}
