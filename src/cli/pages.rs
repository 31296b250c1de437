//! The arguments that every reading command shares -> records in order, and a count of what was read.

use std::path::PathBuf;

use clap::Args;
use rayon::{ThreadPool, ThreadPoolBuilder};

use super::error::{Error, Outcome};
use super::stream::stream;
use super::terminal::Terminal;
use crate::extract::extract;
use crate::lexicon::Lexicon;
use crate::read::{self, Listing, Refusal, Skipped};
use crate::resolve::Record;

/// What to read and how.
#[derive(Args, Debug)]
pub(super) struct Pages {
    /// Files, folders (with all folders below them), or `-` for standard input
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    /// Threads to work on; 0 is one for every core. The output is the same for any number
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true,
          value_parser = clap::value_parser!(u16).range(..=1024))]
    jobs: u16,
    /// Add the words of this folder to those the program knows; its files are tables with the names and columns of the
    /// program's own (places.tsv, bodies.tsv, titles.tsv ...)
    #[arg(long, value_name = "DIR")]
    lexicon: Option<PathBuf>,
}

/// What became of the inputs.
#[derive(Debug)]
pub(super) struct Tally {
    pub read: usize,
    pub refused: Vec<Refusal>,
    pub skipped: Vec<Skipped>,
}

impl Pages {
    /// Reads and extracts every page. `shape` turns a record into what is kept of it, on any thread; `take` receives
    /// that in the order of the pages. Refusals are told as they are met.
    ///
    /// # Errors
    /// When not one page could be read, and those of `take`.
    pub(super) fn each<T: Send>(
        &self,
        terminal: &Terminal,
        shape: impl Fn(Record) -> T + Sync,
        mut take: impl FnMut(T) -> Result<(), Error>,
    ) -> Result<Tally, Error> {
        let own = self.lexicon.as_deref().map(Lexicon::with_folder).transpose()?;
        let lexicon = own.as_ref().unwrap_or_else(|| Lexicon::embedded());
        let Listing {
            pages,
            refused,
            skipped,
        } = read::list(&self.inputs);
        refused.iter().for_each(|refusal| terminal.refused(refusal));
        let mut tally = Tally {
            read: 0,
            refused,
            skipped,
        };
        terminal.start(pages.len());
        stream(
            &self.pool()?,
            &pages,
            |source| shape(extract(source, lexicon)),
            |outcome| {
                terminal.advance();
                match outcome {
                    Ok(shaped) => {
                        tally.read += 1;
                        take(shaped)
                    }
                    Err(refusal) => {
                        terminal.refused(&refusal);
                        tally.refused.push(refusal);
                        Ok(())
                    }
                }
            },
        )?;
        terminal.finish();
        match tally.read {
            0 => Err(self.nothing(&tally)),
            _ => Ok(tally),
        }
    }

    fn pool(&self) -> Result<ThreadPool, Error> {
        let jobs = self.jobs;
        ThreadPoolBuilder::new()
            .num_threads(jobs.into())
            .build()
            .map_err(|cause| Error::Threads { jobs, cause })
    }

    fn nothing(&self, tally: &Tally) -> Error {
        let inputs: Vec<String> = self
            .inputs
            .iter()
            .map(|input| format!("`{}`", input.display()))
            .collect();
        Error::NothingRead {
            inputs: inputs.join(", "),
            skipped: tally.refused.is_empty(),
        }
    }
}

impl Tally {
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

fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
