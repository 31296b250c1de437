//! Committees, directives and events of all documents -> joined by name or number, place and time.

use std::collections::BTreeMap;

use crate::resolve::Date;
use crate::resolve::across::clusters::Clusters;
use crate::resolve::across::forms::{Calendar, Details, Form, join_forms, settle};
use crate::resolve::across::key::key;
use crate::resolve::across::slug;
use crate::resolve::across::units::Unit;
use crate::resolve::across::wording::{Sort, Wording, wording};
use crate::resolve::record::{Directive, Entity, Event, Facts, Kind, Level};

/// The word for what is not of one province.
pub(super) const CENTRE: &str = "trung ương";

/// Joins bodies of one name: with the same parent, or the only one of that name.
pub(super) fn join_committees(clusters: &mut Clusters) {
    let mut groups: BTreeMap<String, Vec<Form>> = BTreeMap::new();
    for (unit, found) in of_kind(clusters, Kind::Committee) {
        let name = key(found
            .most(|entity| Some(entity.name.as_str()))
            .unwrap_or_default());
        let scope = found.most(|entity| match &entity.facts {
            Facts::Committee(body) => body.parent.as_deref().or(body.place.as_deref()),
            _ => None,
        });
        let details = Details {
            scope: scope.map(key),
            term: qualifier(found.id, &name),
            ..Details::default()
        };
        groups.entry(name).or_default().push(Form { unit, details });
    }
    for forms in groups.into_values() {
        join_forms(forms, Calendar::Timeless, clusters);
    }
}

/// What an id says beyond the name: `tiền-giang` of `committee:ủy-ban-nhân-dân-huyện-châu-thành-tiền-giang`.
fn qualifier(id: &str, name: &str) -> Option<String> {
    let rest = id.strip_prefix("committee:")?.strip_prefix(&slug::words(name))?;
    let rest = rest.trim_start_matches(['-', '.']);
    (!rest.is_empty()).then(|| rest.to_owned())
}

/// Joins directives: by number, then short forms and names to the only one they fit.
pub(super) fn join_directives(clusters: &mut Clusters) {
    let scopes = scopes_of_bodies(clusters);
    let mut numbered: BTreeMap<String, Vec<Form>> = BTreeMap::new();
    let mut short: BTreeMap<String, Vec<Form>> = BTreeMap::new();
    let mut named: BTreeMap<String, Vec<Form>> = BTreeMap::new();
    for (unit, found) in of_kind(clusters, Kind::Directive) {
        let form = Form {
            unit,
            details: directive_details(found, &scopes),
        };
        let text = |of: fn(&Directive) -> Option<&str>| found.most(|entity| of(directive(entity)?));
        match (text(|it| it.symbol.as_deref()), text(|it| it.number.as_deref())) {
            (Some(symbol), _) => numbered.entry(key(symbol)).or_default().push(form),
            (None, Some(number)) => short.entry(number.to_owned()).or_default().push(form),
            _ => named.entry(wording(name(found)).key).or_default().push(form),
        }
    }
    let mut full: Vec<Form> = Vec::new();
    for (symbol, forms) in numbered {
        full.extend(join_forms(forms, calendar(&symbol), clusters));
    }
    let short = join_groups(short, clusters);
    attach(
        &mut full,
        short,
        "the only one of its type with this number",
        clusters,
        |found| {
            found
                .most(|entity| directive(entity)?.number.as_deref())
                .map(str::to_owned)
        },
    );
    let named = join_groups(named, clusters);
    attach(
        &mut full,
        named,
        "the only one with this title",
        clusters,
        |found| {
            let title = found.most(|entity| directive(entity)?.title.as_deref());
            Some(wording(title.unwrap_or_else(|| name(found))).key)
        },
    );
}

/// Joins events of one name: by organiser and day; a congress or plenum by its number and year.
pub(super) fn join_events(clusters: &mut Clusters) {
    let mut groups: BTreeMap<(Sort, String), Vec<Form>> = BTreeMap::new();
    for (unit, found) in of_kind(clusters, Kind::Event) {
        let wording = wording(name(found));
        let date = found.most(|entity| entity.date.as_deref());
        let details = Details {
            scope: event_scope(found, &wording),
            date: date.and_then(|date| date.parse().ok()),
            ..Details::default()
        };
        // *Tổng kết năm 2021* and *năm 2022* are two meetings, whenever they were held.
        let key = wording.key + wording.year.as_deref().unwrap_or_default();
        groups
            .entry((wording.sort, key))
            .or_default()
            .push(Form { unit, details });
    }
    for ((sort, _), forms) in groups {
        let calendar = match sort {
            Sort::Assembly => Calendar::Yearly,
            Sort::Other => Calendar::Daily,
        };
        join_forms(forms, calendar, clusters);
    }
}

