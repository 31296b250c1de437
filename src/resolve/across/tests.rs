//! Which entities of different pages are one thing: a row a case.

mod directives;
mod people;

use serde_json::{Value, json};

use crate::resolve::across::{Corpus, Succession, join};
use crate::resolve::{Judgements, Record};

/// A page with these entities and posts; an entity without an id has its name for one.
fn page(doc: &str, place: Option<&str>, entities: &[Value], posts: &[(&str, &str, &str)]) -> Record {
    let mut entities = entities.to_vec();
    for entity in &mut entities {
        if entity["id"].is_null() {
            entity["id"] = json!(format!("{}:{}", entity["kind"], entity["name"]).replace(['"', ' '], ""));
        }
    }
    let id = |name: &str| {
        let found = entities.iter().find(|entity| entity["name"] == name);
        found.map(|entity| entity["id"].clone()).unwrap_or_default()
    };
    let relations: Vec<Value> = posts
        .iter()
        .map(|(official, title, body)| {
            json!({"type": "holds_position", "source": id(official), "target": id(body), "title": title,
                "start": 0, "end": 1, "sentence": 0, "rule": "test"})
        })
        .collect();
    let page = json!({"doc": doc, "place": place, "entities": entities, "mentions": [], "relations": relations,
        "sentences": []});
    serde_json::from_value(page).expect("a record")
}

fn official(name: &str) -> Value {
    json!({"kind": "official", "name": name})
}

fn body(name: &str, level: &str, place: &str) -> Value {
    let place = (!place.is_empty()).then_some(place);
    json!({"kind": "committee", "name": name, "level": level, "place": place, "branch": "party"})
}

fn directive(number: &str, date: Option<&str>, issuer: Option<&str>) -> Value {
    let (kind, symbol) = number.rsplit_once(' ').expect("a type and a number");
    let digits: String = symbol.chars().take_while(char::is_ascii_digit).collect();
    let full = (digits != symbol).then_some(symbol);
    json!({"kind": "directive", "name": number, "date": date, "issuer": issuer, "document_type": kind,
        "id": format!("directive:{number}.{date:?}.{issuer:?}").replace(['"', ' '], ""),
        "number": digits.trim_start_matches('0'), "symbol": full})
}

fn joined(records: &[Record]) -> Corpus<'_> {
    join(records, &Judgements::default(), &[])
}

/// The numbers of the things that the entities called `name` became, in the order of the pages.
fn things(corpus: &Corpus, name: &str) -> Vec<u32> {
    let pages = corpus.records.iter().zip(&corpus.members);
    let found = pages.flat_map(|(record, members)| record.entities.iter().zip(members));
    let found: Vec<u32> = found
        .filter(|(entity, _)| entity.name == name)
        .map(|(_, thing)| *thing)
        .collect();
    as_met(&found)
}

/// Things -> how many others were met before each: two entities have one number if they became one thing.
fn as_met(found: &[u32]) -> Vec<u32> {
    let mut order: Vec<u32> = Vec::new();
    let numbers = found.iter().map(|&thing| {
        let known = order.iter().position(|other| *other == thing);
        known.unwrap_or_else(|| {
            order.push(thing);
            order.len() - 1
        }) as u32
    });
    numbers.collect()
}

/// Directives or events of pages, one a page, and which of them are one.
fn numbers(directives: &[Value]) -> Vec<u32> {
    let issuer = |it: &Value| {
        it["issuer"].as_str().map(|name| {
            let place = name.rsplit_once("ủy ").map_or("", |(_, place)| place);
            body(name, if place.is_empty() { "central" } else { "province" }, place)
        })
    };
    let records: Vec<Record> = directives
        .iter()
        .enumerate()
        .map(|(index, it)| {
            let entities: Vec<Value> = std::iter::once(it.clone()).chain(issuer(it)).collect();
            page(&format!("{index:03}"), None, &entities, &[])
        })
        .collect();
    let corpus = joined(&records);
    let found: Vec<u32> = corpus.members.iter().map(|members| members[0]).collect();
    as_met(&found)
}

