//! A word as written -> the form it is compared in: one case, one placement of tone marks, old letters mended.

use std::sync::LazyLock;

/// First code point past the letters of written Vietnamese (Latin Extended Additional ends at U+1EFF).
const LETTERS_END: usize = 0x1F00;

/// Lower case of every letter below [`LETTERS_END`]; a table because every letter of every page passes here.
static LOWER: LazyLock<Box<[char]>> = LazyLock::new(|| {
    (0..LETTERS_END as u32)
        .map(|code| match char::from_u32(code) {
            // U+00D0 and U+0110 look alike, and pages use the first (`NÐ-CP`) for the second.
            Some('\u{00D0}' | '\u{00F0}') => 'đ',
            Some(letter) => {
                let mut lower = letter.to_lowercase();
                match (lower.next(), lower.next()) {
                    (Some(single), None) => single,
                    _ => letter,
                }
            }
            None => char::REPLACEMENT_CHARACTER,
        })
        .collect()
});

/// Lower case of a letter.
pub fn lower(letter: char) -> char {
    LOWER.get(letter as usize).copied().unwrap_or(letter)
}

/// The case of every letter below [`LETTERS_END`]; a table for the same reason.
static CASE: LazyLock<Box<[Case]>> = LazyLock::new(|| ('\0'..).take(LETTERS_END).map(Case::of).collect());

/// How a character is written, as Unicode has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    Upper,
    Lower,
    /// A letter of neither case.
    Letter,
    /// No letter.
    None,
}

impl Case {
    fn of(letter: char) -> Case {
        if letter.is_uppercase() {
            Case::Upper
        } else if letter.is_lowercase() {
            Case::Lower
        } else if letter.is_alphabetic() {
            Case::Letter
        } else {
            Case::None
        }
    }
}

/// How a character is written.
pub fn case(letter: char) -> Case {
    CASE.get(letter as usize)
        .copied()
        .unwrap_or_else(|| Case::of(letter))
}

/// Writes `word` into `folded` as it is compared: lower case, `hoà` as `hòa`, `uỷ` as `ủy`.
pub fn fold(word: &str, folded: &mut String) {
    folded.clear();
    folded.extend(word.chars().map(lower));
    place_tone(folded);
}

/// Whether the compared form of a single word is `form`; most words are told apart without writing theirs.
pub fn folds_to(word: &str, form: &str) -> bool {
    if word.len() != form.len() {
        return false;
    }
    let mut left = word.chars();
    let mut right = form.chars();
    loop {
        let rest = left.as_str();
        match (left.next(), right.next()) {
            (None, None) => return true,
            (Some(letter), Some(wanted)) if lower(letter) == wanted => {}
            // A tone mark moves between the last two letters only.
            _ => return rest.chars().count() == 2 && folded(word) == form,
        }
    }
}

/// The compared form of a phrase, word for word.
pub fn folded(phrase: &str) -> String {
    let mut whole = String::with_capacity(phrase.len());
    let mut one = String::new();
    for (index, word) in phrase.split_whitespace().enumerate() {
        if index > 0 {
            whole.push(' ');
        }
        fold(word, &mut one);
        whole.push_str(&one);
    }
    whole
}

/// Final vowel pairs in the two placements of the tone mark, the one we keep on the right.
const PLACEMENTS: [(&str, &str); 15] = [
    ("oà", "òa"),
    ("oá", "óa"),
    ("oả", "ỏa"),
    ("oã", "õa"),
    ("oạ", "ọa"),
    ("oè", "òe"),
    ("oé", "óe"),
    ("oẻ", "ỏe"),
    ("oẽ", "õe"),
    ("oẹ", "ọe"),
    ("uỳ", "ùy"),
    ("uý", "úy"),
    ("uỷ", "ủy"),
    ("uỹ", "ũy"),
    ("uỵ", "ụy"),
];

/// Moves the tone mark of an open syllable to the first vowel. After `q` the `u` belongs to the consonant (`quý`).
fn place_tone(word: &mut String) {
    if word.is_ascii() || !word.ends_with(|last: char| !last.is_ascii()) {
        return;
    }
    for (modern, classic) in PLACEMENTS {
        if let Some(stem) = word.strip_suffix(modern) {
            if !stem.ends_with('q') {
                let keep = stem.len();
                word.truncate(keep);
                word.push_str(classic);
            }
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Case, case, folded, folds_to};

    #[test]
    fn the_table_says_what_unicode_says() {
        for letter in '\0'..'\u{2fff}' {
            let found = case(letter);
            assert_eq!(found == Case::Upper, letter.is_uppercase());
            assert_eq!(found == Case::Lower, letter.is_lowercase());
            assert_eq!(found != Case::None, letter.is_alphabetic(), "{letter:?}");
        }
    }

    #[test]
    fn both_placements_of_the_tone_mark_are_one_word() {
        assert_eq!(folded("Hoà UỶ Thuý"), "hòa ủy thúy");
    }

    #[test]
    fn a_mark_after_q_stays_where_it_is() {
        assert_eq!(folded("Quý Quỳ"), "quý quỳ");
    }

    #[test]
    fn a_word_is_compared_as_it_is_folded() {
        let words = [
            "Hoà", "hòa", "UỶ", "Ủy", "Quý", "quỳ", "Tổng", "tông", "Ðảng", "", "ủy ban", "Thuỷ",
        ];
        for word in words {
            for other in words {
                let form = folded(other);
                assert_eq!(folds_to(word, &form), folded(word) == form, "{word} {form}");
            }
        }
    }

    #[test]
    fn tones_stay_apart() {
        assert_ne!(folded("Hưng"), folded("Hùng"));
        assert_ne!(folded("TU"), folded("TƯ"));
    }

    #[test]
    fn an_eth_is_read_as_the_letter_it_imitates() {
        assert_eq!(folded("N\u{00D0}"), "nđ");
    }
}
