//! A graph with parallel edges -> one edge per ordered pair of nodes, for tools that would merge them blindly.
//!
//! Gephi sums the weights of parallel edges and keeps the attributes of whichever came last. Here the strongest
//! relation leads, all of them are named, and nothing depends on order.

use std::collections::BTreeMap;

use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use crate::graph::{Edge, EdgeKind, KnowledgeGraph, Tenure};

/// Merges parallel edges. `co_occurs`, which has no direction, joins a stated edge between its ends either way round.
pub fn simplify(knowledge: &KnowledgeGraph) -> KnowledgeGraph {
    let mut groups: BTreeMap<(NodeIndex, NodeIndex), Vec<&Edge>> = BTreeMap::new();
    let (together, stated): (Vec<_>, Vec<_>) = knowledge
        .graph
        .edge_references()
        .partition(|edge| edge.weight().kind == EdgeKind::CoOccurs);
    for edge in stated {
        groups
            .entry((edge.source(), edge.target()))
            .or_default()
            .push(edge.weight());
    }
    for edge in together {
        let (there, back) = ((edge.source(), edge.target()), (edge.target(), edge.source()));
        let turned = !groups.contains_key(&there) && groups.contains_key(&back);
        groups
            .entry(if turned { back } else { there })
            .or_default()
            .push(edge.weight());
    }
    let mut graph = DiGraph::with_capacity(knowledge.graph.node_count(), groups.len());
    for node in knowledge.graph.node_weights() {
        graph.add_node(node.clone());
    }
    for ((source, target), edges) in groups {
        graph.add_edge(source, target, merge(edges));
    }
    KnowledgeGraph::new(graph, knowledge.orientation, knowledge.quotes.clone())
}

/// One edge that stands for all of these, of which there is at least one.
pub(crate) fn merge(mut edges: Vec<&Edge>) -> Edge {
    edges.sort_by(|left, right| (&left.kind, &left.title).cmp(&(&right.kind, &right.title)));
    let strongest = edges[0];
    if edges.len() == 1 {
        return strongest.clone();
    }
    let mut kinds: Vec<EdgeKind> = edges.iter().map(|edge| edge.kind.clone()).collect();
    kinds.dedup();
    let titles: Vec<&str> = edges.iter().filter_map(|edge| edge.title.as_deref()).collect();
    let extra: BTreeMap<_, _> = edges.iter().rev().flat_map(|edge| edge.extra.clone()).collect();
    let tenures = edges
        .iter()
        .filter(|edge| edge.kind == strongest.kind)
        .map(|edge| edge.tenure);
    Edge {
        kind: strongest.kind.clone(),
        kinds,
        weight: edges.iter().map(|edge| edge.weight).sum(),
        count: edges.iter().map(|edge| edge.count).sum(),
        // The same document can state several of them, so the sum would be too many.
        documents: edges.iter().map(|edge| edge.documents).max().unwrap_or_default(),
        first_seen: edges.iter().filter_map(|edge| edge.first_seen).min(),
        last_seen: edges.iter().filter_map(|edge| edge.last_seen).max(),
        title: (!titles.is_empty()).then(|| titles.join("; ")),
        // A person who left one post of a body and has another still serves there.
        tenure: tenures.min().unwrap_or(Tenure::Held),
        quote: edges.iter().find_map(|edge| edge.quote),
        association: edges.iter().find_map(|edge| edge.association),
        extra,
    }
}
