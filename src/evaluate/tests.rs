use super::*;
use crate::resolve::record::{Committee, Entity, Facts, Mention, Official, Relation, RelationKind, Zone};

const PAGE: &str = "\
=== text
⟦B:Đang online: 7⟧
Bí thư ⟦C1:Tỉnh ủy Hà Giang⟧ ⟦P1:Lò Thị Sen⟧ chủ trì ⟦E1?:hội nghị⟧.
=== entities
C1 | Tỉnh ủy Hà Giang
P1 | Lò Thị Sen
E1 | Hội nghị | date=2024-05
=== relations
P1 holds_position C1 | title=Bí thư
P1 chaired E1
";

fn page() -> Gold {
    Gold::parse("page", PAGE).expect("the page above is well formed")
}

fn entity(id: &str, name: &str, facts: Facts) -> Entity {
    let (id, name) = (id.to_owned(), name.to_owned());
    Entity {
        id,
        name,
        date: None,
        aliases: Vec::new(),
        facts,
    }
}

fn mention(entity: &str, gold: &Gold, words: &str) -> Mention {
    let at = gold.text.find(words).expect("the words stand on the page");
    let start = u32::try_from(gold.text[..at].chars().count()).expect("a short page");
    let end = start + u32::try_from(words.chars().count()).expect("a short page");
    Mention {
        entity: entity.to_owned(),
        start,
        end,
        text: words.to_owned(),
        zone: Zone::Body,
        sentence: 0,
        paragraph: 0,
        rule: "test".into(),
    }
}

/// A record that says all that the gold file says.
fn right(gold: &Gold) -> Record {
    Record {
        doc: "news/page.txt".to_owned(),
        entities: vec![
            entity("c", "Tỉnh uỷ Hà Giang", Facts::Committee(Committee::default())),
            entity("p", "Lò Thị Sen", Facts::Official(Official::default())),
        ],
        mentions: vec![
            mention("c", gold, "Tỉnh ủy Hà Giang"),
            mention("p", gold, "Lò Thị Sen"),
        ],
        relations: vec![Relation {
            kind: RelationKind::HoldsPosition,
            source: "p".to_owned(),
            target: "c".to_owned(),
            title: Some("bí thư".to_owned()),
            former: false,
            new: false,
            start: 0,
            end: 1,
            sentence: 0,
            rule: "test".into(),
        }],
        ..Record::default()
    }
}

fn misses(gold: &Gold, record: Record) -> Vec<String> {
    let evaluation = evaluate(std::slice::from_ref(gold), &[record]).expect("the record fits the page");
    evaluation.misses.iter().map(Miss::to_string).collect()
}

#[test]
fn a_record_that_says_what_the_gold_file_says_has_no_miss() {
    let gold = page();
    let evaluation = evaluate(std::slice::from_ref(&gold), &[right(&gold)]).expect("the record fits");
    assert_eq!(evaluation.misses, []);
    assert_eq!(
        evaluation.score.relation.all.gold, 1,
        "what touches an optional event does not count"
    );
    assert_eq!(evaluation.score.strict.all.gold, 2);
    assert!((evaluation.score.entity.all.f1 - 1.0).abs() < f64::EPSILON);
}

#[test]
fn a_page_without_a_record_counts_as_found_nothing() {
    let evaluation = evaluate(&[page()], &[]).expect("nothing is wrong with it");
    assert_eq!(evaluation.score.mention.all.r, 0.0);
    assert_eq!(evaluation.score.mention.all.p, 1.0);
    assert!(matches!(&evaluation.misses[0], Miss::NoRecord { doc } if doc == "page"));
}

#[test]
fn a_span_with_a_word_too_much_is_a_mention_but_not_an_exact_one() {
    let gold = page();
    let mut record = right(&gold);
    record.mentions[0] = mention("c", &gold, "Bí thư Tỉnh ủy Hà Giang");
    let evaluation = evaluate(std::slice::from_ref(&gold), &[record]).expect("the record fits");
    assert_eq!(evaluation.score.mention.rows["committee"].f1, 1.0);
    assert_eq!(evaluation.score.strict.rows["committee"].f1, 0.0);
    assert_eq!(
        evaluation.misses[0].to_string(),
        "page: span of committee \"Tỉnh ủy Hà Giang\" found as \"Bí thư Tỉnh ủy Hà Giang\""
    );
}

#[test]
fn a_mention_that_touches_an_optional_one_counts_neither_way() {
    let gold = page();
    let mut record = right(&gold);
    record
        .entities
        .push(entity("x", "trì hội", Facts::Committee(Committee::default())));
    record.mentions.push(mention("x", &gold, "trì hội"));
    assert_eq!(misses(&gold, record), Vec::<String>::new());
}

#[test]
fn a_mention_in_boilerplate_is_a_leak_and_nothing_else() {
    let gold = page();
    let mut record = right(&gold);
    record.mentions.push(mention("c", &gold, "online"));
    assert_eq!(
        misses(&gold, record),
        ["page: committee \"online\" lies in boilerplate"]
    );
}

