//! The picture and the degrees -> two drawings with what they show in words.

use maud::{Markup, html};

use super::overview::plural;
use super::parts::count;
use crate::report::content::{Content, DegreeCount};
use crate::report::drawing::inline;
use crate::resolve::record::Kind;

pub(super) fn picture(content: &Content) -> Markup {
    let picture = &content.picture;
    html! {
        @if picture.discs.is_empty() {
            p { "No page names anything that could be drawn." }
        } @else {
            p class="legend" {
                @for kind in Kind::ALL { span class={ "name " (kind.name()) } { (plural(kind.name())) } }
                span class="note" {
                    "A disc grows with PageRank, a line with how strongly two are joined. Each disc leads to its evidence."
                }
            }
            figure class="wide-figure" { (inline(picture)) }
            @if picture.left_out > 0 {
                p class="more" { (count(picture.left_out)) " entities of lower rank are not drawn; " code { "explore.html" } " shows all." }
            }
        }
    }
}

const BREADTH: f64 = 640.0;
const HEIGHT: f64 = 300.0;
const MARGIN: f64 = 44.0;

/// Both axes are logarithmic, as degrees are spread over orders of magnitude; entities without edges are told in words.
pub(super) fn degrees(content: &Content) -> Markup {
    let joined: Vec<&DegreeCount> = content.degrees.iter().filter(|it| it.degree > 0).collect();
    let alone = content
        .degrees
        .iter()
        .find(|it| it.degree == 0)
        .map_or(0, |it| it.entities);
    let most = joined.iter().map(|it| it.entities).max().unwrap_or(1) as f64;
    let greatest = joined.iter().map(|it| it.degree).max().unwrap_or(1);
    let right = Axis::new(f64::from(greatest), BREADTH - MARGIN - 12.0);
    let up = Axis::new(most, HEIGHT - MARGIN - 12.0);
    html! {
        p { "How many entities have how many neighbours; both scales are logarithmic. " (count(alone)) " have none." }
        figure class="chart" {
            svg viewBox={ "0 0 " (BREADTH) " " (HEIGHT) } role="img" aria-label="Distribution of degrees" {
                @for tick in right.ticks() {
                    @let x = MARGIN + right.at(tick);
                    line class="grid" x1=(x) x2=(x) y1="12" y2=(HEIGHT - MARGIN) {}
                    text class="tick" x=(x) y=(HEIGHT - MARGIN + 16.0) text-anchor="middle" { (tick) }
                }
                @for tick in up.ticks() {
                    @let y = HEIGHT - MARGIN - up.at(tick);
                    line class="grid" x1=(MARGIN) x2=(BREADTH - 12.0) y1=(y) y2=(y) {}
                    text class="tick" x=(MARGIN - 8.0) y=(y + 4.0) text-anchor="end" { (tick) }
                }
                text class="tick" x=((BREADTH + MARGIN) / 2.0) y=(HEIGHT - 8.0) text-anchor="middle" { "neighbours" }
                @for it in &joined {
                    circle class="dot" r="3.5" cx=(round(MARGIN + right.at(f64::from(it.degree))))
                        cy=(round(HEIGHT - MARGIN - up.at(it.entities as f64))) {
                        title { (it.entities) " with " (it.degree) " neighbours" }
                    }
                }
            }
        }
    }
}

/// A logarithmic scale from 1 to the greatest number.
struct Axis {
    greatest: f64,
    length: f64,
}

impl Axis {
    fn new(greatest: f64, length: f64) -> Axis {
        let greatest = greatest.max(2.0);
        Axis { greatest, length }
    }

    fn at(&self, number: f64) -> f64 {
        round(self.length * number.max(1.0).ln() / self.greatest.ln())
    }

    fn ticks(&self) -> Vec<f64> {
        let powers = (0..7).map(|power| 10f64.powi(power));
        let ticks = powers.flat_map(|power| [1.0, 2.0, 5.0].map(|digit| digit * power));
        ticks.take_while(|tick| *tick <= self.greatest).collect()
    }
}

fn round(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_starts_at_one_and_ends_at_the_greatest() {
        let axis = Axis::new(150.0, 300.0);
        assert_eq!((axis.at(1.0), axis.at(150.0)), (0.0, 300.0));
        assert_eq!(axis.ticks(), [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0]);
    }
}
