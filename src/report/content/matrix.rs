//! The graph -> how often its leading officials and committees are named together.

use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;
use rustc_hash::FxHashMap;

use super::rankings::leading;
use super::{Material, Matrix, Names};
use crate::graph::EdgeKind;
use crate::resolve::record::Kind;

/// Of each kind.
const LEADING: usize = 12;

/// Officials first, then committees; of each kind those with most weight of co-occurrence, the heaviest first.
pub(super) fn matrix(material: &Material, names: &mut Names) -> Matrix {
    let graph = &material.graph.graph;
    let together = || {
        graph
            .edge_references()
            .filter(|edge| edge.weight().kind == EdgeKind::CoOccurs)
    };
    let mut weights = vec![0.0; graph.node_count()];
    for edge in together() {
        weights[edge.source().index()] += edge.weight().weight;
        weights[edge.target().index()] += edge.weight().weight;
    }
    let nodes = material.measured.nodes.iter();
    let scores: Vec<f64> = nodes.map(|node| weights[node.index()]).collect();
    let chosen: Vec<NodeIndex> = [Kind::Official, Kind::Committee]
        .into_iter()
        .flat_map(|kind| leading(material, kind, &scores).take(LEADING))
        .filter(|(_, weight)| *weight > 0.0)
        .map(|(node, _)| node)
        .collect();
    let place: FxHashMap<NodeIndex, usize> =
        chosen.iter().enumerate().map(|(at, node)| (*node, at)).collect();
    let mut counts = vec![vec![0; chosen.len()]; chosen.len()];
    for edge in together() {
        if let Some((&row, &column)) = place.get(&edge.source()).zip(place.get(&edge.target())) {
            counts[row][column] += edge.weight().count;
            counts[column][row] += edge.weight().count;
        }
    }
    Matrix {
        names: chosen.into_iter().map(|node| names.of(node)).collect(),
        counts,
    }
}
