//! Files of graphs, our own and others', -> graphs in columns and knowledge graphs.

mod draft;
mod evidence;
pub mod graphml;
pub mod json;
mod open;

pub use evidence::{NoEvidence, evidence};
pub use open::{Unopened, open, open_columns};

use crate::graph::{ColumnGraph, KnowledgeGraph};

/// A file that is no graph that vnkg reads.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    #[error("it is no well-formed XML: {0}")]
    Xml(#[from] quick_xml::Error),
    #[error("it is no well-formed JSON: {0}")]
    Json(#[from] serde_json::Error),
    #[error("it ends before its last tag; it may have been cut off when it was copied")]
    Cut,
    #[error("it holds no graph; write one with `vnkg build`, or export GraphML or node-link JSON")]
    NoGraph,
    #[error("two of its nodes have the id `{0}`; give every node an id of its own")]
    Twice(String),
    #[error("an edge ends at `{0}`, which is no node; add the node or take the edge out")]
    Dangling(String),
}

/// Reads GraphML or JSON, whichever the text is.
///
/// # Errors
/// When it is neither, or holds no graph.
pub fn read(text: &str) -> Result<KnowledgeGraph, Unread> {
    Ok(KnowledgeGraph::from(&read_columns(text)?))
}

/// Reads GraphML or JSON, whichever the text is, as it stands.
///
/// # Errors
/// When it is neither, or holds no graph.
pub fn read_columns(text: &str) -> Result<ColumnGraph, Unread> {
    match text.trim_start_matches('\u{feff}').trim_start().starts_with('<') {
        true => graphml::read(text.as_bytes()),
        false => json::read(text),
    }
}
