//! What a body does by a document -> the body issued the document: `Theo Quyết định …, Bộ Chính trị điều động …`,
//! `được Chính phủ phê duyệt tại Quyết định …`, `đề nghị của Sở Tư pháp tại Tờ trình …`.

use super::{claim, first_token_with_titles, is_body, is_directive, list_start};
use crate::clean::token::Shape;
use crate::extract::claim::Claim;
use crate::extract::item::{Item, What};
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Cue, Word};

/// Tokens between an act and the document that puts it down, at most.
const REACH: usize = 40;

/// `Theo Quyết định số …, Ban Thường vụ Tỉnh ủy điều động …`, `Tại Nghị quyết …, Chính phủ yêu cầu …`: who acts by a
/// document issued it.
pub(super) fn according(
    reader: Reader<'_>,
    items: &[Item],
    index: usize,
    end: usize,
    found: &mut Vec<Claim>,
) {
    let from = items[index].from;
    let led = from.checked_sub(1).map_or(Word::UNKNOWN, |at| reader.word(at));
    let dated = reader.date_after(items[index].to).map(|(_, end)| end);
    let at = dated.unwrap_or(items[index].to);
    if !matches!(led, Word::ACCORDING | Word::AT) || reader.word(at) != Word::COMMA {
        return;
    }
    // `Bộ trưởng Bộ …` acts for the ministry.
    let titled = usize::from(
        index + 1 < end && matches!(items[index + 1].what, What::Title(_)) && items[index + 1].from == at + 1,
    );
    let body = index + 1 + titled;
    let from = if titled == 1 { items[index + 1].to } else { at + 1 };
    if body >= end || !is_body(&items[body]) || items[body].from != from {
        return;
    }
    let acts = reader
        .cue(Cue::Decides, reader.past_adverbs(items[body].to))
        .is_some();
    if dated.is_some() || led == Word::AT || acts || reader.is_signed_by(&items[index], &items[body]) {
        found.push(claim(index, body, items, "issuer: acts by it"));
    }
}

/// `được Thủ tướng Chính phủ phê duyệt … tại Quyết định số …`, `UBND tỉnh ban hành … kèm theo Quyết định số …`
pub(super) fn put_down(
    reader: Reader<'_>,
    items: &[Item],
    index: usize,
    start: usize,
    found: &mut Vec<Claim>,
) {
    let from = list_start(reader, items, index, start);
    let at = items[from].from;
    if at == 0 || !reader.joined(at) || !matches!(reader.word(at - 1), Word::AT | Word::ACCORDING) {
        return;
    }
    let first = at.saturating_sub(REACH);
    let clause = (first..at)
        .rev()
        .find(|token| matches!(reader.word(*token), Word::SEMICOLON | Word::OPEN) || !reader.joined(*token))
        .map_or(first, |token| token + 1);
    let act = (start..from).rev().find_map(|other| {
        let body = &items[other];
        let acts = is_body(body)
            && body.from >= clause
            && reader.cue(Cue::Decides, reader.past_adverbs(body.to)).is_some();
        (acts || is_directive(body)).then_some((other, acts))
    });
    let Some((body, true)) = act else { return };
    // `theo` leads to what was decided by others, too, unless the number says whose it is.
    let own = reader.word(at - 1) == Word::AT || reader.is_signed_by(&items[index], &items[body]);
    let unsaid = !found.iter().any(|claim| claim.source == index);
    if own && unsaid {
        found.push(claim(index, body, items, "issuer: puts down there what it does"));
    }
}

