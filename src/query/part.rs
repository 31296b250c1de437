//! Some nodes and edges of a graph -> a graph of them alone, to be written in any format.

use std::collections::BTreeSet;

use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use rustc_hash::FxHashMap;

use crate::graph::KnowledgeGraph;
use crate::query::tie::ends;

/// Nodes and edges of a graph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    pub nodes: BTreeSet<NodeIndex>,
    pub edges: BTreeSet<EdgeIndex>,
}

impl Part {
    /// These edges with the nodes that they join.
    pub fn of_edges(knowledge: &KnowledgeGraph, edges: impl IntoIterator<Item = EdgeIndex>) -> Part {
        let mut part = Part::default();
        for edge in edges {
            let (source, target) = ends(knowledge, edge);
            part.nodes.extend([source, target]);
            part.edges.insert(edge);
        }
        part
    }

    pub fn with_nodes(mut self, nodes: impl IntoIterator<Item = NodeIndex>) -> Part {
        self.nodes.extend(nodes);
        self
    }

    /// The part as a graph of its own, in the order of the whole.
    pub fn graph(&self, knowledge: &KnowledgeGraph) -> KnowledgeGraph {
        let mut graph = DiGraph::with_capacity(self.nodes.len(), self.edges.len());
        let mut place = FxHashMap::default();
        for node in &self.nodes {
            place.insert(*node, graph.add_node(knowledge.graph[*node].clone()));
        }
        for edge in &self.edges {
            let (source, target) = ends(knowledge, *edge);
            if let (Some(source), Some(target)) = (place.get(&source), place.get(&target)) {
                graph.add_edge(*source, *target, knowledge.graph[*edge].clone());
            }
        }
        KnowledgeGraph::new(graph, knowledge.orientation, knowledge.quotes.clone())
    }
}
