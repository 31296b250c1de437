//! Sentences -> who issued which directive: `… của Bộ Chính trị`, `Chính phủ ban hành …`, letterheads.

use crate::clean::token::{Gap, Shape};
use crate::extract::claim::{Claim, by_sentence};
use crate::extract::item::{Item, What};
use crate::extract::reader::Reader;
use crate::lexicon::{Cue, Word};
use crate::resolve::record::RelationKind;

/// Every issuer that the document gives a directive.
pub fn claims(reader: Reader<'_>, items: &[Item]) -> Vec<Claim> {
    let mut found = Vec::new();
    for range in by_sentence(reader, items) {
        for index in range.clone() {
            if is_directive(&items[index]) {
                of(reader, items, index, range.end, &mut found);
                spread(reader, items, index, range.start, &mut found);
                according(reader, items, index, range.end, &mut found);
                by(reader, items, index, range.clone(), &mut found);
                submitted(reader, items, index, range.start, &mut found);
            }
        }
    }
    letterhead(reader, items, &mut found);
    found
}

fn is_directive(item: &Item) -> bool {
    matches!(item.what, What::Directive { .. })
}

fn is_body(item: &Item) -> bool {
    matches!(item.what, What::Body(_))
}

fn claim(directive: usize, body: usize, items: &[Item], rule: &'static str) -> Claim {
    Claim::between(RelationKind::IssuedBy, directive, body, items, rule)
}

/// `Chỉ thị 05-CT/TW ngày 15/5/2016 của Bộ Chính trị, Ban Bí thư`
fn of(reader: Reader<'_>, items: &[Item], index: usize, end: usize, found: &mut Vec<Claim>) {
    let mut at = reader
        .date_after(items[index].to)
        .map_or(items[index].to, |(_, end)| end);
    at += usize::from(matches!(reader.word(at), Word::COMMA | Word::CLOSE));
    if reader.word(at) != Word::OF || !reader.joined(at) {
        return;
    }
    at += 1;
    // `của Thủ tướng Chính phủ`, `của Trưởng Ban …`: the post stands for its body.
    let mut next = index + 1;
    while next < end && items[next].from == at && matches!(items[next].what, What::Title(_)) {
        at = items[next].to;
        next += 1;
    }
    if next >= end || items[next].from != at || !is_body(&items[next]) {
        return;
    }
    found.push(claim(index, next, items, "issuer: after `của`"));
    while next + 1 < end
        && is_body(&items[next + 1])
        && items[next + 1].from == items[next].to + 1
        && matches!(reader.word(items[next].to), Word::COMMA | Word::AND)
        && shared(reader, items, next)
    {
        next += 1;
        found.push(claim(index, next, items, "issuer: after `của`, in a list"));
    }
}

/// Whether a list of issuers goes on: not into the subject of the next clause.
fn shared(reader: Reader<'_>, items: &[Item], index: usize) -> bool {
    let after = items[index + 1].to;
    let listed = matches!(reader.word(after), Word::COMMA | Word::AND | Word::ABOUT);
    listed || !(reader.boundary(after) || reader.word(after) == Word::HAD)
}

/// `Nghị quyết số 26-NQ/TW, 27-NQ/TW và 28-NQ/TW của …`: the issuers of the last of a list are those of all.
fn spread(reader: Reader<'_>, items: &[Item], index: usize, start: usize, found: &mut Vec<Claim>) {
    let issuers: Vec<Claim> = found
        .iter()
        .filter(|claim| claim.source == index && claim.rule.starts_with("issuer: after"))
        .cloned()
        .collect();
    for first in (list_start(reader, items, index, start)..index).rev() {
        found.extend(issuers.iter().map(|claim| Claim {
            source: first,
            from: items[first].from,
            rule: "issuer: of a list",
            ..claim.clone()
        }));
    }
}

/// The first directive of the list that ends with the one at `index`: only days, `,` and `và` between.
fn list_start(reader: Reader<'_>, items: &[Item], index: usize, start: usize) -> usize {
    let mut first = index;
    while first > start && is_directive(&items[first - 1]) {
        let at = reader
            .date_after(items[first - 1].to)
            .map_or(items[first - 1].to, |(_, end)| end);
        let at = at + usize::from(reader.word(at) == Word::CLOSE);
        let listed = matches!(reader.word(at), Word::COMMA | Word::AND) && at + 1 == items[first].from;
        if !listed {
            break;
        }
        first -= 1;
    }
    first
}

