//! The commands of the README: each is there as promised, and each that is vnkg's own runs and leaves what it says.

mod program;

use std::path::Path;
use std::process::Command;

use program::{files, vnkg, write};
use tempfile::tempdir;
use vnkg::export::Format;

const README: &str = include_str!("../README.md");

/// The lines of every `sh` block.
fn commands() -> Vec<&'static str> {
    let blocks = README.split("```sh\n").skip(1);
    blocks
        .flat_map(|block| block.split("```").next().unwrap_or_default().lines())
        .collect()
}

/// The first column of the table after a heading, without its backquotes, lists taken apart.
fn first_column(heading: &str) -> Vec<String> {
    let after = README.split(heading).nth(1).expect("the heading is there");
    let rows = after
        .lines()
        .skip_while(|line| !line.starts_with("| ---"))
        .skip(1);
    let cells = rows
        .take_while(|line| line.starts_with('|'))
        .filter_map(|line| line.split('|').nth(1));
    cells
        .flat_map(|cell| cell.split(','))
        .map(|name| name.trim().trim_matches('`').to_owned())
        .collect()
}

#[test]
fn the_two_commands_are_there() {
    for command in ["cargo run --release -- build input --output output", "cargo test"] {
        assert!(commands().contains(&command), "`{command}` is missing");
    }
}

#[test]
fn every_command_of_the_program_runs() {
    let folder = tempdir().unwrap();
    write(
        folder.path(),
        "input/page.txt",
        "Phó Bí thư Thành ủy Hà Nội Nguyễn Văn Phong chủ trì hội nghị.",
    );
    let own = commands().into_iter().filter_map(|line| {
        line.strip_prefix("cargo run --release -- ")
            .or_else(|| line.strip_prefix("vnkg "))
    });
    let mut count = 0;
    for line in own {
        let arguments: Vec<&str> = line.split(' ').collect();
        let run = vnkg(folder.path(), &arguments);
        assert_eq!(run.code, Some(0), "{line}: {}", run.err);
        count += 1;
    }
    assert!(count >= 3, "only {count} commands were found");
    assert_eq!(
        files(folder.path()),
        [
            "explained.html",
            "graph.gexf",
            "input",
            "output",
            "records.jsonl",
            "tables"
        ]
    );
    let mut promised = first_column("## What is in the output folder");
    promised.sort();
    assert_eq!(files(&folder.path().join("output")), promised);
}

#[test]
fn the_table_of_formats_says_of_each_what_the_help_says() {
    for format in Format::ALL {
        let files: Vec<String> = format.files().iter().map(|file| format!("`{file}`")).collect();
        let (what, whom) = format
            .keeps()
            .rsplit_once(": ")
            .expect("what it keeps, and for whom");
        let row = format!(
            "| `{}` | {} | {what} | {whom} |\n",
            format.name(),
            files.join(", ")
        );
        assert!(README.contains(&row), "{row}");
    }
    assert_eq!(first_column("## Other formats").len(), Format::ALL.len());
}

#[test]
fn every_stage_that_it_names_is_a_folder() {
    let stages = first_column("## How the code is laid out");
    assert!(stages.len() >= 10, "only {stages:?} were found");
    for stage in stages {
        assert!(Path::new("src").join(&stage).is_dir(), "{stage}");
    }
}

#[test]
fn every_option_that_it_names_exists() {
    let mut help = vnkg(Path::new("."), &["--help"]).out;
    let listed = help.split("Commands:\n").nth(1).unwrap_or_default();
    let commands: Vec<String> = listed
        .lines()
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next().map(str::to_owned))
        .filter(|word| !word.is_empty())
        .collect();
    assert!(
        commands.iter().any(|command| command == "build"),
        "no command in {help}"
    );
    for command in commands.iter().filter(|command| *command != "help") {
        help += &vnkg(Path::new("."), &[command, "--help"]).out;
    }
    let options: Vec<&str> = README
        .split("`--")
        .skip(1)
        .filter_map(|rest| rest.split(['`', ' ']).next())
        .collect();
    assert!(options.len() >= 3, "only {options:?} were found");
    for option in options {
        assert!(help.contains(&format!("--{option}")), "--{option} is in no help");
    }
}

#[test]
fn every_file_that_it_links_to_is_there() {
    let links: Vec<&str> = README
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .filter(|link| !link.starts_with("http"))
        .collect();
    assert!(links.len() >= 2, "only {links:?} were found");
    for link in links {
        assert!(Path::new(link).exists(), "{link}");
    }
}

#[test]
fn the_minimum_version_of_rust_is_that_of_the_manifest() {
    let manifest = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .output();
    let manifest = String::from_utf8(manifest.expect("cargo runs").stdout).expect("JSON is UTF-8");
    let version = README
        .split("[Rust](https://rustup.rs) ")
        .nth(1)
        .and_then(|rest| rest.split(' ').next());
    assert!(manifest.contains(&format!("\"rust_version\":\"{}\"", version.expect("a version"))));
}