#[test]
fn a_meeting_of_another_day_is_another_meeting() {
    let event = |date: &str| {
        json!({"kind": "event", "name": "Hội nghị giao ban", "organiser": "Thành ủy Hà Nội",
        "id": format!("event:giao-ban.{date}"), "date": (!date.is_empty()).then_some(date)})
    };
    assert_eq!(numbers(&[event("2023-12-28"), event("2023-12-29")]), [0, 1]);
    assert_eq!(numbers(&[event("2023-12-28"), event("2023-12")]), [0, 0]);
    assert_eq!(numbers(&[event(""), event("2023-12-28")]), [0, 0]);
}

#[test]
fn a_district_of_one_name_in_two_provinces_is_two() {
    let district = |province: &str| {
        json!({"kind": "committee", "name": "UBND huyện Châu Thành", "level": "district", "parent": province,
        "id": format!("committee:châu-thành.{province}").replace(' ', "-")})
    };
    assert_eq!(
        numbers(&[district("UBND tỉnh Tây Ninh"), district("UBND tỉnh Long An")]),
        [0, 1]
    );
}

#[test]
fn people_have_the_last_word() {
    let records = [
        page(
            "a",
            None,
            &[json!({"kind": "official", "name": "Lê Hải", "id": "hn", "scope": "Hà Nội"})],
            &[],
        ),
        page(
            "b",
            None,
            &[json!({"kind": "official", "name": "Lê Hải", "id": "hp", "scope": "Hải Phòng"})],
            &[],
        ),
        page("c", None, &[directive("Chỉ thị 05-CT/TW", None, None)], &[]),
        page(
            "d",
            None,
            &[directive("Chỉ thị 05-CT/TW", Some("2016-05-15"), None)],
            &[],
        ),
    ];
    let [undated, dated] = [2, 3].map(|index: usize| records[index].entities[0].id.clone());
    let judged = format!("same hn hp\ndifferent {undated} {dated}\nsame hn nobody");
    let judgements = Judgements::parse(&judged).expect("judgements");
    let corpus = join(&records, &judgements, &[]);
    assert_eq!(corpus.members[0][0], corpus.members[1][0]);
    assert_ne!(corpus.members[2][0], corpus.members[3][0]);
    assert_eq!(corpus.things.len(), 3);
}

#[test]
fn what_was_joined_says_why() {
    let records = [
        page("a", None, &[directive("Chỉ thị 05-CT/TW", None, None)], &[]),
        page(
            "b",
            None,
            &[directive("Chỉ thị 05-CT/TW", Some("2016-05-15"), None)],
            &[],
        ),
    ];
    let corpus = joined(&records);
    assert_eq!(corpus.merges.len(), 1);
    assert_eq!(corpus.merges[0].rule, "the only candidate");
    assert_eq!(corpus.things[0].entity.date.as_deref(), Some("2016-05-15"));
    assert_eq!(corpus.things[0].joined, [records[0].entities[0].id.clone()]);
}

#[test]
fn a_body_that_took_anothers_place_is_linked_to_it() {
    let records = [page(
        "a",
        None,
        &[
            body("Ban Tuyên giáo Trung ương", "central", ""),
            body("Ban Tuyên giáo và Dân vận Trung ương", "central", ""),
        ],
        &[],
    )];
    let pair = |old: &str, new: &str| Succession {
        old: old.to_owned(),
        new: new.to_owned(),
    };
    let known = pair(
        "Ban Tuyên giáo Trung ương",
        "Ban Tuyên giáo và Dân vận Trung ương",
    );
    let corpus = join(
        &records,
        &Judgements::default(),
        &[known, pair("Ban Dân vận Trung ương", "Ban Tuyên giáo Trung ương")],
    );
    assert_eq!(corpus.successions, [(0, 1)]);
}
