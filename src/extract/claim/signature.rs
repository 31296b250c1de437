//! The foot of an official document -> who signed it and in which post.
//!
//! ```text
//! TM. ỦY BAN NHÂN DÂN
//! KT. CHỦ TỊCH
//! PHÓ CHỦ TỊCH
//!
//! Lê Văn A
//! ```

use crate::clean::token::Gap;
use crate::extract::claim::{Claim, Target, Tense};
use crate::extract::item::{Item, What};
use crate::extract::own::own_directive;
use crate::extract::reader::Reader;
use crate::resolve::record::RelationKind;

/// Tokens between the first line of the block and the name, at most.
const BLOCK: usize = 24;

/// The post of everyone who signed.
pub fn claims(reader: Reader<'_>, items: &[Item]) -> Vec<Claim> {
    let own = own_directive(reader, items);
    let people = items
        .iter()
        .enumerate()
        .filter(|(_, item)| matches!(item.what, What::Person(_)) && alone(reader, item));
    people
        .filter_map(|(index, _)| signed(reader, items, index, own))
        .collect()
}

/// Whether a name stands on lines of its own.
fn alone(reader: Reader<'_>, item: &Item) -> bool {
    let begins = reader.document.gap(item.from) >= Gap::Line;
    begins && (item.to >= reader.document.len() || reader.document.gap(item.to) >= Gap::Line)
}

/// The post above a name: the last title in the block, in the body that the block names or that wrote the document.
fn signed(reader: Reader<'_>, items: &[Item], person: usize, own: Option<usize>) -> Option<Claim> {
    let name = &items[person];
    let above: Vec<usize> = (0..person)
        .rev()
        .take_while(|index| items[*index].to + BLOCK >= name.from)
        .take_while(|index| upper(reader, &items[*index]))
        .collect();
    let title = above
        .iter()
        .copied()
        .find(|index| matches!(items[*index].what, What::Title(_)))?;
    let near = name.from - items[title].to <= 3;
    let What::Title(text) = &items[title].what else {
        return None;
    };
    let after = items
        .get(title + 1)
        .filter(|next| next.from == items[title].to && matches!(next.what, What::Body(_)));
    let inside = after.map(|_| title + 1);
    let named = inside.or_else(|| {
        above
            .iter()
            .copied()
            .find(|index| matches!(items[*index].what, What::Body(_)) && on_behalf(reader, &items[*index]))
    });
    let body = named.or_else(|| letterhead(items, own))?;
    (near || inside.is_some()).then(|| Claim {
        kind: RelationKind::HoldsPosition,
        source: person,
        target: Target::Item(body),
        title: Some(text.clone()),
        tense: Tense::Held,
        from: items[title].from,
        to: name.to,
        rule: "post: signature",
    })
}

/// Written in capitals, as blocks of signatures are.
fn upper(reader: Reader<'_>, item: &Item) -> bool {
    reader
        .document
        .written(item.from)
        .chars()
        .all(|letter| !letter.is_lowercase())
}

/// `TM.`, `T/M` before the body
fn on_behalf(reader: Reader<'_>, item: &Item) -> bool {
    (1..=3).any(|back| {
        item.from >= back
            && reader
                .document
                .written(item.from - back)
                .eq_ignore_ascii_case("tm")
    }) || (item.from >= 3
        && reader.document.written(item.from - 1) == "M"
        && reader.document.written(item.from - 3) == "T")
}

/// The body at the head of the document.
fn letterhead(items: &[Item], own: Option<usize>) -> Option<usize> {
    let own = own?;
    (0..own)
        .rev()
        .find(|index| matches!(items[*index].what, What::Body(_)))
}
