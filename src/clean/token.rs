//! Text in NFC -> tokens: words, numbers and marks, each with its shape and what stands before it.

use crate::clean::letters::{Case, case, fold};
use crate::clean::line::{Join, Line};
use crate::lexicon::{Lexicon, Word};

/// A word, number or mark of the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Token {
    /// First byte in the NFC text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The word of the lexicon it is, or [`Word::UNKNOWN`].
    pub word: Word,
    /// The line it stands on.
    pub line: u32,
    pub shape: Shape,
    pub gap: Gap,
}

/// How a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `thành`
    Lower,
    /// `Thành`, `Y`
    Capital,
    /// `UBND`, `THÀNH`
    Upper,
    /// `TTr`, `iMarket`, `QH15`
    Mixed,
    /// `2021`
    Number,
    /// `,`
    Mark,
}

impl Shape {
    /// Whether it begins with a capital letter.
    pub fn is_capital(self) -> bool {
        matches!(self, Shape::Capital | Shape::Upper | Shape::Mixed)
    }

    /// Whether it is a word rather than a number or a mark.
    pub fn is_word(self) -> bool {
        !matches!(self, Shape::Number | Shape::Mark)
    }
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing, or markup only.
    None,
    /// A space.
    Space,
    /// A line break inside a sentence.
    Line,
    /// The end of a paragraph, list item or table cell.
    Paragraph,
}

/// Splits the text of `lines` into tokens. Markup (`*`, `_`, `#`) is no token and only separates.
pub fn tokens(nfc: &str, lines: &[Line], lexicon: &Lexicon) -> Vec<Token> {
    let mut found = Vec::with_capacity(nfc.len() / 5);
    let mut folded = String::new();
    let mut gap = Gap::Paragraph;
    for (number, line) in lines.iter().enumerate() {
        if number > 0 {
            gap = gap.max(match line.join {
                Join::Continues => Gap::Line,
                Join::Begins => Gap::Paragraph,
            });
        }
        let mut at = line.start;
        while let Some(letter) = nfc[at..line.end].chars().next() {
            let length = letter.len_utf8();
            if is_blank(letter) {
                gap = gap.max(Gap::Space);
                at += length;
                continue;
            }
            if matches!(letter, '*' | '_' | '#') {
                at += length;
                continue;
            }
            let end = at + run(&nfc[at..line.end], letter);
            let shape = shape(&nfc[at..end]);
            if letter == '|' {
                gap = Gap::Paragraph;
            }
            let word = match shape {
                // `Bệnh viện 108`, `Vùng 4 Hải quân`: a number that names of the lexicon hold is one of their words.
                Shape::Number => lexicon.word(&nfc[at..end]),
                Shape::Mark => lexicon.word(standard_mark(letter)),
                _ => {
                    fold(&nfc[at..end], &mut folded);
                    lexicon.word(&folded)
                }
            };
            found.push(Token {
                start: at as u32,
                end: end as u32,
                word,
                line: number as u32,
                shape,
                gap,
            });
            gap = if letter == '|' { Gap::Paragraph } else { Gap::None };
            at = end;
        }
    }
    found
}

/// Blank to the eye: spaces of all widths, and characters without width, among them a tone mark with no letter to
/// stand on.
fn is_blank(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || (is_mark(letter) && case(letter) == Case::None)
        || matches!(letter, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}')
}

/// Dashes and quotes in the one form that phrases of the lexicon are written with.
pub fn standard_mark(letter: char) -> &'static str {
    match letter {
        '-' | '‐' | '‑' | '‒' | '–' | '—' | '−' | '\u{F02D}' => "-",
        '"' | '“' | '”' | '„' | '«' | '»' | '″' => "\"",
        '\'' | '‘' | '’' | '′' => "'",
        ',' | '，' => ",",
        '.' => ".",
        ':' | '：' => ":",
        ';' => ";",
        '/' | '⁄' => "/",
        '&' => "&",
        '(' => "(",
        ')' => ")",
        '+' => "+",
        '|' => "|",
        '!' => "!",
        '?' => "?",
        '…' => "…",
        '[' => "[",
        ']' => "]",
        '%' => "%",
        '@' => "@",
        '•' | '·' | '●' | '▪' | '◦' => "•",
        _ => "",
    }
}

