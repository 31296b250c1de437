//! The graph -> two tables for Gephi's spreadsheet import: `nodes.csv` and `edges.csv`.
//!
//! A text that a spreadsheet would run as a formula gets an apostrophe before it.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::export::walk::{Cell, Column, Walk};
use crate::graph::Orientation;

/// Writes a row per node; `Id` and `Label` are the columns that Gephi looks for.
pub fn write_nodes(walk: &Walk, out: &mut impl Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    let heads = walk.node_columns.iter().map(|column| match column.name.as_str() {
        "label" => "Label",
        name => name,
    });
    table.write_record(std::iter::once("Id").chain(heads))?;
    for node in walk.nodes() {
        table.write_field(&*harmless(node.id()))?;
        end_row(&mut table, &walk.node_columns, walk.node_cells(node))?;
    }
    table.flush()
}

/// Writes a row per edge; `Source`, `Target`, `Type`, `Id`, `Kind` and `Weight` are the columns that Gephi looks for.
/// `Kind` keeps parallel edges apart.
pub fn write_edges(walk: &Walk, out: &mut impl Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    let heads = walk.edge_columns.iter().map(|column| match column.name.as_str() {
        "relation" => "Kind",
        "weight" => "Weight",
        name => name,
    });
    table.write_record(["Source", "Target", "Type", "Id"].into_iter().chain(heads))?;
    for edge in walk.edges() {
        table.write_field(&*harmless(edge.source().id()))?;
        table.write_field(&*harmless(edge.target().id()))?;
        table.write_field(match edge.direction() {
            Orientation::Directed => "Directed",
            Orientation::Undirected => "Undirected",
        })?;
        table.write_field(walk.edge_id(edge.index()))?;
        end_row(&mut table, &walk.edge_columns, walk.edge_cells(edge))?;
    }
    table.flush()
}

/// Ends a row with its cells, empty ones in the columns between.
fn end_row<'g>(
    table: &mut csv::Writer<impl Write>,
    columns: &[Column],
    cells: impl Iterator<Item = (usize, Cell<'g>)>,
) -> io::Result<()> {
    let mut cells = cells.peekable();
    let mut figure = String::new();
    for column in 0..columns.len() {
        match cells.next_if(|(index, _)| *index == column) {
            None => table.write_field("")?,
            Some((_, Cell::Text(text))) => table.write_field(&*harmless(&text))?,
            Some((_, list @ Cell::List(_))) => table.write_field(&*harmless(&list.text()))?,
            Some((_, cell)) => {
                figure.clear();
                cell.push_to(&mut figure);
                table.write_field(&figure)?;
            }
        }
    }
    Ok(table.write_record(None::<&[u8]>)?)
}

/// The text as no spreadsheet takes for a formula (OWASP, CSV injection).
pub fn harmless(text: &str) -> Cow<'_, str> {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        true => Cow::Owned(format!("'{text}")),
        false => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_quoted_and_a_name_is_not() {
        assert_eq!(harmless("=HYPERLINK(\"http://x\")"), "'=HYPERLINK(\"http://x\")");
        for text in ["+1", "-1", "@SUM(A1)", "\t=1", "＝1"] {
            assert!(harmless(text).starts_with('\''), "{text}");
        }
        assert_eq!(harmless("Nguyễn Văn A = B"), "Nguyễn Văn A = B");
    }
}
