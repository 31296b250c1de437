//! A graph in columns -> the knowledge graph, in which every node and edge has its fields.

use petgraph::graph::{DiGraph, NodeIndex};
use rustc_hash::FxHashMap;

use crate::graph::columns::ColumnGraph;
use crate::graph::fields::{attributes, fill_edge, fill_node};
use crate::graph::{Edge, KnowledgeGraph, Quote, fill_posts};

impl From<&ColumnGraph> for KnowledgeGraph {
    fn from(columns: &ColumnGraph) -> KnowledgeGraph {
        let mut graph = DiGraph::with_capacity(columns.node_count(), columns.edge_count());
        for node in 0..columns.node_count() {
            graph.add_node(fill_node(
                columns.id(node),
                attributes(&columns.nodes, node, &columns.texts),
            ));
        }
        let mut quotes = Quotes::default();
        for (edge, ends) in columns.ends.iter().enumerate() {
            let [source, target] = ends.map(|end| NodeIndex::new(end as usize));
            let (filled, quote) = fill_edge(attributes(&columns.edges, edge, &columns.texts));
            let quote = quote.map(|quote| quotes.number(quote));
            graph.add_edge(source, target, Edge { quote, ..filled });
        }
        fill_posts(&mut graph);
        KnowledgeGraph::new(graph, columns.orientation, quotes.quotes)
    }
}

/// Quotations, each once.
#[derive(Default)]
struct Quotes {
    quotes: Vec<Quote>,
    number_of: FxHashMap<Quote, u32>,
}

impl Quotes {
    fn number(&mut self, quote: Quote) -> u32 {
        let next = self.quotes.len() as u32;
        let number = *self.number_of.entry(quote.clone()).or_insert(next);
        if number == next {
            self.quotes.push(quote);
        }
        number
    }
}
