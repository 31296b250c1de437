//! `vnkg export`: a graph that was built, or that another program wrote -> the same graph in another format.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::error::{Error, Outcome};
use super::formats::{explained_formats, format_of, write_graph};
use super::terminal::Terminal;
use crate::export::{Format, ParallelEdges, merge_parallel};
use crate::graph::{ColumnGraph, Evidence, KnowledgeGraph, Maker, simplify};
use crate::import::{evidence, open_columns};
use crate::query::{Place, place};

/// Write a graph in another format: a graph that was built here, or GraphML and node-link JSON of other programs
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Export {
    /// The folder that `vnkg build` wrote, its `graph.json` or `graph.graphml`, or GraphML or node-link JSON of another
    /// program
    graph: PathBuf,
    /// The format; without it the ending of --output tells
    #[arg(long, short, value_name = "NAME", value_parser = explained_formats())]
    format: Option<Format>,
    /// File or folder to write; a folder that is there gets a file by the name that `vnkg build --formats` gives it.
    /// `-`, as nothing, is standard output, for formats that are one file of text
    #[arg(long, short, value_name = "FILE|FOLDER")]
    output: Option<PathBuf>,
    /// Edges with the same ends: `merged` into one with all their relations, or `kept` apart. Without it they are
    /// merged in GraphML, because Gephi would add up their weights and forget all but the last, and kept elsewhere
    #[arg(long, value_enum, value_name = "HOW", hide_possible_values = true)]
    parallel_edges: Option<Parallel>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Parallel {
    Merged,
    Kept,
}

const EXAMPLES: &str = "\
Examples:
  vnkg export output --output graph.gexf
      a built graph for Gephi, with its timeline
  vnkg export output --format neo4j --output tables
      a folder with the two tables that `neo4j-admin database import` takes
  vnkg export output --output graph.sqlite
      everything with all the evidence, for SQL: SELECT * FROM search WHERE search MATCH 'nhân sự'
  vnkg export karate.graphml --format cypher | cypher-shell
      a graph of another program, through standard output";

impl Export {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Outcome, Error> {
        let output = self.output.as_deref().filter(|output| *output != Path::new("-"));
        let format = self.format(output)?;
        let place = place(&self.graph);
        let columns = open_columns(&place.graph)?;
        let edges = self.edges(format);
        // Of another program's graph no evidence speaks, unless it is one of ours that the program changed.
        let is_own = columns.maker == Maker::Vnkg || (format.holds_evidence() && place.evidence.exists());
        let [nodes, edges] = match is_own {
            true => write_own(columns, &place, (format, edges), output)?,
            false => write_foreign(&columns, (format, edges), output)?,
        };
        if let Some(output) = output {
            let output = output.display();
            terminal.note(&format!("nodes: {nodes}; edges: {edges}; written to `{output}`"));
        }
        Ok(Outcome::AllRead)
    }

    fn format(&self, output: Option<&Path>) -> Result<Format, Error> {
        match (self.format, output) {
            (Some(format), _) => Ok(format),
            (None, Some(output)) => format_of(output).ok_or_else(|| Error::UnknownEnding(output.to_owned())),
            (None, None) => Err(Error::NoFormat),
        }
    }

    /// Whether edges with the same ends become one.
    fn edges(&self, format: Format) -> ParallelEdges {
        match self.parallel_edges {
            Some(Parallel::Merged) => ParallelEdges::Merged,
            Some(Parallel::Kept) => ParallelEdges::Kept,
            None if format == Format::Graphml => ParallelEdges::Merged,
            None => ParallelEdges::Kept,
        }
    }
}

/// Writes a graph that vnkg built, with all that it means. Nothing is left to merge in what is written.
fn write_own(
    columns: ColumnGraph,
    place: &Place,
    (format, edges): (Format, ParallelEdges),
    output: Option<&Path>,
) -> Result<[usize; 2], Error> {
    let mut graph = KnowledgeGraph::from(&columns);
    drop(columns);
    if edges == ParallelEdges::Merged {
        graph = simplify(&graph);
    }
    let evidence = match format.holds_evidence() {
        true => evidence(&place.evidence, &graph)?,
        false => Evidence::default(),
    };
    write_graph(&graph, &evidence, (format, ParallelEdges::Kept), output)?;
    Ok([graph.graph.node_count(), graph.graph.edge_count()])
}

/// Writes a graph of another program with the attributes that its file has, and no others.
fn write_foreign(
    columns: &ColumnGraph,
    (format, edges): (Format, ParallelEdges),
    output: Option<&Path>,
) -> Result<[usize; 2], Error> {
    let graph = match edges {
        ParallelEdges::Merged => merge_parallel(columns),
        ParallelEdges::Kept => Cow::Borrowed(columns),
    };
    write_graph(
        &*graph,
        &Evidence::default(),
        (format, ParallelEdges::Kept),
        output,
    )?;
    Ok([graph.node_count(), graph.edge_count()])
}
