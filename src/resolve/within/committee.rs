//! The bodies that a page names -> committees: each with its place and parent filled in, one entity a body.

use std::collections::BTreeMap;

use crate::clean::letters::folded;
use crate::extract::body::{BodyName, Stem};
use crate::extract::item::{Item, What};
use crate::extract::place::PlaceName;
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Head, Part, PlaceKind, Scope, Word};
use crate::resolve::record::{Branch, Committee, Entity, Facts, Kind, Level};
use crate::resolve::within::Entities;
use crate::resolve::within::identifier::identifier;
use crate::resolve::within::places::{Named, Places, Tier, kind_of, level, province_of};

/// A body with everything told.
#[derive(Clone, Debug, PartialEq)]
struct Resolved {
    name: String,
    /// What tells it from every other body, compared.
    key: String,
    facts: Committee,
    /// The name was read from running capitals, so its small letters are not known.
    shouted: bool,
}

/// Resolves the bodies among `items`.
pub fn resolve(reader: Reader<'_>, items: &[Item], places: &Places, entities: &mut Entities) {
    let mut resolver = Resolver {
        reader,
        items,
        places,
        known: BTreeMap::new(),
        heads: BTreeMap::new(),
    };
    let mut wanting = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let What::Body(body) = &item.what else { continue };
        let body = resolver.completed(index, body);
        if resolver.is_wanting(&body) {
            wanting.push((index, body));
            continue;
        }
        match resolver.told(&body, item.from) {
            Some(resolved) => resolver.enter(index, &body, resolved, entities),
            None => wanting.push((index, body)),
        }
    }
    resolver.join_shortened(entities);
    for (index, body) in wanting {
        resolver.point_back(index, &body, entities);
    }
}

struct Resolver<'r, 'd> {
    reader: Reader<'d>,
    items: &'r [Item],
    places: &'r Places,
    /// key -> entity
    known: BTreeMap<String, usize>,
    /// head -> the entities that begin with it
    heads: BTreeMap<String, Vec<usize>>,
}

impl Resolver<'_, '_> {
    /// The body with what its neighbours tell: `HĐND, UBND tỉnh` both are the province's.
    fn completed(&self, index: usize, body: &BodyName) -> BodyName {
        let mut body = body.clone();
        let Stem::Head(head) = body.stem else { return body };
        let head = &self.reader.lexicon.heads[head];
        let unit = matches!(
            head.name.as_str(),
            "Phòng" | "Khoa" | "Vụ" | "Cục" | "Chi cục" | "Đội"
        );
        if unit && body.parent.is_none() && body.place.is_none() {
            body.parent = self.whole_after(index).map(Box::new);
        }
        let takes_place = head.tail.contains(&Part::Place) && body.place.is_none() && body.parent.is_none();
        let takes_parent = head.tail.contains(&Part::Parent)
            && body.parent.is_none()
            && body.place.is_none()
            && body.tail.is_empty();
        if !(takes_place || takes_parent) || matches!(head.scope, Scope::Of(_)) {
            return body;
        }
        let mut at = index;
        while let Some(next) = self.coordinated(at) {
            let What::Body(other) = &self.items[next].what else {
                break;
            };
            if takes_parent && let Some(parent) = self.shared_parent(other) {
                body.parent = Some(Box::new(parent));
                return body;
            }
            if takes_place
                && other
                    .place
                    .as_ref()
                    .is_some_and(|place| place.kind.is_some() || place.name.is_some())
                && other.parent.is_none()
            {
                body.place.clone_from(&other.place);
                return body;
            }
            at = next;
        }
        if takes_parent && head.branch == Branch::Party {
            body.parent = self.joined_committee(index).map(Box::new);
        }
        body
    }

    /// `tham gia Ban Chấp hành, Ban Thường vụ, giữ chức Phó Bí thư Tỉnh ủy`: boards joined are those of the committee named next.
    fn joined_committee(&self, index: usize) -> Option<BodyName> {
        let from = self.items[index].from;
        let sentence = self.reader.document.sentences[self.reader.document.sentence_of(from)];
        let joins = (sentence.from..from).rev().take(14).any(|at| {
            self.reader.document.written(at) == "tham" && self.reader.document.written(at + 1) == "gia"
        });
        let committee = |item: &Item| match &item.what {
            What::Body(
                body @ BodyName {
                    stem: Stem::Head(head),
                    ..
                },
            ) => {
                let head = &self.reader.lexicon.heads[*head];
                (head.branch == Branch::Party && matches!(head.scope, Scope::Of(_))).then(|| body.clone())
            }
            _ => None,
        };
        let after = self.items[index + 1..]
            .iter()
            .take_while(|item| item.from < sentence.to);
        after.filter(|_| joins).find_map(committee)
    }

