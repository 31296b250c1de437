//! `vnkg extract` from outside: what it writes, what it says and how it ends.

mod program;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use program::{files, vnkg, vnkg_reading, write};
use tempfile::tempdir;

fn docs(lines: &str) -> Vec<String> {
    let doc = |line| {
        serde_json::from_str::<vnkg::resolve::Record>(line)
            .expect("a record")
            .doc
    };
    lines.lines().map(doc).collect()
}

#[test]
fn a_folder_gives_a_line_for_every_page_in_the_order_of_their_names() {
    let folder = tempdir().unwrap();
    write(folder.path(), "in/b.txt", "Hà Nội");
    write(folder.path(), "in/a/2.md", "Huế");
    write(folder.path(), "in/a/1.txt", "Hải Phòng");
    let run = vnkg(folder.path(), &["extract", "in"]);
    assert_eq!(docs(&run.out), ["a/1.txt", "a/2.md", "b.txt"]);
    assert_eq!(run.err, "3 pages read, 0 refused\n");
    assert_eq!(run.code, Some(0));
}

#[test]
fn what_is_no_page_is_skipped_and_said() {
    let folder = tempdir().unwrap();
    write(folder.path(), "in/a.txt", "Hà Nội");
    write(folder.path(), "in/a.jpg", "");
    write(folder.path(), "in/b.jpg", "");
    write(folder.path(), "in/.git/config.txt", "");
    let run = vnkg(folder.path(), &["extract", "in"]);
    assert_eq!(
        run.err,
        "1 page read, 0 refused, 3 files skipped (2 of another format, 1 hidden)\n"
    );
    assert_eq!(run.code, Some(0));
}

#[test]
fn standard_input_is_a_page() {
    let folder = tempdir().unwrap();
    let run = vnkg_reading(folder.path(), &["extract", "-"], "Thành ủy Hà Nội".as_bytes());
    assert_eq!(docs(&run.out), ["stdin"]);
    assert_eq!(run.code, Some(0));
}

#[test]
fn bad_pages_are_refused_by_name_and_the_rest_is_read() {
    let folder = tempdir().unwrap();
    write(folder.path(), "in/1-empty.txt", " \n");
    write(folder.path(), "in/2-binary.txt", b"\x7fELF\0");
    write(folder.path(), "in/3-legacy.txt", b"H\xe0 N\xf4i");
    write(folder.path(), "in/4-good.txt", "Hà Nội");
    let run = vnkg(folder.path(), &["extract", "in", "gone.txt", "in/5.pdf"]);
    assert_eq!(docs(&run.out), ["4-good.txt"]);
    assert_eq!(
        run.err,
        "\
refused: `gone.txt`: no such file or folder
refused: `in/5.pdf`: no such file or folder
refused: `1-empty.txt`: empty
refused: `2-binary.txt`: binary, not text (zero byte at byte 4)
refused: `3-legacy.txt`: not UTF-8 at byte 1; convert it, for example with `iconv -f WINDOWS-1258 -t UTF-8`
1 page read, 5 refused
"
    );
    assert_eq!(run.code, Some(3));
}

#[test]
fn nothing_to_read_is_an_error() {
    let folder = tempdir().unwrap();
    write(folder.path(), "in/a.jpg", "");
    let run = vnkg(folder.path(), &["extract", "in"]);
    assert_eq!(
        run.err,
        "error: no page could be read from `in`; pages are `.txt` or `.md` files\n"
    );
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    let run = vnkg(folder.path(), &["extract", "in/a.jpg"]);
    assert_eq!(
        run.err,
        "\
refused: `in/a.jpg`: format not known; it can be `.txt` or `.md`, or given on standard input as `-`
error: no page could be read from `in/a.jpg`
"
    );
    assert_eq!(run.code, Some(1));
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let folder = tempdir().unwrap();
    write(folder.path(), "in/a.txt", "Hà Nội");
    let run = vnkg(
        folder.path(),
        &["extract", "in", "--output", "out/records.jsonl", "--quiet"],
    );
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (Some(0), "", ""));
    let records = fs::read_to_string(folder.path().join("out/records.jsonl")).unwrap();
    assert_eq!(docs(&records), ["a.txt"]);

    let run = vnkg(
        folder.path(),
        &["extract", "gone", "--output", "out/records.jsonl"],
    );
    assert_eq!(run.code, Some(1));
    assert_eq!(
        fs::read_to_string(folder.path().join("out/records.jsonl")).unwrap(),
        records
    );
    assert_eq!(files(&folder.path().join("out")), ["records.jsonl"]);

    let run = vnkg(folder.path(), &["extract", "in", "--output", "out"]);
    assert!(
        run.err
            .ends_with("a folder of that name stands there; move it away\n"),
        "{}",
        run.err
    );
    assert_eq!(run.code, Some(1));
}

