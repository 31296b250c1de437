//! A node or an edge of either sort of graph -> what formats say of it beside its cells.

use crate::graph::columns::{ColumnGraph, Datum};
use crate::graph::{Date, Edge, EdgeKind, KnowledgeGraph, Node, NodeKind, Orientation};

/// A node and its place.
#[derive(Clone, Copy)]
pub enum NodeRow<'g> {
    Own(usize, &'g Node),
    Foreign(usize, &'g ColumnGraph),
}

/// An edge, its place and its graph.
#[derive(Clone, Copy)]
pub enum EdgeRow<'g> {
    Own(usize, &'g Edge, &'g KnowledgeGraph),
    Foreign(usize, &'g ColumnGraph),
}

/// What is known of how a picture shows a node.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shown {
    pub place: Option<[f64; 2]>,
    pub size: Option<f64>,
    /// Red, green and blue.
    pub colour: Option<[u8; 3]>,
}

impl<'g> NodeRow<'g> {
    pub fn index(self) -> usize {
        let (NodeRow::Own(index, _) | NodeRow::Foreign(index, _)) = self;
        index
    }

    pub fn id(self) -> &'g str {
        match self {
            NodeRow::Own(_, node) => &node.id,
            NodeRow::Foreign(index, graph) => graph.id(index),
        }
    }

    /// The name that people read: its id where it has no other.
    pub fn label(self) -> &'g str {
        match self {
            NodeRow::Own(_, node) => &node.label,
            NodeRow::Foreign(index, graph) => graph.node_text("label", index).unwrap_or(graph.id(index)),
        }
    }

    /// The word that stands for its kind; empty where nothing is known.
    pub fn kind_name(self) -> &'g str {
        match self {
            NodeRow::Own(_, node) => node.kind_name(),
            NodeRow::Foreign(index, graph) => graph.node_text("kind", index).unwrap_or_default(),
        }
    }

    pub fn kind(self) -> NodeKind {
        match self {
            NodeRow::Own(_, node) => node.kind(),
            NodeRow::Foreign(..) => NodeKind::of(self.kind_name()),
        }
    }

    /// Earliest and latest date of the documents that name it.
    pub fn seen(self) -> [Option<Date>; 2] {
        match self {
            NodeRow::Own(_, node) => [node.first_seen, node.last_seen],
            NodeRow::Foreign(index, graph) => SEEN.map(|name| graph.node_text(name, index)?.parse().ok()),
        }
    }

    pub fn shown(self) -> Shown {
        match self {
            NodeRow::Own(_, node) => node.look.map_or_else(Shown::default, |look| Shown {
                place: Some([look.x, look.y]),
                size: Some(look.size),
                colour: Some(look.colour),
            }),
            NodeRow::Foreign(index, graph) => shown(index, graph),
        }
    }

    pub(super) fn own(self) -> Option<&'g Node> {
        match self {
            NodeRow::Own(_, node) => Some(node),
            NodeRow::Foreign(..) => None,
        }
    }
}

const SEEN: [&str; 2] = ["first_seen", "last_seen"];

/// What has no place is not shown at all.
fn shown(index: usize, graph: &ColumnGraph) -> Shown {
    let number = |name: &str| graph.node_datum(name, index)?.number();
    let finite = |name: &str| number(name).filter(|number| number.is_finite());
    let part = |name: &str| match graph.node_datum(name, index)? {
        Datum::Integer(part) => u8::try_from(part).ok(),
        _ => None,
    };
    let (Some(x), Some(y)) = (finite("x"), finite("y")) else {
        return Shown::default();
    };
    Shown {
        place: Some([x, y]),
        size: finite("size"),
        colour: (|| Some([part("r")?, part("g")?, part("b")?]))(),
    }
}

impl<'g> EdgeRow<'g> {
    pub fn index(self) -> usize {
        let (EdgeRow::Own(index, ..) | EdgeRow::Foreign(index, _)) = self;
        index
    }

    /// The places of the nodes at which it starts and ends.
    pub fn ends(self) -> [usize; 2] {
        match self {
            EdgeRow::Own(index, _, knowledge) => {
                let edge = &knowledge.graph.raw_edges()[index];
                [edge.source().index(), edge.target().index()]
            }
            EdgeRow::Foreign(index, graph) => graph.ends[index].map(|end| end as usize),
        }
    }

    pub fn source(self) -> NodeRow<'g> {
        self.end(self.ends()[0])
    }

    pub fn target(self) -> NodeRow<'g> {
        self.end(self.ends()[1])
    }

    fn end(self, index: usize) -> NodeRow<'g> {
        match self {
            EdgeRow::Own(_, _, knowledge) => NodeRow::Own(index, &knowledge.graph.raw_nodes()[index].weight),
            EdgeRow::Foreign(_, graph) => NodeRow::Foreign(index, graph),
        }
    }

    /// The verb; empty where nothing is known.
    pub fn relation(self) -> &'g str {
        match self {
            EdgeRow::Own(_, edge, _) => edge.kind.name(),
            EdgeRow::Foreign(index, graph) => graph.edge_text("relation", index).unwrap_or_default(),
        }
    }

    pub fn kind(self) -> EdgeKind {
        match self {
            EdgeRow::Own(_, edge, _) => edge.kind.clone(),
            EdgeRow::Foreign(..) => EdgeKind::of(self.relation()),
        }
    }

    /// Finite and above zero; 1 where nothing is known.
    pub fn weight(self) -> f64 {
        match self {
            EdgeRow::Own(_, edge, _) => edge.weight,
            EdgeRow::Foreign(index, graph) => {
                let known = graph.edge_datum("weight", index).and_then(Datum::number);
                known.filter(|weight| weight.is_finite()).unwrap_or(1.0)
            }
        }
    }

    /// Earliest and latest date of the documents that state it.
    pub fn seen(self) -> [Option<Date>; 2] {
        match self {
            EdgeRow::Own(_, edge, _) => [edge.first_seen, edge.last_seen],
            EdgeRow::Foreign(index, graph) => SEEN.map(|name| graph.edge_text(name, index)?.parse().ok()),
        }
    }

    /// Whether its direction means something.
    pub fn direction(self) -> Orientation {
        match self {
            _ if self.relation() == EdgeKind::CoOccurs.name() => Orientation::Undirected,
            EdgeRow::Own(_, _, knowledge) => knowledge.orientation,
            EdgeRow::Foreign(_, graph) => graph.orientation,
        }
    }

    pub(super) fn own(self) -> Option<&'g Edge> {
        match self {
            EdgeRow::Own(_, edge, _) => Some(edge),
            EdgeRow::Foreign(..) => None,
        }
    }
}