/// `Theo Quyết định số … ngày …, Ban Thường vụ Tỉnh ủy điều động …`: who acts by a decision took it.
fn according(reader: Reader<'_>, items: &[Item], index: usize, end: usize, found: &mut Vec<Claim>) {
    let from = items[index].from;
    let opens = from >= 1 && matches!(reader.word(from - 1), Word::ACCORDING | Word::AT);
    let at = reader.date_after(items[index].to).map(|(_, end)| end);
    let Some(at) = at.filter(|at| opens && reader.word(*at) == Word::COMMA) else {
        return;
    };
    // `Bộ trưởng Bộ …` acts for the ministry.
    let titled = usize::from(
        index + 1 < end && matches!(items[index + 1].what, What::Title(_)) && items[index + 1].from == at + 1,
    );
    let body = index + 1 + titled;
    let from = if titled == 1 { items[index + 1].to } else { at + 1 };
    if body < end && is_body(&items[body]) && items[body].from == from {
        found.push(claim(index, body, items, "issuer: acts by it"));
    }
}

/// `Chính phủ ban hành Nghị định …`, `… do Bộ Chính trị ban hành`, `… được Quốc hội thông qua`
fn by(
    reader: Reader<'_>,
    items: &[Item],
    index: usize,
    range: std::ops::Range<usize>,
    found: &mut Vec<Claim>,
) {
    let directive = &items[index];
    if let Some(cue) = reader.issuing_before(directive.from) {
        if let Some(behalf) = on_behalf(reader, items, range.start, index) {
            push_coordinated(reader, items, index, behalf, range.start, found);
            return;
        }
        let subject = (range.start..index)
            .rev()
            .find(|other| is_body(&items[*other]) && items[*other].to <= cue);
        let clear = |other: usize| {
            !(items[other].to..cue).any(|at| matches!(reader.word(at), Word::SEMICOLON | Word::DOT))
        };
        let between = |other: usize| (other + 1..index).all(|item| !is_directive(&items[item]));
        if let Some(subject) =
            subject.filter(|subject| clear(*subject) && between(*subject) && cue - items[*subject].to <= 14)
        {
            push_coordinated(reader, items, index, subject, range.start, found);
        }
    }
    let after = (index + 1..range.end)
        .find(|other| is_body(&items[*other]))
        .filter(|other| items[*other].from - directive.to <= 60);
    if let Some(body) = after {
        let led = items[body].from > 0 && matches!(reader.word(items[body].from - 1), Word::BY | Word::GETS);
        let mut verb = items[body].to;
        if let Some((_, end)) = reader.term(verb) {
            verb = end;
        }
        verb += usize::from(reader.word(verb) == Word::HAD);
        let none_between = (index + 1..body).all(|item| !is_directive(&items[item]));
        if led && none_between && reader.cue(Cue::Issues, verb).is_some() {
            found.push(claim(index, body, items, "issuer: before its verb"));
        }
    }
}

/// `Theo đề nghị của Giám đốc Sở Tư pháp tại Tờ trình số …, Tờ trình số …`: what a body says in a paper is its paper.
fn submitted(reader: Reader<'_>, items: &[Item], index: usize, start: usize, found: &mut Vec<Claim>) {
    let first = list_start(reader, items, index, start);
    if first == start || !is_body(&items[first - 1]) {
        return;
    }
    let (from, to) = (items[first - 1].to, items[first].from);
    let at = from < to && reader.word(from) == Word::AT && to - from <= 4;
    let between = (from + 1..to).all(|token| reader.capital(token) || reader.shape(token) == Shape::Number);
    if at && between {
        found.push(claim(index, first - 1, items, "issuer: body that says it there"));
    }
}

