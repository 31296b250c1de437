//! A graph in, its communities out: groups with more weight inside them than chance would put there.
//!
//! Traag, Waltman and van Eck, *From Louvain to Leiden: guaranteeing well-connected communities*, Sci. Rep. 2019,
//! raising [modularity](super::modularity). Weighted; directions are disregarded. In the refinement a node joins the
//! best group rather than a random good one (the limit of the paper's θ at 0, and what its authors' leidenalg does).
//! Nodes are visited in an order drawn from the seed, on one thread, so that the same seed gives the same communities.

mod joining;
mod moving;
mod refining;

use super::components::Components;
use super::csr::Csr;
use super::random::Random;

use joining::Network;

#[derive(Clone, Copy, Debug)]
pub struct LeidenOptions {
    /// Above 1 for smaller communities, below for larger.
    pub resolution: f64,
    pub seed: u64,
    /// How often at most all levels are gone through, each time from the communities found before.
    pub most_rounds: usize,
}

impl Default for LeidenOptions {
    fn default() -> LeidenOptions {
        LeidenOptions {
            resolution: 1.0,
            seed: 1,
            most_rounds: 3,
        }
    }
}

/// Which community every node is in, the largest first (ties by first node).
pub fn leiden(graph: &Csr, options: LeidenOptions) -> Components {
    let whole = Network::of_graph(graph);
    let mut random = Random::new(options.seed);
    let mut of: Vec<u32> = graph.nodes().collect();
    for _ in 0..options.most_rounds {
        let next = round(&whole, of.clone(), options.resolution, &mut random);
        let settled = next == of;
        of = next;
        if settled {
            break;
        }
    }
    largest_first(&Components::from_labels(&of))
}

/// Moves nodes, refines the communities, joins what the refinement found into single nodes, and starts again with
/// those, until there is nothing left to join. Gives the communities by first node.
fn round(whole: &Network, start: Vec<u32>, resolution: f64, random: &mut Random) -> Vec<u32> {
    let nodes = start.len();
    let mut place: Vec<u32> = (0..nodes as u32).collect();
    let mut of = start;
    let mut smaller: Option<Network> = None;
    loop {
        let network = smaller.as_ref().unwrap_or(whole);
        moving::move_nodes(network, &mut of, resolution, random);
        let communities = Components::from_labels(&of);
        if communities.count() == network.nodes() {
            break;
        }
        let mut groups = refining::refine(network, &communities, resolution, random);
        if groups.count() == network.nodes() {
            groups = communities.clone();
        }
        of = vec![0; groups.count()];
        for (v, &group) in groups.of.iter().enumerate() {
            of[group as usize] = communities.of[v];
        }
        place.iter_mut().for_each(|at| *at = groups.of[*at as usize]);
        smaller = Some(network.joined(&groups));
    }
    let found: Vec<u32> = place.iter().map(|&at| of[at as usize]).collect();
    Components::from_labels(&found).of
}

fn largest_first(found: &Components) -> Components {
    let mut order: Vec<u32> = (0..found.count() as u32).collect();
    order.sort_by_key(|&community| std::cmp::Reverse(found.sizes[community as usize]));
    let mut number = vec![0; order.len()];
    order
        .iter()
        .enumerate()
        .for_each(|(at, &community)| number[community as usize] = at as u32);
    Components {
        of: found
            .of
            .iter()
            .map(|&community| number[community as usize])
            .collect(),
        sizes: order
            .iter()
            .map(|&community| found.sizes[community as usize])
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::components::weak_components;
    use crate::metrics::csr::Direction;
    use crate::metrics::fixture;
    use crate::metrics::modularity::modularity;

    #[test]
    fn the_karate_club_reaches_its_known_best() {
        let graph = fixture::karate();
        let found = leiden(&graph, LeidenOptions::default());
        assert_eq!(found.count(), 4);
        // Brandes et al., *On modularity clustering*, 2008, prove that no division is better.
        assert!((modularity(&graph, &found.of, 1.0) - 0.4197896).abs() < 1e-7);
    }

    #[test]
    fn every_community_is_in_one_piece_and_the_largest_comes_first() {
        let graph = fixture::hubs(2000, 5000, Direction::Directed);
        let found = leiden(&graph, LeidenOptions::default());
        let inside = graph
            .edges()
            .filter(|&(s, t, _)| found.of[s as usize] == found.of[t as usize]);
        let pieces = weak_components(&Csr::new(2000, inside, Direction::Undirected).unwrap());
        assert_eq!(pieces.count(), found.count());
        assert!(found.sizes.is_sorted_by(|a, b| a >= b));
        assert_eq!(found.sizes.iter().sum::<u32>(), 2000);
    }

    #[test]
    fn the_seed_decides_and_nothing_else() {
        let graph = fixture::hubs(800, 4000, Direction::Undirected);
        let run = |seed| {
            leiden(
                &graph,
                LeidenOptions {
                    seed,
                    ..LeidenOptions::default()
                },
            )
        };
        assert_eq!(run(5), run(5));
    }

    #[test]
    fn a_higher_resolution_gives_more_communities() {
        let graph = fixture::hubs(800, 4000, Direction::Undirected);
        let count = |resolution| {
            leiden(
                &graph,
                LeidenOptions {
                    resolution,
                    ..LeidenOptions::default()
                },
            )
            .count()
        };
        assert!(count(4.0) > count(1.0) && count(1.0) > count(0.2));
    }

    #[test]
    fn without_edges_every_node_is_its_own() {
        let graph = Csr::new(3, [], Direction::Undirected).unwrap();
        assert_eq!(leiden(&graph, LeidenOptions::default()).of, [0, 1, 2]);
        let empty = Csr::new(0, [], Direction::Undirected).unwrap();
        assert_eq!(leiden(&empty, LeidenOptions::default()).count(), 0);
    }
}
