//! The graph -> how much of everything it holds.

use std::collections::BTreeMap;

use super::Findings;
use super::table::Table;
use crate::graph::KnowledgeGraph;

/// How many nodes and edges of each kind there are, in the order of their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts<'a> {
    pub nodes: BTreeMap<&'a str, usize>,
    pub edges: BTreeMap<&'a str, usize>,
}

impl Counts<'_> {
    pub fn of(graph: &KnowledgeGraph) -> Counts<'_> {
        let mut counts = Counts::default();
        for node in graph.graph.node_weights() {
            *counts.nodes.entry(node.kind_name()).or_default() += 1;
        }
        for edge in graph.graph.edge_weights() {
            *counts.edges.entry(edge.kind.name()).or_default() += 1;
        }
        counts
    }
}

pub(super) fn section(findings: &Findings) -> String {
    let records = &findings.corpus.records;
    let dates = || records.iter().filter_map(|record| record.date.as_deref());
    let mut text = format!("Pages read: {}", records.len());
    if let (Some(first), Some(last)) = (dates().min(), dates().max()) {
        text += &format!(" ({} dated, {first} to {last})", dates().count());
    }
    text += &format!(
        ". Refused: {}. Files skipped: {}.\n\n",
        findings.refused.len(),
        findings.skipped
    );
    let counts = Counts::of(findings.graph);
    for (kind, of_kind) in [("nodes", &counts.nodes), ("edges", &counts.edges)] {
        let mut table = Table::new(&[kind, "number"], usize::MAX);
        for (name, number) in of_kind {
            table.row(&[*name, &number.to_string()]);
        }
        text += &table.finish("", "The graph is empty.");
    }
    text
}
