//! The graph -> files: one walker, one file per format, and the writer that leaves no half-written file.
//!
//! | name | file | for | keeps |
//! | --- | --- | --- | --- |
//! | `graphml` | `graph.graphml` | Gephi, Cytoscape, yEd, NetworkX, igraph, graph-tool, rustworkx, graphology | all attributes, lists joined by `; `; one edge per pair of nodes unless told otherwise |
//! | `gexf` | `graph.gexf` | Gephi with its timeline | all attributes, every edge by `kind`, mixed directions, spells, colours, sizes, places |
//! | `json` | `graph.json` | NetworkX, d3; vnkg reads it back | everything, every edge apart, lists as lists |
//! | `cytoscape` | `graph.cyjs` | Cytoscape.js, Cytoscape | everything; `parent` is `parent_name` |
//! | `graphology` | `graph.graphology.json` | graphology, sigma | everything; colours as `#rrggbb` |
//! | `jgf` | `graph.jgf.json` | JSON Graph Format 2 | everything, under `metadata` |
//! | `dot` | `graph.dot` | Graphviz | all attributes as text; no control letters |
//! | `gml` | `graph.gml` | NetworkX, igraph | all attributes; labels made unique, `name` as they are |
//! | `pajek` | `graph.net` | Pajek, NetworkX, igraph | labels, weights, relations and places alone |
//! | `csv` | `nodes.csv`, `edges.csv` | Gephi, spreadsheets | all attributes; an apostrophe before what could run as a formula |
//! | `neo4j` | `neo4j-nodes.csv`, `neo4j-edges.csv` | `neo4j-admin database import` | all attributes with types; line breaks become spaces |
//! | `cypher` | `graph.cypher` | `cypher-shell` | all attributes; can be run twice |
//! | `turtle` `ntriples` `jsonld` | `graph.ttl` `graph.nt` `graph.jsonld` | RDF stores | everything: schema.org, W3C ORG and PROV, ELI, RDF statements about edges |
//! | `ftm` | `graph.ftm.json` | FollowTheMoney, Aleph | names, posts, dates, relations and quotations; no weights |
//! | `sqlite` | `graph.sqlite` | SQL, full-text search with and without tones | everything, and all the evidence |
//! | `parquet` | `nodes.parquet`, `edges.parquet` | pandas, DuckDB, Spark | everything, lists as lists |
//!
//! A sentence that only names both ends of an edge (`co_occurs`, `mentions`) is cut after 280 bytes in every format; the
//! whole of it is in `evidence.jsonl` and in `sqlite`.

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
pub use files::{Fill, Output, ParallelEdges, files};
pub use format::Format;
