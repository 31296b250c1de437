//! What became of the inputs -> how the run ends, and the line that says so.

use super::error::Outcome;
use crate::read::{Refusal, Skipped};

/// What became of the inputs.
#[derive(Debug)]
pub(super) struct Tally {
    pub read: usize,
    pub refused: Vec<Refusal>,
    pub skipped: Vec<Skipped>,
}

impl Tally {
    pub(super) fn new(refused: Vec<Refusal>, skipped: Vec<Skipped>) -> Tally {
        Tally {
            read: 0,
            refused,
            skipped,
        }
    }

    pub(super) fn outcome(&self) -> Outcome {
        match self.refused.is_empty() {
            true => Outcome::AllRead,
            false => Outcome::SomeRefused,
        }
    }

    /// `12 pages read, 1 refused, 3 files skipped (2 of another format, 1 hidden)`
    pub(super) fn line(&self) -> String {
        let mut line = format!(
            "{} read, {} refused",
            counted(self.read, "page"),
            self.refused.len()
        );
        if !self.skipped.is_empty() {
            let reasons: Vec<String> = REASONS
                .iter()
                .map(|(reason, words)| (self.skipped.iter().filter(|one| *one == reason).count(), words))
                .filter(|(count, _)| *count > 0)
                .map(|(count, words)| format!("{count} {words}"))
                .collect();
            line += &format!(
                ", {} skipped ({})",
                counted(self.skipped.len(), "file"),
                reasons.join(", ")
            );
        }
        line
    }
}

const REASONS: [(Skipped, &str); 5] = [
    (Skipped::OtherFormat, "of another format"),
    (Skipped::Hidden, "hidden"),
    (Skipped::Loop, "linking back to their folder"),
    (Skipped::Special, "neither file nor folder"),
    (Skipped::Twice, "named twice"),
];

/// `1 page`, `2 pages`
pub(super) fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
