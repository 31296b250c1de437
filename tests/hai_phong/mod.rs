//! A few pages about Hải Phòng, as records: who serves where, what carries out what. Shared by the tests of questions.
#![allow(dead_code, reason = "each test file uses its own part")]

use std::path::Path;

use serde_json::{Value, json};
use vnkg::pipeline::{Options, build, outputs};
use vnkg::resolve::Record;

/// A page as tests write it. Sentences stand one after the other, each a paragraph of its own.
pub struct Page {
    pub doc: &'static str,
    pub title: &'static str,
    pub date: Option<&'static str>,
    pub is: Option<&'static str>,
    /// The words, and which of them name which entity.
    pub sentences: &'static [(&'static str, &'static [(&'static str, &'static str)])],
    pub relations: &'static [Said],
}

/// A relation: verb, source, target, the title of a post with `former` or `new` behind a bar, number of the sentence.
pub type Said = (&'static str, &'static str, &'static str, &'static str, usize);

const HUNG: &str = "official:trần-hưng.hải-phòng";
const MAI: &str = "official:lê-thị-mai.hải-phòng";
const MAI_CENTRE: &str = "official:lê-thị-mai.trung-ương";
const MINISTRY: &str = "committee:bộ-nội-vụ";
const HUNG_CA_MAU: &str = "official:trần-hùng.cà-mau";
const PARTY: &str = "committee:thành-ủy-hải-phòng";
const PROPAGANDA: &str = "committee:ban-tuyên-giáo-thành-ủy-hải-phòng";
const CA_MAU: &str = "committee:ubnd-tỉnh-cà-mau";
const DIRECTIVE: &str = "directive:05-CT-TW.2016";
const PLAN: &str = "directive:12-KH-TU.hải-phòng.2021";
const CONCLUSION: &str = "directive:01-KL-TW.2021";
const MEETING: &str = "event:hội-nghị-triển-khai-05-CT-TW.2021-06-10";

pub const MEETING_PAGE: Page = Page {
    doc: "tin/hoi-nghi.txt",
    title: "Hải Phòng triển khai Chỉ thị 05-CT/TW",
    date: Some("2021-06-10"),
    is: None,
    sentences: &[
        (
            "Sáng 10/6, đồng chí Trần Hưng, Phó Bí thư Thành ủy Hải Phòng, chủ trì Hội nghị triển khai Chỉ thị 05-CT/TW.",
            &[
                (HUNG, "Trần Hưng"),
                (PARTY, "Thành ủy Hải Phòng"),
                (MEETING, "Hội nghị"),
                (DIRECTIVE, "Chỉ thị 05-CT/TW"),
            ],
        ),
        (
            "Đồng chí Lê Thị Mai, Trưởng Ban Tuyên giáo Thành ủy Hải Phòng, trình bày Kế hoạch 12-KH/TU.",
            &[
                (MAI, "Lê Thị Mai"),
                (PROPAGANDA, "Ban Tuyên giáo Thành ủy Hải Phòng"),
                (PLAN, "Kế hoạch 12-KH/TU"),
            ],
        ),
    ],
    relations: &[
        ("holds_position", HUNG, PARTY, "Phó Bí thư", 0),
        ("chaired", HUNG, MEETING, "", 0),
        ("concerns", MEETING, DIRECTIVE, "", 0),
        ("holds_position", MAI, PROPAGANDA, "Trưởng ban", 1),
    ],
};

pub const PLAN_PAGE: Page = Page {
    doc: "van-ban/ke-hoach-12.txt",
    title: "Kế hoạch 12-KH/TU",
    date: Some("2021-07-01"),
    is: Some(PLAN),
    sentences: &[
        (
            "Kế hoạch 12-KH/TU của Thành ủy Hải Phòng thực hiện Chỉ thị 05-CT/TW.",
            &[
                (PLAN, "Kế hoạch 12-KH/TU"),
                (PARTY, "Thành ủy Hải Phòng"),
                (DIRECTIVE, "Chỉ thị 05-CT/TW"),
            ],
        ),
        (
            "Kết luận 01-KL/TW tiếp tục thực hiện Chỉ thị 05-CT/TW.",
            &[(CONCLUSION, "Kết luận 01-KL/TW"), (DIRECTIVE, "Chỉ thị 05-CT/TW")],
        ),
    ],
    relations: &[
        ("implements", PLAN, DIRECTIVE, "", 0),
        ("issued_by", PLAN, PARTY, "", 0),
        ("implements", CONCLUSION, DIRECTIVE, "", 1),
    ],
};

