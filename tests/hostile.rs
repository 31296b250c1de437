//! Bad input of every kind: the program refuses it or reads it, and never panics.

mod program;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use program::{Run, vnkg, vnkg_reading, write};
use proptest::prelude::*;
use tempfile::tempdir;
use vnkg::extract::extract;
use vnkg::lexicon::Lexicon;
use vnkg::read::Source;
use vnkg::resolve::Record;

const PAGE: &str = "\
# Hà Nội: Hội nghị sơ kết một năm thực hiện Chỉ thị số 24-CT/TU\r\n\
\u{a0}\u{a0}(HNP) - Sáng 16/12, **Phó Bí thư Thường trực Thành uỷ Nguyễn Văn Phong** chủ trì hội nghị.\r\n\
Tham dự có các đồng chí: Hà Minh Hải, Phó Chủ tịch UBND Thành phố; Bùi Huyền Mai – UVTV, Trưởng Ban Tuyên giáo.\r\n\
Nghị quyết số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ “Về công tác văn thư” (gọi tắt là Nghị định 30).\r\n";

fn read(text: impl Into<String>) -> Record {
    let source = Source {
        name: "page.txt".to_owned(),
        text: text.into(),
    };
    extract(&source, Lexicon::embedded())
}

fn assert_calm(run: &Run) {
    assert!(!run.err.contains("panicked"), "{}", run.err);
    assert!(!run.err.contains("fault of the program"), "{}", run.err);
    assert!(matches!(run.code, Some(0 | 1 | 3)), "{:?}: {}", run.code, run.err);
}

/// The numbers of a fixed linear congruential sequence, so that a failure comes again.
fn bytes(count: usize, seed: u64) -> Vec<u8> {
    let mut state = seed;
    let mut next = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 56) as u8
    };
    (0..count).map(|_| next()).collect()
}

#[test]
fn random_bytes_are_refused_or_read() {
    let folder = tempdir().unwrap();
    for seed in 0..40 {
        write(folder.path(), &format!("in/{seed}.txt"), bytes(2000, seed));
        let printable: Vec<u8> = bytes(2000, seed).into_iter().map(|byte| byte % 95 + 32).collect();
        write(folder.path(), &format!("in/printable-{seed}.txt"), printable);
    }
    let run = vnkg(folder.path(), &["extract", "in"]);
    assert_calm(&run);
    assert!(run.err.contains("40 pages read, 40 refused"), "{}", run.err);
}

#[test]
fn a_page_cut_anywhere_is_read_or_refused_at_the_cut() {
    let folder = tempdir().unwrap();
    for cut in 0..PAGE.len() {
        match PAGE.get(..cut) {
            Some(text) => drop(read(text)),
            None => write(folder.path(), &format!("in/{cut}.txt"), &PAGE.as_bytes()[..cut]),
        }
        if let Some(text) = PAGE.get(cut..) {
            read(text);
        }
    }
    let run = vnkg(folder.path(), &["extract", "in"]);
    assert_eq!(run.code, Some(1));
    let refused = run
        .err
        .lines()
        .filter(|line| line.contains("not UTF-8 at byte"))
        .count();
    assert_eq!(refused, fs::read_dir(folder.path().join("in")).unwrap().count());
}

#[test]
fn combining_marks_alone_and_in_heaps_are_read() {
    let marks = [
        '\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}', '\u{302}', '\u{306}', '\u{31b}',
    ];
    for mark in marks {
        read(mark.to_string());
        read(format!("{mark}\n{mark}Hà Nội{mark} {mark}"));
        read(format!("Thành u{}y Hà Nội", mark.to_string().repeat(5000)));
        read(PAGE.chars().flat_map(|letter| [letter, mark]).collect::<String>());
    }
}

#[test]
fn letters_of_every_plane_and_controls_are_read() {
    read("\u{FEFF}\u{200B}\u{202E}\u{1F600}\u{E0001}\u{10FFFF}\u{1}\u{7f}\u{85}\u{2028}\u{FFFD}");
    read("\u{FEFF}\u{FEFF}Thành ủy\u{200B} Hà\u{AD} Nội");
    read("𝐓𝐡𝐚̀𝐧𝐡 Đ\u{110}Ð\u{D0}đ İI ıi ﬁ ẞß ΑΣ");
}

