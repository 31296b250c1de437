//! What the page's own directive does with others without being named: `Bãi bỏ Nghị định A`, `A hết hiệu lực kể từ ngày
//! Thông tư này có hiệu lực`, and the items below `Các Quyết định sau hết hiệu lực:`.

use crate::clean::token::{Gap, Shape};
use crate::extract::claim::Claim;
use crate::extract::claim::citation::{is_cited, object};
use crate::extract::item::{Item, What};
use crate::extract::reader::Reader;
use crate::lexicon::{Cue, Word};
use crate::resolve::record::RelationKind;
use crate::resolve::record::Zone;

/// Tokens between a directive and what is said of it, at most.
const REACH: usize = 60;

/// Tokens from the number of a document to the end of its title, at most.
const HEADING: usize = 120;

/// A list whose items are what the own directive does something with.
#[derive(Clone, Copy, Debug)]
struct Listing {
    kind: RelationKind,
    label: Label,
}

/// What stands before the items of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    /// `a)`
    Letter,
    /// `1.`
    Number,
    Dash,
    /// The items are still to come.
    Open,
}

/// Every such statement of the page whose own directive is the item `own`.
pub(super) fn claims(reader: Reader<'_>, items: &[Item], own: usize) -> Vec<Claim> {
    let mut found = Vec::new();
    let mut listing: Option<Listing> = None;
    for sentence in &reader.document.sentences {
        // The head of a gazette's page stands between the items of a list.
        if reader.document.zone(sentence.from) == Zone::Boilerplate {
            continue;
        }
        let first = items.partition_point(|item| item.from < sentence.from);
        let directives: Vec<usize> = (first..items.len())
            .take_while(|index| items[*index].from < sentence.to)
            .filter(|index| matches!(&items[*index].what, What::Directive { name, .. } if !name.own))
            .filter(|index| *index != own)
            .collect();
        listing = listing.and_then(|listing| goes_on(reader, listing, sentence.from));
        if let (Some(listing), Some(directive)) = (listing, directives.first()) {
            found.push(claim(listing.kind, own, *directive, items));
        }
        for directive in &directives {
            let kind = done_to(reader, items, *directive, sentence.from, sentence.to);
            // Further on, `Hướng dẫn thi hành Luật …` is a task and not what the document is.
            let heading = items[*directive].from < items[own].from + HEADING;
            if let Some(kind) = kind.filter(|kind| *kind != RelationKind::Guides || heading) {
                found.push(claim(kind, own, *directive, items));
            }
        }
        if reader.word(sentence.to - 1) == Word::COLON && directives.is_empty() {
            listing = announced(reader, sentence.from, sentence.to).or(listing);
        }
    }
    found
}

fn claim(kind: RelationKind, own: usize, directive: usize, items: &[Item]) -> Claim {
    let mut claim = Claim::between(kind, own, directive, items, "directive: said by the page's own");
    (claim.from, claim.to) = (items[directive].from, items[directive].to);
    claim
}

/// What a clause that names no other directive as its subject does with the directive at `index`.
fn done_to(reader: Reader<'_>, items: &[Item], index: usize, from: usize, to: usize) -> Option<RelationKind> {
    let item = &items[index];
    // `Thông tư số … hết hiệu lực kể từ ngày …`
    let expires = (item.to..to.min(item.to + REACH)).find(|at| reader.cue(Cue::Expires, *at).is_some());
    let subject = index == 0 || items[index - 1].from < from || !is_cited(&items[index - 1]);
    let alone = |end: usize| {
        !items[index + 1..]
            .iter()
            .take_while(|other| other.from < end)
            .any(is_cited)
    };
    if let Some(end) = expires.filter(|_| subject)
        && alone(end)
    {
        return Some(RelationKind::Replaces);
    }
    let clause = (from..item.from)
        .rev()
        .find(|at| matches!(reader.word(*at), Word::SEMICOLON | Word::COLON))
        .map_or(from, |at| at + 1);
    let start = past_label(reader, clause);
    let kinds = [
        (Cue::Replaces, RelationKind::Replaces),
        (Cue::Amends, RelationKind::Amends),
        (Cue::Guides, RelationKind::Guides),
    ];
    kinds.into_iter().find_map(|(cue, kind)| {
        let end = reader.cue(cue, start).filter(|end| *end <= item.from)?;
        // `Sửa đổi, bổ sung một số quy định về … tại Thông tư số …`
        let within = kind == RelationKind::Amends && subject && reader.word(item.from - 1) == Word::AT;
        (within || object(reader, end, item.from)).then_some(kind)
    })
}

/// `Bãi bỏ các quy định sau:`, `Các Nghị định sau hết hiệu lực kể từ ngày Nghị định này có hiệu lực:`
fn announced(reader: Reader<'_>, from: usize, to: usize) -> Option<Listing> {
    let start = past_label(reader, from);
    let replaces = reader.cue(Cue::Replaces, start).is_some()
        || (from..to).any(|at| reader.cue(Cue::Expires, at).is_some());
    let amends = reader.cue(Cue::Amends, start).is_some();
    let kind = match (replaces, amends) {
        (true, _) => RelationKind::Replaces,
        (false, true) => RelationKind::Amends,
        (false, false) => return None,
    };
    Some(Listing {
        kind,
        label: Label::Open,
    })
}

/// The list as it stands at the sentence from `at` on; nothing where the sentence is no further item.
fn goes_on(reader: Reader<'_>, listing: Listing, at: usize) -> Option<Listing> {
    if reader.document.gap(at) != Gap::Paragraph {
        return Some(listing);
    }
    let label = label(reader, at)?;
    (listing.label == Label::Open || listing.label == label).then_some(Listing { label, ..listing })
}

fn label(reader: Reader<'_>, at: usize) -> Option<Label> {
    let closes = matches!(reader.word(at + 1), Word::CLOSE | Word::DOT);
    match reader.shape(at) {
        Shape::Number if closes => Some(Label::Number),
        Shape::Lower if closes && reader.document.written(at).chars().count() == 1 => Some(Label::Letter),
        Shape::Mark if reader.word(at) == Word::HYPHEN => Some(Label::Dash),
        _ => None,
    }
}

/// One past `a)`, `2.`, `-` or `Điều 1.` at `at`.
fn past_label(reader: Reader<'_>, at: usize) -> usize {
    match label(reader, at) {
        Some(Label::Dash) => at + 1,
        Some(_) => at + 2,
        None if reader.document.is(at, "điều") && label(reader, at + 1).is_some() => at + 3,
        None => at,
    }
}
