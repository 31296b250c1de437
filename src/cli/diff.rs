//! `vnkg diff`: two built graphs -> what came, what went and what changed.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;

use super::answer::{Form, Given};
use super::error::{Error, Outcome};
use crate::compare::changes::{Changed, changes};
use crate::compare::picture::picture;
use crate::compare::subject::Topic;
use crate::graph::KnowledgeGraph;
use crate::query::open;

/// List what came, went and changed from one built graph to another: officials, posts, bodies, directives, events
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Diff {
    /// The older graph: a folder that `vnkg build` wrote, or a `graph.json`
    old: PathBuf,
    /// The newer graph
    new: PathBuf,
    #[command(flatten)]
    form: Form,
}

const EXAMPLES: &str = "\
Examples:
  vnkg diff 2023 2024
      what two builds differ in
  vnkg diff years/2022.json years/2023.json --json | jq '.posts.came'
      who received which post, from snapshots of years
  vnkg diff 2023 2024 --output changes.gexf
      the changes as a graph for Gephi: what came is green, what went is red, what changed is amber";

impl Diff {
    pub(super) fn run(&self) -> Result<Outcome, Error> {
        let [old, new] = [open(&self.old)?.knowledge, open(&self.new)?.knowledge];
        let changes = changes(&old, &new);
        self.form.give(&Between { old, new, changes })
    }
}

/// Two graphs and what changed.
struct Between {
    old: KnowledgeGraph,
    new: KnowledgeGraph,
    changes: BTreeMap<Topic, Changed>,
}

impl Given for Between {
    fn words(&self) -> String {
        words(&self.changes)
    }

    fn json(&self) -> String {
        serde_json::to_string_pretty(&self.changes).expect("changes have string keys and no numbers")
    }

    fn graph(&self) -> Result<KnowledgeGraph, Error> {
        Ok(picture(&self.old, &self.new, &self.changes)?)
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
