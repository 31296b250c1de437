//! `vnkg build` from outside: what it leaves, what it says and how it ends.

mod program;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use program::{files, vnkg, write};
use tempfile::{TempDir, tempdir};

const OUTPUTS: [&str; 12] = [
    "citations.graphml",
    "cooccurrence.graphml",
    "edges.csv",
    "evidence.jsonl",
    "explore.html",
    "graph.graphml",
    "graph.json",
    "graph.svg",
    "nodes.csv",
    "report.html",
    "report.json",
    "report.md",
];

const PAGE: &str = "\
Hà Nội sơ kết một năm thực hiện Chỉ thị 24-CT/TU

Sáng 16/12/2021, Phó Bí thư Thành ủy Hà Nội Nguyễn Văn Phong chủ trì hội nghị sơ kết một năm thực hiện Chỉ thị số 24-CT/TU
ngày 07/9/2020 của Thành ủy Hà Nội. Dự hội nghị có Phó Chủ tịch UBND thành phố Hà Minh Hải.
";

fn corpus() -> TempDir {
    let folder = tempdir().unwrap();
    write(folder.path(), "in/a.txt", PAGE);
    write(
        folder.path(),
        "in/b/c.md",
        PAGE.replace("16/12/2021", "20/12/2021"),
    );
    folder
}

fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    files(folder)
        .into_iter()
        .map(|name| (name.clone(), fs::read(folder.join(name)).unwrap()))
        .collect()
}

