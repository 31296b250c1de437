//! A build, its measures and what was refused -> the facts that every form of the report prints.

mod communities;
mod directives;
mod events;
mod facts;
mod matrix;
mod names;
mod open;
mod overview;
mod pages;
mod posts;
mod rankings;
pub(in crate::report) mod testimony;

pub use facts::*;
pub(in crate::report) use names::Names;

use crate::graph::{Evidence, KnowledgeGraph};
use crate::metrics::definitions::DEFINITIONS;
use crate::metrics::knowledge::Measured;
use crate::read::Refusal;
use crate::report::drawing::picture;
use crate::resolve::Corpus;

/// Everything that a report is made from.
#[derive(Clone, Copy)]
pub struct Material<'a> {
    pub corpus: &'a Corpus<'a>,
    pub graph: &'a KnowledgeGraph,
    pub evidence: &'a Evidence,
    pub measured: &'a Measured,
    pub refused: &'a [Refusal],
}

impl Content {
    /// Gathers the facts. The same material gives the same facts.
    pub fn of(material: &Material) -> Content {
        let mut names = Names::new(material.graph);
        let picture = picture(material.graph, &mut names);
        let mut content = Content {
            overview: overview::overview(material),
            rankings: rankings::rankings(material, &mut names),
            posts: posts::posts(material, &mut names),
            directives: directives::directives(material, &mut names),
            communities: communities::communities(material, &mut names),
            events: events::events(material, &mut names),
            matrix: matrix::matrix(material, &mut names),
            degrees: rankings::degrees(material),
            refused: open::refused(material),
            unresolved: open::unresolved(material),
            ambiguous: open::ambiguous(material, &mut names),
            definitions: DEFINITIONS
                .iter()
                .map(|it| Defined {
                    name: it.name,
                    meaning: it.meaning,
                })
                .collect(),
            pages: Listing::default(),
            evidence: Vec::new(),
            picture,
        };
        content.pages = pages::pages(material, &mut names);
        content.evidence = testimony::testimonies(material, &names);
        content
    }
}
