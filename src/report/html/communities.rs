//! Communities -> a card for each, with its leading members.

use maud::{Markup, html};

use super::overview::plural;
use super::parts::{bar, count, counted, left_out, link};
use crate::report::content::{CommunityEntry, Content};

pub(super) fn section(content: &Content) -> Markup {
    html! {
        @if content.communities.shown.is_empty() {
            p { "Nothing is joined to anything else." }
        } @else {
            p { "Groups that are more joined within than with others, named after their leading members." }
            div class="cards" { @for community in &content.communities.shown { (card(community)) } }
        }
        (left_out(&content.communities, "nodes.csv"))
    }
}

fn card(community: &CommunityEntry) -> Markup {
    html! {
        article class="card" {
            h3 { (community.name) }
            div class="stack" {
                @for kind in &community.kinds { (bar(&kind.name, kind.count as f64 / community.size as f64)) }
            }
            p class="note" {
                (counted(community.size, "member")) ": "
                @for (at, kind) in community.kinds.iter().enumerate() {
                    @if at > 0 { ", " }
                    (count(kind.count)) " " (if kind.count == 1 { kind.name.clone() } else { plural(&kind.name) })
                }
            }
            ul class="names" { @for member in &community.members.shown { li { (link(member)) } } }
            @if community.members.left_out > 0 {
                p class="more" { "and " (count(community.members.left_out)) " more" }
            }
        }
    }
}
