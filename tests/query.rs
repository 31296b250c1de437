//! `vnkg query` from outside: what it answers, what it says of bad questions and how it ends.

mod hai_phong;
mod program;

use hai_phong::{PAGES, write_graph};
use program::{Run, vnkg, write};
use serde_json::Value;
use tempfile::{TempDir, tempdir};

/// A folder with the graph of the pages in `output`.
fn built() -> TempDir {
    let folder = tempdir().unwrap();
    write_graph(folder.path(), "output", &PAGES);
    folder
}

fn ask(folder: &TempDir, question: &[&str]) -> Run {
    vnkg(folder.path(), &[&["query", "output"], question].concat())
}

/// The words of an answer to a good question.
fn answer(question: &[&str]) -> String {
    let run = ask(&built(), question);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{question:?}");
    run.out
}

fn json(question: &[&str]) -> Value {
    serde_json::from_str(&answer(&[question, &["--json"]].concat())).expect("JSON")
}

/// What is said of a question that has no answer.
fn fault(question: &[&str]) -> String {
    let run = ask(&built(), question);
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""), "{question:?}");
    run.err
}

#[test]
fn the_same_tones_are_found_first_and_words_without_tones_find_all() {
    assert_eq!(
        answer(&["find", "trần hưng"]),
        "\
name                                                   about                                 mentions  pages  id
Trần Hưng                                              official, Bí thư, Thành ủy Hải Phòng  2         2      official:trần-hưng.hải-phòng
Đồng chí Trần Hưng giữ chức Bí thư Thành ủy Hải Phòng  document, tin/nhan-su.txt             4         1      document:tin:nhan-su.txt
Trần Hùng                                              official, Chủ tịch, UBND tỉnh Cà Mau  1         1      official:trần-hùng.cà-mau
"
    );
    let ids = |hits: Value| -> Vec<String> {
        let hits = hits.as_array().expect("a list").iter();
        hits.map(|hit| hit["id"].as_str().expect("an id").to_owned())
            .collect()
    };
    assert_eq!(
        ids(json(&["find", "TRAN HUNG", "--kinds", "official,event"])),
        ["official:trần-hưng.hải-phòng", "official:trần-hùng.cà-mau"]
    );
    assert_eq!(
        ids(json(&["find", "5-ct/tw", "--kinds", "directive"])),
        ["directive:05-CT-TW.2016"]
    );
    assert!(answer(&["find", "Hai Phong", "--limit", "2"]).ends_with("\nand 2 more\n"));
}

#[test]
fn what_is_not_there_is_answered_with_the_nearest_names() {
    assert_eq!(
        fault(&["find", "tran hang"]),
        "error: nothing in the graph is called `tran hang`; did you mean `Trần Hùng` or `Trần Hưng`?\n"
    );
    assert_eq!(
        fault(&["posts", "Thành uỷ Hải Phóng"]).split("; ").nth(1),
        Some("did you mean `Thành ủy Hải Phòng`?\n")
    );
    assert_eq!(
        fault(&["cites", "Trần Hùng"]),
        "error: nothing among the directives and pages is called `Trần Hùng`\n"
    );
}

#[test]
fn a_name_that_two_things_bear_lists_both_and_their_ids_tell_them_apart() {
    assert_eq!(
        fault(&["show", "tran hung"]),
        "\
error: `tran hung` can be 2 things; ask again with the id of one:
  official:trần-hưng.hải-phòng  Trần Hưng  official, Bí thư, Thành ủy Hải Phòng
  official:trần-hùng.cà-mau     Trần Hùng  official, Chủ tịch, UBND tỉnh Cà Mau
"
    );
    assert!(answer(&["show", "official:trần-hùng.cà-mau"]).starts_with("Trần Hùng\n"));
}

