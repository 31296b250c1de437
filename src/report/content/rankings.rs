//! Measures of the entities -> who leads by each, kind by kind, and how many have which degree.

use std::collections::BTreeMap;

use petgraph::graph::NodeIndex;

use super::{DegreeCount, Material, Names, Ranking, Scored};
use crate::graph::NodeKind;
use crate::resolve::record::Kind;

/// How many lead.
const LEADING: usize = 15;

/// Kinds in their order; for each the entities that lead by mentions, PageRank and betweenness. A score of 0 leads
/// nothing, and a kind without entities has no ranking.
pub(super) fn rankings(material: &Material, names: &mut Names) -> Vec<Ranking> {
    let measured = material.measured;
    let scores = &measured.measures.nodes;
    let mentions: Vec<f64> = measured
        .nodes
        .iter()
        .map(|&node| f64::from(material.graph.graph[node].mentions))
        .collect();
    let measures = [
        ("mentions", &mentions),
        ("pagerank", &scores.pagerank),
        ("betweenness", &scores.betweenness.scores),
    ];
    let mut rankings = Vec::new();
    for kind in Kind::ALL {
        for (measure, values) in measures {
            let leaders = leaders(material, kind, values, names);
            if !leaders.is_empty() {
                rankings.push(Ranking {
                    kind: kind.name(),
                    measure,
                    leaders,
                });
            }
        }
    }
    rankings
}

/// The highest first; equal scores in the order of the graph, which is that of the ids.
fn leaders(material: &Material, kind: Kind, scores: &[f64], names: &mut Names) -> Vec<Scored> {
    leading(material, kind, scores)
        .take(LEADING)
        .filter(|(_, score)| *score > 0.0)
        .map(|(node, score)| Scored {
            name: names.of(node),
            score,
        })
        .collect()
}

/// The entities of a kind, the highest score first.
pub(super) fn leading(
    material: &Material,
    kind: Kind,
    scores: &[f64],
) -> impl Iterator<Item = (NodeIndex, f64)> {
    let nodes = material.measured.nodes.iter().copied();
    let mut scored: Vec<(NodeIndex, f64)> = nodes
        .zip(scores.iter().copied())
        .filter(|(node, _)| material.graph.graph[*node].kind() == NodeKind::Entity(kind))
        .collect();
    scored.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    scored.into_iter()
}

pub(super) fn degrees(material: &Material) -> Vec<DegreeCount> {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    let graph = material.measured.graph.undirected();
    for node in graph.nodes() {
        *counts.entry(graph.targets(node).len() as u32).or_default() += 1;
    }
    counts
        .into_iter()
        .map(|(degree, entities)| DegreeCount { degree, entities })
        .collect()
}