    /// `Cục Bổ trợ tư pháp, Bộ Tư pháp`: the larger body right after a comma is the one that the unit belongs to.
    fn whole_after(&self, index: usize) -> Option<BodyName> {
        let next = self.coordinated(index)?;
        let What::Body(whole) = &self.items[next].what else {
            return None;
        };
        let first = self.reader.document.folded(self.items[next].from);
        let larger = matches!(
            first.as_str(),
            "bộ" | "trường" | "đại" | "học" | "tổng" | "viện" | "công" | "văn" | "cục" | "sở" | "ngân"
        );
        let comma = self.reader.word(self.items[index].to) == Word::COMMA;
        let same = self.reader.document.folded(self.items[index].from) == first;
        (larger && comma && !same).then(|| whole.clone())
    }

    /// The parent that a list of boards shares: `Ban Chấp hành, Ban Thường vụ Tỉnh ủy`
    fn shared_parent(&self, other: &BodyName) -> Option<BodyName> {
        other.parent.as_deref().cloned()
    }

    /// The next body of a list: after `,`, `và`, `-` or `;`
    fn coordinated(&self, index: usize) -> Option<usize> {
        let item = self.items.get(index)?;
        let next = self.items.get(index + 1)?;
        let between = next.from - item.to;
        let linked = between == 1
            && matches!(self.reader.word(item.to), Word::COMMA | Word::AND | Word::HYPHEN)
            && self.reader.joined(next.from)
            && self.reader.joined(item.to);
        (linked && matches!(next.what, What::Body(_))).then_some(index + 1)
    }

    /// A board or office without the body it belongs to.
    fn is_wanting(&self, body: &BodyName) -> bool {
        let Stem::Head(head) = body.stem else { return false };
        let head = &self.reader.lexicon.heads[head];
        let incomplete = match head.scope {
            Scope::Free => !head.tail.is_empty(),
            Scope::Local => matches!(
                head.tail.first(),
                Some(Part::Field | Part::Proper | Part::Topic | Part::Numeral)
            ),
            Scope::Of(_) | Scope::National => false,
        };
        let alone = body.parent.is_none() && body.place.is_none() && body.tail.is_empty();
        incomplete && alone && body.country.is_none()
    }

    /// The body with its place; nothing where the page does not tell which it is.
    fn told(&self, body: &BodyName, at: usize) -> Option<Resolved> {
        match body.stem {
            Stem::Fixed(item) => Some(self.fixed(body, item)),
            Stem::Head(head) => self.headed(body, head, at),
        }
    }

    fn fixed(&self, body: &BodyName, item: usize) -> Resolved {
        let entry = &self.reader.lexicon.bodies[item];
        let name = match &body.country {
            Some(country) => format!("{} {country}", entry.name),
            None => entry.name.clone(),
        };
        let foreign = body.country.is_some();
        let facts = Committee {
            branch: Some(if foreign { Branch::Other } else { entry.branch }),
            level: if foreign { None } else { entry.level },
            place: body.country.clone(),
            parent: entry.parent.clone().filter(|_| !foreign),
        };
        Resolved {
            key: folded(&name),
            name,
            facts,
            shouted: false,
        }
    }

