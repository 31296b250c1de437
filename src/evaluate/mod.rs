//! Gold files and the records of the same pages -> how well the program read them, and what it missed.

pub mod compare;
pub mod figures;
pub mod gold;
pub mod key;
pub mod matching;
pub mod misses;
pub mod prediction;
pub mod table;

use std::path::PathBuf;

pub use figures::Score;
pub use gold::Gold;
pub use misses::Miss;

use crate::read::lower_case;
use crate::resolve::Record;

/// The figures of a whole gold folder and everything that lowered them.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    pub score: Score,
    /// In the order of the gold files; inside one, mentions first, then entities, then relations.
    pub misses: Vec<Miss>,
}

/// Why an evaluation could not be made.
#[derive(Debug, thiserror::Error)]
pub enum EvaluateError {
    #[error("cannot read `{}`: {}", file.display(), lower_case(cause))]
    Unreadable { file: PathBuf, cause: std::io::Error },
    #[error("no `*.gold` file in `{}`; give the folder that holds them", folder.display())]
    NoGold { folder: PathBuf },
    #[error("{file}: {fault}")]
    Gold { file: String, fault: gold::Fault },
    #[error(
        "{page} differs from the page marked in {gold}.gold at code point {at}; marks count only on the very same text"
    )]
    OtherPage { gold: String, page: String, at: usize },
    #[error("{doc}: a mention names {entity:?}, which is not among the record's entities")]
    UnknownEntity { doc: String, entity: String },
    #[error(
        "{doc}: mention {start}..{end} lies outside the page of {length} code points; the record and the gold \
         file are of different pages"
    )]
    OutsidePage {
        doc: String,
        start: u32,
        end: u32,
        length: u32,
    },
}

/// Compares every gold file with the record of the same stem (`003.gold` with `news/003.txt`); a gold file
/// without a record counts as a page in which nothing was found.
///
/// # Errors
/// When a record contradicts itself or is of another page than its gold file.
pub fn evaluate(golds: &[Gold], records: &[Record]) -> Result<Evaluation, EvaluateError> {
    let records = matching::by_stem(records);
    let mut tallies = figures::Tallies::default();
    let mut misses = Vec::new();
    let nothing = Record::default();
    for gold in golds {
        let record = records.get(gold.name.as_str()).copied();
        if record.is_none() {
            misses.push(Miss::NoRecord {
                doc: gold.name.clone(),
            });
        }
        compare::compare(gold, record.unwrap_or(&nothing), &mut tallies, &mut misses)?;
    }
    Ok(Evaluation {
        score: tallies.score(golds.len()),
        misses,
    })
}

#[cfg(test)]
mod tests;
