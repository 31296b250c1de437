//! A graph and its communities in, a first place for every node out: communities apart, their members together.
//!
//! The communities are laid out as a small graph of their own, with the weight between them; then the members of each
//! are strewn over a disc around its place, as large as they are many. Forces have less to untangle from there.

use super::{Point, force};
use crate::metrics::components::Components;
use crate::metrics::csr::{Csr, Direction};
use crate::metrics::random::Random;

/// How far apart neighbours come to stand, roughly, under the forces' constants.
const SPACING: f64 = 30.0;

/// Rounds for the graph of communities, which is small.
const ROUNDS: usize = 100;

/// More communities than this are mostly lone nodes, and laying them out first gains nothing.
const MOST: usize = 2000;

pub(super) fn grouped(graph: &Csr, communities: &Components, seed: u64) -> Vec<Point> {
    let mut random = Random::new(seed);
    let nodes = graph.node_count();
    if communities.of.len() != nodes || communities.count() > MOST || communities.count() < 2 {
        return scattered(nodes, &mut random);
    }
    let between = graph
        .edges()
        .map(|(s, t, w)| (communities.of[s as usize], communities.of[t as usize], w));
    let Ok(coarse) = Csr::new(communities.count(), between, Direction::Undirected) else {
        return scattered(nodes, &mut random);
    };
    let centres = force::settle(&coarse, scattered(coarse.node_count(), &mut random), ROUNDS);
    let widen = widening(&centres, nodes);
    let place = |&community: &u32| {
        let centre = centres[community as usize];
        let reach = SPACING * f64::from(communities.sizes[community as usize]).sqrt() / 2.0;
        let near = in_disc(&mut random, reach);
        Point {
            x: centre.x * widen + near.x,
            y: centre.y * widen + near.y,
        }
    };
    communities.of.iter().map(place).collect()
}

/// Nodes over a disc whose area grows with their number.
fn scattered(nodes: usize, random: &mut Random) -> Vec<Point> {
    let reach = SPACING * (nodes as f64).sqrt() / 2.0;
    (0..nodes).map(|_| in_disc(random, reach)).collect()
}

/// What brings the mean distance of the centres from the middle to that of a disc with room for all nodes.
fn widening(centres: &[Point], nodes: usize) -> f64 {
    let mean = centres
        .iter()
        .map(|c| (c.x * c.x + c.y * c.y).sqrt())
        .sum::<f64>()
        / centres.len() as f64;
    let wanted = SPACING * (nodes as f64).sqrt() / 3.0;
    if mean > 0.0 { wanted / mean } else { 1.0 }
}

/// A random point of a disc: of a square, drawn again until it is inside.
fn in_disc(random: &mut Random, reach: f64) -> Point {
    loop {
        let (x, y) = (2.0 * random.unit() - 1.0, 2.0 * random.unit() - 1.0);
        if x * x + y * y <= 1.0 {
            return Point {
                x: x * reach,
                y: y * reach,
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_start_nearer_to_their_own_than_to_others() {
        let ring = |first: u32| (0..20u32).map(move |v| (first + v, first + (v + 1) % 20, 1.0));
        let graph = Csr::new(40, ring(0).chain(ring(20)), Direction::Undirected).unwrap();
        let of: Vec<u32> = (0..40).map(|v| v / 20).collect();
        let points = grouped(
            &graph,
            &Components {
                of,
                sizes: vec![20, 20],
            },
            1,
        );
        let middle = |part: &[Point]| part.iter().map(|p| p.x).sum::<f64>() / part.len() as f64;
        assert_ne!(middle(&points[..20]), middle(&points[20..]));
        assert_eq!(points.len(), 40);
    }

    #[test]
    fn the_seed_moves_the_start() {
        let random = |seed| scattered(3, &mut Random::new(seed));
        assert_eq!(random(1), random(1));
        assert_ne!(random(1), random(2));
    }
}