pub const APPOINTMENT_PAGE: Page = Page {
    doc: "tin/nhan-su.txt",
    title: "Đồng chí Trần Hưng giữ chức Bí thư Thành ủy Hải Phòng",
    date: Some("2023-12-28"),
    is: None,
    sentences: &[
        (
            "Bộ Chính trị điều động đồng chí Trần Hưng giữ chức Bí thư Thành ủy Hải Phòng.",
            &[(HUNG, "Trần Hưng"), (PARTY, "Thành ủy Hải Phòng")],
        ),
        (
            "Đồng chí Lê Thị Mai, nguyên Trưởng Ban Tuyên giáo Thành ủy Hải Phòng, cùng dự.",
            &[
                (MAI, "Lê Thị Mai"),
                (PROPAGANDA, "Ban Tuyên giáo Thành ủy Hải Phòng"),
            ],
        ),
    ],
    relations: &[
        ("holds_position", HUNG, PARTY, "Bí thư|new", 0),
        ("holds_position", MAI, PROPAGANDA, "Trưởng ban|former", 1),
    ],
};

pub const CA_MAU_PAGE: Page = Page {
    doc: "tin/ca-mau.txt",
    title: "Cà Mau ứng phó hạn mặn",
    date: Some("2022-03-08"),
    is: None,
    sentences: &[(
        "Đồng chí Trần Hùng, Chủ tịch UBND tỉnh Cà Mau, kiểm tra các tuyến đê biển.",
        &[(HUNG_CA_MAU, "Trần Hùng"), (CA_MAU, "UBND tỉnh Cà Mau")],
    )],
    relations: &[("holds_position", HUNG_CA_MAU, CA_MAU, "Chủ tịch", 0)],
};

/// Someone in Hà Nội who has the name of someone in Hải Phòng.
pub const MINISTRY_PAGE: Page = Page {
    doc: "tin/bo-noi-vu.txt",
    title: "Bộ Nội vụ tập huấn công tác lưu trữ",
    date: Some("2024-05"),
    is: None,
    sentences: &[(
        "Đồng chí Lê Thị Mai, Thứ trưởng Bộ Nội vụ, khai giảng lớp tập huấn.",
        &[(MAI_CENTRE, "Lê Thị Mai"), (MINISTRY, "Bộ Nội vụ")],
    )],
    relations: &[("holds_position", MAI_CENTRE, MINISTRY, "Thứ trưởng", 0)],
};

/// All the pages but that of the ministry, in no order.
pub const PAGES: [&Page; 4] = [&PLAN_PAGE, &MEETING_PAGE, &CA_MAU_PAGE, &APPOINTMENT_PAGE];

/// What extraction would make of the page.
pub fn record(page: &Page) -> Record {
    let mut ids: Vec<&str> = page.sentences.iter().flat_map(|it| it.1).map(|it| it.0).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut start = 0;
    let mut sentences = Vec::new();
    let mut mentions = Vec::new();
    for (number, (text, named)) in page.sentences.iter().enumerate() {
        for (entity, words) in *named {
            let before = text.find(words).expect("the words stand in the sentence");
            let from = start + text[..before].chars().count();
            mentions.push(
                json!({"entity": entity, "start": from, "end": from + words.chars().count(), "text": words,
                "zone": "body", "sentence": number, "paragraph": number, "rule": "by hand"}),
            );
        }
        let end = start + text.chars().count();
        sentences.push(json!({"start": start, "end": end, "text": text}));
        start = end + 1;
    }
    let relations: Vec<Value> = page
        .relations
        .iter()
        .map(|said| relation(said, &sentences))
        .collect();
    let record = json!({"doc": page.doc, "title": page.title, "date": page.date, "is": page.is,
        "entities": ids.iter().map(|id| entity(id)).collect::<Vec<_>>(), "mentions": mentions,
        "relations": relations, "sentences": sentences});
    serde_json::from_value(record).expect("a record")
}

