//! A graph and a format -> the files that hold it, each with the way to fill it.

use std::borrow::Cow;
use std::io::{self, Write};

#[cfg(feature = "parquet")]
use crate::export::parquet;
#[cfg(feature = "rdf")]
use crate::export::rdf;
#[cfg(feature = "sqlite")]
use crate::export::sqlite;
use crate::export::{
    Format, csv, cypher, cytoscape, dot, ftm, gexf, gml, graphml, graphology, jgf, json, neo4j, pajek,
};
use crate::graph::{Evidence, KnowledgeGraph, simplify};

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

/// The files of a graph in a format: one, or a table of nodes and one of edges, named as [`Format::files`] says. Only
/// `sqlite` holds the evidence.
pub fn files<'a>(
    format: Format,
    knowledge: &'a KnowledgeGraph,
    evidence: &'a Evidence,
    edges: ParallelEdges,
) -> Vec<Output<'a>> {
    let names = format.files().iter();
    names
        .enumerate()
        .map(|(table, name)| {
            output(name, move |out| match table {
                0 => write_first(format, knowledge, evidence, edges, out),
                _ => write_edges(format, knowledge, out),
            })
        })
        .collect()
}

/// Writes the only file of a format, or its nodes.
fn write_first(
    format: Format,
    knowledge: &KnowledgeGraph,
    evidence: &Evidence,
    edges: ParallelEdges,
    mut out: &mut dyn Write,
) -> io::Result<()> {
    // Without that feature no format asks for it.
    let _ = evidence;
    match format {
        Format::Graphml => graphml::write(&apart(knowledge, edges), &mut out),
        Format::Gexf => gexf::write(knowledge, &mut out),
        Format::Json => json::write(knowledge, &mut out),
        Format::Cytoscape => cytoscape::write(knowledge, &mut out),
        Format::Graphology => graphology::write(knowledge, &mut out),
        Format::Jgf => jgf::write(knowledge, &mut out),
        Format::Dot => dot::write(knowledge, &mut out),
        Format::Gml => gml::write(knowledge, &mut out),
        Format::Pajek => pajek::write(knowledge, &mut out),
        Format::Csv => csv::write_nodes(knowledge, &mut out),
        Format::Neo4j => neo4j::write_nodes(knowledge, &mut out),
        Format::Cypher => cypher::write(knowledge, &mut out),
        #[cfg(feature = "rdf")]
        Format::Turtle => rdf::write_turtle(knowledge, &mut out),
        #[cfg(feature = "rdf")]
        Format::Ntriples => rdf::write_ntriples(knowledge, &mut out),
        #[cfg(feature = "rdf")]
        Format::Jsonld => rdf::write_jsonld(knowledge, &mut out),
        Format::Ftm => ftm::write(knowledge, &mut out),
        #[cfg(feature = "sqlite")]
        Format::Sqlite => sqlite::write(knowledge, evidence, &mut out),
        #[cfg(feature = "parquet")]
        Format::Parquet => whole(out, |bytes| parquet::write_nodes(knowledge, bytes)),
    }
}

/// Writes the edges of a format that has them in a file of their own.
fn write_edges(format: Format, knowledge: &KnowledgeGraph, mut out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Csv => csv::write_edges(knowledge, &mut out),
        Format::Neo4j => neo4j::write_edges(knowledge, &mut out),
        #[cfg(feature = "parquet")]
        Format::Parquet => whole(out, |bytes| parquet::write_edges(knowledge, bytes)),
        one_file => unreachable!("{} is one file", one_file.name()),
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
