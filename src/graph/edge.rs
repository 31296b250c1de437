//! What an edge of the graph holds: a relation, how strongly the corpus states it, and the words that do.

use std::collections::BTreeMap;

use crate::graph::{Date, Tenure, Value};
use crate::resolve::record::RelationKind;

/// An edge. `co_occurs` has no direction: it is stored once, from the smaller node index to the larger.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edge {
    pub kind: EdgeKind,
    /// All kinds of an edge that stands for several, the strongest first; empty for one that stands for itself.
    pub kinds: Vec<EdgeKind>,
    /// Finite and above zero: how often it is stated; for `co_occurs` the fractional weight.
    pub weight: f64,
    /// How many spans or windows state it.
    pub count: u32,
    /// How many documents state it.
    pub documents: u32,
    /// Earliest and latest date of those documents.
    pub first_seen: Option<Date>,
    pub last_seen: Option<Date>,
    /// The post without the body; only of `holds_position`.
    pub title: Option<String>,
    /// How the post stands; only of `holds_position`.
    pub tenure: Tenure,
    /// Index into [`crate::graph::KnowledgeGraph::quotes`].
    pub quote: Option<u32>,
    /// Only of `co_occurs`.
    pub association: Option<Association>,
    /// The attributes of graphs that others wrote.
    pub extra: BTreeMap<String, Value>,
}

/// How strongly two entities that co-occur belong together.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Association {
    /// Normalised pointwise mutual information, -1 to 1 (Bouma 2009).
    pub npmi: f64,
    /// Windows with both over windows with either, 0 to 1.
    pub jaccard: f64,
    /// Significance by the disparity filter, the smaller of the two ends (Serrano, Boguñá, Vespignani 2009).
    pub p_value: f64,
}

/// The verb of an edge. Of two the smaller says more.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EdgeKind {
    /// A relation that a text states, or `cites` of a document.
    Stated(RelationKind),
    /// From a page to the directive that it is.
    Is,
    Mentions,
    CoOccurs,
    /// An edge of a graph that vnkg did not make, of the kind written there, empty where none was.
    Foreign(String),
}

impl Default for EdgeKind {
    fn default() -> EdgeKind {
        EdgeKind::Foreign(String::new())
    }
}

/// Every relation that a text can state.
const STATED: [RelationKind; 15] = [
    RelationKind::HoldsPosition,
    RelationKind::PartOf,
    RelationKind::SucceededBy,
    RelationKind::IssuedBy,
    RelationKind::Implements,
    RelationKind::BasedOn,
    RelationKind::Amends,
    RelationKind::Replaces,
    RelationKind::Guides,
    RelationKind::Cites,
    RelationKind::Concerns,
    RelationKind::OrganisedBy,
    RelationKind::Chaired,
    RelationKind::SpokeAt,
    RelationKind::Attended,
];

/// A sentence of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Quote {
    pub text: String,
    /// Path of the document below the input.
    pub document: String,
}

impl EdgeKind {
    /// The word that stands for it in every file; empty where nothing is known.
    pub fn name(&self) -> &str {
        match self {
            EdgeKind::Stated(kind) => kind.name(),
            EdgeKind::Is => "is",
            EdgeKind::Mentions => "mentions",
            EdgeKind::CoOccurs => "co_occurs",
            EdgeKind::Foreign(name) => name,
        }
    }

    /// The kind that [`EdgeKind::name`] stands for.
    pub fn of(name: &str) -> EdgeKind {
        let stated = STATED.into_iter().find(|kind| kind.name() == name);
        match (stated, name) {
            (Some(kind), _) => EdgeKind::Stated(kind),
            (_, "is") => EdgeKind::Is,
            (_, "mentions") => EdgeKind::Mentions,
            (_, "co_occurs") => EdgeKind::CoOccurs,
            (_, other) => EdgeKind::Foreign(other.to_owned()),
        }
    }
}