pub fn records(pages: &[&Page]) -> Vec<Record> {
    pages.iter().map(|page| record(page)).collect()
}

/// Writes the records of the pages into a file, as `vnkg extract` would.
pub fn write_records(folder: &Path, name: &str, pages: &[&Page]) {
    let lines = pages.iter().map(|page| {
        let line = serde_json::to_string(&record(page)).expect("a line");
        line + "\n"
    });
    std::fs::write(folder.join(name), lines.collect::<String>()).expect("a file can be written");
}

/// Writes what a build of the pages leaves into a folder below.
pub fn write_graph(folder: &Path, name: &str, pages: &[&Page]) {
    let records = records(pages);
    let options = Options::default();
    let built = build(&records, &options);
    let folder = folder.join(name);
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    for output in outputs(&built, &options) {
        let mut bytes = Vec::new();
        (output.write)(&mut bytes).expect("memory takes all that is written");
        std::fs::write(folder.join(output.name), bytes).expect("a file can be written");
    }
}

fn relation((kind, source, target, title, sentence): &Said, sentences: &[Value]) -> Value {
    let (title, tenure) = title.split_once('|').unwrap_or((title, ""));
    json!({"type": kind, "source": source, "target": target, "title": (!title.is_empty()).then_some(title),
        "former": tenure == "former", "new": tenure == "new", "start": sentences[*sentence]["start"],
        "end": sentences[*sentence]["end"], "sentence": sentence, "rule": "by hand"})
}

fn entity(id: &str) -> Value {
    let mut entity = match id {
        HUNG => json!({"kind": "official", "name": "Trần Hưng", "scope": "Hải Phòng"}),
        MAI => json!({"kind": "official", "name": "Lê Thị Mai", "scope": "Hải Phòng"}),
        MAI_CENTRE => json!({"kind": "official", "name": "Lê Thị Mai", "scope": "trung ương"}),
        MINISTRY => json!({"kind": "committee", "name": "Bộ Nội vụ", "branch": "state", "level": "central"}),
        HUNG_CA_MAU => json!({"kind": "official", "name": "Trần Hùng", "scope": "Cà Mau"}),
        PARTY => {
            json!({"kind": "committee", "name": "Thành ủy Hải Phòng", "branch": "party", "level": "province",
            "place": "Hải Phòng"})
        }
        PROPAGANDA => {
            json!({"kind": "committee", "name": "Ban Tuyên giáo Thành ủy Hải Phòng", "branch": "party",
            "level": "province", "place": "Hải Phòng", "parent": "Thành ủy Hải Phòng"})
        }
        CA_MAU => {
            json!({"kind": "committee", "name": "UBND tỉnh Cà Mau", "branch": "state", "level": "province",
            "place": "Cà Mau"})
        }
        DIRECTIVE => {
            json!({"kind": "directive", "name": "Chỉ thị 05-CT/TW", "document_type": "Chỉ thị", "number": "5",
            "symbol": "05-CT/TW", "issuer": "Bộ Chính trị", "date": "2016-05-15"})
        }
        PLAN => {
            json!({"kind": "directive", "name": "Kế hoạch 12-KH/TU", "document_type": "Kế hoạch", "number": "12",
            "symbol": "12-KH/TU", "issuer": "Thành ủy Hải Phòng", "date": "2021-07-01"})
        }
        CONCLUSION => json!({"kind": "directive", "name": "Kết luận 01-KL/TW", "document_type": "Kết luận",
            "number": "1", "symbol": "01-KL/TW", "issuer": "Bộ Chính trị", "date": "2021-05-18"}),
        MEETING => {
            json!({"kind": "event", "name": "Hội nghị triển khai Chỉ thị 05-CT/TW", "event_type": "Hội nghị",
            "date": "2021-06-10", "place": "Hải Phòng"})
        }
        other => panic!("{other} is no entity of these pages"),
    };
    entity["id"] = json!(id);
    entity
}
