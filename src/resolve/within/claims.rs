//! Claims about items -> relations between entities, each said once with its evidence.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::clean::letters::folded;
use crate::extract::claim::{Claim, Target, Tense, claims};
use crate::extract::item::Item;
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Lexicon};
use crate::resolve::record::{Committee, Entity, Facts, Kind, RelationKind};
use crate::resolve::within::Entities;
use crate::resolve::within::identifier::identifier;

/// A relation between entities by their place, with the tokens that state it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    pub kind: RelationKind,
    pub source: usize,
    pub target: usize,
    pub title: Option<String>,
    pub tense: Tense,
    pub from: usize,
    pub to: usize,
    pub rule: &'static str,
}

/// Finds the claims of a document and settles them on its entities.
pub fn resolve(reader: Reader<'_>, items: &[Item], entities: &mut Entities) -> Vec<Stated> {
    let mut found: BTreeMap<(RelationKind, usize, usize, String), Stated> = BTreeMap::new();
    let named = by_name(items, entities);
    let told: Vec<Stated> = claims(reader, items)
        .iter()
        .filter_map(|claim| settle(claim, entities, reader.lexicon))
        .collect();
    for stated in told.into_iter().chain(named) {
        let key = (
            stated.kind,
            stated.source,
            stated.target,
            stated.title.as_deref().map(folded).unwrap_or_default(),
        );
        match found.get_mut(&key) {
            // A page that says once that a post is new or past means it wherever it names the post.
            Some(known) => known.tense = known.tense.max(stated.tense),
            None => {
                found.insert(key, stated);
            }
        }
    }
    let mut relations: Vec<Stated> = found.into_values().collect();
    prefer_roles(&mut relations);
    prefer_titles(&mut relations);
    relations
}

/// `Luật sửa đổi, bổ sung một số điều của Luật A` amends that law by its very name.
fn by_name(items: &[Item], entities: &Entities) -> Vec<Stated> {
    let amends = |(item, target): &(usize, usize)| {
        let source = entities.of(*item).filter(|source| source != target)?;
        Some(Stated {
            kind: RelationKind::Amends,
            source,
            target: *target,
            title: None,
            tense: Tense::Held,
            from: items[*item].from,
            to: items[*item].to,
            rule: "directive: amends by its name",
        })
    };
    entities.amended.iter().filter_map(amends).collect()
}

fn settle(claim: &Claim, entities: &mut Entities, lexicon: &Lexicon) -> Option<Stated> {
    let source = entities.of(claim.source)?;
    let target = match claim.target {
        Target::Item(item) => entities.of(item)?,
        Target::ParentOf(item) => parent(entities.of(item)?, entities)?,
        Target::HostOf(item) => host(entities.of(item)?, entities)?,
    };
    (source != target).then(|| Stated {
        kind: claim.kind,
        source,
        target,
        title: claim.title.as_deref().map(|title| quiet(lexicon, title)),
        tense: claim.tense,
        from: claim.from,
        to: claim.to,
        rule: claim.rule,
    })
}

/// A post that a signature block or heading has in capitals, as it is usually written: `PHÓ BÍ THƯ` is a `Phó Bí thư`.
/// Abbreviations, which have no vowel, stay (`ĐBQH`).
fn quiet(lexicon: &Lexicon, title: &str) -> String {
    let capitals = !title.contains(char::is_lowercase) && !title.is_ascii();
    let syllable = |word: &str| word.nfd().any(|letter| "AEIOUY".contains(letter));
    if !capitals || !title.split_whitespace().all(syllable) {
        return title.to_owned();
    }
    if let Some(item) = lexicon.item(Class::Title, title) {
        return lexicon.titles[item].clone();
    }
    let mut letters = title.chars();
    letters
        .next()
        .into_iter()
        .chain(letters.as_str().to_lowercase().chars())
        .collect()
}

/// The body that a board belongs to; a committee is its own.
fn parent(entity: usize, entities: &mut Entities) -> Option<usize> {
    let Facts::Committee(facts) = &entities.list[entity].facts else {
        return None;
    };
    // `Đảng ủy Công an Trung ương` is itself the committee whose members are named.
    if is_committee(&entities.list[entity].name) {
        return Some(entity);
    }
    let name = facts.parent.clone()?;
    let wanted = folded(&name);
    let known = entities
        .list
        .iter()
        .position(|other| matches!(other.facts, Facts::Committee(_)) && folded(&other.name) == wanted);
    if known.is_some() {
        return known;
    }
    let facts = Committee {
        branch: facts.branch,
        level: facts.level,
        place: facts.place.clone(),
        parent: None,
    };
    let id = identifier(Kind::Committee, &[&name]);
    Some(entities.add(Entity {
        id,
        name,
        date: None,
        aliases: Vec::new(),
        facts: Facts::Committee(facts),
    }))
}

/// Names of party organisations inside another body.
const INSIDE: [&str; 6] = [
    "Đảng ủy",
    "Đảng bộ",
    "Đảng đoàn",
    "Ban Cán sự đảng",
    "Chi bộ",
    "Chi ủy",
];

/// `Đảng đoàn Liên đoàn Luật sư Việt Nam`: the federation, where the page names it.
fn host(entity: usize, entities: &Entities) -> Option<usize> {
    let name = folded(&entities.list[entity].name);
    let wanted = INSIDE
        .iter()
        .find_map(|inside| name.strip_prefix(&format!("{} ", folded(inside))))?;
    entities
        .list
        .iter()
        .position(|other| matches!(other.facts, Facts::Committee(_)) && folded(&other.name) == wanted)
}

/// `Thành ủy`, `Đảng ủy`: a party committee itself
fn is_committee(name: &str) -> bool {
    name.split(' ').nth(1).is_some_and(|word| folded(word) == "ủy")
}

/// Who holds a named post in a body is not said to be one of its members as well.
fn prefer_titles(relations: &mut Vec<Stated>) {
    let titled: Vec<(usize, usize)> = relations
        .iter()
        .filter(|relation| relation.kind == RelationKind::HoldsPosition && relation.title.is_some())
        .map(|relation| (relation.source, relation.target))
        .collect();
    relations.retain(|relation| {
        relation.kind != RelationKind::HoldsPosition
            || relation.title.is_some()
            || !titled.contains(&(relation.source, relation.target))
    });
}

/// Who chaired or spoke is not said to have attended as well.
fn prefer_roles(relations: &mut Vec<Stated>) {
    let active: Vec<(usize, usize)> = relations
        .iter()
        .filter(|relation| matches!(relation.kind, RelationKind::Chaired | RelationKind::SpokeAt))
        .map(|relation| (relation.source, relation.target))
        .collect();
    relations.retain(|relation| {
        relation.kind != RelationKind::Attended || !active.contains(&(relation.source, relation.target))
    });
}

#[cfg(test)]
mod tests {
    use super::quiet;
    use crate::lexicon::Lexicon;

    #[test]
    fn a_post_in_capitals_is_written_as_usual_and_an_abbreviation_stays() {
        let shown = |title| quiet(Lexicon::embedded(), title);
        assert_eq!(shown("PHÓ BÍ THƯ THƯỜNG TRỰC"), "Phó Bí thư Thường trực");
        assert_eq!(shown("TRƯỞNG ĐỘI MÚA LÂN"), "Trưởng đội múa lân");
        assert_eq!(shown("ĐBQH"), "ĐBQH");
        assert_eq!(shown("PHÓ CT"), "PHÓ CT");
        assert_eq!(shown("phó bí thư"), "phó bí thư");
    }
}
