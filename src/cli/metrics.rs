//! `vnkg metrics`: a built graph -> every measure of its nodes and of the whole.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::destination::fill;
use super::error::{Error, Outcome};
use crate::graph::{Date, Projection};
use crate::metrics::MeasureOptions;
use crate::query::measure::{Explanation, definitions, measurement};
use crate::query::open;
use crate::query::select::{Selection, select};

/// Measure a built graph: centralities, communities, clustering, distances, and what holds it together
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Metrics {
    /// The folder that `vnkg build` wrote, or the `graph.json` in it
    #[arg(required_unless_present = "explain")]
    graph: Option<PathBuf>,
    /// Which edges count
    #[arg(long, value_enum, default_value = "cooccurrence")]
    on: On,
    /// Keep the co-occurrences below this p-value of the disparity filter, for example 0.05
    #[arg(long, value_name = "P")]
    backbone: Option<f64>,
    /// Only nodes of these kinds: official, committee, directive, event, document; without it all but documents
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    kinds: Vec<String>,
    /// Only edges that pages of this day, month or year or later state; weights stay those of the whole graph
    #[arg(long, value_name = "DATE")]
    since: Option<Date>,
    /// Only edges that pages of this day, month or year or earlier state
    #[arg(long, value_name = "DATE")]
    until: Option<Date>,
    /// Only edges of at least this weight
    #[arg(long, value_name = "W")]
    min_weight: Option<f64>,
    /// Number that chance starts from, in communities and samples
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// List so many nodes, the highest PageRank first; 0 is all
    #[arg(long, value_name = "N", default_value_t = 20)]
    top: usize,
    /// Say what each measure means, after whom and by which convention
    #[arg(long)]
    explain: bool,
    /// All measures of all nodes in JSON, for programs
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    /// All measures of all nodes as a table for spreadsheets
    #[arg(long)]
    csv: bool,
    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum On {
    /// Who and what is named together
    Cooccurrence,
    /// What cites, carries out, amends or replaces which directive
    Citations,
    /// Who serves where, and which body is part of which
    Posts,
    /// All edges between entities
    All,
}

const EXAMPLES: &str = "\
Examples:
  vnkg metrics output
      the whole, the communities and the twenty leading entities by what is named together
  vnkg metrics output --on posts --kinds official,committee --since 2021 --until 2023 --csv --output posts.csv
      who serves where in three years, for a spreadsheet
  vnkg metrics --explain
      what each measure means";

impl Metrics {
    pub(super) fn run(&self) -> Result<Outcome, Error> {
        let output = self.output.as_deref();
        let Some(path) = &self.graph else {
            fill(output, |out| out.write_all(definitions().as_bytes()))?;
            return Ok(Outcome::AllRead);
        };
        let graph = select(&open(path)?.knowledge, &self.selection());
        if graph.graph.node_count() == 0 {
            return Err(Error::NothingToMeasure);
        }
        let options = MeasureOptions {
            seed: self.seed,
            ..MeasureOptions::default()
        };
        let measurement = measurement(&graph, options)?;
        if self.csv {
            fill(output, |out| measurement.csv(out))?;
            return Ok(Outcome::AllRead);
        }
        let text = if self.json {
            measurement.json(self.explanation()) + "\n"
        } else {
            let words = measurement.words(Some(self.top).filter(|top| *top > 0));
            match self.explanation() {
                Explanation::Given => format!("{words}\n{}", definitions()),
                Explanation::LeftOut => words,
            }
        };
        fill(output, |out| out.write_all(text.as_bytes()))?;
        Ok(Outcome::AllRead)
    }

    fn explanation(&self) -> Explanation {
        match self.explain {
            true => Explanation::Given,
            false => Explanation::LeftOut,
        }
    }

    fn selection(&self) -> Selection {
        Selection {
            on: match self.on {
                On::Cooccurrence => Some(Projection::Cooccurrence),
                On::Citations => Some(Projection::Citations),
                On::Posts => Some(Projection::Posts),
                On::All => None,
            },
            backbone: self.backbone,
            kinds: self.kinds.clone(),
            since: self.since,
            until: self.until,
            least_weight: self.min_weight,
        }
    }
}
