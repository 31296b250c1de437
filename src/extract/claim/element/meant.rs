//! A post whose body is named by half -> the body of the page that is meant: `Bộ trưởng Ngoại giao`, `Giám đốc Sở`.

use crate::clean::letters::folded;
use crate::extract::body::{BodyName, Stem};
use crate::extract::item::{Item, What};
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Cue, Scope, Word};
use crate::resolve::record::Branch;

/// The body that the post whose title is the item at `index` is in, where it is named elsewhere, and one past the words
/// that point to it.
pub(super) fn meant(reader: Reader<'_>, items: &[Item], index: usize, title: &str) -> Option<(usize, usize)> {
    ministry(reader, items, items[index].to, title)
        .or_else(|| known_short(reader, items, index))
        .or_else(|| deputy(reader, items, items[index].to, title))
        .or_else(|| by_noun(reader, items, index))
        .or_else(|| by_place(reader, items, index, title))
}

/// `Bộ trưởng Ngoại giao`: the ministry, where the page names it, and one past its field
fn ministry(reader: Reader<'_>, items: &[Item], at: usize, title: &str) -> Option<(usize, usize)> {
    let title = folded(title);
    let minister = title.ends_with("bộ trưởng") || title.starts_with("thứ trưởng");
    let field = reader
        .find(Class::Field, at)
        .filter(|_| minister && reader.joined(at))?;
    let noun = usize::from(reader.word(field.end) == Word::COUNTRY);
    let abroad = reader
        .find(Class::Country, field.end + noun)
        .is_some_and(|_| reader.word(field.end) != Word::VIETNAM);
    let wanted = reader.lexicon.item(
        Class::Body,
        &format!("Bộ {}", reader.document.phrase(at, field.end)),
    )?;
    let body = items.iter().position(|item| match &item.what {
        What::Body(body) => body.stem == Stem::Fixed(wanted) && body.country.is_none(),
        _ => false,
    })?;
    (!abroad).then_some((body, field.end))
}

/// `thành viên Tiểu ban`: the body of the page that begins with this noun, named before or after, and one past the noun
fn known_short(reader: Reader<'_>, items: &[Item], index: usize) -> Option<(usize, usize)> {
    let at = items[index].to;
    let two = |at: usize| (reader.document.folded(at), reader.document.folded(at + 1));
    let noun = two(at);
    let short = matches!(
        (noun.0.as_str(), noun.1.as_str()),
        ("tiểu", "ban") | ("ban", "chỉ") | ("tổ", "biên") | ("tổ", "công") | ("tổ", "giúp")
    );
    let begins = |item: &usize| matches!(items[*item].what, What::Body(_)) && two(items[*item].from) == noun;
    let joined = reader.joined(at) && reader.joined(at + 1);
    let body = || {
        (0..index)
            .rev()
            .find(begins)
            .or_else(|| (index..items.len()).find(begins))
    };
    (short && joined).then(body)?.map(|body| (body, at + 2))
}

/// `ĐBQH`: a member of the National Assembly, where the page names it
fn deputy(reader: Reader<'_>, items: &[Item], at: usize, title: &str) -> Option<(usize, usize)> {
    if title != "ĐBQH" {
        return None;
    }
    let assembly = reader.lexicon.item(Class::Body, "Quốc hội")?;
    let own = |item: &Item| match &item.what {
        What::Body(body) => body.stem == Stem::Fixed(assembly) && body.country.is_none(),
        _ => false,
    };
    Some((items.iter().position(own)?, at))
}

/// Bodies before a post that are looked through for the one that its noun means, at most.
const NEAR: usize = 60;

/// `Giám đốc Sở`, `Phó Giám đốc Công ty`: the body named last that begins with this noun, and one past the noun
fn by_noun(reader: Reader<'_>, items: &[Item], index: usize) -> Option<(usize, usize)> {
    let at = items[index].to;
    let (head, end) = reader.bare_noun(at)?;
    let named = items.get(index + 1).is_some_and(|next| {
        next.from == end && matches!(next.what, What::Person(_) | What::Honorific | What::Rank)
    });
    let ends = !reader.joined(end)
        || !reader.shape(end).is_word()
        || reader.boundary(end)
        || [Cue::Says, Cue::Speaks, Cue::Attends, Cue::Chairs]
            .iter()
            .any(|cue| reader.cue(*cue, end).is_some());
    if !(named || ends) {
        return None;
    }
    let body = (index.saturating_sub(NEAR)..index)
        .rev()
        .find(|other| is_named(reader, &items[*other], head))?;
    Some((body, end))
}

/// Whether an item is a body with a name of its own that begins with the words of this head: `Công ty cổ phần …` for
/// `Công ty`.
fn is_named(reader: Reader<'_>, item: &Item, noun: usize) -> bool {
    let What::Body(body) = &item.what else {
        return false;
    };
    let Stem::Head(head) = body.stem else { return false };
    let told = !body.tail.is_empty() || body.parent.is_some() || body.place.is_some();
    let heads = &reader.lexicon.heads;
    told && (head == noun || heads[head].name.starts_with(&format!("{} ", heads[noun].name)))
}

/// `Phó Chủ tịch Hà Nội`, `Bí thư Hà Nội`: the people's or party committee of the place, where the page names it
fn by_place(reader: Reader<'_>, items: &[Item], index: usize, title: &str) -> Option<(usize, usize)> {
    let item = items.get(index + 1).filter(|next| next.from == items[index].to)?;
    let What::Place(place) = &item.what else {
        return None;
    };
    let name = place.name.as_deref()?;
    let title = folded(title);
    let chairs = matches!(
        title.trim_start_matches("phó "),
        "chủ tịch" | "chủ tịch thường trực"
    );
    let leads = matches!(title.trim_start_matches("phó "), "bí thư" | "bí thư thường trực");
    let governs = |body: &BodyName| {
        let Stem::Head(head) = body.stem else { return false };
        let head = &reader.lexicon.heads[head];
        let own = body
            .place
            .as_ref()
            .is_some_and(|own| own.name.as_deref() == Some(name));
        let party = head.branch == Branch::Party && matches!(head.scope, Scope::Of(_));
        own && (chairs && head.name == "Ủy ban nhân dân" || leads && party)
    };
    let is = |other: &usize| matches!(&items[*other].what, What::Body(body) if governs(body));
    let found = (0..index)
        .rev()
        .find(is)
        .or_else(|| (index..items.len()).find(is))?;
    Some((found, item.to))
}
