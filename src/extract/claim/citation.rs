//! Sentences -> what one directive does with another: carries out, rests on, amends, replaces, guides.

mod own;
mod preamble;

use crate::extract::claim::{Claim, Target, by_sentence};
use crate::extract::item::{Item, What};
use crate::extract::own::own_directive;
use crate::extract::reader::Reader;
use crate::lexicon::{Cue, Word};
use crate::resolve::record::RelationKind;

/// Tokens between two directives of one statement, at most.
const REACH: usize = 70;

/// Every such statement.
pub fn claims(reader: Reader<'_>, items: &[Item]) -> Vec<Claim> {
    let mut found = Vec::new();
    let own = own_directive(reader, items);
    for range in by_sentence(reader, items) {
        let directives: Vec<usize> = range
            .filter(|index| matches!(items[*index].what, What::Directive { .. }))
            .collect();
        if directives.is_empty() {
            continue;
        }
        for pair in 1..directives.len() {
            stated(reader, items, &directives, pair, &mut found);
        }
        carried_out(reader, items, &directives, &mut found);
    }
    if let Some(own) = own {
        found.extend(preamble::claims(reader, items, own));
        found.extend(own::claims(reader, items, own));
    }
    found
}

/// `Thực hiện Chỉ thị A, Ban Thường vụ Tỉnh ủy ban hành Kế hoạch B`, `Căn cứ Luật A, Chính phủ ban hành Nghị định B`: what
/// the sentence opens with is carried out, or rested on, by what is issued in it.
fn carried_out(reader: Reader<'_>, items: &[Item], directives: &[usize], found: &mut Vec<Claim>) {
    let first = directives[0];
    let start = reader.document.sentences[reader.document.sentence_of(items[first].from)].from;
    let kind = if leads(reader, Cue::BasedOn, start, items[first].from) {
        RelationKind::BasedOn
    } else if leads(reader, Cue::Implements, start, items[first].from) {
        RelationKind::Implements
    } else {
        return;
    };
    let Some(issued) = directives[1..]
        .iter()
        .position(|directive| reader.issuing_before(items[*directive].from).is_some())
        .map(|place| place + 1)
    else {
        return;
    };
    let source = directives[issued];
    let verb = reader
        .issuing_before(items[source].from)
        .unwrap_or(items[source].from);
    // Only what stands in the opening phrase, before the comma that leads to the subject.
    let opening: Vec<usize> = directives[..issued]
        .iter()
        .copied()
        .take_while(|directive| (items[*directive].to..verb).any(|at| reader.word(at) == Word::COMMA))
        .collect();
    for target in opening {
        let rule = "directive: issued to carry out what the sentence opens with";
        found.push(Claim::between(kind, source, target, items, rule));
    }
}

/// Whether a phrase of `cue` stands at the head of a sentence and leads to what begins at `to`.
fn leads(reader: Reader<'_>, cue: Cue, start: usize, to: usize) -> bool {
    let head = start + usize::from(!reader.shape(start).is_word());
    (head..head + 4)
        .filter_map(|at| reader.cue(cue, at))
        .any(|end| end <= to && object(reader, end, to))
}

/// What stands between the directive at `pair` and those before it.
fn stated(reader: Reader<'_>, items: &[Item], directives: &[usize], pair: usize, found: &mut Vec<Claim>) {
    let (before, after) = (directives[pair - 1], directives[pair]);
    let (from, to) = (items[before].to, items[after].from);
    if to - from > REACH {
        return;
    }
    // `Luật Viên chức số 58/2010/QH12; được sửa đổi, bổ sung bởi …` goes on with the law.
    let parts = |at: usize| reader.word(at) == Word::SEMICOLON && reader.word(at + 1) != Word::GETS;
    if (from..to).any(parts) {
        // `Quy định này thay thế Quy định A về …; Quy định B về …`
        let last = found.last().filter(|last| {
            last.kind == RelationKind::Replaces
                && last.target == Target::Item(before)
                && reader.word(to - 1) == Word::SEMICOLON
        });
        let goes_on = last.map(|last| Claim::between(last.kind, last.source, after, items, last.rule));
        found.extend(goes_on);
        return;
    }
    if let Some(amended) = amended_by(reader, items, directives, pair) {
        let amended = guided_by(reader, items, directives, amended).unwrap_or(amended);
        found.push(Claim::between(
            RelationKind::Amends,
            after,
            amended,
            items,
            "directive: amended by what follows",
        ));
        return;
    }
    if let Some((kind, rule)) = verb(reader, from, to) {
        found.push(Claim::between(kind, before, after, items, rule));
        return;
    }
    let last = found
        .last()
        .filter(|last| last.target == Target::Item(before))
        .cloned();
    // `tạm ngưng Nghị định A hướng dẫn thi hành Luật B và Nghị quyết C`: no body guides what it issued itself.
    let last = last.filter(|last| {
        last.kind != RelationKind::Guides || issuer(&items[last.source]) != issuer(&items[after])
    });
    if let Some(last) = last.filter(|_| continues(reader, items, before, after)) {
        found.push(Claim::between(last.kind, last.source, after, items, last.rule));
    }
}

/// `thay thế Quy định A, Quy định B`: only a date, an issuer and a comma or `và` between
fn continues(reader: Reader<'_>, items: &[Item], before: usize, after: usize) -> bool {
    let mut at = reader
        .date_after(items[before].to)
        .map_or(items[before].to, |(_, end)| end);
    if reader.word(at) == Word::OF
        && let Some((_, end)) = reader.body(at + 1)
    {
        at = end;
    }
    matches!(reader.word(at), Word::COMMA | Word::AND) && at + 1 == items[after].from
}

