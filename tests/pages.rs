//! Two small records -> the pages that people look at: what they say, that they hold together, and that nothing in a
//! record can break out of its text.

use std::collections::BTreeSet;

use vnkg::pipeline::{Options, build, outputs, pages};
use vnkg::read::{Fault, Refusal};
use vnkg::report::Content;
use vnkg::resolve::Record;

const RECORDS: [&str; 2] = [
    r#"{"doc":"a.txt","title":"Sơ kết <b>Chỉ thị</b> 24","date":"2021-12-16","place":"Hà Nội","entities":[
        {"id":"committee:ubnd-hà-nội","kind":"committee","name":"UBND Thành phố Hà Nội","branch":"state","level":"province","place":"Hà Nội"},
        {"id":"directive:24-CT-TU.hà-nội","kind":"directive","name":"Chỉ thị 24-CT/TU","date":"2020-09-07","document_type":"Chỉ thị","number":"24","symbol":"24-CT/TU","issuer":"Thành ủy Hà Nội","title":"</script><script>alert(1)</script>"},
        {"id":"event:hội-nghị.2021-12-16","kind":"event","name":"Hội nghị sơ kết","date":"2021-12-16","event_type":"Hội nghị","place":"Hà Nội","organiser":"Thành ủy Hà Nội"},
        {"id":"official:hà-minh-hải.hà-nội","kind":"official","name":"Hà Minh Hải","aliases":["ông \"Hải\" <!--"],"scope":"Hà Nội"}],
      "mentions":[
        {"entity":"official:hà-minh-hải.hà-nội","start":0,"end":11,"text":"Hà Minh Hải","zone":"body","sentence":0,"paragraph":0,"rule":"title"},
        {"entity":"committee:ubnd-hà-nội","start":13,"end":18,"text":"UBND Thành phố Hà Nội","zone":"body","sentence":0,"paragraph":0,"rule":"head"},
        {"entity":"event:hội-nghị.2021-12-16","start":20,"end":35,"text":"Hội nghị sơ kết","zone":"body","sentence":0,"paragraph":0,"rule":"head"},
        {"entity":"directive:24-CT-TU.hà-nội","start":40,"end":56,"text":"Chỉ thị 24-CT/TU","zone":"body","sentence":0,"paragraph":0,"rule":"number"}],
      "relations":[
        {"type":"holds_position","source":"official:hà-minh-hải.hà-nội","target":"committee:ubnd-hà-nội","title":"Phó Chủ tịch","new":true,"start":0,"end":11,"sentence":0,"rule":"title"},
        {"type":"chaired","source":"official:hà-minh-hải.hà-nội","target":"event:hội-nghị.2021-12-16","start":0,"end":35,"sentence":0,"rule":"verb"}],
      "sentences":[{"start":0,"end":60,"text":"Hà Minh Hải, UBND Thành phố Hà Nội, chủ trì Hội nghị sơ kết <i>Chỉ thị 24-CT/TU</i>."}],
      "unresolved":[{"text":"05-CT/TU","reason":"a suffix without a province","start":61,"end":69}]}"#,
    r#"{"doc":"b.txt","date":"2022-01-03","entities":[
        {"id":"directive:24-CT-TU.hà-nội","kind":"directive","name":"Chỉ thị 24-CT/TU","document_type":"Chỉ thị","number":"24","symbol":"24-CT/TU","issuer":"Thành ủy Hà Nội"}],
      "mentions":[{"entity":"directive:24-CT-TU.hà-nội","start":0,"end":16,"text":"Chỉ thị 24-CT/TU","zone":"body","sentence":0,"paragraph":0,"rule":"number"}],
      "relations":[],
      "sentences":[{"start":0,"end":17,"text":"Chỉ thị 24-CT/TU."}]}"#,
];

fn records() -> Vec<Record> {
    RECORDS
        .map(|record| serde_json::from_str(record).expect("a record"))
        .into()
}

