//! The path of a file -> the graph in it, or why it gives none.

use std::io;
use std::path::{Path, PathBuf};

use crate::graph::KnowledgeGraph;
use crate::import::{Unread, read};
use crate::read::lower_case;

/// Why a file gave no graph.
#[derive(Debug, thiserror::Error)]
pub enum Unopened {
    #[error("cannot read `{}`: {}", .path.display(), lower_case(.cause))]
    Unreadable { path: PathBuf, cause: io::Error },
    #[error("`{}` is no text in UTF-8; give a node-link `.json` or a `.graphml`", .0.display())]
    NoText(PathBuf),
    #[error("`{}` gives no graph: {fault}", .path.display())]
    NoGraph { path: PathBuf, fault: Unread },
}

/// Reads a graph in GraphML or node-link JSON.
///
/// # Errors
/// When the file cannot be read or holds something else.
pub fn open(path: &Path) -> Result<KnowledgeGraph, Unopened> {
    let bytes = std::fs::read(path).map_err(|cause| Unopened::Unreadable {
        path: path.to_owned(),
        cause,
    })?;
    let text = String::from_utf8(bytes).map_err(|_| Unopened::NoText(path.to_owned()))?;
    read(&text).map_err(|fault| Unopened::NoGraph {
        path: path.to_owned(),
        fault,
    })
}