/// `Theo đề nghị của Giám đốc Sở Tư pháp tại Tờ trình số …, Tờ trình số …`: what a body says in a paper is its paper.
pub(super) fn submitted(
    reader: Reader<'_>,
    items: &[Item],
    index: usize,
    start: usize,
    found: &mut Vec<Claim>,
) {
    let first = list_start(reader, items, index, start);
    let at = items[first].from;
    if at == 0 {
        return;
    }
    let beside = first
        .checked_sub(1)
        .filter(|before| first > start && is_body(&items[*before]))
        .filter(|before| {
            let (from, to) = (items[*before].to, at);
            from < to
                && reader.word(from) == Word::AT
                && to - from <= 4
                && (from + 1..to).all(|token| reader.capital(token) || reader.shape(token) == Shape::Number)
        });
    // `Xét đề nghị của Đảng ủy Chính phủ về việc … (Tờ trình số …)`
    let unsaid = !found.iter().any(|claim| claim.source == index);
    let proposed = (start..first)
        .filter(|_| unsaid)
        .find(|other| is_body(&items[*other]) && proposes(reader, items, *other))
        .filter(|_| matches!(reader.word(at - 1), Word::AT | Word::OPEN))
        .filter(|body| (body + 1..first).all(|between| !is_directive(&items[between])));
    // `xem xét Tờ trình của Đảng ủy Chính phủ về … (Tờ trình số …)`: the number stands behind what names the paper.
    let bracketed = (start..first)
        .filter(|_| unsaid && reader.word(at - 1) == Word::OPEN)
        .rev()
        .find(|other| is_body(&items[*other]) && owns_type(reader, items, *other, first));
    // `của Ban Bí thư tại Kết luận A, Nghị quyết B của Chính phủ`: the list goes on, what its first body says does not.
    let beside = beside.filter(|_| unsaid || first == index);
    if let Some(body) = beside.or(proposed).or(bracketed) {
        found.push(claim(index, body, items, "issuer: body that says it there"));
    }
}

/// Tokens between what announces directives and each of them, at most.
const ANNOUNCED: usize = 60;

/// `Bộ Chính trị đã ban hành hai Nghị quyết về …, đó là Nghị quyết 42 về … và Nghị quyết 11`, `chỉ đạo của Thủ tướng Chính phủ,
/// nhất là Chỉ thị số 15/CT-TTg`: one of what a body put out before.
pub(super) fn announced(
    reader: Reader<'_>,
    items: &[Item],
    index: usize,
    start: usize,
    found: &mut Vec<Claim>,
) {
    let directive = &items[index];
    if found.iter().any(|claim| claim.source == index) {
        return;
    }
    let near = |other: &usize| items[*other].from + ANNOUNCED >= directive.from;
    let Some(body) = (start..index)
        .rev()
        .take_while(near)
        .find(|other| is_body(&items[*other]))
    else {
        return;
    };
    let led = (items[body].to..directive.from)
        .rev()
        .find_map(|at| reader.cue(Cue::Namely, at).filter(|end| *end <= directive.from));
    let Some(led) = led else { return };
    let singled = led == directive.from && reader.is_signed_by(directive, &items[body]);
    let issues = reader.past_adverbs(items[body].to);
    let listed = reader
        .cue(Cue::Issues, issues)
        .is_some_and(|end| several_of(reader, end, directive));
    if singled || listed {
        found.push(claim(index, body, items, "issuer: of what it put out"));
    }
}

/// `hai Nghị quyết`, `các văn bản` at `at`: several documents of the type of `directive`
fn several_of(reader: Reader<'_>, at: usize, directive: &Item) -> bool {
    let What::Directive { name, .. } = &directive.what else {
        return false;
    };
    (at..at + 3).any(|at| {
        reader
            .find(Class::DocumentType, at)
            .is_some_and(|found| Some(found.item) == name.document_type)
    })
}

/// Whether the type of the directive at `directive` and `của` lead to the body at `index`.
fn owns_type(reader: Reader<'_>, items: &[Item], index: usize, directive: usize) -> bool {
    let What::Directive { name, .. } = &items[directive].what else {
        return false;
    };
    let Some(of) = first_token_with_titles(items, index).checked_sub(1) else {
        return false;
    };
    let led = reader.word(of) == Word::OF && reader.joined(of);
    led && (1..=3).filter_map(|back| of.checked_sub(back)).any(|at| {
        reader
            .find(Class::DocumentType, at)
            .is_some_and(|found| found.end == of && Some(found.item) == name.document_type)
    })
}

/// Whether `đề nghị của` leads to the body at `index`, or to a post in it.
fn proposes(reader: Reader<'_>, items: &[Item], index: usize) -> bool {
    let from = first_token_with_titles(items, index);
    from >= 3
        && reader.word(from - 1) == Word::OF
        && reader.word(from - 2) == Word::DELIBERATION
        && reader.document.written(from - 3) == "đề"
}

impl Reader<'_> {
    /// One past a term and the small words between a subject and its verb: `khóa XIII đã vừa`.
    fn past_adverbs(&self, at: usize) -> usize {
        let mut at = self.term(at).map_or(at, |(_, end)| end);
        while matches!(self.word(at), Word::HAD | Word::ALSO)
            || matches!(
                self.document.written(at),
                "vừa" | "sẽ" | "mới" | "đang" | "tiếp" | "tục"
            )
        {
            at += 1;
        }
        at
    }
}
