//! A graph and the radius of each node's disc in, a place in the plane for each out: near what it is joined to, and
//! no disc on another.
//!
//! ForceAtlas2 (Jacomy, Venturini, Heymann and Bastian, *ForceAtlas2, a continuous graph layout algorithm for handy
//! network visualization*, PLoS ONE 2014) with Barnes–Hut, started from the communities, then overlaps removed. The
//! same graph, radii and seed give the same bits on any number of threads: only additions in a fixed order, products
//! and square roots are used, which every machine rounds alike.

mod force;
mod overlap;
pub mod picture;
mod pieces;
mod shelves;
mod start;
mod tree;

use crate::metrics::components::Components;
use crate::metrics::csr::Csr;

/// Where a node stands; y grows upwards, the middle of the picture is at the origin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

#[derive(Clone, Copy, Debug)]
pub struct LayoutOptions {
    pub seed: u64,
    /// How many times all forces are computed; [`LayoutOptions::for_size`] picks by the size of the graph.
    pub rounds: usize,
}

impl LayoutOptions {
    /// Graphs of a few thousand nodes are laid out in every build, which must not be felt; a small one settles within
    /// that time, and the picture of a large one is worth waiting for.
    pub fn for_size(graph: &Csr) -> LayoutOptions {
        let work = graph.node_count() + graph.edge_count() / 4;
        let rounds = if work > 20_000 {
            200
        } else {
            (400_000 / work.max(1)).clamp(50, 400)
        };
        LayoutOptions { seed: 1, rounds }
    }
}

/// Directions are disregarded; weights pull in proportion. `communities` only decide where nodes start. `radii`
/// must hold a finite number of at least 0 for every node; what is missing or is not one counts as 0. Pieces that
/// no edge joins are laid out apart and stand below the largest.
pub fn layout(graph: &Csr, communities: &Components, radii: &[f64], options: LayoutOptions) -> Vec<Point> {
    let graph = graph.undirected();
    let radius = |v: usize| {
        radii
            .get(v)
            .copied()
            .filter(|r| r.is_finite() && *r >= 0.0)
            .unwrap_or(0.0)
    };
    let radii: Vec<f64> = (0..graph.node_count()).map(radius).collect();
    let community = |v: usize| communities.of.get(v).copied().unwrap_or(0);
    let of: Vec<u32> = (0..graph.node_count()).map(community).collect();
    let pieces = pieces::pieces(&graph);
    let laid_out = pieces.iter().map(|piece| {
        let radii = piece.own(&radii);
        let communities = Components::from_labels(&piece.own(&of));
        let points = start::grouped(&piece.graph, &communities, options.seed);
        let points = force::settle(&piece.graph, points, options.rounds);
        (overlap::part(points, &radii), radii)
    });
    let mut places = vec![Point { x: 0.0, y: 0.0 }; graph.node_count()];
    for (piece, points) in pieces.iter().zip(shelves::arrange(laid_out.collect())) {
        piece
            .nodes
            .iter()
            .zip(points)
            .for_each(|(&v, point)| places[v as usize] = point);
    }
    places
}

/// Radii from a measure such as PageRank: areas grow with the score, from `least` for none to `most` for the greatest.
pub fn radii(scores: &[f64], least: f64, most: f64) -> Vec<f64> {
    let greatest = scores.iter().copied().fold(0.0, f64::max);
    let share = |score: f64| {
        if greatest > 0.0 {
            (score.max(0.0) / greatest).sqrt()
        } else {
            0.0
        }
    };
    scores
        .iter()
        .map(|&score| least + (most - least) * share(score))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::chunks::tests::on_threads;
    use crate::metrics::csr::Direction;
    use crate::metrics::fixture;
    use crate::metrics::leiden::{LeidenOptions, leiden};

    fn laid_out(graph: &Csr, seed: u64) -> Vec<Point> {
        let communities = leiden(graph, LeidenOptions::default());
        let radii = vec![2.0; graph.node_count()];
        layout(graph, &communities, &radii, LayoutOptions { seed, rounds: 60 })
    }

    fn distance(one: Point, other: Point) -> f64 {
        ((one.x - other.x).powi(2) + (one.y - other.y).powi(2)).sqrt()
    }

    #[test]
    fn the_bits_are_the_same_on_any_number_of_threads() {
        let graph = fixture::hubs(5000, 15_000, Direction::Directed);
        let one = on_threads(1, || laid_out(&graph, 1));
        let three = on_threads(3, || laid_out(&graph, 1));
        let bits = |points: &[Point]| {
            points
                .iter()
                .map(|p| (p.x.to_bits(), p.y.to_bits()))
                .collect::<Vec<_>>()
        };
        assert_eq!(bits(&one), bits(&three));
    }

    #[test]
    fn neighbours_stand_nearer_than_strangers() {
        let graph = fixture::karate();
        let points = laid_out(&graph, 1);
        let mean = |wanted: bool| {
            let pairs: Vec<f64> = (0..34u32)
                .flat_map(|v| (0..v).map(move |w| (v, w)))
                .filter(|&(v, w)| graph.targets(v).contains(&w) == wanted)
                .map(|(v, w)| distance(points[v as usize], points[w as usize]))
                .collect();
            pairs.iter().sum::<f64>() / pairs.len() as f64
        };
        assert!(mean(true) * 1.5 < mean(false), "{} {}", mean(true), mean(false));
    }

    #[test]
    fn no_disc_lies_on_another_and_every_place_is_a_number() {
        let graph = fixture::hubs(400, 1500, Direction::Undirected);
        let points = laid_out(&graph, 3);
        for v in 0..400 {
            assert!(points[v].x.is_finite() && points[v].y.is_finite());
            for w in 0..v {
                assert!(distance(points[v], points[w]) >= 4.0 - 1e-6, "{v} {w}");
            }
        }
    }

    #[test]
    fn graphs_without_edges_or_nodes_are_laid_out_too() {
        let none = Csr::new(0, [], Direction::Undirected).unwrap();
        assert!(laid_out(&none, 1).is_empty());
        let alone = Csr::new(1, [], Direction::Undirected).unwrap();
        assert!(laid_out(&alone, 1)[0].x.is_finite());
        let loose = Csr::new(30, [], Direction::Undirected).unwrap();
        assert!(
            laid_out(&loose, 1)
                .iter()
                .all(|p| p.x.abs() < 1e4 && p.y.abs() < 1e4)
        );
    }

    #[test]
    fn areas_follow_the_score() {
        assert_eq!(radii(&[0.0, 1.0, 4.0], 1.0, 5.0), [1.0, 3.0, 5.0]);
        assert_eq!(radii(&[0.0, 0.0], 1.0, 5.0), [1.0, 1.0]);
    }
}
