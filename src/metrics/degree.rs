//! A graph in, the number and the weight of every node's edges and the graph's density out.
//!
//! Wasserman and Faust, *Social Network Analysis*, 1994, chapters 4 and 5. Parallel edges count once and edges from
//! a node to itself never, as in [`Csr`]. Of an undirected graph `incoming` and `outgoing` equal `total`; of a
//! directed one `total` is their sum (NetworkX's and igraph's `degree`). Density is the share of possible edges that
//! exist: `m / (n (n - 1))` directed, twice that undirected, and 0 with fewer than two nodes.

use super::csr::{Csr, Direction};

/// By node: how many edges, and their weight.
#[derive(Clone, Debug, PartialEq)]
pub struct Degrees {
    pub total: Vec<u32>,
    pub incoming: Vec<u32>,
    pub outgoing: Vec<u32>,
    /// The sum of the weights of the edges that `total` counts.
    pub weighted: Vec<f64>,
}

pub fn degrees(graph: &Csr) -> Degrees {
    let (outgoing, incoming): (Vec<u32>, Vec<u32>) = graph
        .nodes()
        .map(|v| (graph.out().length(v) as u32, graph.incoming().length(v) as u32))
        .unzip();
    let out_weight = graph.nodes().map(|v| graph.out().strength(v));
    match graph.direction() {
        Direction::Undirected => Degrees {
            total: outgoing.clone(),
            incoming,
            weighted: out_weight.collect(),
            outgoing,
        },
        Direction::Directed => Degrees {
            total: outgoing.iter().zip(&incoming).map(|(o, i)| o + i).collect(),
            weighted: out_weight
                .zip(graph.nodes())
                .map(|(o, v)| o + graph.incoming().strength(v))
                .collect(),
            incoming,
            outgoing,
        },
    }
}

pub fn density(graph: &Csr) -> f64 {
    let nodes = graph.node_count() as f64;
    if nodes < 2.0 {
        return 0.0;
    }
    let ways = match graph.direction() {
        Direction::Directed => 1.0,
        Direction::Undirected => 2.0,
    };
    ways * graph.edge_count() as f64 / (nodes * (nodes - 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directed_graph_counts_both_ways_apart() {
        let graph = Csr::new(3, [(0, 1, 2.0), (1, 0, 1.0), (1, 2, 0.5)], Direction::Directed).unwrap();
        let degrees = degrees(&graph);
        assert_eq!(
            (degrees.outgoing, degrees.incoming),
            (vec![1, 2, 0], vec![1, 1, 1])
        );
        assert_eq!(
            (degrees.total, degrees.weighted),
            (vec![2, 3, 1], vec![3.0, 3.5, 0.5])
        );
        assert_eq!(density(&graph), 0.5);
    }

    #[test]
    fn the_degrees_of_an_undirected_graph_sum_to_twice_its_edges() {
        let graph = Csr::new(
            4,
            [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 3.0), (2, 3, 1.0)],
            Direction::Undirected,
        )
        .unwrap();
        let degrees = degrees(&graph);
        assert_eq!(degrees.total.iter().sum::<u32>(), 8);
        assert_eq!(degrees.weighted, [4.0, 2.0, 5.0, 1.0]);
        assert_eq!(density(&graph), 4.0 / 6.0);
    }

    #[test]
    fn a_graph_without_pairs_has_density_0() {
        assert_eq!(density(&Csr::new(1, [], Direction::Directed).unwrap()), 0.0);
    }
}