#[test]
fn everything_about_a_person_is_shown_with_the_sentences() {
    assert_eq!(
        answer(&["show", "Trần Hưng"]),
        "\
Trần Hưng
  id: official:trần-hưng.hải-phòng
  kind: official
  documents: 2
  first_seen: 2021-06-10
  last_seen: 2023-12-28
  mentions: 2
  scope: Hải Phòng
posts
  official   post        body                     seen        pages  quoted from
  Trần Hưng  Phó Bí thư  Thành ủy Hải Phòng       2021-06-10  1      tin/hoi-nghi.txt
  Trần Hưng  Bí thư      Thành ủy Hải Phòng  new  2023-12-28  1      tin/nhan-su.txt
relations
      relation  name                                  kind   weight  seen
  ->  chaired   Hội nghị triển khai Chỉ thị 05-CT/TW  event  1       2021-06-10
named together with
      relation   name                                  kind       weight    seen
  --  co_occurs  Thành ủy Hải Phòng                    committee  1.333333  2021-06-10 – 2023-12-28
  --  co_occurs  Chỉ thị 05-CT/TW                      directive  0.333333  2021-06-10
  --  co_occurs  Hội nghị triển khai Chỉ thị 05-CT/TW  event      0.333333  2021-06-10
named in
  page              words      sentence
  tin/hoi-nghi.txt  Trần Hưng  Sáng 10/6, đồng chí Trần Hưng, Phó Bí thư Thành ủy Hải Phòng, chủ trì Hội nghị triển khai Chỉ thị 05-CT/TW.
  tin/nhan-su.txt   Trần Hưng  Bộ Chính trị điều động đồng chí Trần Hưng giữ chức Bí thư Thành ủy Hải Phòng.
"
    );
    let shown = json(&["show", "Trần Hưng"]);
    assert_eq!(shown["attributes"]["scope"], "Hải Phòng");
    assert_eq!(shown["posts"][1]["tenure"], "new");
    assert_eq!(shown["mentions"][0]["start"], 20);
}

#[test]
fn a_graph_without_its_evidence_shows_the_rest() {
    let folder = built();
    std::fs::remove_file(folder.path().join("output/evidence.jsonl")).unwrap();
    let run = ask(&folder, &["show", "Trần Hùng"]);
    assert!(
        !run.out.contains("named in") && run.out.contains("Chủ tịch"),
        "{}",
        run.out
    );
    write(
        folder.path(),
        "output/evidence.jsonl",
        "official:trần-hùng.cà-mau \"official:trần-hùng.cà-mau\"\n",
    );
    let run = ask(&folder, &["show", "Trần Hùng"]);
    assert!(
        run.err
            .starts_with("error: `output/evidence.jsonl` line 1 is no evidence: "),
        "{}",
        run.err
    );
    assert_eq!(run.code, Some(1));
}

#[test]
fn neighbours_stand_by_relation_and_pages_only_when_asked() {
    assert_eq!(
        answer(&["neighbours", "Thành ủy Hải Phòng", "--relations", "holds_position,issued_by,part_of"]),
        "\
\x20   relation                      name                               kind       weight  seen                     id
<-  holds_position (Bí thư, new)  Trần Hưng                          official   1       2023-12-28               official:trần-hưng.hải-phòng
<-  holds_position (Phó Bí thư)   Trần Hưng                          official   1       2021-06-10               official:trần-hưng.hải-phòng
<-  part_of                       Ban Tuyên giáo Thành ủy Hải Phòng  committee  2       2021-06-10 – 2023-12-28  committee:ban-tuyên-giáo-thành-ủy-hải-phòng
<-  issued_by                     Kế hoạch 12-KH/TU                  directive  1       2021-07-01               directive:12-KH-TU.hải-phòng.2021
"
    );
    let pages = json(&[
        "neighbours",
        "UBND tỉnh Cà Mau",
        "--documents",
        "--relations",
        "mentions",
    ]);
    assert_eq!(pages["ties"][0]["source"]["id"], "document:tin:ca-mau.txt");
    assert_eq!(
        fault(&["neighbours", "Trần Hưng", "--relations", "likes"]),
        "error: `likes` is no relation; the names are those of the column `relation`, for example `holds_position`\n"
    );
}

#[test]
fn a_path_tells_the_sentence_of_each_step() {
    let question = [
        "path",
        "le thi mai",
        "05-CT/TW",
        "--relations",
        "holds_position,part_of,issued_by,implements",
    ];
    assert_eq!(
        answer(&question),
        "\
Lê Thị Mai
  -> holds_position (Trưởng ban, former) -> Ban Tuyên giáo Thành ủy Hải Phòng
       “Đồng chí Lê Thị Mai, Trưởng Ban Tuyên giáo Thành ủy Hải Phòng, trình bày Kế hoạch 12-KH/TU.” (tin/hoi-nghi.txt)
  -> part_of -> Thành ủy Hải Phòng
       “Đồng chí Lê Thị Mai, Trưởng Ban Tuyên giáo Thành ủy Hải Phòng, trình bày Kế hoạch 12-KH/TU.” (tin/hoi-nghi.txt)
  <- issued_by <- Kế hoạch 12-KH/TU
       “Kế hoạch 12-KH/TU của Thành ủy Hải Phòng thực hiện Chỉ thị 05-CT/TW.” (van-ban/ke-hoach-12.txt)
  -> implements -> Chỉ thị 05-CT/TW
       “Kế hoạch 12-KH/TU của Thành ủy Hải Phòng thực hiện Chỉ thị 05-CT/TW.” (van-ban/ke-hoach-12.txt)
"
    );
}

