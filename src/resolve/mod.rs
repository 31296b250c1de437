//! Mentions and claims of a document -> its record; records -> one corpus of entities and relations.

pub mod record;
pub mod within;
pub mod date;
pub mod judgements;
pub mod across;

pub use across::{Corpus, join};
pub use date::Date;
pub use judgements::Judgements;
pub use record::Record;
