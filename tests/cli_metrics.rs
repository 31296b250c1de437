//! `vnkg metrics` from outside: which part of the graph is measured, in which form, and what is said of bad arguments.

mod hai_phong;
mod program;

use hai_phong::{PAGES, write_graph};
use program::{Run, vnkg};
use serde_json::Value;
use tempfile::{TempDir, tempdir};

fn built() -> TempDir {
    let folder = tempdir().unwrap();
    write_graph(folder.path(), "output", &PAGES);
    folder
}

fn measure(folder: &TempDir, arguments: &[&str]) -> Run {
    vnkg(folder.path(), &[&["metrics", "output"], arguments].concat())
}

fn words(arguments: &[&str]) -> String {
    let run = measure(&built(), arguments);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{arguments:?}");
    run.out
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&words(&[arguments, &["--json"]].concat())).expect("JSON")
}

/// The line of words about a number of the whole graph.
fn number(words: &str, name: &str) -> String {
    let line = words
        .lines()
        .find_map(|line| line.strip_prefix(&format!("{name}: ")));
    line.unwrap_or_else(|| panic!("no {name} in:\n{words}"))
        .to_owned()
}

#[test]
fn posts_are_measured_as_one_counts_them_by_hand() {
    // Trần Hưng -> Thành ủy <- Ban Tuyên giáo <- Lê Thị Mai; Trần Hùng -> UBND tỉnh Cà Mau.
    let words = words(&["--on", "posts", "--top", "2"]);
    for (name, expected) in [
        ("nodes", "6"),
        ("edges", "4"),
        ("density", "0.133333"), // 4 of 6 · 5
        ("components", "2"),
        ("largest_component", "4"),
        ("diameter", "3"),
        ("mean_distance", "1.571429"), // (1 + 1 + 1 + 2 + 2 + 3 + 1) / 7
        ("distances", "exact"),
        ("betweenness", "exact"),
        ("articulation_points", "2"),
        ("bridges", "4"),
        ("communities", "3"),
    ] {
        assert_eq!(number(&words, name), expected, "{name}");
    }
    assert!(
        words.contains("\ncommunity  members  led by\n0          2        "),
        "{words}"
    );
    assert!(
        words.contains(
            "\nThành ủy Hải Phòng                 committee  2       4                0.338108  2            "
        ),
        "{words}"
    );
    assert!(words.ends_with("\nand 4 more\n"), "{words}");
}

#[test]
fn a_page_that_is_a_directive_cites_as_that_directive() {
    let measured = json(&["--on", "citations"]);
    let nodes = measured["nodes"].as_array().unwrap();
    let degrees = |node: &Value| {
        let number = |name: &str| node[name].as_i64().unwrap();
        (
            node["name"].as_str().unwrap().to_owned(),
            number("out_degree"),
            number("in_degree"),
        )
    };
    assert_eq!(
        nodes.iter().map(degrees).collect::<Vec<_>>(),
        [
            ("Kết luận 01-KL/TW".to_owned(), 1, 1),
            ("Chỉ thị 05-CT/TW".to_owned(), 0, 2),
            ("Kế hoạch 12-KH/TU".to_owned(), 2, 0),
        ]
    );
    let with_pages = json(&["--on", "citations", "--kinds", "directive,document"]);
    assert_eq!(
        with_pages["graph"]["nodes"], 4,
        "the page about the meeting, not the page of the plan"
    );
}

#[test]
fn every_filter_narrows_what_is_measured() {
    let size = |arguments: &[&str]| {
        let graph = &json(arguments)["graph"];
        (graph["nodes"].as_i64().unwrap(), graph["edges"].as_i64().unwrap())
    };
    assert_eq!(size(&["--on", "posts", "--until", "2021"]), (4, 3));
    assert_eq!(
        size(&["--on", "posts", "--since", "2022-03", "--until", "2022"]),
        (5, 3)
    );
    assert_eq!(
        measure(&built(), &["--on", "posts", "--since", "2023-12-29"]).code,
        Some(1)
    );
    assert_eq!(size(&["--on", "posts", "--kinds", "committee"]), (2, 1));
    assert_eq!(size(&["--on", "all", "--kinds", "official"]), (3, 0));
    let all = size(&[]);
    let heavy = size(&["--min-weight", "1"]);
    let standing_out = size(&["--backbone", "0.3"]);
    assert!(heavy.1 > 0 && heavy.1 < all.1, "{heavy:?} of {all:?}");
    assert!(
        standing_out.1 > 0 && standing_out.1 < all.1,
        "{standing_out:?} of {all:?}"
    );
}

#[test]
fn the_table_has_a_row_for_every_node_and_no_number_is_minus_zero() {
    let table = words(&["--on", "all", "--kinds", "official", "--csv"]);
    assert_eq!(
        table,
        "\
id,label,kind,degree,in_degree,out_degree,weighted_degree,pagerank,betweenness,closeness,harmonic,core,clustering,articulation,community,component
official:lê-thị-mai.hải-phòng,Lê Thị Mai,official,0,0,0,0,0.3333333333333333,0,0,0,0,0,false,0,0
official:trần-hùng.cà-mau,Trần Hùng,official,0,0,0,0,0.3333333333333333,0,0,0,0,0,false,1,1
official:trần-hưng.hải-phòng,Trần Hưng,official,0,0,0,0,0.3333333333333333,0,0,0,0,0,false,2,2
"
    );
}

#[test]
fn every_measure_is_explained() {
    let explained = vnkg(built().path(), &["metrics", "--explain"]).out;
    let measured = json(&["--explain"]);
    for name in measured["nodes"][0].as_object().unwrap().keys() {
        if !["id", "name", "kind"].contains(&name.as_str()) {
            assert!(
                explained.contains(&format!("\n{name}: ")) || explained.starts_with(&format!("{name}: ")),
                "{name}"
            );
            assert!(measured["definitions"][name].is_string(), "{name}");
        }
    }
    assert!(explained.contains("\npagerank: Page et al. 1999"), "{explained}");
    assert!(words(&["--explain"]).ends_with(&explained));
}

#[test]
fn the_same_numbers_come_from_the_folder_its_json_and_twice() {
    let folder = built();
    let whole = measure(&folder, &["--json"]).out;
    assert_eq!(measure(&folder, &["--json"]).out, whole);
    assert_eq!(
        vnkg(folder.path(), &["metrics", "output/graph.json", "--json"]).out,
        whole
    );
    measure(&folder, &["--json", "--output", "measures.json"]);
    assert_eq!(
        std::fs::read_to_string(folder.path().join("measures.json")).unwrap(),
        whole
    );
}

#[test]
fn bad_arguments_are_told() {
    let folder = built();
    let none = measure(&folder, &["--min-weight", "100"]);
    assert_eq!(
        (none.code, none.err.as_str()),
        (
            Some(1),
            "error: no node is left to measure; take fewer of --on, --kinds, --since, --until, --min-weight and --backbone\n"
        )
    );
    let never = measure(&folder, &["--since", "never"]);
    assert!(
        never
            .err
            .contains("`never` is no date; write it as 2023, 2023-12 or 2023-12-28"),
        "{}",
        never.err
    );
    assert_eq!(never.code, Some(2));
    assert_eq!(vnkg(folder.path(), &["metrics"]).code, Some(2));
    assert_eq!(measure(&folder, &["--json", "--csv"]).code, Some(2));
}
