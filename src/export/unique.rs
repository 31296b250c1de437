//! Labels of nodes -> labels that no two nodes share, for formats in which the label is the node.

use std::collections::BTreeMap;

use crate::export::walk::Walk;

/// The label of each node; where several have one, each gets its id in brackets.
pub(super) fn unique_labels(walk: &Walk) -> Vec<String> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for node in walk.nodes() {
        *counts.entry(node.label()).or_default() += 1;
    }
    let labels = walk.nodes().map(|node| match counts[node.label()] {
        1 if !node.label().is_empty() => node.label().to_owned(),
        _ => format!("{} [{}]", node.label(), node.id())
            .trim_start()
            .to_owned(),
    });
    labels.collect()
}
