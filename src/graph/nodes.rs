//! Things and documents of a corpus -> the nodes of its graph, counted and dated.

use petgraph::graph::{DiGraph, NodeIndex};

use crate::graph::claim::span;
use crate::graph::collect::{Numbering, own_directives};
use crate::graph::{
    Date, DirectiveFacts, DocumentFacts, Edge, EdgeKind, EventFacts, Evidence, Node, NodeFacts,
    OfficialFacts, Post, Standing,
};
use crate::resolve::Corpus;
use crate::resolve::across::{Thing, slug};
use crate::resolve::record::{Facts, Record, RelationKind, Zone};

/// Every node in the order of the numbering: things that content names, then documents.
pub(super) fn nodes(corpus: &Corpus, numbering: &Numbering, evidence: &Evidence) -> Vec<Node> {
    let things = corpus.things.iter().zip(&numbering.things);
    let mut nodes: Vec<Node> = things
        .filter(|(_, node)| node.is_some())
        .map(|(thing, _)| entity(thing))
        .collect();
    for own in own_directives(corpus, numbering).into_iter().flatten() {
        if let NodeFacts::Directive(facts) = &mut nodes[own as usize].facts {
            facts.standing = Standing::Held;
        }
    }
    if numbering.first_document.is_some() {
        nodes.extend(documents(corpus));
    }
    count(numbering, evidence, &mut nodes);
    nodes
}

fn entity(thing: &Thing) -> Node {
    let entity = &thing.entity;
    Node {
        id: entity.id.clone(),
        label: entity.name.clone(),
        aliases: entity.aliases.clone(),
        facts: facts(&entity.facts, date(entity.date.as_deref())),
        ..Node::default()
    }
}

fn date(text: Option<&str>) -> Option<Date> {
    text.and_then(|text| text.parse().ok())
}

fn facts(facts: &Facts, date: Option<Date>) -> NodeFacts {
    match facts {
        Facts::Official(official) => NodeFacts::Official(OfficialFacts {
            scope: official.scope.clone(),
            ranks: official.ranks.clone(),
            posts: Vec::new(),
        }),
        Facts::Committee(committee) => NodeFacts::Committee(committee.clone()),
        Facts::Directive(directive) => NodeFacts::Directive(DirectiveFacts {
            document_type: directive.document_type.clone(),
            number: directive.number.clone(),
            symbol: directive.symbol.clone(),
            issuer: directive.issuer.clone(),
            issue_date: date,
            term: directive.term.clone(),
            title: directive.title.clone(),
            standing: Standing::Cited,
        }),
        Facts::Event(event) => NodeFacts::Event(EventFacts {
            event: event.clone(),
            date,
        }),
    }
}

fn documents(corpus: &Corpus) -> Vec<Node> {
    let mut earlier = None;
    let mut copies = 0;
    let nodes = corpus.records.iter().map(|record| {
        copies = if earlier == Some(&record.doc) {
            copies + 1
        } else {
            0
        };
        earlier = Some(&record.doc);
        let mut node = document(record);
        if copies > 0 {
            // Two pages of one path come from two inputs.
            node.id = format!("{}.{}", node.id, copies + 1);
        }
        node
    });
    nodes.collect()
}

fn document(record: &Record) -> Node {
    let date = date(record.date.as_deref());
    Node {
        id: format!("document:{}", slug::path(&record.doc)),
        label: record.title.clone().unwrap_or_else(|| record.doc.clone()),
        documents: 1,
        first_seen: date,
        last_seen: date,
        facts: NodeFacts::Document(DocumentFacts {
            file: record.doc.clone(),
            title: record.title.clone(),
            date,
            site: record.site.clone(),
            place: record.place.clone(),
        }),
        ..Node::default()
    }
}

fn count(numbering: &Numbering, evidence: &Evidence, nodes: &mut [Node]) {
    // The mentions stand in the order of documents, so a change of document is a new one.
    let mut latest = vec![None; nodes.len()];
    for trace in evidence
        .mentions
        .iter()
        .filter(|trace| trace.zone != Zone::Boilerplate)
    {
        let node = &mut nodes[trace.node as usize];
        node.mentions += 1;
        if latest[trace.node as usize].replace(trace.document) != Some(trace.document) {
            node.documents += 1;
            let seen = evidence.documents[trace.document as usize].date;
            let dates = [node.first_seen, node.last_seen, seen];
            (node.first_seen, node.last_seen) = span(dates.into_iter().flatten());
        }
        if let Some(first) = numbering.first_document {
            nodes[(first + trace.document) as usize].mentions += 1;
        }
    }
}

/// Gives every official the posts that the edges state, in the order of time and then of words.
pub fn fill_posts(graph: &mut DiGraph<Node, Edge>) {
    for node in graph.node_indices() {
        let posts = posts(graph, node);
        if let NodeFacts::Official(facts) = &mut graph[node].facts {
            facts.posts = posts;
        }
    }
}

fn posts(graph: &DiGraph<Node, Edge>, official: NodeIndex) -> Vec<Post> {
    use petgraph::visit::EdgeRef;
    let held = graph
        .edges(official)
        .filter(|edge| edge.weight().kind == EdgeKind::Stated(RelationKind::HoldsPosition));
    let mut posts: Vec<Post> = held
        .map(|edge| Post {
            title: edge.weight().title.clone(),
            committee: graph[edge.target()].label.clone(),
            tenure: edge.weight().tenure,
            first_seen: edge.weight().first_seen,
            last_seen: edge.weight().last_seen,
        })
        .collect();
    posts.sort_by(|left, right| {
        let key = |post: &Post| (post.first_seen, post.committee.clone(), post.title.clone());
        key(left).cmp(&key(right))
    });
    posts
}
