//! The name of a law, a congress or a plenum -> a key that its short and its full form share, and the year it holds.
//!
//! *Luật Đất đai năm 2024* is *Luật Đất đai* of 2024; *Đại hội XIII của Đảng* is *Đại hội đại biểu toàn quốc lần thứ
//! XIII của Đảng*; *Hội nghị Trung ương 4 khóa XII* is *Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII*.

use crate::clean::ordinal::ordinal;
use crate::resolve::across::key::key;

/// Words that come and go in the names of congresses and plenums.
const LOOSE: [&str; 6] = [
    "đại biểu toàn quốc",
    "toàn quốc",
    "đại biểu",
    "lần thứ",
    "hội nghị",
    "của",
];

/// A name as it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wording {
    /// The key without the year.
    pub key: String,
    pub year: Option<String>,
    pub sort: Sort,
}

/// Whether the words of a name may change their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sort {
    /// A congress or plenum that is told from others by its number.
    Assembly,
    Other,
}

/// Reads a name.
pub(super) fn wording(name: &str) -> Wording {
    let name = key(name);
    let (name, year) = split_year(&name);
    let (key, sort) = match is_assembly(name) {
        true => (assembly(name), Sort::Assembly),
        false => (name.to_owned(), Sort::Other),
    };
    let year = year.map(str::to_owned);
    Wording { key, year, sort }
}

fn split_year(name: &str) -> (&str, Option<&str>) {
    let digits = |year: &str| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    match name.rsplit_once(" năm ") {
        Some((rest, year)) if digits(year) => (rest, Some(year)),
        _ => (name, None),
    }
}

fn is_assembly(name: &str) -> bool {
    let numbered = name.split(' ').any(is_number) || name.contains("lần thứ");
    numbered && (name.contains("đại hội") || name.contains("trung ương"))
}

fn is_number(word: &str) -> bool {
    let all = |letters: &str| word.chars().all(|letter| letters.contains(letter));
    !word.is_empty() && (all("0123456789") || all("ivxl"))
}

/// The words that are left, in the order of the alphabet, because the ordinal stands before or behind.
fn assembly(name: &str) -> String {
    let mut name = format!(" {name} ");
    for full in [
        " ban chấp hành trung ương đảng ",
        " trung ương đảng ",
        " ban chấp hành trung ương ",
    ] {
        name = name.replace(full, " trung ương ");
    }
    name = format!(" {} ", in_digits(&name));
    for loose in LOOSE {
        name = name.replace(&format!(" {loose} "), " ");
    }
    let mut words: Vec<&str> = name.split_whitespace().collect();
    words.sort_unstable();
    words.join(" ")
}

/// `lần thứ mười bốn` -> `lần thứ 14`
fn in_digits(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let mut written = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let counted = at > 0 && words[at - 1] == "thứ";
        match ordinal(words[at..].iter().copied()).filter(|_| counted) {
            Some((number, taken)) => {
                written.push(number.to_string());
                at += taken;
            }
            None => {
                written.push(words[at].to_owned());
                at += 1;
            }
        }
    }
    written.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(left: &str, right: &str) -> bool {
        wording(left) == wording(right)
    }

    #[test]
    fn short_and_full_names_of_one_assembly_have_one_key() {
        assert!(same(
            "Đại hội XIII của Đảng",
            "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"
        ));
        assert!(same(
            "Đại hội XVI Đảng bộ thành phố",
            "Đại hội Đảng bộ thành phố lần thứ XVI"
        ));
        let full = "Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khoá XII";
        assert!(same("Hội nghị Trung ương 4 khóa XII", full));
        let full = "Nghị quyết Hội nghị Trung ương 4 khóa XII";
        assert!(same("Nghị quyết Trung ương 4 khóa XII", full));
        let full = "Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII";
        assert!(same("Nghị quyết Đại hội XIII của Đảng", full));
    }

    #[test]
    fn another_number_term_or_place_is_another_assembly() {
        assert!(!same("Đại hội XIII của Đảng", "Đại hội XII của Đảng"));
        assert!(!same(
            "Hội nghị Trung ương 4 khóa XII",
            "Hội nghị Trung ương 4 khóa XIII"
        ));
        assert!(!same(
            "Hội nghị Trung ương 4 khóa XII",
            "Hội nghị Trung ương 12 khóa IV"
        ));
        assert!(!same(
            "Đại hội XVI Đảng bộ Hải Phòng",
            "Đại hội XVI Đảng bộ Cần Thơ"
        ));
        assert!(!same("Hội nghị tổng kết năm 2021", "Hội nghị tổng kết năm 2022"));
    }

    #[test]
    fn the_year_of_a_law_is_taken_off_its_name() {
        let law = wording("Luật Đất đai năm 2024");
        assert_eq!(
            (law.key.as_str(), law.year.as_deref()),
            ("luật đất đai", Some("2024"))
        );
        assert_eq!(wording("Luật Đất đai").year, None);
    }
}
