//! What the page's own directive opens with: `Căn cứ Luật A; Luật B; Chỉ thị C;`, `Thực hiện Kết luận A; Công văn B, Ủy ban
//! nhân dân tỉnh ban hành kế hoạch như sau:`. It rests on, or carries out, every directive that heads a clause.

use crate::extract::claim::Claim;
use crate::extract::claim::citation::{continues, is_cited, object};
use crate::extract::item::{Item, What};
use crate::extract::reader::Reader;
use crate::lexicon::{Cue, Word};
use crate::resolve::record::RelationKind;

/// Tokens from the page's own number to the end of its preamble: further on, `Thực hiện …` gives others a task.
const PREAMBLE: usize = 400;

/// Every such statement of the page whose own directive is the item `own`.
pub(super) fn claims(reader: Reader<'_>, items: &[Item], own: usize) -> Vec<Claim> {
    let mut found = Vec::new();
    let mut kind = None;
    for sentence in &reader.document.sentences {
        // A list goes on over lines that end with a semicolon.
        let listed = sentence.from > 0 && reader.word(sentence.from - 1) == Word::SEMICOLON;
        kind = kind.filter(|_| listed);
        let mut from = sentence.from;
        while from < sentence.to {
            let to = clause_end(reader, from, sentence.to);
            let start = from + usize::from(!reader.shape(from).is_word());
            let opened = opening(reader, items, own, start, from == sentence.from);
            kind = opened.or(kind);
            let heads = kind.map(|_| heads(reader, items, start, to)).unwrap_or_default();
            // `Xét Tờ trình A; Báo cáo B`: a clause of something else ends the list.
            if heads.is_empty() && opened.is_none() {
                kind = None;
            }
            if kind == Some(RelationKind::Implements)
                && heads
                    .last()
                    .is_some_and(|last| tells(reader, items[*last].to, to))
            {
                kind = None;
            }
            if let Some(kind) = kind {
                found.extend(
                    heads
                        .into_iter()
                        .filter_map(|directive| claim(kind, items, own, directive)),
                );
            }
            from = to;
        }
    }
    found
}

/// One past a clause: it ends with a semicolon, or where another `Căn cứ` begins on a page without line breaks.
fn clause_end(reader: Reader<'_>, from: usize, end: usize) -> usize {
    let begins = |at: usize| at > from + 1 && is_basis(reader, at);
    (from..end)
        .find_map(|at| match reader.word(at) {
            Word::SEMICOLON => Some(at + 1),
            _ => begins(at).then_some(at),
        })
        .unwrap_or(end)
}

/// What a preamble that opens at `at` says of the directives in it.
fn opening(reader: Reader<'_>, items: &[Item], own: usize, at: usize, heads: bool) -> Option<RelationKind> {
    if is_basis(reader, at) {
        return Some(RelationKind::BasedOn);
    }
    let begun = heads && reader.capital(at) && reader.cue(Cue::Implements, at).is_some();
    let near = (items[own].from..items[own].from + PREAMBLE).contains(&at);
    (begun && near && acts(items, own)).then_some(RelationKind::Implements)
}

/// `Thực hiện Nghị quyết A, các bộ đã …` tells what others did.
fn tells(reader: Reader<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| reader.word(at) == Word::HAD && reader.word(at + 1) != Word::GETS)
}

fn is_basis(reader: Reader<'_>, at: usize) -> bool {
    reader.document.reads(at, &[Word::BASIS, Word::BASIS_END]) && reader.capital(at)
}

/// A report (`BC`), a notice (`TB`) or a proposal (`TTr`) that opens with `Thực hiện Nghị quyết …` tells of work; it carries
/// out nothing itself.
fn acts(items: &[Item], own: usize) -> bool {
    let What::Directive { name, .. } = &items[own].what else {
        return false;
    };
    let symbol = name.number.as_ref().map_or("", |number| number.symbol.as_str());
    !["BC", "TB", "TTr", "TTR"].contains(&symbol)
}

/// The directives that head the clause at `from..to`: the one that follows its opening words, those behind `tại` in `chỉ
/// đạo của Bộ Chính trị tại Thông báo A, của Ban Bí thư tại Công văn B`, and those joined to one of them.
fn heads(reader: Reader<'_>, items: &[Item], from: usize, to: usize) -> Vec<usize> {
    let first = items.partition_point(|item| item.from < from);
    let cited = (first..items.len())
        .take_while(|index| items[*index].from < to)
        .filter(|index| is_cited(&items[*index]));
    let start = past_opening(reader, from);
    let counsel = reader.cue(Cue::Counsel, start).is_some();
    let mut found: Vec<usize> = Vec::new();
    for index in cited {
        let at = items[index].from;
        let leads = object(reader, start, at);
        let told = counsel && at > 0 && reader.word(at - 1) == Word::AT;
        let joined = found
            .last()
            .is_some_and(|before| continues(reader, items, *before, index));
        if leads || told || joined {
            found.push(index);
        }
    }
    found
}

/// One past `Căn cứ`, `Triển khai thực hiện`, `và` at `from`.
fn past_opening(reader: Reader<'_>, from: usize) -> usize {
    [Cue::BasedOn, Cue::Implements]
        .into_iter()
        .find_map(|cue| reader.cue(cue, from))
        .unwrap_or(from)
}

fn claim(kind: RelationKind, items: &[Item], own: usize, directive: usize) -> Option<Claim> {
    if own == directive {
        return None;
    }
    let rule = match kind {
        RelationKind::Implements => "directive: carries out what its preamble opens with",
        _ => "directive: rests on what follows `Căn cứ`",
    };
    let mut claim = Claim::between(kind, own, directive, items, rule);
    (claim.from, claim.to) = (items[directive].from, items[directive].to);
    Some(claim)
}
