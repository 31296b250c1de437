//! A corpus -> every claim of its graph: what the texts state, what names imply, and what each document names.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::graph::claim::Claim;
use crate::graph::evidence::Offsets;
use crate::graph::{EdgeKind, Evidence, Tenure};
use crate::resolve::Corpus;
use crate::resolve::record::{Entity, Facts, Kind, Record, Relation, RelationKind, Zone};

/// The node of each thing of the corpus, where it has one, and of each document, where documents are shown.
pub(super) struct Numbering {
    pub things: Vec<Option<u32>>,
    pub first_document: Option<u32>,
}

/// One document on its way to claims.
struct Page<'a> {
    record: &'a Record,
    document: u32,
    members: &'a [u32],
    offsets: &'a Offsets,
    /// Entities of the record by id.
    entities: FxHashMap<&'a str, usize>,
}

/// All claims of the corpus.
pub(super) fn claims<'a>(
    corpus: &'a Corpus,
    numbering: &Numbering,
    offsets: &'a Offsets,
    evidence: &Evidence,
) -> Vec<Claim<'a>> {
    let mut claims = Vec::new();
    let bodies = bodies_by_name(corpus);
    for (document, record) in corpus.records.iter().enumerate() {
        let page = Page {
            record,
            document: document as u32,
            members: &corpus.members[document],
            offsets,
            entities: entities_by_id(record),
        };
        claims.extend(
            record
                .relations
                .iter()
                .filter_map(|relation| stated(&page, relation, numbering)),
        );
        claims.extend(
            record
                .entities
                .iter()
                .filter_map(|entity| belongs(&page, entity, &bodies, numbering)),
        );
        claims.extend(is_directive(&page, numbering));
    }
    claims.extend(
        corpus
            .successions
            .iter()
            .filter_map(|pair| succeeded(*pair, numbering)),
    );
    if let Some(first) = numbering.first_document {
        named(corpus, numbering, first, evidence, &mut claims);
    }
    claims
}

pub(super) fn entities_by_id(record: &Record) -> FxHashMap<&str, usize> {
    let entities = record.entities.iter().enumerate();
    entities
        .map(|(index, entity)| (entity.id.as_str(), index))
        .collect()
}

fn bodies_by_name<'a>(corpus: &'a Corpus) -> FxHashMap<&'a str, u32> {
    let bodies = corpus
        .things
        .iter()
        .enumerate()
        .filter(|(_, thing)| thing.entity.kind() == Kind::Committee);
    bodies
        .map(|(index, thing)| (thing.entity.name.as_str(), index as u32))
        .collect()
}

impl Page<'_> {
    fn thing(&self, id: &str) -> Option<u32> {
        self.members.get(*self.entities.get(id)?).copied()
    }
}

impl Numbering {
    fn node(&self, thing: u32) -> Option<u32> {
        self.things.get(thing as usize).copied().flatten()
    }
}

fn stated<'a>(page: &Page<'a>, relation: &'a Relation, numbering: &Numbering) -> Option<Claim<'a>> {
    let node = |id: &str| numbering.node(page.thing(id)?);
    let (source, target) = (node(&relation.source)?, node(&relation.target)?);
    let tenure = match (relation.former, relation.new) {
        (true, _) => Tenure::Former,
        (_, true) => Tenure::New,
        _ => Tenure::Held,
    };
    // Joining two ids can leave a thing that cites itself.
    (source != target).then(|| Claim {
        source,
        target,
        kind: EdgeKind::Stated(relation.kind),
        title: relation.title.as_deref(),
        count: 1,
        tenure,
        document: Some(page.document),
        passage: page.offsets.passage(page.document, relation.sentence),
        start: relation.start,
        end: relation.end,
        rule: relation.rule.clone(),
    })
}