/// Bytes of the token that begins `rest` with `first`.
fn run(rest: &str, first: char) -> usize {
    if first.is_ascii_digit() {
        return rest
            .find(|letter: char| !letter.is_ascii_digit())
            .unwrap_or(rest.len());
    }
    if !is_letter(first) {
        return first.len_utf8();
    }
    let mut before = first;
    let mut letters = rest.char_indices().skip(1).peekable();
    while let Some((at, letter)) = letters.next() {
        let inside = is_letter(letter)
            || letter.is_ascii_digit()
            // `L'Humanité`, `H’Mông`
            || (matches!(letter, '\'' | '’') && letters.peek().is_some_and(|(_, next)| is_letter(*next)));
        // A caption glued to the next sentence: `báo cáoPhó Trưởng Ban`.
        let glued = case(before) == Case::Lower && case(letter) == Case::Upper;
        if !inside || glued {
            return at;
        }
        before = letter;
    }
    rest.len()
}

fn is_letter(letter: char) -> bool {
    case(letter) != Case::None || is_mark(letter)
}

/// A mark that is written over or under the letter before it.
fn is_mark(letter: char) -> bool {
    ('\u{0300}'..='\u{036F}').contains(&letter)
}

fn shape(token: &str) -> Shape {
    let mut letters = token.chars();
    let Some(first) = letters.next() else {
        return Shape::Mark;
    };
    if first.is_ascii_digit() {
        return Shape::Number;
    }
    if !is_letter(first) {
        return Shape::Mark;
    }
    let (mut small, mut large, mut digits, mut rest) = (0, 0, 0, 0);
    for letter in letters {
        rest += 1;
        match case(letter) {
            Case::Lower => small += 1,
            Case::Upper => large += 1,
            _ if letter.is_ascii_digit() => digits += 1,
            _ => {}
        }
    }
    match (case(first) == Case::Upper, small, large, digits) {
        (true, _, _, _) if rest == 0 => Shape::Capital,
        (true, 0, 1.., 0) => Shape::Upper,
        (true, _, 0, 0) => Shape::Capital,
        (false, _, 0, 0) => Shape::Lower,
        _ => Shape::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::{Gap, Shape, tokens};
    use crate::clean::line::lines;
    use crate::lexicon::Lexicon;

    fn split(text: &str) -> Vec<(&str, Shape, Gap)> {
        let lines = lines(text);
        tokens(text, &lines, Lexicon::embedded())
            .iter()
            .map(|token| {
                (
                    &text[token.start as usize..token.end as usize],
                    token.shape,
                    token.gap,
                )
            })
            .collect()
    }

    #[test]
    fn a_caption_glued_to_the_next_word_is_two_words() {
        let words: Vec<_> = split("báo cáoPhó").into_iter().map(|(word, ..)| word).collect();
        assert_eq!(words, ["báo", "cáo", "Phó"]);
    }

    #[test]
    fn markup_separates_nothing() {
        assert_eq!(
            split("**DÂN**\nTỈNH"),
            [
                ("DÂN", Shape::Upper, Gap::Paragraph),
                ("TỈNH", Shape::Upper, Gap::Line)
            ]
        );
    }

    #[test]
    fn numbers_of_documents_fall_apart_into_parts() {
        let words: Vec<_> = split("24-CT/TU").into_iter().map(|(word, ..)| word).collect();
        assert_eq!(words, ["24", "-", "CT", "/", "TU"]);
    }

    #[test]
    fn a_table_cell_ends_a_paragraph() {
        assert_eq!(split("a|b")[2].2, Gap::Paragraph);
    }
}
