//! `vnkg export` and `vnkg build --formats` from outside: the same graph in every format, by either way.
#![cfg(all(feature = "sqlite", feature = "parquet"))]

mod program;

use std::fs;
use std::path::Path;

use program::{Run, files, vnkg, write};
use rusqlite::Connection;
use tempfile::{TempDir, tempdir};
use vnkg::export::Format;

/// A folder with what a build of the sample corpus left in `output`, in the formats that are listed.
fn built(formats: &str) -> TempDir {
    let folder = tempdir().unwrap();
    let input = concat!(env!("CARGO_MANIFEST_DIR"), "/input");
    let mut arguments = vec!["build", input, "--output", "output"];
    if !formats.is_empty() {
        arguments.extend(["--formats", formats]);
    }
    let run = vnkg(folder.path(), &arguments);
    assert_eq!(run.code, Some(0), "{}", run.err);
    folder
}

/// Two parallel edges, as another program writes them.
const FOREIGN: &str = r#"<graphml><key id="w" for="edge" attr.name="weight" attr.type="double"/><graph edgedefault="directed">
    <node id="a"/><node id="b"/><edge source="a" target="b"><data key="w">2</data></edge><edge source="a" target="b"/>
    </graph></graphml>"#;

fn foreign() -> TempDir {
    let folder = tempdir().unwrap();
    write(folder.path(), "karate.graphml", FOREIGN);
    folder
}

fn export(folder: &TempDir, arguments: &[&str]) -> Run {
    let all: Vec<&str> = ["export"].iter().chain(arguments).copied().collect();
    vnkg(folder.path(), &all)
}

/// The error of a run that leaves nothing behind.
fn refused(folder: &TempDir, arguments: &[&str]) -> String {
    let before = files(folder.path());
    let run = export(folder, arguments);
    assert_eq!(
        (run.code, run.out.as_str()),
        (Some(2), ""),
        "{arguments:?}: {}",
        run.err
    );
    assert_eq!(files(folder.path()), before, "{arguments:?}");
    run.err
}

fn count(database: &Path, question: &str) -> i64 {
    let database = Connection::open(database).unwrap();
    database.query_row(question, [], |row| row.get(0)).unwrap()
}

#[test]
fn a_build_and_an_export_of_it_write_the_same_bytes_in_every_format() {
    let names: Vec<&str> = Format::ALL.iter().map(|format| format.name()).collect();
    let folder = built(&names.join(","));
    fs::create_dir(folder.path().join("again")).unwrap();
    for format in Format::ALL {
        let run = export(
            &folder,
            &["output", "--format", format.name(), "--output", "again"],
        );
        assert_eq!(run.code, Some(0), "{}: {}", format.name(), run.err);
        for file in format.files() {
            let [one, other] =
                ["output", "again"].map(|side| fs::read(folder.path().join(side).join(file)).unwrap());
            assert!(one == other, "{file}: {} and {} bytes", one.len(), other.len());
        }
    }
}

#[test]
fn more_formats_leave_the_usual_files_as_they_are_and_add_their_own() {
    let (plain, more) = (built(""), built("gexf,csv,gexf,neo4j"));
    let [plain, more] = [plain, more].map(|folder| {
        let names = files(&folder.path().join("output"));
        let read = |name: String| {
            (
                name.clone(),
                fs::read(folder.path().join("output").join(name)).unwrap(),
            )
        };
        names.into_iter().map(read).collect::<Vec<_>>()
    });
    let added: Vec<&str> = more
        .iter()
        .filter(|file| !plain.contains(file))
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(added, ["graph.gexf", "neo4j-edges.csv", "neo4j-nodes.csv"]);
    assert_eq!(more.len(), plain.len() + added.len());
}

#[test]
fn a_format_that_is_none_is_refused_with_the_list() {
    let folder = foreign();
    let said = refused(&folder, &["karate.graphml", "--format", "xlsx"]);
    assert!(
        said.contains("'xlsx'") && said.contains("graphml, gexf, json"),
        "{said}"
    );
    write(folder.path(), "in/a.txt", "Thành ủy Hà Nội họp.");
    let run = vnkg(
        folder.path(),
        &["build", "in", "--output", "out", "--formats", "gexf,xlsx"],
    );
    assert_eq!(run.code, Some(2));
    assert!(
        run.err.contains("'xlsx'") && run.err.contains("sqlite"),
        "{}",
        run.err
    );
    assert!(!folder.path().join("out").exists());
}

