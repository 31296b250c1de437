//! The graph -> the timeline of events, with place, organiser and chair.

use petgraph::Direction;
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use super::Findings;
use super::table::Table;
use super::words::{Names, day};
use crate::graph::{EdgeKind, EventFacts, Node, NodeFacts};
use crate::resolve::record::RelationKind;

const SHOWN: usize = 1000;

pub(super) fn section(findings: &Findings, names: &Names) -> String {
    let graph = &findings.graph.graph;
    let mut events: Vec<(NodeIndex, &Node, &EventFacts)> = graph
        .node_indices()
        .filter_map(|index| Some((index, &graph[index], event(&graph[index])?)))
        .collect();
    // Undated events come last.
    events.sort_by_key(|(_, node, facts)| (facts.date.is_none(), facts.date, &node.id));
    let mut table = Table::new(
        &["date", "event", "place", "organiser", "chaired by", "pages"],
        SHOWN,
    );
    for (index, node, facts) in events {
        table.row(&[
            day(facts.date).as_str(),
            &names.name(node),
            facts.event.place.as_deref().unwrap_or_default(),
            facts.event.organiser.as_deref().unwrap_or_default(),
            &chairs(findings, names, index).join(", "),
            &node.documents.to_string(),
        ]);
    }
    format!(
        "## Timeline of events\n\n{}",
        table.finish("`nodes.csv`", "No page names an event.")
    )
}

fn event(node: &Node) -> Option<&EventFacts> {
    match &node.facts {
        NodeFacts::Event(facts) => Some(facts),
        _ => None,
    }
}

fn chairs(findings: &Findings, names: &Names, event: NodeIndex) -> Vec<String> {
    let graph = &findings.graph.graph;
    let mut chairs: Vec<String> = graph
        .edges_directed(event, Direction::Incoming)
        .filter(|edge| edge.weight().kind == EdgeKind::Stated(RelationKind::Chaired))
        .map(|edge| names.name(&graph[edge.source()]))
        .collect();
    chairs.sort_unstable();
    chairs.dedup();
    chairs
}
