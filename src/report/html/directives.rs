//! Directives -> a table of who issued them and when, what they carry out and who cites them.

use maud::{Markup, html};

use super::parts::{Voice, count, day, left_out, link, relations};
use crate::report::content::{Content, DirectiveEntry};

pub(super) fn section(content: &Content) -> Markup {
    html! {
        @if content.directives.shown.is_empty() {
            p { "No page cites a directive." }
        } @else {
            p { "Those that most refer to come first. " em { "Held" } " means that the corpus has the directive itself." }
            table class="directives" {
                thead {
                    tr { th { "Directive" } th { "Issued" } th { "Carries out, cites" } th { "Carried out and cited by" } th { "Pages" } }
                }
                tbody { @for entry in &content.directives.shown { (row(entry)) } }
            }
        }
        (left_out(&content.directives, "nodes.csv"))
    }
}

fn row(entry: &DirectiveEntry) -> Markup {
    html! {
        tr {
            td {
                (link(&entry.directive))
                @if entry.held { " " span class="tag" { "held" } }
                @if let Some(title) = &entry.title { div class="title" { (title) } }
            }
            td {
                @match (&entry.issued_by, &entry.issuer) {
                    (Some(body), _) => (link(body)),
                    (None, Some(issuer)) => (issuer),
                    (None, None) => "",
                }
                div class="dates" {
                    (day(entry.issue_date))
                    @if let Some(term) = &entry.term { " term " (term) }
                }
            }
            td { (relations(&entry.refers_to, Voice::Active)) }
            td { (relations(&entry.referred_to_by, Voice::Passive)) }
            td class="number" { (count(entry.documents as usize)) }
        }
    }
}