/// `thay mặt Bộ Chính trị, Ban Bí thư, đồng chí … đã ký ban hành`: the last body of the list after `thay mặt`
fn on_behalf(reader: Reader<'_>, items: &[Item], start: usize, index: usize) -> Option<usize> {
    let first = (start..index).find(|other| {
        let from = items[*other].from;
        let led = from >= 2
            && reader.document.folded(from - 2) == "thay"
            && reader.document.written(from - 1) == "mặt";
        led && is_body(&items[*other])
    })?;
    let mut last = first;
    while last + 1 < index
        && is_body(&items[last + 1])
        && items[last + 1].from == items[last].to + 1
        && matches!(reader.word(items[last].to), Word::COMMA | Word::AND)
    {
        last += 1;
    }
    Some(last)
}

/// `Bộ Chính trị, Ban Bí thư ban hành …`: every body of the subject issued it.
fn push_coordinated(
    reader: Reader<'_>,
    items: &[Item],
    index: usize,
    subject: usize,
    start: usize,
    found: &mut Vec<Claim>,
) {
    found.push(claim(index, subject, items, "issuer: subject of `ban hành`"));
    let mut first = subject;
    while first > start
        && is_body(&items[first - 1])
        && items[first].from == items[first - 1].to + 1
        && matches!(reader.word(items[first - 1].to), Word::COMMA | Word::AND)
        && reader.word(items[first - 1].from.wrapping_sub(1)) != Word::OF
    {
        first -= 1;
        found.push(claim(
            index,
            first,
            items,
            "issuer: subject of `ban hành`, in a list",
        ));
    }
}

/// The body at the head of an official document issued it; so did those that its title names.
fn letterhead(reader: Reader<'_>, items: &[Item], found: &mut Vec<Claim>) {
    let Some(own) = crate::extract::own::own_directive(reader, items) else {
        return;
    };
    let alone = |item: &Item| {
        let starts = reader.document.gap(item.from) == Gap::Paragraph;
        let ends = item.to >= reader.document.len() || reader.document.gap(item.to) == Gap::Paragraph;
        starts && ends && is_body(item)
    };
    let near = items
        .iter()
        .enumerate()
        .take_while(|(_, item)| item.from < items[own].from + 120);
    let mut heads: Vec<usize> = near
        .filter(|(_, item)| alone(item) && reader.shape(item.from) == Shape::Upper)
        .map(|(index, _)| index)
        .collect();
    heads.retain(|index| !is_party_banner(reader, &items[*index]));
    let tabled = items
        .iter()
        .position(|item| is_body(item) && after_label(reader, item.from));
    if let Some(first) = heads.first().or(tabled.as_ref()) {
        found.push(claim(own, *first, items, "issuer: letterhead"));
    }
    for index in titled(reader, items, own) {
        found.push(claim(own, index, items, "issuer: in the title of the document"));
    }
}

/// `Nơi ban hành: |` before the body in the table of a law site
fn after_label(reader: Reader<'_>, at: usize) -> bool {
    let mut before = at;
    while before > 0 && matches!(reader.word(before - 1), Word::COLON | Word::BAR) {
        before -= 1;
    }
    before >= 3
        && before < at
        && reader.document.written(before - 1) == "hành"
        && reader.document.written(before - 3) == "Nơi"
}

/// `ĐẢNG CỘNG SẢN VIỆT NAM` stands at the head of every party document.
fn is_party_banner(reader: Reader<'_>, item: &Item) -> bool {
    reader.word(item.from) == Word::PARTY
}

/// `KẾT LUẬN` / `CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ` under the number
fn titled(reader: Reader<'_>, items: &[Item], own: usize) -> Vec<usize> {
    let mut bodies = Vec::new();
    for (index, item) in items
        .iter()
        .enumerate()
        .skip(own + 1)
        .take_while(|(_, item)| item.from < items[own].from + 160)
    {
        let upper = reader.shape(item.from) == Shape::Upper && is_body(item);
        let led = item.from > 0
            && reader.word(item.from - 1) == Word::OF
            && reader.shape(item.from - 1) == Shape::Upper;
        let listed = bodies.last().is_some_and(|last: &usize| {
            items[*last].to + 1 == item.from && reader.word(item.from - 1) == Word::COMMA
        });
        if upper && (led || listed) {
            bodies.push(index);
        }
    }
    bodies
}
