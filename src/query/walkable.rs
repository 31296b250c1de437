//! A node -> the edges at it that a question may follow, whichever way they point.

use petgraph::Direction;
use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;

use crate::graph::{Documents, EdgeKind, KnowledgeGraph};

/// Which edges a question follows.
#[derive(Clone, Debug)]
pub struct Ways {
    /// Whether pages are met; a page that the question names itself is met always.
    pub documents: Documents,
    /// Only these; all if empty.
    pub relations: Vec<EdgeKind>,
}

impl Default for Ways {
    fn default() -> Ways {
        Ways {
            documents: Documents::LeftOut,
            relations: Vec::new(),
        }
    }
}

/// An edge seen from one of its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Way {
    pub edge: EdgeIndex,
    /// The other end.
    pub to: NodeIndex,
    pub direction: Direction,
}

impl Ways {
    /// The edges at a node, but for those to pages that are not to be met; `named` are the nodes of the question.
    pub(super) fn from<'a>(
        &'a self,
        knowledge: &'a KnowledgeGraph,
        node: NodeIndex,
        named: &'a [NodeIndex],
    ) -> impl Iterator<Item = Way> + 'a {
        let graph = &knowledge.graph;
        let out = graph.edges_directed(node, Direction::Outgoing).map(|edge| Way {
            edge: edge.id(),
            to: edge.target(),
            direction: Direction::Outgoing,
        });
        let back = graph.edges_directed(node, Direction::Incoming).map(|edge| Way {
            edge: edge.id(),
            to: edge.source(),
            direction: Direction::Incoming,
        });
        out.chain(back).filter(move |way| {
            let relation = &graph[way.edge].kind;
            (self.relations.is_empty() || self.relations.contains(relation))
                && (self.documents == Documents::Shown
                    || !graph[way.to].is_document()
                    || named.contains(&way.to))
        })
    }
}

/// Marks of the way an edge points, for lines of text.
pub(super) fn arrow(kind: &EdgeKind, direction: Direction) -> &'static str {
    match (kind, direction) {
        (EdgeKind::CoOccurs, _) => "--",
        (_, Direction::Outgoing) => "->",
        (_, Direction::Incoming) => "<-",
    }
}
