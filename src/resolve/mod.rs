//! Mentions and claims of a document -> its record; records -> one corpus of entities and relations.

pub mod record;
pub mod within;

pub use record::Record;
