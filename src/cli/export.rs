//! `vnkg export`: a graph that was built, or that another program wrote -> the same graph in another format.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::error::{Error, Outcome};
use super::formats::{explained_formats, format_of, write_graph};
use super::terminal::Terminal;
use crate::export::{Format, ParallelEdges};
use crate::graph::{Evidence, KnowledgeGraph, simplify};
use crate::import::evidence;
use crate::query::open;

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
        let file = open(&self.graph)?;
        let (graph, edges) = self.with_edges(file.knowledge, format);
        let evidence = match format.holds_evidence() {
            true => evidence(&file.evidence, &graph)?,
            false => Evidence::default(),
        };
        write_graph(&graph, &evidence, (format, edges), output)?;
        if let Some(output) = output {
            terminal.note(&format!(
                "nodes: {}; edges: {}; written to `{}`",
                graph.graph.node_count(),
                graph.graph.edge_count(),
                output.display()
            ));
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

    /// The graph as it is to be written; nothing is left to merge in it.
    fn with_edges(&self, graph: KnowledgeGraph, format: Format) -> (KnowledgeGraph, ParallelEdges) {
        let merged = match self.parallel_edges {
            Some(Parallel::Merged) => true,
            Some(Parallel::Kept) => false,
            None => format == Format::Graphml,
        };
        let graph = if merged { simplify(&graph) } else { graph };
        (graph, ParallelEdges::Kept)
    }
}
