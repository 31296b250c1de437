//! A node -> what it is joined to and how, one row an edge.

use petgraph::graph::NodeIndex;
use serde::Serialize;

use crate::graph::{EdgeKind, KnowledgeGraph};
use crate::query::tie::{Named, Tie};
use crate::query::walkable::{Way, Ways, arrow};
use crate::query::{Answer, Part, Table};

#[derive(Serialize)]
struct Neighbours<'g> {
    of: Named<'g>,
    ties: Vec<Tie<'g>>,
}

/// The edges at a node, the strongest relation first, then the heavier, then by id of the other end.
pub fn neighbours(knowledge: &KnowledgeGraph, node: NodeIndex, ways: &Ways) -> Answer {
    let found = sorted(knowledge, node, ways);
    let [arrow, relation, name, kind, weight, seen] = COLUMNS;
    let mut table = Table::new(&[arrow, relation, name, kind, weight, seen, "id"]);
    for way in &found {
        let id = knowledge.graph[way.to].id.clone();
        table.row(cells(knowledge, way).into_iter().chain([id]));
    }
    let value = Neighbours {
        of: Named::new(knowledge, node),
        ties: found.iter().map(|way| Tie::new(knowledge, way.edge)).collect(),
    };
    let part = Part::of_edges(knowledge, found.iter().map(|way| way.edge)).with_nodes([node]);
    let words = match table.is_empty() {
        true => format!("{} is joined to nothing\n", value.of.name),
        false => table.to_string(),
    };
    Answer::new(words, &value, part)
}

/// What is told of every edge at a node.
pub(super) const COLUMNS: [&str; 6] = ["", "relation", "name", "kind", "weight", "seen"];

/// The cells of an edge under [`COLUMNS`].
pub(super) fn cells(knowledge: &KnowledgeGraph, way: &Way) -> [String; 6] {
    let tie = Tie::new(knowledge, way.edge);
    let other = Named::new(knowledge, way.to);
    [
        arrow(&knowledge.graph[way.edge].kind, way.direction).to_owned(),
        tie.verb(),
        other.name.to_owned(),
        other.kind.to_owned(),
        tie.weight.to_string(),
        tie.seen(),
    ]
}

/// The edges at a node as answers list them.
pub(super) fn sorted(knowledge: &KnowledgeGraph, node: NodeIndex, ways: &Ways) -> Vec<Way> {
    let graph = &knowledge.graph;
    let mut found: Vec<Way> = ways.from(knowledge, node, &[node]).collect();
    // `co_occurs` has no direction.
    let pointed = |way: &Way| (graph[way.edge].kind != EdgeKind::CoOccurs).then_some(way.direction);
    found.sort_by(|left, right| {
        let [one, other] = [left, right].map(|way| &graph[way.edge]);
        one.kind
            .cmp(&other.kind)
            .then(pointed(left).cmp(&pointed(right)))
            .then(other.weight.total_cmp(&one.weight))
            .then_with(|| graph[left.to].id.cmp(&graph[right.to].id))
            .then(left.edge.cmp(&right.edge))
    });
    found
}
