//! A graph in, the PageRank of every node out.
//!
//! Page, Brin, Motwani and Winograd, *The PageRank citation ranking*, 1999, as Langville and Meyer (2006) complete
//! it. Weighted: a node shares its rank among its out-edges by their weight. Directed if the graph is. What a node
//! without out-edges holds goes to all nodes alike, as does the `1 - damping` that jumps; ranks sum to 1. Same
//! definition as NetworkX, igraph and Gephi, whose default tolerances stop earlier.

use super::chunks::{fill, sum};
use super::csr::Csr;

/// How far to go.
#[derive(Clone, Copy, Debug)]
pub struct PageRankOptions {
    /// The chance of following an edge, in `[0, 1)`.
    pub damping: f64,
    /// The sum over all nodes of how far a rank may be from the exact one (an upper bound: see [`pagerank`]).
    pub tolerance: f64,
    pub most_rounds: usize,
}

impl Default for PageRankOptions {
    fn default() -> PageRankOptions {
        PageRankOptions {
            damping: 0.85,
            tolerance: 1e-10,
            most_rounds: 1000,
        }
    }
}

/// Ranks by node, and how they were reached.
#[derive(Clone, Debug, PartialEq)]
pub struct PageRank {
    pub ranks: Vec<f64>,
    pub rounds: usize,
    /// Whether the tolerance was reached within the rounds allowed.
    pub converged: bool,
}

/// Power iteration. A round brings the ranks closer to the exact ones by at least the factor `damping`, so the
/// distance left is at most `damping / (1 - damping)` times the last change; that bound is held to the tolerance.
pub fn pagerank(graph: &Csr, options: PageRankOptions) -> PageRank {
    let nodes = graph.node_count();
    let PageRankOptions {
        damping,
        tolerance,
        most_rounds,
    } = options;
    let strengths = fill(nodes, |v| graph.out().strength(v as u32));
    let dangling: Vec<usize> = (0..nodes).filter(|&v| strengths[v] == 0.0).collect();
    let per_weight = fill(nodes, |v| {
        if strengths[v] > 0.0 {
            damping / strengths[v]
        } else {
            0.0
        }
    });
    let mut ranks = vec![1.0 / nodes as f64; nodes];
    for round in 1..=most_rounds {
        let shares = fill(nodes, |v| ranks[v] * per_weight[v]);
        let lost = sum(dangling.len(), |at| ranks[dangling[at]]);
        let base = (1.0 - damping + damping * lost) / nodes as f64;
        let next = fill(nodes, |v| base + graph.incoming().gather(v as u32, &shares));
        let change = sum(nodes, |v| (next[v] - ranks[v]).abs());
        ranks = next;
        if change * damping <= tolerance * (1.0 - damping) {
            return PageRank {
                ranks,
                rounds: round,
                converged: true,
            };
        }
    }
    PageRank {
        ranks,
        rounds: most_rounds,
        converged: nodes == 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::csr::Direction;
    use crate::metrics::fixture;

    #[test]
    fn ranks_sum_to_one_though_a_node_has_no_way_out() {
        let graph = Csr::new(4, [(0, 1, 1.0), (1, 2, 1.0), (3, 1, 5.0)], Direction::Directed).unwrap();
        let result = pagerank(&graph, PageRankOptions::default());
        assert!(result.converged);
        assert!((result.ranks.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        assert!(result.ranks[2] > result.ranks[1], "the end of the chain collects");
    }

    #[test]
    fn a_heavier_edge_carries_more() {
        let graph = Csr::new(3, [(0, 1, 3.0), (0, 2, 1.0)], Direction::Directed).unwrap();
        let ranks = pagerank(&graph, PageRankOptions::default()).ranks;
        let base = ranks[0];
        assert!(((ranks[1] - base) / (ranks[2] - base) - 3.0).abs() < 1e-6);
    }

    #[test]
    fn too_few_rounds_are_admitted() {
        let graph = fixture::karate();
        let options = PageRankOptions {
            most_rounds: 3,
            ..PageRankOptions::default()
        };
        assert!(!pagerank(&graph, options).converged);
    }

    #[test]
    fn a_graph_without_nodes_has_no_ranks() {
        let graph = Csr::new(0, [], Direction::Directed).unwrap();
        assert_eq!(
            pagerank(&graph, PageRankOptions::default()).ranks,
            Vec::<f64>::new()
        );
    }
}
