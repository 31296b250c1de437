//! Nodes and edges as a file names them, one after the other -> the graph.

use petgraph::graph::{DiGraph, NodeIndex};
use rustc_hash::FxHashMap;

use crate::graph::{Edge, KnowledgeGraph, Node, Orientation, Quote, fill_posts};
use crate::import::Fault;
use crate::import::fields::{Fields, edge, node};

/// A graph that is being read.
pub(super) struct Builder {
    graph: DiGraph<Node, Edge>,
    orientation: Orientation,
    places: FxHashMap<String, NodeIndex>,
    quotes: Vec<Quote>,
    quote_of: FxHashMap<(String, String), u32>,
}

impl Builder {
    pub fn new(orientation: Orientation) -> Builder {
        Builder {
            graph: DiGraph::new(),
            orientation,
            places: FxHashMap::default(),
            quotes: Vec::new(),
            quote_of: FxHashMap::default(),
        }
    }

    pub fn orient(&mut self, orientation: Orientation) {
        self.orientation = orientation;
    }

    /// Adds a node, which edges name by its id.
    pub fn node(&mut self, id: Option<String>, fields: Fields) -> Result<(), Fault> {
        let id = id.ok_or(Fault::NoId(self.graph.node_count()))?;
        let place = self.graph.add_node(node(id.clone(), fields));
        match self.places.insert(id.clone(), place) {
            None => Ok(()),
            Some(_) => Err(Fault::Twice(id)),
        }
    }

    /// Adds an edge between two nodes that were added before.
    pub fn edge(&mut self, ends: [String; 2], fields: Fields) -> Result<(), Fault> {
        let number = self.graph.edge_count();
        let [source, target] = ends.map(|end| {
            let place = self.places.get(&end).copied();
            place.ok_or(Fault::NoEnd { edge: number, end })
        });
        let (source, target) = (source?, target?);
        let (mut edge, quote) = edge(fields);
        if !(edge.weight.is_finite() && edge.weight > 0.0) {
            let weight = edge.weight;
            return Err(Fault::Weight { edge: number, weight });
        }
        edge.quote = quote.map(|quote| self.quote(quote));
        self.graph.add_edge(source, target, edge);
        Ok(())
    }

    /// The place of a sentence, which many edges can quote.
    fn quote(&mut self, quote: Quote) -> u32 {
        let next = self.quotes.len() as u32;
        let key = (quote.text.clone(), quote.document.clone());
        let place = *self.quote_of.entry(key).or_insert(next);
        if place == next {
            self.quotes.push(quote);
        }
        place
    }

    pub fn finish(mut self) -> KnowledgeGraph {
        fill_posts(&mut self.graph);
        KnowledgeGraph::new(self.graph, self.orientation, self.quotes)
    }
}
