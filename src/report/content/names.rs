//! Nodes -> their names, remembering which were named, since each of those must show its evidence.

use std::collections::BTreeSet;

use petgraph::graph::NodeIndex;
use rustc_hash::FxHashMap;

use super::{Name, Related};
use crate::graph::{EdgeKind, KnowledgeGraph};

/// The names of a graph's nodes.
pub(in crate::report) struct Names<'g> {
    knowledge: &'g KnowledgeGraph,
    named: BTreeSet<NodeIndex>,
    /// Committees by what they are called.
    bodies: FxHashMap<&'g str, NodeIndex>,
}

impl<'g> Names<'g> {
    pub(super) fn new(knowledge: &'g KnowledgeGraph) -> Names<'g> {
        let graph = &knowledge.graph;
        let mut bodies = FxHashMap::default();
        for node in graph.node_indices() {
            if graph[node].kind_name() == "committee" {
                bodies.entry(graph[node].label.as_str()).or_insert(node);
            }
        }
        Names {
            knowledge,
            named: BTreeSet::new(),
            bodies,
        }
    }

    pub(in crate::report) fn of(&mut self, node: NodeIndex) -> Name {
        self.named.insert(node);
        let it = &self.knowledge.graph[node];
        Name {
            id: it.id.clone(),
            label: it.label.clone(),
            kind: it.kind_name().to_owned(),
        }
    }

    /// The node with this id, or the bare id where the graph does not have it.
    pub(super) fn of_id(&mut self, id: &str) -> Name {
        match self.knowledge.find(id) {
            Some(node) => self.of(node),
            None => Name {
                id: id.to_owned(),
                label: id.to_owned(),
                kind: String::new(),
            },
        }
    }

    /// The committee that is called so.
    pub(super) fn of_body(&mut self, label: &str) -> Option<Name> {
        let node = *self.bodies.get(label)?;
        Some(self.of(node))
    }

    /// The nodes that relations lead to, the strongest relation first.
    pub(super) fn related(&mut self, found: impl Iterator<Item = (EdgeKind, NodeIndex)>) -> Vec<Related> {
        let found: BTreeSet<(EdgeKind, NodeIndex)> = found.collect();
        let related = found.into_iter().map(|(kind, other)| Related {
            relation: kind.name().to_owned(),
            name: self.of(other),
        });
        related.collect()
    }

    pub(super) fn has_named(&self, node: NodeIndex) -> bool {
        self.named.contains(&node)
    }

    /// Every node that was named, in the order of the graph.
    pub(super) fn named(&self) -> impl Iterator<Item = NodeIndex> + '_ {
        self.named.iter().copied()
    }
}
