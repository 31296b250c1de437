//! How a run ends: well, with pages refused, or with an error that says what to do.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::tally::Tally;
use crate::evaluate::EvaluateError;
use crate::import::{NoEvidence, Unopened};
use crate::lexicon::LexiconError;
use crate::metrics::csr::CsrError;
use crate::query::Unanswered;
use crate::read::lower_case;
use crate::resolve::judgements::Misjudged;

/// A run that did its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    AllRead,
    SomeRefused,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        match outcome {
            Outcome::AllRead => ExitCode::SUCCESS,
            Outcome::SomeRefused => ExitCode::from(3),
        }
    }
}

/// A run that could do nothing.
#[derive(Debug, thiserror::Error)]
pub(super) enum Error {
    #[error("no page could be read from {inputs}{}", if *.skipped { "; pages are `.txt` or `.md` files" } else { "" })]
    NothingRead { inputs: String, skipped: bool },
    #[error("cannot write `{}`: {}", .path.display(), lower_case(.cause))]
    Unwritable { path: PathBuf, cause: io::Error },
    #[error("cannot start {jobs} threads: {cause}; give a smaller number to --jobs")]
    Threads {
        jobs: u16,
        cause: rayon::ThreadPoolBuildError,
    },
    #[error("cannot tell a graph format from the name of `{}`; give one with --format", .0.display())]
    UnknownEnding(PathBuf),
    #[error("`{0}` is several files; give a folder for them to --output")]
    SeveralFiles(&'static str),
    #[error("`{0}` is no text; give a file for it to --output")]
    NoText(&'static str),
    #[error("no format is given; name one with --format, or a file whose ending tells it with --output")]
    NoFormat,
    #[error(
        "`{0}` is no relation; the names are those of the column `relation`, for example `holds_position`"
    )]
    NoRelation(String),
    #[error(
        "no node is left to measure; take fewer of --on, --kinds, --since, --until, --min-weight and --backbone"
    )]
    NothingToMeasure,
    #[error("no page has a date that is exact enough; --by year needs the year, --by month the month")]
    NoDates,
    #[error("no gold file could be read from `{}`", .0.display())]
    NoGoldRead(PathBuf),
    #[error("nothing of {inputs} can be scored; `{gold}.gold` asks for a page or record named `{gold}`")]
    NothingToScore { inputs: String, gold: String },
    #[error(transparent)]
    Evaluation(#[from] EvaluateError),
    #[error(transparent)]
    Graph(#[from] Unopened),
    #[error(transparent)]
    Evidence(#[from] NoEvidence),
    #[error(transparent)]
    Question(#[from] Unanswered),
    #[error(transparent)]
    Lexicon(#[from] LexiconError),
    #[error("`{}` is both an input and the output; give another folder to --output", .0.display())]
    OutputIsInput(PathBuf),
    #[error("cannot read judgements `{}`: {}", .path.display(), lower_case(.cause))]
    JudgementsUnreadable { path: PathBuf, cause: io::Error },
    #[error("judgements `{}`, {cause}", .path.display())]
    Misjudged { path: PathBuf, cause: Misjudged },
    #[error(transparent)]
    TooLarge(#[from] CsrError),
    /// The reader of standard output went away.
    #[error("standard output was closed")]
    Closed,
}

impl Error {
    /// What it means that not one page of these inputs could be read.
    pub(super) fn nothing_read(inputs: &[PathBuf], tally: &Tally) -> Error {
        Error::NothingRead {
            inputs: listed(inputs),
            skipped: tally.refused.is_empty(),
        }
    }

    pub(super) fn code(&self) -> ExitCode {
        match self {
            // Whoever read the output has had enough, as `head` does.
            Error::Closed => ExitCode::SUCCESS,
            Error::OutputIsInput(_)
            | Error::UnknownEnding(_)
            | Error::SeveralFiles(_)
            | Error::NoText(_)
            | Error::NoFormat => ExitCode::from(2),
            _ => ExitCode::FAILURE,
        }
    }

    /// What a failed write to `path` means.
    pub(super) fn writing(path: &Path) -> impl Fn(io::Error) -> Error + '_ {
        |cause| match cause.kind() {
            io::ErrorKind::BrokenPipe => Error::Closed,
            _ => Error::Unwritable {
                path: path.to_owned(),
                cause,
            },
        }
    }
}

/// `a.txt`, `b.txt`, each in backquotes
pub(super) fn listed(inputs: &[PathBuf]) -> String {
    let each: Vec<String> = inputs
        .iter()
        .map(|input| format!("`{}`", input.display()))
        .collect();
    each.join(", ")
}
