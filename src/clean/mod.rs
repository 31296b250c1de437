//! A source -> a document: text in NFC, lines with their zones, tokens, sentences.

pub mod document;
pub mod letters;
pub mod ordinal;
pub mod line;
pub mod sentence;
pub mod text;
pub mod token;
pub mod zone;

pub use document::Document;
