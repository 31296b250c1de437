//! `vnkg snapshots`: pages -> one graph for each year or month, in which one thing has one id throughout.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::error::{Error, Outcome};
use super::judged::judgements;
use super::pages::Pages;
use super::staging::Staging;
use super::terminal::Terminal;
use crate::compare::{Period, snapshots};
use crate::export::{Walk, graphml, json};
use crate::graph::{Documents, KnowledgeGraph, Window, assemble, simplify};
use crate::layout::picture::{Colouring, draw};
use crate::metrics::MeasureOptions;
use crate::metrics::knowledge::{attach, measure_knowledge};
use crate::resolve::{Corpus, join};

/// Build one graph for each year or month, by the dates of the pages
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Snapshots {
    #[command(flatten)]
    pages: Pages,
    /// How long a period is
    #[arg(long, value_enum)]
    by: By,
    /// Folder for the graphs: 2023.graphml and 2023.json, or 2023-12.graphml and 2023-12.json
    #[arg(long, short, value_name = "DIR")]
    output: PathBuf,
    /// What people decided about identity, as for `vnkg build`
    #[arg(long, value_name = "FILE")]
    judgements: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum By {
    Year,
    Month,
}

const EXAMPLES: &str = "\
Examples:
  vnkg snapshots input --by year --output years
      a graph for every year that has a page; ids are the same in all of them
  vnkg diff years/2022.json years/2023.json
      what came, went and changed from one year to the next";

impl Snapshots {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Outcome, Error> {
        let judged = self.judgements.as_deref().map(judgements).transpose()?;
        let (records, tally) = self.pages.records(terminal)?;
        let corpus = join(&records, &judged.unwrap_or_default(), &[]);
        let period = match self.by {
            By::Year => Period::Year,
            By::Month => Period::Month,
        };
        let (parts, undated) = snapshots(&corpus, period);
        if parts.is_empty() {
            return Err(Error::NoDates);
        }
        let staging = Staging::new(&self.output)?;
        for (name, corpus) in &parts {
            let graph = drawn(corpus)?;
            staging.fill(&format!("{name}.json"), |mut out| {
                json::write(&Walk::new(&graph), &mut out)
            })?;
            staging.fill(&format!("{name}.graphml"), |mut out| {
                graphml::write(&Walk::new(&simplify(&graph)), &mut out)
            })?;
        }
        staging.finish()?;
        let names: Vec<&str> = parts.iter().map(|(name, _)| name.as_str()).collect();
        terminal.note(&format!("{}; graphs of {}", tally.line(), names.join(", ")));
        if undated > 0 {
            terminal.note(&format!(
                "note: pages without such a date are in no graph: {undated}"
            ));
        }
        Ok(tally.outcome())
    }
}

/// The graph of a period with its measures and a place for every node, as a build leaves it.
fn drawn(corpus: &Corpus) -> Result<KnowledgeGraph, Error> {
    let (mut graph, _) = assemble(corpus, Window::default(), Documents::Shown);
    let measured = measure_knowledge(&graph, Documents::LeftOut, MeasureOptions::for_builds())?;
    attach(&mut graph, &measured);
    draw(&mut graph, &measured, Colouring::Kind, SEED)?;
    Ok(graph)
}

/// Where the chance of pictures starts from.
const SEED: u64 = 1;
