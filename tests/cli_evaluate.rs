//! `vnkg evaluate` as a whole: figures computed by hand, misses, what is refused, where pages come from.

mod perfect;
mod program;

use std::fs;
use std::path::Path;

use program::{files, vnkg, write};
use serde_json::{Value, json};
use tempfile::{TempDir, tempdir};
use vnkg::evaluate::Gold;

const GOLD: &str = "\
=== text
⟦B:Trang chủ, lượt xem: 12⟧
Chiều 4/3, ⟦P1:Lò Thị Sen⟧, Bí thư ⟦C1:Tỉnh ủy Hà Giang⟧, chủ trì ⟦E1:Hội nghị sơ kết công tác dân vận quý I/2024⟧.
Theo ⟦D1:Chỉ thị số 05-CT/TW⟧, ⟦C2:UBND huyện Đồng Văn⟧ báo cáo ⟦E1?:Hội nghị⟧.
=== entities
P1 | Lò Thị Sen
C1 | Tỉnh ủy Hà Giang
C2 | UBND huyện Đồng Văn
D1 | Chỉ thị 05-CT/TW | date=2016-05-15
E1 | Hội nghị sơ kết công tác dân vận quý I/2024 | date=2024-03-04
=== relations
P1 holds_position C1 | title=Bí thư
P1 chaired E1
";

/// A folder with one gold file, `gold/sen.gold`, and its page, `pages/sen.txt`.
fn marked() -> (TempDir, Gold) {
    let folder = tempdir().unwrap();
    let gold = Gold::parse("sen", GOLD).expect("the gold file above is well formed");
    write(folder.path(), "gold/sen.gold", GOLD);
    write(folder.path(), "pages/sen.txt", &gold.text);
    (folder, gold)
}

/// A mention as programs write it.
fn mention(gold: &Gold, entity: &str, words: &str) -> Value {
    let at = gold.text.find(words).expect("the words stand on the page");
    let start = gold.text[..at].chars().count();
    json!({"entity": entity, "start": start, "end": start + words.chars().count()})
}

/// One committee with a word too much, one missed and one that is none; the event missed; a directive with half a date.
fn wrong(gold: &Gold) -> Value {
    json!({
        "doc": "older/sen.html",
        "entities": [
            {"id": "p", "kind": "official", "name": "Lò Thị Sen"},
            {"id": "c", "kind": "committee", "name": "Tỉnh ủy Hà Nam"},
            {"id": "x", "kind": "committee", "name": "Chiều"},
            {"id": "d", "kind": "directive", "name": "Chỉ thị 5-CT/TƯ", "date": 2016},
        ],
        "mentions": [
            mention(gold, "x", "lượt xem"),
            mention(gold, "x", "Chiều"),
            mention(gold, "p", "Lò Thị Sen"),
            mention(gold, "c", "thư Tỉnh ủy Hà Giang"),
            mention(gold, "d", "Chỉ thị số 05-CT/TW"),
        ],
        "relations": [
            {"type": "holds_position", "source": "p", "target": "c", "title": "Phó Bí thư"},
            {"type": "issued_by", "source": "d", "target": "c"},
        ],
    })
}

