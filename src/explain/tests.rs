use super::*;
use crate::extract::extract;
use crate::resolve::record::Zone;

fn account(text: &str) -> Account {
    explain(&source(text), Lexicon::embedded())
}

fn source(text: &str) -> Source {
    Source {
        name: "page.txt".to_owned(),
        text: text.to_owned(),
    }
}

/// Words and kind of each piece that is not plain.
fn parts(account: &Account) -> Vec<(String, String)> {
    let pieces = account.rows.iter().flat_map(|row| &row.pieces);
    let told = |piece: &Piece| match &piece.part {
        Part::Plain => None,
        Part::Mention(mention) => Some(
            account
                .label(&account.record.mentions[*mention].entity)
                .to_owned(),
        ),
        Part::Sign(sign) => Some(sign.told()),
    };
    pieces
        .filter_map(|piece| Some((piece.words.clone(), told(piece)?)))
        .collect()
}

#[test]
fn mentions_have_labels_and_what_is_only_read_is_told_apart() {
    let account = account("Phó Bí thư Thành ủy Hà Nội Nguyễn Văn Phong tiếp ông Quang.");
    let parts = parts(&account);
    let parts: Vec<(&str, &str)> = parts
        .iter()
        .map(|(words, told)| (words.as_str(), told.as_str()))
        .collect();
    assert_eq!(
        parts,
        [
            ("Phó Bí thư", "post"),
            ("Thành ủy Hà Nội", "C1"),
            ("Nguyễn Văn Phong", "P1"),
            ("ông", "honorific"),
            ("Quang", "dropped; official: short form"),
        ]
    );
}

#[test]
fn a_rule_says_what_it_saw() {
    let account = account(
        "Ban Tuyên giáo Thành ủy Hà Nội và Bộ Chính trị dự Hội nghị tổng kết công tác tuyên giáo năm 2023. Hội nghị \
         thành công.",
    );
    let told = |text: &str| {
        let place = (account.record.mentions.iter()).position(|it| it.text == text);
        account.rules[place.expect("a mention")].as_str()
    };
    assert_eq!(told("Bộ Chính trị"), "committee: the lexicon's `Bộ Chính trị`");
    assert_eq!(
        told("Ban Tuyên giáo Thành ủy Hà Nội"),
        "committee: head `Ban Tuyên giáo`, of (head `Thành ủy`, in `Hà Nội`)"
    );
    assert!(told("Hội nghị tổng kết công tác tuyên giáo năm 2023").ends_with("and what it is about"));
    assert!(told("Hội nghị").ends_with("alone, pointing back"));
}

#[test]
fn a_name_over_two_lines_stays_in_one_row() {
    let account =
        account("Dự hội nghị có ông\nNguyễn Văn\n\nPhong và Phó Chủ tịch UBND tỉnh Sơn La Lò Thị Sen.");
    for row in &account.rows {
        for piece in &row.pieces {
            if let Part::Mention(mention) = piece.part {
                let mention = &account.record.mentions[mention];
                assert_eq!(
                    piece.words.split_whitespace().collect::<Vec<_>>().join(" "),
                    mention.text
                );
            }
        }
    }
}

#[test]
fn furniture_is_a_row_of_its_own() {
    let prose = "Sáng 6/10, Thành ủy Hà Nội tổ chức hội nghị sơ kết công tác. ".repeat(3);
    let account = account(&format!(
        "Tiêu đề của một trang\n{prose}\nBài liên quan\nThành ủy Huế họp"
    ));
    let last = account.rows.last().expect("rows");
    assert_eq!((last.zone, last.mentions.len()), (Zone::Boilerplate, 0));
    assert_eq!(last.pieces[0].words, "Thành ủy Huế họp");
}

#[test]
fn reading_to_explain_reads_the_same() {
    let page = source("Lò Thị Sen, Bí thư Tỉnh ủy Sơn La, ký Chỉ thị số 12-CT/TU.\r\nÔng Quang vắng mặt.");
    assert_eq!(
        explain(&page, Lexicon::embedded()).record,
        extract(&page, Lexicon::embedded())
    );
}
