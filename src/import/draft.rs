//! Nodes, edges and their attributes in the order of a file -> the graph in columns.

use crate::graph::Orientation;
use crate::graph::columns::{Column, ColumnGraph, Datum, Maker, Table};
use crate::import::Unread;

/// A graph on its way from a file.
#[derive(Default)]
pub(crate) struct Draft {
    /// Until the end, its edges end at ids: the nodes may come after them.
    graph: ColumnGraph,
}

/// What an attribute belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Row {
    Node(usize),
    Edge(usize),
}

/// The node that an id stands for where there is none.
const NO_NODE: u32 = u32::MAX;

impl Draft {
    /// Adds a node under its id in the file; `entity_id` among its attributes is its own id.
    pub fn add_node(&mut self, id: &str) -> Row {
        let id = self.graph.names.add(id);
        self.graph.ids.push(id);
        Row::Node(self.graph.ids.len() - 1)
    }

    /// Adds an edge between two ids of the file.
    pub fn add_edge(&mut self, source: &str, target: &str) -> Row {
        let ends = [source, target].map(|id| self.graph.names.add(id));
        self.graph.ends.push(ends);
        Row::Edge(self.graph.ends.len() - 1)
    }

    /// The attributes of nodes.
    pub fn nodes(&mut self) -> &mut Table {
        &mut self.graph.nodes
    }

    /// The attributes of edges.
    pub fn edges(&mut self) -> &mut Table {
        &mut self.graph.edges
    }

    /// Gives a node or an edge the value of the attribute at this place.
    pub fn set(&mut self, row: Row, place: usize, datum: Datum) {
        let graph = &mut self.graph;
        let (table, row) = match row {
            Row::Node(row) => (&mut graph.nodes, row),
            Row::Edge(row) => (&mut graph.edges, row),
        };
        table.columns[place].set(row, datum, &mut graph.texts);
    }

    /// Gives all nodes that have no value of an attribute this one.
    pub fn fill_nodes(&mut self, place: usize, datum: Datum) {
        let Draft { graph } = self;
        let rows = graph.ids.len();
        fill(&mut graph.nodes.columns[place], rows, |column, row| {
            column.set(row, datum, &mut graph.texts);
        });
    }

    /// Gives all edges that have no value of an attribute this one.
    pub fn fill_edges(&mut self, place: usize, datum: Datum) {
        let Draft { graph } = self;
        let rows = graph.ends.len();
        fill(&mut graph.edges.columns[place], rows, |column, row| {
            column.set(row, datum, &mut graph.texts);
        });
    }

    /// The graph, if every node has an id of its own and every edge ends at nodes.
    pub fn finish(self, orientation: Orientation, maker: Maker) -> Result<ColumnGraph, Unread> {
        let mut graph = self.graph;
        graph.orientation = orientation;
        graph.maker = maker;
        let mut node_of = vec![NO_NODE; graph.names.len()];
        for (node, id) in graph.ids.iter().enumerate() {
            if node_of[*id as usize] != NO_NODE {
                return Err(Unread::Twice(graph.names.get(*id).to_owned()));
            }
            node_of[*id as usize] = node as u32;
        }
        for end in graph.ends.as_flattened_mut() {
            let node = node_of[*end as usize];
            if node == NO_NODE {
                return Err(Unread::Dangling(graph.names.get(*end).to_owned()));
            }
            *end = node;
        }
        take_ids(&mut graph);
        mend_weights(&mut graph);
        Ok(graph)
    }
}

fn fill(column: &mut Column, rows: usize, mut set: impl FnMut(&mut Column, usize)) {
    for row in 0..rows {
        if !column.has(row) {
            set(column, row);
        }
    }
}

/// Gives the nodes the ids that stand among their attributes, where the file could not hold them as ids.
fn take_ids(graph: &mut ColumnGraph) {
    if let Some(column) = graph.nodes.take("entity_id") {
        for (node, id) in graph.ids.iter_mut().enumerate() {
            if let Some(own) = column.text(node) {
                *id = graph.names.add(graph.texts.get(own));
            }
        }
    }
}

/// Makes every weight that is not above zero 1: Gephi deletes such edges.
fn mend_weights(graph: &mut ColumnGraph) {
    let Some(place) = graph.edges.known("weight") else {
        return;
    };
    let column = &mut graph.edges.columns[place];
    for edge in 0..graph.ends.len() {
        match column.get(edge, &graph.texts) {
            Some(Datum::Integer(..=0)) => column.set(edge, Datum::Integer(1), &mut graph.texts),
            Some(Datum::Real(weight)) if weight <= 0.0 => {
                column.set(edge, Datum::Real(1.0), &mut graph.texts)
            }
            _ => {}
        }
    }
}
