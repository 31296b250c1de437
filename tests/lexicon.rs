//! The data files of the lexicon -> the faults in them, each with file, line and what to do. `UPDATE=1` rewrites them in order.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use unicode_normalization::is_nfc;
use vnkg::clean::letters::folded;

/// Every data file and its columns, spaces between them here, tabs there.
const FILES: &[(&str, &str)] = &[
    ("bodies", "name abbreviations branch level parent until successor"),
    ("boilerplate", "words reach"),
    ("countries", "name abbreviations"),
    ("cues", "words cues"),
    ("degrees", "name abbreviations"),
    ("districts", "name kind province"),
    ("documents", "name symbols"),
    ("events", "name type"),
    ("fields", "name abbreviations"),
    ("heads", "name abbreviations branch scope tail"),
    ("honorifics", "name"),
    ("issuers", "symbol bodies"),
    ("laws", "name abbreviations"),
    ("places", "name kind abbreviations site until successor"),
    ("ranks", "name abbreviations"),
    ("settlements", "name"),
    ("surnames", "name group"),
    ("titles", "name abbreviations"),
];

/// Columns that hold one of a few words, bars between them here.
const CHOICES: &[(&str, &str, &str)] = &[
    ("bodies", "branch", "party|state|front|military|public|other"),
    ("bodies", "level", "|central|province|district|commune"),
    ("districts", "kind", "quận|huyện|thị xã|thành phố|đặc khu"),
    ("places", "kind", "tỉnh|thành phố"),
    ("surnames", "group", "kinh|minority"),
];

/// Issuers of documents that are posts, not bodies.
const ISSUING_POSTS: &[&str] = &["Chủ tịch nước", "Thủ tướng Chính phủ"];

#[test]
fn the_folder_holds_the_known_files_and_no_other() {
    let mut found: Vec<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".tsv").map(str::to_owned))
        .collect();
    found.sort();
    let known: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
    assert_eq!(found, known);
}

