//! Which entities of different pages are one thing: a row a case.

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
    let mut order: Vec<u32> = Vec::new();
    let numbers = found.into_iter().map(|thing| {
        let known = order.iter().position(|other| *other == thing);
        known.unwrap_or_else(|| {
            order.push(thing);
            order.len() - 1
        }) as u32
    });
    numbers.collect()
}

/// Two pages about people of one name, with the level and place of the body where each serves.
fn people(left: (&str, &str, &str), right: (&str, &str, &str)) -> Vec<u32> {
    let page = |doc: &str, (name, level, place): (&str, &str, &str)| {
        page(
            doc,
            None,
            &[official("Nguyễn Văn Hùng"), body(name, level, place)],
            &[("Nguyễn Văn Hùng", "Ủy viên", name)],
        )
    };
    let records = [page("a", left), page("b", right)];
    things(&joined(&records), "Nguyễn Văn Hùng")
}

#[test]
fn one_name_in_one_body_is_one_person() {
    assert_eq!(
        people(
            ("Tỉnh ủy Kon Tum", "province", "Kon Tum"),
            ("Tỉnh ủy Kon Tum", "province", "Kon Tum")
        ),
        [0, 0]
    );
}

#[test]
fn one_name_in_two_bodies_of_a_province_is_one_person() {
    let left = ("Tỉnh ủy Kon Tum", "province", "Kon Tum");
    assert_eq!(people(left, ("UBND tỉnh Kon Tum", "province", "Kon Tum")), [0, 0]);
}

#[test]
fn one_name_in_two_provinces_is_two_people() {
    let left = ("Tỉnh ủy Kon Tum", "province", "Kon Tum");
    assert_eq!(people(left, ("Tỉnh ủy Gia Lai", "province", "Gia Lai")), [0, 1]);
}

#[test]
fn one_name_in_the_centre_and_in_a_province_is_left_to_review() {
    let page = |doc: &str, name: &str, level: &str, place: &str| {
        page(
            doc,
            None,
            &[official("Lê Hải"), body(name, level, place)],
            &[("Lê Hải", "Bí thư", name)],
        )
    };
    let records = [
        page("a", "Bộ Tài chính", "central", ""),
        page("b", "Tỉnh ủy Gia Lai", "province", "Gia Lai"),
    ];
    let corpus = joined(&records);
    assert_eq!(things(&corpus, "Lê Hải"), [0, 1]);
    assert_eq!(corpus.proposals.len(), 1);
    assert_eq!(
        corpus.proposals[0].reason,
        "one name in trung ương and in gia lai"
    );
}

#[test]
fn a_page_with_both_posts_is_the_evidence_of_a_transfer() {
    let (hanoi, haiphong) = (
        body("Thành ủy Hà Nội", "province", "Hà Nội"),
        body("Thành ủy Hải Phòng", "province", "Hải Phòng"),
    );
    let at = |doc: &str, bodies: &[&Value]| {
        let entities: Vec<Value> = bodies
            .iter()
            .map(|body| (*body).clone())
            .chain([official("Lê Hải")])
            .collect();
        let names: Vec<&str> = bodies.iter().filter_map(|body| body["name"].as_str()).collect();
        let posts: Vec<(&str, &str, &str)> = names.iter().map(|name| ("Lê Hải", "Bí thư", *name)).collect();
        page(doc, None, &entities, &posts)
    };
    let apart = [at("a", &[&hanoi]), at("b", &[&haiphong])];
    assert_eq!(things(&joined(&apart), "Lê Hải"), [0, 1]);
    let bridged = [
        at("a", &[&hanoi]),
        at("b", &[&haiphong]),
        at("c", &[&hanoi, &haiphong]),
    ];
    assert_eq!(things(&joined(&bridged), "Lê Hải"), [0, 0, 0]);
}

