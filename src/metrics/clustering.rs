//! A graph in, the share of every node's neighbour pairs that are themselves joined out.
//!
//! Watts and Strogatz, *Collective dynamics of small-world networks*, Nature 1998: `2 t / (d (d - 1))` for a node in
//! `t` triangles with `d` neighbours, and 0 where `d < 2`; the average runs over all nodes, those zeros included
//! (NetworkX, igraph with `mode="zero"`, graph-tool; Gephi averages over nodes with `d > 1` only). Transitivity is
//! Newman's (2003): three times the triangles over the paths of length two. Unweighted; directions are disregarded.

use rayon::prelude::*;

use super::chunks::ranges;
use super::csr::Csr;
use super::hops::{Hubs, rank_by_degree};

#[derive(Clone, Debug, PartialEq)]
pub struct Clustering {
    pub local: Vec<f64>,
    pub average: f64,
    pub transitivity: f64,
    /// How many triangles the graph has.
    pub triangles: u64,
}

pub fn clustering(graph: &Csr) -> Clustering {
    let graph = graph.undirected();
    let corners = triangles_by_node(&graph);
    let pairs = |v: u32| {
        let degree = graph.targets(v).len() as u64;
        degree * degree.saturating_sub(1) / 2
    };
    let share = |part: u64, whole: u64| {
        if whole == 0 {
            0.0
        } else {
            part as f64 / whole as f64
        }
    };
    let local: Vec<f64> = graph
        .nodes()
        .map(|v| share(corners[v as usize], pairs(v)))
        .collect();
    let all: u64 = corners.iter().sum();
    Clustering {
        average: local.iter().sum::<f64>() / (local.len().max(1)) as f64,
        local,
        transitivity: share(all, graph.nodes().map(pairs).sum()),
        triangles: all / 3,
    }
}

/// By node: in how many triangles. Nodes are ranked by degree and every edge points to the higher rank, so that a
/// triangle is found once, from its lowest corner, and no list is longer than the square root of twice the edges
/// (Chiba and Nishizeki 1985; Schank and Wagner 2005).
fn triangles_by_node(graph: &Csr) -> Vec<u64> {
    let nodes = graph.node_count();
    let rank = rank_by_degree(graph, Hubs::Last);
    let upward = upward(graph, &rank);
    let counts = ranges(nodes, 64)
        .into_par_iter()
        .fold(
            || Corners::new(nodes),
            |corners, lowest| corners.count(&upward, lowest),
        )
        .map(|corners| corners.counts)
        .reduce_with(|mut one, other| {
            one.iter_mut().zip(other).for_each(|(a, b)| *a += b);
            one
        })
        .unwrap_or_default();
    rank.iter().map(|&r| counts[r as usize]).collect()
}

/// Every edge once, from the lower rank to the higher, as rows of ranks.
fn upward(graph: &Csr, rank: &[u32]) -> (Vec<usize>, Vec<u32>) {
    let mut order = vec![0u32; rank.len()];
    rank.iter()
        .enumerate()
        .for_each(|(v, &r)| order[r as usize] = v as u32);
    let mut offsets = Vec::with_capacity(rank.len() + 1);
    let mut targets = Vec::with_capacity(graph.edge_count());
    offsets.push(0);
    for (own, &v) in order.iter().enumerate() {
        targets.extend(
            graph
                .targets(v)
                .iter()
                .map(|&w| rank[w as usize])
                .filter(|&r| r > own as u32),
        );
        offsets.push(targets.len());
    }
    (offsets, targets)
}

/// Triangles counted at each corner so far, and a bit per node for the neighbours of the lowest corner.
struct Corners {
    counts: Vec<u64>,
    marked: Vec<u64>,
}

impl Corners {
    fn new(nodes: usize) -> Corners {
        Corners {
            counts: vec![0; nodes],
            marked: vec![0; nodes.div_ceil(64)],
        }
    }

    fn count(
        mut self,
        (offsets, targets): &(Vec<usize>, Vec<u32>),
        lowest: std::ops::Range<usize>,
    ) -> Corners {
        let row = |v: usize| &targets[offsets[v]..offsets[v + 1]];
        for u in lowest {
            row(u)
                .iter()
                .for_each(|&v| self.marked[v as usize / 64] |= 1 << (v % 64));
            let mut of_u = 0;
            for &v in row(u) {
                let mut of_v = 0;
                for &w in row(v as usize) {
                    let closed = self.marked[w as usize / 64] >> (w % 64) & 1;
                    self.counts[w as usize] += closed;
                    of_v += closed;
                }
                self.counts[v as usize] += of_v;
                of_u += of_v;
            }
            self.counts[u] += of_u;
            row(u).iter().for_each(|&v| self.marked[v as usize / 64] = 0);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::csr::Direction;

    #[test]
    fn a_square_with_one_diagonal() {
        let edges = [
            (0, 1, 1.0),
            (1, 2, 1.0),
            (2, 3, 1.0),
            (3, 0, 1.0),
            (0, 2, 7.0),
            (3, 4, 1.0),
        ];
        let result = clustering(&Csr::new(5, edges, Direction::Undirected).unwrap());
        assert_eq!(result.local, [2.0 / 3.0, 1.0, 2.0 / 3.0, 1.0 / 3.0, 0.0]);
        assert_eq!((result.triangles, result.transitivity), (2, 6.0 / 10.0));
        assert!((result.average - (8.0 / 3.0) / 5.0).abs() < 1e-15);
    }

    #[test]
    fn directions_and_edges_both_ways_make_no_difference() {
        let edges = [(0, 1, 1.0), (1, 0, 1.0), (2, 1, 1.0), (2, 0, 1.0)];
        assert_eq!(
            clustering(&Csr::new(3, edges, Direction::Directed).unwrap()).local,
            [1.0; 3]
        );
    }

    #[test]
    fn an_empty_graph_has_an_average_of_0() {
        assert_eq!(
            clustering(&Csr::new(0, [], Direction::Undirected).unwrap()).average,
            0.0
        );
    }
}
