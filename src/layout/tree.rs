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

    /// For the point of each body, in the order of [`Tree::order`]: the sum over all other points of
    /// `mass / distance`, as a vector away from them.
    ///
    /// The bodies of a square that is not divided stand so near each other that what counts as one point for the
    /// nearest of them does for all: they share one list of what pushes them (Barnes, *A modified tree code*, Journal
    /// of Computational Physics 1990), and a list is summed several at a time.
    pub(super) fn repulsions(&self) -> Vec<Point> {
        let is_leaf = |cell: &&Cell| !cell.bodies.is_empty();
        let leaves: Vec<&Cell> = self.cells.iter().filter(is_leaf).collect();
        let parts: Vec<Vec<Point>> = leaves
            .par_chunks(LEAVES)
            .map_init(Pushing::default, |pushing, leaves| {
                let mut points = Vec::with_capacity(leaves.len() * LEAF);
                for leaf in leaves {
                    let bodies = &self.bodies[leaf.bodies.start as usize..leaf.bodies.end as usize];
                    self.list(bodies, pushing);
                    points.extend(bodies.iter().map(|body| pushing.push(body.at)));
                }
                points
            })
            .collect();
        parts.concat()
    }

    /// Lists what pushes the bodies: points one by one where a square is too near any of them.
    fn list(&self, bodies: &[Body], pushing: &mut Pushing) {
        pushing.clear();
        let around = Extent::of(bodies.iter().map(|body| body.at));
        let mut cell = 0;
        while let Some(square) = self.cells.get(cell) {
            if around.distance_squared(square.centre) > square.near {
                pushing.add(square.centre, square.mass);
                cell = square.next as usize;
            } else {
                for body in &self.bodies[square.bodies.start as usize..square.bodies.end as usize] {
                    pushing.add(body.at, body.mass);
                }
                cell = if square.bodies.is_empty() {
                    cell + 1
                } else {
                    square.next as usize
                };
            }
        }
        pushing.pad();
    }
}

/// Leaves that a thread takes at a time.
const LEAVES: usize = 64;

/// How many points of a list push at a time.
const LANES: usize = 4;

/// Points that push, a column for each of their numbers.
#[derive(Default)]
struct Pushing {
    x: Vec<f64>,
    y: Vec<f64>,
    mass: Vec<f64>,
}

impl Pushing {
    fn clear(&mut self) {
        self.x.clear();
        self.y.clear();
        self.mass.clear();
    }

    fn add(&mut self, at: Point, mass: f64) {
        self.x.push(at.x);
        self.y.push(at.y);
        self.mass.push(mass);
    }

    /// Fills up the last lanes with what does not push.
    fn pad(&mut self) {
        while !self.x.len().is_multiple_of(LANES) {
            self.add(Point { x: 0.0, y: 0.0 }, 0.0);
        }
    }

    /// The sum of all pushes on a point; what stands on the same spot does not push.
    fn push(&self, own: Point) -> Point {
        let (mut x, mut y) = ([0.0; LANES], [0.0; LANES]);
        let masses = self.mass.chunks_exact(LANES);
        let places = self.x.chunks_exact(LANES).zip(self.y.chunks_exact(LANES));
        for ((from_x, from_y), mass) in places.zip(masses) {
            for lane in 0..LANES {
                let (dx, dy) = (own.x - from_x[lane], own.y - from_y[lane]);
                let square = dx * dx + dy * dy;
                let factor = if square > 0.0 { mass[lane] / square } else { 0.0 };
                x[lane] += dx * factor;
                y[lane] += dy * factor;
            }
        }
        Point {
            x: x.into_iter().sum(),
            y: y.into_iter().sum(),
        }
    }
}

/// The smallest upright rectangle around some points.
struct Extent {
    low: Point,
    high: Point,
}

impl Extent {
    fn of(points: impl Iterator<Item = Point>) -> Extent {
        let (least, most) = (f64::NEG_INFINITY, f64::INFINITY);
        let none = Extent {
            low: Point { x: most, y: most },
            high: Point { x: least, y: least },
        };
        points.fold(none, |Extent { low, high }, point| Extent {
            low: Point {
                x: low.x.min(point.x),
                y: low.y.min(point.y),
            },
            high: Point {
                x: high.x.max(point.x),
                y: high.y.max(point.y),
            },
        })
    }

    /// From its nearest point; 0 inside.
    fn distance_squared(&self, point: Point) -> f64 {
        let dx = (self.low.x - point.x).max(point.x - self.high.x).max(0.0);
        let dy = (self.low.y - point.y).max(point.y - self.high.y).max(0.0);
        dx * dx + dy * dy
    }
}

/// The smallest upright square around all points.
struct Square {
    corner: Point,
    side: f64,
}

impl Square {
    fn around(points: &[Point]) -> Square {
        let Extent { low, high } = Extent::of(points.iter().copied());
        Square {
            corner: low,
            side: (high.x - low.x).max(high.y - low.y).max(f64::MIN_POSITIVE),
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
        let all = tree.repulsions();
        for at in (0..3000).step_by(50) {
            let own = points[tree.order[at] as usize];
            let (mut x, mut y) = (0.0, 0.0);
            for (other, mass) in points.iter().zip(&masses).filter(|(other, _)| **other != own) {
                let (dx, dy) = (own.x - other.x, own.y - other.y);
                x += mass * dx / (dx * dx + dy * dy);
                y += mass * dy / (dx * dx + dy * dy);
            }
            let quick = all[at];
            error += (quick.x - x).powi(2) + (quick.y - y).powi(2);
            size += x * x + y * y;
        }
        assert!((error / size).sqrt() < 0.08, "{}", (error / size).sqrt());
    }

    #[test]
    fn points_on_one_spot_end_the_division() {
        let tree = Tree::new(&[Point { x: 1.0, y: 1.0 }; 100], &[1.0; 100]);
        assert_eq!(tree.repulsions(), [Point { x: 0.0, y: 0.0 }; 100]);
    }
}
