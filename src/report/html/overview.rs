//! Counts and measures of the whole -> the head of the report, its overview, and what each measure means.

use maud::{Markup, html};

use super::parts::{bar, count, counted, real, spaced, span};
use crate::report::Content;

pub(super) fn headline(content: &Content) -> Markup {
    let overview = &content.overview;
    html! {
        header id="top" {
            h1 { "What the pages say" }
            p class="lead" {
                (counted(overview.pages, "page"))
                @if overview.first_date.is_some() { " of " (span(overview.first_date, overview.last_date)) }
                ", read for the officials, committees, directives and events that they name. Every name leads to the "
                "sentences that it was read in."
            }
        }
    }
}

pub(super) fn section(content: &Content) -> Markup {
    let overview = &content.overview;
    let most = overview.relations.iter().map(|it| it.count).max().unwrap_or(1);
    html! {
        div class="tiles" {
            (tile("document", "pages", overview.pages))
            @for kind in &overview.entities { (tile(&kind.name, &plural(&kind.name), kind.count)) }
            (tile("", "sentences quoted", overview.sentences))
            (tile("", "mentions", overview.mentions))
        }
        div class="columns" {
            div {
                h3 { "Relations" }
                table class="bars" {
                    tbody {
                        @for relation in &overview.relations {
                            tr {
                                th scope="row" { (spaced(&relation.name)) }
                                td class="number" { (count(relation.count)) }
                                td class="wide" { (bar("plain", relation.count as f64 / most as f64)) }
                            }
                        }
                    }
                }
            }
            div {
                h3 { "The graph of entities" }
                table class="bars" {
                    tbody {
                        @for figure in &overview.measures {
                            tr {
                                th scope="row" { (spaced(figure.name)) }
                                td class="number" { (real(figure.value)) @if !figure.exact { " (estimated)" } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn tile(kind: &str, name: &str, number: usize) -> Markup {
    html! {
        div class={ "tile " (kind) } {
            strong { (count(number)) }
            span { (name) }
        }
    }
}

pub(super) fn plural(kind: &str) -> String {
    format!("{kind}s")
}

pub(super) fn definitions(content: &Content) -> Markup {
    html! {
        p {
            "All measures are of the entities alone, without the pages. An edge that has no direction (named together) "
            "leads both ways; parallel edges count as one with the sum of their weights."
        }
        dl class="definitions" {
            @for definition in &content.definitions {
                dt { (spaced(definition.name)) }
                dd { (definition.meaning) }
            }
        }
    }
}
