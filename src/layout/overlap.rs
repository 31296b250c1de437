//! Places and radii in, places out at which no disc lies on another, moved as little as that takes.
//!
//! Overlapping pairs are pushed apart by half their overlap each, over and over; where that comes to no end for want
//! of room, all places are first moved a little away from the middle.

use super::Point;

/// Discs that overlap by less than this share of their radii count as apart.
const SLACK: f64 = 1e-7;

/// So often pairs are pushed before room is made.
const PUSHES: usize = 20;

/// Room is made by this factor, and so often at most: enough for a ten-thousandfold.
const WIDEN: f64 = 1.1;
const WIDENINGS: usize = 100;

pub(super) fn part(mut points: Vec<Point>, radii: &[f64]) -> Vec<Point> {
    let widest = radii.iter().copied().fold(0.0, f64::max);
    if widest <= 0.0 {
        return points;
    }
    for _ in 0..WIDENINGS {
        for _ in 0..PUSHES {
            if push_apart(&mut points, radii) == 0 {
                return points;
            }
        }
        for point in &mut points {
            point.x *= WIDEN;
            point.y *= WIDEN;
        }
    }
    points
}

/// Pushes every overlapping pair apart once, and says how many there were. The larger disc of a pair looks for the
/// other, which therefore lies within twice its own radius: small discs look about themselves only.
fn push_apart(points: &mut [Point], radii: &[f64]) -> usize {
    let grid = Grid::new(points, radii);
    let mut found = 0;
    for v in 0..points.len() {
        let Point { x, y } = points[v];
        let reach = 2.0 * radii[v];
        for row in grid.place(y - reach - grid.corner.y)..=grid.place(y + reach - grid.corner.y) {
            let columns = grid.place(x - reach - grid.corner.x)..=grid.place(x + reach - grid.corner.x);
            for &(_, w) in grid.cells(row, columns) {
                let w = w as usize;
                if radii[w] < radii[v] || radii[w] == radii[v] && w < v {
                    found += usize::from(push_pair(points, radii, v, w));
                }
            }
        }
    }
    found
}

fn push_pair(points: &mut [Point], radii: &[f64], v: usize, w: usize) -> bool {
    let (mut dx, mut dy) = (points[v].x - points[w].x, points[v].y - points[w].y);
    let wanted = radii[v] + radii[w];
    let square = dx * dx + dy * dy;
    if square >= wanted * wanted * (1.0 - SLACK) * (1.0 - SLACK) {
        return false;
    }
    let mut apart = square.sqrt();
    if apart == 0.0 {
        // Two on one spot part along a direction that their numbers choose.
        (dx, dy) = (1.0, (v % 7) as f64 - 3.0);
        apart = (dx * dx + dy * dy).sqrt();
        (dx, dy) = (dx / apart, dy / apart);
        apart = 1.0;
        return shift(points, v, w, dx * wanted / 2.0 / apart, dy * wanted / 2.0 / apart);
    }
    let step = (wanted - apart) / apart / 2.0;
    shift(points, v, w, dx * step, dy * step)
}

fn shift(points: &mut [Point], v: usize, w: usize, dx: f64, dy: f64) -> bool {
    points[v].x += dx;
    points[v].y += dy;
    points[w].x -= dx;
    points[w].y -= dy;
    true
}

/// Points by the square of a grid in which they stood when it was made; what is pushed out of its square meanwhile is
/// found in the next round.
struct Grid {
    /// (square, point), sorted.
    entries: Vec<(u64, u32)>,
    corner: Point,
    side: f64,
    columns: u64,
}

impl Grid {
    /// Squares are as wide as a disc of mean radius, but never so small that most of them are empty.
    fn new(points: &[Point], radii: &[f64]) -> Grid {
        let low = |coordinate: fn(&Point) -> f64| points.iter().map(coordinate).fold(f64::INFINITY, f64::min);
        let high = |coordinate: fn(&Point) -> f64| points.iter().map(coordinate).fold(f64::MIN, f64::max);
        let corner = Point {
            x: low(|p| p.x),
            y: low(|p| p.y),
        };
        let (width, height) = (high(|p| p.x) - corner.x, high(|p| p.y) - corner.y);
        let count = points.len() as f64;
        let mean = radii.iter().sum::<f64>() / count;
        let side = (2.0 * mean)
            .max(width.max(height) / 1e6)
            .max((width * height / count).sqrt() / 4.0);
        let mut grid = Grid {
            entries: Vec::new(),
            corner,
            side,
            columns: 0,
        };
        grid.columns = grid.place(width) + 1;
        let key = |p: &Point| grid.place(p.y - corner.y) * grid.columns + grid.place(p.x - corner.x);
        let mut entries: Vec<(u64, u32)> = points.iter().map(key).zip(0..).collect();
        entries.sort_unstable();
        grid.entries = entries;
        grid
    }

    /// Row or column of an offset from the corner; those before it count as the first.
    fn place(&self, offset: f64) -> u64 {
        (offset / self.side).max(0.0) as u64
    }

    /// What stands in these squares of a row.
    fn cells(&self, row: u64, columns: std::ops::RangeInclusive<u64>) -> &[(u64, u32)] {
        let (first, last) = (*columns.start(), (*columns.end()).min(self.columns - 1));
        let start = self
            .entries
            .partition_point(|entry| entry.0 < row * self.columns + first);
        let rest = &self.entries[start..];
        let length = rest
            .iter()
            .take_while(|entry| entry.0 <= row * self.columns + last)
            .count();
        &rest[..length]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::random::Random;

    #[test]
    fn a_heap_on_one_spot_comes_apart() {
        let points = part(vec![Point { x: 5.0, y: 5.0 }; 60], &[3.0; 60]);
        for v in 0..60 {
            for w in 0..v {
                let (dx, dy) = (points[v].x - points[w].x, points[v].y - points[w].y);
                assert!((dx * dx + dy * dy).sqrt() >= 6.0 - 1e-5);
            }
        }
    }

    #[test]
    fn what_is_apart_stays_where_it_is() {
        let points = vec![Point { x: 0.0, y: 0.0 }, Point { x: 10.0, y: 0.0 }];
        assert_eq!(part(points.clone(), &[4.0, 6.0]), points);
        assert_eq!(part(vec![points[0]; 2], &[0.0, 0.0]), vec![points[0]; 2]);
    }

    #[test]
    fn discs_of_very_different_sizes_come_apart() {
        let mut random = Random::new(2);
        let points: Vec<Point> = (0..500)
            .map(|_| Point {
                x: random.unit() * 100.0,
                y: random.unit() * 100.0,
            })
            .collect();
        let radii: Vec<f64> = (0..500).map(|v| if v % 50 == 0 { 15.0 } else { 1.0 }).collect();
        let points = part(points, &radii);
        for v in 0..500 {
            for w in 0..v {
                let (dx, dy) = (points[v].x - points[w].x, points[v].y - points[w].y);
                assert!((dx * dx + dy * dy).sqrt() >= (radii[v] + radii[w]) * (1.0 - 1e-6));
            }
        }
    }
}