    fn headed(&self, body: &BodyName, index: usize, at: usize) -> Option<Resolved> {
        let head = &self.reader.lexicon.heads[index];
        let mut name = head.name.clone();
        let tail = self.tail(&body.tail);
        push(&mut name, &tail);
        let mut facts = Committee {
            branch: Some(head.branch),
            ..Committee::default()
        };
        let mut key = comparable(&name);
        if let Some(parent) = &body.parent {
            let parent = self
                .whole_party(head, parent)
                .unwrap_or_else(|| parent.as_ref().clone());
            let parent = self.told(&parent, at)?;
            let of = if is_assembly(&parent.name) && !body.tail.is_empty() {
                " của "
            } else {
                " "
            };
            name = format!("{name}{of}{}", parent.name);
            key = format!("{key} {}", parent.key);
            facts.level = parent.facts.level;
            facts.place.clone_from(&parent.facts.place);
            facts.parent = Some(parent.name);
        } else if body.place.as_ref().is_some_and(|place| place.central) {
            name.push_str(" Trung ương");
            key.push_str(" trung ương");
            facts.level = Some(Level::Central);
        } else if let Some(country) = &body.country {
            push(&mut name, country);
            key = format!("{key} {}", folded(country));
            facts.place = Some(country.clone());
        } else {
            self.place(body, head.scope, at, &mut name, &mut key, &mut facts)?;
        }
        Some(Resolved {
            name,
            key,
            facts,
            shouted: is_shouted(&body.tail),
        })
    }

    /// The executive committee is the party organisation's and the standing committee the party committee's:
    /// `Ban Chấp hành … Tỉnh ủy` is that of the `Đảng bộ tỉnh`, `Ban Thường vụ Đảng bộ tỉnh` that of the `Tỉnh ủy`.
    fn whole_party(&self, head: &Head, parent: &BodyName) -> Option<BodyName> {
        let Stem::Head(own) = parent.stem else { return None };
        let heads = &self.reader.lexicon.heads;
        let mut place = parent.place.clone().unwrap_or_default();
        let wanted = match (head.name.as_str(), heads[own].scope) {
            ("Ban Chấp hành", Scope::Of(kind)) => {
                place.kind = place.kind.or(Some(kind));
                heads.iter().position(|other| other.name == "Đảng bộ")?
            }
            ("Ban Thường vụ" | "Thường trực", Scope::Local) if heads[own].name == "Đảng bộ" => {
                let kind = place
                    .kind
                    .or_else(|| kind_of(self.reader.lexicon, place.name.as_deref()?))?;
                place.kind = None;
                heads
                    .iter()
                    .position(|other| other.branch == Branch::Party && other.scope == Scope::Of(kind))?
            }
            _ => return None,
        };
        Some(BodyName {
            stem: Stem::Head(wanted),
            place: Some(place),
            ..parent.clone()
        })
    }

    /// The tail as the name gives it: an abbreviated field written out, running capitals made small.
    fn tail(&self, tail: &str) -> String {
        if tail.is_empty() {
            return String::new();
        }
        let known = self.reader.lexicon.item(Class::Field, tail);
        if let Some(item) = known {
            let name = &self.reader.lexicon.fields[item];
            if is_shouted(tail) || folded(name) != folded(tail) && !tail.contains(' ') {
                return name.clone();
            }
        }
        if is_shouted(tail) && tail.contains(' ') {
            sentence_case(tail)
        } else {
            tail.to_owned()
        }
    }

    /// Adds the place, told or filled in; nothing where a local body's place is not known.
    fn place(
        &self,
        body: &BodyName,
        scope: Scope,
        at: usize,
        name: &mut String,
        key: &mut String,
        facts: &mut Committee,
    ) -> Option<()> {
        let lexicon = self.reader.lexicon;
        let implied = match scope {
            Scope::Of(kind) => Some(kind),
            _ => None,
        };
        let wanted = body.place.clone().unwrap_or_default();
        let kind = wanted.kind.or(implied);
        let named = match (&wanted.name, kind) {
            (Some(name), kind) => kind.or_else(|| kind_of(lexicon, name)).map(|kind| Named {
                kind,
                name: name.clone(),
            }),
            (None, Some(kind)) => self.places.of_kind(kind, at).or_else(|| self.by_tier(kind)),
            (None, None) if scope == Scope::Local => self.places.local(),
            (None, None) => None,
        };
        let Some(named) = named else {
            if let Some(place) = wanted.name {
                push(name, &place);
                *key = format!("{key} {}", folded(&place));
                facts.place = Some(place);
                return Some(());
            }
            // A mass organisation without any place is the national one.
            let local = scope == Scope::Local && body.tail.is_empty() && facts.branch != Some(Branch::Front);
            let needs = matches!(scope, Scope::Of(_)) || wanted.kind.is_some() || local;
            return (!needs).then_some(());
        };
        self.push_place(&named, scope, &wanted, facts.branch, name, key);
        facts.level = Some(match level(lexicon, &named) {
            Tier::Province => Level::Province,
            Tier::District => Level::District,
            Tier::Commune => Level::Commune,
        });
        facts.place = Some(named.name);
        Some(())
    }

