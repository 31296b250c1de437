//! The path of a graph, or of the folder that a build left -> the graph, and where its evidence is.

use std::io;
use std::path::{Path, PathBuf};

use crate::graph::KnowledgeGraph;
use crate::query::evidence::{Quoted, mentions};
use crate::query::node_link;
use crate::read::lower_case;

/// A graph that was read back.
#[derive(Clone, Debug)]
pub struct GraphFile {
    pub knowledge: KnowledgeGraph,
    /// `evidence.jsonl` in the same folder, which may be missing.
    evidence: PathBuf,
}

/// Why a graph cannot be asked.
#[derive(Debug, thiserror::Error)]
pub enum Unopened {
    #[error("cannot read `{}`: {}", .path.display(), lower_case(.cause))]
    Unreadable { path: PathBuf, cause: io::Error },
    #[error("`{}` holds no `graph.json`; name the folder that `vnkg build` wrote", .0.display())]
    NoGraphInside(PathBuf),
    #[error("`{}` is no graph that can be read here; give a `graph.json` or the folder that `vnkg build` wrote", .0.display())]
    UnknownFormat(PathBuf),
    #[error("`{}` is no node-link graph: {cause}; give the `graph.json` that `vnkg build` wrote", .path.display())]
    NoGraph { path: PathBuf, cause: node_link::Fault },
    #[error("`{}` line {line} is no evidence: {cause}; build the graph again", .path.display())]
    NoEvidence {
        path: PathBuf,
        line: usize,
        cause: serde_json::Error,
    },
}

/// Reads a graph: a `.json` file of the node-link form, or a folder with a `graph.json` in it.
///
/// # Errors
/// When it is not there, cannot be read or is something else.
pub fn open(path: &Path) -> Result<GraphFile, Unopened> {
    let unreadable = |path: &Path| {
        let path = path.to_owned();
        |cause| Unopened::Unreadable { path, cause }
    };
    let is_folder = std::fs::metadata(path).map_err(unreadable(path))?.is_dir();
    let file = if is_folder {
        path.join("graph.json")
    } else {
        path.to_owned()
    };
    if is_folder && !file.is_file() {
        return Err(Unopened::NoGraphInside(path.to_owned()));
    }
    if !file
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("json"))
    {
        return Err(Unopened::UnknownFormat(file));
    }
    let bytes = std::fs::read(&file).map_err(unreadable(&file))?;
    let knowledge = node_link::read(&bytes).map_err(|cause| Unopened::NoGraph {
        path: file.clone(),
        cause,
    })?;
    let evidence = file.with_file_name("evidence.jsonl");
    Ok(GraphFile { knowledge, evidence })
}

impl GraphFile {
    /// Where pages name the thing with this id; nothing where the graph came without its evidence.
    ///
    /// # Errors
    /// When the evidence is there and cannot be read.
    pub fn mentions(&self, id: &str) -> Result<Vec<Quoted>, Unopened> {
        mentions(&self.evidence, id)
    }
}
