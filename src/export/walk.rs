//! A graph -> rows and columns: the one place that says which attributes a node and an edge have in files.
//!
//! Formats differ in how they write a cell, never in what they write. They see no graph but this one, be it a
//! knowledge graph or the columns of another program's.

use std::borrow::Cow;

use petgraph::graph::{EdgeIndex, NodeIndex};

use crate::export::cell::From;
pub use crate::export::cell::{Cell, Column, Form};
use crate::export::columns::{EDGE, NODE};
use crate::export::own::Extra;
pub use crate::export::row::{EdgeRow, NodeRow, Shown};
use crate::export::{foreign, own};
use crate::graph::{ColumnGraph, KnowledgeGraph, Maker, Orientation};

/// A graph with the columns that it needs.
pub struct Walk<'g> {
    pub node_columns: Vec<Column>,
    pub edge_columns: Vec<Column>,
    source: Source<'g>,
    edge_prefix: &'static str,
}

/// Where nodes and edges come from.
#[derive(Clone, Copy)]
enum Source<'g> {
    Own(&'g KnowledgeGraph),
    Foreign(&'g ColumnGraph),
}

impl<'g> Walk<'g> {
    pub fn new(knowledge: &'g KnowledgeGraph) -> Walk<'g> {
        let node_columns = own::node_columns(knowledge);
        let edge_columns = own::edge_columns(knowledge);
        Walk {
            node_columns,
            edge_columns,
            source: Source::Own(knowledge),
            edge_prefix: "e",
        }
        .with_edge_prefix()
    }

    /// Walks over a graph as a file has it.
    pub fn of_columns(graph: &'g ColumnGraph) -> Walk<'g> {
        Walk {
            node_columns: foreign::node_columns(graph),
            edge_columns: foreign::edge_columns(graph),
            source: Source::Foreign(graph),
            edge_prefix: "e",
        }
        .with_edge_prefix()
    }

    /// Ids of edges begin with `e`, unless a node of another program's graph has such an id too.
    fn with_edge_prefix(self) -> Walk<'g> {
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let clash = |node: NodeRow| node.id().strip_prefix('e').is_some_and(is_number);
        let edge_prefix = if self.nodes().any(clash) { "edge:" } else { "e" };
        Walk { edge_prefix, ..self }
    }

    /// Who made the graph.
    pub fn maker(&self) -> Maker {
        match self.source {
            Source::Own(_) => Maker::Vnkg,
            Source::Foreign(_) => Maker::Other,
        }
    }

    /// The whole graph, with what its kinds of nodes and edges mean.
    pub fn knowledge(&self) -> Cow<'g, KnowledgeGraph> {
        match self.source {
            Source::Own(knowledge) => Cow::Borrowed(knowledge),
            Source::Foreign(graph) => Cow::Owned(KnowledgeGraph::from(graph)),
        }
    }

    /// Whether the direction of edges means something.
    pub fn orientation(&self) -> Orientation {
        match self.source {
            Source::Own(knowledge) => knowledge.orientation,
            Source::Foreign(graph) => graph.orientation,
        }
    }

    pub fn node_count(&self) -> usize {
        match self.source {
            Source::Own(knowledge) => knowledge.graph.node_count(),
            Source::Foreign(graph) => graph.node_count(),
        }
    }

    pub fn edge_count(&self) -> usize {
        match self.source {
            Source::Own(knowledge) => knowledge.graph.edge_count(),
            Source::Foreign(graph) => graph.edge_count(),
        }
    }

    /// The nodes in their order.
    pub fn nodes(&self) -> impl Iterator<Item = NodeRow<'g>> + use<'g> {
        let source = self.source;
        (0..self.node_count()).map(move |index| source.node(index))
    }

    /// The edges in their order.
    pub fn edges(&self) -> impl Iterator<Item = EdgeRow<'g>> + use<'g> {
        let source = self.source;
        (0..self.edge_count()).map(move |index| source.edge(index))
    }

    /// The node at this place.
    pub fn node(&self, index: NodeIndex) -> NodeRow<'g> {
        self.source.node(index.index())
    }

    /// An id that no node has, for the edge at this place.
    pub fn edge_id(&self, index: usize) -> String {
        format!("{}{index}", self.edge_prefix)
    }

    /// What ids of edges begin with; the place of the edge follows.
    pub fn edge_prefix(&self) -> &'static str {
        self.edge_prefix
    }

    /// The filled cells of a node, with the index of their column.
    pub fn node_cells<'w>(
        &'w self,
        node: NodeRow<'g>,
    ) -> impl Iterator<Item = (usize, Cell<'g>)> + use<'w, 'g> {
        let mut extra = node.own().map(|node| Extra::new(&node.extra));
        cells(&self.node_columns, move |from| match (from, node) {
            (From::Table(place), NodeRow::Own(_, own)) => (NODE[*place].cell)(own),
            (From::Extra(name), NodeRow::Own(..)) => extra.as_mut()?.next(name),
            (From::Meant(place) | From::Column(place), NodeRow::Foreign(row, graph)) => {
                foreign::cell_at(&graph.nodes, *place, row, &graph.texts)
            }
            _ => None,
        })
    }

    /// The filled cells of an edge, with the index of their column.
    pub fn edge_cells<'w>(
        &'w self,
        edge: EdgeRow<'g>,
    ) -> impl Iterator<Item = (usize, Cell<'g>)> + use<'w, 'g> {
        let mut extra = edge.own().map(|edge| Extra::new(&edge.extra));
        cells(&self.edge_columns, move |from| match (from, edge) {
            (From::Table(place), EdgeRow::Own(_, own, knowledge)) => {
                (EDGE[*place].cell)(own, knowledge.quote(own))
            }
            (From::Extra(name), EdgeRow::Own(..)) => extra.as_mut()?.next(name),
            (From::Meant(place) | From::Column(place), EdgeRow::Foreign(row, graph)) => {
                foreign::cell_at(&graph.edges, *place, row, &graph.texts)
            }
            _ => None,
        })
    }
}

impl<'g> Source<'g> {
    fn node(self, index: usize) -> NodeRow<'g> {
        match self {
            Source::Own(knowledge) => NodeRow::Own(index, &knowledge.graph[NodeIndex::new(index)]),
            Source::Foreign(graph) => NodeRow::Foreign(index, graph),
        }
    }

    fn edge(self, index: usize) -> EdgeRow<'g> {
        match self {
            Source::Own(knowledge) => EdgeRow::Own(index, &knowledge.graph[EdgeIndex::new(index)], knowledge),
            Source::Foreign(graph) => EdgeRow::Foreign(index, graph),
        }
    }
}

/// The filled cells of a row in the order of its columns.
fn cells<'w, 'g>(
    columns: &'w [Column],
    mut cell: impl FnMut(&'w From) -> Option<Cell<'g>>,
) -> impl Iterator<Item = (usize, Cell<'g>)> {
    let columns = columns.iter().enumerate();
    columns.filter_map(move |(index, column)| Some((index, cell(&column.from)?)))
}
