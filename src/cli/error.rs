//! How a run ends: well, with pages refused, or with an error that says what to do.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::lexicon::LexiconError;
use crate::read::lower_case;

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
    #[error(transparent)]
    Lexicon(#[from] LexiconError),
    /// The reader of standard output went away.
    #[error("standard output was closed")]
    Closed,
}

impl Error {
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
