//! `vnkg build`: pages -> the folder with the graph in every format, its evidence and its report.

use std::path::PathBuf;
use std::time::Instant;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use rayon::prelude::*;

use super::error::{Error, Outcome};
use super::formats::formats;
use super::judged::judgements;
use super::pages::Pages;
use super::staging::Staging;
use super::summary::summary;
use super::tally::Tally;
use super::terminal::Terminal;
use crate::export::{Format, ParallelEdges};
use crate::graph::{Documents, Window};
use crate::lexicon::Lexicon;
use crate::pipeline::{self, Options};
use crate::report::{Content, Findings, markdown, standing};
use crate::resolve::Record;
use crate::resolve::across::Succession;

/// Build the knowledge graph of some pages and write it to a folder, in every format, with its evidence and a report
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Build {
    #[command(flatten)]
    pages: Pages,
    /// Folder for the results; it is made if need be, and files of an earlier build in it are replaced
    #[arg(long, short, value_name = "DIR")]
    output: PathBuf,
    /// How near two entities must stand to co-occur
    #[arg(long, default_value = "sentence", value_parser = windows())]
    window: Window,
    /// Keep the co-occurrences below this p-value of the disparity filter, for example 0.05; all are kept without it
    #[arg(long, value_name = "P", value_parser = significance)]
    backbone: Option<f64>,
    /// Leave the pages themselves out of the graph
    #[arg(long)]
    no_documents: bool,
    /// Write parallel edges apart in GraphML; Gephi would merge them and keep the attributes of the last one only
    #[arg(long)]
    multi_edges: bool,
    /// Write these formats too, for example gexf,sqlite; `vnkg export --help` says what each keeps
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = formats())]
    formats: Vec<Format>,
    /// What people decided about identity: a line for each pair, `same ID ID` or `different ID ID`
    #[arg(long, value_name = "FILE")]
    judgements: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  vnkg build input --output output
      every page below `input`; then open output/graph.graphml in Gephi, and read output/report.md
  vnkg build input --output output --no-documents --window paragraph
      officials, committees, directives and events alone, tied where they share a paragraph
  vnkg build input --output output --formats gexf,sqlite
      the same and graph.gexf for Gephi's timeline, graph.sqlite with all the evidence
  vnkg build 2024 2025 more.txt --output output --lexicon words
      two folders and a file together, with words of your own";

fn windows() -> impl TypedValueParser<Value = Window> {
    PossibleValuesParser::new(["sentence", "paragraph", "document"]).map(|word| match word.as_str() {
        "document" => Window::Document,
        "paragraph" => Window::Paragraph,
        _ => Window::Sentence,
    })
}

/// A p-value, above 0 and at most 1.
fn significance(text: &str) -> Result<f64, String> {
    let number = text
        .parse::<f64>()
        .ok()
        .filter(|number| *number > 0.0 && *number <= 1.0);
    number.ok_or_else(|| "it is a number above 0 and at most 1, for example 0.05".to_owned())
}

impl Build {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Outcome, Error> {
        let start = Instant::now();
        if let Some(input) = self.pages.find(&self.output) {
            return Err(Error::OutputIsInput(input.to_owned()));
        }
        let options = self.options()?;
        let listing = self.pages.list(Some(&self.output));
        let staging = Staging::new(&self.output)?;
        let pool = self.pages.pool()?;
        let mut records: Vec<Record> = Vec::new();
        let tally = self.pages.each(
            &pool,
            terminal,
            listing,
            |record| record,
            |record| {
                records.push(record);
                Ok(())
            },
        )?;
        let built = pool.install(|| pipeline::build(&records, &options));
        pool.install(|| write(&staging, &built, &options, &self.formats, &tally))?;
        staging.finish()?;
        terminal.note(&summary(&built.graph, &tally, &self.output, start.elapsed()));
        // The program ends here, and the system takes back a graph faster than we hand it back node by node.
        std::mem::forget(built);
        std::mem::forget(records);
        Ok(tally.outcome())
    }

    fn options(&self) -> Result<Options, Error> {
        Ok(Options {
            window: self.window,
            backbone: self.backbone,
            documents: if self.no_documents {
                Documents::LeftOut
            } else {
                Documents::Shown
            },
            parallel_edges: if self.multi_edges {
                ParallelEdges::Kept
            } else {
                ParallelEdges::Merged
            },
            judgements: self
                .judgements
                .as_deref()
                .map(judgements)
                .transpose()?
                .unwrap_or_default(),
            successions: Lexicon::embedded()
                .successions()
                .map(|(old, new)| Succession {
                    old: old.to_owned(),
                    new: new.to_owned(),
                })
                .collect(),
        })
    }
}

/// Fills every file, several at a time.
fn write(
    staging: &Staging,
    built: &pipeline::Build,
    options: &Options,
    formats: &[Format],
    tally: &Tally,
) -> Result<(), Error> {
    let standing = standing(&built.graph)?;
    let report = markdown(&Findings {
        corpus: &built.corpus,
        graph: &built.graph,
        standing: &standing,
        refused: &tally.refused,
        skipped: tally.skipped.len(),
    });
    staging.fill("report.md", |out| out.write_all(report.as_bytes()))?;
    let content = Content::of(&built.material(&tally.refused));
    let mut outputs = pipeline::outputs(built, options);
    outputs.extend(pipeline::pages(built, &content));
    outputs.extend(pipeline::more_outputs(built, options, formats));
    outputs
        .par_iter()
        .try_for_each(|output| staging.fill(output.name, |out| (output.write)(out)))
}
