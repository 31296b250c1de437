//! A corpus, its graph and what was refused on the way -> a report that people read.

pub mod content;
pub mod drawing;
pub mod explore;
pub mod html;
pub mod json;
pub mod markdown;
mod counts;
mod directives;
mod events;
mod open;
mod posts;
mod ranking;
mod table;
mod words;

pub use content::{Content, Material};
pub use counts::Counts;
pub use markdown::markdown;
pub use ranking::{Standing, standing};

use crate::graph::KnowledgeGraph;
use crate::read::Refusal;
use crate::resolve::Corpus;

/// Everything that a report is made from.
#[derive(Clone, Copy, Debug)]
pub struct Findings<'a> {
    pub corpus: &'a Corpus<'a>,
    pub graph: &'a KnowledgeGraph,
    pub standing: &'a Standing,
    pub refused: &'a [Refusal],
    /// Files that are no pages.
    pub skipped: usize,
}