#[test]
fn the_ending_tells_the_format_and_a_word_overrules_it() {
    let folder = foreign();
    let run = export(&folder, &["karate.graphml", "--output", "Biểu đồ.GEXF"]);
    assert_eq!(
        (run.code, run.err.as_str()),
        (Some(0), "nodes: 2; edges: 2; written to `Biểu đồ.GEXF`\n")
    );
    let gexf = fs::read_to_string(folder.path().join("Biểu đồ.GEXF")).unwrap();
    assert!(gexf.contains("<gexf"), "{gexf}");
    assert_eq!(
        export(
            &folder,
            &["karate.graphml", "--output", "a.json", "--format", "dot"]
        )
        .code,
        Some(0)
    );
    let dot = fs::read_to_string(folder.path().join("a.json")).unwrap();
    assert!(dot.contains("digraph"), "{dot}");
    assert_eq!(
        export(&folder, &["karate.graphml", "--output", "a.jgf.json"]).code,
        Some(0)
    );
    let jgf = fs::read_to_string(folder.path().join("a.jgf.json")).unwrap();
    assert!(jgf.contains("\"metadata\""), "{jgf}");
    assert_eq!(
        refused(&folder, &["karate.graphml", "--output", "a.txt"]),
        "error: cannot tell a graph format from the name of `a.txt`; give one with --format\n"
    );
    assert!(
        refused(&folder, &["karate.graphml"])
            .starts_with("error: no format is given; name one with --format")
    );
}

#[test]
fn standard_output_gets_what_a_file_would_and_only_text() {
    let folder = foreign();
    let file = export(&folder, &["karate.graphml", "--output", "a.gml"]);
    assert_eq!(file.out, "");
    let wanted = fs::read_to_string(folder.path().join("a.gml")).unwrap();
    for output in [&["--output", "-"][..], &[]] {
        let arguments = [&["karate.graphml", "--format", "gml"], output].concat();
        let run = export(&folder, &arguments);
        assert_eq!(
            (run.code, run.out.as_str(), run.err.as_str()),
            (Some(0), wanted.as_str(), "")
        );
    }
    assert_eq!(
        refused(
            &folder,
            &["karate.graphml", "--format", "sqlite", "--output", "-"]
        ),
        "error: `sqlite` is no text; give a file for it to --output\n"
    );
    assert_eq!(
        refused(&folder, &["karate.graphml", "--format", "parquet"]),
        "error: `parquet` is several files; give a folder for them to --output\n"
    );
}

#[test]
fn tables_go_into_a_folder_and_never_into_a_file() {
    let folder = foreign();
    let said = "error: `csv` is several files; give a folder for them to --output\n";
    assert_eq!(
        refused(&folder, &["karate.graphml", "--output", "nodes.csv"]),
        said
    );
    assert_eq!(
        refused(
            &folder,
            &["karate.graphml", "--format", "csv", "--output", "karate.graphml"]
        ),
        said
    );
    assert_eq!(
        fs::read_to_string(folder.path().join("karate.graphml")).unwrap(),
        FOREIGN
    );
    assert_eq!(
        export(
            &folder,
            &["karate.graphml", "--format", "csv", "--output", "tables/of/it"]
        )
        .code,
        Some(0)
    );
    assert_eq!(
        files(&folder.path().join("tables/of/it")),
        ["edges.csv", "nodes.csv"]
    );
}

#[test]
fn of_several_files_all_are_written_or_none() {
    let folder = foreign();
    fs::create_dir_all(folder.path().join("tables/edges.csv")).unwrap();
    let run = export(
        &folder,
        &["karate.graphml", "--format", "csv", "--output", "tables"],
    );
    assert_eq!(run.code, Some(1));
    assert!(
        run.err
            .contains("`tables/edges.csv`: a folder of that name stands there"),
        "{}",
        run.err
    );
    assert_eq!(files(&folder.path().join("tables")), ["edges.csv"]);
}

