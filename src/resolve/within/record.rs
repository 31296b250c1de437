//! Entities, mentions and relations of a document -> its record, in the order and form that files have.

use std::collections::{BTreeMap, BTreeSet};

use crate::clean::letters::folded;
use crate::extract::claim::Tense;
use crate::extract::item::Item;
use crate::extract::own::own_directive;
use crate::extract::reader::Reader;
use crate::resolve::record::{Entity, Facts, Kind, Level, Mention, Record, Relation, RelationKind, Sentence};
use crate::resolve::within::claims::Stated;
use crate::resolve::within::identifier::identifier;
use crate::resolve::within::page::Page;
use crate::resolve::within::places::Places;
use crate::resolve::within::{Entities, unresolved};

/// Puts a record together.
pub fn assemble(
    reader: Reader<'_>,
    items: Vec<Item>,
    page: Page,
    places: &Places,
    mut entities: Entities,
    stated: Vec<Stated>,
) -> Record {
    complete(&mut entities, &stated);
    identify(&mut entities, places);
    let sentences = sentences(reader, &items, &entities, &stated);
    let own = own_directive(reader, &items).and_then(|item| entities.of(item));
    let mentions = mentions(reader, &items, &entities, &sentences);
    let relations = relations(reader, &entities, &stated, &sentences);
    let unresolved = unresolved(reader, &entities);
    let is = own.map(|entity| entities.list[entity].id.clone());
    aliases(&mut entities, &mentions);
    let mut list: Vec<Entity> = named(entities, &mentions, &relations);
    list.sort_by(|left, right| left.id.cmp(&right.id));
    list.dedup_by(|left, right| left.id == right.id);
    Record {
        doc: reader.document.name.clone(),
        title: page.title,
        date: page.date.and_then(|date| date.iso()),
        site: page.site,
        place: places
            .local()
            .or_else(|| places.province.clone())
            .map(|named| named.name),
        is,
        entities: list,
        mentions,
        relations,
        sentences: quoted(reader, &sentences),
        unresolved,
    }
}

/// Fills in what relations tell: issuers, organisers, where an official serves.
fn complete(entities: &mut Entities, stated: &[Stated]) {
    let mut scopes: BTreeMap<usize, (u8, String)> = BTreeMap::new();
    for relation in stated {
        let target = entities.list[relation.target].name.clone();
        let scope = scope(&entities.list[relation.target]);
        match (&mut entities.list[relation.source].facts, relation.kind) {
            (Facts::Directive(facts), RelationKind::IssuedBy) => {
                facts.issuer.get_or_insert(target);
            }
            (Facts::Event(facts), RelationKind::OrganisedBy) => {
                facts.organiser.get_or_insert(target);
            }
            (Facts::Official(_), RelationKind::HoldsPosition) => {
                let Some((weight, place)) = scope else { continue };
                let weight = weight + 4 * u8::from(relation.tense == Tense::Former);
                let known = scopes.entry(relation.source).or_insert((weight, place.clone()));
                if weight < known.0 {
                    *known = (weight, place);
                }
            }
            _ => {}
        }
    }
    for (entity, (_, place)) in scopes {
        if let Facts::Official(facts) = &mut entities.list[entity].facts {
            facts.scope = Some(place);
        }
    }
}

/// Where the holder of a post in a body serves, and how little that tells (less is better).
fn scope(body: &Entity) -> Option<(u8, String)> {
    let Facts::Committee(facts) = &body.facts else {
        return None;
    };
    match facts.level {
        Some(Level::Province) => facts.place.clone().map(|place| (0, place)),
        Some(Level::Central) => Some((1, "trung ương".to_owned())),
        Some(Level::District | Level::Commune) => facts.place.clone().map(|place| (2, place)),
        None => facts.place.clone().map(|place| (3, place)),
    }
}

/// Computes identifiers from everything that is known by now.
fn identify(entities: &mut Entities, places: &Places) {
    let province = places.province.as_ref().map(|named| named.name.as_str());
    let issuers: Vec<Option<String>> = entities
        .list
        .iter()
        .map(|entity| issuer_place(entity, &entities.list))
        .collect();
    for (entity, issuer) in entities.list.iter_mut().zip(issuers) {
        let Entity {
            name, date, facts, ..
        } = &*entity;
        let year = date.as_deref().map_or("", |date| &date[..4]);
        let id = match facts {
            Facts::Committee(_) => continue,
            Facts::Official(facts) => {
                identifier(Kind::Official, &[name, facts.scope.as_deref().unwrap_or("")])
            }
            Facts::Directive(facts) => {
                let kind = facts.document_type.as_deref().unwrap_or("");
                match &facts.symbol {
                    Some(symbol) => {
                        let scope = if is_local(symbol) {
                            issuer.as_deref().or(province).unwrap_or("")
                        } else {
                            ""
                        };
                        let dated = symbol.split('/').nth(1).is_some_and(|part| {
                            part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit())
                        });
                        identifier(
                            Kind::Directive,
                            &[
                                kind,
                                symbol.trim_start_matches('0'),
                                scope,
                                if dated { "" } else { year },
                            ],
                        )
                    }
                    // The whole title, where the page shortens it: `Luật MTTQ Việt Nam`
                    None => identifier(Kind::Directive, &[facts.title.as_deref().unwrap_or(name)]),
                }
            }
            Facts::Event(facts) => {
                let organiser = facts.organiser.as_deref().unwrap_or("");
                identifier(Kind::Event, &[name, organiser, date.as_deref().unwrap_or("")])
            }
        };
        entity.id = id;
    }
}

