//! The foot of an official document -> who signed it and in which post.
//!
//! ```text
//! TM. ỦY BAN NHÂN DÂN
//! KT. CHỦ TỊCH
//! PHÓ CHỦ TỊCH
//!
//! Lê Văn A
//! ```

use crate::clean::letters::folded;
use crate::clean::token::Gap;
use crate::extract::claim::{Claim, Target, Tense};
use crate::extract::item::{Item, What};
use crate::extract::own::own_directive;
use crate::extract::reader::Reader;
use crate::lexicon::Word;
use crate::resolve::record::RelationKind;

/// Tokens between the first line of the block and the name, at most.
const BLOCK: usize = 24;

/// The post of everyone who signed.
pub fn claims(reader: Reader<'_>, items: &[Item]) -> Vec<Claim> {
    let own = own_directive(reader, items);
    let people = items
        .iter()
        .enumerate()
        .filter(|(index, item)| matches!(item.what, What::Person(_)) && alone(reader, items, *index));
    people
        .filter_map(|(index, _)| signed(reader, items, index, own))
        .collect()
}

/// Whether a name stands on lines of its own, behind nothing but a rank or degree.
fn alone(reader: Reader<'_>, items: &[Item], index: usize) -> bool {
    let item = &items[index];
    let mut from = item.from;
    for before in items[..index].iter().rev() {
        if before.to != from || !matches!(before.what, What::Rank) || reader.document.gap(from) >= Gap::Line {
            break;
        }
        from = before.from;
    }
    let begins = reader.document.gap(from) >= Gap::Line;
    begins && (item.to >= reader.document.len() || reader.document.gap(item.to) >= Gap::Line)
}

/// The post above a name: the last title in the block, in the body that the block names or that wrote the document.
fn signed(reader: Reader<'_>, items: &[Item], person: usize, own: Option<usize>) -> Option<Claim> {
    let name = &items[person];
    let above: Vec<usize> = (0..person)
        .rev()
        .filter(|index| !matches!(items[*index].what, What::Rank))
        .take_while(|index| items[*index].to + BLOCK >= name.from)
        .take_while(|index| upper(reader, &items[*index]))
        .collect();
    let title = above
        .iter()
        .copied()
        .find(|index| matches!(items[*index].what, What::Title(_)))?;
    let between = (items[title].to..name.from).filter(|at| reader.shape(*at).is_word());
    let near = between.count() <= 4;
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
    let nouns = nouns(&folded(text));
    let led = || {
        let fits = |index: &usize| is_body(&items[*index]) && begins(reader, &items[*index], nouns);
        above.iter().copied().find(fits)
    };
    let body = named
        .or_else(led)
        .or_else(|| signer(reader, items, own?, nouns))
        .or_else(|| letterhead(reader, items, own, nouns))
        .or_else(|| issuing(reader, items, nouns))?;
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

fn is_body(item: &Item) -> bool {
    matches!(item.what, What::Body(_))
}

/// Whether the name of a body begins with one of these nouns.
fn begins(reader: Reader<'_>, item: &Item, nouns: &[&str]) -> bool {
    let first = reader.document.folded(item.from);
    let two = format!("{first} {}", reader.document.folded(item.from + 1));
    nouns.iter().any(|noun| *noun == first || *noun == two)
}

/// The body that the post can lead and that the number of the document stands for, wherever the page names it.
fn signer(reader: Reader<'_>, items: &[Item], own: usize, nouns: &[&str]) -> Option<usize> {
    let signs = |index: &usize| {
        let item = &items[*index];
        is_body(item) && begins(reader, item, nouns) && reader.is_signed_by(&items[own], item)
    };
    (0..items.len()).find(signs)
}

/// `Nơi ban hành: | Sở Y tế tỉnh …` in the table of a law site: a director leads bodies of many sorts.
fn issuing(reader: Reader<'_>, items: &[Item], nouns: &[&str]) -> Option<usize> {
    let labelled = |item: &&Item| {
        let marks = (1..=4).take_while(|back| {
            item.from > *back && matches!(reader.word(item.from - back), Word::COLON | Word::BAR)
        });
        let end = item.from - marks.count();
        end >= 3
            && ["nơi", "ban", "hành"]
                .iter()
                .enumerate()
                .all(|(offset, word)| reader.document.is(end - 3 + offset, word))
    };
    let place = items.iter().position(|item| labelled(&item))?;
    let leads = nouns.is_empty() || begins(reader, &items[place], nouns);
    (is_body(&items[place]) && leads).then_some(place)
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

/// Tokens of a page in which its letterhead stands, where its own number is not found.
const HEAD: usize = 90;

/// The body at the head of the document that the post can lead: of `UBND TỈNH … / SỞ Y TẾ`, the last that fits.
fn letterhead(reader: Reader<'_>, items: &[Item], own: Option<usize>, nouns: &[&str]) -> Option<usize> {
    let end = own.map_or(HEAD, |own| items[own].from);
    let bodies = || {
        // `Số: 12/KH-MTTQ`: a body inside a number is no letterhead
        let upper = |index: &usize| {
            let apart = reader.document.gap(items[*index].from) > Gap::None;
            own.is_some() || (upper(reader, &items[*index]) && apart)
        };
        (0..items.len())
            .take_while(|index| items[*index].from < end)
            .filter(|index| matches!(items[*index].what, What::Body(_)) && !is_motto(reader, &items[*index]))
            .filter(upper)
    };
    let fitting = bodies().filter(|index| begins(reader, &items[*index], nouns));
    fitting
        .last()
        .or_else(|| bodies().last().filter(|_| nouns.is_empty()))
}

/// `ĐẢNG CỘNG SẢN VIỆT NAM` at the head of party documents
fn is_motto(reader: Reader<'_>, item: &Item) -> bool {
    reader.document.is(item.from, "đảng") && reader.document.is(item.from + 1, "cộng")
}

/// The first words of bodies that sign by such a post; none where any body may.
fn nouns(title: &str) -> &'static [&'static str] {
    let ends = |end: &str| title.ends_with(end);
    match () {
        () if ends("chánh văn phòng") => &["văn phòng"],
        () if ends("cục trưởng") => &["cục", "chi cục", "tổng cục"],
        () if ends("vụ trưởng") => &["vụ"],
        () if ends("trưởng ban") => &["ban", "bcđ"],
        () if ends("trưởng phòng") => &["phòng"],
        () if ends("bộ trưởng") || ends("thứ trưởng") => &["bộ"],
        () if ends("viện trưởng") => &["viện"],
        () if ends("hiệu trưởng") => &["trường", "đại học"],
        () if ends("chánh án") => &["tòa án"],
        () if ends("thủ tướng") => &["chính phủ"],
        _ => &[],
    }
}
