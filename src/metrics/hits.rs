//! A graph in, how good a hub and how good an authority every node is out.
//!
//! Kleinberg, *Authoritative sources in a hyperlinked environment*, J. ACM 1999: an authority is pointed to by good
//! hubs, a hub points to good authorities. Weighted. Each sums to 1 over all nodes (NetworkX; igraph makes the greatest
//! 1). In an undirected graph the two are the same.

use super::chunks::{fill, sum};
use super::csr::Csr;

#[derive(Clone, Debug, PartialEq)]
pub struct Hits {
    pub hubs: Vec<f64>,
    pub authorities: Vec<f64>,
}

/// The sum over all nodes of the change in the last round.
const TOLERANCE: f64 = 1e-12;
const MOST_ROUNDS: usize = 2000;

/// Power iteration from equal hubs. None if it does not settle, or if there are no edges.
pub fn hits(graph: &Csr) -> Option<Hits> {
    let nodes = graph.node_count();
    if graph.edge_count() == 0 {
        return None;
    }
    let mut hubs = vec![1.0 / nodes as f64; nodes];
    for _ in 0..MOST_ROUNDS {
        let authorities = shares(fill(nodes, |v| graph.incoming().gather(v as u32, &hubs)));
        let next = shares(fill(nodes, |v| graph.out().gather(v as u32, &authorities)));
        let change = sum(nodes, |v| (next[v] - hubs[v]).abs());
        hubs = next;
        if change <= TOLERANCE {
            return Some(Hits { hubs, authorities });
        }
    }
    None
}

fn shares(values: Vec<f64>) -> Vec<f64> {
    let total = sum(values.len(), |v| values[v]);
    fill(values.len(), |v| values[v] / total)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::csr::Direction;

    #[test]
    fn who_points_is_a_hub_and_who_is_pointed_to_an_authority() {
        let edges = [(0, 2, 1.0), (0, 3, 1.0), (1, 3, 1.0)];
        let result = hits(&Csr::new(4, edges, Direction::Directed).unwrap()).unwrap();
        let golden = (5.0f64.sqrt() - 1.0) / 2.0;
        assert!((result.hubs[1] / result.hubs[0] - golden).abs() < 1e-9);
        assert!((result.authorities[2] / result.authorities[3] - golden).abs() < 1e-9);
        assert_eq!((result.hubs[2], result.authorities[0]), (0.0, 0.0));
        assert!((result.hubs.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn without_edges_there_are_neither() {
        assert_eq!(hits(&Csr::new(3, [], Direction::Directed).unwrap()), None);
    }
}
