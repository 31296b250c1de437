//! Mentions and claims of a document -> its record; records -> one corpus of entities and relations.

pub mod record;

pub use record::Record;
