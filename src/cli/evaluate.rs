//! `vnkg evaluate`: gold files and pages or records -> how well they were read, and what was missed.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::destination::fill;
use super::error::{Error, Outcome};
use super::golds::paired;
use super::reading::Reading;
use super::tally::counted;
use super::terminal::Terminal;
use crate::evaluate::{Evaluation, Miss, Score, evaluate};

/// Score what the program reads against pages that a careful reader marked by hand
#[derive(Args, Debug)]
#[command(after_help = EXPLANATION)]
pub(super) struct Evaluate {
    /// A folder of gold files (`*.gold`), or one gold file
    #[arg(value_name = "GOLD_DIR")]
    gold: PathBuf,
    /// The pages of the gold files: files, folders, or records (`.jsonl`) of an older run or another program. Without
    /// it the pages that the gold files hold are read
    #[arg(value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    reading: Reading,
    /// List what was missed and what was wrongly found, gold file by gold file
    #[arg(long)]
    misses: bool,
    /// The figures, and with --misses the misses, in JSON, for programs
    #[arg(long)]
    json: bool,
    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

const EXPLANATION: &str = "\
A gold file is the text of a page with its marks, then its entities and relations:

  === text
  Bí thư ⟦C1:Tỉnh ủy Hà Giang⟧ ⟦P1:Lò Thị Sen⟧ dự ⟦E1?:hội nghị⟧. ⟦B:Lượt xem: 7⟧
  === entities
  P1 | Lò Thị Sen
  C1 | Tỉnh ủy Hà Giang
  E1 | Hội nghị | date=2024-05-02
  === relations
  P1 holds_position C1 | title=Bí thư

P is an official, C a committee, D a directive, E an event; `?` marks what may be found and need not, B what is no
content. `003.gold` is scored against the page or record named `003`, whatever its folder and ending; a gold file
without one counts as nothing found.

Levels of the table:
  mention   found with at least half of its span    strict    found with exactly its span
  entity    has an entity of its own                relation  between entities that were found
  name, date, title   of what was found             leak      mentions in boilerplate

Examples:
  vnkg evaluate gold
      how well the program reads the pages that you marked
  vnkg evaluate gold pages --misses
      every miss, from the pages as stored
  vnkg evaluate gold older.jsonl --json | jq .mention.all.f1
      one figure of an older run";

impl Evaluate {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Outcome, Error> {
        let paired = paired(&self.gold, &self.inputs, &self.reading, terminal)?;
        let evaluation = evaluate(&paired.golds, &paired.records)?;
        let text = match self.json {
            true => self.json(&evaluation) + "\n",
            false => self.words(&evaluation),
        };
        fill(self.output.as_deref(), |out| out.write_all(text.as_bytes()))?;
        terminal.note(&note(&evaluation, paired.tally.refused.len()));
        Ok(paired.tally.outcome())
    }

    fn words(&self, evaluation: &Evaluation) -> String {
        let mut words = String::new();
        if self.misses {
            evaluation
                .misses
                .iter()
                .for_each(|miss| words += &format!("{miss}\n"));
        }
        if !words.is_empty() {
            words.push('\n');
        }
        words + &evaluation.score.to_string()
    }

    fn json(&self, evaluation: &Evaluation) -> String {
        #[derive(Serialize)]
        struct Answer<'a> {
            #[serde(flatten)]
            score: &'a Score,
            #[serde(skip_serializing_if = "Option::is_none")]
            misses: Option<&'a [Miss]>,
        }
        let answer = Answer {
            score: &evaluation.score,
            misses: self.misses.then_some(&evaluation.misses),
        };
        serde_json::to_string_pretty(&answer).expect("figures are finite and keys are strings")
    }
}

/// `30 gold files scored, 2 without a page, 1 refused`
fn note(evaluation: &Evaluation, refused: usize) -> String {
    let missing = |miss: &&Miss| matches!(miss, Miss::NoRecord { .. });
    let without = evaluation.misses.iter().filter(missing).count();
    let mut note = format!("{} scored", counted(evaluation.score.documents, "gold file"));
    if without > 0 {
        note += &format!(", {without} without a page");
    }
    note + &format!(", {refused} refused")
}
