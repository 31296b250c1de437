//! The path of a file -> the graph in it, or why it gives none.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use crate::graph::{ColumnGraph, KnowledgeGraph};
use crate::import::{Unread, graphml, json};
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

/// Bytes of a file that are in memory at once, where it need not be read as a whole.
const BUFFER: usize = 1 << 17;

/// Reads a graph in GraphML or node-link JSON.
///
/// # Errors
/// When the file cannot be read or holds something else.
pub fn open(path: &Path) -> Result<KnowledgeGraph, Unopened> {
    open_columns(path).map(|columns| KnowledgeGraph::from(&columns))
}

/// Reads a graph in GraphML or node-link JSON, as it stands. GraphML is never in memory as a whole.
///
/// # Errors
/// When the file cannot be read or holds something else.
pub fn open_columns(path: &Path) -> Result<ColumnGraph, Unopened> {
    let unreadable = |cause| Unopened::Unreadable {
        path: path.to_owned(),
        cause,
    };
    let file = File::open(path).map_err(unreadable)?;
    let mut file = BufReader::with_capacity(BUFFER, file);
    let graph = match is_xml(file.fill_buf().map_err(unreadable)?) {
        true => graphml::read(file),
        false => {
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).map_err(unreadable)?;
            let text = String::from_utf8(bytes).map_err(|_| Unopened::NoText(path.to_owned()))?;
            json::read(&text)
        }
    };
    graph.map_err(|fault| match fault {
        Unread::Xml(quick_xml::Error::Io(cause)) => {
            unreadable(io::Error::new(cause.kind(), cause.to_string()))
        }
        Unread::Xml(quick_xml::Error::Encoding(_)) => Unopened::NoText(path.to_owned()),
        fault => Unopened::NoGraph {
            path: path.to_owned(),
            fault,
        },
    })
}

/// Whether the first letter of a file is that of a tag.
fn is_xml(start: &[u8]) -> bool {
    let start = start.strip_prefix("\u{feff}".as_bytes()).unwrap_or(start);
    start.trim_ascii_start().starts_with(b"<")
}
