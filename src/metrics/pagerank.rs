//! A graph in, the PageRank of every node out.
//!
//! Page, Brin, Motwani and Winograd, *The PageRank citation ranking*, 1999, as Langville and Meyer (2006) complete
//! it. Weighted: a node shares its rank among its out-edges by their weight. Directed if the graph is. What a node
//! without out-edges holds goes to all nodes alike, as does the `1 - damping` that jumps; ranks sum to 1. Same
//! definition as NetworkX, igraph and Gephi, whose default tolerances stop earlier.

use super::chunks::{fill, ranges, sum};
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

/// In this many blocks a round goes over the nodes; each sees what the blocks before it have found.
const BLOCKS: usize = 4;

/// Gauss–Seidel over blocks, which needs about half the rounds of the power iteration (Arasu et al. 2002), then at
/// least one round of the power iteration proper: that one brings the ranks closer to the exact ones by the factor
/// `damping` or better, so what is left is at most `damping / (1 - damping)` times its change, and that is held to
/// the tolerance.
pub fn pagerank(graph: &Csr, options: PageRankOptions) -> PageRank {
    let PageRankOptions {
        damping,
        tolerance,
        most_rounds,
    } = options;
    let mut walk = Walk::new(graph, damping);
    let enough = |change: f64| change * damping <= tolerance * (1.0 - damping);
    let mut blocks = BLOCKS;
    for round in 1..=most_rounds {
        let change = walk.round(blocks);
        if blocks > 1 {
            walk.rescale();
        }
        if blocks == 1 && enough(change) {
            return PageRank {
                ranks: walk.ranks,
                rounds: round,
                converged: true,
            };
        }
        blocks = if enough(change) { 1 } else { BLOCKS };
    }
    PageRank {
        ranks: walk.ranks,
        rounds: most_rounds,
        converged: graph.node_count() == 0,
    }
}

struct Walk<'a> {
    graph: &'a Csr,
    damping: f64,
    ranks: Vec<f64>,
    /// What a node hands along an edge of weight 1.
    shares: Vec<f64>,
    /// `damping` over the weight of all out-edges; 0 without any.
    per_weight: Vec<f64>,
    dangling: Vec<usize>,
}

impl Walk<'_> {
    fn new(graph: &Csr, damping: f64) -> Walk<'_> {
        let nodes = graph.node_count();
        let strengths = fill(nodes, |v| graph.out().strength(v as u32));
        let per_weight = fill(nodes, |v| {
            if strengths[v] > 0.0 {
                damping / strengths[v]
            } else {
                0.0
            }
        });
        let ranks = vec![1.0 / nodes as f64; nodes];
        let shares = fill(nodes, |v| ranks[v] * per_weight[v]);
        let dangling = (0..nodes).filter(|&v| strengths[v] == 0.0).collect();
        Walk {
            graph,
            damping,
            ranks,
            shares,
            per_weight,
            dangling,
        }
    }

    /// Replaces every rank by what flows in, and says by how much all changed together.
    fn round(&mut self, blocks: usize) -> f64 {
        let nodes = self.ranks.len();
        let lost = sum(self.dangling.len(), |at| self.ranks[self.dangling[at]]);
        let base = (1.0 - self.damping + self.damping * lost) / nodes as f64;
        let mut change = 0.0;
        for block in ranges(nodes, blocks) {
            let start = block.start;
            let inflow = |at: usize| base + self.graph.incoming().gather((start + at) as u32, &self.shares);
            let next = fill(block.len(), inflow);
            for (v, rank) in block.zip(next) {
                change += (rank - self.ranks[v]).abs();
                self.ranks[v] = rank;
                self.shares[v] = rank * self.per_weight[v];
            }
        }
        change
    }

    /// Brings the sum back to 1, from which the blocks stray and return to only slowly.
    fn rescale(&mut self) {
        let factor = 1.0 / sum(self.ranks.len(), |v| self.ranks[v]);
        self.ranks.iter_mut().for_each(|rank| *rank *= factor);
        self.shares.iter_mut().for_each(|share| *share *= factor);
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
