//! An answer -> words, JSON or a graph file, as the arguments ask.

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::destination::fill;
use super::error::{Error, Outcome};
use super::staging::Staging;
use crate::export::{Format, ParallelEdges, files};
use crate::graph::{Evidence, KnowledgeGraph};

/// How an answer is given.
#[derive(Args, Debug)]
pub(super) struct Form {
    /// Answer in JSON, for programs
    #[arg(long, global = true, conflicts_with = "format")]
    json: bool,
    /// Write to this file instead of standard output; without --json it gets the answer as a graph, in the format that
    /// --format names or the ending of the file tells
    #[arg(long, short, global = true, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Answer with a graph in this format
    #[arg(long, global = true, value_name = "NAME", value_parser = formats())]
    format: Option<Format>,
}

/// What a question can be answered with.
pub(super) trait Given {
    fn words(&self) -> String;
    fn json(&self) -> String;
    /// # Errors
    /// When it is too large to be drawn.
    fn graph(&self) -> Result<KnowledgeGraph, Error>;
}

/// The formats of graphs by their names.
fn formats() -> impl TypedValueParser<Value = Format> {
    let names = Format::ALL.iter().map(|format| format.name());
    PossibleValuesParser::new(names)
        .map(|name| Format::of(&name).expect("only the names of formats are let through"))
}

impl Form {
    /// Gives the answer.
    ///
    /// # Errors
    /// When it cannot be written, or when nothing tells the format of the file.
    pub(super) fn give(&self, answer: &impl Given) -> Result<Outcome, Error> {
        let output = self.output.as_deref();
        match (self.format.or_else(|| format_of(output?)), output) {
            _ if self.json => fill(output, |out| writeln!(out, "{}", answer.json()))?,
            (Some(format), _) => write_graph(&answer.graph()?, format, output)?,
            (None, Some(path)) => return Err(Error::UnknownEnding(path.to_owned())),
            (None, None) => fill(None, |out| out.write_all(answer.words().as_bytes()))?,
        }
        Ok(Outcome::AllRead)
    }
}

/// The format that the ending of a file's name tells: that of the file that it would be in a folder of exports.
fn format_of(path: &Path) -> Option<Format> {
    let name = format!("graph.{}", path.extension()?.to_str()?.to_ascii_lowercase());
    let (nothing, none) = (KnowledgeGraph::default(), Evidence::default());
    let is_it = |format: &Format| {
        let files = files(*format, &nothing, &none, ParallelEdges::Merged);
        files.len() == 1 && files[0].name == name
    };
    Format::ALL.iter().copied().find(is_it)
}

/// Writes one file, or a folder of the tables that the format has.
fn write_graph(graph: &KnowledgeGraph, format: Format, output: Option<&Path>) -> Result<(), Error> {
    let none = Evidence::default();
    let files = files(format, graph, &none, ParallelEdges::Merged);
    match (files.as_slice(), output) {
        ([file], _) => fill(output, |out| (file.write)(out)),
        (_, None) => Err(Error::SeveralFiles(format.name())),
        (several, Some(folder)) => {
            let staging = Staging::new(folder)?;
            for file in several {
                staging.fill(file.name, |out| (file.write)(out))?;
            }
            staging.finish()
        }
    }
}
