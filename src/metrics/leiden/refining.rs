//! A network and communities in, groups inside the communities that hang together well out.

use super::joining::{Network, Tally};
use crate::metrics::components::Components;
use crate::metrics::random::Random;

/// The paper's refinement: inside each community every node starts alone; a node that is still alone and well
/// connected to its community joins the well-connected group that gains most, if any gains.
pub(super) fn refine(
    network: &Network,
    communities: &Components,
    resolution: f64,
    random: &mut Random,
) -> Components {
    let mut groups = Groups::new(network, communities, resolution);
    let mut order: Vec<u32> = (0..network.nodes() as u32).collect();
    random.shuffle(&mut order);
    let mut tally = Tally::new(network.nodes());
    for v in order {
        if groups.size[v as usize] == 1 && groups.of[v as usize] == v && groups.is_well_connected(v) {
            groups.settle(v, &mut tally);
        }
    }
    Components::from_labels(&groups.of)
}

struct Groups<'a> {
    network: &'a Network<'a>,
    communities: &'a Components,
    chance: f64,
    community_load: Vec<f64>,
    of: Vec<u32>,
    size: Vec<u32>,
    load: Vec<f64>,
    /// By group: the weight of its edges to the rest of its community.
    outward: Vec<f64>,
}

impl<'a> Groups<'a> {
    fn new(network: &'a Network, communities: &'a Components, resolution: f64) -> Groups<'a> {
        let nodes = network.nodes();
        let mut community_load = vec![0.0; communities.count()];
        for (v, &community) in communities.of.iter().enumerate() {
            community_load[community as usize] += network.load[v];
        }
        let outward = (0..nodes as u32).map(|v| {
            let own = communities.of[v as usize];
            network
                .near(v)
                .filter(|&(w, _)| communities.of[w as usize] == own)
                .map(|(_, weight)| weight)
                .sum()
        });
        Groups {
            outward: outward.collect(),
            network,
            communities,
            chance: if network.total > 0.0 {
                resolution / network.total
            } else {
                0.0
            },
            community_load,
            of: (0..nodes as u32).collect(),
            size: vec![1; nodes],
            load: network.load.clone(),
        }
    }

    /// Whether a group has at least as much weight to the rest of its community as chance would give it. A group is
    /// called by the node it started from, so that node tells its community.
    fn is_well_connected(&self, group: u32) -> bool {
        let whole = self.community_load[self.communities.of[group as usize] as usize];
        let load = self.load[group as usize];
        self.outward[group as usize] >= self.chance * load * (whole - load)
    }

    fn settle(&mut self, v: u32, tally: &mut Tally) {
        let community = self.communities.of[v as usize];
        for (w, weight) in self.network.near(v) {
            if self.communities.of[w as usize] == community {
                tally.add(self.of[w as usize], weight);
            }
        }
        let own = self.network.load[v as usize];
        let (mut best, mut most, mut shared) = (v, 0.0, 0.0);
        for (group, weight) in tally.take() {
            let gain = weight - self.chance * own * self.load[group as usize];
            if gain > most && self.is_well_connected(group) {
                (best, most, shared) = (group, gain, weight);
            }
        }
        if best != v {
            self.of[v as usize] = best;
            self.size[best as usize] += 1;
            self.size[v as usize] = 0;
            self.load[best as usize] += own;
            self.outward[best as usize] += self.outward[v as usize] - 2.0 * shared;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::csr::{Csr, Direction};

    #[test]
    fn a_community_in_two_pieces_falls_into_two_groups() {
        let edges = [
            (0, 1, 1.0),
            (1, 2, 1.0),
            (2, 0, 1.0),
            (3, 4, 1.0),
            (4, 5, 1.0),
            (5, 3, 1.0),
        ];
        let graph = Csr::new(6, edges, Direction::Undirected).unwrap();
        let one = Components {
            of: vec![0; 6],
            sizes: vec![6],
        };
        let groups = refine(&Network::of_graph(&graph), &one, 0.3, &mut Random::new(1));
        assert_eq!(groups.of, [0, 0, 0, 1, 1, 1]);
    }

    #[test]
    fn groups_never_cross_communities() {
        let edges = [(0, 1, 1.0), (1, 2, 50.0), (2, 3, 1.0)];
        let graph = Csr::new(4, edges, Direction::Undirected).unwrap();
        let two = Components {
            of: vec![0, 0, 1, 1],
            sizes: vec![2, 2],
        };
        let groups = refine(&Network::of_graph(&graph), &two, 0.0, &mut Random::new(1));
        assert_ne!(groups.of[1], groups.of[2]);
    }
}