/// Name and text of every file of a build.
fn written(records: &[Record]) -> Vec<(&'static str, String)> {
    let refused = [Refusal {
        name: "c<.txt".to_owned(),
        reason: Fault::Empty,
    }];
    let options = Options::default();
    let built = build(records, &options);
    let content = Content::of(&built.material(&refused));
    let mut files = pages(&built, &content);
    files.extend(outputs(&built, &options));
    let text = |file: &vnkg::export::Output| {
        let mut bytes = Vec::new();
        (file.write)(&mut bytes).expect("written");
        String::from_utf8(bytes).expect("UTF-8")
    };
    files.iter().map(|file| (file.name, text(file))).collect()
}

fn file(name: &str) -> String {
    let files = written(&records()).into_iter();
    let mut found = files.filter(|file| file.0 == name).map(|file| file.1);
    found.next().expect("the build writes it")
}

/// The values of an attribute, as written.
fn values<'t>(text: &'t str, attribute: &str) -> BTreeSet<&'t str> {
    let start = format!(" {attribute}=\"");
    text.split(start.as_str())
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

#[test]
fn the_order_of_records_changes_no_byte() {
    let mut reversed = records();
    reversed.reverse();
    assert_eq!(written(&records()), written(&reversed));
}

#[test]
fn every_link_of_the_report_leads_to_a_place_in_it() {
    let report = file("report.html");
    let places = values(&report, "id");
    let links: Vec<&str> = values(&report, "href").into_iter().collect();
    assert!(links.contains(&"#e-official:hà-minh-hải.hà-nội"), "{links:?}");
    for link in links {
        assert!(places.contains(link.trim_start_matches('#')), "{link}");
    }
}

#[test]
fn the_report_says_what_the_records_say() {
    let report = file("report.html");
    for words in [
        "Phó Chủ tịch",
        "<span class=\"tag new\">new</span>",
        "2020-09-07",
        "chaired by",
        "<mark>Hà Minh Hải</mark>",
        "a suffix without a province",
        "c&lt;.txt",
        "2 pages",
    ] {
        assert!(report.contains(words), "{words}");
    }
}

#[test]
fn nothing_in_a_record_becomes_markup() {
    let report = file("report.html");
    assert!(!report.contains("<script") && !report.contains("<i>Chỉ") && !report.contains("<!--"));
    assert!(report.contains("&lt;/script&gt;&lt;script&gt;alert(1)"));
    let explore = file("explore.html");
    assert_eq!(explore.matches("</script").count(), 2, "the data and the program");
    assert!(!explore.contains("<!--") && explore.contains("\\u003c/script>"));
}

#[test]
fn no_page_names_an_address_outside() {
    for name in ["report.html", "explore.html"] {
        let page = file(name);
        assert!(!page.contains("http://") && !page.contains("https://"), "{name}");
        assert!(page.contains("default-src 'none'"), "{name}");
    }
}

#[test]
fn the_data_of_both_pages_can_be_read_back() {
    let report: serde_json::Value = serde_json::from_str(&file("report.json")).expect("JSON");
    assert_eq!(report["overview"]["pages"], 2);
    assert_eq!(report["posts"]["shown"][0]["posts"][0]["tenure"], "new");
    assert_eq!(report["directives"]["shown"][0]["documents"], 2);
    assert_eq!(report["events"]["shown"][0]["date"], "2021-12-16");
    assert_eq!(report["refused"]["shown"][0]["reason"], "empty");
    let explore = file("explore.html");
    let data = explore
        .split("id=\"data\">")
        .nth(1)
        .and_then(|rest| rest.split("</script>").next());
    let data: serde_json::Value = serde_json::from_str(data.expect("data")).expect("JSON");
    let ids = data["nodes"]["id"].as_array().expect("ids");
    let place = ids
        .iter()
        .position(|id| id == "official:hà-minh-hải.hà-nội")
        .expect("the official");
    assert_eq!(data["nodes"]["aliases"][place][0], "ông \"Hải\" <!--");
    assert_eq!(
        data["nodes"]["sentences"][place][0].as_array().map(Vec::len),
        Some(1)
    );
}

#[test]
fn a_corpus_of_nothing_has_pages_that_say_so() {
    for (name, text) in written(&[]) {
        assert!(!text.contains("NaN"), "{name}");
    }
    let report = written(&[])
        .into_iter()
        .find(|file| file.0 == "report.html")
        .expect("written")
        .1;
    assert!(report.contains("No page gives anyone a post."));
}
