//! The order of the pipeline: a module may use itself and the modules before it, never one that comes after.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Uses of a later stage that are meant: where they stand and what they may name.
const ALLOWED: [(&str, &str); 5] = [
    // The record was agreed before the stages that fill it, and its words (zones, levels) are everyone's.
    ("src/", "resolve::record"),
    // The lexicon cuts its phrases into the tokens that pages are cut into; it sees nothing else of a page.
    ("src/lexicon/", "clean::letters"),
    ("src/lexicon/", "clean::line"),
    ("src/lexicon/", "clean::token"),
    // `extract::extract` is the door to all that is done to one page, and the last of that is `resolve::within`.
    ("src/extract/mod.rs", "resolve"),
];

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
    for entry in fs::read_dir(folder).into_iter().flatten() {
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

/// What a text names after `crate::`, alone or in a group: the stage, and the module in it if that is named.
fn used(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, prefix) in text.match_indices("crate::") {
        let rest = &text[at + prefix.len()..];
        match rest.strip_prefix('{') {
            None => found.push(path(rest)),
            Some(group) => {
                let mut depth = 0;
                let outer = |letter: char| {
                    depth += i32::from(letter == '{') - i32::from(letter == '}');
                    letter == ',' && depth == 0
                };
                let end = group.find("};").unwrap_or(group.len());
                found.extend(group[..end].split(outer).map(|words| path(words.trim())));
            }
        }
    }
    found
}

/// `read::{Source, list}` -> `read`; `clean::token::Token` -> `clean::token`.
fn path(words: &str) -> String {
    let name = |words: &str| -> String {
        words
            .chars()
            .take_while(|letter| letter.is_ascii_lowercase() || *letter == '_')
            .collect()
    };
    let mut parts = words.splitn(3, "::").map(name);
    let stage = parts.next().unwrap_or_default();
    let module = parts.next().filter(|module| !module.is_empty());
    module.map_or(stage.clone(), |module| format!("{stage}::{module}"))
}

/// Every use of a later stage: the file and what it names.
fn forward_uses(stages: &[String]) -> Vec<(String, String)> {
    let mut forward = Vec::new();
    for (place, stage) in stages.iter().enumerate() {
        let alone = PathBuf::from(format!("src/{stage}.rs"));
        let mut files = sources(&Path::new("src").join(stage));
        files.extend(alone.exists().then_some(alone));
        for file in files {
            let text = fs::read_to_string(&file).expect("a source is text");
            let is_later = |name: &String| {
                let first = name.split("::").next();
                stages[place + 1..]
                    .iter()
                    .any(|later| Some(later.as_str()) == first)
            };
            let name = file.to_string_lossy().replace('\\', "/");
            forward.extend(
                used(&text)
                    .into_iter()
                    .filter(is_later)
                    .map(|used| (name.clone(), used)),
            );
        }
    }
    forward
}

#[test]
fn imports_point_backwards_only() {
    let stages = stages();
    assert!(stages.contains(&"extract".to_owned()) && stages.contains(&"cli".to_owned()));
    let uses = forward_uses(&stages);
    let is_allowed = |(file, used): &&(String, String)| {
        ALLOWED
            .iter()
            .any(|(place, what)| file.starts_with(place) && used.starts_with(what))
    };
    let wrong: Vec<_> = uses.iter().filter(|one| !is_allowed(one)).collect();
    assert!(wrong.is_empty(), "these use a later stage: {wrong:#?}");
    for (place, what) in ALLOWED {
        let is_needed = uses
            .iter()
            .any(|(file, used)| file.starts_with(place) && used.starts_with(what));
        assert!(is_needed, "{place} uses {what} no more: take that out of ALLOWED");
    }
}

/// Where the modules that a source declares may stand: beside `mod.rs`, `lib.rs` and `main.rs`, else in the folder of its name.
fn declared(source: &Path) -> Vec<PathBuf> {
    let root = ["mod.rs", "lib.rs", "main.rs"].map(Path::new);
    let beside = source
        .file_name()
        .is_some_and(|name| root.contains(&Path::new(name)));
    let folder = match beside {
        true => source.parent().unwrap_or(Path::new("")).to_owned(),
        false => source.with_extension(""),
    };
    let text = fs::read_to_string(source).expect("a source is text");
    let names = text.lines().filter_map(|line| {
        let line = line.trim_start();
        let rest = match line.strip_prefix("pub") {
            Some(rest) => rest.split_once("mod ")?.1,
            None => line.strip_prefix("mod ")?,
        };
        rest.strip_suffix(';')
    });
    names
        .flat_map(|name| {
            [
                folder.join(format!("{name}.rs")),
                folder.join(name).join("mod.rs"),
            ]
        })
        .collect()
}

#[test]
fn every_source_is_declared_by_another() {
    let all = sources(Path::new("src"));
    let declared: BTreeSet<PathBuf> = all.iter().flat_map(|source| declared(source)).collect();
    let roots = ["src/lib.rs", "src/main.rs"].map(PathBuf::from);
    let orphans: Vec<_> = all
        .iter()
        .filter(|source| !declared.contains(*source) && !roots.contains(source))
        .collect();
    assert!(all.len() > 100, "only {} sources were found", all.len());
    assert!(orphans.is_empty(), "no `mod` leads to {orphans:#?}");
}

#[test]
fn imports_are_seen_alone_and_in_groups() {
    let text = "use crate::read::{Source, list};\nuse crate::{graph::{Graph, Node}, clean::token::Token};\ncrate::cli::run();";
    assert_eq!(used(text), ["read", "graph", "clean::token", "cli::run"]);
}
