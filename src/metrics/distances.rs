//! A graph in, how far its nodes are from each other in hops out: closeness, harmonic closeness, diameter, mean.
//!
//! Breadth-first searches from 256 sources at a time, a bit for each (Then et al., *The more the merrier: efficient
//! multi-source graph traversal*, VLDB 2014). Weights are strengths here, not lengths, and play no part. In a directed
//! graph distances are those to a node along the edges, as NetworkX takes them.

use rayon::prelude::*;

use super::betweenness::parts_for;
use super::chunks::{add_to, ranges};
use super::csr::Csr;
use super::hops::Hops;
use super::search::{LANES, Search};
use super::sources::Sources;

/// By node, sums over the sources from which it can be reached, itself not among them.
#[derive(Clone, Debug, PartialEq)]
pub struct Distances {
    /// How many there are.
    pub reached: Vec<u32>,
    /// The sum of their distances.
    pub far: Vec<u64>,
    /// The sum of one over their distances.
    pub inverse: Vec<f64>,
    /// The longest of all distances.
    pub longest: u32,
    /// From how many nodes was searched, and which.
    pub sources: Vec<u32>,
}

pub fn distances(graph: &Csr, sources: Sources) -> Distances {
    let nodes = graph.node_count();
    let chosen = sources.nodes(nodes);
    let hops = Hops::new(graph);
    let mut starts = hops.renamed(&chosen);
    starts.sort_unstable();
    let batches: Vec<&[u32]> = starts.chunks(LANES * 64).collect();
    let parts: Vec<Sums> = ranges(batches.len(), parts_for(nodes))
        .into_par_iter()
        .map_init(
            || Search::new(&hops),
            |search, range| {
                let mut sums = Sums::new(nodes);
                for batch in &batches[range] {
                    search.from(batch, |v, distance, count| sums.add(v, distance, count));
                }
                sums
            },
        )
        .collect();
    let mut total = Sums::new(nodes);
    parts.iter().for_each(|part| total.join(part));
    Distances {
        reached: hops.by_old_number(&total.reached),
        far: hops.by_old_number(&total.far),
        inverse: hops.by_old_number(&total.inverse),
        longest: total.longest,
        sources: chosen,
    }
}

struct Sums {
    reached: Vec<u32>,
    far: Vec<u64>,
    inverse: Vec<f64>,
    longest: u32,
}

impl Sums {
    fn new(nodes: usize) -> Sums {
        Sums {
            reached: vec![0; nodes],
            far: vec![0; nodes],
            inverse: vec![0.0; nodes],
            longest: 0,
        }
    }

    fn add(&mut self, v: u32, distance: u32, count: u32) {
        self.reached[v as usize] += count;
        self.far[v as usize] += u64::from(count) * u64::from(distance);
        self.inverse[v as usize] += f64::from(count) / f64::from(distance);
        self.longest = self.longest.max(distance);
    }

    fn join(&mut self, part: &Sums) {
        self.reached
            .iter_mut()
            .zip(&part.reached)
            .for_each(|(a, b)| *a += b);
        self.far.iter_mut().zip(&part.far).for_each(|(a, b)| *a += b);
        add_to(&mut self.inverse, &part.inverse);
        self.longest = self.longest.max(part.longest);
    }
}

impl Distances {
    pub fn is_exact(&self) -> bool {
        self.sources.len() == self.reached.len()
    }

    /// Closeness as Wasserman and Faust (1994, equation 5.22) extend Freeman's to graphs in pieces: the share of the
    /// other nodes that reach a node, over their mean distance to it (NetworkX's and NetworKit's; igraph's and
    /// graph-tool's leave out the share). 0 for a node that none reaches. From a sample of sources both the share and
    /// the mean are those of the sample (Eppstein and Wang 2004); a small piece without any source gets 0.
    pub fn closeness(&self) -> Vec<f64> {
        let each = |v: usize| match self.far[v] {
            0 => 0.0,
            far => f64::from(self.reached[v]) / far as f64 * (f64::from(self.reached[v]) / self.others(v)),
        };
        (0..self.far.len()).map(each).collect()
    }

