//! Labels of nodes -> labels that no two nodes share, for formats in which the label is the node.

use std::collections::BTreeMap;

use crate::graph::KnowledgeGraph;

/// The label of each node; where several have one, each gets its id in brackets.
pub(super) fn unique_labels(knowledge: &KnowledgeGraph) -> Vec<String> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for node in knowledge.graph.node_weights() {
        *counts.entry(&node.label).or_default() += 1;
    }
    let nodes = knowledge.graph.node_weights();
    let labels = nodes.map(|node| match counts[node.label.as_str()] {
        1 if !node.label.is_empty() => node.label.clone(),
        _ => format!("{} [{}]", node.label, node.id).trim_start().to_owned(),
    });
    labels.collect()
}
