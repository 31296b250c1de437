//! Words that name nothing -> the names of the graph that are written most like them.

use crate::graph::{KnowledgeGraph, Node};
use crate::query::names::plain;

/// So many names are suggested.
const MOST: usize = 3;

/// Names at least so alike, 1 being the same but for marks and case.
const ALIKE: f64 = 0.6;

/// The nearest names of nodes that `among` takes, the nearest first, by the share of letters that need no change
/// (Damerau and Levenshtein's distance over the length of the longer name).
pub(super) fn nearest(knowledge: &KnowledgeGraph, words: &str, among: impl Fn(&Node) -> bool) -> Vec<String> {
    let wanted = plain(&words.to_lowercase());
    let names = knowledge.graph.node_weights().filter(|node| among(node));
    let mut alike: Vec<(f64, &str)> = names
        .map(|node| (likeness(&wanted, &node.label), node.label.as_str()))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .collect();
    alike.sort_by(|left, right| right.0.total_cmp(&left.0).then(left.1.cmp(right.1)));
    alike.dedup_by(|left, right| left.1 == right.1);
    alike
        .into_iter()
        .take(MOST)
        .map(|(_, name)| name.to_owned())
        .collect()
}

fn likeness(wanted: &str, name: &str) -> f64 {
    let lengths = [wanted, name].map(|text| text.chars().count() as f64);
    // What differs so much in length cannot be alike, and comparing it costs most.
    if lengths[0].min(lengths[1]) < ALIKE * lengths[0].max(lengths[1]) {
        return 0.0;
    }
    strsim::normalized_damerau_levenshtein(wanted, &plain(&name.to_lowercase()))
}
