//! The pieces of a picture, each with its own places, in, one picture out: the pieces on shelves, none on another.
//!
//! Pieces come in their order, the largest first: it fills the top shelf, and the others stand below it in rows of its
//! width. Forces alone would blow unconnected pieces far away from it, and it would shrink to a blot.

use super::Point;

/// The space between pieces.
const GAP: f64 = 12.0;

/// Places and radii of each piece in, the same places moved out, around the origin as a whole.
pub(super) fn arrange(mut pieces: Vec<(Vec<Point>, Vec<f64>)>) -> Vec<Vec<Point>> {
    let boxes: Vec<Frame> = pieces
        .iter()
        .map(|(points, radii)| Frame::around(points, radii))
        .collect();
    let area: f64 = boxes
        .iter()
        .map(|frame| (frame.width + GAP) * (frame.height + GAP))
        .sum();
    let widest = boxes.iter().map(|frame| frame.width).fold(0.0, f64::max);
    let limit = widest.max(area.sqrt());
    let (mut x, mut y, mut shelf, mut reach) = (0.0, 0.0, 0.0, 0.0f64);
    for ((points, _), frame) in pieces.iter_mut().zip(&boxes) {
        // Next to a piece that is a picture in itself there is no room for small ones.
        if x > 0.0 && (x + frame.width > limit || shelf > limit / 2.0) {
            (x, y, shelf) = (0.0, y - shelf - GAP, 0.0);
        }
        for point in points {
            point.x += x - frame.left;
            point.y += y - frame.top;
        }
        x += frame.width + GAP;
        reach = reach.max(x - GAP);
        shelf = frame.height.max(shelf);
    }
    let (middle, half) = (reach / 2.0, (y - shelf) / 2.0);
    let centre = |point: Point| Point {
        x: point.x - middle,
        y: point.y - half,
    };
    pieces
        .into_iter()
        .map(|(points, _)| points.into_iter().map(centre).collect())
        .collect()
}

/// What the discs of a piece take up.
struct Frame {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

impl Frame {
    fn around(points: &[Point], radii: &[f64]) -> Frame {
        let discs = || points.iter().zip(radii);
        let left = discs().map(|(p, r)| p.x - r).fold(f64::INFINITY, f64::min);
        let right = discs().map(|(p, r)| p.x + r).fold(f64::NEG_INFINITY, f64::max);
        let bottom = discs().map(|(p, r)| p.y - r).fold(f64::INFINITY, f64::min);
        let top = discs().map(|(p, r)| p.y + r).fold(f64::NEG_INFINITY, f64::max);
        Frame {
            left,
            top,
            width: right - left,
            height: top - bottom,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_pieces_stand_below_the_large_one_in_rows_of_its_width() {
        let line = |length: u32| {
            (0..length)
                .map(|x| Point {
                    x: f64::from(x) * 10.0,
                    y: 0.0,
                })
                .collect::<Vec<_>>()
        };
        let mut pieces = vec![(line(11), vec![5.0; 11])];
        pieces.extend((0..20).map(|_| (line(1), vec![5.0])));
        let placed = arrange(pieces);
        let width = |points: &[Point]| (points[0].x, points[points.len() - 1].x);
        let (left, right) = width(&placed[0]);
        assert_eq!((left, right), (-50.0, 50.0));
        for small in &placed[1..] {
            assert!(small[0].y < placed[0][0].y - 10.0);
            assert!((left - 1e-9..=right + 1e-9).contains(&small[0].x));
        }
    }

    #[test]
    fn nothing_needs_no_place() {
        assert!(arrange(Vec::new()).is_empty());
    }
}
