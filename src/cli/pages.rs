//! The arguments that every reading command shares -> records in order, and a count of what was read.

use std::path::{Path, PathBuf};

use clap::Args;
use rayon::ThreadPool;

use super::error::Error;
use super::reading::Reading;
use super::records::{are_records, each_record};
use super::tally::Tally;
use super::terminal::Terminal;
use crate::extract::extract;
use crate::read::{self, Listing};
use crate::resolve::Record;

/// What to read and how.
#[derive(Args, Debug)]
pub(super) struct Pages {
    /// Files, folders (with all folders below them), `-` for standard input, or records that `vnkg extract` wrote
    /// (`.jsonl`)
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    reading: Reading,
}

impl Pages {
    /// Lists the inputs; pages in the folder `except` are what an earlier run wrote there.
    pub(super) fn list(&self, except: Option<&Path>) -> Listing {
        let pages: Vec<PathBuf> = self
            .inputs
            .iter()
            .filter(|input| !are_records(input))
            .cloned()
            .collect();
        read::list(&pages, except)
    }

    /// The input that is this folder, if one is.
    pub(super) fn find(&self, folder: &Path) -> Option<&Path> {
        let folder = folder.canonicalize().ok()?;
        let is_it = |input: &&PathBuf| input.canonicalize().is_ok_and(|input| input == folder);
        self.inputs.iter().find(is_it).map(PathBuf::as_path)
    }

    /// Reads and extracts every page. `shape` turns a record into what is kept of it, on any thread; `take` receives
    /// that in the order of the pages. Refusals are told as they are met.
    ///
    /// # Errors
    /// When not one page could be read, and those of `take`.
    pub(super) fn each<T: Send>(
        &self,
        pool: &ThreadPool,
        terminal: &Terminal,
        listing: Listing,
        shape: impl Fn(Record) -> T + Sync,
        mut take: impl FnMut(T) -> Result<(), Error>,
    ) -> Result<Tally, Error> {
        let mut tally = self.reading.each(
            pool,
            terminal,
            listing,
            |source, lexicon| Ok(shape(extract(source, lexicon))),
            &mut take,
        )?;
        let files = self.inputs.iter().map(PathBuf::as_path);
        each_record(
            files.filter(|file| are_records(file)),
            terminal,
            &mut tally,
            |record| take(shape(record)),
        )?;
        match tally.read {
            0 => Err(Error::nothing_read(&self.inputs, &tally)),
            _ => Ok(tally),
        }
    }

    /// The records of every page.
    ///
    /// # Errors
    /// As [`Pages::each`].
    pub(super) fn records(&self, terminal: &Terminal) -> Result<(Vec<Record>, Tally), Error> {
        let mut records = Vec::new();
        let tally = self.each(
            &self.pool()?,
            terminal,
            self.list(None),
            |record| record,
            |record| {
                records.push(record);
                Ok(())
            },
        )?;
        Ok((records, tally))
    }

    /// The threads that `--jobs` asks for.
    ///
    /// # Errors
    /// When the system does not give so many.
    pub(super) fn pool(&self) -> Result<ThreadPool, Error> {
        self.reading.pool()
    }
}
