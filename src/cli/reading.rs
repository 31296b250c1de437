//! Listed pages and how to read them -> what each became, in the order of the pages, and a count of what was read.

use std::path::PathBuf;

use clap::Args;
use rayon::{ThreadPool, ThreadPoolBuilder};

use super::error::Error;
use super::stream::stream;
use super::tally::Tally;
use super::terminal::Terminal;
use crate::lexicon::Lexicon;
use crate::read::{Listing, Refusal, Source};

/// How pages are read.
#[derive(Args, Debug)]
pub(super) struct Reading {
    /// Threads to work on; 0 is one for every core. The output is the same for any number
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true,
          value_parser = clap::value_parser!(u16).range(..=1024))]
    jobs: u16,
    /// Add the words of this folder to those the program knows; its files are tables with the names and columns of the
    /// program's own (places.tsv, bodies.tsv, titles.tsv ...)
    #[arg(long, value_name = "DIR")]
    lexicon: Option<PathBuf>,
}

impl Reading {
    /// Reads every page of a listing. `work` is done on any thread and may refuse its page; `take` receives what it
    /// made in the order of the pages. Refusals are told as they are met.
    ///
    /// # Errors
    /// Those of the lexicon and of `take`.
    pub(super) fn each<T: Send>(
        &self,
        pool: &ThreadPool,
        terminal: &Terminal,
        listing: Listing,
        work: impl Fn(&Source, &Lexicon) -> Result<T, Refusal> + Sync,
        mut take: impl FnMut(T) -> Result<(), Error>,
    ) -> Result<Tally, Error> {
        let own = self.lexicon.as_deref().map(Lexicon::with_folder).transpose()?;
        let lexicon = own.as_ref().unwrap_or_else(|| Lexicon::embedded());
        let Listing {
            pages,
            refused,
            skipped,
        } = listing;
        refused.iter().for_each(|refusal| terminal.refused(refusal));
        let mut tally = Tally::new(refused, skipped);
        terminal.start(pages.len());
        stream(
            pool,
            &pages,
            terminal,
            |source| work(source, lexicon),
            |outcome| match outcome.and_then(|done| done) {
                Ok(made) => {
                    tally.read += 1;
                    take(made)
                }
                Err(refusal) => {
                    terminal.refused(&refusal);
                    tally.refused.push(refusal);
                    Ok(())
                }
            },
        )?;
        terminal.finish();
        Ok(tally)
    }

    /// The threads that `--jobs` asks for.
    ///
    /// # Errors
    /// When the system does not give so many.
    pub(super) fn pool(&self) -> Result<ThreadPool, Error> {
        let jobs = self.jobs;
        ThreadPoolBuilder::new()
            .num_threads(jobs.into())
            .build()
            .map_err(|cause| Error::Threads { jobs, cause })
    }
}
