//! A name -> its key: names that differ only in capitals, spaces or the place of a tone mark have one key.
//!
//! Tones themselves are identity: Hưng and Hùng have different keys.

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::clean::letters::folded;

/// The key under which names are compared.
pub fn key(name: &str) -> String {
    if is_nfc(name) {
        folded(name)
    } else {
        folded(&name.nfc().collect::<String>())
    }
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
