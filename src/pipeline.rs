//! Records -> the knowledge graph and the files that `vnkg build` leaves.

use std::io::Write;

use crate::export::format::{apart, output};
use crate::export::{Output, ParallelEdges, csv, evidence, graphml, json};
use crate::graph::{Documents, Evidence, KnowledgeGraph, Projection, Window, assemble, project};
use crate::resolve::across::{Corpus, Succession, join};
use crate::resolve::{Judgements, Record};

/// What the caller can choose about a build.
#[derive(Clone, Debug, Default)]
pub struct Options {
    pub window: Window,
    pub documents: Documents,
    /// Only of the formats that cannot tell parallel edges apart.
    pub parallel_edges: ParallelEdges,
    /// What `vnkg review` decided.
    pub judgements: Judgements,
    /// Bodies merged or renamed, from the lexicon.
    pub successions: Vec<Succession>,
}

/// A graph with everything that it was made from.
pub struct Build<'a> {
    pub corpus: Corpus<'a>,
    pub graph: KnowledgeGraph,
    pub evidence: Evidence,
}

/// Joins the records into one corpus and the corpus into a graph. The order of the records does not matter.
pub fn build<'a>(records: &'a [Record], options: &Options) -> Build<'a> {
    let corpus = join(records, &options.judgements, &options.successions);
    let (graph, evidence) = assemble(&corpus, options.window, options.documents);
    Build {
        corpus,
        graph,
        evidence,
    }
}

/// The files of a build but for the reports, in the order of their names. Each can be written on its own thread with
/// [`crate::export::write_atomically`].
pub fn outputs<'a>(build: &'a Build<'_>, options: &Options) -> Vec<Output<'a>> {
    let knowledge = &build.graph;
    let projected = |projection| {
        let edges = options.parallel_edges;
        move |mut out: &mut dyn Write| {
            graphml::write(&apart(&project(knowledge, projection), edges), &mut out)
        }
    };
    let edges = options.parallel_edges;
    vec![
        output("citations.graphml", projected(Projection::Citations)),
        output("cooccurrence.graphml", projected(Projection::Cooccurrence)),
        output("edges.csv", |mut out| csv::write_edges(knowledge, &mut out)),
        output("evidence.jsonl", |mut out| {
            evidence::write(knowledge, &build.evidence, &mut out)
        }),
        output("graph.graphml", move |mut out| {
            graphml::write(&apart(knowledge, edges), &mut out)
        }),
        output("graph.json", |mut out| json::write(knowledge, &mut out)),
        output("nodes.csv", |mut out| csv::write_nodes(knowledge, &mut out)),
    ]
}