fn figures(folder: &Path, arguments: &[&str]) -> Value {
    let run = vnkg(folder, &[&["evaluate", "gold", "--json"], arguments].concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    serde_json::from_str(&run.out).expect("JSON")
}

#[test]
fn a_perfect_prediction_scores_one_everywhere() {
    let (folder, gold) = marked();
    let line = serde_json::to_string(&perfect::record(&gold)).unwrap();
    write(folder.path(), "perfect.jsonl", line);
    let figures = figures(folder.path(), &["perfect.jsonl"]);
    let row = |count: usize| json!({"p": 1.0, "r": 1.0, "f1": 1.0, "gold": count, "found": count});
    for (level, count) in [("mention", 5), ("strict", 5), ("entity", 5), ("relation", 2)] {
        assert_eq!(figures[level]["all"], row(count), "{level}");
    }
    assert_eq!(figures["mention"]["committee"], row(2));
    let all = |count: usize| json!({"right": count, "of": count, "share": 1.0});
    for (share, count) in [("name_accuracy", 4), ("date_accuracy", 2), ("title_accuracy", 1)] {
        assert_eq!(figures[share], all(count), "{share}");
    }
    assert_eq!(figures["leak"], json!({"mentions_in_boilerplate": 0, "of": 6}));
}

#[test]
fn a_wrong_prediction_gives_the_figures_that_a_hand_computes() {
    let (folder, gold) = marked();
    write(folder.path(), "wrong.jsonl", wrong(&gold).to_string());
    let figures = figures(folder.path(), &["wrong.jsonl"]);
    let row = |p: f64, r: f64, f1: f64, gold: usize, found: usize| json!({"p": p, "r": r, "f1": f1, "gold": gold, "found": found});
    let mention = &figures["mention"];
    assert_eq!(mention["official"], row(1.0, 1.0, 1.0, 1, 1));
    assert_eq!(mention["committee"], row(0.5, 0.5, 0.5, 2, 2));
    assert_eq!(mention["event"], row(1.0, 0.0, 0.0, 1, 0));
    assert_eq!(mention["all"], row(0.75, 0.6, 0.6667, 5, 4));
    assert_eq!(figures["strict"]["committee"], row(0.0, 0.0, 0.0, 2, 2));
    assert_eq!(figures["strict"]["all"], row(0.5, 0.4, 0.4444, 5, 4));
    assert_eq!(figures["entity"]["all"], row(0.75, 0.6, 0.6667, 5, 4));
    assert_eq!(figures["relation"]["holds_position"], row(1.0, 1.0, 1.0, 1, 1));
    assert_eq!(figures["relation"]["chaired"], row(1.0, 0.0, 0.0, 1, 0));
    assert_eq!(figures["relation"]["issued_by"], row(0.0, 1.0, 0.0, 0, 1));
    assert_eq!(figures["relation"]["all"], row(0.5, 0.5, 0.5, 2, 2));
    assert_eq!(
        figures["name_accuracy"],
        json!({"right": 2, "of": 3, "share": 0.6667})
    );
    assert_eq!(
        figures["date_accuracy"],
        json!({"right": 0, "of": 1, "share": 0.0})
    );
    assert_eq!(
        figures["title_accuracy"],
        json!({"right": 0, "of": 1, "share": 0.0})
    );
    assert_eq!(figures["leak"], json!({"mentions_in_boilerplate": 1, "of": 5}));
}

#[test]
fn the_table_says_the_same_to_people() {
    let (folder, gold) = marked();
    write(folder.path(), "wrong.jsonl", wrong(&gold).to_string());
    let run = vnkg(folder.path(), &["evaluate", "gold", "wrong.jsonl"]);
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(
        lines[0],
        "mention   committee       P 0.500  R 0.500  F1 0.500  gold     2 found     2"
    );
    assert_eq!(
        lines[4],
        "mention   all             P 0.750  R 0.600  F1 0.667  gold     5 found     4"
    );
    assert_eq!(
        lines[lines.len() - 4],
        "name      accuracy        0.6667  (2 of 3)"
    );
    assert_eq!(
        lines[lines.len() - 1],
        "leak      1 of 5 mentions lie in boilerplate"
    );
    assert_eq!(run.err, "1 gold file scored, 0 refused\n");
    let table = run.out;
    let run = vnkg(
        folder.path(),
        &["evaluate", "gold", "wrong.jsonl", "--output", "table.txt"],
    );
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""));
    assert_eq!(
        fs::read_to_string(folder.path().join("table.txt")).unwrap(),
        table
    );
}