    /// The page's place of the same tier where it has none of the kind: `Thành ủy` of a city, `tỉnh` after a merger.
    fn by_tier(&self, kind: PlaceKind) -> Option<Named> {
        let own = match kind {
            PlaceKind::Province => &self.places.province,
            PlaceKind::Ward | PlaceKind::Commune | PlaceKind::Township | PlaceKind::SpecialZone => {
                &self.places.commune
            }
            _ => &self.places.district,
        };
        own.clone().filter(|named| named.kind == kind)
    }

    fn push_place(
        &self,
        named: &Named,
        scope: Scope,
        written: &PlaceName,
        branch: Option<Branch>,
        name: &mut String,
        key: &mut String,
    ) {
        let whole = named.name.starts_with("Thành phố ");
        let city = format!("{} {}", named.kind.word(), named.name);
        // `Thành ủy Hà Nội`, but `UBND thành phố Hà Nội`; `Đài … Hà Nội` as written.
        let as_written = written.kind.is_none() && written.name.is_some() && branch == Some(Branch::Public);
        let bare = matches!(scope, Scope::Of(kind) if kind == named.kind && written.kind.is_none())
            || (scope == Scope::Free && written.kind.is_none())
            || whole
            || as_written;
        push(name, if bare { &named.name } else { &city });
        let place = if whole { folded(&named.name) } else { folded(&city) };
        // `Công an thành phố` has the kind of its place in its own name.
        let own = format!(" {}", named.kind.word());
        let base = match scope {
            Scope::Of(_) => key.strip_suffix(&own).unwrap_or(key.as_str()),
            _ => key.as_str(),
        };
        *key = format!("{base} {place}");
        let province = province_of(self.reader.lexicon, named);
        let repeated = level(self.reader.lexicon, named) != Tier::Province && province.is_none();
        if repeated && let Some(province) = &self.places.province {
            *key = format!("{key} {}", folded(&province.name));
        }
    }

    /// `Tiểu ban Nhân sự` is the `Tiểu ban Nhân sự Đại hội XIV của Đảng` of the page: a name cut short after its subject.
    fn join_shortened(&mut self, entities: &mut Entities) {
        let lexicon = self.reader.lexicon;
        let cut = |head: &&Head| {
            head.tail
                .iter()
                .any(|part| matches!(part, Part::Topic | Part::Congress))
        };
        for head in lexicon.heads.iter().filter(cut) {
            let Some(list) = self.heads.get(&head.name).cloned() else {
                continue;
            };
            for short in &list {
                let begins = folded(&entities.list[*short].name);
                let mut longer = list.iter().filter(|long| {
                    *long != short && folded(&entities.list[**long].name).starts_with(&format!("{begins} "))
                });
                if let (Some(long), None) = (longer.next(), longer.next()) {
                    for ids in &mut entities.ids {
                        ids.iter_mut()
                            .filter(|entity| *entity == short)
                            .for_each(|entity| *entity = *long);
                    }
                }
            }
        }
    }

    fn enter(&mut self, index: usize, body: &BodyName, resolved: Resolved, entities: &mut Entities) {
        let Resolved {
            name,
            key,
            facts,
            shouted,
        } = resolved;
        let entity = match self.known.get(&key) {
            Some(entity) => {
                let known = &mut entities.list[*entity];
                if known.name.chars().filter(|letter| letter.is_uppercase()).count()
                    > name.chars().filter(|letter| letter.is_uppercase()).count() + 4
                    && !shouted
                {
                    known.name = name;
                }
                *entity
            }
            None => {
                let id = identifier(Kind::Committee, &[&key]);
                let entity = Entity {
                    id,
                    name,
                    date: None,
                    aliases: Vec::new(),
                    facts: Facts::Committee(facts),
                };
                let place = entities.add(entity);
                self.known.insert(key, place);
                place
            }
        };
        if let Stem::Head(head) = body.stem {
            let list = self
                .heads
                .entry(self.reader.lexicon.heads[head].name.clone())
                .or_default();
            if !list.contains(&entity) {
                list.push(entity);
            }
        }
        entities.ids[index].push(entity);
    }

