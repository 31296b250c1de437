//! Items -> the number of the page's own, where the page is itself a directive.

use crate::extract::item::{Item, What};
use crate::extract::reader::Reader;
use crate::lexicon::Word;

/// Tokens from the head of a page within which its own number stands.
const HEAD: usize = 900;

/// The item that is the page's own number: after `Số:` near the head of a page with the parts of an official document.
pub fn own_directive(reader: Reader<'_>, items: &[Item]) -> Option<usize> {
    if !is_official(reader) {
        return None;
    }
    items.iter().position(|item| {
        let What::Directive { name, .. } = &item.what else {
            return false;
        };
        let inside = (item.from..item.to).any(|at| reader.word(at) == Word::COLON);
        name.number.is_some() && item.from < HEAD && (inside || labelled(reader, item.from))
    })
}

/// `Căn cứ …`, `Điều 1`, `Nơi nhận` at the head of a sentence
fn is_official(reader: Reader<'_>) -> bool {
    reader.document.sentences.iter().any(|sentence| {
        let (first, second) = (
            reader.document.written(sentence.from),
            reader.document.written(sentence.from + 1),
        );
        let basis = reader
            .document
            .reads(sentence.from, &[Word::BASIS, Word::BASIS_TOO])
            && reader.capital(sentence.from);
        basis || (first == "Điều" && second == "1") || (first == "Nơi" && second == "nhận")
    })
}

/// Whether `Số`, `Số:` or `Số hiệu: |` stands before `at`.
fn labelled(reader: Reader<'_>, at: usize) -> bool {
    let mut before = at;
    while before > 0
        && matches!(
            reader.word(before - 1),
            Word::COLON | Word::BAR | Word::NUMBER_SIGN
        )
    {
        before -= 1;
    }
    before > 0 && reader.word(before - 1) == Word::NUMBER && reader.capital(before - 1)
}
