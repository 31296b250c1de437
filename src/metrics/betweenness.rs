//! A graph in, the number of shortest paths that run through every node out: exact, or estimated with its error.
//!
//! Freeman, *A set of measures of centrality based on betweenness*, Sociometry 1977, computed by Brandes (2001): for
//! a node v the sum over pairs s, t of the share of shortest paths from s to t with v inside. Paths are counted in
//! hops (weights are strengths here, not lengths); directed if the graph is; an undirected pair counts once. Not
//! normalised: the same numbers as NetworkX with `normalized=False` and igraph, half of NetworKit's undirected ones.

use rayon::prelude::*;

use super::brandes::Brandes;
use super::chunks::{add_to, ranges};
use super::csr::{Csr, Direction};
use super::hops::Hops;
use super::sources::Sources;

#[derive(Clone, Debug, PartialEq)]
pub struct Betweenness {
    pub scores: Vec<f64>,
    /// From how many nodes shortest paths were counted; all nodes if exact.
    pub sources: usize,
    /// By node, the standard error of the score; 0 if exact. For nodes that carry much the true score lies within
    /// 1.96 of them about 9 times in 10; for those that carry little, and for a few sources only, it is too low, as
    /// a sample rarely holds those sources.
    pub standard_errors: Vec<f64>,
}

impl Betweenness {
    /// What turns a score into the share of all pairs: NetworkX's `normalized=True`.
    pub fn normalisation(graph: &Csr) -> f64 {
        let others = graph.node_count().saturating_sub(1) as f64;
        let pairs = others * (others - 1.0) / pairs_counted_twice(graph);
        if pairs > 0.0 { 1.0 / pairs } else { 0.0 }
    }
}

fn pairs_counted_twice(graph: &Csr) -> f64 {
    match graph.direction() {
        Direction::Undirected => 2.0,
        Direction::Directed => 1.0,
    }
}

/// With a sample this is the estimator of Brandes and Pich, *Centrality estimation in large networks*, 2007: the
/// mean dependency of the sampled sources times the node count. Its variance is the sample's over its size, less
/// the finite-population share.
pub fn betweenness(graph: &Csr, sources: Sources) -> Betweenness {
    let nodes = graph.node_count();
    let chosen = sources.nodes(nodes);
    let hops = Hops::new(graph);
    let starts = hops.renamed(&chosen);
    let exact = starts.len() == nodes;
    let sums = if exact {
        dependencies::<1>(&hops, &starts)
    } else {
        dependencies::<2>(&hops, &starts)
    };
    let (count, all) = (starts.len() as f64, nodes as f64);
    let scale = all / count.max(1.0) / pairs_counted_twice(graph);
    let scores = sums[0].iter().map(|sum| sum * scale).collect::<Vec<_>>();
    let standard_errors = match sums.get(1) {
        Some(squares) if count > 1.0 => (sums[0].iter().zip(squares))
            .map(|(sum, square)| {
                let variance = (square - sum * sum / count).max(0.0) / (count - 1.0);
                scale * (variance * count * (1.0 - count / all)).sqrt()
            })
            .collect(),
        _ => vec![if exact { 0.0 } else { f64::INFINITY }; nodes],
    };
    Betweenness {
        scores: hops.by_old_number(&scores),
        sources: chosen.len(),
        standard_errors: hops.by_old_number(&standard_errors),
    }
}

/// By node, the sum of the dependencies of all sources and, as far as `POWERS` goes, of their squares.
fn dependencies<const POWERS: usize>(graph: &Hops, starts: &[u32]) -> Vec<Vec<f64>> {
    let blank = || vec![vec![0.0; graph.node_count()]; POWERS];
    let parts: Vec<Vec<Vec<f64>>> = ranges(starts.len(), parts_for(graph.node_count()))
        .into_par_iter()
        .map(|range| {
            let mut sums = blank();
            let mut search = Brandes::new(graph);
            for &start in &starts[range] {
                search.from(start, |v, dependency| {
                    let mut power = 1.0;
                    for sum in &mut sums {
                        power *= dependency;
                        sum[v as usize] += power;
                    }
                });
            }
            sums
        })
        .collect();
    let mut total = blank();
    for part in parts {
        total
            .iter_mut()
            .zip(part)
            .for_each(|(total, part)| add_to(total, &part));
    }
    total
}

/// Into how many parts the sources are cut: enough to share out evenly, few enough to hold a sum by node for each.
pub(super) fn parts_for(nodes: usize) -> usize {
    (4_000_000 / nodes.max(1)).clamp(8, 32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::chunks::tests::on_threads;
    use crate::metrics::fixture;

    #[test]
    fn the_middle_of_a_chain_carries_all_that_passes() {
        let chain = |direction| Csr::new(4, [(0, 1, 1.0), (1, 2, 5.0), (2, 3, 1.0)], direction).unwrap();
        let undirected = chain(Direction::Undirected);
        assert_eq!(
            betweenness(&undirected, Sources::All).scores,
            [0.0, 2.0, 2.0, 0.0]
        );
        assert_eq!(Betweenness::normalisation(&undirected), 1.0 / 3.0);
        assert_eq!(
            betweenness(&chain(Direction::Directed), Sources::All).scores,
            [0.0, 2.0, 2.0, 0.0]
        );
    }

    #[test]
    fn scores_sum_to_the_inner_nodes_of_all_shortest_paths() {
        let graph = fixture::karate();
        let exact = betweenness(&graph, Sources::All);
        let hops = crate::metrics::distances::distances(&graph, Sources::All);
        let inner = (hops.mean_distance().unwrap() - 1.0) * (34.0 * 33.0 / 2.0);
        assert!((exact.scores.iter().sum::<f64>() - inner).abs() < 1e-9);
        assert_eq!(exact.standard_errors, [0.0; 34]);
    }

    #[test]
    fn a_sample_errs_about_as_much_as_it_says() {
        let graph = fixture::hubs(400, 1600, Direction::Undirected);
        let exact = betweenness(&graph, Sources::All).scores;
        let (mut within, mut judged) = (0, 0);
        for seed in 0..20 {
            let sampled = betweenness(&graph, Sources::Sample { count: 100, seed });
            for (v, &error) in sampled.standard_errors.iter().enumerate() {
                if exact[v] > 1500.0 {
                    judged += 1;
                    within += usize::from((sampled.scores[v] - exact[v]).abs() <= 1.96 * error);
                }
            }
        }
        assert!(
            judged >= 100 && within * 100 >= judged * 85,
            "{within} of {judged}"
        );
    }

    #[test]
    fn one_thread_and_three_give_the_same_bits() {
        let graph = fixture::hubs(500, 2000, Direction::Directed);
        let run = || betweenness(&graph, Sources::Sample { count: 200, seed: 1 });
        assert_eq!(on_threads(1, run), on_threads(3, run));
    }

    #[test]
    fn nothing_lies_between_nothing() {
        let graph = Csr::new(0, [], Direction::Undirected).unwrap();
        assert!(betweenness(&graph, Sources::All).scores.is_empty());
    }
}
