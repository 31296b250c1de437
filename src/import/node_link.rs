//! Node-link JSON, as vnkg, NetworkX and d3 write it -> the graph.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value as Json;

use crate::graph::{KnowledgeGraph, Orientation};
use crate::import::Fault;
use crate::import::builder::Builder;
use crate::import::fields::Fields;

#[derive(Deserialize)]
struct File {
    #[serde(default = "directed")]
    directed: bool,
    nodes: Vec<BTreeMap<String, Json>>,
    #[serde(alias = "links")]
    edges: Vec<BTreeMap<String, Json>>,
}

fn directed() -> bool {
    true
}

/// Reads a graph. Attributes that vnkg does not know are kept as extra ones.
///
/// # Errors
/// When the bytes are no such JSON, or an edge has no node at an end.
pub fn read(bytes: &[u8]) -> Result<KnowledgeGraph, Fault> {
    let file: File = serde_json::from_slice(bytes)?;
    let mut builder = Builder::new(match file.directed {
        true => Orientation::Directed,
        false => Orientation::Undirected,
    });
    for fields in file.nodes {
        let mut fields = Fields(fields);
        let id = fields.word("id");
        builder.node(id, fields)?;
    }
    for fields in file.edges {
        let mut fields = Fields(fields);
        // Of no use once the graph is read: they are made anew by every writer.
        for name in ["id", "key"] {
            fields.0.remove(name);
        }
        let ends = ["source", "target"].map(|name| fields.word(name).unwrap_or_default());
        builder.edge(ends, fields)?;
    }
    Ok(builder.finish())
}
