//! A finished build -> the few lines that are said of it.

use std::path::Path;
use std::time::Duration;

use super::tally::Tally;
use crate::graph::KnowledgeGraph;
use crate::report::Counts;

/// Pages, nodes and edges by kind, where the files are, and how long it took.
pub(super) fn summary(graph: &KnowledgeGraph, tally: &Tally, output: &Path, time: Duration) -> String {
    let counts = Counts::of(graph);
    let listed = |kinds: &std::collections::BTreeMap<&str, usize>| -> String {
        let each: Vec<String> = kinds
            .iter()
            .map(|(kind, number)| format!("{number} {kind}"))
            .collect();
        if each.is_empty() {
            "none".to_owned()
        } else {
            each.join(", ")
        }
    };
    format!(
        "{}\nnodes: {}\nedges: {}\nwritten to `{}` in {:.2} s",
        tally.line(),
        listed(&counts.nodes),
        listed(&counts.edges),
        output.display(),
        time.as_secs_f64(),
    )
}
