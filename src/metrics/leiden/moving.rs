//! A network and communities in, better communities out: each node goes where modularity gains most.

use super::joining::{Network, Tally};
use crate::metrics::random::Random;

/// Less is rounding, not gain.
const LEAST_GAIN: f64 = 1e-10;

/// The paper's fast local moving: all nodes stand in a queue, in random order; whoever moves puts those neighbours
/// that are not in its new community back into it. Ends when the queue is empty.
pub(super) fn move_nodes(network: &Network, of: &mut [u32], resolution: f64, random: &mut Random) {
    let nodes = network.nodes();
    let mut load = vec![0.0; nodes];
    let mut size = vec![0u32; nodes];
    for (v, &community) in of.iter().enumerate() {
        load[community as usize] += network.load[v];
        size[community as usize] += 1;
    }
    let mut empty: Vec<u32> = (0..nodes as u32)
        .rev()
        .filter(|&c| size[c as usize] == 0)
        .collect();
    let mut tally = Tally::new(nodes);
    let mut queue = Queue::new(nodes, random);
    let chance = if network.total > 0.0 {
        resolution / network.total
    } else {
        0.0
    };
    while let Some(v) = queue.pop() {
        let (own, weight) = (of[v as usize], network.load[v as usize]);
        load[own as usize] -= weight;
        size[own as usize] -= 1;
        network
            .near(v)
            .for_each(|(w, edge)| tally.add(of[w as usize], edge));
        let stay = tally.get(own) - chance * weight * load[own as usize];
        let least = LEAST_GAIN * weight;
        let (mut best, mut gain) = (own, stay);
        for (community, inside) in tally.take() {
            let here = inside - chance * weight * load[community as usize];
            if here > gain + least {
                (best, gain) = (community, here);
            }
        }
        if gain < -least && size[own as usize] > 0 {
            best = empty.pop().unwrap_or(own);
        }
        load[best as usize] += weight;
        size[best as usize] += 1;
        if best != own {
            if size[own as usize] == 0 {
                empty.push(own);
            }
            of[v as usize] = best;
            network
                .near(v)
                .filter(|&(w, _)| of[w as usize] != best)
                .for_each(|(w, _)| queue.push(w));
        }
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
