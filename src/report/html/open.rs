//! Refusals, unresolved words and possible namesakes -> three tables.

use maud::{Markup, html};

use super::parts::{count, left_out, link};
use crate::report::content::{Content, Unresolved};

pub(super) fn section(content: &Content) -> Markup {
    html! {
        h3 { "Refused pages" }
        (refused(content))
        h3 { "Perhaps the same, not joined" }
        (ambiguous(content))
        h3 { "Seen and not resolved" }
        (unresolved(content))
    }
}

fn refused(content: &Content) -> Markup {
    html! {
        @if content.refused.shown.is_empty() { p { "None: every page was read." } }
        @else {
            table {
                thead { tr { th { "Page" } th { "Reason" } } }
                tbody {
                    @for refusal in &content.refused.shown { tr { td { (refusal.name) } td { (refusal.reason) } } }
                }
            }
        }
        (left_out(&content.refused, ""))
    }
}

fn ambiguous(content: &Content) -> Markup {
    html! {
        @if content.ambiguous.shown.is_empty() { p { "None." } }
        @else {
            table {
                thead { tr { th { "One" } th { "Other" } th { "Because" } } }
                tbody {
                    @for pair in &content.ambiguous.shown {
                        tr {
                            td { (link(&pair.left)) div class="id" { (pair.left.id) } }
                            td { (link(&pair.right)) div class="id" { (pair.right.id) } }
                            td { (pair.reason) }
                        }
                    }
                }
            }
        }
        (left_out(&content.ambiguous, ""))
    }
}

fn unresolved(content: &Content) -> Markup {
    let reasons = content
        .unresolved
        .shown
        .chunk_by(|one, other| one.reason == other.reason);
    html! {
        @if content.unresolved.shown.is_empty() { p { "Nothing." } }
        @for cases in reasons {
            details {
                summary { (cases[0].reason) " (" (count(cases.len())) ")" }
                (table(cases))
            }
        }
        (left_out(&content.unresolved, ""))
    }
}

fn table(cases: &[Unresolved]) -> Markup {
    html! {
        table {
            thead { tr { th { "Words" } th { "Page" } } }
            tbody { @for case in cases { tr { td { (case.text) } td { (case.document) } } } }
        }
    }
}