#[test]
fn a_tone_makes_another_person() {
    let at = |doc: &str, name: &str| {
        page(
            doc,
            None,
            &[official(name), body("Thành ủy Hà Nội", "province", "Hà Nội")],
            &[(name, "Bí thư", "Thành ủy Hà Nội")],
        )
    };
    let records = [at("a", "Lê Văn Hưng"), at("b", "Lê Văn Hùng")];
    let corpus = joined(&records);
    assert_ne!(corpus.members[0][0], corpus.members[1][0]);
}

#[test]
fn two_people_whom_one_page_tells_apart_stay_two() {
    let hung = |id: &str| json!({"kind": "official", "name": "Lê Hùng", "id": id, "scope": "Hà Nội"});
    let records = [
        page("a", None, &[hung("x"), hung("y")], &[]),
        page("b", None, &[hung("x")], &[]),
    ];
    let corpus = joined(&records);
    assert_eq!(corpus.members[0][0], corpus.members[1][0]);
    assert_ne!(corpus.members[0][0], corpus.members[0][1]);
}

#[test]
fn a_bare_name_joins_the_only_person_and_with_two_the_one_of_the_pages_place() {
    let serving = |doc: &str, place: &str| {
        let name = format!("Tỉnh ủy {place}");
        page(
            doc,
            None,
            &[official("Lê Hải"), body(&name, "province", place)],
            &[("Lê Hải", "Bí thư", &name)],
        )
    };
    let bare = |doc: &str, place: Option<&str>| page(doc, place, &[official("Lê Hải")], &[]);
    let one = [serving("a", "Gia Lai"), bare("b", None)];
    assert_eq!(things(&joined(&one), "Lê Hải"), [0, 0]);
    let two = [
        serving("a", "Gia Lai"),
        serving("b", "Kon Tum"),
        bare("c", Some("Kon Tum")),
        bare("d", None),
    ];
    let corpus = joined(&two);
    assert_eq!(things(&corpus, "Lê Hải"), [0, 1, 1, 2]);
    assert_eq!(corpus.proposals.len(), 2);
    let ids: std::collections::BTreeSet<&str> = corpus
        .things
        .iter()
        .map(|thing| thing.entity.id.as_str())
        .collect();
    assert_eq!(ids.len(), corpus.things.len(), "every thing has an id of its own");
}

#[test]
fn a_name_that_pages_of_three_places_bear_without_a_post_is_one_public_figure() {
    let bare = |doc: &str, place: &str| page(doc, Some(place), &[official("Lê Hải")], &[]);
    let two = [bare("a", "Gia Lai"), bare("b", "Kon Tum")];
    assert_eq!(things(&joined(&two), "Lê Hải"), [0, 1]);
    let three = [bare("a", "Gia Lai"), bare("b", "Kon Tum"), bare("c", "Hà Nội")];
    assert_eq!(things(&joined(&three), "Lê Hải"), [0, 0, 0]);
}

#[test]
fn a_page_does_not_name_what_came_after_it() {
    let law = json!({"kind": "directive", "name": "Luật 80/2025/QH15", "document_type": "Luật", "number": "80",
        "symbol": "80/2025/QH15", "title": "Luật Cán bộ, công chức"});
    let named = json!({"kind": "directive", "name": "Luật Cán bộ, công chức", "document_type": "Luật"});
    let mut records = [page("a", None, &[named], &[]), page("b", None, &[law], &[])];
    for (date, expected) in [("2026-01", true), ("2025", true), ("2016-10-17", false)] {
        records[0].date = Some(date.to_owned());
        let corpus = joined(&records);
        assert_eq!(corpus.members[0][0] == corpus.members[1][0], expected, "{date}");
    }
}

/// Directives of pages, one a page, and which of them are one.
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
    let mut order: Vec<u32> = Vec::new();
    for thing in &found {
        if !order.contains(thing) {
            order.push(*thing);
        }
    }
    found
        .iter()
        .filter_map(|thing| order.iter().position(|other| other == thing))
        .map(|it| it as u32)
        .collect()
}

