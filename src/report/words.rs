//! Names and dates -> how the report sorts and writes them.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::graph::{Date, KnowledgeGraph, Node};

/// Letters of a name that a table shows.
const LONGEST: usize = 100;

/// What each node is called in the report: its label, and its id where another of its kind is called the same.
pub(super) struct Names<'a> {
    bearers: BTreeMap<(&'a str, &'a str), usize>,
}

impl<'a> Names<'a> {
    pub(super) fn of(graph: &'a KnowledgeGraph) -> Names<'a> {
        let mut bearers: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for node in graph.graph.node_weights() {
            *bearers.entry((node.kind_name(), &node.label)).or_default() += 1;
        }
        Names { bearers }
    }

    pub(super) fn name(&self, node: &Node) -> String {
        let bearers = self
            .bearers
            .get(&(node.kind_name(), node.label.as_str()))
            .copied();
        match bearers {
            Some(2..) => format!("{} ({})", shortened(&node.label), node.id),
            _ => shortened(&node.label),
        }
    }
}

fn shortened(label: &str) -> String {
    match label.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}…", label[..cut].trim_end()),
        None => label.to_owned(),
    }
}

pub(super) fn day(date: Option<Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

/// A key that sorts as a Vietnamese reader looks names up: by letters first, by marks where letters are the same.
pub(super) fn alphabetical(name: &str) -> (String, String) {
    let plain = name.nfd().filter(|letter| !is_combining_mark(*letter));
    let letters = plain
        .flat_map(char::to_lowercase)
        .map(|letter| if letter == 'đ' { 'd' } else { letter });
    (letters.collect(), name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, alphabetical, shortened};

    #[test]
    fn names_sort_by_letters_before_marks() {
        let mut names = ["Đoàn", "Ủy ban", "Ban", "Đảng", "Dân vận"];
        names.sort_by_key(|name| alphabetical(name));
        assert_eq!(names, ["Ban", "Dân vận", "Đảng", "Đoàn", "Ủy ban"]);
    }

    #[test]
    fn a_long_name_ends_between_letters() {
        assert_eq!(shortened("Huế"), "Huế");
        assert_eq!(shortened(&"ế".repeat(LONGEST)), "ế".repeat(LONGEST));
        assert_eq!(
            shortened(&"ế".repeat(LONGEST + 1)),
            format!("{}…", "ế".repeat(LONGEST))
        );
    }
}
