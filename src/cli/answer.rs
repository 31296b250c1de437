//! An answer -> words, JSON or a graph file, as the arguments ask.

use std::path::PathBuf;

use clap::Args;

use super::destination::fill;
use super::error::{Error, Outcome};
use super::formats::{format_of, formats, write_graph};
use crate::export::{Format, ParallelEdges};
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

impl Form {
    /// Gives the answer.
    ///
    /// # Errors
    /// When it cannot be written, or when nothing tells the format of the file.
    pub(super) fn give(&self, answer: &impl Given) -> Result<Outcome, Error> {
        let output = self.output.as_deref();
        match (self.format.or_else(|| format_of(output?)), output) {
            _ if self.json => fill(output, |out| writeln!(out, "{}", answer.json()))?,
            (Some(format), _) => write_graph(
                &answer.graph()?,
                &Evidence::default(),
                (format, ParallelEdges::Merged),
                output,
            )?,
            (None, Some(path)) => return Err(Error::UnknownEnding(path.to_owned())),
            (None, None) => fill(None, |out| out.write_all(answer.words().as_bytes()))?,
        }
        Ok(Outcome::AllRead)
    }
}
