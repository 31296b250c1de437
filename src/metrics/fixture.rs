//! Nothing in, small graphs for tests out.

use super::csr::{Csr, Direction};
use super::random::Random;

/// Zachary's karate club (*An information flow model for conflict and fission in small groups*, 1977): to each member,
/// the later members that it is joined to.
const KARATE: &str = "
    0:1,2,3,4,5,6,7,8,10,11,12,13,17,19,21,31 1:2,3,7,13,17,19,21,30 2:3,7,8,9,13,27,28,32
    3:7,12,13 4:6,10 5:6,10,16 6:16 8:30,32,33 9:33 13:33 14:32,33 15:32,33 18:32,33 19:33 20:32,33
    22:32,33 23:25,27,29,32,33 24:25,27,31 25:31 26:29,33 27:33 28:31,33 29:32,33 30:32,33 31:32,33
    32:33
";

pub(crate) fn karate() -> Csr {
    let number = |text: &str| text.parse::<u32>().expect("the list above holds numbers");
    let rows = KARATE.split_whitespace().filter_map(|row| row.split_once(':'));
    let pairs = rows.flat_map(|(v, row)| row.split(',').map(move |w| (number(v), number(w), 1.0)));
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