#[test]
fn every_miss_is_listed_on_request_in_words_and_in_json() {
    let (folder, gold) = marked();
    write(folder.path(), "wrong.jsonl", wrong(&gold).to_string());
    let run = vnkg(folder.path(), &["evaluate", "gold", "wrong.jsonl", "--misses"]);
    let (misses, table) = run.out.split_once("\n\n").expect("misses and the table");
    assert!(table.starts_with("mention   committee"), "{table}");
    for miss in [
        "sen: committee \"lượt xem\" lies in boilerplate",
        "sen: span of committee \"Tỉnh ủy Hà Giang\" found as \"thư Tỉnh ủy Hà Giang\"",
        "sen: missed committee \"UBND huyện Đồng Văn\"",
        "sen: extra entity committee \"Chiều\"",
        "sen: name of committee \"Tỉnh ủy Hà Giang\" given as \"Tỉnh ủy Hà Nam\"",
        "sen: date of \"Chỉ thị 05-CT/TW\" is 2016-05-15, given as 2016",
        "sen: title of \"Lò Thị Sen\" is \"Bí thư\", given as [\"Phó Bí thư\"]",
        "sen: wrong relation \"Chỉ thị 05-CT/TW\" issued_by \"Tỉnh ủy Hà Giang\"",
    ] {
        assert!(
            misses.lines().any(|line| line == miss),
            "{miss}\nis not in\n{misses}"
        );
    }
    let listed = figures(folder.path(), &["wrong.jsonl", "--misses"]);
    let listed = listed["misses"].as_array().expect("a list");
    assert_eq!(listed.len(), misses.lines().count());
    assert_eq!(listed[0]["miss"], "leak");
}

#[test]
fn pages_their_records_and_the_gold_files_alone_give_the_same() {
    let (folder, _) = marked();
    let other = "Sáng 2/9, bà Lò Thị Sen dự lễ.";
    write(folder.path(), "pages/not-marked.txt", other);
    vnkg(folder.path(), &["extract", "pages", "--output", "records.jsonl"]);
    let alone = vnkg(folder.path(), &["evaluate", "gold", "--misses"]);
    assert_eq!(alone.code, Some(0), "{}", alone.err);
    for inputs in [
        &["pages"][..],
        &["records.jsonl"],
        &["pages/sen.txt", "--jobs", "1"],
    ] {
        let run = vnkg(
            folder.path(),
            &[&["evaluate", "gold", "--misses"], inputs].concat(),
        );
        assert_eq!(run, alone, "{inputs:?}");
    }
    assert_eq!(
        vnkg(folder.path(), &["evaluate", "gold/sen.gold", "--misses"]),
        alone
    );
    assert_eq!(files(folder.path()), ["gold", "pages", "records.jsonl"]);
}

#[test]
fn a_broken_gold_file_is_refused_by_name_and_reason_and_the_rest_scored() {
    let (folder, _) = marked();
    write(
        folder.path(),
        "gold/a.gold",
        "=== text\n⟦C1:Tỉnh ủy\n=== entities\nC1 | Tỉnh ủy\n",
    );
    write(folder.path(), "gold/b.gold", b"=== text\nH\xC3\xA0 N\xF4i\n");
    write(
        folder.path(),
        "gold/c.gold",
        GOLD.replace("P1 chaired E1", "P1 led E1"),
    );
    let run = vnkg(folder.path(), &["evaluate", "gold"]);
    let lines: Vec<&str> = run.err.lines().collect();
    assert_eq!(lines[0], "refused: `a.gold`: mark C1 is never closed");
    assert!(
        lines[1].starts_with("refused: `b.gold`: not UTF-8 at byte 14"),
        "{}",
        lines[1]
    );
    assert!(
        lines[2].starts_with("refused: `c.gold`: bad relation line \"P1 led E1\""),
        "{}",
        lines[2]
    );
    assert_eq!(lines[3], "1 gold file scored, 3 refused");
    assert_eq!(run.code, Some(3));
    assert!(run.out.starts_with("mention"));
    fs::remove_file(folder.path().join("gold/sen.gold")).unwrap();
    let run = vnkg(folder.path(), &["evaluate", "gold"]);
    assert!(
        run.err
            .ends_with("error: no gold file could be read from `gold`\n"),
        "{}",
        run.err
    );
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
}

