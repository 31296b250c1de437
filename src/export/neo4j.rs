//! The graph -> two tables for `neo4j-admin database import` and Neo4j's own types in their heads.
//!
//! `neo4j-admin database import full --nodes=nodes.csv --relationships=edges.csv --array-delimiter=";"`

use std::io::{self, Write};

use crate::export::walk::{Cell, Column, Form, Walk};
use crate::graph::NodeKind;

/// Writes a row per node. Its labels are `Entity` or `Document` and its kind, for example `Entity;Official`.
pub fn write_nodes(walk: &Walk, out: &mut impl Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    let heads = walk.node_columns.iter().map(head);
    table.write_record(["id:ID".to_owned(), ":LABEL".to_owned()].into_iter().chain(heads))?;
    for node in walk.nodes() {
        let labels = match node.kind() == NodeKind::Document {
            true => "Document".to_owned(),
            false => format!("Entity;{}", label(node.kind_name())),
        };
        let start = [plain(node.id()), labels];
        table.write_record(
            start
                .into_iter()
                .chain(spread(&walk.node_columns, walk.node_cells(node))),
        )?;
    }
    table.flush()
}

/// Writes a row per edge, with its relation in capitals for a type.
pub fn write_edges(walk: &Walk, out: &mut impl Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    let heads = walk.edge_columns.iter().map(head);
    let start = [":START_ID", ":END_ID", ":TYPE"].map(str::to_owned);
    table.write_record(start.into_iter().chain(heads))?;
    for edge in walk.edges() {
        let start = [
            plain(edge.source().id()),
            plain(edge.target().id()),
            relation(edge.relation()),
        ];
        table.write_record(
            start
                .into_iter()
                .chain(spread(&walk.edge_columns, walk.edge_cells(edge))),
        )?;
    }
    table.flush()
}

/// The type of a relationship, for example `HOLDS_POSITION`.
pub(super) fn relation(name: &str) -> String {
    match name.is_empty() {
        true => "RELATED".to_owned(),
        false => plain(name).to_uppercase(),
    }
}

/// The label of a kind, for example `Official`.
pub(super) fn label(kind: &str) -> String {
    let mut letters = kind.chars();
    match letters.next() {
        Some(first) => first
            .to_uppercase()
            .chain(letters)
            .map(|it| if it == ';' { ',' } else { it })
            .collect(),
        None => "Thing".to_owned(),
    }
}

fn head(column: &Column) -> String {
    let kind = match column.form {
        Form::Truth => ":boolean",
        Form::Integer => ":int",
        Form::Long => ":long",
        Form::Real => ":double",
        Form::List => ":string[]",
        Form::Text => "",
    };
    // A colon parts name and type.
    format!("{}{kind}", plain(&column.name).replace(':', "_"))
}

fn spread<'g>(columns: &[Column], cells: impl Iterator<Item = (usize, Cell<'g>)>) -> Vec<String> {
    let mut row = vec![String::new(); columns.len()];
    for (index, cell) in cells {
        row[index] = match cell {
            Cell::List(parts) => {
                let parts: Vec<String> = parts.iter().map(|part| plain(part).replace(';', ",")).collect();
                parts.join(";")
            }
            cell => plain(&cell.text()),
        };
    }
    row
}

/// The import reads one row a line unless it is told otherwise.
fn plain(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}
