//! `vnkg merge`: files of records -> one file of records, from which a build gives what building all pages together gives.

use std::path::PathBuf;

use clap::Args;

use super::destination::fill;
use super::error::{Error, Outcome};
use super::records::each_record;
use super::tally::Tally;
use super::terminal::Terminal;
use crate::compare::merge::{contradictions, line, merge};

/// Join files of extraction records into one: sorted by page, each record once
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Merge {
    /// Files that `vnkg extract` wrote, or `-` for standard input
    #[arg(required = true, value_name = "RECORDS")]
    inputs: Vec<PathBuf>,
    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  vnkg merge 2023.jsonl 2024.jsonl --output all.jsonl
      records of two machines or two years in one file
  vnkg build all.jsonl --output output
      the same files, byte for byte, as building all the pages together";

impl Merge {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Outcome, Error> {
        let mut records = Vec::new();
        let mut tally = Tally::new(Vec::new(), Vec::new());
        each_record(
            self.inputs.iter().map(PathBuf::as_path),
            terminal,
            &mut tally,
            |record| {
                records.push(record);
                Ok(())
            },
        )?;
        if records.is_empty() {
            return Err(Error::nothing_read(&self.inputs, &tally));
        }
        let records = merge(records);
        for doc in contradictions(&records) {
            terminal.note(&format!(
                "note: different records are called `{doc}`; they stay two pages"
            ));
        }
        fill(self.output.as_deref(), |out| {
            records
                .iter()
                .try_for_each(|record| writeln!(out, "{}", line(record)))
        })?;
        terminal.note(&tally.line());
        Ok(tally.outcome())
    }
}