#[test]
fn the_output_is_the_same_for_any_number_of_threads() {
    let folder = tempdir().unwrap();
    for page in 0..300 {
        let text = format!("Sáng {page}/5, Thành ủy Hà Nội ban hành Chỉ thị {page}-CT/TU.\n");
        write(
            folder.path(),
            &format!("in/{page}.txt"),
            text.repeat(page % 7 + 1),
        );
    }
    let one = vnkg(folder.path(), &["extract", "in", "--jobs", "1"]);
    assert_eq!(docs(&one.out).len(), 300);
    for jobs in ["0", "2", "5"] {
        assert!(
            vnkg(folder.path(), &["extract", "in", "--jobs", jobs]) == one,
            "--jobs {jobs}"
        );
    }
}

#[test]
fn a_lexicon_folder_that_is_wrong_is_told_before_anything_is_read() {
    let folder = tempdir().unwrap();
    write(folder.path(), "a.txt", "Hà Nội");
    write(folder.path(), "words/towns.tsv", "name\n");
    let run = vnkg(folder.path(), &["extract", "a.txt", "--lexicon", "words"]);
    assert!(
        run.err
            .starts_with("error: `words/towns.tsv` is no lexicon file; the names are "),
        "{}",
        run.err
    );
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    let run = vnkg(folder.path(), &["extract", "a.txt", "--lexicon", "none"]);
    assert!(
        run.err.starts_with("error: cannot read lexicon folder `none`: "),
        "{}",
        run.err
    );
    assert_eq!(run.code, Some(1));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error_that_names_the_output() {
    let folder = tempdir().unwrap();
    write(folder.path(), "a.txt", "Hà Nội");
    let run = vnkg(folder.path(), &["extract", "a.txt", "--output", "/dev/full"]);
    assert_eq!(
        run.err,
        "error: cannot write `/dev/full`: no space left on device\n"
    );
    assert_eq!(run.code, Some(1));
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_error() {
    let folder = tempdir().unwrap();
    for page in 0..200 {
        write(
            folder.path(),
            &format!("in/{page}.txt"),
            "Thành ủy Hà Nội\n".repeat(200),
        );
    }
    let mut child = Command::new(env!("CARGO_BIN_EXE_vnkg"))
        .args(["extract", "in"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

#[cfg(unix)]
#[test]
fn an_unreadable_page_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempdir().unwrap();
    write(folder.path(), "in/a.txt", "Hà Nội");
    write(folder.path(), "in/b.txt", "Hà Nội");
    let closed = fs::Permissions::from_mode(0o000);
    fs::set_permissions(folder.path().join("in/b.txt"), closed).unwrap();
    if fs::read(folder.path().join("in/b.txt")).is_ok() {
        return; // the superuser reads everything
    }
    let run = vnkg(folder.path(), &["extract", "in"]);
    assert_eq!(
        run.err,
        "refused: `b.txt`: cannot be read: permission denied\n1 page read, 1 refused\n"
    );
    assert_eq!(run.code, Some(3));
}

#[test]
fn no_input_is_a_wrong_argument() {
    let run = vnkg(Path::new("."), &["extract"]);
    assert!(
        run.err
            .starts_with("error: the following required arguments were not provided:\n  <INPUT>...")
    );
    assert_eq!(run.code, Some(2));
}
