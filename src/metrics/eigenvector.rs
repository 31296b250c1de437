//! A graph in, the eigenvector centrality of every node out.
//!
//! Bonacich, *Power and centrality*, Am. J. Sociol. 1987: the vector that multiplication by the weighted adjacency
//! matrix only stretches, by the largest factor there is. Weighted; in a directed graph a node gets from those that
//! point to it (the left eigenvector, as in NetworkX and igraph). Length 1 in the Euclidean norm (NetworkX, graph-tool;
//! igraph makes the greatest entry 1). Outside the piece of the graph with the largest factor entries are 0.

use super::chunks::{fill, sum};
use super::components::strong_components;
use super::csr::{Csr, Direction};

/// How far the result may be from one that is only stretched, relative to the stretch.
const TOLERANCE: f64 = 1e-11;
const MOST_ROUNDS: usize = 2000;

/// Power iteration from equal entries, on the matrix plus a quarter of its stretch: without that addition it would
/// swing for ever on a graph in two halves (officials and their committees). None if it does not settle: without
/// edges, and in directed graphs without a cycle, where no such vector exists.
pub fn eigenvector(graph: &Csr) -> Option<Vec<f64>> {
    let nodes = graph.node_count();
    if graph.direction() == Direction::Directed && strong_components(graph).count() == nodes {
        return None;
    }
    let mut values = vec![1.0 / (nodes as f64).sqrt(); nodes];
    for _ in 0..MOST_ROUNDS {
        let product = fill(nodes, |v| graph.incoming().gather(v as u32, &values));
        let stretch = sum(nodes, |v| product[v] * values[v]);
        if stretch.is_nan() || stretch <= 0.0 {
            return None;
        }
        let residual = sum(nodes, |v| (product[v] - stretch * values[v]).powi(2)).sqrt();
        if residual <= TOLERANCE * stretch {
            return Some(values);
        }
        let next = fill(nodes, |v| product[v] + 0.25 * stretch * values[v]);
        let length = sum(nodes, |v| next[v] * next[v]).sqrt();
        values = fill(nodes, |v| next[v] / length);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::chunks::tests::on_threads;
    use crate::metrics::fixture;

    #[test]
    fn a_star_gives_its_centre_as_much_as_all_its_rays() {
        let star = Csr::new(5, (1..5).map(|v| (0, v, 2.0)), Direction::Undirected).unwrap();
        let values = eigenvector(&star).unwrap();
        assert!((values[0] - 0.5f64.sqrt()).abs() < 1e-10);
        assert!((values[1] - 0.125f64.sqrt()).abs() < 1e-10);
    }

    #[test]
    fn the_denser_piece_takes_all() {
        let edges = [(0, 1, 1.0), (2, 3, 1.0), (3, 4, 1.0), (4, 2, 1.0)];
        let values = eigenvector(&Csr::new(5, edges, Direction::Undirected).unwrap()).unwrap();
        assert!(values[0] < 1e-9 && (values[2] - (1.0f64 / 3.0).sqrt()).abs() < 1e-9);
    }

    #[test]
    fn citations_that_never_come_back_have_no_eigenvector() {
        let graph = Csr::new(
            4,
            [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0), (2, 3, 1.0)],
            Direction::Directed,
        )
        .unwrap();
        assert_eq!(eigenvector(&graph), None);
        assert_eq!(
            eigenvector(&Csr::new(0, [], Direction::Undirected).unwrap()),
            None
        );
    }

    #[test]
    fn one_thread_and_three_give_the_same_bits() {
        let graph = fixture::hubs(6000, 20_000, Direction::Undirected);
        assert!(eigenvector(&graph).is_some());
        assert_eq!(
            on_threads(1, || eigenvector(&graph)),
            on_threads(3, || eigenvector(&graph))
        );
    }
}
