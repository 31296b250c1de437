//! `tests/pairs.tsv` -> pairs of marked sentences with their verdict.

use std::path::Path;

/// Two mentions on two pages, and whether they are one thing.
#[derive(Debug)]
pub struct Pair {
    /// Line of the table, counted from 1.
    pub line: usize,
    pub left: Sentence,
    pub right: Sentence,
    pub verdict: Verdict,
    pub why: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Same,
    Different,
}

/// A page of one sentence behind its dateline, with the mention in question in code points of the page.
#[derive(Debug)]
pub struct Sentence {
    pub page: String,
    pub start: u32,
    pub end: u32,
}

/// Every row of the table; a row that cannot be read fails the test that asks.
pub fn pairs() -> Vec<Pair> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pairs.tsv");
    let text = std::fs::read_to_string(file).expect("tests/pairs.tsv can be read");
    let mut lines = text.lines().enumerate();
    let head = lines.next().map(|(_, line)| line);
    assert_eq!(
        head,
        Some("left_text\tleft_place\tright_text\tright_place\tverdict\twhy")
    );
    lines.map(|(index, line)| read(index + 1, line)).collect()
}

fn read(line: usize, row: &str) -> Pair {
    let cells: Vec<&str> = row.split('\t').collect();
    let [left, left_place, right, right_place, verdict, why] = cells[..] else {
        panic!(
            "line {line} of tests/pairs.tsv has {} columns instead of 6",
            cells.len()
        );
    };
    Pair {
        line,
        left: sentence(line, left, left_place),
        right: sentence(line, right, right_place),
        verdict: match verdict {
            "same" => Verdict::Same,
            "different" => Verdict::Different,
            other => panic!("line {line}: {other:?} is no verdict; write same or different"),
        },
        why: why.to_owned(),
    }
}

fn sentence(line: usize, marked: &str, place: &str) -> Sentence {
    let marked = format!("{place} - {marked}");
    let parts: Vec<&str> = marked.split(['⟦', '⟧']).collect();
    let [before, inside, after] = parts[..] else {
        panic!("line {line}: {marked:?} must mark one mention with ⟦ and ⟧");
    };
    let length = |text: &str| u32::try_from(text.chars().count()).expect("a sentence is short");
    let start = length(before);
    Sentence {
        page: format!("{before}{inside}{after}\n"),
        start,
        end: start + length(inside),
    }
}
