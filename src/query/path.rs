//! Two nodes -> the shortest way from one to the other, with the words that state each step.
//!
//! Directions are disregarded. Of ways with equally many steps the one whose edges weigh most together is taken, of
//! those the one whose ids come first in the alphabet.

use std::collections::VecDeque;

use petgraph::graph::{EdgeIndex, NodeIndex};
use serde::Serialize;

use crate::graph::KnowledgeGraph;
use crate::query::tie::{Named, Tie, ends};
use crate::query::walkable::{Ways, arrow};
use crate::query::{Answer, Part, Unanswered};

#[derive(Serialize)]
struct Path<'g> {
    from: Named<'g>,
    to: Named<'g>,
    steps: Vec<Step<'g>>,
}

#[derive(Serialize)]
struct Step<'g> {
    from: Named<'g>,
    to: Named<'g>,
    /// All the edges between the two, the one that says most first.
    ties: Vec<Tie<'g>>,
}

/// How far each node is from the goal, and what the best way there weighs.
struct Chart {
    steps: Vec<Option<u32>>,
    weight: Vec<f64>,
}

/// Finds the way.
///
/// # Errors
/// When no way leads there.
pub fn path(
    knowledge: &KnowledgeGraph,
    from: NodeIndex,
    to: NodeIndex,
    ways: &Ways,
) -> Result<Answer, Unanswered> {
    let named = [from, to];
    let chart = chart(knowledge, from, to, ways);
    if chart.steps[from.index()].is_none() {
        return Err(Unanswered::Unconnected {
            from: knowledge.graph[from].label.clone(),
            to: knowledge.graph[to].label.clone(),
            advice: match ways.documents {
                crate::graph::Documents::Shown => "",
                crate::graph::Documents::LeftOut => {
                    "; --documents also goes through the pages that name them"
                }
            },
        });
    }
    let mut stops = vec![from];
    let mut here = from;
    while here != to {
        let next = best(knowledge, here, ways, &named, &chart);
        here = next
            .expect("a node with a distance has a neighbour that is nearer")
            .0;
        stops.push(here);
    }
    Ok(answer(knowledge, &stops, ways))
}

/// Walks from the goal outwards until the start is met.
fn chart(knowledge: &KnowledgeGraph, from: NodeIndex, to: NodeIndex, ways: &Ways) -> Chart {
    let count = knowledge.graph.node_count();
    let mut chart = Chart {
        steps: vec![None; count],
        weight: vec![0.0; count],
    };
    let named = [from, to];
    chart.steps[to.index()] = Some(0);
    let mut queue = VecDeque::from([to]);
    while let Some(node) = queue.pop_front() {
        // All that is nearer to the goal has been charted by now.
        chart.weight[node.index()] =
            best(knowledge, node, ways, &named, &chart).map_or(0.0, |(_, weight)| weight);
        if node == from {
            break;
        }
        let steps = chart.steps[node.index()];
        for way in ways.from(knowledge, node, &named) {
            let known = &mut chart.steps[way.to.index()];
            if known.is_none() {
                *known = steps.map(|steps| steps + 1);
                queue.push_back(way.to);
            }
        }
    }
    chart
}

/// The next stop on the best way from a node to the goal, and what that way weighs.
fn best(
    knowledge: &KnowledgeGraph,
    node: NodeIndex,
    ways: &Ways,
    named: &[NodeIndex],
    chart: &Chart,
) -> Option<(NodeIndex, f64)> {
    let steps = chart.steps[node.index()]?;
    let mut nearer: Vec<(NodeIndex, EdgeIndex)> = ways
        .from(knowledge, node, named)
        .filter(|way| chart.steps[way.to.index()].is_some_and(|it| it + 1 == steps))
        .map(|way| (way.to, way.edge))
        .collect();
    nearer.sort_unstable();
    let stops = nearer.chunk_by(|left, right| left.0 == right.0).map(|edges| {
        let weight: f64 = edges.iter().map(|(_, edge)| knowledge.graph[*edge].weight).sum();
        (edges[0].0, weight + chart.weight[edges[0].0.index()])
    });
    stops.max_by(|left, right| {
        let ids = || knowledge.graph[right.0].id.cmp(&knowledge.graph[left.0].id);
        left.1.total_cmp(&right.1).then_with(ids)
    })
}

fn answer(knowledge: &KnowledgeGraph, stops: &[NodeIndex], ways: &Ways) -> Answer {
    let mut words = format!("{}\n", knowledge.graph[stops[0]].label);
    let mut steps = Vec::new();
    let mut all = Vec::new();
    for pair in stops.windows(2) {
        let edges = between(knowledge, pair[0], pair[1], ways);
        let ties: Vec<Tie> = edges.iter().map(|edge| Tie::new(knowledge, *edge)).collect();
        words += &line(knowledge, pair[0], edges[0], &ties[0], pair[1]);
        all.extend(edges);
        steps.push(Step {
            from: Named::new(knowledge, pair[0]),
            to: Named::new(knowledge, pair[1]),
            ties,
        });
    }
    let value = Path {
        from: Named::new(knowledge, stops[0]),
        to: Named::new(knowledge, stops[stops.len() - 1]),
        steps,
    };
    let part = Part::of_edges(knowledge, all).with_nodes(stops.iter().copied());
    Answer::new(words, &value, part)
}

/// The edges between two nodes, the one that says most first.
fn between(knowledge: &KnowledgeGraph, left: NodeIndex, right: NodeIndex, ways: &Ways) -> Vec<EdgeIndex> {
    let mut edges: Vec<EdgeIndex> = ways
        .from(knowledge, left, &[left, right])
        .filter(|way| way.to == right)
        .map(|way| way.edge)
        .collect();
    edges.sort_by(|left, right| {
        let [one, other] = [left, right].map(|edge| &knowledge.graph[*edge]);
        one.kind
            .cmp(&other.kind)
            .then(other.weight.total_cmp(&one.weight))
            .then_with(|| one.title.cmp(&other.title))
    });
    edges
}

fn line(knowledge: &KnowledgeGraph, here: NodeIndex, edge: EdgeIndex, tie: &Tie, next: NodeIndex) -> String {
    let direction = match ends(knowledge, edge).0 == here {
        true => petgraph::Direction::Outgoing,
        false => petgraph::Direction::Incoming,
    };
    let arrow = arrow(&knowledge.graph[edge].kind, direction);
    let mut line = format!(
        "  {arrow} {} {arrow} {}\n",
        tie.verb(),
        knowledge.graph[next].label
    );
    if let (Some(quote), Some(document)) = (tie.quote, tie.quoted_from) {
        line += &format!("       “{quote}” ({document})\n");
    }
    line
}
