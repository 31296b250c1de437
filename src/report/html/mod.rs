//! The content of a report -> `report.html`: one file that needs no network and no script.

mod communities;
mod directives;
mod events;
mod evidence;
mod graph;
mod matrix;
mod open;
mod overview;
mod pages;
mod parts;
mod posts;
mod rankings;

use std::io::{self, Write};

use maud::{Markup, html};

pub(in crate::report) use parts::anchor;

use crate::markup::{self, Head};
use crate::report::{Content, drawing};

const STYLE: &str = include_str!("report.css");

/// Every section: the name of its place in the page, its heading and what writes it.
type Section = (&'static str, &'static str, fn(&Content) -> Markup);

const SECTIONS: [Section; 13] = [
    ("overview", "Overview", overview::section),
    ("picture", "Picture", graph::picture),
    ("leading", "Who and what leads", rankings::section),
    ("posts", "Posts by body", posts::section),
    ("directives", "Directives", directives::section),
    ("events", "Events", events::section),
    ("communities", "Communities", communities::section),
    ("together", "Named together", matrix::section),
    ("degrees", "Degrees", graph::degrees),
    ("open", "Left open", open::section),
    ("pages", "Pages", pages::section),
    ("measures", "How it was measured", overview::definitions),
    ("evidence", "Evidence", evidence::section),
];

/// Writes the whole page. Everything that comes from the corpus is escaped by `maud`; the same content gives the same
/// bytes.
pub fn write(content: &Content, out: &mut impl Write) -> io::Result<()> {
    let head = Head {
        language: "en",
        title: "What the pages say",
        styles: &[STYLE, drawing::STYLE],
    };
    let body = html! {
        (contents())
        main {
            (overview::headline(content))
            @for (id, heading, write) in SECTIONS {
                section id=(id) {
                    h2 { (heading) }
                    (write(content))
                }
            }
        }
    };
    markup::write(&head, &body, out)
}

fn contents() -> Markup {
    html! {
        nav aria-label="Sections" {
            a class="brand" href="#top" { "vnkg" }
            ol {
                @for (id, heading, _) in SECTIONS {
                    li { a href={ "#" (id) } { (heading) } }
                }
            }
        }
    }
}
