//! Sentences -> who issued which directive: `… của Bộ Chính trị`, `Chính phủ ban hành …`, letterheads.

mod act;
mod code;
mod letterhead;

use crate::extract::claim::{Claim, Target, by_sentence};
use crate::extract::item::{Item, What};
use crate::extract::reader::Reader;
use crate::lexicon::{Cue, Word};
use crate::resolve::record::RelationKind;

/// Tokens of the subject between a directive and its issuer, at most.
const SUBJECT: usize = 60;

/// Every issuer that the document gives a directive.
pub fn claims(reader: Reader<'_>, items: &[Item]) -> Vec<Claim> {
    let mut found = Vec::new();
    for range in by_sentence(reader, items) {
        for index in range.clone() {
            if is_directive(&items[index]) {
                of(reader, items, index, range.end, &mut found);
                spread(reader, items, index, range.start, &mut found);
                act::according(reader, items, index, range.end, &mut found);
                by(reader, items, index, range.clone(), &mut found);
                act::submitted(reader, items, index, range.start, &mut found);
                act::put_down(reader, items, index, range.start, &mut found);
                after_subject(reader, items, index, range.end, &mut found);
                act::announced(reader, items, index, range.start, &mut found);
            }
        }
    }
    letterhead::letterhead(reader, items, &mut found);
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

/// `Chỉ thị 05-CT/TW ngày 15/5/2016 của Bộ Chính trị, Ban Bí thư`, `Nghị quyết 30/2021/QH15 … Kỳ họp thứ nhất, Quốc hội`
fn of(reader: Reader<'_>, items: &[Item], index: usize, end: usize, found: &mut Vec<Claim>) {
    let mut at = reader.past_term(items[index].to);
    at = reader.date_after(at).map_or(at, |(_, end)| end);
    at += usize::from(matches!(reader.word(at), Word::COMMA | Word::CLOSE));
    let session = index + 1 < end
        && items[index + 1].from == at
        && matches!(&items[index + 1].what, What::Event(event) if event.ordinal.is_some());
    if session {
        let after = items[index + 1].to;
        let body = index + 2;
        let next = after + usize::from(matches!(reader.word(after), Word::COMMA | Word::OF));
        if body < end && items[body].from == next && is_body(&items[body]) {
            found.push(claim(index, body, items, "issuer: held the session"));
        }
        return;
    }
    if reader.word(at) == Word::OF && reader.joined(at) {
        owners(reader, items, index, at + 1, end, found);
    }
}

/// `Nghị quyết số 57-NQ/TW về đột phá phát triển khoa học, công nghệ … của Bộ Chính trị`: after its subject, a body that
/// the number stands for.
fn after_subject(reader: Reader<'_>, items: &[Item], index: usize, end: usize, found: &mut Vec<Claim>) {
    if found.iter().any(|claim| claim.source == index) {
        return;
    }
    let at = reader.past_term(items[index].to);
    let at = reader.date_after(at).map_or(at, |(_, end)| end);
    let at = at + usize::from(reader.word(at) == Word::COMMA);
    if !reader.joined(at) || !matches!(reader.word(at), Word::ABOUT | Word::QUOTE | Word::OPEN) {
        return;
    }
    let signer = (index + 1..end)
        .take_while(|other| !is_directive(&items[*other]) && items[*other].from <= at + SUBJECT)
        .find(|other| is_body(&items[*other]) && reader.is_signed_by(&items[index], &items[*other]));
    let Some(owner) = signer.map(|body| first_token_with_titles(items, body)) else {
        return;
    };
    let apart = (at..owner).any(|token| reader.word(token) == Word::SEMICOLON);
    if owner > at && !apart && reader.word(owner - 1) == Word::OF {
        owners(reader, items, index, owner, end, found);
    }
}

/// The bodies of the list at `at`; where the number of the directive stands for some of them, those alone.
fn owners(
    reader: Reader<'_>,
    items: &[Item],
    index: usize,
    mut at: usize,
    end: usize,
    found: &mut Vec<Claim>,
) {
    let Some(mut next) = (index + 1..end).find(|other| items[*other].from == at) else {
        return;
    };
    // `của Thủ tướng Chính phủ`, `của Trưởng Ban …`: the post stands for its body.
    while next < end && items[next].from == at && matches!(items[next].what, What::Title(_)) {
        at = items[next].to;
        next += 1;
    }
    if next >= end || items[next].from != at || !is_body(&items[next]) {
        return;
    }
    // `của Bộ Chính trị tại Thông báo A, của Ban Bí thư tại Kết luận B`: what is said in B is no issuer of A.
    let elsewhere = reader.word(items[next].to) == Word::AT
        && items
            .get(next + 1)
            .is_some_and(|item| is_directive(item) && item.from == items[next].to + 1);
    if elsewhere {
        return;
    }
    let mut bodies = vec![next];
    while next + 1 < end
        && is_body(&items[next + 1])
        && items[next + 1].from == items[next].to + 1
        && matches!(reader.word(items[next].to), Word::COMMA | Word::AND)
        && (shared(reader, items, next) || reader.is_signed_by(&items[index], &items[next + 1]))
    {
        next += 1;
        bodies.push(next);
    }
    for body in signers(reader, items, index, bodies) {
        found.push(claim(index, body, items, "issuer: after `của`"));
    }
}

/// Of bodies that may have issued a directive, those that its number stands for; all where it stands for none.
fn signers(reader: Reader<'_>, items: &[Item], index: usize, bodies: Vec<usize>) -> Vec<usize> {
    let signing: Vec<usize> = bodies
        .iter()
        .copied()
        .filter(|body| reader.is_signed_by(&items[index], &items[*body]))
        .collect();
    if signing.is_empty() { bodies } else { signing }
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
        let bodies: Vec<usize> = issuers
            .iter()
            .filter_map(|claim| match claim.target {
                Target::Item(body) => Some(body),
                Target::ParentOf(_) | Target::HostOf(_) => None,
            })
            .collect();
        let What::Directive { name, .. } = &items[first].what else {
            continue;
        };
        let mut bodies = signers(reader, items, first, bodies);
        // `Luật A và Nghị quyết … của Chính phủ`, `Nghị quyết 57-NQ/TW và Nghị quyết 03/NQ-CP của Chính phủ`
        let signed = bodies
            .iter()
            .any(|body| reader.is_signed_by(&items[first], &items[*body]));
        if name.number.is_none() && name.digits.is_none() || (reader.tells_signer(&items[first]) && !signed) {
            bodies.clear();
        }
        found.extend(
            bodies
                .into_iter()
                .map(|body| claim(first, body, items, "issuer: of a list")),
        );
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

/// `thay mặt Bộ Chính trị, Ban Bí thư, đồng chí … đã ký ban hành`: the last body of the list after `thay mặt`
fn on_behalf(reader: Reader<'_>, items: &[Item], start: usize, index: usize) -> Option<usize> {
    let first = (start..index).find(|other| {
        let from = items[*other].from;
        let led =
            from >= 2 && reader.document.is(from - 2, "thay") && reader.document.written(from - 1) == "mặt";
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
    let mut bodies = vec![subject];
    let mut first = subject;
    while first > start
        && is_body(&items[first - 1])
        && items[first].from == items[first - 1].to + 1
        && matches!(reader.word(items[first - 1].to), Word::COMMA | Word::AND)
        && reader.word(items[first - 1].from.wrapping_sub(1)) != Word::OF
    {
        first -= 1;
        bodies.push(first);
    }
    for body in signers(reader, items, index, bodies) {
        found.push(claim(index, body, items, "issuer: subject of `ban hành`"));
    }
}

impl Reader<'_> {
    /// One past the term behind a directive: `(khóa XIII)`, `khóa XII`
    fn past_term(&self, at: usize) -> usize {
        let open = usize::from(self.word(at) == Word::OPEN);
        match self.term(at + open) {
            Some((_, end)) => end + usize::from(open == 1 && self.word(end) == Word::CLOSE),
            None => at,
        }
    }
}

/// Where the item at `index` begins with the posts right before it: `Thủ tướng Chính phủ`.
fn first_token_with_titles(items: &[Item], index: usize) -> usize {
    let mut first = index;
    while first > 0
        && matches!(items[first - 1].what, What::Title(_))
        && items[first - 1].to == items[first].from
    {
        first -= 1;
    }
    items[first].from
}