#[test]
fn a_wrong_title_a_wrong_relation_and_a_wrong_name_are_each_told() {
    let gold = page();
    let mut record = right(&gold);
    record.relations[0].title = Some("Phó Bí thư".to_owned());
    let mut issued = record.relations[0].clone();
    issued.kind = RelationKind::IssuedBy;
    record.relations.push(issued);
    let mut cited = record.relations[0].clone();
    cited.kind = RelationKind::Cites;
    record.relations.push(cited);
    record.entities[0].name = "Tỉnh ủy Hà Nam".to_owned();
    assert_eq!(
        misses(&gold, record),
        [
            "page: name of committee \"Tỉnh ủy Hà Giang\" given as \"Tỉnh ủy Hà Nam\"",
            "page: title of \"Lò Thị Sen\" is \"Bí thư\", given as [\"Phó Bí thư\"]",
            "page: wrong relation \"Lò Thị Sen\" issued_by \"Tỉnh ủy Hà Giang\"",
        ]
    );
}

#[test]
fn a_record_of_another_page_is_refused() {
    let gold = page();
    let mut record = right(&gold);
    record.mentions[0].end = 4000;
    assert!(matches!(
        evaluate(&[gold], &[record]),
        Err(EvaluateError::OutsidePage { end: 4000, .. })
    ));
}

#[test]
fn names_are_compared_without_spelling_and_spacing() {
    use super::key::key;
    assert_eq!(key("Chỉ thị số 05-CT/ TƯ"), key("chỉ thị 5 – CT/TW"));
    assert_eq!(key("UBND tỉnh Sơn La"), key("Uỷ ban Nhân dân Sơn La"));
    assert_eq!(key("Thành ủy TP.Huế"), key("Thành ủy thành phố Huế"));
    assert_ne!(key("Nguyễn Văn Hùng"), key("Nguyễn Văn Hưng"));
    assert_ne!(key("Chỉ thị 24-CT/TU"), key("Chỉ thị 24-CT/TW"));
}

#[test]
fn the_raw_page_is_what_is_left_without_marks() {
    let gold = page();
    assert_eq!(
        gold.text,
        "Đang online: 7\nBí thư Tỉnh ủy Hà Giang Lò Thị Sen chủ trì hội nghị."
    );
    assert_eq!(gold.source().name, "page.txt");
}

#[test]
fn a_changed_page_does_not_fit_its_gold_file() {
    let gold = page();
    let mut source = gold.source();
    source.text += "\n\n";
    assert!(gold.fits(&source).is_ok(), "line breaks at the end may differ");
    source.text.insert(5, 'x');
    let error = gold.fits(&source).expect_err("a letter was put in").to_string();
    assert_eq!(
        error,
        "page.txt differs from the page marked in page.gold at code point 4; marks count only on the very same text"
    );
}

#[test]
fn a_broken_gold_file_is_refused_with_its_fault() {
    use super::gold::Fault;
    let fault = |whole: &str| Gold::parse("x", whole).expect_err("the file is broken");
    let text = |marked: &str| format!("=== text\n{marked}\n=== entities\nC1 | Tỉnh ủy\n=== relations\n");
    assert_eq!(fault("Sáng 28/12"), Fault::Parts);
    assert_eq!(
        fault(&text("⟦X1:Tỉnh ủy⟧")),
        Fault::Mark("⟦X1:Tỉnh ủy⟧".to_owned())
    );
    assert_eq!(
        fault(&text("⟦C1:Tỉnh ⟦C1:ủy⟧⟧")),
        Fault::Nested("⟦C1:ủy⟧⟧".to_owned())
    );
    assert_eq!(fault(&text("Tỉnh ủy⟧")), Fault::Unopened("Tỉnh ủy".to_owned()));
    assert_eq!(fault(&text("⟦C1:Tỉnh ủy")), Fault::Unclosed("C1".to_owned()));
    assert_eq!(fault(&text("⟦C2:Tỉnh ủy⟧")), Fault::Unlisted("C2".to_owned()));
    let twice = "=== text\nx\n=== entities\nC1 | a\nC1 | b\n";
    assert_eq!(fault(twice), Fault::Twice("C1".to_owned()));
    let relation = "=== text\nx\n=== entities\nC1 | a\n=== relations\nC1 loves C1\n";
    assert_eq!(fault(relation), Fault::Relation("C1 loves C1".to_owned()));
}

#[test]
fn the_table_has_a_row_for_each_kind_that_occurred() {
    let gold = page();
    let table = evaluate(std::slice::from_ref(&gold), &[right(&gold)])
        .expect("the record fits")
        .score
        .to_string();
    assert!(
        table.starts_with("mention   committee       P 1.000  R 1.000  F1 1.000  gold     1 found     1\n")
    );
    assert!(table.contains("date      accuracy        None  (0 of 0)\n"));
    assert!(table.ends_with("leak      0 of 2 mentions lie in boilerplate\n"));
}
