//! A node and a number of steps -> everything so near to it, with all edges among that.

use std::collections::BTreeMap;

use petgraph::graph::NodeIndex;
use serde::Serialize;

use crate::graph::KnowledgeGraph;
use crate::query::tie::{Named, Tie};
use crate::query::walkable::Ways;
use crate::query::{Answer, Part, Table};

#[derive(Serialize)]
struct Ego<'g> {
    of: Named<'g>,
    nodes: Vec<Near<'g>>,
    edges: Vec<Tie<'g>>,
}

#[derive(Serialize)]
struct Near<'g> {
    steps: usize,
    #[serde(flatten)]
    named: Named<'g>,
}

/// What can be reached in `steps` steps, whichever way the edges point: the nearer first, then as in the graph.
pub fn ego(knowledge: &KnowledgeGraph, node: NodeIndex, steps: usize, ways: &Ways) -> Answer {
    let near = within(knowledge, node, steps, ways);
    let named = [node];
    let edges = near
        .keys()
        .flat_map(|it| ways.from(knowledge, *it, &named))
        .filter(|way| near.contains_key(&way.to))
        .map(|way| way.edge);
    let part = Part::of_edges(knowledge, edges).with_nodes(near.keys().copied());
    let mut order: Vec<(usize, NodeIndex)> = near.iter().map(|(node, steps)| (*steps, *node)).collect();
    order.sort_unstable();
    let mut table = Table::new(&["steps", "name", "kind", "id"]);
    let mut nodes = Vec::new();
    for (steps, node) in order {
        let named = Named::new(knowledge, node);
        table.row([
            steps.to_string(),
            named.name.to_owned(),
            named.kind.to_owned(),
            named.id.to_owned(),
        ]);
        nodes.push(Near { steps, named });
    }
    let value = Ego {
        of: Named::new(knowledge, node),
        nodes,
        edges: part.edges.iter().map(|edge| Tie::new(knowledge, *edge)).collect(),
    };
    let words = format!(
        "{table}nodes: {}, edges: {}\n",
        part.nodes.len(),
        part.edges.len()
    );
    Answer::new(words, &value, part)
}

/// The nodes within so many steps, with how many it takes.
fn within(
    knowledge: &KnowledgeGraph,
    node: NodeIndex,
    steps: usize,
    ways: &Ways,
) -> BTreeMap<NodeIndex, usize> {
    let mut near = BTreeMap::from([(node, 0)]);
    let mut edge_of_it = vec![node];
    for step in 1..=steps {
        let mut next = Vec::new();
        for here in edge_of_it {
            for way in ways.from(knowledge, here, &[node]) {
                if let std::collections::btree_map::Entry::Vacant(place) = near.entry(way.to) {
                    place.insert(step);
                    next.push(way.to);
                }
            }
        }
        if next.is_empty() {
            break;
        }
        edge_of_it = next;
    }
    near
}
