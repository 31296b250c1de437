//! A document -> its mentions and claims.

pub mod body;
pub mod claim;
pub mod congress;
pub mod date;
pub mod dated;
pub mod directive;
pub mod event;
mod event_type;
pub mod item;
pub mod name;
pub mod named;
pub mod number;
pub mod own;
pub mod person;
pub mod place;
pub mod reader;
pub mod scan;
mod shortened;
pub mod title;

use crate::clean::Document;
use crate::lexicon::Lexicon;
use crate::read::Source;
use crate::resolve::{Record, within};

/// Reads one page: cleans it, finds its mentions and claims, and joins them into a record.
pub fn extract(source: &Source, lexicon: &Lexicon) -> Record {
    let document = Document::new(source, lexicon);
    let reader = reader::Reader::new(&document, lexicon);
    within::resolve(reader, scan::scan(reader))
}
