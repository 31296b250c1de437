//! Relations of all records -> edges: one per source, target, verb and title, with how often and when it was stated.

use std::borrow::Cow;

use crate::graph::{Date, Edge, EdgeKind, Evidence, Statement, Tenure};

/// One place of one document that states an edge.
#[derive(Clone, Debug)]
pub(super) struct Claim<'a> {
    /// Indices of nodes.
    pub source: u32,
    pub target: u32,
    pub kind: EdgeKind,
    pub title: Option<&'a str>,
    /// How often it stands there; above 1 only for the mentions of a document.
    pub count: u32,
    pub tenure: Tenure,
    /// The document that states it; none for what the lexicon knows.
    pub document: Option<u32>,
    pub passage: Option<u32>,
    pub start: u32,
    pub end: u32,
    pub rule: Cow<'static, str>,
}

/// An edge before it is in the graph.
#[derive(Clone, Debug)]
pub(super) struct Link {
    pub source: u32,
    pub target: u32,
    pub edge: Edge,
}

/// Groups claims into edges. Titles that differ only in capital letters are one.
pub(super) fn links(claims: Vec<Claim>, evidence: &mut Evidence) -> Vec<Link> {
    let folded: Vec<Option<String>> = claims
        .iter()
        .map(|claim| claim.title.map(str::to_lowercase))
        .collect();
    let mut order: Vec<usize> = (0..claims.len()).collect();
    let key = |index: usize| {
        (
            claims[index].source,
            claims[index].target,
            &claims[index].kind,
            &folded[index],
        )
    };
    let place = |index: usize| {
        (
            claims[index].document,
            claims[index].start,
            claims[index].end,
            claims[index].tenure,
        )
    };
    order.sort_by(|left, right| {
        key(*left)
            .cmp(&key(*right))
            .then(place(*left).cmp(&place(*right)))
    });
    let mut links = Vec::new();
    for group in order.chunk_by(|left, right| key(*left) == key(*right)) {
        let members: Vec<&Claim> = group.iter().map(|index| &claims[*index]).collect();
        let edge = links.len() as u32;
        let statements: Vec<Statement> = members
            .iter()
            .filter_map(|claim| statement(claim, edge))
            .collect();
        evidence.relations.extend(statements);
        links.push(link(&members, evidence));
    }
    links
}

fn statement(claim: &Claim, edge: u32) -> Option<Statement> {
    Some(Statement {
        edge,
        document: claim.document?,
        passage: claim.passage,
        start: claim.start,
        end: claim.end,
        tenure: claim.tenure,
        rule: claim.rule.clone(),
    })
}

fn link(claims: &[&Claim], evidence: &Evidence) -> Link {
    let first = claims[0];
    let date = |claim: &Claim| evidence.documents[claim.document? as usize].date;
    let (first_seen, last_seen) = span(claims.iter().filter_map(|claim| date(claim)));
    let count = claims.iter().map(|claim| claim.count).sum();
    let documents = claims.chunk_by(|left, right| left.document == right.document);
    let latest = claims.iter().max_by_key(|claim| (date(claim), claim.tenure));
    let edge = Edge {
        kind: first.kind.clone(),
        weight: f64::from(count),
        count,
        documents: documents.filter(|group| group[0].document.is_some()).count() as u32,
        first_seen,
        last_seen,
        title: title(claims),
        tenure: latest.map_or(Tenure::Held, |claim| claim.tenure),
        quote: claims.iter().find_map(|claim| claim.passage),
        ..Edge::default()
    };
    Link {
        source: first.source,
        target: first.target,
        edge,
    }
}

/// The form of the title that most claims use; of equals the first in the alphabet.
fn title(claims: &[&Claim]) -> Option<String> {
    let mut titles: Vec<&str> = claims.iter().filter_map(|claim| claim.title).collect();
    titles.sort_unstable();
    let groups = titles.chunk_by(|left, right| left == right);
    let best = groups.reduce(|best, next| if next.len() > best.len() { next } else { best })?;
    Some(best[0].to_owned())
}

/// The earliest and the latest date.
pub(super) fn span(dates: impl Iterator<Item = Date>) -> (Option<Date>, Option<Date>) {
    dates.fold((None, None), |(first, last), date| {
        let first = first.map_or(date, |first: Date| first.min(date));
        let last = last.map_or(date, |last: Date| last.max(date));
        (Some(first), Some(last))
    })
}
