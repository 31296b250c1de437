//! Counts of being named together -> a table whose cells are darker the greater the count.

use maud::{Markup, html};

use super::parts::link;
use crate::report::content::Content;

pub(super) fn section(content: &Content) -> Markup {
    let matrix = &content.matrix;
    let most = matrix.counts.iter().flatten().copied().max().unwrap_or(0);
    html! {
        @if most == 0 {
            p { "No two leading officials or committees are named together." }
        } @else {
            p { "How often leading officials and committees are named near one another." }
            div class="scroll" {
                table class="matrix" {
                    thead {
                        tr {
                            td {}
                            @for name in &matrix.names { th scope="col" { div { (link(name)) } } }
                        }
                    }
                    tbody {
                        @for (row, (name, counts)) in matrix.names.iter().zip(&matrix.counts).enumerate() {
                            tr {
                                th scope="row" { (link(name)) }
                                @for (column, count) in counts.iter().enumerate() { (cell(row == column, *count, most)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn cell(diagonal: bool, count: u32, most: u32) -> Markup {
    let heat = format!(
        "--heat:{:.0}%",
        62.0 * (f64::from(count) / f64::from(most)).sqrt()
    );
    html! {
        @if diagonal { td class="self" {} }
        @else if count == 0 { td {} }
        @else { td style=(heat) { (count) } }
    }
}
