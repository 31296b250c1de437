//! The path of a graph, or of the folder that a build left -> the graph, and where its evidence is.

use std::path::{Path, PathBuf};

use crate::graph::KnowledgeGraph;
use crate::import::{self, NoEvidence, Unopened};
use crate::query::evidence::{Quoted, mentions};

/// A graph that was read back.
#[derive(Clone, Debug)]
pub struct GraphFile {
    pub knowledge: KnowledgeGraph,
    /// `evidence.jsonl` in the same folder, which may be missing.
    pub evidence: PathBuf,
}

/// Reads a graph, or the `graph.json` of a folder that a build wrote, in which every edge stands apart.
///
/// # Errors
/// When it is not there, cannot be read or is something else.
pub fn open(path: &Path) -> Result<GraphFile, Unopened> {
    let Place { graph, evidence } = place(path);
    let knowledge = import::open(&graph)?;
    Ok(GraphFile { knowledge, evidence })
}

/// Where a graph and its evidence are.
pub struct Place {
    pub graph: PathBuf,
    /// May be missing.
    pub evidence: PathBuf,
}

/// Where the graph is that a user names by its file or by the folder of a build.
pub fn place(path: &Path) -> Place {
    let graph = match path.is_dir() {
        true => path.join("graph.json"),
        false => path.to_owned(),
    };
    let evidence = graph.with_file_name("evidence.jsonl");
    Place { graph, evidence }
}

impl GraphFile {
    /// Where pages name the thing with this id; nothing where the graph came without its evidence.
    ///
    /// # Errors
    /// When the evidence is there and cannot be read.
    pub fn mentions(&self, id: &str) -> Result<Vec<Quoted>, NoEvidence> {
        mentions(&self.evidence, id)
    }
}
