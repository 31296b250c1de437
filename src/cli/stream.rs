//! Pages in order -> what each became, in the same order, worked on by every thread in bounded memory.

use std::panic::{AssertUnwindSafe, catch_unwind};

use rayon::ThreadPool;
use rayon::prelude::*;

use super::error::Error;
use super::terminal::Terminal;
use crate::read::{Fault, Refusal, Source, Unread};

/// Bytes of text that one thread's share of a batch may have; a larger page is a batch of its own.
const BYTES: u64 = 4 << 20;
/// Pages that one thread's share of a batch may have.
const PAGES: usize = 128;

/// Reads each page, does `work` on it on some thread of the pool, and hands the outcome to `take` on this one. What
/// `take` sees depends on the pages alone.
///
/// # Errors
/// Those of `take`, at which everything stops.
pub(super) fn stream<T: Send>(
    pool: &ThreadPool,
    pages: &[Unread],
    terminal: &Terminal,
    work: impl Fn(&Source) -> T + Sync,
    mut take: impl FnMut(Result<T, Refusal>) -> Result<(), Error>,
) -> Result<(), Error> {
    let threads = pool.current_num_threads();
    let mut rest = pages;
    while !rest.is_empty() {
        let (batch, later) = rest.split_at(batch_length(rest, threads));
        let done: Vec<_> = pool.install(|| {
            batch
                .par_iter()
                .with_max_len(1)
                .map(|page| treat(page, terminal, &work))
                .collect()
        });
        done.into_iter().try_for_each(&mut take)?;
        rest = later;
    }
    Ok(())
}

fn batch_length(pages: &[Unread], threads: usize) -> usize {
    let room = BYTES * threads as u64;
    let mut bytes = 0;
    let fits = |page: &&Unread| {
        bytes += page.size();
        bytes <= room
    };
    pages.iter().take(PAGES * threads).take_while(fits).count().max(1)
}

/// A fault of the program on one page must not cost the run: the page is refused like any other bad page.
fn treat<T>(page: &Unread, terminal: &Terminal, work: impl Fn(&Source) -> T) -> Result<T, Refusal> {
    let done = page.read().and_then(|source| {
        catch_unwind(AssertUnwindSafe(|| work(&source))).map_err(|_| Refusal {
            name: source.name,
            reason: Fault::Failed,
        })
    });
    terminal.advance();
    done
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::cli::terminal::Speech;
    use crate::read::list;

    #[test]
    fn order_is_kept_and_a_fault_in_one_page_refuses_that_page_alone() {
        let folder = tempfile::tempdir().unwrap();
        let count = PAGES * 3;
        for page in 0..count {
            fs::write(folder.path().join(format!("{page:04}.txt")), page.to_string()).unwrap();
        }
        let listing = list(&[folder.path().to_owned()], None);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap();
        let mut taken = Vec::new();
        let work = |source: &Source| match source.text.as_str() {
            "7" => panic!("this message is expected"),
            text => text.to_owned(),
        };
        let take = |outcome: Result<String, Refusal>| {
            taken.push(outcome.unwrap_or_else(|refusal| refusal.name));
            Ok(())
        };
        stream(&pool, &listing.pages, &Terminal::new(Speech::Terse), work, take).unwrap();
        let expected: Vec<String> = (0..count)
            .map(|page| {
                if page == 7 {
                    "0007.txt".to_owned()
                } else {
                    page.to_string()
                }
            })
            .collect();
        assert_eq!(taken, expected);
    }
}
