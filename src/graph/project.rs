//! A knowledge graph -> a graph of one sort of edge, with the nodes that have one.

use petgraph::graph::DiGraph;
use petgraph::visit::EdgeRef;

use crate::graph::{Edge, EdgeKind, KnowledgeGraph, Orientation};
use crate::resolve::record::RelationKind;

/// A sort of edge to look at alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Projection {
    /// Entities that are named together; undirected.
    Cooccurrence,
    /// What cites, carries out, amends or replaces which directive; a page that is a directive stands for it.
    Citations,
    /// Who serves where, and which body is part of which.
    Posts,
}

/// Keeps the edges of a projection and the nodes at their ends, in their order.
pub fn project(knowledge: &KnowledgeGraph, projection: Projection) -> KnowledgeGraph {
    let orientation = match projection {
        Projection::Cooccurrence => Orientation::Undirected,
        Projection::Citations | Projection::Posts => Orientation::Directed,
    };
    filter(knowledge, orientation, |edge| projection.keeps(edge))
}

/// Keeps the co-occurrence edges that stand out at this significance, and every other edge (Serrano et al. 2009).
pub fn backbone(knowledge: &KnowledgeGraph, significance: f64) -> KnowledgeGraph {
    filter(knowledge, knowledge.orientation, |edge| {
        edge.association
            .is_none_or(|association| association.p_value < significance)
    })
}

impl Projection {
    /// Whether the edge is of this sort.
    pub fn keeps(self, edge: &Edge) -> bool {
        use RelationKind::{Amends, BasedOn, Cites, Guides, HoldsPosition, Implements, PartOf, Replaces};
        match (&edge.kind, self) {
            (EdgeKind::CoOccurs, Projection::Cooccurrence) => true,
            (EdgeKind::Is, Projection::Citations) => true,
            (EdgeKind::Stated(kind), Projection::Citations) => {
                matches!(kind, Cites | Implements | BasedOn | Amends | Replaces | Guides)
            }
            (EdgeKind::Stated(kind), Projection::Posts) => matches!(kind, HoldsPosition | PartOf),
            _ => false,
        }
    }
}

fn filter(
    knowledge: &KnowledgeGraph,
    orientation: Orientation,
    keeps: impl Fn(&Edge) -> bool,
) -> KnowledgeGraph {
    let source = &knowledge.graph;
    let mut used = vec![false; source.node_count()];
    for edge in source.edge_references().filter(|edge| keeps(edge.weight())) {
        used[edge.source().index()] = true;
        used[edge.target().index()] = true;
    }
    let mut graph = DiGraph::new();
    let mut place = vec![None; source.node_count()];
    for node in source.node_indices().filter(|node| used[node.index()]) {
        place[node.index()] = Some(graph.add_node(source[node].clone()));
    }
    for edge in source.edge_references().filter(|edge| keeps(edge.weight())) {
        if let Some((from, to)) = place[edge.source().index()].zip(place[edge.target().index()]) {
            graph.add_edge(from, to, edge.weight().clone());
        }
    }
    KnowledgeGraph::new(graph, orientation, knowledge.quotes.clone())
}