/// `Luật A được sửa đổi, bổ sung bởi Luật B, Luật C`: the directive amended; the amending one is at `pair`.
fn amended_by(reader: Reader<'_>, items: &[Item], directives: &[usize], pair: usize) -> Option<usize> {
    let (before, after) = (directives[pair - 1], directives[pair]);
    let (from, to) = (items[before].to, items[after].from);
    let passive = (from..to)
        .any(|at| matches!(reader.word(at), Word::GETS | Word::HAD) && near_amending(reader, at + 1, to))
        && to > from
        && matches!(reader.document.written(to - 1), "theo" | "bởi" | "tại" | "bằng");
    if passive {
        return Some(before);
    }
    let listed = to == from + 1 && matches!(reader.word(from), Word::COMMA | Word::AND);
    if listed && pair >= 2 {
        amended_by(reader, items, directives, pair - 1)
    } else {
        None
    }
}

/// `Nghị định A quy định chi tiết Luật B được sửa đổi bởi …`: what was amended is the decree, not the law that it guides.
fn guided_by(reader: Reader<'_>, items: &[Item], directives: &[usize], amended: usize) -> Option<usize> {
    let place = directives.iter().position(|directive| *directive == amended)?;
    let before = *directives.get(place.checked_sub(1)?)?;
    let guides = verb(reader, items[before].to, items[amended].from)
        .is_some_and(|(kind, _)| kind == RelationKind::Guides);
    guides.then_some(before)
}

fn near_amending(reader: Reader<'_>, from: usize, to: usize) -> bool {
    (from..to.min(from + 3)).any(|at| reader.cue(Cue::Amends, at).is_some())
}

/// The verb between two directives that takes the second as its object.
fn verb(reader: Reader<'_>, from: usize, to: usize) -> Option<(RelationKind, &'static str)> {
    let ends = |cue: Cue| (from..to).any(|at| reader.cue(cue, at).is_some_and(|end| object(reader, end, to)));
    let kinds = [
        (Cue::Replaces, RelationKind::Replaces, "directive: replaces"),
        (Cue::Guides, RelationKind::Guides, "directive: guides"),
        (Cue::Amends, RelationKind::Amends, "directive: amends"),
        (
            Cue::Implements,
            RelationKind::Implements,
            "directive: carries out",
        ),
        (Cue::BasedOn, RelationKind::BasedOn, "directive: rests on"),
    ];
    let (_, kind, rule) = kinds.into_iter().find(|(cue, ..)| ends(*cue))?;
    // `sơ kết 3 năm triển khai …` speaks of work, and `gắn với` of a second matter: only `về …` states a purpose.
    let purpose = (from..to).any(|at| {
        matches!(reader.word(at), Word::ABOUT | Word::FOR)
            || matches!(reader.document.written(at), "để" | "nhằm")
    });
    // `điều chỉnh Nghị quyết A làm cơ sở sửa đổi Luật B` amends nothing: the amending document is the subject itself.
    let other_work =
        (from..to).any(|at| matches!(reader.document.written(at), "cơ" | "đề" | "kiến" | "dự" | "tinh"));
    match kind {
        RelationKind::Implements => (purpose || opens(reader, from, to)).then_some((kind, rule)),
        RelationKind::Amends => (!other_work).then_some((kind, rule)),
        _ => Some((kind, rule)),
    }
}

/// `Hướng dẫn số … (ngày …) thực hiện …`, `Chương trình số … của Tỉnh ủy thực hiện …`: the verb follows the document
/// itself. `là bước cụ thể hóa …` says it of any subject.
fn opens(reader: Reader<'_>, from: usize, to: usize) -> bool {
    let mut at = reader.date_after(from).map_or(from, |(_, end)| end);
    at += usize::from(reader.word(at) == Word::COMMA);
    if reader.word(at) == Word::OF
        && let Some((_, end)) = reader.body(at + 1)
    {
        at = end;
    }
    let embodies = (from..to).any(|at| reader.cue(Cue::Embodies, at).is_some());
    (at < to && reader.cue(Cue::Implements, at).is_some()) || embodies
}

fn issuer(item: &Item) -> Option<&str> {
    match &item.what {
        What::Directive { name, .. } => name.number.as_ref().map(|number| number.issuer.as_str()),
        _ => None,
    }
}

/// A directive by its name or number, and not `Quyết định này`.
fn is_cited(item: &Item) -> bool {
    matches!(&item.what, What::Directive { name, .. } if !name.own)
}

/// Whether only words that lead to the object stand in `from..to`: `một số điều của`, `việc`.
fn object(reader: Reader<'_>, from: usize, to: usize) -> bool {
    from <= to
        && to - from <= 12
        && (from..to).all(|at| {
            matches!(
                reader.document.written(at),
                "một"
                    | "toàn"
                    | "bộ"
                    | "chương"
                    | "mục"
                    | "điểm"
                    | "phụ"
                    | "lục"
                    | "số"
                    | "điều"
                    | "của"
                    | "việc"
                    | "các"
                    | "cho"
                    | "khoản"
                    | "thi"
                    | "hành"
                    | "nội"
                    | "dung"
                    | "và"
                    | "biện"
                    | "pháp"
                    | "tổ"
                    | "chức"
            ) || reader.shape(at) == crate::clean::token::Shape::Number
                || matches!(
                    reader.document.folded(at).as_str(),
                    "điều" | "khoản" | "chương" | "mục" | "điểm"
                )
        })
}
