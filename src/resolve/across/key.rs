//! A name -> its key: names that differ only in capitals, spaces or the place of a tone mark have one key.
//!
//! Tones themselves are identity: Hưng and Hùng have different keys.

use unicode_normalization::UnicodeNormalization;

/// Old places of a tone mark and the new ones: `hoà` is `hòa`, `uỷ` is `ủy`, `khoẻ` is `khỏe`.
const TONES: [(&str, &str); 15] = [
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

/// The key under which names are compared.
pub fn key(name: &str) -> String {
    let lower: String = name.nfc().flat_map(char::to_lowercase).collect();
    let words: Vec<String> = lower.split_whitespace().map(place_tone).collect();
    words.join(" ")
}

/// Moves the mark of an open syllable; `quý` and `hoàn` have only one place for it.
fn place_tone(word: &str) -> String {
    for (old, new) in TONES {
        if let Some(start) = word.strip_suffix(old)
            && !(old.starts_with('u') && start.ends_with('q'))
        {
            return format!("{start}{new}");
        }
    }
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_spaces_and_old_tone_places_do_not_matter() {
        assert_eq!(key("Thành  Uỷ HOÀ Bình"), key("Thành ủy Hòa\u{a0}Bình"));
        assert_eq!(key("Vo\u{303} Va\u{306}n Ba\u{309}o"), key("Võ Văn Bảo"));
    }

    #[test]
    fn tones_matter() {
        assert_ne!(key("Hưng"), key("Hùng"));
        assert_ne!(key("TU"), key("TƯ"));
        assert_eq!(key("Quý"), "quý");
    }
}
