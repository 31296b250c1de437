//! Bytes of a text or Markdown file -> its text as stored, or what is wrong with it.

use super::refusal::Fault;

/// Takes the bytes as UTF-8 without changing any of them.
pub(super) fn read(bytes: Vec<u8>) -> Result<String, Fault> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(Fault::Utf16);
    }
    if let Some(byte) = bytes.iter().position(|&byte| byte == 0) {
        return Err(Fault::Binary { byte });
    }
    let text = String::from_utf8(bytes).map_err(|error| Fault::NotUtf8 {
        byte: error.utf8_error().valid_up_to(),
    })?;
    if text.trim_start_matches('\u{FEFF}').trim().is_empty() {
        return Err(Fault::Empty);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason(bytes: &[u8]) -> String {
        read(bytes.to_vec()).unwrap_err().to_string()
    }

    #[test]
    fn text_is_kept_as_stored_with_its_mark_and_line_ends() {
        let stored = "\u{FEFF}Th\u{e0}nh uỷ\r\nho\u{300}a\n";
        assert_eq!(read(stored.as_bytes().to_vec()).unwrap(), stored);
    }

    #[test]
    fn nothing_but_white_space_is_empty() {
        assert_eq!(reason(b""), "empty");
        assert_eq!(reason("\u{FEFF} \r\n\u{a0}".as_bytes()), "empty");
    }

    #[test]
    fn a_wrong_byte_is_refused_with_its_place() {
        assert!(reason(b"H\xC3\xA0 N\xF4i").starts_with("not UTF-8 at byte 5"));
    }

    #[test]
    fn a_cut_letter_at_the_end_is_refused_with_its_place() {
        assert!(reason(b"H\xC3").starts_with("not UTF-8 at byte 1"));
    }

    #[test]
    fn a_zero_byte_and_two_byte_text_are_told_apart() {
        assert_eq!(
            reason(b"PK\x03\x04\x00"),
            "binary, not text (zero byte at byte 4)"
        );
        assert!(reason(b"\xFF\xFEH\x00").starts_with("UTF-16"));
    }
}
