//! Two graphs -> the things that are in both under different ids.

use std::collections::BTreeMap;

use crate::graph::{KnowledgeGraph, NodeKind};
use crate::resolve::across::key::key;

/// The new id of each thing that changed its id, by the old one.
pub(super) type Renamed = BTreeMap<String, String>;

/// A thing that only the old graph has is the one that only the new graph has, if both have one kind and one name and
/// no other of that kind and name came or went.
pub(super) fn renamed(old: &KnowledgeGraph, new: &KnowledgeGraph) -> Renamed {
    let went = missing(old, new);
    let came = missing(new, old);
    let mut renamed = Renamed::new();
    for (name, ids) in &went {
        if let ([old], Some([new])) = (ids.as_slice(), came.get(name).map(Vec::as_slice)) {
            renamed.insert((*old).to_owned(), (*new).to_owned());
        }
    }
    renamed
}

/// The ids of entities that the other graph has not, by kind and name.
fn missing<'g>(
    graph: &'g KnowledgeGraph,
    other: &KnowledgeGraph,
) -> BTreeMap<(&'g str, String), Vec<&'g str>> {
    let mut missing: BTreeMap<_, Vec<&str>> = BTreeMap::new();
    for node in graph.graph.node_weights() {
        if matches!(node.kind(), NodeKind::Entity(_)) && other.find(&node.id).is_none() {
            let name = (node.kind_name(), key(&node.label));
            missing.entry(name).or_default().push(&node.id);
        }
    }
    missing
}
