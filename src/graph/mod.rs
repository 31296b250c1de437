//! A corpus -> the knowledge graph: entities and documents, what the texts state between them, and co-occurrence.

pub mod value;
pub mod node;
pub mod edge;
pub mod evidence;
pub mod columns;
pub(crate) mod fields;
mod whole;
mod claim;
mod collect;
pub mod cooccur;
mod nodes;
pub mod assemble;
pub mod project;
pub mod simplify;

pub use crate::resolve::Date;
pub use assemble::{Documents, Ties, assemble};
pub use columns::{ColumnGraph, Maker};
pub use cooccur::Window;
pub use edge::{Association, Edge, EdgeKind, Quote};
pub use evidence::{Evidence, Passage, Source, Statement, Trace};
pub use node::{
    DirectiveFacts, DocumentFacts, EventFacts, Look, Node, NodeFacts, NodeKind, OfficialFacts, Post,
    Standing, Tenure,
};
pub use nodes::fill_posts;
pub use project::{Projection, backbone, project};
pub use simplify::simplify;
pub use value::Value;

use petgraph::graph::{DiGraph, NodeIndex};
use rustc_hash::FxHashMap;

/// The graph. Nodes are sorted by kind and id with the documents last; edges by source, target, kind and title.
#[derive(Clone, Debug, Default)]
pub struct KnowledgeGraph {
    /// Parallel edges are allowed: one per relation, and one per title for posts.
    pub graph: DiGraph<Node, Edge>,
    /// Whether the direction of the edges means something.
    pub orientation: Orientation,
    /// The sentences that edges quote.
    pub quotes: Vec<Quote>,
    index: FxHashMap<String, NodeIndex>,
}

/// Whether the direction of the edges means something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Orientation {
    #[default]
    Directed,
    /// A projection of `co_occurs` alone.
    Undirected,
}

impl Orientation {
    /// The word that stands for it in files.
    pub fn name(self) -> &'static str {
        match self {
            Orientation::Directed => "directed",
            Orientation::Undirected => "undirected",
        }
    }
}

impl KnowledgeGraph {
    /// Wraps a graph whose node ids are unique; of two nodes with one id only the first is found by it.
    pub fn new(graph: DiGraph<Node, Edge>, orientation: Orientation, quotes: Vec<Quote>) -> KnowledgeGraph {
        let mut index = FxHashMap::default();
        for node in graph.node_indices() {
            index.entry(graph[node].id.clone()).or_insert(node);
        }
        KnowledgeGraph {
            graph,
            orientation,
            quotes,
            index,
        }
    }

    /// The node with this id.
    pub fn find(&self, id: &str) -> Option<NodeIndex> {
        self.index.get(id).copied()
    }

    /// The sentence that an edge quotes.
    pub fn quote(&self, edge: &Edge) -> Option<&Quote> {
        self.quotes.get(edge.quote? as usize)
    }
}
