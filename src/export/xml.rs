//! Words -> XML 1.0: escaped text, names and tokens without the characters that XML forbids.

use std::fmt::Write;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::resolve::across::slug;

/// Appends text in NFC. Characters that XML forbids are left out.
pub(super) fn text(out: &mut String, words: &str) {
    match reading(words) {
        Reading::AsItStands => out.push_str(words),
        Reading::Composed => escape(out, words),
        Reading::Unknown if is_nfc_quick(words.chars()) == IsNormalized::Yes => escape(out, words),
        Reading::Unknown => escape(out, &words.nfc().collect::<String>()),
    }
}

/// What one look at the bytes of a text tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    /// In NFC, and nothing in it to escape: nearly all text.
    AsItStands,
    /// In NFC.
    Composed,
    Unknown,
}

/// Text of composed Latin letters and plain punctuation is in NFC as it stands.
fn reading(words: &str) -> Reading {
    let mut reading = Reading::AsItStands;
    let mut bytes = words.bytes();
    while let Some(byte) = bytes.next() {
        let common = match CLASSES[byte as usize] {
            Class::Plain => true,
            Class::Escaped => {
                reading = Reading::Composed;
                true
            }
            Class::Latin => bytes.next().is_some(),
            // U+1E80 to U+1EFF, where Vietnamese has its vowels.
            Class::Vietnamese => matches!(bytes.next(), Some(0xba | 0xbb)) && bytes.next().is_some(),
            // Dashes, quotation marks and the ellipsis, from U+2002 on.
            Class::Punctuation => bytes.next() == Some(0x80) && bytes.next().is_some_and(|last| last > 0x81),
            Class::Other => false,
        };
        if !common {
            return Reading::Unknown;
        }
    }
    reading
}

/// What the first byte of a letter tells of it.
#[derive(Clone, Copy)]
enum Class {
    Plain,
    Escaped,
    /// Up to U+02FF.
    Latin,
    Vietnamese,
    Punctuation,
    Other,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            letter if is_escaped(letter) => Class::Escaped,
            0x20..=0x7f => Class::Plain,
            0xc2..=0xcb => Class::Latin,
            0xe1 => Class::Vietnamese,
            0xe2 => Class::Punctuation,
            _ => Class::Other,
        };
        byte += 1;
    }
    classes
};

/// Whether a letter that begins with this byte may not stand in XML as it is.
const fn is_escaped(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | b'"' | 0..=31 | 0xef)
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
    while let Some(index) = rest.bytes().position(is_escaped) {
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
        let read = |letter: &char| reading(&letter.to_string());
        for letter in ('\0'..='\u{2fff}').filter(|letter| read(letter) != Reading::Unknown) {
            assert_eq!(letter.to_string(), letter.nfc().collect::<String>());
        }
        assert!(reading("Hội nghị – 28/12…") == Reading::AsItStands);
        assert!(reading("Hội nghị \"tổng kết\"") == Reading::Composed);
        assert!(reading("Ho\u{300}a") == Reading::Unknown);
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
