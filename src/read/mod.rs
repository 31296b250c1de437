//! Files, folders and standard input -> sources: a name and its text, or a refusal with its reason.
//!
//! Reading has two steps. [`list`] walks the inputs and names every page without opening it; [`Unread::read`] opens
//! one. Listing fixes the order and the names, so the second step can run on any number of threads.
//!
//! A new format is one file beside `text.rs` and one line in `format::FORMATS`. An archive is listed as a folder is:
//! its members become entries with a `Place` of their own.

mod format;
mod listing;
mod names;
mod refusal;
mod text;
mod unread;

pub use listing::{Listing, Skipped, list};
pub(crate) use refusal::lower_case;
pub use refusal::{Fault, Refusal};
pub use unread::Unread;

/// One page as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Path below the input that named it, with `/` between folders.
    pub name: String,
    /// The text, exactly as stored; a byte order mark stays in it as its first code point.
    pub text: String,
}
