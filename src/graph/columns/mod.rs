//! A graph as a file has it, in columns: small enough to hold millions of edges, and with no attribute but those of the
//! file.

mod column;
mod pieces;
mod table;
mod texts;

pub(crate) use column::{Column, Datum};
pub(crate) use pieces::Pieces;
pub(crate) use table::Table;
pub(crate) use texts::Texts;

use crate::graph::Orientation;

/// A graph that was read: the ends of its edges, and each attribute as a column of nodes or edges.
#[derive(Clone, Debug, Default)]
pub struct ColumnGraph {
    pub orientation: Orientation,
    pub maker: Maker,
    pub(crate) texts: Texts,
    /// Ids stand apart from other texts, so that those which edges are looked up by lie close together.
    pub(crate) names: Texts,
    /// The id of each node, as a number of `names`.
    pub(crate) ids: Vec<u32>,
    /// The nodes at which each edge starts and ends.
    pub(crate) ends: Vec<[u32; 2]>,
    pub(crate) nodes: Table,
    pub(crate) edges: Table,
}

/// Which program wrote a graph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Maker {
    Vnkg,
    #[default]
    Other,
}

impl ColumnGraph {
    pub fn node_count(&self) -> usize {
        self.ids.len()
    }

    pub fn edge_count(&self) -> usize {
        self.ends.len()
    }

    /// The id of a node.
    pub(crate) fn id(&self, node: usize) -> &str {
        self.names.get(self.ids[node])
    }

    /// The text that a node has under this name.
    pub(crate) fn node_text(&self, name: &str, node: usize) -> Option<&str> {
        Some(self.texts.get(self.nodes.find(name)?.text(node)?))
    }

    /// The text that an edge has under this name.
    pub(crate) fn edge_text(&self, name: &str, edge: usize) -> Option<&str> {
        Some(self.texts.get(self.edges.find(name)?.text(edge)?))
    }

    /// The value that a node has under this name.
    pub(crate) fn node_datum(&self, name: &str, node: usize) -> Option<Datum<'_>> {
        self.nodes.find(name)?.get(node, &self.texts)
    }

    /// The value that an edge has under this name.
    pub(crate) fn edge_datum(&self, name: &str, edge: usize) -> Option<Datum<'_>> {
        self.edges.find(name)?.get(edge, &self.texts)
    }
}

impl Datum<'_> {
    pub(crate) fn number(self) -> Option<f64> {
        match self {
            Datum::Real(number) => Some(number),
            Datum::Integer(number) => Some(number as f64),
            _ => None,
        }
    }
}
