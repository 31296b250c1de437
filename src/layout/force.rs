//! A graph and first places in, places where attraction and repulsion come to balance out.
//!
//! Forces and speeds are those of the ForceAtlas2 paper: neighbours attract by weight times distance (equation 1);
//! all repel by the product of their degrees, each plus one, over distance (2); gravity pulls to the middle (5); a
//! node moves the slower the more its force swings, the whole as fast as the swinging of all allows (8 to 14).

use super::Point;
use super::tree::Tree;
use crate::metrics::chunks::{fill, sum};
use crate::metrics::csr::Csr;

/// The paper's `k_r`; Gephi's default for all but the smallest graphs.
const REPULSION: f64 = 2.0;
/// The paper's `k_g`.
const GRAVITY: f64 = 1.0;
/// The paper's τ: how much swinging is borne for speed.
const TOLERANCE: f64 = 1.0;
/// The paper's `k_s` and `k_smax`: the share of a force that is followed, and the farthest step.
const SHARE: f64 = 0.1;
const FARTHEST: f64 = 10.0;

pub(super) fn settle(graph: &Csr, mut points: Vec<Point>, rounds: usize) -> Vec<Point> {
    let nodes = points.len();
    let masses: Vec<f64> = graph
        .nodes()
        .map(|v| graph.targets(v).len() as f64 + 1.0)
        .collect();
    let pull = attraction(graph);
    let mut before = vec![Point { x: 0.0, y: 0.0 }; nodes];
    let mut speed = 1.0;
    for _ in 0..rounds {
        let forces = forces(graph, &points, &masses, pull);
        let swing = |v: usize| length(forces[v].x - before[v].x, forces[v].y - before[v].y);
        let traction = |v: usize| length(forces[v].x + before[v].x, forces[v].y + before[v].y) / 2.0;
        let swinging = sum(nodes, |v| masses[v] * swing(v));
        let useful = sum(nodes, |v| masses[v] * traction(v));
        // Speed may fall at once but rises by half at most, as the paper has it.
        if swinging > 0.0 {
            speed = (TOLERANCE * useful / swinging).min(1.5 * speed);
        }
        points = fill(nodes, |v| {
            let force = forces[v];
            let strength = length(force.x, force.y);
            let own = SHARE * speed / (1.0 + speed * swing(v).sqrt());
            let own = if strength > 0.0 {
                own.min(FARTHEST / strength)
            } else {
                0.0
            };
            Point {
                x: points[v].x + force.x * own,
                y: points[v].y + force.y * own,
            }
        });
        before = forces;
    }
    centred(points)
}

/// What a weight pulls with: weights are divided by their mean, so that their unit makes no difference.
fn attraction(graph: &Csr) -> f64 {
    let ends = graph.out().weights.len();
    let all = sum(ends, |at| graph.out().weights[at]);
    if all > 0.0 { ends as f64 / all } else { 0.0 }
}

fn forces(graph: &Csr, points: &[Point], masses: &[f64], pull: f64) -> Vec<Point> {
    let tree = Tree::new(points, masses);
    let away = tree.repulsions();
    let by_place = fill(points.len(), |at| {
        let v = tree.order[at] as usize;
        let (own, mass) = (points[v], masses[v]);
        let away = away[at];
        let near = attracted(graph, v as u32, points);
        let middle = length(own.x, own.y);
        let gravity = if middle > 0.0 {
            GRAVITY * mass / middle
        } else {
            0.0
        };
        Point {
            x: REPULSION * mass * away.x + pull * near.x - gravity * own.x,
            y: REPULSION * mass * away.y + pull * near.y - gravity * own.y,
        }
    });
    let mut forces = vec![Point { x: 0.0, y: 0.0 }; points.len()];
    tree.order
        .iter()
        .zip(by_place)
        .for_each(|(&v, force)| forces[v as usize] = force);
    forces
}

fn attracted(graph: &Csr, v: u32, points: &[Point]) -> Point {
    let own = points[v as usize];
    let (near, weights) = graph.out().entries(v);
    let (mut x, mut y) = (0.0, 0.0);
    for (&w, weight) in near.iter().zip(weights) {
        x += weight * (points[w as usize].x - own.x);
        y += weight * (points[w as usize].y - own.y);
    }
    Point { x, y }
}

/// Moves the mean of all points to the origin.
fn centred(points: Vec<Point>) -> Vec<Point> {
    let count = points.len().max(1) as f64;
    let x = sum(points.len(), |v| points[v].x) / count;
    let y = sum(points.len(), |v| points[v].y) / count;
    points
        .into_iter()
        .map(|point| Point {
            x: point.x - x,
            y: point.y - y,
        })
        .collect()
}

fn length(x: f64, y: f64) -> f64 {
    (x * x + y * y).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::csr::Direction;

    #[test]
    fn two_neighbours_come_to_rest_where_pull_and_push_are_equal() {
        let graph = Csr::new(2, [(0, 1, 5.0)], Direction::Undirected).unwrap();
        let start = vec![Point { x: -40.0, y: 3.0 }, Point { x: 60.0, y: 0.0 }];
        let points = settle(&graph, start, 500);
        let apart = length(points[0].x - points[1].x, points[0].y - points[1].y);
        // d pulls, and 2 from gravity; 2 * 2 * 2 / d pushes: d² + 2 d = 8.
        assert!((apart - 2.0).abs() < 0.05, "{apart}");
    }

    #[test]
    fn the_unit_of_weights_makes_no_difference() {
        let with = |unit: f64| {
            let graph = Csr::new(3, [(0, 1, unit), (1, 2, 2.0 * unit)], Direction::Undirected).unwrap();
            let start = (0..3)
                .map(|v| Point {
                    x: f64::from(v),
                    y: f64::from(v * v),
                })
                .collect();
            settle(&graph, start, 50)
        };
        for (one, other) in with(1.0).into_iter().zip(with(8.0)) {
            assert!(length(one.x - other.x, one.y - other.y) < 1e-6);
        }
    }
}
