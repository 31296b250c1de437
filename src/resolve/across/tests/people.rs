//! Which officials of different pages are one person.

use serde_json::{Value, json};

use super::{body, joined, official, page, things};

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
