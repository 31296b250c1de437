//! A graph -> what two graphs are compared by: things, posts, citations and other relations, with what is said of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use petgraph::visit::EdgeRef;
use serde::Serialize;

use crate::compare::same::Renamed;
use crate::export::walk::{NodeRow, Walk};
use crate::graph::{EdgeKind, KnowledgeGraph, Node, NodeKind, Tenure};
use crate::resolve::record::{Kind, RelationKind};

/// What is compared on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Topic {
    Officials,
    Posts,
    Committees,
    Directives,
    Citations,
    Events,
    /// What is stated beside posts and citations.
    Relations,
    Pages,
}

impl Topic {
    pub const ALL: [Topic; 8] = [
        Topic::Officials,
        Topic::Posts,
        Topic::Committees,
        Topic::Directives,
        Topic::Citations,
        Topic::Events,
        Topic::Relations,
        Topic::Pages,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Topic::Officials => "officials",
            Topic::Posts => "posts",
            Topic::Committees => "committees",
            Topic::Directives => "directives",
            Topic::Citations => "citations",
            Topic::Events => "events",
            Topic::Relations => "relations",
            Topic::Pages => "pages",
        }
    }

    fn of_node(node: &Node) -> Option<Topic> {
        match node.kind() {
            NodeKind::Entity(Kind::Official) => Some(Topic::Officials),
            NodeKind::Entity(Kind::Committee) => Some(Topic::Committees),
            NodeKind::Entity(Kind::Directive) => Some(Topic::Directives),
            NodeKind::Entity(Kind::Event) => Some(Topic::Events),
            NodeKind::Document => Some(Topic::Pages),
            NodeKind::Foreign => None,
        }
    }

    /// What a page alone says of a directive is no citation of one document by another.
    fn of_edge(kind: &EdgeKind, source: &Node) -> Option<Topic> {
        use RelationKind::{Amends, BasedOn, Cites, Guides, HoldsPosition, Implements, Replaces};
        match kind {
            EdgeKind::Stated(_) if source.is_document() => None,
            EdgeKind::Stated(HoldsPosition) => Some(Topic::Posts),
            EdgeKind::Stated(Amends | BasedOn | Cites | Guides | Implements | Replaces) => {
                Some(Topic::Citations)
            }
            EdgeKind::Stated(_) => Some(Topic::Relations),
            _ => None,
        }
    }
}

/// A thing, or an edge between two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Subject {
    Thing {
        id: String,
        name: String,
        #[serde(skip)]
        attributes: BTreeMap<String, String>,
    },
    Tie {
        source: End,
        /// Of citations all that the pages use.
        relation: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        target: End,
        #[serde(skip)]
        attributes: BTreeMap<String, String>,
    },
}

/// An end of an edge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct End {
    pub id: String,
    pub name: String,
}

impl Subject {
    /// What can change of it.
    pub(super) fn attributes(&self) -> &BTreeMap<String, String> {
        match self {
            Subject::Thing { attributes, .. } | Subject::Tie { attributes, .. } => attributes,
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Subject::Thing { id, name, .. } => write!(out, "{name} ({id})"),
            Subject::Tie {
                source,
                relation,
                title,
                target,
                ..
            } => match (relation.as_str(), title) {
                ("holds_position", Some(title)) => write!(out, "{}: {title}, {}", source.name, target.name),
                ("holds_position", None) => write!(out, "{}: {}", source.name, target.name),
                _ => write!(out, "{} {relation} {}", source.name, target.name),
            },
        }
    }
}

/// Everything that is compared, by topic and by a key under which the other graph has it too.
pub(super) fn subjects(
    knowledge: &KnowledgeGraph,
    renamed: &Renamed,
) -> BTreeMap<Topic, BTreeMap<String, Subject>> {
    let mut subjects: BTreeMap<Topic, BTreeMap<String, Subject>> = BTreeMap::new();
    let walk = Walk::new(knowledge);
    for index in knowledge.graph.node_indices() {
        let node = &knowledge.graph[index];
        if let Some(topic) = Topic::of_node(node) {
            let thing = Subject::Thing {
                id: node.id.clone(),
                name: node.label.clone(),
                attributes: attributes(&walk, walk.node(index)),
            };
            let key = current(&node.id, renamed).to_owned();
            subjects.entry(topic).or_default().insert(key, thing);
        }
    }
    for edge in knowledge.graph.edge_references() {
        let source = &knowledge.graph[edge.source()];
        let target = &knowledge.graph[edge.target()];
        if let Some(topic) = Topic::of_edge(&edge.weight().kind, source) {
            let ids = [source, target].map(|node| current(&node.id, renamed));
            let title = edge.weight().title.as_deref();
            let relation = edge.weight().kind.name();
            let key = match topic {
                Topic::Citations => format!("{} {}", ids[0], ids[1]),
                _ => format!(
                    "{} {relation} {} {}",
                    ids[0],
                    ids[1],
                    title.unwrap_or_default().to_lowercase()
                ),
            };
            let ties = subjects.entry(topic).or_default();
            let tie = tie([source, target], relation, title, edge.weight().tenure);
            match ties.get_mut(&key) {
                Some(known) => known.also(relation),
                None => drop(ties.insert(key, tie)),
            }
        }
    }
    subjects
}

fn current<'a>(id: &'a str, renamed: &'a Renamed) -> &'a str {
    renamed.get(id).map_or(id, String::as_str)
}

fn tie(ends: [&Node; 2], relation: &str, title: Option<&str>, tenure: Tenure) -> Subject {
    let [source, target] = ends.map(|node| End {
        id: node.id.clone(),
        name: node.label.clone(),
    });
    let attribute = match (relation, tenure) {
        ("holds_position", Tenure::Former) => ("tenure", "former"),
        // Who has received a post holds it.
        ("holds_position", _) => ("tenure", "held"),
        _ => ("relation", relation),
    };
    Subject::Tie {
        source,
        relation: relation.to_owned(),
        title: title.map(str::to_owned),
        target,
        attributes: BTreeMap::from([(attribute.0.to_owned(), attribute.1.to_owned())]),
    }
}

impl Subject {
    /// Adds another verb between the same two directives.
    fn also(&mut self, verb: &str) {
        if let Subject::Tie {
            relation, attributes, ..
        } = self
        {
            let verbs: BTreeSet<&str> = relation.split(", ").chain([verb]).collect();
            let verbs = verbs.into_iter().collect::<Vec<_>>().join(", ");
            attributes.insert("relation".to_owned(), verbs.clone());
            *relation = verbs;
        }
    }
}

/// How often and when pages speak of it, and how a picture shows it, say nothing of what it is.
const NOT_COMPARED: [&str; 14] = [
    "label",
    "kind",
    "aliases",
    "mentions",
    "documents",
    "first_seen",
    "last_seen",
    "posts",
    "x",
    "y",
    "size",
    "r",
    "g",
    "b",
];

fn attributes<'g>(walk: &Walk<'g>, node: NodeRow<'g>) -> BTreeMap<String, String> {
    let mut attributes: BTreeMap<String, String> = walk
        .node_cells(node)
        .map(|(index, cell)| (&walk.node_columns[index], cell))
        .filter(|(column, _)| column.is_built_in() && !NOT_COMPARED.contains(&column.name.as_str()))
        .map(|(column, cell)| (column.name.clone(), cell.text().into_owned()))
        .collect();
    attributes.insert("id".to_owned(), node.id().to_owned());
    attributes.insert("name".to_owned(), node.label().to_owned());
    attributes
}
