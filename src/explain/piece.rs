//! A stretch of a page and what was found in it -> pieces that, put together, are the stretch again.

use super::Found;
use crate::extract::item::What;

/// Some words of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// As stored; characters that would act on a terminal are made visible.
    pub words: String,
    pub part: Part,
}

/// What some words are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Plain,
    /// A mention, by its index in the record.
    Mention(usize),
    /// Something that the rules read and that is no mention.
    Sign(Sign),
}

/// What is read and is no mention itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sign {
    Post,
    Honorific,
    Rank,
    Place,
    /// A name that came to nothing: the page does not tell what it is. With the rule that found it.
    Dropped(&'static str),
}

impl Sign {
    pub fn told(&self) -> String {
        match self {
            Sign::Post => "post".to_owned(),
            Sign::Honorific => "honorific".to_owned(),
            Sign::Rank => "rank or degree".to_owned(),
            Sign::Place => "place".to_owned(),
            Sign::Dropped(rule) => format!("dropped; {rule}"),
        }
    }
}

/// Cuts `start..end` where something found begins or ends.
pub(super) fn pieces(letters: &[char], start: u32, end: u32, found: &[Found<'_>]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = start;
    let mut add = |from: u32, to: u32, part: Part| {
        if from < to {
            let words = shown(letters, from, to);
            pieces.push(Piece { words, part });
        }
    };
    for one in found {
        if one.start >= at && one.end <= end {
            add(at, one.start, Part::Plain);
            add(one.start, one.end, part(one));
            at = one.end;
        }
    }
    add(at, end, Part::Plain);
    pieces
}

fn part(found: &Found<'_>) -> Part {
    match (found.mention, &found.item.what) {
        (Some(mention), _) => Part::Mention(mention),
        (None, What::Title(_)) => Part::Sign(Sign::Post),
        (None, What::Honorific) => Part::Sign(Sign::Honorific),
        (None, What::Rank) => Part::Sign(Sign::Rank),
        (None, What::Place(_)) => Part::Sign(Sign::Place),
        (None, What::Person(_) | What::Body(_) | What::Directive { .. } | What::Event(_)) => {
            Part::Sign(Sign::Dropped(found.item.rule))
        }
    }
}

/// The words as stored, but for characters that would act on a terminal.
pub(super) fn shown(letters: &[char], start: u32, end: u32) -> String {
    let visible = |letter: &char| match *letter {
        '\n' | '\t' => *letter,
        // Code points of pictures of control characters, in their order.
        low @ '\0'..='\x1F' => char::from_u32(0x2400 + low as u32).unwrap_or('\u{FFFD}'),
        control if control.is_control() => '\u{FFFD}',
        letter => letter,
    };
    let whole = letters.get(start as usize..end as usize).unwrap_or_default();
    let breaks = whole.iter().filter(|letter| **letter != '\r');
    breaks.map(visible).collect()
}
