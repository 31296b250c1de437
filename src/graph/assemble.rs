//! A corpus -> its knowledge graph and the evidence behind every node and edge.

use petgraph::graph::{DiGraph, NodeIndex};
use serde::{Deserialize, Serialize};

use crate::graph::claim::{Link, links};
use crate::graph::collect::{Numbering, claims, entities_by_id};
use crate::graph::evidence::{Offsets, passages};
use crate::graph::nodes::{fill_posts, nodes};
use crate::graph::{Evidence, KnowledgeGraph, Orientation, Quote, Trace, Window, cooccur};
use crate::resolve::Corpus;
use crate::resolve::record::Zone;

/// Whether pages are nodes of the graph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Documents {
    #[default]
    Shown,
    LeftOut,
}

/// Which entities are tied by co-occurrence.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ties {
    pub window: Window,
    /// Only ties below this p-value of the disparity filter are kept; all where it is not given.
    pub backbone: Option<f64>,
}

impl From<Window> for Ties {
    fn from(window: Window) -> Ties {
        let backbone = None;
        Ties { window, backbone }
    }
}

/// Builds the graph of a corpus. A thing that only boilerplate names is left out.
pub fn assemble(corpus: &Corpus, ties: impl Into<Ties>, documents: Documents) -> (KnowledgeGraph, Evidence) {
    let ties = ties.into();
    let (mut evidence, offsets) = passages(corpus);
    let numbering = number(corpus, documents);
    evidence.mentions = traces(corpus, &numbering, &offsets);
    let mut all = links(claims(corpus, &numbering, &offsets, &evidence), &mut evidence);
    let entities = numbering.things.iter().flatten().count();
    let tied = cooccur::links(&evidence, ties.window, entities);
    all.extend(tied.into_iter().filter(|link| stands_out(link, ties)));
    sort(&mut all, &mut evidence);
    let mut graph = DiGraph::with_capacity(0, all.len());
    for node in nodes(corpus, &numbering, &evidence) {
        graph.add_node(node);
    }
    let quotes = quote(&mut all, &evidence);
    for link in all {
        graph.add_edge(
            NodeIndex::new(link.source as usize),
            NodeIndex::new(link.target as usize),
            link.edge,
        );
    }
    fill_posts(&mut graph);
    (
        KnowledgeGraph::new(graph, Orientation::Directed, quotes),
        evidence,
    )
}

fn stands_out(link: &Link, ties: Ties) -> bool {
    let p_value = link
        .edge
        .association
        .map_or(0.0, |association| association.p_value);
    ties.backbone.is_none_or(|significance| p_value < significance)
}

/// Gives a number to each thing that content names, or that nothing names, and then to the documents.
fn number(corpus: &Corpus, documents: Documents) -> Numbering {
    let mut named = vec![false; corpus.things.len()];
    let mut in_content = vec![false; corpus.things.len()];
    for (record, members) in corpus.records.iter().zip(&corpus.members) {
        let entities = entities_by_id(record);
        for mention in &record.mentions {
            if let Some(entity) = entities.get(mention.entity.as_str()) {
                let thing = members[*entity] as usize;
                named[thing] = true;
                in_content[thing] |= mention.zone != Zone::Boilerplate;
            }
        }
    }
    let kept = in_content
        .into_iter()
        .zip(named)
        .map(|(content, named)| content || !named);
    let mut things = Vec::with_capacity(corpus.things.len());
    let mut next = 0;
    for kept in kept {
        things.push(kept.then_some(next));
        next += u32::from(kept);
    }
    Numbering {
        things,
        first_document: (documents == Documents::Shown).then_some(next),
    }
}

fn traces(corpus: &Corpus, numbering: &Numbering, offsets: &Offsets) -> Vec<Trace> {
    let mut traces = Vec::new();
    for (document, record) in corpus.records.iter().enumerate() {
        let entities = entities_by_id(record);
        let members = &corpus.members[document];
        for mention in &record.mentions {
            let entity = entities.get(mention.entity.as_str());
            let node = entity.and_then(|entity| numbering.things[members[*entity] as usize]);
            traces.extend(node.map(|node| Trace {
                node,
                document: document as u32,
                passage: offsets.passage(document as u32, mention.sentence),
                start: mention.start,
                end: mention.end,
                paragraph: mention.paragraph,
                zone: mention.zone,
                text: mention.text.clone(),
                rule: mention.rule.clone(),
            }));
        }
    }
    traces
}

/// Sorts the edges and renumbers the evidence of the stated ones, which are the first.
fn sort(all: &mut Vec<Link>, evidence: &mut Evidence) {
    let mut order: Vec<u32> = (0..all.len() as u32).collect();
    let key = |index: &u32| {
        let link = &all[*index as usize];
        (link.source, link.target, &link.edge.kind, &link.edge.title)
    };
    order.sort_by(|left, right| key(left).cmp(&key(right)));
    let mut place = vec![0; all.len()];
    for (new, old) in order.iter().enumerate() {
        place[*old as usize] = new as u32;
    }
    for statement in &mut evidence.relations {
        statement.edge = place[statement.edge as usize];
    }
    evidence.relations.sort_by_key(|statement| statement.edge);
    let mut links: Vec<Option<Link>> = std::mem::take(all).into_iter().map(Some).collect();
    all.extend(order.iter().filter_map(|old| links[*old as usize].take()));
}

/// Turns the passages that edges name into the quotes of the graph.
fn quote(all: &mut [Link], evidence: &Evidence) -> Vec<Quote> {
    let mut quotes = Vec::new();
    let mut quote_of = vec![None; evidence.passages.len()];
    for link in all {
        let Some(passage) = link.edge.quote else {
            continue;
        };
        let known = &mut quote_of[passage as usize];
        link.edge.quote = Some(*known.get_or_insert_with(|| {
            let passage = &evidence.passages[passage as usize];
            quotes.push(Quote {
                text: passage.text.clone(),
                document: evidence.documents[passage.document as usize].path.clone(),
            });
            quotes.len() as u32 - 1
        }));
    }
    quotes
}
