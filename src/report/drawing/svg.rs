//! A picture -> SVG: coloured by kind, sized by rank, with labels that lie on no other label.

use std::io::{self, Write};

use maud::{Markup, PreEscaped, html};

use super::labels::{Area, Label, place, words};
use super::picture::{Disc, Picture};
use crate::report::html::anchor;

/// Colours and fonts of a drawing, for whatever page it stands in.
pub(in crate::report) const STYLE: &str = include_str!("drawing.css");

/// Breadth in pixels at which the labels have the sizes below.
const BREADTH: f64 = 1100.0;
const LEAST_LABEL: f64 = 9.0;
const MOST_LABEL: f64 = 17.0;

/// Writes a file of its own that follows the reader's light or dark setting.
pub fn write(picture: &Picture, out: &mut impl Write) -> io::Result<()> {
    let frame = Frame::of(picture);
    let drawing = html! {
        svg xmlns="http://www.w3.org/2000/svg" class="drawing" role="img" viewBox=(frame.view_box())
            width=(BREADTH) height=(tidy(BREADTH * frame.height / frame.breadth)) {
            title { "The graph: officials, committees, directives and events" }
            style { (PreEscaped(STYLE)) }
            rect class="ground" x=(tidy(frame.left)) y=(tidy(frame.top)) width=(tidy(frame.breadth)) height=(tidy(frame.height)) {}
            (body(picture, &frame, Links::None))
        }
    };
    out.write_all(drawing.into_string().as_bytes())?;
    out.write_all(b"\n")
}

/// For a page that has [`STYLE`], with links to the evidence.
pub(in crate::report) fn inline(picture: &Picture) -> Markup {
    let frame = Frame::of(picture);
    html! {
        svg class="drawing" role="img" aria-label="The graph as a picture" viewBox=(frame.view_box()) {
            (body(picture, &frame, Links::Evidence))
        }
    }
}

#[derive(Clone, Copy)]
enum Links {
    Evidence,
    None,
}

fn body(picture: &Picture, frame: &Frame, links: Links) -> Markup {
    let discs = &picture.discs;
    let scale = frame.breadth / BREADTH;
    let labels = place(discs, frame.area(), LEAST_LABEL * scale, MOST_LABEL * scale);
    let heaviest = picture.lines.iter().map(|line| line.weight).fold(0.0, f64::max);
    html! {
        g class="lines" {
            @for line in &picture.lines {
                @let (from, to) = (&discs[line.from], &discs[line.to]);
                @let share = (line.weight / heaviest).sqrt();
                line x1=(tidy(from.x)) y1=(tidy(from.y)) x2=(tidy(to.x)) y2=(tidy(to.y))
                    stroke-width=(tidy(scale * (0.5 + 2.5 * share))) {}
            }
        }
        g class="discs" stroke-width=(tidy(scale)) {
            @for disc in discs { (linked(disc, links, dot(disc))) }
        }
        g class="labels" stroke-width=(tidy(3.0 * scale)) {
            @for label in &labels { (text(label, &discs[label.disc])) }
        }
    }
}

fn dot(disc: &Disc) -> Markup {
    html! {
        circle class=(disc.name.kind) cx=(tidy(disc.x)) cy=(tidy(disc.y)) r=(tidy(disc.radius)) {
            title { (readable(&disc.name.label)) }
        }
    }
}

fn linked(disc: &Disc, links: Links, inside: Markup) -> Markup {
    match links {
        Links::None => inside,
        Links::Evidence => html! { a href=(anchor(&disc.name).href()) tabindex="-1" { (inside) } },
    }
}

fn text(label: &Label, disc: &Disc) -> Markup {
    html! {
        text x=(tidy(label.x)) y=(tidy(label.y)) font-size=(tidy(label.size)) {
            (readable(&words(label, &disc.name.label)))
        }
    }
}

/// The part of the plane that is drawn.
struct Frame {
    left: f64,
    top: f64,
    breadth: f64,
    height: f64,
}

impl Frame {
    /// All discs and some room for the labels around them.
    fn of(picture: &Picture) -> Frame {
        let mut edges = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
        for disc in &picture.discs {
            edges[0] = edges[0].min(disc.x - disc.radius);
            edges[1] = edges[1].min(disc.y - disc.radius);
            edges[2] = edges[2].max(disc.x + disc.radius);
            edges[3] = edges[3].max(disc.y + disc.radius);
        }
        if picture.discs.is_empty() {
            edges = [0.0, 0.0, 100.0, 50.0];
        }
        let breadth = (edges[2] - edges[0]).max(100.0);
        let (aside, above) = (breadth * 0.08, breadth * 0.03);
        Frame {
            left: edges[0] - aside,
            top: edges[1] - above,
            breadth: breadth + 2.0 * aside,
            height: edges[3] - edges[1] + 2.0 * above,
        }
    }

    fn area(&self) -> Area {
        [
            self.left,
            self.top,
            self.left + self.breadth,
            self.top + self.height,
        ]
    }

    fn view_box(&self) -> String {
        format!(
            "{} {} {} {}",
            tidy(self.left),
            tidy(self.top),
            tidy(self.breadth),
            tidy(self.height)
        )
    }
}

/// Two decimals are finer than any screen.
fn tidy(number: f64) -> f64 {
    let rounded = (number * 100.0).round() / 100.0;
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// XML has no way to write most control characters.
fn readable(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::content::Name;
    use crate::report::drawing::Line;

    #[test]
    fn a_hostile_label_stays_text() {
        let disc = |label: &str, x| Disc {
            name: Name {
                id: "official:x".to_owned(),
                label: label.to_owned(),
                kind: "official".to_owned(),
            },
            x,
            y: 0.0,
            radius: 5.0,
        };
        let picture = Picture {
            discs: vec![disc("</text><script>\u{0}", 0.0), disc("Hùng & Hưng", 90.0)],
            lines: vec![Line {
                from: 0,
                to: 1,
                weight: 2.0,
            }],
            left_out: 0,
        };
        let mut out = Vec::new();
        write(&picture, &mut out).expect("written");
        let text = String::from_utf8(out).expect("UTF-8");
        assert!(!text.contains("<script") && !text.contains('\u{0}'), "{text}");
        assert!(text.contains("&lt;/text&gt;") && text.contains("Hùng &amp; Hưng"));
    }

    #[test]
    fn an_empty_picture_is_drawn_too() {
        let mut out = Vec::new();
        write(&Picture::default(), &mut out).expect("written");
        assert!(!String::from_utf8(out).expect("UTF-8").contains("NaN"));
    }
}
