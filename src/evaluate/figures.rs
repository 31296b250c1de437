//! Counts of right, wrong and missed -> the figures of an evaluation.

use std::collections::BTreeMap;

use serde::Serialize;

/// The figures of an evaluation, as `vnkg evaluate --json` writes them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Score {
    /// Gold files.
    pub documents: usize,
    /// Mentions found with at least half their span, by kind.
    pub mention: Level,
    /// Mentions found with exactly their span, by kind.
    pub strict: Level,
    /// Entities that have an entity of their own in the record, by kind.
    pub entity: Level,
    /// Relations between entities that were found, by relation.
    pub relation: Level,
    pub name_accuracy: Share,
    pub date_accuracy: Share,
    pub title_accuracy: Share,
    pub leak: Leak,
}

/// One level of the score: a row for each kind or relation that occurred, and their sum.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Level {
    #[serde(flatten)]
    pub rows: BTreeMap<&'static str, Row>,
    pub all: Row,
}

/// Precision, recall and their harmonic mean, rounded to four digits; 1 where there was nothing to find or nothing
/// was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Row {
    pub p: f64,
    pub r: f64,
    pub f1: f64,
    pub gold: usize,
    pub found: usize,
}

/// How many of the attributes that could be compared were right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Share {
    pub right: usize,
    pub of: usize,
    /// `right` divided by `of`, rounded to four digits; nothing where there was none to compare.
    pub share: Option<f64>,
}

/// How many mentions lie in marked boilerplate, of all mentions of the records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Leak {
    pub mentions_in_boilerplate: usize,
    pub of: usize,
}

/// The counts of the pages compared so far.
#[derive(Clone, Debug, Default)]
pub struct Tallies {
    pub(super) mention: Counts,
    pub(super) strict: Counts,
    pub(super) entity: Counts,
    pub(super) relation: Counts,
    pub(super) names: Share,
    pub(super) dates: Share,
    pub(super) titles: Share,
    pub(super) leak: Leak,
}

/// Counts by kind or by relation.
pub(super) type Counts = BTreeMap<&'static str, Tally>;

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    pub(super) right: usize,
    pub(super) wrong: usize,
    pub(super) missed: usize,
}

impl Tallies {
    /// The figures of everything compared so far.
    pub fn score(&self, documents: usize) -> Score {
        Score {
            documents,
            mention: level(&self.mention),
            strict: level(&self.strict),
            entity: level(&self.entity),
            relation: level(&self.relation),
            name_accuracy: self.names.rounded(),
            date_accuracy: self.dates.rounded(),
            title_accuracy: self.titles.rounded(),
            leak: self.leak,
        }
    }
}

fn level(counts: &Counts) -> Level {
    let mut all = Tally::default();
    for tally in counts.values() {
        all.right += tally.right;
        all.wrong += tally.wrong;
        all.missed += tally.missed;
    }
    Level {
        rows: counts.iter().map(|(&name, tally)| (name, tally.row())).collect(),
        all: all.row(),
    }
}

impl Tally {
    /// Counts something that had to be met.
    pub(super) fn expect(&mut self, met: bool) {
        if met {
            self.right += 1;
        } else {
            self.missed += 1;
        }
    }

    fn row(self) -> Row {
        let found = self.right + self.wrong;
        let gold = self.right + self.missed;
        let (p, r) = (
            share(self.right, found).unwrap_or(1.0),
            share(self.right, gold).unwrap_or(1.0),
        );
        let f1 = if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 };
        Row {
            p: round(p),
            r: round(r),
            f1: round(f1),
            gold,
            found,
        }
    }
}

impl Share {
    /// Counts one attribute and says whether it was right.
    pub(super) fn add(&mut self, right: bool) -> bool {
        self.right += usize::from(right);
        self.of += 1;
        right
    }

    fn rounded(self) -> Share {
        Share {
            share: share(self.right, self.of).map(round),
            ..self
        }
    }
}

#[allow(
    clippy::cast_precision_loss,
    reason = "counts of mentions stay far below 2^52"
)]
fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// Rounds to four digits by the exact decimal value, as printing does; multiplying first would round some numbers
/// the other way.
fn round(value: f64) -> f64 {
    format!("{value:.4}").parse().unwrap_or(value)
}
