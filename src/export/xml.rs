//! Words -> XML 1.0: escaped text, names and tokens without the characters that XML forbids.

use std::fmt::Write;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::resolve::across::slug;

/// Appends text in NFC. Characters that XML forbids are left out.
pub(super) fn text(out: &mut String, words: &str) {
    if is_common(words) || is_nfc_quick(words.chars()) == IsNormalized::Yes {
        escape(out, words);
    } else {
        escape(out, &words.nfc().collect::<String>());
    }
}

/// True for text of composed Latin letters and plain punctuation, which is in NFC as it stands: nearly all text.
fn is_common(words: &str) -> bool {
    let mut bytes = words.bytes();
    while let Some(byte) = bytes.next() {
        let common = match byte {
            // Up to U+02FF: one byte, or two.
            0..=0x7f => true,
            0xc2..=0xcb => bytes.next().is_some(),
            // U+1E80 to U+1EFF, where Vietnamese has its vowels.
            0xe1 => matches!(bytes.next(), Some(0xba | 0xbb)) && bytes.next().is_some(),
            // Dashes, quotation marks and the ellipsis, from U+2002 on.
            0xe2 => bytes.next() == Some(0x80) && bytes.next().is_some_and(|last| last > 0x81),
            _ => false,
        };
        if !common {
            return false;
        }
    }
    true
}

/// Appends the value of an attribute in NFC. Line feeds and tabs are written as numbers, or they would become spaces.
pub(super) fn attribute(out: &mut String, words: &str) {
    let start = out.len();
    text(out, words);
    if out[start..].contains(['\n', '\t']) {
        let value = out[start..].replace('\n', "&#10;").replace('\t', "&#9;");
        out.truncate(start);
        out.push_str(&value);
    }
}

fn escape(out: &mut String, words: &str) {
    let mut rest = words;
    while let Some(index) = rest
        .bytes()
        .position(|byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | 0..=31 | 0xef))
    {
        out.push_str(&rest[..index]);
        rest = &rest[index..];
        let Some(letter) = rest.chars().next() else {
            return;
        };
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // A parser turns these into spaces or line feeds unless they are written as numbers.
            '\r' => out.push_str("&#13;"),
            '\n' | '\t' => out.push(letter),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(letter),
        }
        rest = &rest[letter.len_utf8()..];
    }
    out.push_str(rest);
}

/// True for a NMTOKEN, which can stand as an id. All of its letters are composed.
pub(super) fn is_token(id: &str) -> bool {
    !id.is_empty() && id.chars().all(slug::is_name_letter)
}

/// Appends an id as a NMTOKEN. Letters that cannot stand in one become `_`, their hexadecimal number and `_`.
pub(super) fn token(out: &mut String, id: &str) {
    if is_token(id) {
        out.push_str(id);
        return;
    }
    out.push_str("_:");
    for letter in id.chars() {
        match slug::is_name_letter(letter) && letter != '_' {
            true => out.push(letter),
            // A string takes all that is written to it.
            false => drop(write!(out, "_{:x}_", u32::from(letter))),
        }
    }
}

/// A name of an attribute as a NMTOKEN.
pub(super) fn name(words: &str) -> String {
    let letters = words
        .nfc()
        .map(|letter| if slug::is_name_letter(letter) { letter } else { '_' });
    let name: String = letters.collect();
    if name.is_empty() {
        "unnamed".to_owned()
    } else {
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(by: fn(&mut String, &str), words: &str) -> String {
        let mut out = String::new();
        by(&mut out, words);
        out
    }

    #[test]
    fn text_is_escaped_and_cleaned() {
        assert_eq!(
            written(text, "a<b>&\"]]>\u{b}\u{fffe}ﬀ\r\n"),
            "a&lt;b&gt;&amp;&quot;]]&gt;ﬀ&#13;\n"
        );
        assert_eq!(written(text, "Hu\u{300}ng"), "Hùng");
    }

    #[test]
    fn text_that_is_common_is_in_nfc() {
        for letter in ('\0'..='\u{2fff}').filter(|letter| is_common(&letter.to_string())) {
            assert_eq!(letter.to_string(), letter.nfc().collect::<String>());
        }
        assert!(is_common("Hội nghị “tổng kết” – 28/12…"));
        assert!(!is_common("Ho\u{300}a"));
    }

    #[test]
    fn an_id_that_is_a_token_stays_and_others_stay_different() {
        assert_eq!(written(token, "official:lê-hải-bình"), "official:lê-hải-bình");
        assert_eq!(written(token, "a b"), "_:a_20_b");
        assert_ne!(written(token, "a b"), written(token, "a_20_b"));
        assert_ne!(written(token, "é "), written(token, "e\u{301} "));
        assert!(is_token(&written(token, "\u{1f600} \u{0}")));
    }
}
