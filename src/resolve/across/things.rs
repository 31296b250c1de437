//! Clusters of units -> the things of the corpus, each with what its documents together say of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::resolve::across::clusters::Clusters;
use crate::resolve::across::units::{Member, most};
use crate::resolve::across::{Thing, slug};
use crate::resolve::record::{Committee, Directive, Entity, Event, Facts, Kind, Official};

/// The things, sorted by kind and id, and the index of each unit's thing.
pub(super) fn things(clusters: &Clusters) -> (Vec<Thing>, Vec<u32>) {
    let mut members: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for unit in 0..clusters.units.units.len() as u32 {
        members.entry(clusters.root(unit)).or_default().push(unit);
    }
    let mut found: Vec<(Thing, Vec<u32>)> = members
        .into_values()
        .map(|units| (thing(clusters, &units), units))
        .collect();
    // Things that took one id stand in the order of their first documents.
    found.sort_by(|(left, left_units), (right, right_units)| {
        let key = |thing: &Thing, units: &[u32]| (thing.entity.kind(), thing.entity.id.clone(), units[0]);
        key(left, left_units).cmp(&key(right, right_units))
    });
    tell_apart(&mut found);
    found.sort_by(|(left, _), (right, _)| {
        (left.entity.kind(), &left.entity.id).cmp(&(right.entity.kind(), &right.entity.id))
    });
    let mut thing_of = vec![0; clusters.units.units.len()];
    for (index, (_, units)) in found.iter().enumerate() {
        for unit in units {
            thing_of[*unit as usize] = index as u32;
        }
    }
    (found.into_iter().map(|(thing, _)| thing).collect(), thing_of)
}

fn thing(clusters: &Clusters, units: &[u32]) -> Thing {
    let units = units.iter().map(|unit| &clusters.units.units[*unit as usize]);
    let members: Vec<Member> = units
        .clone()
        .flat_map(|unit| unit.members.iter().copied())
        .collect();
    let ids: BTreeSet<&str> = units.map(|unit| unit.id).collect();
    let fullest = members.iter().map(|member| member.entity).max_by(|left, right| {
        // The id that says most is kept, of equals the smaller.
        fullness(left)
            .cmp(&fullness(right))
            .then_with(|| right.id.cmp(&left.id))
    });
    let Some(fullest) = fullest else {
        unreachable!("a unit has a member, see `units`");
    };
    let joined = ids
        .into_iter()
        .filter(|id| *id != fullest.id)
        .map(str::to_owned)
        .collect();
    let entity = match members[..] {
        [only] => only.entity.clone(),
        _ => combine(fullest, &members),
    };
    Thing { entity, joined }
}

/// How much of what belongs into an id an entity tells.
fn fullness(entity: &Entity) -> usize {
    let date = entity.date.as_ref().map_or(0, String::len);
    let known = |fields: &[&Option<String>]| fields.iter().filter(|field| field.is_some()).count();
    date + match &entity.facts {
        Facts::Official(it) => 4 * known(&[&it.scope]),
        Facts::Committee(it) => 4 * known(&[&it.place, &it.parent]),
        Facts::Directive(it) => 4 * known(&[&it.symbol, &it.issuer, &it.term]),
        Facts::Event(it) => 4 * known(&[&it.organiser]),
    }
}

/// The entity that has the id of the fullest member and of every other field what most members say.
fn combine(fullest: &Entity, members: &[Member]) -> Entity {
    let of_id = members
        .iter()
        .map(|it| it.entity)
        .filter(|it| it.id == fullest.id);
    let name = most(of_id.map(|it| it.name.as_str())).unwrap_or(&fullest.name);
    let entities = || members.iter().map(|member| member.entity);
    let words: BTreeSet<&String> = entities()
        .flat_map(|it| it.aliases.iter().chain([&it.name]))
        .collect();
    Entity {
        id: fullest.id.clone(),
        name: name.to_owned(),
        date: longest(entities().filter_map(|it| it.date.as_deref())),
        aliases: words.into_iter().filter(|word| *word != name).cloned().collect(),
        facts: facts(fullest.kind(), members),
    }
}

