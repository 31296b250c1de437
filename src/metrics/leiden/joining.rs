//! A network and groups of its nodes in, the network of the groups out.

use std::borrow::Cow;

use crate::metrics::components::Components;
use crate::metrics::csr::{Csr, Direction};
use crate::metrics::rows::Rows;

/// An undirected weighted network whose nodes may stand for many nodes of the graph.
pub(super) struct Network<'a> {
    rows: Cow<'a, Rows>,
    /// By node: the weight of all edge ends in it, those of edges inside it included.
    pub(super) load: Vec<f64>,
    /// The sum of all loads, twice the weight of all edges.
    pub(super) total: f64,
}

impl<'a> Network<'a> {
    pub(super) fn of_graph(graph: &'a Csr) -> Network<'a> {
        let rows = match graph.direction() {
            Direction::Undirected => Cow::Borrowed(graph.out()),
            Direction::Directed => Cow::Owned(graph.undirected().out().clone()),
        };
        let load: Vec<f64> = graph.nodes().map(|v| rows.strength(v)).collect();
        Network {
            rows,
            total: load.iter().sum(),
            load,
        }
    }

    pub(super) fn nodes(&self) -> usize {
        self.load.len()
    }

    /// Neighbours and the weights of the edges to them, the node itself not among them.
    #[inline]
    pub(super) fn near(&self, v: u32) -> impl Iterator<Item = (u32, f64)> + '_ {
        let (near, weights) = self.rows.entries(v);
        near.iter().copied().zip(weights.iter().copied())
    }

    /// Every group becomes a node; edges inside a group stay in its load only.
    pub(super) fn joined(&self, groups: &Components) -> Network<'static> {
        let mut load = vec![0.0; groups.count()];
        groups
            .of
            .iter()
            .zip(&self.load)
            .for_each(|(&group, weight)| load[group as usize] += weight);
        let members = Members::new(groups);
        let mut offsets = Vec::with_capacity(groups.count() + 1);
        let (mut targets, mut weights) = (Vec::new(), Vec::new());
        let mut tally = Tally::new(groups.count());
        offsets.push(0);
        for group in 0..groups.count() as u32 {
            for &v in members.of(group) {
                for (w, weight) in self.near(v) {
                    tally.add(groups.of[w as usize], weight);
                }
            }
            for (other, weight) in tally.take() {
                if other != group {
                    targets.push(other);
                    weights.push(weight);
                }
            }
            offsets.push(targets.len());
        }
        Network {
            rows: Cow::Owned(Rows {
                offsets,
                targets,
                weights,
            }),
            load,
            total: self.total,
        }
    }
}

/// The nodes of every group, side by side.
pub(super) struct Members {
    offsets: Vec<u32>,
    nodes: Vec<u32>,
}

impl Members {
    pub(super) fn new(groups: &Components) -> Members {
        let mut offsets = vec![0u32; groups.count() + 1];
        for (group, size) in groups.sizes.iter().enumerate() {
            offsets[group + 1] = offsets[group] + size;
        }
        let mut next = offsets.clone();
        let mut nodes = vec![0; groups.of.len()];
        for (v, &group) in groups.of.iter().enumerate() {
            nodes[next[group as usize] as usize] = v as u32;
            next[group as usize] += 1;
        }
        Members { offsets, nodes }
    }

    pub(super) fn of(&self, group: u32) -> &[u32] {
        &self.nodes[self.offsets[group as usize] as usize..self.offsets[group as usize + 1] as usize]
    }
}

/// Weights added up by community, cheap to empty.
pub(super) struct Tally {
    weight: Vec<f64>,
    touched: Vec<u32>,
}

impl Tally {
    pub(super) fn new(communities: usize) -> Tally {
        Tally {
            weight: vec![0.0; communities],
            touched: Vec::new(),
        }
    }

    /// Weights are above 0, so 0 says that a community is new.
    #[inline]
    pub(super) fn add(&mut self, community: u32, weight: f64) {
        let sum = &mut self.weight[community as usize];
        if *sum == 0.0 {
            self.touched.push(community);
        }
        *sum += weight;
    }

    #[inline]
    pub(super) fn get(&self, community: u32) -> f64 {
        self.weight[community as usize]
    }

    /// What was added, in the order of first addition; the tally is empty afterwards.
    #[inline]
    pub(super) fn take(&mut self) -> impl Iterator<Item = (u32, f64)> + '_ {
        let weight = &mut self.weight;
        self.touched
            .drain(..)
            .map(|community| (community, std::mem::take(&mut weight[community as usize])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joining_keeps_the_load_and_adds_up_edges_between_groups() {
        let edges = [(0, 1, 1.0), (1, 2, 2.0), (0, 2, 3.0), (2, 3, 4.0)];
        let graph = Csr::new(4, edges, Direction::Undirected).unwrap();
        let network = Network::of_graph(&graph);
        let joined = network.joined(&Components {
            of: vec![0, 0, 1, 1],
            sizes: vec![2, 2],
        });
        assert_eq!(joined.load, [7.0, 13.0]);
        assert_eq!((joined.total, network.total), (20.0, 20.0));
        assert_eq!(joined.near(0).collect::<Vec<_>>(), [(1, 5.0)]);
        assert_eq!(joined.near(1).collect::<Vec<_>>(), [(0, 5.0)]);
    }
}