/// The place of the body that issued a directive.
fn issuer_place(entity: &Entity, list: &[Entity]) -> Option<String> {
    let Facts::Directive(facts) = &entity.facts else {
        return None;
    };
    let issuer = facts.issuer.as_deref()?;
    list.iter()
        .find(|other| other.name == issuer)
        .and_then(|other| match &other.facts {
            Facts::Committee(facts) => facts.place.clone(),
            _ => None,
        })
}

/// Whether numbers with this ending are counted anew in every province, district or commune.
fn is_local(symbol: &str) -> bool {
    let ending = symbol.rsplit(['/', '-']).next().unwrap_or("");
    matches!(ending, "TU" | "ĐU" | "HU" | "QU" | "ThU" | "UBND" | "HĐND")
        || ending.ends_with("TU")
        || ending.starts_with("ST")
        || ending.starts_with("SN")
        || ending.starts_with("SGD")
}

/// The sentences that hold a mention or evidence, as indices into the document's.
fn sentences(reader: Reader<'_>, items: &[Item], entities: &Entities, stated: &[Stated]) -> Vec<usize> {
    let named = items
        .iter()
        .enumerate()
        .filter(|(index, _)| entities.of(*index).is_some())
        .map(|(_, item)| item.from);
    let told = stated.iter().map(|relation| relation.from);
    let kept: BTreeSet<usize> = named
        .chain(told)
        .map(|at| reader.document.sentence_of(at))
        .collect();
    kept.into_iter().collect()
}

fn quoted(reader: Reader<'_>, sentences: &[usize]) -> Vec<Sentence> {
    let mut positions = reader.document.text.positions();
    let tokens = &reader.document.tokens;
    sentences
        .iter()
        .map(|index| reader.document.sentences[*index])
        .map(|sentence| Sentence {
            start: positions.at(tokens[sentence.from].start as usize),
            end: positions.at(tokens[sentence.to - 1].end as usize),
            text: reader.document.phrase(sentence.from, sentence.to),
        })
        .collect()
}

fn mentions(reader: Reader<'_>, items: &[Item], entities: &Entities, sentences: &[usize]) -> Vec<Mention> {
    let mut positions = reader.document.text.positions();
    let tokens = &reader.document.tokens;
    let mut found = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let Some(entity) = entities.of(index) else {
            continue;
        };
        let sentence = reader.document.sentence_of(item.from);
        found.push(Mention {
            entity: entities.list[entity].id.clone(),
            start: positions.at(tokens[item.from].start as usize),
            end: positions.at(tokens[item.to - 1].end as usize),
            text: reader.document.phrase(item.from, item.to),
            zone: reader.document.zone(item.from),
            sentence: sentences.binary_search(&sentence).unwrap_or(0) as u32,
            paragraph: reader.document.sentences[sentence].paragraph,
            rule: item.rule.into(),
        });
    }
    found
}

fn relations(
    reader: Reader<'_>,
    entities: &Entities,
    stated: &[Stated],
    sentences: &[usize],
) -> Vec<Relation> {
    let mut positions = reader.document.text.positions();
    let tokens = &reader.document.tokens;
    let mut ordered: Vec<&Stated> = stated.iter().collect();
    ordered.sort_by_key(|relation| (relation.from, relation.to));
    let mut found: Vec<Relation> = ordered
        .into_iter()
        .map(|relation| Relation {
            kind: relation.kind,
            source: entities.list[relation.source].id.clone(),
            target: entities.list[relation.target].id.clone(),
            title: relation.title.clone(),
            former: relation.tense == Tense::Former,
            new: relation.tense == Tense::New,
            start: positions.at(tokens[relation.from].start as usize),
            end: positions.at(tokens[relation.to - 1].end as usize),
            sentence: sentences
                .binary_search(&reader.document.sentence_of(relation.from))
                .unwrap_or(0) as u32,
            rule: relation.rule.into(),
        })
        .collect();
    found.sort_by(|left, right| {
        (left.kind, &left.source, &left.target, left.start, &left.title).cmp(&(
            right.kind,
            &right.source,
            &right.target,
            right.start,
            &right.title,
        ))
    });
    found
}

/// The other forms in which each entity is written.
fn aliases(entities: &mut Entities, mentions: &[Mention]) {
    let mut forms: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for mention in mentions {
        forms.entry(&mention.entity).or_default().insert(&mention.text);
    }
    for entity in &mut entities.list {
        let Some(forms) = forms.get(entity.id.as_str()) else {
            continue;
        };
        let name = folded(&entity.name);
        entity.aliases = forms
            .iter()
            .filter(|form| folded(form) != name)
            .map(|form| (*form).to_owned())
            .collect();
    }
}

/// The entities that a mention or relation names.
fn named(entities: Entities, mentions: &[Mention], relations: &[Relation]) -> Vec<Entity> {
    let used: BTreeSet<&str> = mentions
        .iter()
        .map(|mention| mention.entity.as_str())
        .chain(
            relations
                .iter()
                .flat_map(|relation| [relation.source.as_str(), relation.target.as_str()]),
        )
        .collect();
    let shared: BTreeSet<usize> = entities.ids.iter().flatten().copied().collect();
    entities
        .list
        .iter()
        .enumerate()
        .filter(|(place, entity)| used.contains(entity.id.as_str()) || shared.contains(place))
        .map(|(_, entity)| entity.clone())
        .collect()
}
