//! The attributes that nodes and edges have in files: a line each, in the order of the files.

use std::borrow::Cow;

use crate::export::walk::{Cell, Form};
use crate::graph::{
    Date, DirectiveFacts, DocumentFacts, Edge, EdgeKind, EventFacts, Look, Node, NodeFacts, OfficialFacts,
    Post, Quote, Standing, Tenure,
};
use crate::resolve::record::{Branch, Committee, Level, RelationKind};

/// An attribute of nodes.
pub(super) struct NodeColumn {
    pub name: &'static str,
    pub form: Form,
    pub cell: for<'g> fn(&'g Node) -> Option<Cell<'g>>,
}

/// An attribute of edges.
pub(super) struct EdgeColumn {
    pub name: &'static str,
    pub form: Form,
    /// Takes the edge and the sentence that it quotes.
    pub cell: for<'g> fn(&'g Edge, Option<&'g Quote>) -> Option<Cell<'g>>,
}

pub(super) const NODE: &[NodeColumn] = &[
    node("label", Form::Text, |it| {
        Some(Cell::Text(Cow::Borrowed(&it.label)))
    }),
    node("kind", Form::Text, |it| text(it.kind_name())),
    node("aliases", Form::List, |it| list(&it.aliases)),
    node("mentions", Form::Integer, |it| number(it.mentions)),
    node("documents", Form::Integer, |it| number(it.documents)),
    node("first_seen", Form::Text, |it| date(it.first_seen)),
    node("last_seen", Form::Text, |it| date(it.last_seen)),
    node("scope", Form::Text, |it| maybe(&official(it)?.scope)),
    node("ranks", Form::List, |it| list(&official(it)?.ranks)),
    node("posts", Form::List, |it| posts(&official(it)?.posts)),
    node("branch", Form::Text, |it| committee(it)?.branch.map(branch)),
    node("level", Form::Text, |it| committee(it)?.level.map(level)),
    node("parent", Form::Text, |it| maybe(&committee(it)?.parent)),
    node("document_type", Form::Text, |it| {
        maybe(&directive(it)?.document_type)
    }),
    node("number", Form::Text, |it| maybe(&directive(it)?.number)),
    node("symbol", Form::Text, |it| maybe(&directive(it)?.symbol)),
    node("issuer", Form::Text, |it| maybe(&directive(it)?.issuer)),
    node("issue_date", Form::Text, |it| date(directive(it)?.issue_date)),
    node("term", Form::Text, |it| maybe(&directive(it)?.term)),
    node("stub", Form::Truth, |it| {
        Some(Cell::Truth(directive(it)?.standing == Standing::Cited))
    }),
    node("event_type", Form::Text, |it| maybe(&event(it)?.event.event_type)),
    node("organiser", Form::Text, |it| maybe(&event(it)?.event.organiser)),
    node("title", Form::Text, title),
    node("date", Form::Text, |it| {
        date(event(it).map_or_else(|| document(it)?.date, |event| event.date))
    }),
    node("place", Form::Text, place),
    node("site", Form::Text, |it| maybe(&document(it)?.site)),
    node("file", Form::Text, |it| text(&document(it)?.file)),
    node("x", Form::Real, |it| look(it, |look| look.x)),
    node("y", Form::Real, |it| look(it, |look| look.y)),
    node("size", Form::Real, |it| look(it, |look| look.size)),
    node("r", Form::Integer, |it| number(it.look?.colour[0])),
    node("g", Form::Integer, |it| number(it.look?.colour[1])),
    node("b", Form::Integer, |it| number(it.look?.colour[2])),
];

pub(super) const EDGE: &[EdgeColumn] = &[
    edge("relation", Form::Text, |it, _| text(it.kind.name())),
    edge("relations", Form::List, |it, _| kinds(&it.kinds)),
    edge("weight", Form::Real, |it, _| real(it.weight)),
    edge("count", Form::Integer, |it, _| number(it.count)),
    edge("documents", Form::Integer, |it, _| number(it.documents)),
    edge("first_seen", Form::Text, |it, _| date(it.first_seen)),
    edge("last_seen", Form::Text, |it, _| date(it.last_seen)),
    edge("title", Form::Text, |it, _| maybe(&it.title)),
    edge("former", Form::Truth, |it, _| {
        post(it).map(|tenure| Cell::Truth(tenure == Tenure::Former))
    }),
    edge("new", Form::Truth, |it, _| {
        post(it).map(|tenure| Cell::Truth(tenure == Tenure::New))
    }),
    edge("npmi", Form::Real, |it, _| real(it.association?.npmi)),
    edge("jaccard", Form::Real, |it, _| real(it.association?.jaccard)),
    edge("p_value", Form::Real, |it, _| real(it.association?.p_value)),
    edge("quote", Form::Text, quote),
    edge("quoted_from", Form::Text, |_, quote| text(&quote?.document)),
];

const fn node(name: &'static str, form: Form, cell: for<'g> fn(&'g Node) -> Option<Cell<'g>>) -> NodeColumn {
    NodeColumn { name, form, cell }
}

const fn edge(
    name: &'static str,
    form: Form,
    cell: for<'g> fn(&'g Edge, Option<&'g Quote>) -> Option<Cell<'g>>,
) -> EdgeColumn {
    EdgeColumn { name, form, cell }
}

fn text(text: &str) -> Option<Cell<'_>> {
    (!text.is_empty()).then_some(Cell::Text(Cow::Borrowed(text)))
}

