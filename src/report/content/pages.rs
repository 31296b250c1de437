//! The graph -> the pages that were read.

use std::collections::BTreeSet;

use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use super::{Listing, Material, Names, Page};
use crate::graph::NodeFacts;

const PAGES: usize = 500;

/// Pages that the report names come first where there are too many; those shown stand in the order of their files.
pub(super) fn pages(material: &Material, names: &mut Names) -> Listing<Page> {
    let graph = &material.graph.graph;
    let mut nodes: Vec<NodeIndex> = graph
        .node_indices()
        .filter(|node| graph[*node].is_document())
        .collect();
    let left_out = nodes.len().saturating_sub(PAGES);
    nodes.sort_by_key(|node| (!names.has_named(*node), *node));
    nodes.truncate(PAGES);
    nodes.sort_unstable();
    Listing {
        shown: nodes
            .into_iter()
            .filter_map(|node| page(material, node, names))
            .collect(),
        left_out,
    }
}

fn page(material: &Material, node: NodeIndex, names: &mut Names) -> Option<Page> {
    let graph = &material.graph.graph;
    let NodeFacts::Document(facts) = &graph[node].facts else {
        return None;
    };
    let named: BTreeSet<NodeIndex> = graph.edges(node).map(|edge| edge.target()).collect();
    Some(Page {
        name: names.of(node),
        file: facts.file.clone(),
        date: facts.date,
        site: facts.site.clone(),
        entities: named.len(),
    })
}
