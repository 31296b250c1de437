//! Tokens -> a post without its body: `Phó Bí thư Thường trực`, and `Trưởng` fused with `Ban Tuyên giáo …`.

use crate::extract::body::Stem;
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Cue, Word};
use crate::resolve::record::Branch;

/// A post as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// The post with the noun of the body it is fused with: `Trưởng Ban` of `Trưởng Ban Tuyên giáo`.
    pub text: String,
    /// One past its own words.
    pub end: usize,
}

impl<'d> Reader<'d> {
    /// The post at `at`, where a body may follow.
    pub fn title(&self, at: usize) -> Option<Title> {
        let listed = self.find(Class::Title, at);
        let fused = self.fused(at);
        match (listed, fused) {
            // `Phó Trưởng Ban Thường trực Ban Dân vận …`: the list knows the whole post, and its body follows.
            (Some(listed), Some((noun, end))) if listed.end > noun => {
                let again = self.word(listed.end) == self.word(noun) && self.joined(listed.end);
                let apart = again && self.body(listed.end).is_some();
                if apart || end <= listed.end {
                    Some(self.listed(at, listed.end))
                } else {
                    Some(self.with_noun(at, noun))
                }
            }
            (_, Some((noun, _))) => Some(self.with_noun(at, noun)),
            (Some(listed), None) => Some(self.listed(at, listed.end)),
            (None, None) => None,
        }
    }

    fn listed(&self, at: usize, end: usize) -> Title {
        // `Ủy viên Ban Chấp hành Trung ương Đảng`: a seat in the body that begins inside the listed post.
        let seat =
            self.word(at) == Word::PARTY_COMMITTEE && self.word(at + 1) == Word::MEMBER && end > at + 2;
        let board = self.word(at + 2) == Word::BOARD && self.document.is(at + 3, "chấp")
            || matches!(self.document.folded(at + 2).as_str(), "bch" | "bchtw");
        if seat && board {
            let whole = self.body(at + 2).is_some_and(|(body, after)| {
                after > end && (body.parent.is_some() || matches!(body.stem, Stem::Fixed(_)))
            });
            if whole {
                return Title {
                    text: self.document.phrase(at, at + 2),
                    end: at + 2,
                };
            }
        }
        let end = self.assisted(at, end).unwrap_or(end);
        Title {
            text: self.document.phrase(at, end),
            end,
        }
    }

    /// `Trợ lý Bộ trưởng`, `Thư ký của Chủ tịch`: whom the holder of the post at `at..end` serves is part of it; one past that.
    fn assisted(&self, at: usize, end: usize) -> Option<usize> {
        let of = end + usize::from(self.word(end) == Word::OF);
        let chief = self
            .find(Class::Title, of)
            .filter(|_| self.joined(end) && self.joined(of) && self.cue(Cue::Assists, at) == Some(end))?;
        let member = self.word(of + 1) == Word::MEMBER || self.document.is(of, "thành");
        (!member).then_some(chief.end)
    }

    /// `Sở` of `Giám đốc Sở`: a noun that bodies begin with, standing alone; its head and one past it
    pub fn bare_noun(&self, at: usize) -> Option<(usize, usize)> {
        let found = self.find(Class::Head, at).filter(|_| self.joined(at))?;
        let head = &self.lexicon.heads[found.item];
        let named = !head.tail.is_empty() && head.branch != Branch::Party;
        (named && self.body(at).is_none()).then_some((found.item, found.end))
    }

    /// The post at `at` whose last word is the first of the body at `noun`.
    fn with_noun(&self, at: usize, noun: usize) -> Title {
        let (first, second) = (self.document.folded(noun), self.document.folded(noun + 1));
        let two = matches!(
            (first.as_str(), second.as_str()),
            ("tiểu", _) | ("văn", "phòng") | ("kiểm", "toán") | (_, "an" | "tra")
        );
        let end = noun + 1 + usize::from(two);
        Title {
            text: self.document.phrase(at, end),
            end: noun,
        }
    }

    /// `Trưởng`, `Phó Trưởng`, `Phó`, `Chánh`, `Phó Chánh` right before a body that begins with such a noun:
    /// the token of the noun, and one past the body.
    fn fused(&self, at: usize) -> Option<(usize, usize)> {
        if let Some(noun) = self.inspector(at) {
            return self.body(noun).map(|(_, end)| (noun, end));
        }
        let noun = match (self.word(at), self.word(at + 1)) {
            (Word::DEPUTY, Word::HEAD | Word::CHIEF) => at + 2,
            (Word::HEAD | Word::CHIEF | Word::DEPUTY, _) => at + 1,
            // `Tổng Thanh tra Chính phủ`
            _ if self.document.is(at, "tổng") && self.document.is(at + 1, "thanh") => at + 1,
            _ => return None,
        };
        if !self.joined(noun) {
            return None;
        }
        let (_, end) = self.body(noun).filter(|_| self.takes_head(noun))?;
        Some((noun, end))
    }

    /// `Tổng Thanh tra Chính phủ`, `Phó Tổng Kiểm toán Nhà nước`: the noun of the body that the post is fused with
    fn inspector(&self, at: usize) -> Option<usize> {
        let general = at + usize::from(self.word(at) == Word::DEPUTY);
        let noun = general + 1;
        let fused = self.document.is(general, "tổng")
            && [("thanh", "tra"), ("kiểm", "toán")]
                .iter()
                .any(|(first, second)| self.document.is(noun, first) && self.document.is(noun + 1, second));
        (fused && self.joined(noun + 1)).then_some(noun)
    }

    /// Whether a body is led by its `Trưởng` or `Chánh`: boards, offices, police, delegations.
    fn takes_head(&self, noun: usize) -> bool {
        matches!(
            self.document.folded(noun).as_str(),
            "ban"
                | "văn"
                | "phòng"
                | "tiểu"
                | "tổ"
                | "đoàn"
                | "công"
                | "thanh"
                | "khoa"
                | "bcđ"
                | "cơ"
                | "trạm"
                | "đồn"
                | "đài"
        )
    }

    /// Whether a body at `at` is a post of the person before it rather than its own mention.
    pub fn begins_post(&self, at: usize) -> bool {
        self.find(Class::Title, at).is_some() || self.fused(at).is_some()
    }
}
