//! Pages that were read -> a table in the order of their files.

use maud::{Markup, html};

use super::parts::{anchor, count, day, left_out};
use crate::report::content::Content;

pub(super) fn section(content: &Content) -> Markup {
    html! {
        @if content.pages.shown.is_empty() {
            p { "The graph was built without pages." }
        } @else {
            table class="pages" {
                thead { tr { th { "Page" } th { "Date" } th { "Site" } th { "Names" } } }
                tbody {
                    @for page in &content.pages.shown {
                        tr id=(anchor(&page.name).id()) {
                            td {
                                (page.name.label)
                                @if page.name.label != page.file { div class="path" { (page.file) } }
                            }
                            td class="dates" { (day(page.date)) }
                            td { @if let Some(site) = &page.site { (site) } }
                            td class="number" { (count(page.entities)) }
                        }
                    }
                }
            }
        }
        (left_out(&content.pages, "nodes.csv"))
    }
}
