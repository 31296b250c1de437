//! Points with masses in, the repulsion that all exert on any place out, far ones taken together.
//!
//! Barnes and Hut, *A hierarchical O(N log N) force-calculation algorithm*, Nature 1986: a square of the plane that
//! looks small from afar counts as one point at its centre of mass.

use rayon::prelude::*;

use super::Point;
use crate::metrics::chunks::fill;

/// A square counts as one point if its side is less than this times its distance (Gephi's default).
const THETA: f64 = 1.2;

/// So few points are not divided further.
const LEAF: usize = 8;

/// Bits of a coordinate in the sorting key: how often a square can be quartered.
const BITS: u32 = 16;

pub(super) struct Tree {
    /// The points in the order of the curve through the squares: what is near stands near.
    bodies: Vec<Body>,
    /// For each body, which point it is.
    pub(super) order: Vec<u32>,
    /// Squares, each followed by those inside it.
    cells: Vec<Cell>,
}

#[derive(Clone, Copy)]
struct Body {
    at: Point,
    mass: f64,
}

struct Cell {
    centre: Point,
    mass: f64,
    /// Nearer than this, squared, the square has to be opened.
    near: f64,
    /// The cell after all those inside this one.
    next: u32,
    /// The bodies of a cell that is not divided.
    bodies: std::ops::Range<u32>,
}

impl Tree {
    pub(super) fn new(points: &[Point], masses: &[f64]) -> Tree {
        let square = Square::around(points);
        let mut keys: Vec<u64> = fill(points.len(), |v| square.key(points[v]) << 32 | v as u64);
        keys.par_sort_unstable();
        let order: Vec<u32> = keys.iter().map(|key| *key as u32).collect();
        let body = |v: &u32| Body {
            at: points[*v as usize],
            mass: masses[*v as usize],
        };
        let bodies: Vec<Body> = order.iter().map(body).collect();
        let mut tree = Tree {
            bodies,
            order,
            cells: Vec::new(),
        };
        if !points.is_empty() {
            tree.divide(&keys, 0..points.len(), square.side, BITS);
        }
        tree
    }

    /// Appends the cell of the bodies in `range`, whose keys agree but for the last `levels` pairs of bits.
    fn divide(&mut self, keys: &[u64], range: std::ops::Range<usize>, side: f64, levels: u32) {
        let own = self.cells.len();
        let (mut mass, mut x, mut y) = (0.0, 0.0, 0.0);
        for body in &self.bodies[range.clone()] {
            mass += body.mass;
            x += body.mass * body.at.x;
            y += body.mass * body.at.y;
        }
        let near = (side / THETA) * (side / THETA);
        let bodies = range.start as u32..range.end as u32;
        self.cells.push(Cell {
            centre: Point {
                x: x / mass,
                y: y / mass,
            },
            mass,
            near,
            next: 0,
            bodies,
        });
        if range.len() > LEAF && levels > 0 {
            self.cells[own].bodies = 0..0;
            let shift = 32 + 2 * (levels - 1);
            let mut start = range.start;
            for quarter in 0..4 {
                let part = &keys[start..range.end];
                let end = start + part.partition_point(|key| key >> shift & 3 <= quarter);
                if end > start {
                    self.divide(keys, start..end, side / 2.0, levels - 1);
                }
                start = end;
            }
        }
        self.cells[own].next = self.cells.len() as u32;
    }

    /// For the point of body `at`: the sum over all other points of `mass / distance`, as a vector away from them.
    pub(super) fn repulsion(&self, at: usize) -> Point {
        let own = self.bodies[at].at;
        let (mut x, mut y) = (0.0, 0.0);
        let mut push = |from: Point, mass: f64| {
            let (dx, dy) = (own.x - from.x, own.y - from.y);
            let square = dx * dx + dy * dy;
            let factor = if square > 0.0 { mass / square } else { 0.0 };
            x += dx * factor;
            y += dy * factor;
        };
        let mut cell = 0;
        while let Some(square) = self.cells.get(cell) {
            let (dx, dy) = (own.x - square.centre.x, own.y - square.centre.y);
            if dx * dx + dy * dy > square.near {
                push(square.centre, square.mass);
                cell = square.next as usize;
            } else {
                for body in &self.bodies[square.bodies.start as usize..square.bodies.end as usize] {
                    push(body.at, body.mass);
                }
                cell = if square.bodies.is_empty() {
                    cell + 1
                } else {
                    square.next as usize
                };
            }
        }
        Point { x, y }
    }
}

/// The smallest upright square around all points.
struct Square {
    corner: Point,
    side: f64,
}

impl Square {
    fn around(points: &[Point]) -> Square {
        let span = |coordinate: fn(&Point) -> f64| {
            let low = points.iter().map(coordinate).fold(f64::INFINITY, f64::min);
            let high = points.iter().map(coordinate).fold(f64::NEG_INFINITY, f64::max);
            (low, high - low)
        };
        let ((left, width), (bottom, height)) = (span(|p| p.x), span(|p| p.y));
        Square {
            corner: Point { x: left, y: bottom },
            side: width.max(height).max(f64::MIN_POSITIVE),
        }
    }

    /// The bits of both coordinates, interleaved: equal beginnings lie in one square (Morton 1966).
    fn key(&self, point: Point) -> u64 {
        let cells = f64::from(1u32 << BITS);
        let place = |offset: f64| spread(((offset / self.side * cells) as u64).min((1 << BITS) - 1));
        place(point.x - self.corner.x) | place(point.y - self.corner.y) << 1
    }
}

/// Puts a 0 before each of sixteen bits.
fn spread(mut bits: u64) -> u64 {
    bits = (bits | bits << 8) & 0x00FF_00FF;
    bits = (bits | bits << 4) & 0x0F0F_0F0F;
    bits = (bits | bits << 2) & 0x3333_3333;
    (bits | bits << 1) & 0x5555_5555
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::random::Random;

    #[test]
    fn far_points_taken_together_push_nearly_as_they_do_one_by_one() {
        let mut random = Random::new(9);
        let points: Vec<Point> = (0..3000)
            .map(|_| Point {
                x: random.unit() * 50.0,
                y: random.unit(),
            })
            .collect();
        let masses: Vec<f64> = (0..3000).map(|_| 1.0 + random.unit() * 9.0).collect();
        let tree = Tree::new(&points, &masses);
        let (mut error, mut size) = (0.0, 0.0);
        for at in (0..3000).step_by(50) {
            let own = points[tree.order[at] as usize];
            let (mut x, mut y) = (0.0, 0.0);
            for (other, mass) in points.iter().zip(&masses).filter(|(other, _)| **other != own) {
                let (dx, dy) = (own.x - other.x, own.y - other.y);
                x += mass * dx / (dx * dx + dy * dy);
                y += mass * dy / (dx * dx + dy * dy);
            }
            let quick = tree.repulsion(at);
            error += (quick.x - x).powi(2) + (quick.y - y).powi(2);
            size += x * x + y * y;
        }
        assert!((error / size).sqrt() < 0.08, "{}", (error / size).sqrt());
    }

    #[test]
    fn points_on_one_spot_end_the_division() {
        let tree = Tree::new(&[Point { x: 1.0, y: 1.0 }; 100], &[1.0; 100]);
        assert_eq!(tree.repulsion(3), Point { x: 0.0, y: 0.0 });
    }
}
