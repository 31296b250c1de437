//! A graph and its division into communities in, how much more weight lies inside them than chance would put out.
//!
//! Newman, *Analysis of weighted networks*, Phys. Rev. E 2004, with the resolution of Reichardt and Bornholdt (2006):
//! the sum over communities of `inside / m - resolution (ends / 2m)²`, where m is the weight of all edges, `inside`
//! that of the edges inside and `ends` that of all edge ends inside. Weighted; directions are disregarded, an edge
//! both ways counting with both its weights. 0 without edges.

use super::csr::Csr;

/// `of` gives each node's community, numbered from 0.
pub fn modularity(graph: &Csr, of: &[u32], resolution: f64) -> f64 {
    let communities = of.iter().copied().max().map_or(0, |most| most as usize + 1);
    let mut ends = vec![0.0; communities];
    let (mut inside, mut all) = (0.0, 0.0);
    for (s, t, weight) in graph.edges() {
        let (from, to) = (of[s as usize], of[t as usize]);
        ends[from as usize] += weight;
        ends[to as usize] += weight;
        all += weight;
        if from == to {
            inside += weight;
        }
    }
    if all == 0.0 {
        return 0.0;
    }
    let chance: f64 = ends
        .iter()
        .map(|ends| (ends / (2.0 * all)) * (ends / (2.0 * all)))
        .sum();
    inside / all - resolution * chance
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::csr::Direction;

    #[test]
    fn two_pairs_apart_reach_one_half_and_one_community_reaches_nothing() {
        let graph = Csr::new(4, [(0, 1, 3.0), (2, 3, 3.0)], Direction::Undirected).unwrap();
        assert_eq!(modularity(&graph, &[0, 0, 1, 1], 1.0), 0.5);
        assert_eq!(modularity(&graph, &[0; 4], 1.0), 0.0);
        assert_eq!(modularity(&graph, &[0, 1, 2, 3], 1.0), -0.25);
        assert_eq!(modularity(&graph, &[0, 0, 1, 1], 2.0), 0.0);
    }

    #[test]
    fn without_edges_it_is_0() {
        assert_eq!(
            modularity(&Csr::new(2, [], Direction::Directed).unwrap(), &[0, 1], 1.0),
            0.0
        );
    }
}