fn maybe(field: &Option<String>) -> Option<Cell<'_>> {
    text(field.as_deref()?)
}

fn list(parts: &[String]) -> Option<Cell<'_>> {
    let parts: Vec<Cow<str>> = parts.iter().map(|part| Cow::Borrowed(part.as_str())).collect();
    (!parts.is_empty()).then_some(Cell::List(parts))
}

fn number(number: impl Into<i64>) -> Option<Cell<'static>> {
    Some(Cell::Integer(number.into()))
}

fn real(number: f64) -> Option<Cell<'static>> {
    number.is_finite().then_some(Cell::Real(number))
}

fn date(date: Option<Date>) -> Option<Cell<'static>> {
    Some(Cell::Text(Cow::Owned(date?.to_string())))
}

fn look(node: &Node, of: fn(Look) -> f64) -> Option<Cell<'static>> {
    real(of(node.look?))
}

fn official(node: &Node) -> Option<&OfficialFacts> {
    match &node.facts {
        NodeFacts::Official(facts) => Some(facts),
        _ => None,
    }
}

fn committee(node: &Node) -> Option<&Committee> {
    match &node.facts {
        NodeFacts::Committee(facts) => Some(facts),
        _ => None,
    }
}

fn directive(node: &Node) -> Option<&DirectiveFacts> {
    match &node.facts {
        NodeFacts::Directive(facts) => Some(facts),
        _ => None,
    }
}

fn event(node: &Node) -> Option<&EventFacts> {
    match &node.facts {
        NodeFacts::Event(facts) => Some(facts),
        _ => None,
    }
}

fn document(node: &Node) -> Option<&DocumentFacts> {
    match &node.facts {
        NodeFacts::Document(facts) => Some(facts),
        _ => None,
    }
}

fn title(node: &Node) -> Option<Cell<'_>> {
    match &node.facts {
        NodeFacts::Directive(facts) => maybe(&facts.title),
        NodeFacts::Document(facts) => maybe(&facts.title),
        _ => None,
    }
}

fn place(node: &Node) -> Option<Cell<'_>> {
    match &node.facts {
        NodeFacts::Committee(facts) => maybe(&facts.place),
        NodeFacts::Event(facts) => maybe(&facts.event.place),
        NodeFacts::Document(facts) => maybe(&facts.place),
        _ => None,
    }
}

/// For example `Phó Bí thư, Thành ủy Hà Nội (2023-12-28 – 2024-01-03)`.
fn posts(posts: &[Post]) -> Option<Cell<'_>> {
    let words = posts.iter().map(|post| {
        let title = post
            .title
            .iter()
            .map(|title| format!("{title}, "))
            .collect::<String>();
        let seen = match (post.first_seen, post.last_seen) {
            (Some(first), Some(last)) if first != last => format!(" ({first} – {last})"),
            (Some(day), _) | (_, Some(day)) => format!(" ({day})"),
            (None, None) => String::new(),
        };
        let tenure = match post.tenure {
            Tenure::Held => "",
            Tenure::Former => ", former",
            Tenure::New => ", new",
        };
        Cow::Owned(format!("{title}{}{seen}{tenure}", post.committee))
    });
    let words: Vec<Cow<str>> = words.collect();
    (!words.is_empty()).then_some(Cell::List(words))
}

fn kinds(kinds: &[EdgeKind]) -> Option<Cell<'_>> {
    let names: Vec<Cow<str>> = kinds.iter().map(|kind| Cow::Borrowed(kind.name())).collect();
    (!names.is_empty()).then_some(Cell::List(names))
}

/// Bytes of a sentence that only names both ends. One list of forty guests stands behind 780 edges.
const NAMING: usize = 280;

/// The sentence that states the edge; of one that only names its ends, the beginning.
pub(super) fn quote<'g>(edge: &Edge, quote: Option<&'g Quote>) -> Option<Cell<'g>> {
    let words = &quote?.text;
    let naming = matches!(edge.kind, EdgeKind::CoOccurs | EdgeKind::Mentions);
    if !naming || words.len() <= NAMING {
        return text(words);
    }
    let end = (0..=NAMING - '…'.len_utf8())
        .rev()
        .find(|end| words.is_char_boundary(*end));
    let beginning = words[..end.unwrap_or_default()].trim_end();
    Some(Cell::Text(Cow::Owned(format!("{beginning}…"))))
}

fn post(edge: &Edge) -> Option<Tenure> {
    (edge.kind == EdgeKind::Stated(RelationKind::HoldsPosition)).then_some(edge.tenure)
}

fn branch(branch: Branch) -> Cell<'static> {
    Cell::Text(Cow::Borrowed(match branch {
        Branch::Party => "party",
        Branch::State => "state",
        Branch::Front => "front",
        Branch::Military => "military",
        Branch::Public => "public",
        Branch::Other => "other",
    }))
}

fn level(level: Level) -> Cell<'static> {
    Cell::Text(Cow::Borrowed(match level {
        Level::Central => "central",
        Level::Province => "province",
        Level::District => "district",
        Level::Commune => "commune",
    }))
}
