//! A page that cannot be read -> its name and the reason, worded for the person who has to mend it.

use std::io;

/// A page that was left out, and why. The rest of the run goes on.
#[derive(Debug)]
pub struct Refusal {
    /// The name the page would have had as a [`Source`](super::Source), or the input as it was given.
    pub name: String,
    pub reason: Fault,
}

/// What is wrong with a page, and what can be done about it.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error("cannot be read: {}", lower_case(.0))]
    Unreadable(io::Error),
    #[error("no such file or folder")]
    Missing,
    #[error("empty")]
    Empty,
    #[error("binary, not text (zero byte at byte {byte})")]
    Binary { byte: usize },
    #[error("UTF-16; save it as UTF-8, for example with `iconv -f UTF-16 -t UTF-8`")]
    Utf16,
    #[error("not UTF-8 at byte {byte}; convert it, for example with `iconv -f WINDOWS-1258 -t UTF-8`")]
    NotUtf8 { byte: usize },
    #[error("larger than 4 GiB; split it")]
    TooLarge,
    #[error("format not known; it can be {known}, or given on standard input as `-`")]
    UnknownFormat { known: String },
    #[error("line {line} is no record of `vnkg extract`: {cause}")]
    NoRecord { line: usize, cause: String },
    #[error("{cause}")]
    NoGold { cause: String },
    #[error(
        "differs from the page marked in `{gold}.gold` at code point {at}; marks count only on the very same text"
    )]
    OtherPage { gold: String, at: usize },
    #[error(
        "the program failed on this page, which is a fault of the program; please report it with the page"
    )]
    Failed,
}

impl Fault {
    /// A line of JSON that is no record.
    pub(crate) fn no_record(line: usize, cause: &serde_json::Error) -> Fault {
        // A record is one line of its file.
        let cause = cause.to_string().replace(" at line 1 column ", " at column ");
        Fault::NoRecord { line, cause }
    }
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Fault {
        match error.kind() {
            io::ErrorKind::NotFound => Fault::Missing,
            _ => Fault::Unreadable(error),
        }
    }
}

/// Standard messages open with a capital and give a number that says nothing to the reader.
pub(crate) fn lower_case(error: &io::Error) -> String {
    let whole = error.to_string();
    let words = whole.split(" (os error").next().unwrap_or_default();
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_of_the_system_is_told_in_lower_case_without_its_number() {
        let fault = Fault::Unreadable(io::Error::from_raw_os_error(13));
        assert_eq!(fault.to_string(), "cannot be read: permission denied");
    }
}