    /// Harmonic closeness (Marchiori and Latora 2000; Rochat 2009): the mean over all other nodes of one over their
    /// distance, those that do not reach the node giving 0. igraph's default; NetworkX leaves the sum undivided.
    pub fn harmonic(&self) -> Vec<f64> {
        let each = |v: usize| {
            if self.reached[v] == 0 {
                0.0
            } else {
                self.inverse[v] / self.others(v)
            }
        };
        (0..self.far.len()).map(each).collect()
    }

    /// The longest shortest path between two nodes that are joined by one; from a sample, the longest seen, which is
    /// at most that. None without any.
    pub fn diameter(&self) -> Option<u32> {
        (self.longest > 0).then_some(self.longest)
    }

    /// The mean length of shortest paths over the ordered pairs that are joined by one (igraph's `unconn=True`).
    pub fn mean_distance(&self) -> Option<f64> {
        let pairs: u64 = self.reached.iter().map(|&count| u64::from(count)).sum();
        let far: u64 = self.far.iter().sum();
        (pairs > 0).then(|| far as f64 / pairs as f64)
    }

    /// How many of the sources are not the node itself.
    fn others(&self, v: usize) -> f64 {
        let itself = usize::from(self.sources.binary_search(&(v as u32)).is_ok());
        (self.sources.len() - itself) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::chunks::tests::on_threads;
    use crate::metrics::csr::Direction;
    use crate::metrics::fixture;

    #[test]
    fn a_chain_with_a_loner() {
        let graph = Csr::new(4, [(0, 1, 1.0), (1, 2, 9.0)], Direction::Undirected).unwrap();
        let hops = distances(&graph, Sources::All);
        assert_eq!(
            hops.closeness(),
            [2.0 / 3.0 * (2.0 / 3.0), 2.0 / 3.0, 2.0 / 3.0 * (2.0 / 3.0), 0.0]
        );
        assert_eq!(hops.harmonic(), [0.5, 2.0 / 3.0, 0.5, 0.0]);
        assert_eq!(
            (hops.diameter(), hops.mean_distance()),
            (Some(2), Some(8.0 / 6.0))
        );
    }

    #[test]
    fn directed_distances_are_those_to_the_node() {
        let graph = Csr::new(3, [(0, 1, 1.0), (1, 2, 1.0)], Direction::Directed).unwrap();
        let hops = distances(&graph, Sources::All);
        assert_eq!(
            (hops.far.clone(), hops.reached.clone()),
            (vec![0, 1, 3], vec![0, 1, 2])
        );
        assert_eq!(hops.closeness(), [0.0, 0.5, 2.0 / 3.0]);
    }

    #[test]
    fn a_sample_comes_close_and_says_that_it_is_one() {
        let graph = fixture::hubs(2000, 12_000, Direction::Undirected);
        let exact = distances(&graph, Sources::All);
        let sampled = distances(&graph, Sources::Sample { count: 512, seed: 2 });
        assert!(exact.is_exact() && !sampled.is_exact());
        assert!((sampled.mean_distance().unwrap() / exact.mean_distance().unwrap() - 1.0).abs() < 0.02);
        assert!(sampled.longest <= exact.longest);
        for (one, other) in exact.closeness().iter().zip(sampled.closeness()) {
            assert!((one - other).abs() < 0.05);
        }
    }

    #[test]
    fn one_thread_and_three_give_the_same_bits() {
        let graph = fixture::hubs(3000, 9000, Direction::Undirected);
        let run = || distances(&graph, Sources::All);
        assert_eq!(on_threads(1, run), on_threads(3, run));
    }

    #[test]
    fn without_edges_nothing_is_far() {
        let hops = distances(&Csr::new(2, [], Direction::Undirected).unwrap(), Sources::All);
        assert_eq!(
            (hops.closeness(), hops.diameter(), hops.mean_distance()),
            (vec![0.0; 2], None, None)
        );
    }
}
