//! A corpus -> everything that was read for its graph: each mention with its words, each relation with its sentence.

use std::borrow::Cow;

use crate::graph::{Date, Tenure};
use crate::resolve::Corpus;
use crate::resolve::record::{Record, Zone};

/// The evidence of a graph. Nodes and edges are named by their index in [`crate::graph::KnowledgeGraph::graph`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// The documents, sorted by path.
    pub documents: Vec<Source>,
    /// The sentences that hold a mention or a relation, in the order of documents and text.
    pub passages: Vec<Passage>,
    /// In the order of documents and text.
    pub mentions: Vec<Trace>,
    /// In the order of the edges, then of documents and text.
    pub relations: Vec<Statement>,
}

/// A document as evidence names it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// Path below the input.
    pub path: String,
    pub title: Option<String>,
    pub date: Option<Date>,
}

/// A sentence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Passage {
    /// Index into [`Evidence::documents`].
    pub document: u32,
    /// In code points of the text as stored, end exclusive.
    pub start: u32,
    pub end: u32,
    pub text: String,
}

/// A mention.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    /// Index of the node.
    pub node: u32,
    pub document: u32,
    /// Index into [`Evidence::passages`].
    pub passage: Option<u32>,
    /// In code points of the text as stored, end exclusive.
    pub start: u32,
    pub end: u32,
    pub paragraph: u32,
    pub zone: Zone,
    /// The words themselves.
    pub text: String,
    /// Name of the rule that found it.
    pub rule: Cow<'static, str>,
}

/// A place where a text states an edge.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Index of the edge.
    pub edge: u32,
    pub document: u32,
    /// Index into [`Evidence::passages`].
    pub passage: Option<u32>,
    /// The words that state it, in code points of the text as stored, end exclusive.
    pub start: u32,
    pub end: u32,
    /// How a post stands here.
    pub tenure: Tenure,
    /// Name of the rule that read it.
    pub rule: Cow<'static, str>,
}

/// Where each record's sentences begin in [`Evidence::passages`].
pub(super) struct Offsets(Vec<u32>);

impl Offsets {
    /// The passage that is this record's sentence, where the record has it.
    pub(super) fn passage(&self, document: u32, sentence: u32) -> Option<u32> {
        let first = *self.0.get(document as usize)?;
        let next = *self.0.get(document as usize + 1)?;
        first.checked_add(sentence).filter(|passage| *passage < next)
    }
}

/// The documents and sentences of a corpus.
pub(super) fn passages(corpus: &Corpus) -> (Evidence, Offsets) {
    let mut evidence = Evidence::default();
    let mut offsets = vec![0];
    for (document, record) in corpus.records.iter().enumerate() {
        evidence.documents.push(source(record));
        evidence
            .passages
            .extend(record.sentences.iter().map(|sentence| Passage {
                document: document as u32,
                start: sentence.start,
                end: sentence.end,
                text: sentence.text.clone(),
            }));
        offsets.push(evidence.passages.len() as u32);
    }
    (evidence, Offsets(offsets))
}

fn source(record: &Record) -> Source {
    Source {
        path: record.doc.clone(),
        title: record.title.clone(),
        date: record.date.as_deref().and_then(|date| date.parse().ok()),
    }
}