#[test]
fn the_shortest_path_wins_and_of_equals_the_heavier() {
    let path = json(&["path", "Lê Thị Mai", "Chỉ thị 05-CT/TW"]);
    let steps = path["steps"].as_array().unwrap();
    assert_eq!(steps.len(), 2);
    assert_eq!(steps[0]["to"]["name"], "Kế hoạch 12-KH/TU");
    // The event (0.33 and 1.33) weighs more than the directive (0.33 and 0.5) or the way over the plan.
    let path = json(&["path", "Trần Hưng", "Kết luận 01-KL/TW"]);
    let stops: Vec<&Value> = path["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| &step["to"]["id"])
        .collect();
    assert_eq!(stops, ["directive:05-CT-TW.2016", "directive:01-KL-TW.2021"]);
    assert_eq!(
        json(&["path", "Trần Hưng", "Trần Hưng"])["steps"],
        Value::Array(Vec::new())
    );
}

#[test]
fn a_path_goes_through_pages_only_when_asked() {
    assert_eq!(
        fault(&["path", "Lê Thị Mai", "Trần Hùng"]),
        "error: no path joins `Lê Thị Mai` and `Trần Hùng`; --documents also goes through the pages that name them\n"
    );
    let through = json(&[
        "path",
        "Lê Thị Mai",
        "Kết luận 01-KL/TW",
        "--documents",
        "--relations",
        "mentions,cites,is",
    ]);
    let stops = through["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| step["to"]["kind"].as_str());
    assert_eq!(
        stops.flatten().collect::<Vec<_>>(),
        ["document", "directive", "document", "directive"]
    );
    let to_a_page = json(&["path", "Trần Hùng", "document:tin:ca-mau.txt"]);
    assert_eq!(to_a_page["steps"].as_array().unwrap().len(), 1);
}

#[test]
fn what_is_near_can_be_written_as_a_graph() {
    assert_eq!(
        answer(&["ego", "Trần Hùng"]),
        "\
steps  name              kind       id
0      Trần Hùng         official   official:trần-hùng.cà-mau
1      UBND tỉnh Cà Mau  committee  committee:ubnd-tỉnh-cà-mau
nodes: 2, edges: 2
"
    );
    let folder = built();
    let run = ask(
        &folder,
        &["ego", "Lê Thị Mai", "--steps", "2", "--output", "near.json"],
    );
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (Some(0), "", ""));
    let run = vnkg(
        folder.path(),
        &[
            "query",
            "near.json",
            "find",
            "Hải Phòng",
            "--limit",
            "0",
            "--json",
        ],
    );
    let hits: Vec<Value> = serde_json::from_str(&run.out).unwrap();
    assert_eq!(hits.len(), 2, "{hits:?}");
    let run = ask(&folder, &["ego", "Trần Hùng", "--format", "graphml"]);
    assert!(
        run.out.contains("<node id=\"committee:ubnd-tỉnh-cà-mau\">"),
        "{}",
        run.out
    );
    let run = ask(&folder, &["ego", "Trần Hùng", "--format", "csv"]);
    assert_eq!(
        (run.code, run.err.as_str()),
        (
            Some(2),
            "error: `csv` is several files; give a folder for them to --output\n"
        )
    );
    let run = ask(
        &folder,
        &["ego", "Trần Hùng", "--format", "csv", "--output", "near"],
    );
    assert_eq!(run.code, Some(0));
    assert_eq!(
        program::files(&folder.path().join("near")),
        ["edges.csv", "nodes.csv"]
    );
    let run = ask(&folder, &["ego", "Trần Hùng", "--output", "near.txt"]);
    assert_eq!(
        (run.code, run.err.as_str()),
        (
            Some(2),
            "error: cannot tell a graph format from the name of `near.txt`; give one with --format\n"
        )
    );
}

#[test]
fn posts_are_told_by_body_and_by_official_in_the_order_of_time() {
    assert_eq!(
        answer(&["posts", "Thành ủy Hải Phòng"]),
        "\
official   post        body                     seen        pages  quoted from
Trần Hưng  Phó Bí thư  Thành ủy Hải Phòng       2021-06-10  1      tin/hoi-nghi.txt
Trần Hưng  Bí thư      Thành ủy Hải Phòng  new  2023-12-28  1      tin/nhan-su.txt
"
    );
    assert_eq!(
        answer(&["posts", "Lê Thị Mai"]),
        "\
official    post        body                                       seen                     pages  quoted from
Lê Thị Mai  Trưởng ban  Ban Tuyên giáo Thành ủy Hải Phòng  former  2021-06-10 – 2023-12-28  2      tin/hoi-nghi.txt
"
    );
}

#[test]
fn citations_are_followed_both_ways_and_a_page_stands_for_its_directive() {
    assert_eq!(
        answer(&["cites", "12-KH/TU"]),
        "\
Kế hoạch 12-KH/TU carries out or cites
  depth  relation    name               about                                quoted from
  1      implements  Chỉ thị 05-CT/TW   directive, Bộ Chính trị, 2016-05-15  van-ban/ke-hoach-12.txt
  1      cites       Kết luận 01-KL/TW  directive, Bộ Chính trị, 2021-05-18  van-ban/ke-hoach-12.txt
Kế hoạch 12-KH/TU is carried out or cited by
  depth  relation  name                                   about                       quoted from
  1      cites     Hải Phòng triển khai Chỉ thị 05-CT/TW  document, tin/hoi-nghi.txt  tin/hoi-nghi.txt
"
    );
    let deep = json(&["cites", "01-KL/TW", "--depth", "2"]);
    let met = |list: &str| -> Vec<(u64, String)> {
        let list = deep[list].as_array().unwrap().iter();
        list.map(|it| {
            (
                it["depth"].as_u64().unwrap(),
                it["directive"]["name"].as_str().unwrap().to_owned(),
            )
        })
        .collect()
    };
    assert_eq!(met("cites"), [(1, "Chỉ thị 05-CT/TW".to_owned())]);
    assert_eq!(
        met("cited_by"),
        [
            (1, "Kế hoạch 12-KH/TU".to_owned()),
            (2, "Hải Phòng triển khai Chỉ thị 05-CT/TW".to_owned())
        ]
    );
}

#[test]
fn what_is_no_graph_is_told_by_name() {
    let folder = tempdir().unwrap();
    let told = |path: &str| {
        let run = vnkg(folder.path(), &["query", path, "find", "Hà Nội"]);
        assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
        run.err
    };
    assert_eq!(
        told("none"),
        "error: cannot read `none`: no such file or directory\n"
    );
    write(folder.path(), "empty/notes.txt", "");
    assert_eq!(
        told("empty"),
        "error: cannot read `empty/graph.json`: no such file or directory\n"
    );
    assert!(told("empty/notes.txt").starts_with("error: `empty/notes.txt` gives no graph: "));
    for (name, content) in [
        ("cut.json", "{\"directed\":true,\"nodes\":[{\"id\":"),
        ("other.json", "[1, 2, 3]"),
        (
            "loose.json",
            "{\"nodes\":[{\"id\":\"a\"}],\"edges\":[{\"source\":\"a\",\"target\":\"b\"}]}",
        ),
        ("page.graphml", "<html/>"),
    ] {
        write(folder.path(), name, content);
        let said = told(name);
        assert!(
            said.starts_with(&format!("error: `{name}` gives no graph: ")),
            "{said}"
        );
    }
}

#[test]
fn a_graphml_file_is_asked_like_the_folder_it_came_from() {
    let folder = built();
    for question in [
        &["cites", "12-KH/TU"][..],
        &["posts", "Lê Thị Mai"],
        &["ego", "Trần Hùng"],
    ] {
        let run = vnkg(
            folder.path(),
            &[&["query", "output/graph.graphml"], question].concat(),
        );
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
        // Merged edges are fewer, all else is the same.
        let whole = ask(&folder, question)
            .out
            .replace("nodes: 2, edges: 2", "nodes: 2, edges: 1");
        assert_eq!(run.out, whole);
    }
}

#[test]
fn a_question_that_is_no_question_is_a_wrong_argument() {
    let folder = built();
    for question in [
        &[][..],
        &["find"],
        &["path", "Trần Hưng"],
        &["love", "Trần Hưng"],
        &["ego", "a", "--steps", "-1"],
    ] {
        assert_eq!(ask(&folder, question).code, Some(2), "{question:?}");
    }
}