#[test]
fn every_file_is_written_in_canonical_form() {
    let mut faults = String::new();
    for (name, columns) in FILES {
        let text = read(name);
        for fault in form_faults(&text, columns) {
            writeln!(faults, "{name}.tsv, {fault}").unwrap();
        }
        let canonical = canonical(&text);
        if text == canonical {
            continue;
        }
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(path(name), &canonical).unwrap();
        } else {
            writeln!(
                faults,
                "{name}.tsv is not in order: run `UPDATE=1 cargo test --test lexicon`"
            )
            .unwrap();
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn a_line_that_is_out_of_form_is_found() {
    let columns = "name abbreviations";
    assert!(form_faults("name\tabbreviations\nBí thư\tBT;PBT\n", columns).is_empty());
    let broken = [
        "name\tabbreviation\n",
        "name\tabbreviations\nBí thư\n",
        "name\tabbreviations\n\tBT\n",
        "name\tabbreviations\nBí  thư\t\n",
        "name\tabbreviations\nBí thư \t\n",
        "name\tabbreviations\nBí thư\tBT; PBT\n",
        "name\tabbreviations\nBí thư\tBT;;PBT\n",
        "name\tabbreviations\nBi\u{301} thư\t\n",
        "name\tabbreviations\nTỉnh uỷ viên\t\n",
    ];
    for text in broken {
        assert_eq!(form_faults(text, columns).len(), 1, "{text}");
    }
    assert_eq!(canonical("name\nb\na\nb\n"), "name\na\nb\n");
}

#[test]
fn no_phrase_names_two_entries_of_a_list() {
    let mut faults = String::new();
    for (file, columns) in FILES {
        // Districts share names between provinces, and symbols of documents are told apart by the word before them.
        if *file == "districts" {
            continue;
        }
        let spellings = columns.split(' ').position(|column| column == "abbreviations");
        for (phrase, names) in claims(&rows(&read(file)), spellings) {
            if names.len() > 1 {
                writeln!(
                    faults,
                    "{file}.tsv: `{phrase}` is claimed by {names:?} (rows below the header); leave it with one"
                )
                .unwrap();
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn a_phrase_with_two_owners_is_found_whatever_its_case_and_tone_marks() {
    let text =
        "name\tabbreviations\nHóa chất\tHC\nHành chính\thc;Hành  chính\nHoá chất\t\nTư pháp\t\nTư pháp\tTP\n";
    let rows = rows(text);
    let shared: Vec<_> = claims(&rows, Some(1))
        .into_iter()
        .filter(|(_, names)| names.len() > 1)
        .collect();
    assert_eq!(shared.len(), 3, "{shared:?}");
}

#[test]
fn closed_columns_hold_only_their_words() {
    for (file, column, choices) in CHOICES {
        for cell in cells(file, column) {
            assert!(
                choices.split('|').any(|choice| choice == cell),
                "{file}.tsv: `{cell}` is no {column}; write one of {choices}"
            );
        }
    }
    let heads: BTreeSet<String> = cells("events", "name")
        .into_iter()
        .map(|head| folded(&head))
        .collect();
    for kind in cells("events", "type") {
        assert!(
            heads.contains(&folded(&kind)),
            "events.tsv: the type `{kind}` is no head of an event"
        );
    }
}

#[test]
fn what_came_to_an_end_has_a_real_date_and_a_successor_that_exists() {
    for file in ["bodies", "places"] {
        let names: BTreeSet<String> = cells(file, "name").into_iter().collect();
        let until = cells(file, "until");
        for (line, successors) in cells(file, "successor").iter().enumerate() {
            assert!(
                until[line].is_empty() || is_date(&until[line]),
                "{file}.tsv: `{}` is no date",
                until[line]
            );
            assert!(
                successors.is_empty() || !until[line].is_empty(),
                "{file}.tsv: `{successors}` follows, but from when?"
            );
            for successor in successors.split(';').filter(|name| !name.is_empty()) {
                assert!(
                    names.contains(successor),
                    "{file}.tsv: the successor `{successor}` is not in the file"
                );
            }
        }
    }
}

#[test]
fn days_that_no_calendar_has_are_no_dates() {
    for date in ["2025", "2025-02", "2025-02-28", "2024-02-29"] {
        assert!(is_date(date), "{date}");
    }
    for date in [
        "",
        "25-02-01",
        "2025-13",
        "2025-02-29",
        "2025-2-1",
        "1/7/2025",
        "2025-02-01-",
        "20a5",
    ] {
        assert!(!is_date(date), "{date}");
    }
}

#[test]
fn every_parent_is_a_body_and_no_body_stands_above_itself() {
    let names = cells("bodies", "name");
    let parents: BTreeMap<String, String> = names.into_iter().zip(cells("bodies", "parent")).collect();
    for name in parents.keys() {
        let mut above = name;
        for _ in 0..=parents.len() {
            let Some(parent) = parents.get(above) else {
                panic!("bodies.tsv: `{above}`, above `{name}`, is not in the file");
            };
            if parent.is_empty() {
                above = parent;
                break;
            }
            above = parent;
        }
        assert!(above.is_empty(), "bodies.tsv: `{name}` stands above itself");
    }
}

#[test]
fn districts_lie_in_places_and_issuers_are_bodies() {
    let places: BTreeSet<String> = cells("places", "name").into_iter().collect();
    for province in cells("districts", "province") {
        assert!(
            places.contains(&province),
            "districts.tsv: `{province}` is not in places.tsv"
        );
    }
    let mut bodies: BTreeSet<String> = cells("bodies", "name").into_iter().collect();
    bodies.extend(cells("heads", "name"));
    for body in cells("issuers", "bodies").iter().flat_map(|cell| cell.split(';')) {
        let known = bodies.contains(body) || ISSUING_POSTS.contains(&body);
        assert!(
            known,
            "issuers.tsv: `{body}` is in neither bodies.tsv nor heads.tsv"
        );
    }
}

#[test]
fn thirty_four_provinces_and_cities_are_left() {
    let standing = cells("places", "until")
        .iter()
        .filter(|until| until.is_empty())
        .count();
    assert_eq!(standing, 34);
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon")
}

fn path(name: &str) -> PathBuf {
    folder().join(name).with_extension("tsv")
}

fn read(name: &str) -> String {
    std::fs::read_to_string(path(name)).unwrap_or_else(|error| panic!("{name}.tsv: {error}"))
}

/// The rows below the header.
fn rows(text: &str) -> Vec<Vec<&str>> {
    text.lines()
        .skip(1)
        .map(|line| line.split('\t').collect())
        .collect()
}

/// The cells of one column.
fn cells(file: &str, column: &str) -> Vec<String> {
    let (_, columns) = FILES.iter().find(|(name, _)| *name == file).unwrap();
    let index = columns.split(' ').position(|name| name == column).unwrap();
    rows(&read(file))
        .iter()
        .map(|row| row[index].to_owned())
        .collect()
}

/// The header, then the lines in the order of their code points, each once.
fn canonical(text: &str) -> String {
    let mut lines = text.lines();
    let header = lines.next().unwrap_or_default();
    let sorted: BTreeSet<&str> = lines.filter(|line| !line.trim().is_empty()).collect();
    let mut written = format!("{header}\n");
    for line in sorted {
        written.push_str(line);
        written.push('\n');
    }
    written
}

/// What no rewriting can mend.
fn form_faults(text: &str, columns: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let header = columns.replace(' ', "\t");
    if text.lines().next() != Some(&header) {
        faults.push(format!("line 1 must be `{header}`"));
    }
    for (index, line) in text.lines().enumerate().skip(1) {
        let row: Vec<&str> = line.split('\t').collect();
        let fault = if row.len() != columns.split(' ').count() {
            Some("has not one cell for each column")
        } else if row[0].is_empty() {
            Some("has no name")
        } else if !is_nfc(line) {
            Some("is not in NFC")
        } else if row.iter().any(|cell| has_stray_space(cell)) {
            Some("has a space too many, or an empty part of a list")
        } else if old_tone(row[0]) {
            Some("has a tone mark in the old place (`uỷ`); write it the new way (`ủy`)")
        } else {
            None
        };
        faults.extend(fault.map(|fault| format!("line {} {fault}: `{line}`", index + 1)));
    }
    faults
}

fn has_stray_space(cell: &str) -> bool {
    let odd = |letter: char| letter != ' ' && (letter.is_whitespace() || letter.is_control());
    let loose =
        |part: &str| part.is_empty() || part.trim() != part || part.contains("  ") || part.contains(odd);
    !cell.is_empty() && cell.split(';').any(loose)
}

/// Whether a tone mark stands where words are not compared with it (`hoà`, `uỷ`; not `quý`).
fn old_tone(name: &str) -> bool {
    let lower = name.to_lowercase();
    let mut syllables = lower.split(|letter: char| !letter.is_alphabetic());
    syllables.any(|syllable| folded(syllable) != syllable)
}

/// Each phrase as it is compared -> the rows that claim it, and their names.
fn claims<'t>(rows: &[Vec<&'t str>], spellings: Option<usize>) -> BTreeMap<String, BTreeMap<usize, &'t str>> {
    let mut owners: BTreeMap<String, BTreeMap<usize, &str>> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        let lists = spellings.map_or("", |column| row[column]);
        for phrase in std::iter::once(row[0])
            .chain(lists.split(';'))
            .filter(|phrase| !phrase.is_empty())
        {
            owners.entry(compared(phrase)).or_default().insert(index, row[0]);
        }
    }
    owners
}

/// A phrase as the loader compares it: folded, with no regard to the spaces about marks.
fn compared(phrase: &str) -> String {
    let mut spaced = String::new();
    for letter in phrase.chars() {
        if letter.is_alphanumeric() || letter == ' ' || letter == '\'' {
            spaced.push(letter);
        } else {
            spaced.extend([' ', letter, ' ']);
        }
    }
    folded(&spaced)
}

/// `2025`, `2025-07` or `2025-07-01`, of the calendar.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let wide = [4, 2, 2];
    let number = |(index, part): (usize, &&str)| {
        let fits = part.len() == *wide.get(index)? && part.bytes().all(|digit| digit.is_ascii_digit());
        fits.then(|| part.parse::<u32>().ok()).flatten()
    };
    let Some(numbers) = parts.iter().enumerate().map(number).collect::<Option<Vec<u32>>>() else {
        return false;
    };
    let year = numbers[0];
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let longest = match numbers.get(1) {
        None => return true,
        Some(2) => 28 + u32::from(leap),
        Some(4 | 6 | 9 | 11) => 30,
        Some(1..=12) => 31,
        Some(_) => return false,
    };
    numbers.get(2).is_none_or(|day| (1..=longest).contains(day))
}
