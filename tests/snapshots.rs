//! `vnkg snapshots` from outside: a graph a period, with ids that stay the same.

mod hai_phong;
mod program;

use std::fs;
use std::path::Path;

use hai_phong::{APPOINTMENT_PAGE, CA_MAU_PAGE, MEETING_PAGE, MINISTRY_PAGE, PLAN_PAGE, Page, write_records};
use program::{files, vnkg};
use serde_json::Value;
use tempfile::tempdir;

const UNDATED: Page = Page {
    date: None,
    doc: "tin/khong-ngay.txt",
    ..CA_MAU_PAGE
};
const ALL: [&Page; 6] = [
    &APPOINTMENT_PAGE,
    &MEETING_PAGE,
    &MINISTRY_PAGE,
    &UNDATED,
    &PLAN_PAGE,
    &CA_MAU_PAGE,
];

fn graph(folder: &Path, name: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(folder.join(name)).unwrap()).unwrap()
}

/// Source, target, title and weight of the posts, in the order of the file.
fn posts(graph: &Value) -> Vec<(&str, &str, &str, f64)> {
    let edges = graph["edges"].as_array().unwrap().iter();
    let posts = edges.filter(|edge| edge["relation"] == "holds_position");
    posts
        .map(|it| {
            let word = |name: &str| it[name].as_str().unwrap_or_default();
            (
                word("source"),
                word("target"),
                word("title"),
                it["weight"].as_f64().unwrap(),
            )
        })
        .collect()
}

#[test]
fn every_year_with_a_page_has_a_graph_and_ids_stay_the_same() {
    let folder = tempdir().unwrap();
    write_records(folder.path(), "all.jsonl", &ALL);
    let run = vnkg(
        folder.path(),
        &["snapshots", "all.jsonl", "--by", "year", "--output", "years"],
    );
    assert_eq!(
        run.err,
        "\
6 pages read, 0 refused; graphs of 2021, 2022, 2023, 2024
note: pages without such a date are in no graph: 1
"
    );
    assert_eq!(run.code, Some(0));
    let years = folder.path().join("years");
    assert_eq!(
        files(&years),
        [
            "2021.graphml",
            "2021.json",
            "2022.graphml",
            "2022.json",
            "2023.graphml",
            "2023.json",
            "2024.graphml",
            "2024.json"
        ]
    );
    let hung = "official:trần-hưng.hải-phòng";
    let mai = "official:lê-thị-mai.hải-phòng";
    let (party, propaganda) = (
        "committee:thành-ủy-hải-phòng",
        "committee:ban-tuyên-giáo-thành-ủy-hải-phòng",
    );
    let first = graph(&years, "2021.json");
    assert_eq!(
        posts(&first),
        [
            (mai, propaganda, "Trưởng ban", 1.0),
            (hung, party, "Phó Bí thư", 1.0)
        ]
    );
    let third = graph(&years, "2023.json");
    assert_eq!(
        posts(&third),
        [(mai, propaganda, "Trưởng ban", 1.0), (hung, party, "Bí thư", 1.0)]
    );
    let party = third["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .find(|node| node["id"] == party)
        .unwrap();
    assert!(party["pagerank"].is_number() && party["x"].is_number(), "{party}");
    let kinds = |graph: &Value, kind: &str| {
        let nodes = graph["nodes"].as_array().unwrap().iter();
        nodes.filter(|node| node["kind"] == kind).count()
    };
    assert_eq!([kinds(&first, "document"), kinds(&third, "document")], [2, 1]);
    assert_eq!([kinds(&first, "directive"), kinds(&third, "directive")], [3, 0]);
}

#[test]
fn months_need_a_month() {
    let folder = tempdir().unwrap();
    write_records(folder.path(), "all.jsonl", &ALL);
    let run = vnkg(
        folder.path(),
        &[
            "snapshots",
            "all.jsonl",
            "--by",
            "month",
            "--output",
            "months",
            "--quiet",
        ],
    );
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let names: Vec<String> = files(&folder.path().join("months"));
    let json: Vec<&str> = names
        .iter()
        .filter_map(|name| name.strip_suffix(".json"))
        .collect();
    assert_eq!(json, ["2021-06", "2021-07", "2022-03", "2023-12", "2024-05"]);
}

#[test]
fn pages_without_a_date_make_no_graph_and_no_folder() {
    let folder = tempdir().unwrap();
    write_records(folder.path(), "all.jsonl", &[&UNDATED]);
    let run = vnkg(
        folder.path(),
        &["snapshots", "all.jsonl", "--by", "year", "--output", "years"],
    );
    assert_eq!(
        (run.code, run.err.as_str()),
        (
            Some(1),
            "error: no page has a date that is exact enough; --by year needs the year, --by month the month\n"
        )
    );
    assert!(!folder.path().join("years").exists());
    assert_eq!(
        vnkg(folder.path(), &["snapshots", "all.jsonl", "--output", "years"]).code,
        Some(2)
    );
}
