//! Words or a path -> a piece of an id: a valid XML NMTOKEN, in which different paths stay different.

/// Words in lower case with hyphens between them, for example `thành-ủy-hà-nội`.
pub fn words(text: &str) -> String {
    let lower = text.to_lowercase();
    let parts = lower.split(|letter: char| !is_name_letter(letter) || letter == '-');
    parts
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

/// A path with `:` between folders. A letter that an id cannot hold becomes `_` and its hexadecimal number and `_`.
pub fn path(text: &str) -> String {
    let mut id = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '/' => id.push(':'),
            '_' | ':' => id.push_str(&format!("_{:x}_", u32::from(letter))),
            _ if is_name_letter(letter) => id.push(letter),
            _ => id.push_str(&format!("_{:x}_", u32::from(letter))),
        }
    }
    id
}

/// True for the letters that a NMTOKEN can hold in every edition of XML 1.0 and that Vietnamese can need. The fifth
/// edition allows nearly all letters, but the validators that people run know the fourth.
pub fn is_name_letter(letter: char) -> bool {
    matches!(letter,
        'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '.' | '_' | ':'
        | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{131}' | '\u{14a}'..='\u{17e}'
        | '\u{180}'..='\u{1c3}' | '\u{1ea0}'..='\u{1ef9}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_tones() {
        assert_eq!(words("Thành ủy Hà Nội"), "thành-ủy-hà-nội");
        assert_eq!(words("  05-CT/TW (XII) "), "05-ct-tw-xii");
    }

    #[test]
    fn every_letter_of_vietnamese_can_stand_in_an_id() {
        let letters =
            "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ";
        assert!(letters.chars().all(is_name_letter));
        assert!(letters.to_uppercase().chars().all(is_name_letter));
    }

    #[test]
    fn different_paths_stay_different() {
        assert_eq!(path("tin/a b.txt"), "tin:a_20_b.txt");
        assert_ne!(path("a/b"), path("a:b"));
        assert_ne!(path("a b"), path("a_20_b"));
    }
}