#[test]
fn one_line_of_fifty_megabytes_is_read() {
    let sentence =
        "Sáng 16/12, Phó Bí thư Thành uỷ Nguyễn Văn Phong chủ trì hội nghị về Chỉ thị số 24-CT/TU. ";
    let folder = tempdir().unwrap();
    let line = sentence.repeat(50_000_000 / sentence.len() + 1);
    let run = vnkg_reading(
        folder.path(),
        &["extract", "-", "--output", "records.jsonl"],
        line.as_bytes(),
    );
    assert_calm(&run);
    assert_eq!(run.err, "1 page read, 0 refused\n");
}

/// The shortest of three readings, the one that other work of the machine held up least.
fn fastest(text: &str) -> Duration {
    let reading = || {
        let start = Instant::now();
        read(text);
        start.elapsed()
    };
    reading().min(reading()).min(reading())
}

#[test]
fn repeated_openings_take_time_in_proportion_to_their_number() {
    for opening in [
        "(",
        "“",
        "**",
        "[",
        "đồng chí ",
        "Số: ",
        "Thành ủy ",
        "của ",
        "A",
        "- ",
        "\n",
        "1/",
        "QĐ-",
        "Nguyễn ",
        "Ban lễ tang nguyên Chủ tịch nước ",
        "Hội đồng thẩm định của UBND xã, ",
        "Phó Chủ tịch UBND tỉnh ",
        "Nghị quyết số 42-NQ/TW, ",
        "Nghị định này và ",
        "Căn cứ Luật Đất đai; ",
    ] {
        // Eight times the text takes eight times as long; sixty-four times were every opening to look at all others.
        let times = (60_000 / opening.len()).clamp(1_000, 5_000);
        let few = fastest(&opening.repeat(times)).max(Duration::from_millis(20));
        let many = fastest(&opening.repeat(8 * times));
        assert!(many < few * 24, "{opening:?}: {many:?} after {few:?}");
    }
}

#[test]
fn ten_thousand_tiny_files_are_read() {
    let folder = tempdir().unwrap();
    for page in 0..10_000 {
        write(folder.path(), &format!("in/{}/{page}.txt", page % 100), "Huế");
    }
    let run = vnkg(folder.path(), &["extract", "in"]);
    assert_eq!(run.out.lines().count(), 10_000);
    assert_eq!(
        (run.code, run.err.as_str()),
        (Some(0), "10000 pages read, 0 refused\n")
    );
}

#[cfg(target_os = "linux")]
#[test]
fn folders_deeper_than_the_system_can_name_are_refused_and_the_rest_is_read() {
    let folder = tempdir().unwrap();
    let chain = |name: &str| {
        (0..15).fold(Path::new(name).to_owned(), |path, _| {
            path.join("thư-mục-".repeat(15))
        })
    };
    for top in ["in", "below"] {
        fs::create_dir_all(folder.path().join(chain(top))).unwrap();
        write(folder.path(), &format!("{top}/page.txt"), "Huế");
    }
    write(&folder.path().join(chain("in")), "deep.txt", "Huế");
    write(&folder.path().join(chain("below")), "deepest.txt", "Huế");
    let bottom = folder.path().join(chain("in")).join("below");
    fs::rename(folder.path().join("below"), bottom).unwrap();
    let run = vnkg(folder.path(), &["extract", "in"]);
    assert_calm(&run);
    assert!(
        run.err.contains("cannot be read: file name too long"),
        "{}",
        run.err
    );
    assert!(run.out.lines().count() >= 2, "{}", run.err);
    assert_eq!(run.code, Some(3));
}

/// Letters and figures alone, composed: what is left of a text when spaces and markup are squeezed out of it.
fn letters(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfc().filter(|letter| letter.is_alphanumeric()).collect()
}

