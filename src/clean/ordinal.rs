//! Ordinals in words -> in digits: `lần thứ tư` is `lần thứ 4`.

/// After `thứ`, in the form that words are compared in.
pub const ORDINALS: [(&str, &str); 11] = [
    ("nhất", "1"),
    ("hai", "2"),
    ("ba", "3"),
    ("tư", "4"),
    ("bốn", "4"),
    ("năm", "5"),
    ("sáu", "6"),
    ("bảy", "7"),
    ("tám", "8"),
    ("chín", "9"),
    ("mười", "10"),
];

/// The digits of a word.
pub fn digits(word: &str) -> Option<&'static str> {
    let folded = super::letters::folded(word);
    let found = ORDINALS.iter().find(|(spelling, _)| *spelling == folded);
    found.map(|(_, digits)| *digits)
}

#[cfg(test)]
mod tests {
    use super::digits;

    #[test]
    fn words_are_read_in_any_case_and_with_their_tones() {
        assert_eq!(digits("Nhất"), Some("1"));
        assert_eq!(digits("TƯ"), Some("4"));
        assert_eq!(digits("TU"), None);
    }
}
