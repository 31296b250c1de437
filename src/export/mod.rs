//! The graph -> files: one walker, one file per format, and the writer that leaves no half-written file.
//!
//! [`Format`] says which there are, how their files are called and what each keeps.
//!
//! A sentence that only names both ends of an edge (`co_occurs`, `mentions`) is cut after 280 bytes in every format; the
//! whole of it is in `evidence.jsonl` and in `sqlite`.

pub mod atomic;
mod cell;
mod columns;
mod own;
mod foreign;
mod row;
pub mod walk;
mod merged;
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
#[cfg(feature = "rdf")]
mod vocabulary;
#[cfg(feature = "rdf")]
pub mod rdf;
pub mod ftm;
#[cfg(feature = "sqlite")]
pub mod sqlite;
#[cfg(feature = "parquet")]
pub mod parquet;
pub mod format;
pub mod files;

pub use atomic::write_atomically;
pub use files::{Fill, Graph, Output, ParallelEdges, files};
pub use format::Format;
pub use merged::merge_parallel;
pub use walk::Walk;