/// Who held it; of a congress of a *Đảng bộ thành phố* without the name of the city, the place of the page.
fn event_scope(found: &Unit, wording: &Wording) -> Option<String> {
    let organiser = found.most(|entity| event(entity)?.organiser.as_deref());
    let local = wording.sort == Sort::Assembly && wording.key.split(' ').any(|word| word == "bộ");
    let page = found
        .members
        .iter()
        .filter(|_| local)
        .find_map(|member| member.place);
    organiser.or(page).map(key)
}

fn of_kind<'u, 'a>(
    clusters: &Clusters<'u, 'a>,
    kind: Kind,
) -> impl Iterator<Item = (u32, &'u Unit<'a>)> + use<'u, 'a> {
    let units = clusters.units.units.iter().enumerate();
    units
        .filter(move |(_, unit)| unit.kind == kind)
        .map(|(index, unit)| (index as u32, unit))
}

fn name<'a>(unit: &Unit<'a>) -> &'a str {
    unit.most(|entity| Some(entity.name.as_str())).unwrap_or_default()
}

fn directive(entity: &Entity) -> Option<&Directive> {
    match &entity.facts {
        Facts::Directive(directive) => Some(directive),
        _ => None,
    }
}

fn event(entity: &Entity) -> Option<&Event> {
    match &entity.facts {
        Facts::Event(event) => Some(event),
        _ => None,
    }
}

/// Whose numbers a body gives, by the key of its name: its place, or the centre's.
fn scopes_of_bodies(clusters: &Clusters) -> BTreeMap<String, String> {
    let scopes = of_kind(clusters, Kind::Committee).filter_map(|(_, found)| {
        let scope = found.most(|entity| match &entity.facts {
            Facts::Committee(body) if body.level == Some(Level::Central) => Some(CENTRE),
            Facts::Committee(body) => body.place.as_deref(),
            _ => None,
        });
        Some((key(name(found)), key(scope?)))
    });
    scopes.collect()
}

fn directive_details(found: &Unit, scopes: &BTreeMap<String, String>) -> Details {
    let text = |of: fn(&Directive) -> Option<&str>| found.most(|entity| of(directive(entity)?)).map(key);
    let issuer = text(|it| it.issuer.as_deref());
    let by_issuer = issuer.map(|issuer| scopes.get(&issuer).cloned().unwrap_or(issuer));
    let by_suffix = text(|it| it.symbol.as_deref())
        .filter(|symbol| is_central(symbol))
        .map(|_| CENTRE.to_owned());
    let own = found.most(|entity| entity.date.as_deref()).map(str::to_owned);
    let in_number = || year(&text(|it| it.symbol.as_deref())?).map(str::to_owned);
    let seen = found
        .members
        .iter()
        .filter_map(|member| member.seen?.parse::<Date>().ok());
    Details {
        scope: by_issuer.or(by_suffix),
        sort: text(|it| it.document_type.as_deref()),
        term: text(|it| it.term.as_deref()),
        date: own
            .or_else(in_number)
            .or_else(|| wording(name(found)).year)
            .and_then(|date| date.parse().ok()),
        known_by: seen.min(),
    }
}

/// `05-CT/TW`, `30/2020/NĐ-CP`, `1234/QĐ-TTg`, `31/2024/QH15`; not `24-CT/TU`.
fn is_central(symbol: &str) -> bool {
    let suffix = symbol.rsplit(['/', '-']).next().unwrap_or_default();
    matches!(suffix, "tw" | "cp" | "ttg" | "ctn" | "ubtvqh") || suffix.starts_with("qh")
}

/// `30/2020/NĐ-CP` holds its year and `31/2024/QH15` too; `05-CT/TW` does not.
fn year(symbol: &str) -> Option<&str> {
    let is_year = |part: &&str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    symbol.split('/').skip(1).find(is_year)
}

fn calendar(symbol: &str) -> Calendar {
    match year(symbol) {
        Some(_) => Calendar::Timeless,
        None => Calendar::Yearly,
    }
}

fn join_groups(groups: BTreeMap<String, Vec<Form>>, clusters: &mut Clusters) -> Vec<Form> {
    let forms = groups
        .into_values()
        .flat_map(|forms| join_forms(forms, Calendar::Yearly, clusters));
    forms.collect()
}

/// Joins each of `poor` to the only one of `full` that has the same key and agrees.
fn attach(
    full: &mut [Form],
    poor: Vec<Form>,
    rule: &'static str,
    clusters: &mut Clusters,
    key_of: impl Fn(&Unit) -> Option<String>,
) {
    let units = clusters.units;
    let key_of = |form: &Form| key_of(&units.units[form.unit as usize]);
    let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, form) in full.iter().enumerate() {
        if let Some(key) = key_of(form) {
            by_key.entry(key).or_default().push(index);
        }
    }
    for form in poor {
        let same = key_of(&form).and_then(|key| by_key.get(&key));
        let same = same.into_iter().flatten().copied();
        let agrees = |index: &usize| full[*index].details.agrees(&form.details, Calendar::Yearly);
        let candidates: Vec<usize> = same.filter(agrees).collect();
        settle(full, &form, &candidates, rule, clusters);
    }
}
