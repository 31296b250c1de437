//! `vnkg diff`: two built graphs -> what came, what went and what changed.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;

use super::answer::GraphFormat;
use super::destination::fill;
use super::error::{Error, Outcome};
use crate::compare::changes::{Changed, changes};
use crate::compare::picture::picture;
use crate::compare::subject::Topic;
use crate::query::open;

/// List what came, went and changed from one built graph to another: officials, posts, bodies, directives, events
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Diff {
    /// The older graph: a folder that `vnkg build` wrote, or a `graph.json`
    old: PathBuf,
    /// The newer graph
    new: PathBuf,
    /// List in JSON, for programs
    #[arg(long, conflicts_with = "format")]
    json: bool,
    /// Write to this file instead of standard output; without --json it gets a graph of the changes, in the format that
    /// --format names or its ending tells
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write a graph of the changes in this format: what came is green, what went is red
    #[arg(long, value_name = "NAME")]
    format: Option<GraphFormat>,
}

const EXAMPLES: &str = "\
Examples:
  vnkg diff 2023 2024
      what two builds differ in
  vnkg diff years/2022.json years/2023.json --json | jq '.posts.came'
      who received which post, from snapshots of years
  vnkg diff 2023 2024 --output changes.graphml
      the changes as a graph for Gephi";

impl Diff {
    pub(super) fn run(&self) -> Result<Outcome, Error> {
        let [old, new] = [open(&self.old)?.knowledge, open(&self.new)?.knowledge];
        let changes = changes(&old, &new);
        let output = self.output.as_deref();
        if self.json {
            fill(output, |out| {
                serde_json::to_writer_pretty(&mut *out, &changes)?;
                writeln!(out)
            })?;
            return Ok(Outcome::AllRead);
        }
        match (self.format.or_else(|| GraphFormat::of(output?)), output) {
            (Some(format), _) => {
                let graph = picture(&old, &new, &changes)?;
                fill(output, |out| format.write(&graph, out))?;
            }
            (None, Some(path)) => return Err(Error::UnknownEnding(path.to_owned())),
            (None, None) => {
                let words = words(&changes);
                fill(None, |out| out.write_all(words.as_bytes()))?;
            }
        }
        Ok(Outcome::AllRead)
    }
}

fn words(changes: &BTreeMap<Topic, Changed>) -> String {
    let mut words = String::new();
    for (topic, changed) in changes {
        let counts = [
            (changed.came.len(), "came"),
            (changed.went.len(), "went"),
            (changed.changed.len(), "changed"),
        ];
        let counts: Vec<String> = counts
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, verb)| format!("{count} {verb}"))
            .collect();
        if counts.is_empty() {
            continue;
        }
        words += &format!("{}: {}\n", topic.name(), counts.join(", "));
        changed.came.iter().for_each(|it| words += &format!("  + {it}\n"));
        changed.went.iter().for_each(|it| words += &format!("  - {it}\n"));
        for it in &changed.changed {
            let turns = it.changes.iter();
            let turns: Vec<String> = turns
                .map(|(name, turn)| format!("{name} {} -> {}", shown(&turn.old), shown(&turn.new)))
                .collect();
            let _ = writeln!(words, "  ~ {}: {}", it.subject, turns.join(", "));
        }
    }
    match words.is_empty() {
        true => "nothing changed\n".to_owned(),
        false => words,
    }
}

fn shown(value: &str) -> &str {
    match value {
        "" => "nothing",
        value => value,
    }
}
