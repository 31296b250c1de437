//! Tokens -> sentences, each inside one paragraph.

use crate::clean::token::{Gap, Shape, Token};
use crate::lexicon::{Class, Lexicon, Word};

/// Tokens `from..to`, which end in a full stop or with their paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub from: usize,
    pub to: usize,
    /// Ordinal of the paragraph in the page.
    pub paragraph: u32,
}

/// Rules look through whole sentences, and a file without a full stop must not be one: a sentence is cut at a comma or
/// semicolon after this many tokens, and anywhere after twice as many.
const LONG: usize = 1_000;

/// Splits `tokens` of the text `nfc` into sentences.
pub fn sentences(nfc: &str, tokens: &[Token], lexicon: &Lexicon) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut from = 0;
    let mut paragraph = 0;
    for at in 1..=tokens.len() {
        let last = at == tokens.len();
        let breaks = !last && tokens[at].gap == Gap::Paragraph;
        let long = is_long(at - from, tokens[at - 1].word);
        if last || breaks || long || (ends(nfc, tokens, lexicon, at - 1) && !closes(tokens[at].word)) {
            if at > from {
                found.push(Sentence {
                    from,
                    to: at,
                    paragraph,
                });
            }
            from = at;
            paragraph += u32::from(breaks);
        }
    }
    found
}

fn is_long(length: usize, end: Word) -> bool {
    length >= 2 * LONG || (length >= LONG && matches!(end, Word::COMMA | Word::SEMICOLON))
}

/// A mark that belongs to the sentence before it.
fn closes(word: Word) -> bool {
    matches!(
        word,
        Word::CLOSE | Word::DOT | Word::ELLIPSIS | Word::EXCLAMATION | Word::QUESTION
    )
}

/// Whether the token at `at` ends a sentence.
fn ends(nfc: &str, tokens: &[Token], lexicon: &Lexicon, at: usize) -> bool {
    let token = tokens[at];
    if !matches!(
        token.word,
        Word::DOT | Word::ELLIPSIS | Word::EXCLAMATION | Word::QUESTION
    ) {
        return false;
    }
    let Some(next) = tokens.get(at + 1) else {
        return true;
    };
    // `28.6`, `T.Ư`, `haiphong.gov.vn`; but a full stop glued to a capital is one all the same: `năm.Đồng chí`
    if next.gap == Gap::None {
        return token.word == Word::DOT && next.shape == Shape::Capital && after_word(nfc, tokens, at);
    }
    if token.word != Word::DOT {
        return !matches!(next.shape, Shape::Lower | Shape::Mark);
    }
    !(is_abbreviation(nfc, tokens, lexicon, at) || next.shape == Shape::Lower)
}

fn after_word(nfc: &str, tokens: &[Token], dot: usize) -> bool {
    dot > 0 && tokens[dot - 1].shape == Shape::Lower && length(nfc, tokens[dot - 1]) > 2
}

/// `TP. Hồ Chí Minh`, `ThS. Lê Văn A`, `Q. 1`, `Nguyễn V. A`: a stop after an abbreviation ends nothing.
fn is_abbreviation(nfc: &str, tokens: &[Token], lexicon: &Lexicon, dot: usize) -> bool {
    let Some(before) = dot.checked_sub(1).map(|index| tokens[index]) else {
        return false;
    };
    if tokens[dot].gap != Gap::None {
        return false;
    }
    let short = length(nfc, before) <= 2 && before.shape.is_capital();
    // A degree in one token is its abbreviation.
    let degree = before.shape.is_capital() && lexicon.find(Class::Degree, tokens, dot - 1, dot).is_some();
    // A number ends a sentence, unless it numbers a list: `1. Sở Tư pháp`.
    let label = before.shape == Shape::Number && (dot < 2 || before.gap == Gap::Paragraph);
    short || degree || label
}

fn length(nfc: &str, token: Token) -> usize {
    nfc[token.start as usize..token.end as usize].chars().count()
}

#[cfg(test)]
mod tests {
    use super::sentences;
    use crate::clean::line::lines;
    use crate::clean::token::tokens;
    use crate::lexicon::Lexicon;

    fn split(text: &str) -> Vec<&str> {
        let lines = lines(text);
        let tokens = tokens(text, &lines, Lexicon::embedded());
        sentences(text, &tokens, Lexicon::embedded())
            .iter()
            .map(|found| &text[tokens[found.from].start as usize..tokens[found.to - 1].end as usize])
            .collect()
    }

    #[test]
    fn a_full_stop_before_a_capital_ends_a_sentence() {
        assert_eq!(split("Ông nói. Bà nghe."), ["Ông nói.", "Bà nghe."]);
    }

    #[test]
    fn an_abbreviation_ends_nothing() {
        assert_eq!(
            split("Tại TP. Huế, ThS. Lê Văn A dự."),
            ["Tại TP. Huế, ThS. Lê Văn A dự."]
        );
    }

    #[test]
    fn a_paragraph_ends_its_sentence() {
        assert_eq!(split("Nơi nhận:\n\n- Sở Y tế"), ["Nơi nhận:", "- Sở Y tế"]);
    }
}
