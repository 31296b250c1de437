//! Items -> the number of the page's own, where the page is itself a directive.

use crate::clean::token::Gap;
use crate::extract::date::Date;
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
    let head = items.iter().position(|item| {
        let What::Directive { name, .. } = &item.what else {
            return false;
        };
        let inside = (item.from..item.to).any(|at| reader.word(at) == Word::COLON);
        name.number.is_some() && item.from < HEAD && (inside || labelled(reader, item.from))
    });
    head.or_else(|| items.iter().position(|item| annexed(reader, item)))
}

/// `(Kèm theo Hướng dẫn số 40-HD/TW …)` in a line of its own at the head of an annex: the page is that directive, where the
/// letterhead with its number is cut off.
fn annexed(reader: Reader<'_>, item: &Item) -> bool {
    let numbered = matches!(&item.what, What::Directive { name, .. } if name.number.is_some());
    let Some(at) = item.from.checked_sub(2).filter(|_| numbered) else {
        return false;
    };
    let led = reader.document.is(at, "kèm") && reader.word(at + 1) == Word::ACCORDING;
    let sentence = reader.document.sentences[reader.document.sentence_of(at)].from;
    led && at - sentence <= 3 && reader.word(sentence) == Word::OPEN
}

/// The line `Hà Nội, ngày 18 tháng 11 năm 2025` near the head of an official document: its first token and its day.
pub fn signed_line(reader: Reader<'_>) -> Option<(usize, Date)> {
    reader.document.sentences.iter().take(60).find_map(|sentence| {
        // `Số: 1659/NQ-UBTVQH15    Hà Nội, ngày 16 tháng 6 năm 2025`: both columns of the letterhead in one line
        let numbered = usize::from(reader.word(sentence.from) == Word::NUMBER) * 10;
        if sentence.to - sentence.from > 14 + numbered {
            return None;
        }
        (sentence.from + 1..sentence.to.min(sentence.from + 8 + numbered)).find_map(|at| {
            // `Ông sinh ngày 2/9/1971.` is no such line.
            let born = reader.document.is(at - 1, "sinh");
            // `CÔNG BÁO/Số 229/Ngày 19-04-2026` is the gazette's.
            let gazette = reader.word(at - 1) == Word::SLASH;
            // `Hoàn thành trước ngày 25/12/2025` is a term, no signature.
            let led = reader.word(at - 1) == Word::COMMA
                || reader.capitals(sentence.from, at - sentence.from) == at;
            let place = reader.capital(sentence.from)
                && reader.word(at) == Word::DAY
                && (led || numbered > 0)
                && !born
                && !gazette;
            let (date, end) = reader.date(at).filter(|_| place)?;
            let whole = date.day.is_some() && date.year.is_some() && end + 1 >= sentence.to;
            whole.then_some((sentence.from, date))
        })
    })
}

/// A line of place and day, the table of a law site, or `Căn cứ …`, `Điều 1`, `Nơi nhận` at the head of a sentence
fn is_official(reader: Reader<'_>) -> bool {
    let parts = reader.document.sentences.iter().any(|sentence| {
        let (first, second) = (
            reader.document.written(sentence.from),
            reader.document.written(sentence.from + 1),
        );
        let basis = reader
            .document
            .reads(sentence.from, &[Word::BASIS, Word::BASIS_END])
            && reader.capital(sentence.from);
        basis || matches!((first, second), ("Điều", "1") | ("Nơi", "nhận" | "ban"))
    });
    parts || signed_line(reader).is_some()
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
    let begins = before > 0
        && (before == 1
            || reader.document.gap(before - 1) >= Gap::Line
            || reader.word(before) == Word::COLON);
    begins && reader.word(before - 1) == Word::NUMBER && reader.capital(before - 1)
}
