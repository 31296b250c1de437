//! A body's name -> what the body is called in full and what tells it from every other: its field, place and parent.

use super::{Resolved, Resolver};
use crate::clean::letters::folded;
use crate::extract::body::{BodyName, Stem};
use crate::extract::item::{Item, What};
use crate::extract::place::PlaceName;
use crate::lexicon::{Class, Head, Part, PlaceKind, Scope};
use crate::resolve::record::{Branch, Committee, Level};
use crate::resolve::within::places::{Named, Tier, kind_of, level, province_of};

impl Resolver<'_, '_> {
    /// The body with its place; nothing where the page does not tell which it is.
    pub(super) fn told(&self, body: &BodyName, at: usize) -> Option<Resolved> {
        match body.stem {
            Stem::Fixed(item) => Some(self.fixed(body, item)),
            Stem::Head(head) => self.headed(body, head, at),
        }
    }

    fn fixed(&self, body: &BodyName, item: usize) -> Resolved {
        let entry = &self.reader.lexicon.bodies[item];
        let name = match &body.country {
            Some(country) => self.abroad(&entry.name, &body.tail, country),
            None => entry.name.clone(),
        };
        let key = match &body.country {
            Some(country) => self.abroad(&entry.name, "", country),
            None => name.clone(),
        };
        let foreign = body.country.is_some();
        let facts = Committee {
            branch: Some(if foreign { Branch::Other } else { entry.branch }),
            level: if foreign { None } else { entry.level },
            place: body.country.clone(),
            parent: entry.parent.clone().filter(|_| !foreign),
        };
        Resolved {
            key: folded(&key),
            name,
            facts,
            shouted: false,
        }
    }

    /// `Cục An ninh chính trị nội bộ, Bộ Công an`: a department with a name of its own, and its ministry right after it
    pub(super) fn with_ministry(&self, index: usize, body: &BodyName, mut told: Resolved) -> Resolved {
        let Stem::Fixed(item) = body.stem else { return told };
        let entry = &self.reader.lexicon.bodies[item];
        let department = ["Cục ", "Vụ ", "Bộ Tư lệnh "]
            .iter()
            .any(|first| entry.name.starts_with(first));
        let next = self.coordinated(index).map(|next| &self.items[next].what);
        if let (true, Some(parent), Some(What::Body(whole))) = (department, &entry.parent, next)
            && matches!(whole.stem, Stem::Fixed(whole) if self.reader.lexicon.bodies[whole].name == *parent)
        {
            told.name = format!("{}, {parent}", told.name);
        }
        told
    }

    /// A body's namesake in another country: its own name where the lexicon has it (`Ban Chấp hành Trung ương Đảng Nhân dân
    /// Cách mạng Lào`), else with the state or party after it as the page writes that, or the country.
    fn abroad(&self, name: &str, state: &str, country: &str) -> String {
        let own = self.reader.lexicon.bodies.iter().find(|body| {
            body.branch == Branch::Other && body.name.starts_with(name) && body.name.ends_with(country)
        });
        let of = if state.is_empty() { country } else { state };
        own.map_or_else(|| format!("{name} {of}"), |body| body.name.clone())
    }

    fn headed(&self, body: &BodyName, index: usize, at: usize) -> Option<Resolved> {
        let head = &self.reader.lexicon.heads[index];
        let mut name = head.name.clone();
        let tail = self.tail(&body.tail);
        let mut key = comparable(&format!("{name} {tail}"));
        push(&mut name, self.shown(&body.tail, &tail));
        let mut facts = Committee {
            branch: Some(head.branch),
            ..Committee::default()
        };
        // `Ủy ban MTTQ tỉnh` and `Ủy ban MTTQ Việt Nam tỉnh` are one.
        if head.name.ends_with("Mặt trận Tổ quốc Việt Nam") {
            key = key.trim_end_matches(" việt nam").to_owned();
        }
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

    /// `VH-TT&TT`: an abbreviation in several parts is shown as written where the page never writes it out.
    fn shown<'t>(&self, written: &'t str, full: &'t str) -> &'t str {
        let parts = !written.contains(' ') && written.contains(['-', '&']) && is_shouted(written);
        let spelled =
            |item: &Item| matches!(&item.what, What::Body(body) if folded(&body.tail) == folded(full));
        if parts && !self.items.iter().any(spelled) {
            written
        } else {
            full
        }
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
            (None, Some(kind)) => self
                .places
                .of_kind(kind, at)
                .or_else(|| self.by_tier(kind))
                .or_else(|| self.provincial(body, wanted.kind)),
            (None, None) if scope == Scope::Local && self.stands_locally(body) => self.places.local(),
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

    /// `Sở Xây dựng` is of a city run by the centre as well as of a province; `Tỉnh ủy` says which.
    fn provincial(&self, body: &BodyName, written: Option<PlaceKind>) -> Option<Named> {
        let Stem::Head(head) = body.stem else { return None };
        let head = &self.reader.lexicon.heads[head];
        let says = folded(&head.name).starts_with("tỉnh");
        (written.is_none() && !says && head.scope == Scope::Of(PlaceKind::Province))
            .then(|| self.places.province.clone())
            .flatten()
    }

    /// A body named for a subject or for the whole country stands at the page's place only where the page is that place's.
    fn stands_locally(&self, body: &BodyName) -> bool {
        let Stem::Head(head) = body.stem else { return false };
        let head = &self.reader.lexicon.heads[head];
        let tail = folded(&body.tail);
        let national =
            tail.contains("quốc gia") || tail.starts_with("trung ương") || tail.contains("việt nam");
        let subject = head.tail.contains(&Part::Topic) || head.branch == Branch::Public;
        let unit = head.tail.contains(&Part::Field);
        !national && (body.tail.is_empty() || !subject && !unit || self.places.rooted)
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
            // `Sở Xây dựng Hà Nội`
            || (scope == Scope::Of(PlaceKind::Province) && named.kind == PlaceKind::City && written.kind.is_none())
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
pub(super) fn comparable(name: &str) -> String {
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