/// The most exact date, of those the most frequent.
fn longest<'a>(dates: impl Iterator<Item = &'a str> + Clone) -> Option<String> {
    let length = dates.clone().map(str::len).max()?;
    most(dates.filter(|date| date.len() == length)).map(str::to_owned)
}

fn facts(kind: Kind, members: &[Member]) -> Facts {
    match kind {
        Kind::Official => Facts::Official(official(members)),
        Kind::Committee => Facts::Committee(committee(members)),
        Kind::Directive => Facts::Directive(directive(members)),
        Kind::Event => Facts::Event(event(members)),
    }
}

fn official(members: &[Member]) -> Official {
    let all = || {
        members.iter().filter_map(|member| match &member.entity.facts {
            Facts::Official(it) => Some(it),
            _ => None,
        })
    };
    let ranks: BTreeSet<&String> = all().flat_map(|it| &it.ranks).collect();
    Official {
        scope: text(all().map(|it| &it.scope)),
        ranks: ranks.into_iter().cloned().collect(),
    }
}

fn committee(members: &[Member]) -> Committee {
    let all = || {
        members.iter().filter_map(|member| match &member.entity.facts {
            Facts::Committee(it) => Some(it),
            _ => None,
        })
    };
    Committee {
        branch: most(all().filter_map(|it| it.branch)),
        level: most(all().filter_map(|it| it.level)),
        place: text(all().map(|it| &it.place)),
        parent: text(all().map(|it| &it.parent)),
    }
}

fn directive(members: &[Member]) -> Directive {
    let all = || {
        members.iter().filter_map(|member| match &member.entity.facts {
            Facts::Directive(it) => Some(it),
            _ => None,
        })
    };
    Directive {
        document_type: text(all().map(|it| &it.document_type)),
        number: text(all().map(|it| &it.number)),
        symbol: text(all().map(|it| &it.symbol)),
        issuer: text(all().map(|it| &it.issuer)),
        term: text(all().map(|it| &it.term)),
        title: text(all().map(|it| &it.title)),
    }
}

fn event(members: &[Member]) -> Event {
    let all = || {
        members.iter().filter_map(|member| match &member.entity.facts {
            Facts::Event(it) => Some(it),
            _ => None,
        })
    };
    Event {
        event_type: text(all().map(|it| &it.event_type)),
        place: text(all().map(|it| &it.place)),
        organiser: text(all().map(|it| &it.organiser)),
    }
}

fn text<'a>(fields: impl Iterator<Item = &'a Option<String>>) -> Option<String> {
    most(fields.filter_map(|field| field.as_deref())).map(str::to_owned)
}

/// Gives different ids to things that took one id: the first keeps it, the others get their scope or a number.
fn tell_apart(found: &mut [(Thing, Vec<u32>)]) {
    let mut taken: BTreeSet<(Kind, String)> = BTreeSet::new();
    let mut kept_as: Vec<String> = Vec::new();
    for (thing, _) in found.iter() {
        kept_as.push(thing.entity.id.clone());
        taken.insert((thing.entity.kind(), thing.entity.id.clone()));
    }
    let mut earlier: Option<(Kind, String)> = None;
    for (index, (thing, _)) in found.iter_mut().enumerate() {
        let own = (thing.entity.kind(), kept_as[index].clone());
        if earlier.as_ref() == Some(&own) {
            let id = free_id(&thing.entity, &taken);
            thing
                .joined
                .push(std::mem::replace(&mut thing.entity.id, id.clone()));
            thing.joined.sort();
            taken.insert((own.0, id));
        }
        earlier = Some(own);
    }
}

fn free_id(entity: &Entity, taken: &BTreeSet<(Kind, String)>) -> String {
    let scope = match &entity.facts {
        Facts::Official(official) => official.scope.as_deref(),
        _ => None,
    };
    let scoped = scope.map(|scope| format!("{}.{}", entity.id, slug::words(scope)));
    let numbered = (2_u32..).map(|number| format!("{}.{number}", entity.id));
    let mut ids = scoped
        .into_iter()
        .chain(numbered)
        .filter(|id| !taken.contains(&(entity.kind(), id.clone())));
    ids.next().unwrap_or_else(|| entity.id.clone())
}
