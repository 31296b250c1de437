//! The small gold files of `tests/cases`, one trap each: what the program reads must be what a careful reader marked.

mod perfect;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use vnkg::evaluate::{Gold, Miss, evaluate};
use vnkg::extract::extract;
use vnkg::lexicon::Lexicon;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// Case names that are known to fail, each with its reason: lines `name: reason`, `#` before remarks.
fn known_misses() -> BTreeMap<String, String> {
    let file = folder().join("known-misses.txt");
    let text = std::fs::read_to_string(file).expect("tests/cases/known-misses.txt can be read");
    let lines = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut known = BTreeMap::new();
    for line in lines {
        let (name, reason) = line
            .split_once(": ")
            .unwrap_or_else(|| panic!("{line:?} gives no reason"));
        let before = known.insert(name.to_owned(), reason.to_owned());
        assert!(before.is_none(), "{name} is listed twice");
    }
    known
}

/// What was missed or wrong in one case.
fn misses(gold: &Gold, lexicon: &Lexicon) -> Vec<Miss> {
    let record = extract(&gold.source(), lexicon);
    match evaluate(std::slice::from_ref(gold), &[record]) {
        Ok(evaluation) => evaluation.misses,
        Err(error) => panic!("{error}"),
    }
}

/// Every case; fewer than there were once means that the folder was not read whole.
fn golds() -> Vec<Gold> {
    let golds = Gold::read_folder(&folder()).unwrap_or_else(|error| panic!("{error}"));
    assert!(golds.len() >= 150, "only {} cases were found", golds.len());
    golds
}

#[test]
fn every_case_reads_as_its_gold_file_says_unless_it_is_a_known_miss() {
    let (lexicon, known) = (Lexicon::embedded(), known_misses());
    let mut report = String::new();
    for gold in golds() {
        let misses = misses(&gold, lexicon);
        match (misses.is_empty(), known.contains_key(&gold.name)) {
            (true, false) | (false, true) => {}
            (true, true) => report += &format!("\n{}: passes; take it off known-misses.txt\n", gold.name),
            (false, false) => {
                report += &format!("\n{}\n", gold.text.trim_end());
                for miss in misses {
                    report += &format!("  {miss}\n");
                }
            }
        }
    }
    assert!(report.is_empty(), "{report}");
}

#[test]
fn every_known_miss_is_a_case() {
    let cases: BTreeSet<String> = golds().into_iter().map(|gold| gold.name).collect();
    let stray: Vec<String> = known_misses()
        .into_keys()
        .filter(|name| !cases.contains(name))
        .collect();
    assert!(
        stray.is_empty(),
        "known-misses.txt lists {stray:?}, which are not in tests/cases"
    );
}

#[test]
fn every_mark_of_a_case_holds_words_and_no_space_at_its_ends() {
    for gold in golds() {
        let letters: Vec<char> = gold.text.chars().collect();
        for mention in &gold.mentions {
            let span = mention.span.start as usize..mention.span.end as usize;
            let words: String = letters[span].iter().collect();
            assert!(
                !words.is_empty() && words.trim() == words,
                "{}: {} marks {words:?}",
                gold.name,
                mention.id
            );
        }
    }
}

#[test]
fn a_wrong_record_fails_a_case() {
    let gold = golds()
        .into_iter()
        .find(|gold| gold.name == "three-bodies-share-one-place");
    let gold = gold.expect("the case is in tests/cases");
    let nothing = vnkg::resolve::Record {
        doc: "three-bodies-share-one-place.txt".to_owned(),
        ..Default::default()
    };
    let evaluation = evaluate(&[gold], &[nothing]).expect("an empty record fits any page");
    assert_eq!(
        evaluation.misses.len(),
        6,
        "three mentions and three entities are missed"
    );
}

#[test]
fn a_perfect_record_of_a_case_has_no_miss() {
    for gold in golds() {
        let record = perfect::record(&gold);
        let evaluation = evaluate(std::slice::from_ref(&gold), &[record]);
        let misses = evaluation.unwrap_or_else(|error| panic!("{error}")).misses;
        assert!(misses.is_empty(), "{misses:#?}");
    }
}
