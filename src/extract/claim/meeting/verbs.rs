//! A sentence -> its verbs of chairing, speaking and attending, and how each stands to the persons around it.

use std::ops::Range;

use crate::extract::reader::Reader;
use crate::lexicon::{Class, Cue, Word};
use crate::resolve::record::RelationKind;

/// A verb of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verb {
    pub kind: RelationKind,
    pub from: usize,
    pub to: usize,
    pub stand: Stand,
}

/// Where the persons stand whom a verb is said of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// In front of it: `đồng chí A phát biểu`.
    Before,
    /// Every one in front of it: `A và B đồng chủ trì`.
    Together,
    /// Behind it, and the verb opens the clause: `Phát biểu tại Hội nghị, đồng chí A …`.
    Opens,
    /// All behind it: `Tham dự Hội nghị có các đồng chí: A; B`.
    Lists,
    /// Right behind it: `dưới sự chủ trì của A`.
    Under,
    /// On both sides: `A giao lưu với B`.
    Meets,
}

/// The verbs of tokens `from..to`.
pub(super) fn verbs(reader: Reader<'_>, from: usize, to: usize) -> Vec<Verb> {
    let mut found = Vec::new();
    let mut at = from;
    while at < to {
        let Some(cue) = reader.find(Class::Cue, at) else {
            at += 1;
            continue;
        };
        let cues = reader.lexicon.cues[cue.item];
        for (kind, wanted) in [
            (RelationKind::Chaired, Cue::Chairs),
            (RelationKind::SpokeAt, Cue::Speaks),
            (RelationKind::Attended, Cue::Attends),
        ] {
            // `điều hành Thành ủy` is no meeting.
            let runs_body = kind == RelationKind::Chaired && reader.body(cue.end).is_some();
            if cues.has(wanted) && !runs_body && !is_noun(reader, at) {
                found.push(Verb {
                    kind,
                    from: at,
                    to: cue.end,
                    stand: stand(reader, kind, from..to, at..cue.end),
                });
            }
        }
        at = cue.end.max(at + 1);
    }
    found
}

/// `các ý kiến tham luận`, `việc tham dự`, `để dự`: nobody's act
fn is_noun(reader: Reader<'_>, at: usize) -> bool {
    at > 0
        && reader.joined(at)
        && (matches!(
            reader.document.written(at - 1),
            "việc"
                | "bài"
                | "dung"
                | "kiến"
                | "lời"
                | "bản"
                | "mời"
                | "sẽ"
                | "được"
                | "buổi"
                | "phần"
                | "phiên"
        ) || matches!(reader.word(at - 1), Word::EACH | Word::SOME | Word::NOT))
}

fn stand(reader: Reader<'_>, kind: RelationKind, sentence: Range<usize>, verb: Range<usize>) -> Stand {
    let (start, at, end) = (sentence.start, verb.start, verb.end);
    let first = reader.document.folded(at);
    if first == "dưới" {
        return Stand::Under;
    }
    if reader.word(end - 1) == Word::WITH && first == "giao" {
        return Stand::Meets;
    }
    if kind != RelationKind::SpokeAt && lists(reader, at, end, sentence.end) {
        return Stand::Lists;
    }
    if matches!(first.as_str(), "đồng" | "cùng") && at > start {
        return Stand::Together;
    }
    if opens(reader, start, at) {
        Stand::Opens
    } else {
        Stand::Before
    }
}

/// Whether the verb opens its clause: at the head of the sentence, behind a comma or a full stop that was lost.
fn opens(reader: Reader<'_>, start: usize, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before >= start) else {
        return true;
    };
    let mark = matches!(
        reader.word(before),
        Word::COMMA | Word::COLON | Word::SEMICOLON | Word::CLOSE | Word::HYPHEN | Word::QUOTE
    );
    let lost = reader.capital(at) && reader.shape(before) != crate::clean::token::Shape::Mark;
    let small = matches!(
        reader.document.folded(before).as_str(),
        "cũng" | "trong" | "và" | "khi" | "có" | "dịp"
    );
    let early = before <= start + 1;
    mark || lost || (small && early)
}

/// `… có các đồng chí`, `… gồm:`, `với sự tham dự của`, and a colon a few words on: persons follow.
fn lists(reader: Reader<'_>, at: usize, end: usize, to: usize) -> bool {
    if reader.word(end - 1) == Word::OF && !reader.document.is(end.saturating_sub(3), "sự") {
        let noun = (at..end).any(|index| reader.document.is(index, "sự"));
        if noun {
            return true;
        }
    }
    for index in end..to.min(end + 24) {
        match reader.word(index) {
            Word::HAS => {
                // `có bài phát biểu`
                return reader.cue(Cue::Speaks, index).is_none();
            }
            Word::COLON => return true,
            Word::SEMICOLON | Word::DOT => return false,
            _ => {}
        }
        if matches!(reader.document.written(index), "gồm" | "còn") {
            return true;
        }
    }
    false
}
