//! The name of a format -> the files that hold a graph in it.

use std::borrow::Cow;
use std::io::{self, Write};

#[cfg(feature = "parquet")]
use crate::export::parquet;
#[cfg(feature = "rdf")]
use crate::export::rdf;
#[cfg(feature = "sqlite")]
use crate::export::sqlite;
use crate::export::{
    csv, cypher, cytoscape, dot, ftm, gexf, gml, graphml, graphology, jgf, json, neo4j, pajek,
};
use crate::graph::{Evidence, KnowledgeGraph, simplify};

/// A format that vnkg writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    Graphml,
    Gexf,
    Json,
    Cytoscape,
    Graphology,
    Jgf,
    Dot,
    Gml,
    Pajek,
    Csv,
    Neo4j,
    Cypher,
    #[cfg(feature = "rdf")]
    Turtle,
    #[cfg(feature = "rdf")]
    Ntriples,
    #[cfg(feature = "rdf")]
    Jsonld,
    Ftm,
    #[cfg(feature = "sqlite")]
    Sqlite,
    #[cfg(feature = "parquet")]
    Parquet,
}

/// Whether a format that cannot tell parallel edges apart gets one edge per pair of nodes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ParallelEdges {
    /// One edge per ordered pair, with `relation` (the strongest) and `relations` (all).
    #[default]
    Merged,
    /// Every edge apart.
    Kept,
}

/// A file of the output folder and how to fill it.
pub struct Output<'a> {
    pub name: &'static str,
    pub write: Box<Fill<'a>>,
}

/// Writes the bytes of a file.
pub type Fill<'a> = dyn Fn(&mut dyn Write) -> io::Result<()> + Send + Sync + 'a;

impl Format {
    /// Every format, in the order of the help text.
    pub const ALL: &[Format] = &[
        Format::Graphml,
        Format::Gexf,
        Format::Json,
        Format::Cytoscape,
        Format::Graphology,
        Format::Jgf,
        Format::Dot,
        Format::Gml,
        Format::Pajek,
        Format::Csv,
        Format::Neo4j,
        Format::Cypher,
        #[cfg(feature = "rdf")]
        Format::Turtle,
        #[cfg(feature = "rdf")]
        Format::Ntriples,
        #[cfg(feature = "rdf")]
        Format::Jsonld,
        Format::Ftm,
        #[cfg(feature = "sqlite")]
        Format::Sqlite,
        #[cfg(feature = "parquet")]
        Format::Parquet,
    ];

    /// The word for it on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Format::Graphml => "graphml",
            Format::Gexf => "gexf",
            Format::Json => "json",
            Format::Cytoscape => "cytoscape",
            Format::Graphology => "graphology",
            Format::Jgf => "jgf",
            Format::Dot => "dot",
            Format::Gml => "gml",
            Format::Pajek => "pajek",
            Format::Csv => "csv",
            Format::Neo4j => "neo4j",
            Format::Cypher => "cypher",
            #[cfg(feature = "rdf")]
            Format::Turtle => "turtle",
            #[cfg(feature = "rdf")]
            Format::Ntriples => "ntriples",
            #[cfg(feature = "rdf")]
            Format::Jsonld => "jsonld",
            Format::Ftm => "ftm",
            #[cfg(feature = "sqlite")]
            Format::Sqlite => "sqlite",
            #[cfg(feature = "parquet")]
            Format::Parquet => "parquet",
        }
    }

    /// The format that the word stands for.
    pub fn of(name: &str) -> Option<Format> {
        Format::ALL.iter().copied().find(|format| format.name() == name)
    }
}