#[test]
fn a_graph_that_cannot_be_read_leaves_the_file_that_was_there() {
    let folder = foreign();
    write(folder.path(), "cut.graphml", &FOREIGN[..FOREIGN.len() - 30]);
    write(folder.path(), "a.gexf", "old");
    for (graph, why) in [
        ("cut.graphml", "`cut.graphml` gives no graph: "),
        ("none", "cannot read `none`: "),
    ] {
        let run = export(&folder, &[graph, "--output", "a.gexf"]);
        assert_eq!(run.code, Some(1));
        assert!(run.err.starts_with(&format!("error: {why}")), "{}", run.err);
        assert_eq!(fs::read_to_string(folder.path().join("a.gexf")).unwrap(), "old");
    }
}

#[test]
fn parallel_edges_are_merged_in_graphml_and_kept_elsewhere_unless_told_otherwise() {
    let folder = foreign();
    let edges = |arguments: &[&str], edge: &str| {
        let run = export(&folder, &[&["karate.graphml"], arguments].concat());
        assert_eq!(run.code, Some(0), "{}", run.err);
        run.out.matches(edge).count()
    };
    assert_eq!(edges(&["--format", "graphml"], "<edge "), 1);
    assert_eq!(
        edges(&["--format", "graphml", "--parallel-edges", "kept"], "<edge "),
        2
    );
    assert_eq!(edges(&["--format", "gml"], "edge ["), 2);
    assert_eq!(
        edges(&["--format", "gml", "--parallel-edges", "merged"], "edge ["),
        1
    );
    let run = export(&folder, &["karate.graphml", "--format", "graphml"]);
    assert!(
        run.out.contains("<data key=\"e_weight\">3.0</data>"),
        "{}",
        run.out
    );
}

#[test]
fn a_database_holds_the_evidence_that_stands_beside_the_graph() {
    let folder = built("");
    let lines = fs::read_to_string(folder.path().join("output/evidence.jsonl")).unwrap();
    let [mentions, statements] = ["{\"entity\":", "{\"edge\":"]
        .map(|start| lines.lines().filter(|line| line.starts_with(start)).count() as i64);
    // GraphML has one edge for each pair of nodes: a statement finds the one that it is merged into.
    for graph in ["output", "output/graph.graphml"] {
        assert_eq!(export(&folder, &[graph, "--output", "a.db"]).code, Some(0));
        let database = folder.path().join("a.db");
        assert_eq!(count(&database, "SELECT count(*) FROM mentions"), mentions);
        assert_eq!(
            count(
                &database,
                "SELECT count(*) FROM statements JOIN edges ON edge = edges.id"
            ),
            statements
        );
        assert!(
            count(
                &database,
                "SELECT count(*) FROM search_without_tones WHERE search_without_tones MATCH '\"dong chi\"'"
            ) > 5
        );
    }
    fs::write(folder.path().join("output/evidence.jsonl"), "{\"no\": 1}\n").unwrap();
    let run = export(&folder, &["output", "--output", "b.db"]);
    assert_eq!(run.code, Some(1));
    assert!(
        run.err
            .starts_with("error: `output/evidence.jsonl` line 1 is no evidence: "),
        "{}",
        run.err
    );
    assert!(!folder.path().join("b.db").exists());
    fs::remove_file(folder.path().join("output/evidence.jsonl")).unwrap();
    assert_eq!(export(&folder, &["output", "--output", "c.db"]).code, Some(0));
    assert_eq!(
        count(&folder.path().join("c.db"), "SELECT count(*) FROM mentions"),
        0
    );
}

#[test]
fn the_help_names_every_format_and_what_it_keeps() {
    let help = vnkg(Path::new("."), &["export", "--help"]).out;
    for format in Format::ALL {
        let entry = format!("- {}:", format.name());
        let said = help
            .split(&entry)
            .nth(1)
            .unwrap_or_else(|| panic!("{entry} is missing from {help}"));
        let first = format.keeps().split(' ').next().unwrap();
        assert!(said.trim_start().starts_with(first), "{entry} {said}");
    }
}
