//! The head of an official document -> who issued it.

use super::{claim, first_token_with_titles, is_body};
use crate::clean::token::{Gap, Shape};
use crate::extract::claim::Claim;
use crate::extract::item::Item;
use crate::extract::own::own_directive;
use crate::extract::reader::Reader;
use crate::lexicon::Word;

/// The body at the head of an official document issued it; so did those that its title names.
pub(super) fn letterhead(reader: Reader<'_>, items: &[Item], found: &mut Vec<Claim>) {
    let Some(own) = own_directive(reader, items) else {
        return;
    };
    // `THỦ TƯỚNG CHÍNH PHỦ` is the letterhead of the Chính phủ's.
    let alone = |index: usize, item: &Item| {
        let starts = reader.document.gap(first_token_with_titles(items, index)) == Gap::Paragraph;
        let ends = item.to >= reader.document.len() || reader.document.gap(item.to) == Gap::Paragraph;
        starts && ends && is_body(item)
    };
    let near = items
        .iter()
        .enumerate()
        .take_while(|(_, item)| item.from < items[own].from + 120);
    let mut heads: Vec<usize> = near
        .filter(|(index, item)| alone(*index, item) && reader.shape(item.from) == Shape::Upper)
        .map(|(index, _)| index)
        .collect();
    heads.retain(|index| !is_party_banner(reader, &items[*index]));
    let tabled = items.iter().enumerate().position(|(index, item)| {
        is_body(item) && after_label(reader, first_token_with_titles(items, index))
    });
    if let Some(issuer) = lowest(reader, items, &heads).or(tabled) {
        found.push(claim(own, issuer, items, "issuer: letterhead"));
    }
    for index in titled(reader, items, own) {
        found.push(claim(own, index, items, "issuer: in the title of the document"));
    }
}

/// `ỦY BAN MTTQ VIỆT NAM` / `XÃ LƯƠNG MINH` / `BAN THƯỜNG TRỰC`: of bodies one below the other, the last issued it.
fn lowest(reader: Reader<'_>, items: &[Item], heads: &[usize]) -> Option<usize> {
    let mut lowest = *heads.first()?;
    for head in &heads[1..] {
        let between = items[lowest].to..items[*head].from;
        let below = between.len() <= 4
            && between.clone().all(|at| reader.shape(at) != Shape::Number)
            && reader.word(items[*head].from - 1) != Word::BAR;
        if !below {
            break;
        }
        lowest = *head;
    }
    Some(lowest)
}

/// `Nơi ban hành: |` before the body in the table of a law site
fn after_label(reader: Reader<'_>, at: usize) -> bool {
    let mut before = at;
    while before > 0 && matches!(reader.word(before - 1), Word::COLON | Word::BAR) {
        before -= 1;
    }
    before >= 3
        && before < at
        && reader.document.written(before - 1) == "hành"
        && reader.document.written(before - 3) == "Nơi"
}

/// `ĐẢNG CỘNG SẢN VIỆT NAM` stands at the head of every party document.
fn is_party_banner(reader: Reader<'_>, item: &Item) -> bool {
    reader.word(item.from) == Word::PARTY && reader.document.is(item.from + 1, "cộng")
}

/// `KẾT LUẬN` / `CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ` under the number
fn titled(reader: Reader<'_>, items: &[Item], own: usize) -> Vec<usize> {
    let mut bodies = Vec::new();
    for (index, item) in items
        .iter()
        .enumerate()
        .skip(own + 1)
        .take_while(|(_, item)| item.from < items[own].from + 160)
    {
        let upper = reader.shape(item.from) == Shape::Upper && is_body(item);
        let led = item.from > 0
            && reader.word(item.from - 1) == Word::OF
            && reader.shape(item.from - 1) == Shape::Upper;
        let listed = bodies.last().is_some_and(|last: &usize| {
            items[*last].to + 1 == item.from && reader.word(item.from - 1) == Word::COMMA
        });
        if upper && (led || listed) {
            bodies.push(index);
        }
    }
    bodies
}