/// A body is part of the one that its name ends in; the evidence is where the document first names it.
fn belongs<'a>(
    page: &Page<'a>,
    entity: &Entity,
    bodies: &FxHashMap<&str, u32>,
    numbering: &Numbering,
) -> Option<Claim<'a>> {
    let Facts::Committee(committee) = &entity.facts else {
        return None;
    };
    let source = numbering.node(page.thing(&entity.id)?)?;
    let target = numbering.node(*bodies.get(committee.parent.as_deref()?)?)?;
    let mention = page
        .record
        .mentions
        .iter()
        .find(|mention| mention.entity == entity.id)?;
    (source != target).then(|| Claim {
        source,
        target,
        kind: EdgeKind::Stated(RelationKind::PartOf),
        title: None,
        count: 1,
        tenure: Tenure::Held,
        document: Some(page.document),
        passage: page.offsets.passage(page.document, mention.sentence),
        start: mention.start,
        end: mention.end,
        rule: Cow::Borrowed("the name of the body"),
    })
}

fn is_directive<'a>(page: &Page<'a>, numbering: &Numbering) -> Option<Claim<'a>> {
    let id = page.record.is.as_deref()?;
    let mention = page.record.mentions.iter().find(|mention| mention.entity == id);
    Some(Claim {
        source: numbering.first_document? + page.document,
        target: numbering.node(page.thing(id)?)?,
        kind: EdgeKind::Is,
        title: None,
        count: 1,
        tenure: Tenure::Held,
        document: Some(page.document),
        // A page that never names itself is quoted by its first sentence.
        passage: page
            .offsets
            .passage(page.document, mention.map_or(0, |mention| mention.sentence)),
        start: mention.map_or(0, |mention| mention.start),
        end: mention.map_or(0, |mention| mention.end),
        rule: Cow::Borrowed("the page is the directive"),
    })
}

fn succeeded<'a>((old, new): (u32, u32), numbering: &Numbering) -> Option<Claim<'a>> {
    Some(Claim {
        source: numbering.node(old)?,
        target: numbering.node(new)?,
        kind: EdgeKind::Stated(RelationKind::SucceededBy),
        title: None,
        count: 1,
        tenure: Tenure::Held,
        document: None,
        passage: None,
        start: 0,
        end: 0,
        rule: Cow::Borrowed("the lexicon"),
    })
}

/// A document mentions what its content names; directives it cites, but for the one that it is.
fn named(corpus: &Corpus, numbering: &Numbering, first: u32, evidence: &Evidence, claims: &mut Vec<Claim>) {
    let kinds = kinds_of_nodes(corpus, numbering);
    let own = own_directives(corpus, numbering);
    let content = evidence
        .mentions
        .iter()
        .filter(|trace| trace.zone != Zone::Boilerplate);
    let mut traces: Vec<_> = content
        .map(|trace| (trace.document, trace.node, trace.start, trace))
        .collect();
    traces.sort_unstable_by_key(|(document, node, start, _)| (*document, *node, *start));
    for group in traces.chunk_by(|left, right| (left.0, left.1) == (right.0, right.1)) {
        let (document, node, start, trace) = group[0];
        let kind = match kinds[node as usize] {
            Kind::Directive => EdgeKind::Stated(RelationKind::Cites),
            _ => EdgeKind::Mentions,
        };
        if own[document as usize] != Some(node) {
            claims.push(Claim {
                source: first + document,
                target: node,
                kind,
                title: None,
                count: group.len() as u32,
                tenure: Tenure::Held,
                document: Some(document),
                passage: trace.passage,
                start,
                end: trace.end,
                rule: trace.rule.clone(),
            });
        }
    }
}

fn kinds_of_nodes(corpus: &Corpus, numbering: &Numbering) -> Vec<Kind> {
    let things = corpus.things.iter().zip(&numbering.things);
    things
        .filter(|(_, node)| node.is_some())
        .map(|(thing, _)| thing.entity.kind())
        .collect()
}

/// The node of the directive that each document is.
pub(super) fn own_directives(corpus: &Corpus, numbering: &Numbering) -> Vec<Option<u32>> {
    let pages = corpus.records.iter().zip(&corpus.members);
    let own = pages.map(|(record, members)| {
        let id = record.is.as_deref()?;
        let entity = record.entities.iter().position(|entity| entity.id == id)?;
        numbering.node(members[entity])
    });
    own.collect()
}
