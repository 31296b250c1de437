//! A seed -> records as extraction would make them, of any size, with names that clash and words that hurt formats.

#![allow(dead_code, reason = "each test uses a part of it")]

use serde_json::{Value, json};
use vnkg::resolve::Record;

/// Words that formats trip over.
pub const HOSTILE: [&str; 12] = [
    "\"dấu\" 'nháy' \\ chéo",
    "]]><script>alert(1)</script> &amp; <b>",
    "dòng một\ndòng hai\r\ndòng ba\tcột",
    "🧑‍💼🇻🇳 lãnh đạo",
    "\u{202e}אבג تجربة",
    "=HYPERLINK(\"http://example.org\";\"x\")",
    "+84 24 3822",
    "@SUM(A1:A9)",
    "-2+3+cmd|' /C calc'!A0",
    "tab\tvà \u{b}\u{0}\u{fffe} ký tự cấm",
    "Ho\u{300}a Bi\u{300}nh (tổ hợp)",
    "$$ {{x}} %s `lệnh` # // ; -- */",
];

/// A small deterministic source of numbers (Knuth's MMIX constants).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed ^ 0x9e37_79b9_7f4a_7c15)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % end as u64) as usize
    }
}

const PLACES: [&str; 4] = ["Hà Nội", "Hải Phòng", "Cần Thơ", "Gia Lai"];
const FAMILY: [&str; 6] = ["Nguyễn", "Trần", "Lê", "Phạm", "Giàng", "Y"];
const GIVEN: [&str; 7] = ["Hưng", "Hùng", "Mai", "Phong", "Hòa", "A Chu", "Thị Tuyến"];
const TITLES: [&str; 4] = ["Bí thư", "Phó Bí thư", "phó bí thư", "Chủ tịch"];
const KINDS: [&str; 5] = ["implements", "based_on", "amends", "replaces", "guides"];

/// `pages` records. Every tenth page is itself a directive.
pub fn corpus(pages: usize, seed: u64) -> Vec<Record> {
    let mut dice = Dice::new(seed);
    (0..pages).map(|number| page(number, &mut dice)).collect()
}

fn page(number: usize, dice: &mut Dice) -> Record {
    let mut entities: Vec<Value> = Vec::new();
    let place = PLACES[dice.below(PLACES.len())];
    for _ in 0..3 + dice.below(6) {
        entities.push(official(dice));
        entities.push(committee(dice, place));
        entities.push(directive(dice));
    }
    entities.push(json!({"kind": "event", "id": format!("event:hội-nghị-{}", dice.below(9)), "name": "Hội nghị tổng kết",
        "date": "2023-12-28", "event_type": "Hội nghị"}));
    entities.sort_by_key(|entity| entity["id"].to_string());
    entities.dedup_by_key(|entity| entity["id"].to_string());
    let sentences = 4 + dice.below(5);
    let mentions = mentions(&entities, sentences, dice);
    let relations = relations(&entities, &mentions, dice);
    let own = entities
        .iter()
        .find(|entity| entity["kind"] == "directive" && number.is_multiple_of(10));
    let sentence = |index: usize| {
        let hostile = HOSTILE[(number + index) % HOSTILE.len()];
        json!({"start": index * 100, "end": index * 100 + 90, "text": format!("Câu {index} của trang {number}: {hostile}.")})
    };
    let record = json!({
        "doc": format!("tin tức/{number:05}.txt"),
        "title": format!("Trang {number} {}", HOSTILE[number % HOSTILE.len()]),
        "date": (!number.is_multiple_of(7)).then(|| format!("{}-{:02}-{:02}", 2020 + number % 5, 1 + number % 12, 1 + number % 28)),
        "place": place,
        "is": own.map(|entity| entity["id"].clone()),
        "entities": entities,
        "mentions": mentions,
        "relations": relations,
        "sentences": (0..sentences).map(sentence).collect::<Vec<_>>(),
    });
    serde_json::from_value(record).expect("a record")
}

fn official(dice: &mut Dice) -> Value {
    let name = format!(
        "{} {}",
        FAMILY[dice.below(FAMILY.len())],
        GIVEN[dice.below(GIVEN.len())]
    );
    let scope = [None, Some("trung ương"), Some("Hà Nội"), Some("Gia Lai")][dice.below(4)];
    let id = format!("official:{}.{}", name.to_lowercase(), scope.unwrap_or("")).replace(' ', "-");
    json!({"kind": "official", "id": id, "name": name, "scope": scope})
}

fn committee(dice: &mut Dice, place: &str) -> Value {
    let (head, level) = [
        ("Thành ủy", "province"),
        ("UBND thành phố", "province"),
        ("Ban Tuyên giáo Thành ủy", "province"),
    ][dice.below(3)];
    let name = format!("{head} {place}");
    let parent = head.starts_with("Ban").then(|| format!("Thành ủy {place}"));
    json!({"kind": "committee", "id": format!("committee:{}", name.to_lowercase().replace(' ', "-")), "name": name,
        "level": level, "place": place, "parent": parent, "branch": "party"})
}

fn directive(dice: &mut Dice) -> Value {
    let number = 1 + dice.below(40);
    let date = [None, Some("2016-05-15"), Some("2021-06-09")][dice.below(3)];
    let symbol = format!("{number:02}-CT/TW");
    json!({"kind": "directive", "id": format!("directive:{}.{}", symbol.replace('/', "-"), date.unwrap_or("")),
        "name": format!("Chỉ thị {symbol}"), "document_type": "Chỉ thị", "number": number.to_string(), "symbol": symbol,
        "date": date})
}

fn mentions(entities: &[Value], sentences: usize, dice: &mut Dice) -> Vec<Value> {
    let mut mentions = Vec::new();
    for sentence in 0..sentences {
        for slot in 0..1 + dice.below(5) {
            let entity = &entities[dice.below(entities.len())];
            let start = sentence * 100 + slot * 10;
            let zone = if dice.below(12) == 0 {
                "boilerplate"
            } else {
                "body"
            };
            mentions.push(
                json!({"entity": entity["id"], "start": start, "end": start + 5, "text": entity["name"],
                "zone": zone, "sentence": sentence, "paragraph": sentence / 2, "rule": "synthetic"}),
            );
        }
    }
    mentions
}

fn relations(entities: &[Value], mentions: &[Value], dice: &mut Dice) -> Vec<Value> {
    let of_kind = |kind: &str| {
        entities
            .iter()
            .filter(|it| it["kind"] == kind)
            .collect::<Vec<_>>()
    };
    let (officials, bodies, directives) = (of_kind("official"), of_kind("committee"), of_kind("directive"));
    let mut relations = Vec::new();
    for mention in mentions.iter().take(6) {
        let post = json!({"type": "holds_position", "source": officials[dice.below(officials.len())]["id"],
            "target": bodies[dice.below(bodies.len())]["id"], "title": TITLES[dice.below(TITLES.len())],
            "former": dice.below(5) == 0});
        let link = json!({"type": KINDS[dice.below(KINDS.len())], "source": directives[dice.below(directives.len())]["id"],
            "target": directives[dice.below(directives.len())]["id"]});
        for mut relation in [post, link] {
            for field in ["start", "end", "sentence", "rule"] {
                relation[field] = mention[field].clone();
            }
            relations.push(relation);
        }
    }
    relations
}
