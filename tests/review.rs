//! `vnkg review` from outside: the file it writes, what it keeps of it, and that builds obey it.

mod hai_phong;
mod program;

use std::fs;
use std::path::Path;

use hai_phong::{APPOINTMENT_PAGE, MEETING_PAGE, MINISTRY_PAGE, write_records};
use program::{Run, vnkg, write};
use tempfile::{TempDir, tempdir};

const HEAD: &str = "\
# one name in hải phòng and in trung ương
# official:lê-thị-mai.hải-phòng is Lê Thị Mai: Trưởng ban, Ban Tuyên giáo Thành ủy Hải Phòng, in tin/hoi-nghi.txt, tin/nhan-su.txt
# official:lê-thị-mai.trung-ương is Lê Thị Mai: Thứ trưởng, Bộ Nội vụ, in tin/bo-noi-vu.txt
";
const PAIR: &str = "official:lê-thị-mai.hải-phòng official:lê-thị-mai.trung-ương";

fn corpus() -> TempDir {
    let folder = tempdir().unwrap();
    write_records(
        folder.path(),
        "all.jsonl",
        &[&MEETING_PAGE, &APPOINTMENT_PAGE, &MINISTRY_PAGE],
    );
    folder
}

fn review(folder: &Path) -> Run {
    vnkg(folder, &["review", "all.jsonl", "--output", "judgements.txt"])
}

/// How many people of this name a build that obeys the file has.
fn people(folder: &Path, name: &str) -> usize {
    let run = vnkg(
        folder,
        &[
            "build",
            "all.jsonl",
            "--output",
            "output",
            "--judgements",
            "judgements.txt",
        ],
    );
    assert_eq!(run.code, Some(0), "{}", run.err);
    let found = vnkg(
        folder,
        &["query", "output", "find", name, "--kinds", "official", "--json"],
    );
    let found: Vec<serde_json::Value> = serde_json::from_str(&found.out).unwrap();
    found.len()
}

#[test]
fn open_pairs_are_listed_with_what_is_known_of_both() {
    let folder = corpus();
    let printed = vnkg(folder.path(), &["review", "all.jsonl"]);
    assert_eq!(printed.out, format!("{HEAD}undecided {PAIR}\n"));
    assert_eq!(
        printed.err,
        "3 pages read, 0 refused; pairs: 1 undecided (1 new), 0 same, 0 different\n"
    );
    assert_eq!(printed.code, Some(0));
}

#[test]
fn what_people_wrote_is_kept_when_the_file_is_written_again() {
    let folder = corpus();
    let file = folder.path().join("judgements.txt");
    let own = "# đã hỏi Văn phòng Thành ủy\nsame official:a official:b\n# hết\n";
    fs::write(&file, own).unwrap();
    review(folder.path());
    let first = fs::read_to_string(&file).unwrap();
    assert!(first.contains(&format!("undecided {PAIR}\n")), "{first}");
    assert!(
        first.starts_with("# đã hỏi Văn phòng Thành ủy\nsame official:a official:b\n"),
        "{first}"
    );
    assert!(first.ends_with("\n# hết\n"), "{first}");
    let decided = first.replace(
        &format!("undecided {PAIR}"),
        &format!("# hai người khác nhau\ndifferent {PAIR}"),
    );
    fs::write(&file, &decided).unwrap();
    let again = review(folder.path());
    assert_eq!(fs::read_to_string(&file).unwrap(), decided);
    assert_eq!(
        again.err,
        "3 pages read, 0 refused; pairs: 0 undecided (0 new), 1 same, 1 different\n"
    );
}

#[test]
fn builds_obey_the_file() {
    let folder = corpus();
    review(folder.path());
    assert_eq!(people(folder.path(), "Lê Thị Mai"), 2);
    write(
        folder.path(),
        "judgements.txt",
        format!("same {PAIR} # một người\n"),
    );
    assert_eq!(people(folder.path(), "Lê Thị Mai"), 1);
    write(folder.path(), "judgements.txt", format!("different {PAIR}\n"));
    assert_eq!(people(folder.path(), "Lê Thị Mai"), 2);
    let report = fs::read_to_string(folder.path().join("output/report.md")).unwrap();
    assert!(
        !report.contains("official:lê-thị-mai.trung-ương |"),
        "it is no open question any more"
    );
}

#[test]
fn a_file_that_is_no_judgement_file_is_told_and_left_alone() {
    let folder = corpus();
    write(folder.path(), "judgements.txt", "maybe a b\n");
    let run = review(folder.path());
    assert_eq!(
        run.err,
        "error: judgements `judgements.txt`, line 1: `maybe` is no verdict; write `same`, `different` or `undecided`\n"
    );
    assert_eq!(run.code, Some(1));
    assert_eq!(
        fs::read_to_string(folder.path().join("judgements.txt")).unwrap(),
        "maybe a b\n"
    );
}
