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
    Format, Walk, csv, cypher, cytoscape, dot, ftm, gexf, gml, graphml, graphology, jgf, json,
    merge_parallel, neo4j, pajek,
};
use crate::graph::{ColumnGraph, Evidence, KnowledgeGraph, simplify};

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

/// What is written: a graph of ours, or one of another program as its file had it.
#[derive(Clone, Copy)]
pub enum Graph<'a> {
    Own(&'a KnowledgeGraph),
    Foreign(&'a ColumnGraph),
}

impl<'a> From<&'a KnowledgeGraph> for Graph<'a> {
    fn from(knowledge: &'a KnowledgeGraph) -> Graph<'a> {
        Graph::Own(knowledge)
    }
}

impl<'a> From<&'a ColumnGraph> for Graph<'a> {
    fn from(columns: &'a ColumnGraph) -> Graph<'a> {
        Graph::Foreign(columns)
    }
}

impl<'a> Graph<'a> {
    fn walk(self) -> Walk<'a> {
        match self {
            Graph::Own(knowledge) => Walk::new(knowledge),
            Graph::Foreign(columns) => Walk::of_columns(columns),
        }
    }
}

/// The files of a graph in a format: one, or a table of nodes and one of edges, named as [`Format::files`] says. Only
/// `sqlite` holds the evidence.
pub fn files<'a>(
    format: Format,
    graph: impl Into<Graph<'a>>,
    evidence: &'a Evidence,
    edges: ParallelEdges,
) -> Vec<Output<'a>> {
    let graph = graph.into();
    let names = format.files().iter();
    names
        .enumerate()
        .map(|(table, name)| {
            output(name, move |out| match table {
                0 => write_first(format, graph, evidence, edges, out),
                _ => write_edges(format, &graph.walk(), out),
            })
        })
        .collect()
}

/// Writes the only file of a format, or its nodes.
fn write_first(
    format: Format,
    graph: Graph,
    evidence: &Evidence,
    edges: ParallelEdges,
    mut out: &mut dyn Write,
) -> io::Result<()> {
    match (format, graph) {
        (Format::Graphml, Graph::Own(graph)) => graphml::write(&Walk::new(&apart(graph, edges)), &mut out),
        (Format::Graphml, Graph::Foreign(graph)) if edges == ParallelEdges::Merged => {
            graphml::write(&Walk::of_columns(&merge_parallel(graph)), &mut out)
        }
        _ => write_whole(format, &graph.walk(), evidence, out),
    }
}

/// Writes the only file of a format with every edge apart, or its nodes.
fn write_whole(format: Format, walk: &Walk, evidence: &Evidence, mut out: &mut dyn Write) -> io::Result<()> {
    // Without that feature no format asks for it.
    let _ = evidence;
    match format {
        Format::Graphml => graphml::write(walk, &mut out),
        Format::Gexf => gexf::write(walk, &mut out),
        Format::Json => json::write(walk, &mut out),
        Format::Cytoscape => cytoscape::write(walk, &mut out),
        Format::Graphology => graphology::write(walk, &mut out),
        Format::Jgf => jgf::write(walk, &mut out),
        Format::Dot => dot::write(walk, &mut out),
        Format::Gml => gml::write(walk, &mut out),
        Format::Pajek => pajek::write(walk, &mut out),
        Format::Csv => csv::write_nodes(walk, &mut out),
        Format::Neo4j => neo4j::write_nodes(walk, &mut out),
        Format::Cypher => cypher::write(walk, &mut out),
        #[cfg(feature = "rdf")]
        Format::Turtle => rdf::write_turtle(walk, &mut out),
        #[cfg(feature = "rdf")]
        Format::Ntriples => rdf::write_ntriples(walk, &mut out),
        #[cfg(feature = "rdf")]
        Format::Jsonld => rdf::write_jsonld(walk, &mut out),
        Format::Ftm => ftm::write(walk, &mut out),
        #[cfg(feature = "sqlite")]
        Format::Sqlite => sqlite::write(walk, evidence, &mut out),
        #[cfg(feature = "parquet")]
        Format::Parquet => whole(out, |bytes| parquet::write_nodes(walk, bytes)),
    }
}

/// Writes the edges of a format that has them in a file of their own.
fn write_edges(format: Format, walk: &Walk, mut out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Csv => csv::write_edges(walk, &mut out),
        Format::Neo4j => neo4j::write_edges(walk, &mut out),
        #[cfg(feature = "parquet")]
        Format::Parquet => whole(out, |bytes| parquet::write_edges(walk, bytes)),
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