#[test]
fn a_build_leaves_every_file_and_tells_what_is_in_them() {
    let folder = corpus();
    let run = vnkg(folder.path(), &["build", "in", "--output", "out"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert_eq!(files(&folder.path().join("out")), OUTPUTS);
    assert_eq!(run.out, "");
    let lines: Vec<&str> = run.err.lines().collect();
    assert_eq!(lines[0], "2 pages read, 0 refused");
    assert!(
        lines[1].starts_with("nodes: ") && lines[1].contains("2 document"),
        "{}",
        lines[1]
    );
    assert!(lines[2].starts_with("edges: "), "{}", lines[2]);
    assert!(lines[3].starts_with("written to `out` in "), "{}", lines[3]);
    assert_eq!(lines.len(), 4);
}

#[test]
fn the_output_is_the_same_for_any_number_of_threads_and_any_build_before() {
    let folder = corpus();
    for page in 0..150 {
        write(
            folder.path(),
            &format!("in/more/{page}.txt"),
            PAGE.replace("24-CT", &format!("{}-CT", page % 40)),
        );
    }
    vnkg(folder.path(), &["build", ".", "--output", "out", "--jobs", "1"]);
    let first = contents(&folder.path().join("out"));
    for jobs in ["1", "2", "0"] {
        vnkg(folder.path(), &["build", ".", "--output", "out", "--jobs", jobs]);
        assert!(contents(&folder.path().join("out")) == first, "--jobs {jobs}");
    }
}

#[test]
fn refused_pages_are_told_counted_and_reported() {
    let folder = corpus();
    write(folder.path(), "in/empty.txt", "");
    let run = vnkg(folder.path(), &["build", "in", "--output", "out"]);
    assert!(
        run.err
            .starts_with("refused: `empty.txt`: empty\n2 pages read, 1 refused\n"),
        "{}",
        run.err
    );
    assert_eq!(run.code, Some(3));
    let report = fs::read_to_string(folder.path().join("out/report.md")).unwrap();
    assert!(report.contains("| empty.txt | empty |"));
}

#[test]
fn a_build_of_nothing_leaves_nothing() {
    let folder = tempdir().unwrap();
    write(folder.path(), "in/empty.txt", "");
    let run = vnkg(folder.path(), &["build", "in", "--output", "out"]);
    assert_eq!(
        run.err,
        "refused: `empty.txt`: empty\nerror: no page could be read from `in`\n"
    );
    assert_eq!(run.code, Some(1));
    assert_eq!(files(folder.path()), ["in"]);
}

#[test]
fn pages_can_be_left_out_of_the_graph() {
    let folder = corpus();
    let run = vnkg(
        folder.path(),
        &["build", "in", "--output", "out", "--no-documents"],
    );
    assert!(!run.err.contains("document"), "{}", run.err);
    let nodes = fs::read_to_string(folder.path().join("out/nodes.csv")).unwrap();
    assert!(!nodes.contains(",document,"));
}

#[test]
fn an_output_that_is_an_input_is_a_wrong_argument() {
    let folder = corpus();
    let run = vnkg(folder.path(), &["build", "in", "--output", "./in/"]);
    assert_eq!(
        run.err,
        "error: `in` is both an input and the output; give another folder to --output\n"
    );
    assert_eq!(run.code, Some(2));
}

#[test]
fn an_output_that_is_a_file_is_an_error_and_the_file_stays() {
    let folder = corpus();
    write(folder.path(), "out", "mine");
    let run = vnkg(folder.path(), &["build", "in", "--output", "out"]);
    assert!(run.err.starts_with("error: cannot write `out`: "), "{}", run.err);
    assert_eq!(run.code, Some(1));
    assert_eq!(fs::read_to_string(folder.path().join("out")).unwrap(), "mine");
}

#[test]
fn judgements_that_cannot_be_read_are_told_before_anything_is_done() {
    let folder = corpus();
    write(folder.path(), "judgements.txt", "# a remark\nsane a b\n");
    let build = ["build", "in", "--output", "out", "--judgements"];
    let run = vnkg(folder.path(), &[&build[..], &["judgements.txt"]].concat());
    assert!(
        run.err
            .starts_with("error: judgements `judgements.txt`, line 2: `sane` is no verdict"),
        "{}",
        run.err
    );
    assert_eq!(run.code, Some(1));
    let run = vnkg(folder.path(), &[&build[..], &["none.txt"]].concat());
    assert_eq!(
        run.err,
        "error: cannot read judgements `none.txt`: no such file or directory\n"
    );
    assert_eq!(files(folder.path()), ["in", "judgements.txt"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_takes_no_more_leaves_what_was_there() {
    let folder = corpus();
    vnkg(folder.path(), &["build", "in", "--output", "out"]);
    let before = contents(&folder.path().join("out"));
    for page in 0..50 {
        write(folder.path(), &format!("in/{page}.txt"), PAGE);
    }
    // A limit on the size of files stands in for a full disk, which takes a superuser to make.
    let limited = format!(
        "trap '' XFSZ; ulimit -f 4; exec {} build in --output out",
        env!("CARGO_BIN_EXE_vnkg")
    );
    let output = Command::new("sh")
        .args(["-c", &limited])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.starts_with("error: cannot write `out/") && said.ends_with("`: file too large\n"),
        "{said}"
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(contents(&folder.path().join("out")) == before);
}

#[cfg(unix)]
#[test]
fn an_interrupted_build_leaves_what_was_there() {
    let folder = corpus();
    vnkg(folder.path(), &["build", "in", "--output", "out"]);
    let before = contents(&folder.path().join("out"));
    // Waits for standard input for ever.
    let mut child = Command::new(env!("CARGO_BIN_EXE_vnkg"))
        .args(["build", "-", "--output", "out"])
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let deadline = Instant::now() + Duration::from_secs(30);
    while files(&folder.path().join("out")).len() == before.len() {
        assert!(Instant::now() < deadline, "the build never began");
        std::thread::sleep(Duration::from_millis(5));
    }
    let killed = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status()
        .unwrap();
    assert!(killed.success());
    let keep = child.stdin.take();
    let output = child.wait_with_output().unwrap();
    drop(keep);
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "error: interrupted; nothing was written\n"
    );
    assert_eq!(output.status.code(), Some(130));
    assert_eq!(contents(&folder.path().join("out")), before);
}
