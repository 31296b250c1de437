//! The graph -> FollowTheMoney entities, one a line, for Aleph and OpenSanctions.
//!
//! Nodes become people, bodies, documents and events; edges become the entities by which that vocabulary links them.

use std::collections::BTreeMap;
use std::io::{self, Write};

use petgraph::visit::EdgeRef;
use serde::Serialize;

use crate::export::columns;
use crate::export::walk::Walk;
use crate::graph::{Date, Edge, EdgeKind, Node, NodeFacts, NodeKind, Quote, Tenure};
use crate::resolve::record::{Kind, RelationKind};

/// An entity as that vocabulary has it: every property is a list.
#[derive(Serialize)]
struct Proxy {
    id: String,
    schema: &'static str,
    properties: BTreeMap<&'static str, Vec<String>>,
}

/// Writes nodes, then edges. Weights have no place there; the quotation is the summary.
pub fn write(walk: &Walk, out: &mut impl Write) -> io::Result<()> {
    let knowledge = walk.knowledge();
    let graph = &knowledge.graph;
    let nodes = graph.node_weights().map(thing);
    let edges = graph.edge_references().map(|it| {
        let edge = it.weight();
        let mut proxy = link(&edge.kind, &graph[it.source()], &graph[it.target()]);
        proxy.id = walk.edge_id(it.id().index());
        describe(&mut proxy, edge, knowledge.quote(edge));
        proxy
    });
    let mut line = Vec::new();
    for proxy in nodes.chain(edges) {
        line.clear();
        serde_json::to_writer(&mut line, &proxy)?;
        line.push(b'\n');
        out.write_all(&line)?;
    }
    Ok(())
}

impl Proxy {
    fn new(schema: &'static str) -> Proxy {
        Proxy {
            id: String::new(),
            schema,
            properties: BTreeMap::new(),
        }
    }

    fn add(&mut self, property: &'static str, value: impl Into<String>) {
        let value = value.into();
        if !value.is_empty() {
            self.properties.entry(property).or_default().push(value);
        }
    }

    fn add_date(&mut self, property: &'static str, date: Option<Date>) {
        self.add(property, date.map(|date| date.to_string()).unwrap_or_default());
    }
}

fn thing(node: &Node) -> Proxy {
    let mut proxy = Proxy::new(match node.kind() {
        NodeKind::Entity(Kind::Official) => "Person",
        NodeKind::Entity(Kind::Committee) => "Organization",
        NodeKind::Entity(Kind::Directive) => "Document",
        NodeKind::Entity(Kind::Event) => "Event",
        NodeKind::Document => "Article",
        NodeKind::Foreign => "LegalEntity",
    });
    proxy.id.clone_from(&node.id);
    proxy.add("name", node.label.as_str());
    for alias in &node.aliases {
        proxy.add("alias", alias.as_str());
    }
    match &node.facts {
        NodeFacts::Official(facts) => {
            facts
                .posts
                .iter()
                .filter_map(|post| post.title.as_deref())
                .for_each(|title| proxy.add("position", title));
            facts
                .ranks
                .iter()
                .for_each(|rank| proxy.add("title", rank.as_str()));
        }
        NodeFacts::Committee(facts) => {
            proxy.add("mainCountry", facts.branch.map(|_| "vn").unwrap_or_default())
        }
        NodeFacts::Directive(facts) => {
            proxy.add("title", facts.title.clone().unwrap_or_default());
            proxy.add_date("date", facts.issue_date);
        }
        NodeFacts::Event(facts) => {
            proxy.add("location", facts.event.place.clone().unwrap_or_default());
            proxy.add_date("date", facts.date);
        }
        NodeFacts::Document(facts) => {
            proxy.add("title", facts.title.clone().unwrap_or_default());
            proxy.add("fileName", facts.file.as_str());
            proxy.add("publisher", facts.site.clone().unwrap_or_default());
            proxy.add_date("date", facts.date);
        }
        NodeFacts::Foreign(_) => {}
    }
    proxy
}

fn link(kind: &EdgeKind, source: &Node, target: &Node) -> Proxy {
    use RelationKind::{HoldsPosition, PartOf};
    let (schema, from, to) = match kind {
        EdgeKind::Stated(HoldsPosition) => ("Membership", "member", "organization"),
        EdgeKind::Stated(PartOf) => ("Membership", "member", "organization"),
        EdgeKind::Mentions if target.kind() != NodeKind::Document => ("Documentation", "document", "entity"),
        _ => ("UnknownLink", "subject", "object"),
    };
    let mut proxy = Proxy::new(schema);
    proxy.add(from, source.id.as_str());
    proxy.add(to, target.id.as_str());
    proxy
}

fn describe(proxy: &mut Proxy, edge: &Edge, quote: Option<&Quote>) {
    proxy.add(
        "role",
        edge.title.clone().unwrap_or_else(|| edge.kind.name().to_owned()),
    );
    proxy.add_date("date", edge.first_seen);
    if edge.tenure == Tenure::Former {
        proxy.add("status", "former");
    }
    if let Some(quote) = quote {
        let words = columns::quote(edge, Some(quote));
        proxy.add(
            "summary",
            words.map(|words| words.text().into_owned()).unwrap_or_default(),
        );
        proxy.add("publisher", quote.document.as_str());
    }
}