#[test]
fn directives_are_one_or_two_as_a_reader_would_say() {
    let ct = |date: Option<&str>| directive("Chỉ thị 05-CT/TW", date, None);
    let hanoi = |date: Option<&str>| directive("Chỉ thị 24-CT/TU", date, Some("Thành ủy Hà Nội"));
    let haiphong = directive("Chỉ thị 24-CT/TU", None, Some("Thành ủy Hải Phòng"));
    let rows: [(&str, &[Value], &[u32]); 13] = [
        (
            "undated is the only dated one",
            &[ct(None), ct(Some("2016-05-15"))],
            &[0, 0],
        ),
        (
            "two terms are two documents",
            &[ct(Some("2021-06-09")), ct(Some("2016-05-15"))],
            &[0, 1],
        ),
        (
            "undated with two dated is neither",
            &[ct(None), ct(Some("2016-05-15")), ct(Some("2021-06-09"))],
            &[0, 1, 2],
        ),
        (
            "a year is enough",
            &[ct(Some("2016")), ct(Some("2016-05-15")), ct(Some("2021-06-09"))],
            &[0, 0, 1],
        ),
        (
            "a day given wrongly within the year",
            &[ct(Some("2016-05-15")), ct(Some("2016-05-16"))],
            &[0, 0],
        ),
        (
            "two cities have two documents",
            &[hanoi(None), haiphong.clone()],
            &[0, 1],
        ),
        (
            "a city's suffix alone is neither city's",
            &[directive("Chỉ thị 24-CT/TU", None, None), hanoi(None), haiphong],
            &[0, 1, 2],
        ),
        (
            "a city's suffix alone is the only city's",
            &[
                directive("Chỉ thị 24-CT/TU", None, None),
                hanoi(Some("2023-08-07")),
            ],
            &[0, 0],
        ),
        (
            "a short form joins its full form",
            &[
                directive("Nghị quyết 57", None, None),
                directive("Nghị quyết 57-NQ/TW", Some("2024-12-22"), None),
            ],
            &[0, 0],
        ),
        (
            "a short form with two full forms joins none",
            &[
                directive("Nghị quyết 57", None, None),
                directive("Nghị quyết 57-NQ/TW", Some("2024-12-22"), None),
                directive("Nghị quyết 57-NQ/TW", Some("2011-01-01"), None),
            ],
            &[0, 1, 2],
        ),
        (
            "a short form of another type joins none",
            &[
                directive("Chỉ thị 57", None, None),
                directive("Nghị quyết 57-NQ/TW", None, None),
            ],
            &[0, 1],
        ),
        (
            "one suffix, two types",
            &[
                directive("Quyết định 238-QĐ/TW", None, None),
                directive("Quy định 238-QĐ/TW", None, None),
            ],
            &[0, 1],
        ),
        (
            "the year in the number outranks a date",
            &[
                directive("Nghị định 30/2020/NĐ-CP", Some("2020-03-05"), None),
                directive("Nghị định 30/2020/NĐ-CP", Some("2021-03-05"), None),
            ],
            &[0, 0],
        ),
    ];
    for (what, directives, expected) in rows {
        assert_eq!(numbers(directives), expected, "{what}");
    }
}

#[test]
fn a_named_law_joins_the_numbered_one_with_its_title() {
    let named = json!({"kind": "directive", "name": "Luật Thủ đô", "document_type": "Luật"});
    let numbered = json!({"kind": "directive", "name": "Luật 39/2024/QH15", "document_type": "Luật", "number": "39",
        "symbol": "39/2024/QH15", "title": "Luật Thủ đô"});
    let older = json!({"kind": "directive", "name": "Luật 25/2012/QH13", "document_type": "Luật", "number": "25",
        "symbol": "25/2012/QH13", "title": "Luật Thủ đô"});
    assert_eq!(numbers(&[named.clone(), numbered.clone()]), [0, 0]);
    assert_eq!(numbers(&[named, numbered, older]), [0, 1, 2]);
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
