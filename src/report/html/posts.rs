//! Posts by body -> a table, with the sentence that states each.

use maud::{Markup, html};

use super::parts::{counted, left_out, link, quote, span};
use crate::graph::Tenure;
use crate::report::content::{Body, Content, PostEntry, tenure_name};

pub(super) fn section(content: &Content) -> Markup {
    html! {
        @if content.posts.shown.is_empty() {
            p { "No page gives anyone a post." }
        } @else {
            p {
                em { "Former" } " and " em { "new" } " are as the latest page that names the post puts it; the dates "
                "are those of the pages. Open the number of pages to read the sentence."
            }
            table class="posts" {
                thead { tr { th { "Post" } th { "Official" } th { "Seen" } th { "Pages" } } }
                @for body in &content.posts.shown { (rows(body)) }
            }
        }
        (left_out(&content.posts, "edges.csv"))
    }
}

fn rows(body: &Body) -> Markup {
    html! {
        tbody {
            tr class="group" { th colspan="4" scope="rowgroup" { (link(&body.body)) } }
            @for post in &body.posts { (row(post)) }
        }
    }
}

fn row(post: &PostEntry) -> Markup {
    html! {
        tr {
            td { @if let Some(title) = &post.title { (title) } @else { span class="none" { "member" } } }
            td {
                (link(&post.official))
                @if post.tenure != Tenure::Held {
                    " " span class={ "tag " (tenure_name(post.tenure)) } { (tenure_name(post.tenure)) }
                }
            }
            td class="dates" { (span(post.first_seen, post.last_seen)) }
            td {
                @let pages = counted(post.documents as usize, "page");
                @match &post.quote {
                    Some(words) => details { summary { (pages) } (quote(words)) },
                    None => (pages),
                }
            }
        }
    }
}
