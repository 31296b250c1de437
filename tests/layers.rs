//! The order of the pipeline: a module may use itself and the modules before it, never one that comes after.

use std::fs;
use std::path::{Path, PathBuf};

/// `extract::extract` is the door to everything that is done to one page, and the last of that is `resolve::within`.
const ALLOWED: [&str; 1] = ["src/extract/mod.rs uses resolve"];

/// The stages in the order that `src/lib.rs` declares them.
fn stages() -> Vec<String> {
    let lib = fs::read_to_string("src/lib.rs").expect("the library has a root");
    lib.lines()
        .filter_map(|line| line.strip_prefix("pub mod "))
        .map(|rest| rest.trim_end_matches(';').to_owned())
        .collect()
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("readable").path();
        match path.is_dir() {
            true => found.extend(sources(&path)),
            false => found.push(path),
        }
    }
    found.retain(|path| path.extension().is_some_and(|end| end == "rs"));
    found.sort();
    found
}

/// The stages that a text names after `crate::`, alone or in a group.
fn used(text: &str) -> Vec<String> {
    let name = |words: &str| -> String {
        words
            .chars()
            .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
            .collect()
    };
    let mut found = Vec::new();
    for (_, rest) in text
        .match_indices("crate::")
        .map(|(at, found)| (at, &text[at + found.len()..]))
    {
        match rest.strip_prefix('{') {
            None => found.push(name(rest)),
            Some(group) => {
                let mut depth = 0;
                let outer = |letter: char| {
                    depth += i32::from(letter == '{') - i32::from(letter == '}');
                    depth < 0 || (letter == ',' && depth == 0)
                };
                let end = group.find("};").unwrap_or(group.len());
                found.extend(group[..end].split(outer).map(|words| name(words.trim())));
            }
        }
    }
    found
}

/// Every use of a stage by an earlier one, as `file uses stage`.
fn forward_uses(stages: &[String]) -> Vec<String> {
    let mut forward = Vec::new();
    for (place, stage) in stages.iter().enumerate() {
        let alone = PathBuf::from(format!("src/{stage}.rs"));
        let files = if alone.exists() {
            vec![alone]
        } else {
            sources(&Path::new("src").join(stage))
        };
        for file in files {
            let text = fs::read_to_string(&file).expect("a source is text");
            for name in used(&text) {
                if stages
                    .iter()
                    .position(|other| *other == name)
                    .is_some_and(|other| other > place)
                {
                    forward.push(format!("{} uses {name}", file.display()));
                }
            }
        }
    }
    forward.dedup();
    forward
}

#[test]
fn imports_point_backwards_only() {
    let stages = stages();
    assert!(stages.contains(&"extract".to_owned()) && stages.contains(&"cli".to_owned()));
    assert_eq!(forward_uses(&stages), ALLOWED);
}

#[test]
fn imports_are_seen_alone_and_in_groups() {
    let text = "use crate::read::{Source, list};\nuse crate::{graph::{Graph, Node}, metrics};\nlet a = crate::cli::run();";
    assert_eq!(used(text), ["read", "graph", "metrics", "cli"]);
}
