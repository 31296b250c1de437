//! Files of graphs, our own and others', -> the knowledge graph.

mod attributes;
mod evidence;
pub mod graphml;
pub mod json;
mod open;

pub use evidence::{NoEvidence, evidence};
pub use open::{Unopened, open};

use petgraph::graph::{DiGraph, NodeIndex};
use rustc_hash::FxHashMap;

use crate::graph::{Edge, KnowledgeGraph, Node, Orientation, Quote, Value, fill_posts};
use crate::import::attributes::{fill_edge, fill_node};

/// A file that is no graph that vnkg reads.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    #[error("it is no well-formed XML: {0}")]
    Xml(#[from] quick_xml::Error),
    #[error("it is no well-formed JSON: {0}")]
    Json(#[from] serde_json::Error),
    #[error("it ends before its last tag; it may have been cut off when it was copied")]
    Cut,
    #[error("it holds no graph; write one with `vnkg build`, or export GraphML or node-link JSON")]
    NoGraph,
    #[error("two of its nodes have the id `{0}`; give every node an id of its own")]
    Twice(String),
    #[error("an edge ends at `{0}`, which is no node; add the node or take the edge out")]
    Dangling(String),
}

/// Reads GraphML or JSON, whichever the text is.
pub fn read(text: &str) -> Result<KnowledgeGraph, Unread> {
    match text.trim_start_matches('\u{feff}').trim_start().starts_with('<') {
        true => graphml::read(text),
        false => json::read(text),
    }
}

/// The attributes of a node or an edge, by name, in the order of the file.
pub(crate) type Attributes = Vec<(String, Datum)>;

/// A value as a file has it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Datum {
    One(Value),
    Many(Vec<String>),
}

/// A graph on its way from a file.
#[derive(Default)]
pub(crate) struct Draft {
    graph: DiGraph<Node, Edge>,
    index: FxHashMap<String, NodeIndex>,
    quotes: Vec<Quote>,
    quote_of: FxHashMap<Quote, u32>,
}

impl Draft {
    /// Adds a node under its id in the file; `entity_id` among the attributes is its own id.
    pub fn add_node(&mut self, id: &str, attributes: Attributes) -> Result<(), Unread> {
        let node = self.graph.add_node(fill_node(id, attributes));
        match self.index.insert(id.to_owned(), node) {
            Some(_) => Err(Unread::Twice(id.to_owned())),
            None => Ok(()),
        }
    }

    /// Adds an edge between two ids of the file.
    pub fn add_edge(&mut self, source: &str, target: &str, attributes: Attributes) -> Result<(), Unread> {
        let end = |id: &str| {
            self.index
                .get(id)
                .copied()
                .ok_or_else(|| Unread::Dangling(id.to_owned()))
        };
        let (source, target) = (end(source)?, end(target)?);
        let (mut edge, quote) = fill_edge(attributes);
        edge.quote = quote.map(|quote| self.quote(quote));
        self.graph.add_edge(source, target, edge);
        Ok(())
    }

    fn quote(&mut self, quote: Quote) -> u32 {
        let next = self.quotes.len() as u32;
        let index = *self.quote_of.entry(quote.clone()).or_insert(next);
        if index == next {
            self.quotes.push(quote);
        }
        index
    }

    pub fn finish(mut self, orientation: Orientation) -> KnowledgeGraph {
        fill_posts(&mut self.graph);
        KnowledgeGraph::new(self.graph, orientation, self.quotes)
    }
}
