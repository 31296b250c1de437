//! A source -> a document: text in NFC, tokens, sentences, zones, headline, site.

pub mod document;
pub mod letters;
pub mod ordinal;
pub mod line;
pub mod sentence;
pub mod text;
pub mod token;
pub mod zone;

pub use document::Document;
