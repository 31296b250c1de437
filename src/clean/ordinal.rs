//! Ordinals in words -> in digits: `lần thứ tư` is `lần thứ 4`, `thứ mười bốn` is `thứ 14`.

use super::letters::folded;

/// From one to nine; `nhất` and `tư` stand for `một` and `bốn` in an ordinal, `mốt` and `lăm` behind tens.
const UNITS: [(&str, u8); 13] = [
    ("nhất", 1),
    ("một", 1),
    ("mốt", 1),
    ("hai", 2),
    ("ba", 3),
    ("tư", 4),
    ("bốn", 4),
    ("năm", 5),
    ("lăm", 5),
    ("sáu", 6),
    ("bảy", 7),
    ("tám", 8),
    ("chín", 9),
];

/// The number that up to three words stand for, and how many of them it takes: `mười bốn` 14 and 2, `hai mươi mốt` 21 and 3.
pub fn ordinal<'w>(words: impl IntoIterator<Item = &'w str>) -> Option<(u8, usize)> {
    let words: Vec<String> = words.into_iter().take(3).map(folded).collect();
    let at = |index: usize| words.get(index).map_or("", String::as_str);
    let (tens, taken) = match (at(0), at(1)) {
        ("mười", _) => (10, 1),
        (unit, "mươi") => (10 * digit(unit)?, 2),
        (unit, _) => return digit(unit).map(|digit| (digit, 1)),
    };
    // `lần thứ mười năm 2025`: behind tens `năm` is a year, and five is `lăm`.
    let unit = digit(at(taken)).filter(|_| !matches!(at(taken), "năm" | "nhất"));
    Some(unit.map_or((tens, taken), |unit| (tens + unit, taken + 1)))
}

fn digit(word: &str) -> Option<u8> {
    let found = UNITS.iter().find(|(spelling, _)| *spelling == word);
    found.map(|(_, digit)| *digit)
}

#[cfg(test)]
mod tests {
    use super::ordinal;

    fn read(text: &str) -> Option<(u8, usize)> {
        ordinal(text.split(' '))
    }

    #[test]
    fn words_are_read_in_any_case_and_with_their_tones() {
        assert_eq!(read("Nhất"), Some((1, 1)));
        assert_eq!(read("TƯ"), Some((4, 1)));
        assert_eq!(read("TU"), None);
    }

    #[test]
    fn tens_take_the_units_behind_them() {
        assert_eq!(read("mười của"), Some((10, 1)));
        assert_eq!(read("mười bốn"), Some((14, 2)));
        assert_eq!(read("mười lăm"), Some((15, 2)));
        assert_eq!(read("mười năm 2025"), Some((10, 1)));
        assert_eq!(read("hai mươi mốt"), Some((21, 3)));
        assert_eq!(read("ba mươi Đảng"), Some((30, 2)));
    }
}