#[test]
fn a_page_that_is_not_the_marked_one_is_refused_and_its_gold_file_left_out() {
    let (folder, gold) = marked();
    write(folder.path(), "gold/two.gold", GOLD);
    write(folder.path(), "pages/two.txt", gold.text.replace("Chiều", "Sáng"));
    let run = vnkg(folder.path(), &["evaluate", "gold", "pages"]);
    let at = gold.text[..gold.text.find("Chiều").unwrap()].chars().count();
    assert_eq!(
        run.err,
        format!(
            "refused: `two.txt`: differs from the page marked in `two.gold` at code point {at}; marks count only on \
             the very same text\n1 gold file scored, 1 refused\n"
        )
    );
    assert_eq!(run.code, Some(3));
    assert!(
        run.out.contains("gold     5"),
        "one page is counted:\n{}",
        run.out
    );
}

#[test]
fn a_gold_file_without_a_page_counts_as_nothing_found_and_is_told() {
    let (folder, _) = marked();
    write(folder.path(), "gold/two.gold", GOLD);
    let run = vnkg(folder.path(), &["evaluate", "gold", "pages", "--misses"]);
    assert_eq!(run.err, "2 gold files scored, 1 without a page, 0 refused\n");
    assert!(
        run.out.contains("two: no record of this page\n") && run.out.contains("gold    10"),
        "{}",
        run.out
    );
    assert_eq!(run.code, Some(0));
}

#[test]
fn what_cannot_be_scored_is_an_error_that_says_what_to_do() {
    let (folder, gold) = marked();
    write(folder.path(), "other/page.txt", "Hà Nội");
    write(folder.path(), "bad.jsonl", "{\"doc\": \"sen\"}\n");
    let mut astray = wrong(&gold);
    astray["mentions"][0]["end"] = json!(4000);
    write(folder.path(), "astray.jsonl", astray.to_string());
    for (arguments, words) in [
        (
            &["gold", "other"][..],
            "error: nothing of `other` can be scored; `sen.gold` asks for",
        ),
        (&["none"], "error: cannot read `none`: "),
        (
            &["pages"],
            "error: no `*.gold` file in `pages`; give the folder that holds them\n",
        ),
        (
            &["gold", "bad.jsonl"],
            "refused: `bad.jsonl`: line 1 is no record of `vnkg extract`: missing field `entities`",
        ),
        (
            &["gold", "none.jsonl"],
            "refused: `none.jsonl`: no such file or folder\n",
        ),
        (&["gold", "astray.jsonl"], "error: sen: mention "),
    ] {
        let run = vnkg(folder.path(), &[&["evaluate"], arguments].concat());
        assert!(run.err.starts_with(words), "{arguments:?}: {}", run.err);
        assert_eq!((run.code, run.out.as_str()), (Some(1), ""), "{arguments:?}");
    }
    assert_eq!(vnkg(folder.path(), &["evaluate"]).code, Some(2));
}

#[test]
fn a_gold_file_with_the_line_breaks_of_windows_is_read() {
    let (folder, gold) = marked();
    write(
        folder.path(),
        "gold/sen.gold",
        format!("\u{FEFF}{}", GOLD.replace('\n', "\r\n")),
    );
    write(
        folder.path(),
        "pages/sen.txt",
        gold.text.replace('\n', "\r\n") + "\r\n",
    );
    let run = vnkg(folder.path(), &["evaluate", "gold", "pages"]);
    assert_eq!(
        (run.code, run.err.as_str()),
        (Some(0), "1 gold file scored, 0 refused\n")
    );
    let alone = vnkg(folder.path(), &["evaluate", "gold"]);
    assert_eq!(run.out, alone.out);
}
