//! The hard pairs of `tests/pairs.tsv`: two mentions on two pages are one thing or two.

mod table;

use table::{Verdict, pairs};

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
