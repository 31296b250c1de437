//! Nothing in, small graphs for tests out.

use super::csr::{Csr, Direction};
use super::random::Random;

/// Zachary's karate club (*An information flow model for conflict and fission in small groups*, 1977).
pub(crate) fn karate() -> Csr {
    let later: [&[u32]; 34] = [
        &[1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31],
        &[2, 3, 7, 13, 17, 19, 21, 30],
        &[3, 7, 8, 9, 13, 27, 28, 32],
        &[7, 12, 13],
        &[6, 10],
        &[6, 10, 16],
        &[16],
        &[],
        &[30, 32, 33],
        &[33],
        &[],
        &[],
        &[],
        &[33],
        &[32, 33],
        &[32, 33],
        &[],
        &[],
        &[32, 33],
        &[33],
        &[32, 33],
        &[],
        &[32, 33],
        &[25, 27, 29, 32, 33],
        &[25, 27, 31],
        &[31],
        &[29, 33],
        &[33],
        &[31, 33],
        &[32, 33],
        &[32, 33],
        &[32, 33],
        &[33],
        &[],
    ];
    let pairs = later
        .iter()
        .enumerate()
        .flat_map(|(v, row)| row.iter().map(move |&w| (v as u32, w, 1.0)));
    Csr::new(34, pairs, Direction::Undirected).expect("the list above is a graph")
}

/// A graph with hubs: each edge joins a random node with one near the start, with whole weights from 1 to 4.
pub(crate) fn hubs(nodes: u32, edges: usize, direction: Direction) -> Csr {
    let mut random = Random::new(u64::from(nodes) + edges as u64);
    let list = (0..edges).map(|_| {
        let (one, other) = (random.below(nodes), random.unit());
        (
            one,
            (other * other * other * f64::from(nodes)) as u32,
            f64::from(1 + random.below(4)),
        )
    });
    Csr::new(nodes as usize, list.collect::<Vec<_>>(), direction).expect("numbers stay below the node count")
}
