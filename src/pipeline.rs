//! Records -> the knowledge graph and the files that `vnkg build` leaves.

use std::collections::BTreeSet;
use std::io::Write;

use crate::export::files::{apart, output};
use crate::export::{Format, Output, ParallelEdges, Walk, csv, evidence, files, graphml, json};
use crate::graph::{Documents, Evidence, KnowledgeGraph, Projection, Ties, Window, assemble, project};
use crate::layout::picture::{Colouring, draw};
use crate::metrics::MeasureOptions;
use crate::metrics::knowledge::{Measured, attach, measure_knowledge};
use crate::read::Refusal;
use crate::report::{Content, Material, drawing, explore, html, json as facts};
use crate::resolve::across::{Corpus, Succession, join};
use crate::resolve::{Judgements, Record};

/// The picture of a graph is the same in every build.
const PICTURE_SEED: u64 = 1;

/// What the caller can choose about a build.
#[derive(Clone, Debug, Default)]
pub struct Options {
    pub window: Window,
    /// Only co-occurrences below this p-value of the disparity filter are kept; all where it is not given.
    pub backbone: Option<f64>,
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
    /// The measures of the entities alone, which the graph carries too.
    pub measured: Measured,
}

/// Joins the records into one corpus and the corpus into a graph, measures its entities and lays it out. The order of
/// the records does not matter.
pub fn build<'a>(records: &'a [Record], options: &Options) -> Build<'a> {
    let corpus = join(records, &options.judgements, &options.successions);
    let ties = Ties {
        window: options.window,
        backbone: options.backbone,
    };
    let (mut graph, evidence) = assemble(&corpus, ties, options.documents);
    let measured = measure_knowledge(&graph, Documents::LeftOut, MeasureOptions::for_builds())
        .expect("an assembled graph has finite weights above zero and numbers its nodes in 32 bits");
    attach(&mut graph, &measured);

    draw(&mut graph, &measured, Colouring::Kind, PICTURE_SEED)
        .expect("an assembled graph has finite weights above zero");
    Build {
        corpus,
        graph,
        evidence,
        measured,
    }
}

impl Build<'_> {
    /// What the reports are made from.
    pub fn material<'b>(&'b self, refused: &'b [Refusal]) -> Material<'b> {
        Material {
            corpus: &self.corpus,
            graph: &self.graph,
            evidence: &self.evidence,
            measured: &self.measured,
            refused,
        }
    }
}

/// The files of a build but for the reports, in the order of their names. Each can be written on its own thread with
/// [`crate::export::write_atomically`].
pub fn outputs<'a>(build: &'a Build<'_>, options: &Options) -> Vec<Output<'a>> {
    let knowledge = &build.graph;
    let projected = |projection| {
        let edges = options.parallel_edges;
        move |mut out: &mut dyn Write| {
            let projection = project(knowledge, projection);
            graphml::write(&Walk::new(&apart(&projection, edges)), &mut out)
        }
    };
    let edges = options.parallel_edges;
    vec![
        output("citations.graphml", projected(Projection::Citations)),
        output("cooccurrence.graphml", projected(Projection::Cooccurrence)),
        output("edges.csv", |mut out| {
            csv::write_edges(&Walk::new(knowledge), &mut out)
        }),
        output("evidence.jsonl", |mut out| {
            evidence::write(knowledge, &build.evidence, &mut out)
        }),
        output("graph.graphml", move |mut out| {
            graphml::write(&Walk::new(&apart(knowledge, edges)), &mut out)
        }),
        output("graph.json", |mut out| {
            json::write(&Walk::new(knowledge), &mut out)
        }),
        output("nodes.csv", |mut out| {
            csv::write_nodes(&Walk::new(knowledge), &mut out)
        }),
    ]
}

/// The files of more formats, each file once and none that [`outputs`] has.
pub fn more_outputs<'a>(build: &'a Build<'_>, options: &Options, formats: &[Format]) -> Vec<Output<'a>> {
    let formats: BTreeSet<Format> = formats.iter().copied().collect();
    let usual: Vec<&str> = outputs(build, options).iter().map(|output| output.name).collect();
    let all = formats
        .into_iter()
        .flat_map(|format| files(format, &build.graph, &build.evidence, options.parallel_edges));
    all.filter(|output| !usual.contains(&output.name)).collect()
}

/// The files that people look at, in the order of their names.
pub fn pages<'a>(build: &'a Build<'_>, content: &'a Content) -> Vec<Output<'a>> {
    vec![
        output("explore.html", |mut out| {
            explore::write(&build.graph, &build.evidence, &mut out)
        }),
        output("graph.svg", |mut out| drawing::write(&content.picture, &mut out)),
        output("report.html", |mut out| html::write(content, &mut out)),
        output("report.json", |mut out| facts::write(content, &mut out)),
    ]
}
