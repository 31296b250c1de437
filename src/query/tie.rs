//! Nodes and edges of a graph -> the words in which answers name them.

use petgraph::Direction;
use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;
use serde::Serialize;

use crate::graph::{Date, Edge, EdgeKind, KnowledgeGraph, NodeFacts, Tenure};
use crate::resolve::record::RelationKind;

/// A node as answers name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Named<'g> {
    pub id: &'g str,
    pub name: &'g str,
    pub kind: &'g str,
}

/// An edge as answers tell it, with its words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tie<'g> {
    pub source: Named<'g>,
    pub relation: &'g str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<&'g str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tenure: Option<&'static str>,
    pub target: Named<'g>,
    pub weight: f64,
    pub documents: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_seen: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_seen: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<&'g str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quoted_from: Option<&'g str>,
}

pub const HOLDS: EdgeKind = EdgeKind::Stated(RelationKind::HoldsPosition);

impl<'g> Named<'g> {
    pub fn new(knowledge: &'g KnowledgeGraph, node: NodeIndex) -> Named<'g> {
        let weight = &knowledge.graph[node];
        Named {
            id: &weight.id,
            name: &weight.label,
            kind: weight.kind_name(),
        }
    }
}

impl<'g> Tie<'g> {
    pub fn new(knowledge: &'g KnowledgeGraph, edge: EdgeIndex) -> Tie<'g> {
        let (source, target) = ends(knowledge, edge);
        let weight = &knowledge.graph[edge];
        let quote = knowledge.quote(weight);
        Tie {
            source: Named::new(knowledge, source),
            relation: weight.kind.name(),
            title: weight.title.as_deref(),
            tenure: (weight.kind == HOLDS).then(|| tenure(weight)),
            target: Named::new(knowledge, target),
            weight: weight.weight,
            documents: weight.documents,
            first_seen: weight.first_seen,
            last_seen: weight.last_seen,
            quote: quote.map(|quote| quote.text.as_str()),
            quoted_from: quote.map(|quote| quote.document.as_str()),
        }
    }

    /// For example `holds_position (Bí thư, former)`.
    pub fn verb(&self) -> String {
        let tenure = self.tenure.filter(|tenure| *tenure != "held");
        let words: Vec<&str> = self.title.into_iter().chain(tenure).collect();
        match words.is_empty() {
            true => self.relation.to_owned(),
            false => format!("{} ({})", self.relation, words.join(", ")),
        }
    }

    /// For example `2021-05 – 2023-12-28`.
    pub fn seen(&self) -> String {
        seen(self.first_seen, self.last_seen)
    }
}

/// The nodes that an edge joins.
pub fn ends(knowledge: &KnowledgeGraph, edge: EdgeIndex) -> (NodeIndex, NodeIndex) {
    let ends = knowledge.graph.edge_endpoints(edge);
    ends.expect("the edge was found in this graph")
}

fn tenure(edge: &Edge) -> &'static str {
    match edge.tenure {
        Tenure::Held => "held",
        Tenure::Former => "former",
        Tenure::New => "new",
    }
}

/// For example `2021-05 – 2023-12-28`; one date where both are the same, nothing where there is none.
pub fn seen(first: Option<Date>, last: Option<Date>) -> String {
    match (first, last) {
        (Some(first), Some(last)) if first != last => format!("{first} – {last}"),
        (Some(day), _) | (_, Some(day)) => day.to_string(),
        (None, None) => String::new(),
    }
}

/// What tells a node from others of its name: its kind, and a post, a place, an issuer, a date or a file.
pub fn about(knowledge: &KnowledgeGraph, node: NodeIndex) -> String {
    let weight = &knowledge.graph[node];
    let date = |date: Option<Date>| date.map(|date| date.to_string());
    let facts = match &weight.facts {
        NodeFacts::Official(facts) => vec![post(knowledge, node).or_else(|| facts.scope.clone())],
        NodeFacts::Committee(facts) => vec![facts.place.clone()],
        NodeFacts::Directive(facts) => vec![facts.issuer.clone(), date(facts.issue_date), facts.term.clone()],
        NodeFacts::Event(facts) => vec![date(facts.date), facts.event.place.clone()],
        NodeFacts::Document(facts) => vec![Some(facts.file.clone())],
        NodeFacts::Foreign(_) => Vec::new(),
    };
    let kind = Some(weight.kind_name().to_owned());
    let words: Vec<String> = std::iter::once(kind).chain(facts).flatten().collect();
    words.join(", ")
}

/// The post that most pages give, of those the one seen last, for example `Phó Bí thư, Thành ủy Hà Nội`; one that was
/// left only where there is no other.
fn post(knowledge: &KnowledgeGraph, official: NodeIndex) -> Option<String> {
    let posts = knowledge.graph.edges_directed(official, Direction::Outgoing);
    let posts = posts.filter(|edge| edge.weight().kind == HOLDS);
    let last = posts.max_by_key(|edge| {
        let post = edge.weight();
        let first = std::cmp::Reverse(edge.id());
        (
            post.tenure != Tenure::Former,
            post.documents,
            post.last_seen,
            first,
        )
    })?;
    let body = &knowledge.graph[last.target()].label;
    let title = last.weight().title.iter();
    Some(title.chain([body]).cloned().collect::<Vec<_>>().join(", "))
}
