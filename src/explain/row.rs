//! A document and what was found in it -> its paragraphs, each with what stands and is said in it.

use std::ops::Range;

use super::Found;
use super::piece::{Piece, pieces};
use crate::clean::Document;
use crate::clean::line::Join;
use crate::resolve::Record;
use crate::resolve::record::{Relation, Zone};

/// A paragraph of a page.
#[derive(Clone, Debug)]
pub struct Row {
    pub zone: Zone,
    /// Put together, the words of the paragraph.
    pub pieces: Vec<Piece>,
    /// The mentions in it, by their index in the record.
    pub mentions: Range<usize>,
    /// The relations whose words begin in it, by their index in the record, in the order of their words.
    pub stated: Vec<usize>,
    /// What was left open in it, by index in the record.
    pub open: Vec<usize>,
}

/// The paragraphs of a page but for blank ones.
pub(super) fn rows(document: &Document, letters: &[char], found: &[Found<'_>], record: &Record) -> Vec<Row> {
    let spans = spans(document, letters.len() as u32, found);
    let mut rows = Vec::new();
    for (zone, start, end) in spans {
        let within = |at: u32| start <= at && at < end;
        let before = |at: u32| record.mentions.partition_point(|it| it.start < at);
        let from = found.partition_point(|it| it.start < start);
        let to = found.partition_point(|it| it.start < end);
        let (first, last) = trimmed(letters, start, end);
        let row = Row {
            zone,
            pieces: pieces(letters, first, last, &found[from..to]),
            mentions: before(start)..before(end),
            stated: stated(&record.relations, within),
            open: chosen(&record.unresolved, |it| within(it.start)),
        };
        if !row.pieces.is_empty() {
            rows.push(row);
        }
    }
    rows
}

/// Zone, first code point and one past the last of each paragraph. A new one begins where the text begins anew or where
/// content and furniture meet, and never inside something found.
fn spans(document: &Document, length: u32, found: &[Found<'_>]) -> Vec<(Zone, u32, u32)> {
    let mut positions = document.text.positions();
    let furniture = |line: usize| document.zones[line] == Zone::Boilerplate;
    let mut spans: Vec<(Zone, u32, u32)> = Vec::new();
    for (line, place) in document.lines.iter().enumerate() {
        let start = positions.at(place.start);
        let begins = line == 0 || place.join == Join::Begins || furniture(line) != furniture(line - 1);
        let before = found.partition_point(|it| it.start < start);
        let inside = before > 0 && found[before - 1].end > start;
        if !begins || inside {
            continue;
        }
        if let Some(last) = spans.last_mut() {
            last.2 = start;
        }
        spans.push((document.zones[line], start, length));
    }
    spans
}

/// The stretch without the blanks at its ends; a blank one is empty.
fn trimmed(letters: &[char], start: u32, end: u32) -> (u32, u32) {
    let whole = &letters[start as usize..end as usize];
    let first = whole.iter().take_while(|letter| letter.is_whitespace()).count();
    let rest = &whole[first..];
    let blank = rest
        .iter()
        .rev()
        .take_while(|letter| letter.is_whitespace())
        .count();
    (start + first as u32, end - blank as u32)
}

fn stated(relations: &[Relation], within: impl Fn(u32) -> bool) -> Vec<usize> {
    let mut stated = chosen(relations, |it| within(it.start));
    stated.sort_by_key(|at| (relations[*at].start, relations[*at].end));
    stated
}

fn chosen<T>(all: &[T], wanted: impl Fn(&T) -> bool) -> Vec<usize> {
    (0..all.len()).filter(|at| wanted(&all[*at])).collect()
}
