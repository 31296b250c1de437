//! `vnkg diff` from outside: what it lists, draws and says of bad arguments.

mod hai_phong;
mod program;

use hai_phong::{APPOINTMENT_PAGE, CA_MAU_PAGE, MEETING_PAGE, MINISTRY_PAGE, PLAN_PAGE, Page, write_graph};
use program::{Run, vnkg, write};
use serde_json::Value;
use tempfile::{TempDir, tempdir};

/// Of 2021 and 2022; then of 2021 and later without Cà Mau.
const OLD: [&Page; 2] = [&MEETING_PAGE, &CA_MAU_PAGE];
const NEW: [&Page; 4] = [&MEETING_PAGE, &PLAN_PAGE, &APPOINTMENT_PAGE, &MINISTRY_PAGE];

fn built() -> TempDir {
    let folder = tempdir().unwrap();
    write_graph(folder.path(), "old", &OLD);
    write_graph(folder.path(), "new", &NEW);
    folder
}

fn diff(folder: &TempDir, arguments: &[&str]) -> Run {
    vnkg(folder.path(), &[&["diff"], arguments].concat())
}

#[test]
fn what_came_went_and_changed_is_listed_by_topic() {
    let run = diff(&built(), &["old", "new"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert_eq!(
        run.out,
        "\
officials: 1 came, 1 went
  + Lê Thị Mai (official:lê-thị-mai.trung-ương)
  - Trần Hùng (official:trần-hùng.cà-mau)
posts: 2 came, 1 went, 1 changed
  + Lê Thị Mai: Thứ trưởng, Bộ Nội vụ
  + Trần Hưng: Bí thư, Thành ủy Hải Phòng
  - Trần Hùng: Chủ tịch, UBND tỉnh Cà Mau
  ~ Lê Thị Mai: Trưởng ban, Ban Tuyên giáo Thành ủy Hải Phòng: tenure held -> former
committees: 1 came, 1 went
  + Bộ Nội vụ (committee:bộ-nội-vụ)
  - UBND tỉnh Cà Mau (committee:ubnd-tỉnh-cà-mau)
directives: 1 came, 1 changed
  + Kết luận 01-KL/TW (directive:01-KL-TW.2021)
  ~ Kế hoạch 12-KH/TU (directive:12-KH-TU.hải-phòng.2021): stub true -> false
citations: 2 came
  + Kết luận 01-KL/TW implements Chỉ thị 05-CT/TW
  + Kế hoạch 12-KH/TU implements Chỉ thị 05-CT/TW
relations: 1 came
  + Kế hoạch 12-KH/TU issued_by Thành ủy Hải Phòng
pages: 3 came, 1 went
  + Bộ Nội vụ tập huấn công tác lưu trữ (document:tin:bo-noi-vu.txt)
  + Đồng chí Trần Hưng giữ chức Bí thư Thành ủy Hải Phòng (document:tin:nhan-su.txt)
  + Kế hoạch 12-KH/TU (document:van-ban:ke-hoach-12.txt)
  - Cà Mau ứng phó hạn mặn (document:tin:ca-mau.txt)
"
    );
}

#[test]
fn the_way_back_is_the_mirror_of_the_way_there() {
    let folder = built();
    let read = |run: Run| -> Value { serde_json::from_str(&run.out).expect("JSON") };
    let there = read(diff(&folder, &["old", "new", "--json"]));
    let back = read(diff(&folder, &["new", "old/graph.json", "--json"]));
    for (topic, changes) in there.as_object().unwrap() {
        assert_eq!(changes["came"], back[topic]["went"], "{topic}");
        assert_eq!(changes["went"], back[topic]["came"], "{topic}");
        let [one, other] = [changes, &back[topic]].map(|it| it["changed"].as_array().unwrap().len());
        assert_eq!(one, other, "{topic}");
    }
    assert_eq!(
        there["posts"]["changed"][0]["changes"],
        serde_json::json!({"tenure": {"old": "held", "new": "former"}})
    );
    assert_eq!(
        there["events"],
        serde_json::json!({"came": [], "went": [], "changed": []})
    );
}

#[test]
fn a_graph_differs_in_nothing_from_itself() {
    let folder = built();
    let run = diff(&folder, &["new", "new"]);
    assert_eq!(
        (run.code, run.out.as_str(), run.err.as_str()),
        (Some(0), "nothing changed\n", "")
    );
}

#[test]
fn a_thing_with_a_new_id_is_still_the_same_thing() {
    let folder = built();
    let node = |id: &str| format!("{{\"id\":\"{id}\",\"kind\":\"official\",\"label\":\"Trần Hưng\"}}");
    let body = "{\"id\":\"committee:a\",\"kind\":\"committee\",\"label\":\"Thành ủy Hải Phòng\"}";
    let graph = |id: &str| {
        format!(
            "{{\"nodes\":[{},{body}],\"edges\":[{{\"source\":\"{id}\",\"target\":\"committee:a\",\
             \"relation\":\"holds_position\",\"title\":\"Bí thư\",\"weight\":1}}]}}",
            node(id)
        )
    };
    write(folder.path(), "a.json", graph("official:trần-hưng"));
    write(folder.path(), "b.json", graph("official:trần-hưng.hải-phòng"));
    assert_eq!(
        diff(&folder, &["a.json", "b.json"]).out,
        "\
officials: 1 changed
  ~ Trần Hưng (official:trần-hưng.hải-phòng): id official:trần-hưng -> official:trần-hưng.hải-phòng
"
    );
}

#[test]
fn the_changes_are_a_graph_with_colours_and_places() {
    let folder = built();
    let run = diff(&folder, &["old", "new", "--output", "changes.json"]);
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (Some(0), "", ""));
    let graph: Value =
        serde_json::from_str(&std::fs::read_to_string(folder.path().join("changes.json")).unwrap()).unwrap();
    let nodes = graph["nodes"].as_array().unwrap();
    let fate = |id: &str| {
        let node = nodes
            .iter()
            .find(|node| node["id"] == id)
            .unwrap_or_else(|| panic!("{id}"));
        (node["change"].as_str().unwrap(), node["g"].as_i64().unwrap())
    };
    assert_eq!(fate("official:lê-thị-mai.trung-ương"), ("came", 160));
    assert_eq!(fate("official:trần-hùng.cà-mau"), ("went", 34));
    assert_eq!(fate("directive:12-KH-TU.hải-phòng.2021"), ("changed", 135));
    assert_eq!(fate("committee:thành-ủy-hải-phòng"), ("stayed", 149));
    let edges = graph["edges"].as_array().unwrap();
    let mut fates: Vec<&str> = edges
        .iter()
        .map(|edge| edge["change"].as_str().unwrap())
        .collect();
    fates.sort_unstable();
    assert_eq!(fates, ["came", "came", "came", "came", "came", "changed", "went"]);
    assert!(edges.iter().all(|edge| edge["quote"].is_string()));
    let places: std::collections::BTreeSet<String> = nodes
        .iter()
        .map(|node| format!("{} {}", node["x"], node["y"]))
        .collect();
    assert_eq!(places.len(), nodes.len(), "no two nodes stand in one place");
    diff(&folder, &["old", "new", "--output", "changes.gexf"]);
    let gexf = std::fs::read_to_string(folder.path().join("changes.gexf")).unwrap();
    assert_eq!(gexf.matches("<node ").count(), nodes.len());
    assert!(
        gexf.contains("<viz:color r=\"46\" g=\"160\" b=\"67\"/>"),
        "{gexf}"
    );
    let graphml = diff(&folder, &["old", "new", "--format", "graphml"]).out;
    assert_eq!(graphml.matches("<node ").count(), nodes.len());
    assert_eq!(graphml, diff(&folder, &["old", "new", "--format", "graphml"]).out);
}

#[test]
fn bad_arguments_are_told() {
    let folder = built();
    let run = diff(&folder, &["old", "gone"]);
    assert_eq!(
        (run.code, run.err.as_str()),
        (Some(1), "error: cannot read `gone`: no such file or directory\n")
    );
    assert_eq!(diff(&folder, &["old"]).code, Some(2));
    assert_eq!(
        diff(&folder, &["old", "new", "--output", "changes.doc"]).code,
        Some(2)
    );
}
