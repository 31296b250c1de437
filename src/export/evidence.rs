//! The evidence of a graph -> JSON Lines: a line per mention with its words, a line per place that states an edge.

use std::io::{self, Write};

use serde::Serialize;

use petgraph::graph::{EdgeIndex, NodeIndex};

use crate::graph::{Evidence, KnowledgeGraph, Statement, Tenure, Trace};
use crate::resolve::record::Zone;

/// A mention, or a place that states an edge. Offsets are code points of the text as stored, end exclusive.
#[derive(Serialize)]
#[serde(untagged)]
enum Line<'a> {
    Mention {
        entity: &'a str,
        document: &'a str,
        start: u32,
        end: u32,
        text: &'a str,
        zone: Zone,
        rule: &'a str,
        #[serde(flatten)]
        sentence: Option<Sentence<'a>>,
    },
    Relation {
        edge: String,
        relation: &'a str,
        source: &'a str,
        target: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        title: Option<&'a str>,
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        former: bool,
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        new: bool,
        document: &'a str,
        start: u32,
        end: u32,
        rule: &'a str,
        #[serde(flatten)]
        sentence: Option<Sentence<'a>>,
    },
}

/// The sentence that a mention or a statement stands in, on one line.
#[derive(Serialize)]
struct Sentence<'a> {
    sentence: &'a str,
    sentence_start: u32,
    sentence_end: u32,
}

/// Writes the mentions in the order of documents and text, then the relations in the order of the edges. Edges that
/// co-occurrence makes are not repeated here: they follow from mentions with one sentence.
pub fn write(knowledge: &KnowledgeGraph, evidence: &Evidence, out: &mut impl Write) -> io::Result<()> {
    let mut line = Vec::new();
    let mentions = evidence
        .mentions
        .iter()
        .filter_map(|trace| mention(knowledge, evidence, trace));
    let relations = evidence
        .relations
        .iter()
        .filter_map(|statement| relation(knowledge, evidence, statement));
    for entry in mentions.chain(relations) {
        line.clear();
        serde_json::to_writer(&mut line, &entry)?;
        line.push(b'\n');
        out.write_all(&line)?;
    }
    Ok(())
}

fn mention<'a>(knowledge: &'a KnowledgeGraph, evidence: &'a Evidence, trace: &'a Trace) -> Option<Line<'a>> {
    Some(Line::Mention {
        entity: &knowledge
            .graph
            .node_weight(NodeIndex::new(trace.node as usize))?
            .id,
        document: &evidence.documents.get(trace.document as usize)?.path,
        start: trace.start,
        end: trace.end,
        text: &trace.text,
        zone: trace.zone,
        rule: &trace.rule,
        sentence: sentence(evidence, trace.passage),
    })
}

fn relation<'a>(
    knowledge: &'a KnowledgeGraph,
    evidence: &'a Evidence,
    place: &'a Statement,
) -> Option<Line<'a>> {
    let index = EdgeIndex::new(place.edge as usize);
    let (source, target) = knowledge.graph.edge_endpoints(index)?;
    let edge = &knowledge.graph[index];
    Some(Line::Relation {
        edge: format!("e{}", place.edge),
        relation: edge.kind.name(),
        source: &knowledge.graph[source].id,
        target: &knowledge.graph[target].id,
        title: edge.title.as_deref(),
        former: place.tenure == Tenure::Former,
        new: place.tenure == Tenure::New,
        document: &evidence.documents.get(place.document as usize)?.path,
        start: place.start,
        end: place.end,
        rule: &place.rule,
        sentence: sentence(evidence, place.passage),
    })
}

fn sentence(evidence: &Evidence, passage: Option<u32>) -> Option<Sentence<'_>> {
    let passage = evidence.passages.get(passage? as usize)?;
    Some(Sentence {
        sentence: &passage.text,
        sentence_start: passage.start,
        sentence_end: passage.end,
    })
}
