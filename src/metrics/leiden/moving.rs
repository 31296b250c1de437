//! A network and communities in, better communities out: each node goes where modularity gains most.

use super::joining::{Network, Tally};
use crate::metrics::random::Random;

/// Less is rounding, not gain.
const LEAST_GAIN: f64 = 1e-10;

/// The paper's fast local moving: all nodes stand in a queue, in random order; whoever moves puts those neighbours
/// that are not in its new community back into it. Ends when the queue is empty.
pub(super) fn move_nodes(network: &Network, of: &mut [u32], resolution: f64, random: &mut Random) {
    let mut groups = Groups::new(network, of, resolution);
    let mut queue = Queue::new(network.nodes(), random);
    while let Some(v) = queue.pop() {
        let own = groups.of[v as usize];
        let best = groups.settle(v);
        if best != own {
            let left = network.near(v).filter(|&(w, _)| groups.of[w as usize] != best);
            left.for_each(|(w, _)| queue.push(w));
        }
    }
}

/// The communities as they are, with what is needed to judge a move.
struct Groups<'a> {
    network: &'a Network<'a>,
    of: &'a mut [u32],
    load: Vec<f64>,
    size: Vec<u32>,
    /// Numbers that no community has.
    empty: Vec<u32>,
    tally: Tally,
    /// What chance puts between two loads, over their product.
    chance: f64,
}

impl<'a> Groups<'a> {
    fn new(network: &'a Network, of: &'a mut [u32], resolution: f64) -> Groups<'a> {
        let nodes = network.nodes();
        let (mut load, mut size) = (vec![0.0; nodes], vec![0u32; nodes]);
        for (v, &community) in of.iter().enumerate() {
            load[community as usize] += network.load[v];
            size[community as usize] += 1;
        }
        let empty = (0..nodes as u32)
            .rev()
            .filter(|&community| size[community as usize] == 0)
            .collect();
        let chance = if network.total > 0.0 {
            resolution / network.total
        } else {
            0.0
        };
        Groups {
            network,
            of,
            load,
            size,
            empty,
            tally: Tally::new(nodes),
            chance,
        }
    }

    /// Puts `v` where modularity gains most, and says where that is. It stays where it is as good as anywhere.
    fn settle(&mut self, v: u32) -> u32 {
        let (own, weight) = (self.of[v as usize], self.network.load[v as usize]);
        self.load[own as usize] -= weight;
        self.size[own as usize] -= 1;
        for (w, edge) in self.network.near(v) {
            self.tally.add(self.of[w as usize], edge);
        }
        let expected = self.chance * weight;
        let least = LEAST_GAIN * weight;
        let (mut best, mut gain) = (own, self.tally.get(own) - expected * self.load[own as usize]);
        for (community, inside) in self.tally.take() {
            let here = inside - expected * self.load[community as usize];
            if here > gain + least {
                (best, gain) = (community, here);
            }
        }
        if gain < -least && self.size[own as usize] > 0 {
            best = self.empty.pop().unwrap_or(own);
        }
        if best != own && self.size[own as usize] == 0 {
            self.empty.push(own);
        }
        self.load[best as usize] += weight;
        self.size[best as usize] += 1;
        self.of[v as usize] = best;
        best
    }
}

/// Every node at most once, first in first out.
struct Queue {
    ring: Vec<u32>,
    waiting: Vec<bool>,
    start: usize,
    length: usize,
}

impl Queue {
    /// All nodes, in random order.
    fn new(nodes: usize, random: &mut Random) -> Queue {
        let mut ring: Vec<u32> = (0..nodes as u32).collect();
        random.shuffle(&mut ring);
        Queue {
            ring,
            waiting: vec![true; nodes],
            start: 0,
            length: nodes,
        }
    }

    #[inline]
    fn pop(&mut self) -> Option<u32> {
        if self.length == 0 {
            return None;
        }
        let v = self.ring[self.start];
        self.start = if self.start + 1 == self.ring.len() {
            0
        } else {
            self.start + 1
        };
        self.length -= 1;
        self.waiting[v as usize] = false;
        Some(v)
    }

    #[inline]
    fn push(&mut self, v: u32) {
        if std::mem::replace(&mut self.waiting[v as usize], true) {
            return;
        }
        let mut end = self.start + self.length;
        if end >= self.ring.len() {
            end -= self.ring.len();
        }
        self.ring[end] = v;
        self.length += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::csr::{Csr, Direction};
    use crate::metrics::fixture;
    use crate::metrics::modularity::modularity;

    #[test]
    fn moving_raises_modularity() {
        let graph = fixture::hubs(300, 1500, Direction::Undirected);
        let mut of: Vec<u32> = graph.nodes().map(|v| v % 7).collect();
        let before = modularity(&graph, &of, 1.0);
        move_nodes(&Network::of_graph(&graph), &mut of, 1.0, &mut Random::new(3));
        assert!(modularity(&graph, &of, 1.0) > before + 0.1);
    }

    #[test]
    fn nodes_that_lose_by_staying_leave_for_an_empty_community() {
        let edges = [(0, 1, 10.0), (1, 2, 10.0), (2, 0, 10.0), (3, 4, 1.0)];
        let graph = Csr::new(5, edges, Direction::Undirected).unwrap();
        let mut of = vec![0; 5];
        move_nodes(&Network::of_graph(&graph), &mut of, 1.5, &mut Random::new(1));
        assert_eq!(of[3], of[4]);
        assert_ne!(of[0], of[3]);
    }
}
