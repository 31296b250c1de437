//! `vnkg merge`, and builds of records, from outside: the same bytes as building the pages together.

mod program;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use program::{files, vnkg, write};
use tempfile::{TempDir, tempdir};

const PAGES: [(&str, &str); 5] = [
    (
        "north/hai-phong.txt",
        "Hải Phòng triển khai Chỉ thị 05-CT/TW\n\nSáng 10/6/2021, đồng chí Trần Hưng, Phó Bí thư Thành ủy Hải Phòng, \
         chủ trì Hội nghị triển khai Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị.\n",
    ),
    (
        "north/nhan-su.txt",
        "Đồng chí Trần Hưng giữ chức Bí thư Thành ủy Hải Phòng\n\nNgày 28/12/2023, Bộ Chính trị điều động đồng chí \
         Trần Hưng, Phó Bí thư Thành ủy Hải Phòng, giữ chức Bí thư Thành ủy Hải Phòng.\n",
    ),
    (
        "south/ca-mau.txt",
        "Cà Mau sơ kết việc thực hiện Chỉ thị 05-CT/TW\n\nNgày 8/3/2022, đồng chí Trần Hưng, Chủ tịch UBND tỉnh Cà Mau, \
         dự Hội nghị sơ kết việc thực hiện Chỉ thị 05-CT/TW của Bộ Chính trị.\n",
    ),
    (
        "south/can-tho.md",
        "Cần Thơ quán triệt Kết luận 01-KL/TW\n\nThành ủy Cần Thơ ban hành Kế hoạch số 12-KH/TU ngày 1/7/2021 thực hiện \
         Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị.\n",
    ),
    (
        "south/van-ban/cong-van.txt",
        "Ban Tuyên giáo Trung ương đề nghị các tỉnh ủy, thành ủy báo cáo kết quả thực hiện Kết luận 01-KL/TW.\n",
    ),
];

fn corpus() -> TempDir {
    let folder = tempdir().unwrap();
    for (name, text) in PAGES {
        write(folder.path(), name, text);
    }
    folder
}

/// Runs what must go well.
fn run(folder: &Path, arguments: &str) -> String {
    let arguments: Vec<&str> = arguments.split(' ').collect();
    let run = vnkg(folder, &arguments);
    assert_eq!(run.code, Some(0), "{arguments:?}: {}", run.err);
    run.out
}

/// Every file of a build with its bytes.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let read = |name: String| {
        let bytes = fs::read(folder.join(&name)).unwrap();
        (name, bytes)
    };
    files(folder).into_iter().map(read).collect()
}

#[test]
fn merged_records_build_the_same_bytes_as_all_pages_together() {
    let folder = corpus();
    let here = folder.path();
    run(here, "build north south --output together");
    run(here, "extract north --output north.jsonl");
    run(here, "extract south --output south.jsonl");
    run(here, "merge south.jsonl north.jsonl --output all.jsonl");
    run(here, "build all.jsonl --output merged");
    run(here, "build south.jsonl north.jsonl --output apart");
    run(here, "build north south.jsonl --output mixed");
    let together = contents(&here.join("together"));
    assert!(together.len() >= 8 && together["graph.json"].len() > 2_000);
    for folder in ["merged", "apart", "mixed"] {
        let other = contents(&here.join(folder));
        for (name, bytes) in &together {
            assert!(other.get(name) == Some(bytes), "{folder}/{name} differs");
        }
        assert_eq!(other.len(), together.len());
    }
}

#[test]
fn merging_does_not_care_for_order_steps_or_repeats() {
    let folder = corpus();
    let here = folder.path();
    run(here, "extract north --output north.jsonl");
    run(here, "extract south --output south.jsonl");
    let once = run(here, "merge north.jsonl south.jsonl");
    assert_eq!(once.lines().count(), 5);
    assert_eq!(run(here, "merge south.jsonl north.jsonl"), once);
    write(here, "all.jsonl", &once);
    let again = vnkg(here, &["merge", "all.jsonl", "south.jsonl"]);
    assert_eq!(again.out, once);
    assert_eq!(
        again.err,
        "5 pages read, 0 refused, 3 files skipped (3 named twice)\n"
    );
    assert_eq!(again.code, Some(0));
}

#[test]
fn two_pages_of_one_name_stay_two_and_that_is_said() {
    let folder = tempdir().unwrap();
    write(
        folder.path(),
        "a/tin.txt",
        "Thành ủy Hải Phòng ban hành Kế hoạch 12-KH/TU.",
    );
    write(
        folder.path(),
        "b/tin.txt",
        "Thành ủy Cần Thơ ban hành Kế hoạch 15-KH/TU.",
    );
    run(folder.path(), "extract a --output a.jsonl");
    run(folder.path(), "extract b --output b.jsonl");
    let merged = vnkg(
        folder.path(),
        &["merge", "b.jsonl", "a.jsonl", "--output", "all.jsonl"],
    );
    assert_eq!(
        merged.err,
        "note: different records are called `tin.txt`; they stay two pages\n2 pages read, 0 refused\n"
    );
    run(folder.path(), "build all.jsonl --output merged");
    run(folder.path(), "build b.jsonl a.jsonl --output apart");
    assert!(contents(&folder.path().join("merged")) == contents(&folder.path().join("apart")));
}

#[test]
fn what_are_no_records_is_refused_by_line_and_the_rest_is_merged() {
    let folder = corpus();
    let here = folder.path();
    run(here, "extract north --output north.jsonl");
    write(here, "cut.jsonl", "\n{\"doc\":\"a.txt\",\"entities\":[\n");
    write(here, "empty.jsonl", "");
    write(here, "legacy.jsonl", b"{\"doc\":\"H\xe0 N\xf4i\"}\n");
    let merged = vnkg(
        here,
        &[
            "merge",
            "cut.jsonl",
            "empty.jsonl",
            "legacy.jsonl",
            "none.jsonl",
            "north.jsonl",
        ],
    );
    assert_eq!(merged.out.lines().count(), 2);
    assert_eq!(
        merged.err,
        "\
refused: `cut.jsonl`: line 2 is no record of `vnkg extract`: EOF while parsing a list at column 27
refused: `empty.jsonl`: empty
refused: `legacy.jsonl`: not UTF-8 at byte 9; convert it, for example with `iconv -f WINDOWS-1258 -t UTF-8`
refused: `none.jsonl`: no such file or folder
2 pages read, 4 refused
"
    );
    assert_eq!(merged.code, Some(3));
    let nothing = vnkg(here, &["merge", "cut.jsonl", "--output", "all.jsonl"]);
    assert!(
        nothing
            .err
            .ends_with("error: no page could be read from `cut.jsonl`\n"),
        "{}",
        nothing.err
    );
    assert_eq!(nothing.code, Some(1));
    assert!(!here.join("all.jsonl").exists());
    assert_eq!(vnkg(here, &["merge"]).code, Some(2));
}
