//! The graph -> two tables for Gephi's spreadsheet import: `nodes.csv` and `edges.csv`.
//!
//! A text that a spreadsheet would run as a formula gets an apostrophe before it.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::export::walk::{Cell, Column, Walk};
use crate::graph::{KnowledgeGraph, Orientation};

/// Writes a row per node; `Id` and `Label` are the columns that Gephi looks for.
pub fn write_nodes(knowledge: &KnowledgeGraph, out: &mut impl Write) -> io::Result<()> {
    let walk = Walk::new(knowledge);
    let mut table = csv::Writer::from_writer(out);
    let heads = walk.node_columns.iter().map(|column| match column.name.as_str() {
        "label" => "Label",
        name => name,
    });
    table.write_record(std::iter::once("Id").chain(heads))?;
    for (_, node) in walk.nodes() {
        let cells = spread(&walk.node_columns, walk.node_cells(node));
        table.write_field(&*harmless(&node.id))?;
        table.write_record(cells.iter().map(|cell| &**cell))?;
    }
    table.flush()
}

/// Writes a row per edge; `Source`, `Target`, `Type`, `Id`, `Kind` and `Weight` are the columns that Gephi looks for.
/// `Kind` keeps parallel edges apart.
pub fn write_edges(knowledge: &KnowledgeGraph, out: &mut impl Write) -> io::Result<()> {
    let walk = Walk::new(knowledge);
    let mut table = csv::Writer::from_writer(out);
    let heads = walk.edge_columns.iter().map(|column| match column.name.as_str() {
        "relation" => "Kind",
        "weight" => "Weight",
        name => name,
    });
    table.write_record(["Source", "Target", "Type", "Id"].into_iter().chain(heads))?;
    for (index, source, target, edge) in walk.edges() {
        let cells = spread(&walk.edge_columns, walk.edge_cells(edge));
        table.write_field(&*harmless(&source.id))?;
        table.write_field(&*harmless(&target.id))?;
        table.write_field(match walk.direction(edge) {
            Orientation::Directed => "Directed",
            Orientation::Undirected => "Undirected",
        })?;
        table.write_field(walk.edge_id(index))?;
        table.write_record(cells.iter().map(|cell| &**cell))?;
    }
    table.flush()
}

/// The cells with empty ones in the columns between.
fn spread<'g>(columns: &[Column], cells: impl Iterator<Item = (usize, Cell<'g>)>) -> Vec<Cow<'g, str>> {
    let mut row = vec![Cow::Borrowed(""); columns.len()];
    for (index, cell) in cells {
        row[index] = match cell {
            Cell::Text(Cow::Borrowed(text)) => harmless(text),
            Cell::Text(Cow::Owned(text)) => Cow::Owned(harmless(&text).into_owned()),
            Cell::List(_) => Cow::Owned(harmless(&cell.text()).into_owned()),
            _ => Cow::Owned(cell.text().into_owned()),
        };
    }
    row
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
