//! Names, numbers, dates and lists -> the pieces of HTML that every section is made of.

use std::fmt::Write;

use maud::{Markup, html};

use crate::graph::Date;
use crate::report::content::{Listing, Name, Quoted, Related};

/// The place in the page that shows an entity's evidence.
pub(in crate::report) struct Anchor(String);

pub(in crate::report) fn anchor(name: &Name) -> Anchor {
    Anchor(format!("e-{}", name.id))
}

impl Anchor {
    /// Value of `id`.
    pub(in crate::report) fn id(&self) -> &str {
        &self.0
    }

    /// Value of `href`: letters with marks stay as they are, what an address cannot hold is encoded.
    pub(in crate::report) fn href(&self) -> String {
        let mut href = "#".to_owned();
        for letter in self.0.chars() {
            let plain = letter.is_alphanumeric() || "-._~:/!$&'()*+,;=@".contains(letter);
            if plain {
                href.push(letter);
            } else {
                for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
                    let _ = write!(href, "%{byte:02X}");
                }
            }
        }
        href
    }
}

/// A name that leads to its evidence, or to its row in the list of pages.
pub(super) fn link(name: &Name) -> Markup {
    if name.kind.is_empty() {
        return html! { span class="name" { (name.label) } };
    }
    html! { a class={ "name " (name.kind) } href=(anchor(name).href()) { (name.label) } }
}

/// From which end of an edge a relation is told.
#[derive(Clone, Copy)]
pub(super) enum Voice {
    /// `implements`
    Active,
    /// `implemented by`
    Passive,
}

/// Relations, those of one kind together: `implements Chỉ thị 05-CT/TW, …`.
pub(super) fn relations(related: &[Related], voice: Voice) -> Markup {
    const SHOWN: usize = 12;
    let groups = related.chunk_by(|one, other| one.relation == other.relation);
    html! {
        @for group in groups {
            div class="relation" {
                span class="verb" { (verb(&group[0].relation, voice)) } " "
                @for (at, one) in group.iter().take(SHOWN).enumerate() {
                    @if at > 0 { ", " }
                    (link(&one.name))
                }
                @if group.len() > SHOWN { " and " (count(group.len() - SHOWN)) " more" }
            }
        }
    }
}

fn verb(relation: &str, voice: Voice) -> String {
    let passive = match relation {
        "implements" => "implemented by",
        "based_on" => "basis of",
        "amends" => "amended by",
        "replaces" => "replaced by",
        "guides" => "guided by",
        "cites" => "cited by",
        "chaired" => "chaired by",
        "spoke_at" => "speakers:",
        "attended" => "attended by",
        "is" => "the page itself:",
        _ => return spaced(relation),
    };
    match voice {
        Voice::Active => spaced(relation),
        Voice::Passive => passive.to_owned(),
    }
}

pub(super) fn quote(quote: &Quoted) -> Markup {
    html! { q { (quote.text) } " " cite { (quote.document) } }
}

/// What a list leaves out, and where all of it is.
pub(super) fn left_out<T>(listing: &Listing<T>, whole: &str) -> Markup {
    html! {
        @if listing.left_out > 0 {
            p class="more" {
                (count(listing.left_out)) " more of " (count(listing.total())) " not shown"
                @if !whole.is_empty() { "; all are in " code { (whole) } }
                "."
            }
        }
    }
}

/// `first – last`, or one of them where they are the same.
pub(super) fn span(first: Option<Date>, last: Option<Date>) -> Markup {
    html! {
        @match (first, last) {
            (Some(first), Some(last)) if first != last => {
                time { (first) } " – " time { (last) }
            }
            (Some(date), _) | (None, Some(date)) => time { (date) },
            (None, None) => "",
        }
    }
}

pub(super) fn day(date: Option<Date>) -> Markup {
    html! { @if let Some(date) = date { time { (date) } } }
}

/// `holds_position` -> `holds position`
pub(super) fn spaced(word: &str) -> String {
    word.replace('_', " ")
}

/// `12345` -> `12,345`
pub(super) fn count(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A whole number as it is, another with three digits that count.
pub(super) fn real(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        let sign = if number < 0.0 { "−" } else { "" };
        return format!("{sign}{}", count(number.abs() as usize));
    }
    let places = match number.abs() {
        size if size >= 100.0 => return real(number.round()),
        size if size >= 10.0 => 1,
        size if size >= 1.0 => 2,
        size if size >= 0.1 => 3,
        size if size >= 0.01 => 4,
        _ => 5,
    };
    format!("{number:.places$}").replace('-', "−")
}

/// `1 page`, `2 pages`
pub(super) fn counted(number: usize, noun: &str) -> String {
    format!("{} {noun}{}", count(number), if number == 1 { "" } else { "s" })
}

/// A number as a bar beside it; `share` is of the longest bar.
pub(super) fn bar(kind: &str, share: f64) -> Markup {
    let breadth = format!("width:{:.1}%", 100.0 * share.clamp(0.0, 1.0));
    html! { span class="bar" { span class=(kind) style=(breadth) {} } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_holds_whatever_an_id_does() {
        let name = |id: &str| Name {
            id: id.to_owned(),
            ..Name::default()
        };
        assert_eq!(
            anchor(&name("official:bùi-hữu-vinh")).href(),
            "#e-official:bùi-hữu-vinh"
        );
        assert_eq!(anchor(&name("a b\"%<ﷺ")).href(), "#e-a%20b%22%25%3Cﷺ");
    }

    #[test]
    fn numbers_are_written_for_people() {
        assert_eq!(
            [count(7), count(1234), count(1_234_567)],
            ["7", "1,234", "1,234,567"]
        );
        assert_eq!(
            [real(-0.25), real(12.0), real(0.012_34)],
            ["−0.250", "12", "0.0123"]
        );
        assert_eq!(counted(1, "page"), "1 page");
        assert_eq!(real(3522.4), "3,522");
    }
}
