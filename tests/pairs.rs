//! The hard pairs of `tests/pairs.tsv`: two mentions on two pages are one thing or two.

mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use table::{Pair, Sentence, Verdict, pairs};
use vnkg::extract::extract;
use vnkg::lexicon::Lexicon;
use vnkg::read::Source;
use vnkg::resolve::Record;
use vnkg::resolve::across::join;
use vnkg::resolve::judgements::Judgements;

/// What the program says of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    Same,
    Different,
    /// One of the mentions was not found, so nothing can be said.
    Unread,
}

impl Answer {
    fn meets(self, verdict: Verdict) -> bool {
        match verdict {
            Verdict::Same => self == Answer::Same,
            Verdict::Different => self == Answer::Different,
        }
    }
}

fn answer(pair: &Pair, lexicon: &Lexicon) -> Answer {
    let read = |name: &str, sentence: &Sentence| {
        let source = Source {
            name: name.to_owned(),
            text: sentence.page.clone(),
        };
        extract(&source, lexicon)
    };
    let records = [read("left.txt", &pair.left), read("right.txt", &pair.right)];
    let entities = [entity(&records[0], &pair.left), entity(&records[1], &pair.right)];
    let [Some(left), Some(right)] = entities else {
        return Answer::Unread;
    };
    let corpus = join(&records, &Judgements::default(), &[]);
    if corpus.members[0][left] == corpus.members[1][right] {
        Answer::Same
    } else {
        Answer::Different
    }
}

/// Index of the entity whose mention covers most of the marked words, and at least half of them.
fn entity(record: &Record, sentence: &Sentence) -> Option<usize> {
    let shared = |start: u32, end: u32| end.min(sentence.end).saturating_sub(start.max(sentence.start));
    let mentions = record.mentions.iter();
    let best = mentions.max_by_key(|mention| shared(mention.start, mention.end))?;
    let enough = 2 * shared(best.start, best.end) >= sentence.end - sentence.start;
    let place = record.entities.iter().position(|entity| entity.id == best.entity);
    place.filter(|_| enough)
}

/// Lines of the table that are known to fail, each with its reason: `line: reason`, `#` before remarks.
fn known_misses() -> BTreeMap<usize, String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pairs-known-misses.txt");
    let text = std::fs::read_to_string(file).expect("tests/pairs-known-misses.txt can be read");
    let lines = text
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let known = lines.map(|line| {
        let (number, reason) = line
            .split_once(": ")
            .unwrap_or_else(|| panic!("{line:?} gives no reason"));
        (
            number
                .parse()
                .unwrap_or_else(|_| panic!("{line:?} begins with no line number")),
            reason.to_owned(),
        )
    });
    known.collect()
}

#[test]
fn every_pair_is_joined_or_kept_apart_as_its_verdict_says_unless_it_is_a_known_miss() {
    let (lexicon, known) = (Lexicon::embedded(), known_misses());
    let mut report = String::new();
    for pair in pairs() {
        let answer = answer(&pair, lexicon);
        let right = answer.meets(pair.verdict);
        if right == known.contains_key(&pair.line) {
            report += &format!(
                "\nline {}: {answer:?}, should be {:?} ({}){}\n  {}  {}",
                pair.line,
                pair.verdict,
                pair.why,
                if right {
                    "; passes, take it off pairs-known-misses.txt"
                } else {
                    ""
                },
                pair.left.page,
                pair.right.page
            );
        }
    }
    assert!(report.is_empty(), "{report}");
}

#[test]
fn every_known_miss_is_a_line_of_the_table() {
    let lines: BTreeSet<usize> = pairs().iter().map(|pair| pair.line).collect();
    let stray: Vec<usize> = known_misses()
        .into_keys()
        .filter(|line| !lines.contains(line))
        .collect();
    assert!(
        stray.is_empty(),
        "pairs-known-misses.txt names {stray:?}, which are no lines of pairs.tsv"
    );
}

#[test]
fn there_are_at_least_forty_pairs_of_both_verdicts() {
    let pairs = pairs();
    let same = pairs.iter().filter(|pair| pair.verdict == Verdict::Same).count();
    assert!(pairs.len() >= 40 && same >= 15 && pairs.len() - same >= 15);
}

#[test]
fn every_pair_marks_words_and_gives_a_reason_once() {
    let mut seen = std::collections::BTreeSet::new();
    for pair in pairs() {
        for sentence in [&pair.left, &pair.right] {
            let letters: Vec<char> = sentence.page.chars().collect();
            let words: String = letters[sentence.start as usize..sentence.end as usize]
                .iter()
                .collect();
            assert!(
                !words.is_empty() && words.trim() == words,
                "line {} marks {words:?}",
                pair.line
            );
        }
        assert!(!pair.why.is_empty(), "line {} gives no reason", pair.line);
        let both = (pair.left.page, pair.right.page);
        assert!(seen.insert(both), "line {} stands twice", pair.line);
    }
}
