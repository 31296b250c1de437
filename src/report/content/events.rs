//! The graph -> its events in the order of their dates, with who took part and what they were about.

use petgraph::Direction;
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use super::{EventEntry, Listing, Material, Names, Related};
use crate::graph::{EdgeKind, EventFacts, NodeFacts};

const EVENTS: usize = 400;

/// Those without a date come last. Of too many the ones on fewest pages are left out.
pub(super) fn events(material: &Material, names: &mut Names) -> Listing<EventEntry> {
    let graph = &material.graph.graph;
    let mut found: Vec<(NodeIndex, &EventFacts)> = graph
        .node_indices()
        .filter_map(|node| match &graph[node].facts {
            NodeFacts::Event(facts) => Some((node, facts)),
            _ => None,
        })
        .collect();
    found.sort_by_key(|(node, _)| (std::cmp::Reverse(graph[*node].documents), *node));
    let left_out = found.len().saturating_sub(EVENTS);
    found.truncate(EVENTS);
    found.sort_by_key(|(node, facts)| (facts.date.is_none(), facts.date, *node));
    let mut listed = |(node, facts): (NodeIndex, &EventFacts)| EventEntry {
        event: names.of(node),
        date: facts.date,
        event_type: facts.event.event_type.clone(),
        place: facts.event.place.clone(),
        organiser: facts.event.organiser.clone(),
        related: related(material, node, names),
        documents: graph[node].documents,
    };
    Listing {
        shown: found.into_iter().map(&mut listed).collect(),
        left_out,
    }
}

/// Who chaired, spoke, attended; who organised it and what it was about. The strongest relation first.
fn related(material: &Material, event: NodeIndex, names: &mut Names) -> Vec<Related> {
    let graph = &material.graph.graph;
    let stated = |kind: &EdgeKind| matches!(kind, EdgeKind::Stated(_));
    let coming = graph
        .edges_directed(event, Direction::Incoming)
        .map(|edge| (edge.weight().kind.clone(), edge.source()));
    let going = graph
        .edges(event)
        .map(|edge| (edge.weight().kind.clone(), edge.target()));
    names.related(coming.chain(going).filter(|(kind, _)| stated(kind)))
}
