//! An answer -> words, JSON or a graph file, as the arguments ask.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::destination::fill;
use super::error::Error;
use crate::export::{graphml, json};
use crate::graph::{KnowledgeGraph, simplify};
use crate::query::Answer;

/// How an answer is given.
#[derive(Args, Debug)]
pub(super) struct Form {
    /// Answer in JSON, for programs
    #[arg(long, global = true, conflicts_with = "format")]
    json: bool,
    /// Write to this file instead of standard output; without --json it gets the part of the graph that the answer is
    /// about, in the format that --format names or its ending tells
    #[arg(long, short, global = true, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write the part of the graph that the answer is about in this format
    #[arg(long, global = true, value_name = "NAME")]
    format: Option<GraphFormat>,
}

/// A format of graphs.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum GraphFormat {
    Graphml,
    Json,
}

impl GraphFormat {
    /// Writes a graph. GraphML gets one edge per pair of nodes, as Gephi wants it.
    pub(super) fn write(self, graph: &KnowledgeGraph, mut out: &mut dyn Write) -> io::Result<()> {
        match self {
            GraphFormat::Graphml => graphml::write(&simplify(graph), &mut out),
            GraphFormat::Json => json::write(graph, &mut out),
        }
    }

    /// The format that the ending of a file name tells.
    pub(super) fn of(path: &std::path::Path) -> Option<GraphFormat> {
        GraphFormat::from_str(path.extension()?.to_str()?, true).ok()
    }
}

impl Form {
    /// Gives the answer.
    ///
    /// # Errors
    /// When it cannot be written, or when nothing tells the format of the file.
    pub(super) fn give(&self, knowledge: &KnowledgeGraph, answer: &Answer) -> Result<(), Error> {
        let output = self.output.as_deref();
        if self.json {
            return fill(output, |out| writeln!(out, "{}", answer.json));
        }
        let told = self.format.or_else(|| GraphFormat::of(output?));
        match (told, output) {
            (Some(format), _) => {
                let graph = answer.part.graph(knowledge);
                fill(output, |out| format.write(&graph, out))
            }
            (None, Some(path)) => Err(Error::UnknownEnding(path.to_owned())),
            (None, None) => fill(None, |out| out.write_all(answer.words.as_bytes())),
        }
    }
}
