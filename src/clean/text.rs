//! Text as stored -> text in NFC, with the way back to code points of the text as stored.

use unicode_normalization::{UnicodeNormalization, char::canonical_combining_class, is_nfc};

/// Text in NFC that remembers where each of its characters stood.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// The text in NFC.
    pub nfc: String,
    /// For each character of `nfc`, the code point of the stored text it begins at; absent where nothing moved.
    moved: Option<Vec<u32>>,
    /// Number of code points of the text as stored.
    length: u32,
}

impl Text {
    /// Normalises `stored`.
    pub fn new(stored: &str) -> Text {
        let length = stored.chars().count() as u32;
        if is_nfc(stored) {
            return Text {
                nfc: stored.to_owned(),
                moved: None,
                length,
            };
        }
        let mut nfc = String::with_capacity(stored.len());
        let mut origins = Vec::with_capacity(stored.len());
        let mut cluster = String::new();
        let mut start = 0;
        for (position, letter) in stored.chars().enumerate() {
            if canonical_combining_class(letter) == 0 && !cluster.is_empty() && !joins(letter) {
                compose(&mut nfc, &mut origins, &cluster, start);
                cluster.clear();
            }
            if cluster.is_empty() {
                start = position as u32;
            }
            cluster.push(letter);
        }
        compose(&mut nfc, &mut origins, &cluster, start);
        Text {
            nfc,
            moved: Some(origins),
            length,
        }
    }

    /// A reader of ascending byte offsets of `nfc` as code points of the text as stored.
    pub fn positions(&self) -> Positions<'_> {
        Positions {
            text: self,
            byte: 0,
            character: 0,
        }
    }
}

/// Whether a starter can still compose with what stands before it (conjoining Hangul vowels and finals).
fn joins(letter: char) -> bool {
    matches!(letter as u32, 0x1161..=0x11FF | 0x09BE | 0x09D7 | 0x0B3E | 0x0B56..=0x0B57 | 0x0BBE | 0x0BD7
        | 0x0CC2 | 0x0CD5..=0x0CD6 | 0x0D3E | 0x0D57 | 0x0DCF | 0x0DDF | 0x102E | 0x1B35)
}

/// A letter that is composed begins where its cluster does; a mark on what takes none (`1\u{301}`) stays where it stood.
fn compose(nfc: &mut String, origins: &mut Vec<u32>, cluster: &str, start: u32) {
    let stays = is_nfc(cluster);
    for (index, letter) in cluster.nfc().enumerate() {
        nfc.push(letter);
        origins.push(if stays { start + index as u32 } else { start });
    }
}

/// Turns byte offsets into code points of the stored text; offsets are best asked in ascending order.
#[derive(Clone, Debug)]
pub struct Positions<'t> {
    text: &'t Text,
    byte: usize,
    character: usize,
}

impl Positions<'_> {
    /// The code point of the stored text at which the character at `byte` of the NFC text begins.
    pub fn at(&mut self, byte: usize) -> u32 {
        if byte < self.byte {
            self.byte = 0;
            self.character = 0;
        }
        let between = &self.text.nfc.as_bytes()[self.byte..byte];
        // A character is counted by its one byte that is not a continuation.
        self.character += between.iter().filter(|unit| (**unit & 0xC0) != 0x80).count();
        self.byte = byte;
        match &self.text.moved {
            None => self.character as u32,
            Some(origins) => origins.get(self.character).copied().unwrap_or(self.text.length),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn positions_count_code_points_of_the_text_as_stored() {
        let stored = "Ủ\u{0079} ba\u{0301}n Đ";
        let text = Text::new(stored);
        assert_eq!(text.nfc, "Ủy bán Đ");
        let byte = text.nfc.find('Đ').unwrap();
        assert_eq!(text.positions().at(byte), 8);
        assert_eq!(text.positions().at(text.nfc.len()), 9);
    }

    #[test]
    fn a_lone_mark_is_kept() {
        let text = Text::new("\u{0301}a\u{0301}");
        assert_eq!(text.nfc.chars().count(), 2);
        assert_eq!(text.positions().at(text.nfc.len()), 3);
    }

    #[test]
    fn text_in_nfc_is_not_moved() {
        let text = Text::new("Thành ủy");
        assert_eq!(text.positions().at("Thành ".len()), 6);
    }
}
