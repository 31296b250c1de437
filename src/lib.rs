#![doc = include_str!("../README.md")]

pub mod lexicon;
pub mod read;
pub mod clean;
pub mod extract;
pub mod resolve;
pub mod evaluate;
pub mod graph;
pub mod metrics;
pub mod layout;
pub mod export;
pub mod import;
pub mod report;
pub mod pipeline;
pub mod query;
pub mod compare;
pub mod cli;