    /// `Bí thư Đảng ủy, Giám đốc Sở Tài chính`: a party committee or cell named alone is that of the body of the next post.
    fn host(&self, index: usize, head: &str, entities: &Entities) -> Option<usize> {
        let party = matches!(
            head,
            "Đảng ủy" | "Chi bộ" | "Chi ủy" | "Đảng bộ" | "Ban Cán sự đảng" | "Đảng đoàn"
        );
        if !party {
            return None;
        }
        let mut end = self.items[index].to;
        for (other, item) in self.items.iter().enumerate().skip(index + 1) {
            let plain = (end..item.from).all(|at| {
                matches!(
                    self.reader.word(at),
                    Word::COMMA | Word::HYPHEN | Word::AND | Word::MEMBER
                )
            });
            if !plain || item.from - end > 2 {
                return None;
            }
            end = item.to;
            match &item.what {
                What::Title(_) => {}
                What::Body(_) => {
                    let entity = entities.of(other)?;
                    let Facts::Committee(facts) = &entities.list[entity].facts else {
                        return None;
                    };
                    return (facts.branch != Some(Branch::Party)).then_some(entity);
                }
                _ => return None,
            }
        }
        None
    }

    /// The party committee of a body: of a commune for its council or people's committee.
    fn hosted(&self, head: &Head, host: usize, entities: &Entities) -> Resolved {
        let entity = &entities.list[host];
        let Facts::Committee(facts) = &entity.facts else {
            return Resolved {
                name: head.name.clone(),
                key: folded(&head.name),
                facts: Committee::default(),
                shouted: false,
            };
        };
        let government = ["Ủy ban nhân dân ", "Hội đồng nhân dân "]
            .iter()
            .find_map(|start| entity.name.strip_prefix(start));
        let board = ["Hội đồng thành viên ", "Hội đồng quản trị "]
            .iter()
            .find_map(|start| entity.name.strip_prefix(start));
        let whose = government.or(board).unwrap_or(&entity.name);
        let name = format!("{} {whose}", head.name);
        let facts = Committee {
            branch: Some(head.branch),
            level: facts.level,
            place: facts.place.clone(),
            parent: government.is_none().then(|| whose.to_owned()),
        };
        Resolved {
            key: comparable(&name),
            name,
            facts,
            shouted: false,
        }
    }

    /// A head alone points to the body last named before that begins with it, or to the only one named after.
    fn point_back(&mut self, index: usize, body: &BodyName, entities: &mut Entities) {
        let item = &self.items[index];
        let Stem::Head(head) = body.stem else { return };
        let head = &self.reader.lexicon.heads[head];
        let next = self.host(index, &head.name, entities);
        if let Some(host) = next {
            let resolved = self.hosted(head, host, entities);
            self.enter(index, body, resolved, entities);
            return;
        }
        let candidates = self.heads.get(&head.name).map_or(&[][..], Vec::as_slice);
        let before = (0..if candidates.is_empty() { 0 } else { index })
            .rev()
            .find_map(|other| entities.of(other).filter(|entity| candidates.contains(entity)));
        match (before, candidates) {
            (Some(entity), _) | (None, &[entity]) => entities.ids[index].push(entity),
            (None, []) => {
                entities
                    .unresolved
                    .push((item.from, item.to, "a body without its place or parent"))
            }
            (None, _) => entities
                .unresolved
                .push((item.from, item.to, "a body that may be one of several")),
        }
    }
}

fn is_assembly(name: &str) -> bool {
    name == "Quốc hội"
}

fn push(name: &mut String, words: &str) {
    if !words.is_empty() {
        name.push(' ');
        name.push_str(words);
    }
}

/// The compared form of a head and tail: `&` is `và`, commas and `và` tell nothing.
fn comparable(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|letter| if letter.is_alphanumeric() { letter } else { ' ' })
        .collect();
    folded(&plain)
        .split(' ')
        .filter(|word| !matches!(*word, "và" | ""))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Words in running capitals.
fn is_shouted(words: &str) -> bool {
    let letters = words.chars().filter(|letter| letter.is_alphabetic()).count();
    letters > 3 && words.chars().all(|letter| !letter.is_lowercase())
}

fn sentence_case(words: &str) -> String {
    let lower = words.to_lowercase();
    let mut letters = lower.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
