//! vnkg reads Vietnamese political and government pages and builds a knowledge graph.

pub mod lexicon;
pub mod read;
pub mod extract;
pub mod resolve;
pub mod metrics;
pub mod layout;