fn assert_lawful(text: &str, record: &Record) -> Result<(), TestCaseError> {
    let points: Vec<char> = text.chars().collect();
    let slice = |start: u32, end: u32| -> String { points[start as usize..end as usize].iter().collect() };
    let mut before = 0;
    for mention in &record.mentions {
        prop_assert!(
            before <= mention.start,
            "{mention:?} overlaps the one before it or is out of order"
        );
        prop_assert!(
            mention.start < mention.end && mention.end as usize <= points.len(),
            "{mention:?}"
        );
        prop_assert_eq!(
            letters(&slice(mention.start, mention.end)),
            letters(&mention.text)
        );
        prop_assert!(
            record.entities.iter().any(|entity| entity.id == mention.entity),
            "{mention:?} is of no entity"
        );
        let sentence = record.sentences.get(mention.sentence as usize);
        let inside = |start, end| start <= mention.start && mention.end <= end;
        prop_assert!(
            sentence.is_some_and(|whole| inside(whole.start, whole.end)),
            "{mention:?} in {sentence:?}"
        );
        before = mention.end;
    }
    for sentence in &record.sentences {
        prop_assert!(
            sentence.start <= sentence.end && sentence.end as usize <= points.len(),
            "{sentence:?}"
        );
        prop_assert_eq!(
            letters(&slice(sentence.start, sentence.end)),
            letters(&sentence.text)
        );
    }
    for relation in &record.relations {
        prop_assert!(
            relation.start < relation.end && relation.end as usize <= points.len(),
            "{relation:?}"
        );
        prop_assert!(
            (relation.sentence as usize) < record.sentences.len(),
            "{relation:?}"
        );
        for end in [&relation.source, &relation.target] {
            prop_assert!(
                record.entities.iter().any(|entity| entity.id == *end),
                "{relation:?} has no {end}"
            );
        }
    }
    prop_assert!(
        record.entities.is_sorted_by(|one, next| one.id < next.id),
        "entities are not sorted by id"
    );
    Ok(())
}

const WORDS: &[&str] = &[
    "Thành ủy",
    "thành uỷ",
    "Hà Nội",
    "TP.HCM",
    "UBND",
    "Tỉnh ủy Bắc Ninh",
    "Ban Tuyên giáo",
    "Trung ương",
    "Chính phủ",
    "Phó Bí thư",
    "Chủ tịch",
    "Trưởng Ban",
    "đồng chí",
    "các đồng chí:",
    "ông",
    "bà",
    "PGS.TS",
    "Thượng tướng",
    "Nguyễn Văn Phong",
    "Bùi Huyền Mai",
    "HÀ MINH HẢI",
    "Lê",
    "Chỉ thị",
    "số",
    "24-CT/TU",
    "30/2020/NĐ-CP",
    "238- QĐ/TW",
    "Nghị quyết",
    "Luật Thủ đô",
    "ngày 05/3/2020",
    "Sáng 16/12,",
    "khóa XIII",
    "Hội nghị",
    "Đại hội",
    "lần thứ XIV",
    "chủ trì",
    "phát biểu",
    "tham dự",
    "của",
    "và",
    "về",
    "thực hiện",
    "thay thế",
    "(",
    ")",
    "“",
    "”",
    ",",
    ".",
    ";",
    ":",
    "-",
    "–",
    "/",
    "**",
    "#",
    "[",
    "](http://x.vn)",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u{a0}",
    "\u{200b}",
    "\u{301}",
    "\u{323}",
    "e\u{302}\u{301}",
    "1",
    "2021",
];

fn pages() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        20 => prop::sample::select(WORDS).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    let gap = prop::sample::select(&[" ", " ", " ", "", "\n", "\u{a0}"][..]);
    let pair = (word, gap).prop_map(|(word, gap)| word + gap);
    prop::collection::vec(pair, 0..80).prop_map(|pairs| pairs.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_quote_what_they_say_and_never_overlap(text in pages()) {
        assert_lawful(&text, &read(text.as_str()))?;
    }
}

#[test]
fn a_page_keeps_the_laws() {
    assert_lawful(PAGE, &read(PAGE)).unwrap();
}
