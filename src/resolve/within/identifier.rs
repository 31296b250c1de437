//! What a thing is -> its identifier: readable, tone-exact, a valid XML NMTOKEN, the same in every corpus.

use crate::clean::letters::folded;
use crate::resolve::record::Kind;

/// Characters of an identifier, at most; a longer one ends in a hash of the whole.
const LONGEST: usize = 120;

/// The identifier of a thing of `kind` that `parts` tell from every other.
pub fn identifier(kind: Kind, parts: &[&str]) -> String {
    let mut name = String::from(kind.name());
    name.push(':');
    let mut first = true;
    for part in parts.iter().filter(|part| !part.is_empty()) {
        if !first {
            name.push('.');
        }
        first = false;
        push_words(&mut name, part);
    }
    shorten(name)
}

/// The letters and digits of a part in lower case, with `-` between its words.
fn push_words(name: &mut String, part: &str) {
    let mut pending = false;
    let mut begun = false;
    for letter in folded(part).chars() {
        if letter.is_alphanumeric() && is_name_character(letter) {
            if pending && begun {
                name.push('-');
            }
            pending = false;
            begun = true;
            name.push(letter);
        } else {
            pending = true;
        }
    }
}

/// Letters and digits that XML 1.0 lets stand in an NMTOKEN.
fn is_name_character(letter: char) -> bool {
    letter.is_ascii_alphanumeric()
        || matches!(letter as u32, 0xC0..=0xD6 | 0xD8..=0xF6 | 0xF8..=0x2FF | 0x370..=0x37D | 0x37F..=0x1FFF
            | 0x2C00..=0x2FEF | 0x3001..=0xD7FF | 0xF900..=0xFDCF | 0xFDF0..=0xFFFD)
}

fn shorten(name: String) -> String {
    if name.chars().count() <= LONGEST {
        return name;
    }
    // FNV-1a, since the hash must be the same on every machine and in every year.
    let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    let kept: String = name.chars().take(LONGEST - 17).collect();
    format!("{}-{hash:016x}", kept.trim_end_matches('-'))
}

#[cfg(test)]
mod tests {
    use super::identifier;
    use crate::resolve::record::Kind;

    #[test]
    fn identifiers_keep_tones_and_lose_marks() {
        assert_eq!(
            identifier(Kind::Directive, &["Chỉ thị", "24-CT/TU", "Hà Nội"]),
            "directive:chỉ-thị.24-ct-tu.hà-nội"
        );
        assert_ne!(
            identifier(Kind::Official, &["Hưng"]),
            identifier(Kind::Official, &["Hùng"])
        );
    }

    #[test]
    fn long_identifiers_stay_apart() {
        let long = "hội nghị ".repeat(40);
        let one = identifier(Kind::Event, &[&long, "a"]);
        assert_ne!(one, identifier(Kind::Event, &[&long, "b"]));
        assert!(one.chars().count() <= 120);
    }
}