/// The files of a graph in a format: one, or a table of nodes and one of edges. Only `sqlite` holds the evidence.
pub fn files<'a>(
    format: Format,
    knowledge: &'a KnowledgeGraph,
    evidence: &'a Evidence,
    edges: ParallelEdges,
) -> Vec<Output<'a>> {
    let _ = evidence;
    match format {
        Format::Graphml => vec![output("graph.graphml", move |mut out| {
            graphml::write(&apart(knowledge, edges), &mut out)
        })],
        Format::Gexf => vec![output("graph.gexf", |mut out| gexf::write(knowledge, &mut out))],
        Format::Json => vec![output("graph.json", |mut out| json::write(knowledge, &mut out))],
        Format::Cytoscape => vec![output("graph.cyjs", |mut out| {
            cytoscape::write(knowledge, &mut out)
        })],
        Format::Graphology => vec![output("graph.graphology.json", |mut out| {
            graphology::write(knowledge, &mut out)
        })],
        Format::Jgf => vec![output("graph.jgf.json", |mut out| {
            jgf::write(knowledge, &mut out)
        })],
        Format::Dot => vec![output("graph.dot", |mut out| dot::write(knowledge, &mut out))],
        Format::Gml => vec![output("graph.gml", |mut out| gml::write(knowledge, &mut out))],
        Format::Pajek => vec![output("graph.net", |mut out| pajek::write(knowledge, &mut out))],
        Format::Csv => vec![
            output("nodes.csv", |mut out| csv::write_nodes(knowledge, &mut out)),
            output("edges.csv", |mut out| csv::write_edges(knowledge, &mut out)),
        ],
        Format::Neo4j => vec![
            output("nodes.csv", |mut out| neo4j::write_nodes(knowledge, &mut out)),
            output("edges.csv", |mut out| neo4j::write_edges(knowledge, &mut out)),
        ],
        Format::Cypher => vec![output("graph.cypher", |mut out| {
            cypher::write(knowledge, &mut out)
        })],
        #[cfg(feature = "rdf")]
        Format::Turtle => vec![output("graph.ttl", |mut out| {
            rdf::write_turtle(knowledge, &mut out)
        })],
        #[cfg(feature = "rdf")]
        Format::Ntriples => vec![output("graph.nt", |mut out| {
            rdf::write_ntriples(knowledge, &mut out)
        })],
        #[cfg(feature = "rdf")]
        Format::Jsonld => vec![output("graph.jsonld", |mut out| {
            rdf::write_jsonld(knowledge, &mut out)
        })],
        Format::Ftm => vec![output("graph.ftm.json", |mut out| {
            ftm::write(knowledge, &mut out)
        })],
        #[cfg(feature = "sqlite")]
        Format::Sqlite => vec![output("graph.sqlite", |mut out| {
            sqlite::write(knowledge, evidence, &mut out)
        })],
        #[cfg(feature = "parquet")]
        Format::Parquet => vec![
            output("nodes.parquet", |out| {
                whole(out, |bytes| parquet::write_nodes(knowledge, bytes))
            }),
            output("edges.parquet", |out| {
                whole(out, |bytes| parquet::write_edges(knowledge, bytes))
            }),
        ],
    }
}

/// Parquet wants a writer that can change its thread; bytes in memory can.
#[cfg(feature = "parquet")]
fn whole(out: &mut dyn Write, fill: impl Fn(&mut Vec<u8>) -> io::Result<()>) -> io::Result<()> {
    let mut bytes = Vec::new();
    fill(&mut bytes)?;
    out.write_all(&bytes)
}

pub(crate) fn output<'a, F>(name: &'static str, write: F) -> Output<'a>
where
    F: Fn(&mut dyn Write) -> io::Result<()> + Send + Sync + 'a,
{
    let write = Box::new(write);
    Output { name, write }
}

/// The graph with one edge per pair of nodes, or as it is.
pub(crate) fn apart(knowledge: &KnowledgeGraph, edges: ParallelEdges) -> Cow<'_, KnowledgeGraph> {
    match edges {
        ParallelEdges::Merged => Cow::Owned(simplify(knowledge)),
        ParallelEdges::Kept => Cow::Borrowed(knowledge),
    }
}
