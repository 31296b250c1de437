//! Two small records -> the whole report, word for word.

use std::io;

use vnkg::graph::{Documents, Window, assemble};
use vnkg::read::{Fault, Refusal};
use vnkg::report::{Findings, markdown, standing};
use vnkg::resolve::{Judgements, Record, join};

const RECORDS: [&str; 2] = [
    r#"{"doc":"a.txt","title":"Sơ kết Chỉ thị 24","date":"2021-12-16","place":"Hà Nội","entities":[
        {"id":"committee:ubnd-hà-nội","kind":"committee","name":"UBND Thành phố Hà Nội","branch":"state","level":"province","place":"Hà Nội"},
        {"id":"directive:24-CT-TU.hà-nội","kind":"directive","name":"Chỉ thị 24-CT/TU","date":"2020-09-07","document_type":"Chỉ thị","number":"24","symbol":"24-CT/TU","issuer":"Thành ủy Hà Nội","title":"Về *cải cách* | nền nếp"},
        {"id":"event:hội-nghị.2021-12-16","kind":"event","name":"Hội nghị sơ kết","date":"2021-12-16","event_type":"Hội nghị","place":"Hà Nội","organiser":"Thành ủy Hà Nội"},
        {"id":"official:hà-minh-hải.hà-nội","kind":"official","name":"Hà Minh Hải","scope":"Hà Nội"}],
      "mentions":[
        {"entity":"official:hà-minh-hải.hà-nội","start":0,"end":11,"text":"Hà Minh Hải","zone":"body","sentence":0,"paragraph":0,"rule":"title"},
        {"entity":"event:hội-nghị.2021-12-16","start":20,"end":35,"text":"Hội nghị sơ kết","zone":"body","sentence":0,"paragraph":0,"rule":"head"},
        {"entity":"directive:24-CT-TU.hà-nội","start":40,"end":56,"text":"Chỉ thị 24-CT/TU","zone":"body","sentence":0,"paragraph":0,"rule":"number"}],
      "relations":[
        {"type":"holds_position","source":"official:hà-minh-hải.hà-nội","target":"committee:ubnd-hà-nội","title":"Phó Chủ tịch","start":0,"end":11,"sentence":0,"rule":"title"},
        {"type":"chaired","source":"official:hà-minh-hải.hà-nội","target":"event:hội-nghị.2021-12-16","start":0,"end":35,"sentence":0,"rule":"verb"}],
      "sentences":[{"start":0,"end":60,"text":"Hà Minh Hải chủ trì Hội nghị sơ kết thực hiện Chỉ thị 24-CT/TU."}],
      "unresolved":[{"text":"05-CT/TU","reason":"a suffix without a province","start":61,"end":69}]}"#,
    r#"{"doc":"b.txt","date":"2022-01-03","entities":[
        {"id":"directive:24-CT-TU.hà-nội","kind":"directive","name":"Chỉ thị 24-CT/TU","document_type":"Chỉ thị","number":"24","symbol":"24-CT/TU","issuer":"Thành ủy Hà Nội"}],
      "mentions":[{"entity":"directive:24-CT-TU.hà-nội","start":0,"end":16,"text":"Chỉ thị 24-CT/TU","zone":"body","sentence":0,"paragraph":0,"rule":"number"}],
      "relations":[],
      "sentences":[{"start":0,"end":17,"text":"Chỉ thị 24-CT/TU."}],
      "unresolved":[{"text":"05-CT/TU","reason":"a suffix without a province","start":20,"end":28}]}"#,
];

fn report(records: &[Record], refused: &[Refusal]) -> String {
    let corpus = join(records, &Judgements::default(), &[]);
    let (graph, _) = assemble(&corpus, Window::default(), Documents::default());
    let standing = standing(&graph).expect("a small graph");
    markdown(&Findings {
        corpus: &corpus,
        graph: &graph,
        standing: &standing,
        refused,
        skipped: 2,
    })
}

#[test]
fn a_report_says_what_the_records_say() {
    let records = RECORDS.map(|record| serde_json::from_str(record).expect("a record"));
    let refused = [
        Refusal {
            name: "c.txt".to_owned(),
            reason: Fault::Empty,
        },
        Refusal {
            name: "d.txt".to_owned(),
            reason: io::Error::from_raw_os_error(13).into(),
        },
    ];
    let report = report(&records, &refused);
    assert_eq!(report, include_str!("report.md"), "the report is now:\n{report}");
}

#[test]
fn a_report_of_nothing_says_so() {
    let report = report(&[], &[]);
    for words in [
        "Pages read: 0. Refused: 0. Files skipped: 2.\n\nThe graph is empty.\n",
        "No page gives anyone a post.",
        "No page cites a directive.",
        "No page names an event.",
        "None: every page was read.",
        "### Seen and not resolved\n\nNothing.\n",
    ] {
        assert!(report.contains(words), "{words} is missing from:\n{report}");
    }
}
