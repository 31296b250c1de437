//! The graph -> the posts that its pages speak of, by body.

use std::collections::BTreeMap;

use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use super::{Body, Listing, Material, Names, PostEntry, Quoted};
use crate::graph::{Edge, EdgeKind, KnowledgeGraph};
use crate::resolve::record::RelationKind;

const BODIES: usize = 150;

/// The bodies with most posts first, equal ones by name; posts by title, then by official.
pub(super) fn posts(material: &Material, names: &mut Names) -> Listing<Body> {
    let graph = &material.graph.graph;
    let mut bodies: BTreeMap<NodeIndex, Vec<(NodeIndex, &Edge)>> = BTreeMap::new();
    for edge in graph.edge_references() {
        if edge.weight().kind == EdgeKind::Stated(RelationKind::HoldsPosition) {
            let posts = bodies.entry(edge.target()).or_default();
            posts.push((edge.source(), edge.weight()));
        }
    }
    let mut bodies: Vec<_> = bodies.into_iter().collect();
    bodies.sort_by_key(|(body, posts)| (std::cmp::Reverse(posts.len()), *body));
    let left_out = bodies.len().saturating_sub(BODIES);
    bodies.truncate(BODIES);
    let mut listed = |(body, mut posts): (NodeIndex, Vec<(NodeIndex, &Edge)>)| {
        posts.sort_by_key(|(official, edge)| (edge.title.clone(), *official));
        Body {
            body: names.of(body),
            posts: posts
                .into_iter()
                .map(|(official, edge)| post(material.graph, official, edge, names))
                .collect(),
        }
    };
    Listing {
        shown: bodies.into_iter().map(&mut listed).collect(),
        left_out,
    }
}

fn post(knowledge: &KnowledgeGraph, official: NodeIndex, edge: &Edge, names: &mut Names) -> PostEntry {
    PostEntry {
        official: names.of(official),
        title: edge.title.clone(),
        tenure: edge.tenure,
        first_seen: edge.first_seen,
        last_seen: edge.last_seen,
        documents: edge.documents,
        quote: knowledge.quote(edge).map(|quote| Quoted {
            text: quote.text.clone(),
            document: quote.document.clone(),
        }),
    }
}
