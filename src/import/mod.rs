//! Files of graphs, of vnkg and of other programs -> the graph: node-link JSON and GraphML.

mod fields;
mod builder;
pub mod node_link;
pub mod graphml;

use std::io;
use std::path::{Path, PathBuf};

use crate::graph::KnowledgeGraph;
use crate::read::lower_case;

/// Why a file gave no graph.
#[derive(Debug, thiserror::Error)]
pub enum Unopened {
    #[error("cannot read `{}`: {}", .path.display(), lower_case(.cause))]
    Unreadable { path: PathBuf, cause: io::Error },
    #[error("`{}` is no file of a graph that can be read; give a `.json` (node-link) or a `.graphml`", .0.display())]
    UnknownFormat(PathBuf),
    #[error("`{}` holds no graph: {fault}", .path.display())]
    NoGraph { path: PathBuf, fault: Fault },
}

/// What is wrong with the file.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error("{0}; node-link JSON has `nodes` and `edges` or `links`")]
    Json(#[from] serde_json::Error),
    #[error("{fault} at byte {byte}")]
    Xml { fault: String, byte: u64 },
    #[error("node {0} has no id")]
    NoId(usize),
    #[error("two nodes have the id `{0}`")]
    Twice(String),
    #[error("edge {edge} joins `{end}`, which is no node")]
    NoEnd { edge: usize, end: String },
    #[error("edge {edge} has weight {weight}; weights are above zero")]
    Weight { edge: usize, weight: f64 },
}

/// Reads a graph; the ending of the name tells the form.
///
/// # Errors
/// When the file cannot be read or holds something else.
pub fn read(path: &Path) -> Result<KnowledgeGraph, Unopened> {
    let bytes = std::fs::read(path).map_err(|cause| Unopened::Unreadable {
        path: path.to_owned(),
        cause,
    })?;
    let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
    let parse = match ending.to_str() {
        Some("json") => node_link::read,
        Some("graphml" | "xml") => graphml::read,
        _ => return Err(Unopened::UnknownFormat(path.to_owned())),
    };
    parse(&bytes).map_err(|fault| Unopened::NoGraph {
        path: path.to_owned(),
        fault,
    })
}

/// Reads a graph from its text, GraphML or node-link JSON, whichever it is.
///
/// # Errors
/// When the text holds no such graph.
pub fn parse(text: &str) -> Result<KnowledgeGraph, Fault> {
    let plain = text.trim_start_matches('\u{feff}');
    match plain.trim_start().starts_with('<') {
        true => graphml::read(plain.as_bytes()),
        false => node_link::read(plain.as_bytes()),
    }
}
