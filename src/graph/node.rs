//! What a node of the graph holds: an entity of the corpus or a document that it was read in.

use std::collections::BTreeMap;

use crate::graph::{Date, Value};
use crate::resolve::record::{Committee, Event, Kind};

/// A node: what it is, what it is called and how often the corpus speaks of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Node {
    /// Computed from what the thing is; the same in every export.
    pub id: String,
    /// The name that people read.
    pub label: String,
    /// The other forms it was written in, sorted.
    pub aliases: Vec<String>,
    /// How many spans of content name it; for a document, how many it holds.
    pub mentions: u32,
    /// How many documents name it; 1 for a document.
    pub documents: u32,
    /// Earliest and latest date of the documents that name it.
    pub first_seen: Option<Date>,
    pub last_seen: Option<Date>,
    pub facts: NodeFacts,
    /// Where and how a picture shows it.
    pub look: Option<Look>,
    /// Measures (`pagerank`, `community` …) and the attributes of graphs that others wrote.
    pub extra: BTreeMap<String, Value>,
}

/// What only its kind has.
#[derive(Clone, Debug, PartialEq)]
pub enum NodeFacts {
    Official(OfficialFacts),
    Committee(Committee),
    Directive(DirectiveFacts),
    Event(EventFacts),
    Document(DocumentFacts),
    /// A node of a graph that vnkg did not make, of the kind written there, empty where none was.
    Foreign(String),
}

impl Default for NodeFacts {
    fn default() -> NodeFacts {
        NodeFacts::Foreign(String::new())
    }
}

/// A person in public function.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OfficialFacts {
    /// Where the person serves: a province or city, or `trung ương`.
    pub scope: Option<String>,
    /// Ranks and degrees, sorted.
    pub ranks: Vec<String>,
    /// Every post that the corpus gives the person, in the order of time.
    pub posts: Vec<Post>,
}

/// A post as documents speak of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Post {
    /// For example `Phó Bí thư`.
    pub title: Option<String>,
    /// Name of the body, for example `Thành ủy Hà Nội`.
    pub committee: String,
    pub tenure: Tenure,
    pub first_seen: Option<Date>,
    pub last_seen: Option<Date>,
}

/// How a post stands in the latest document that names it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tenure {
    #[default]
    Held,
    Former,
    New,
}

/// A numbered or named document of a body.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DirectiveFacts {
    pub document_type: Option<String>,
    pub number: Option<String>,
    pub symbol: Option<String>,
    pub issuer: Option<String>,
    pub issue_date: Option<Date>,
    pub term: Option<String>,
    pub title: Option<String>,
    pub standing: Standing,
}

/// Whether the corpus holds a directive or only speaks of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Only cited: a stub.
    #[default]
    Cited,
    /// A page of the corpus is the directive.
    Held,
}

/// A particular meeting, congress, session, contest, election.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventFacts {
    pub event: Event,
    pub date: Option<Date>,
}

/// A page that was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DocumentFacts {
    /// Path below the input.
    pub file: String,
    pub title: Option<String>,
    pub date: Option<Date>,
    pub site: Option<String>,
    pub place: Option<String>,
}

/// A place, a size and a colour in a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Look {
    pub x: f64,
    pub y: f64,
    /// Diameter, in the units of `x` and `y`.
    pub size: f64,
    /// Red, green and blue.
    pub colour: [u8; 3],
}

/// The kind of a node, without what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeKind {
    Entity(Kind),
    Document,
    Foreign,
}

impl NodeKind {
    /// The kind that the word of a file stands for.
    pub fn of(name: &str) -> NodeKind {
        let entity = Kind::ALL.into_iter().find(|kind| kind.name() == name);
        match (entity, name) {
            (Some(kind), _) => NodeKind::Entity(kind),
            (None, "document") => NodeKind::Document,
            _ => NodeKind::Foreign,
        }
    }
}

impl Node {
    pub fn kind(&self) -> NodeKind {
        match &self.facts {
            NodeFacts::Official(_) => NodeKind::Entity(Kind::Official),
            NodeFacts::Committee(_) => NodeKind::Entity(Kind::Committee),
            NodeFacts::Directive(_) => NodeKind::Entity(Kind::Directive),
            NodeFacts::Event(_) => NodeKind::Entity(Kind::Event),
            NodeFacts::Document(_) => NodeKind::Document,
            NodeFacts::Foreign(_) => NodeKind::Foreign,
        }
    }

    /// The word that stands for its kind in every file; empty where nothing is known.
    pub fn kind_name(&self) -> &str {
        match (&self.facts, self.kind()) {
            (NodeFacts::Foreign(name), _) => name,
            (_, NodeKind::Entity(kind)) => kind.name(),
            (_, NodeKind::Document | NodeKind::Foreign) => "document",
        }
    }

    pub fn is_document(&self) -> bool {
        self.kind() == NodeKind::Document
    }
}
