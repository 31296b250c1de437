//! The graph -> files: one walker, one file per format, and the writer that leaves no half-written file.

pub mod atomic;
mod columns;
pub mod walk;
mod xml;
pub mod graphml;
pub mod json;
pub mod csv;
pub mod evidence;
pub mod gexf;
pub mod cytoscape;
pub mod graphology;
pub mod jgf;
pub mod dot;
mod unique;
pub mod gml;
pub mod pajek;
pub mod neo4j;
pub mod cypher;

pub use atomic::write_atomically;

/// Whether a format that cannot tell parallel edges apart gets one edge per pair of nodes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ParallelEdges {
    /// One edge per ordered pair, with `relation` (the strongest) and `relations` (all).
    #[default]
    Merged,
    /// Every edge apart.
    Kept,
}
