//! Which directives of different pages are one document.

use serde_json::{Value, json};

use super::{directive, joined, numbers, page};

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
