//! The nodes and edges of a graph in columns -> their columns and cells: those that the file had, and no others.

use crate::export::cell::{Cell, Column, Form, From, Names};
use crate::graph::columns::{ColumnGraph, Datum, Table, Texts};

/// The columns that some node fills.
pub(super) fn node_columns(graph: &ColumnGraph) -> Vec<Column> {
    let is_number = |name: &str| form_of(graph, &graph.nodes, name).is_some_and(Form::is_number);
    let is_placed = is_number("x") && is_number("y");
    columns(graph, &graph.nodes, &["label"], |name, form| match name {
        "label" | "kind" => form == Form::Text,
        "x" | "y" | "size" => is_placed && form.is_number(),
        "r" | "g" | "b" => is_placed && form == Form::Integer,
        _ => false,
    })
}

/// The columns that some edge fills.
pub(super) fn edge_columns(graph: &ColumnGraph) -> Vec<Column> {
    let is_meant = |name: &str, form: Form| match name {
        "relation" => form == Form::Text,
        "weight" => form.is_number(),
        _ => false,
    };
    let mut columns = columns(graph, &graph.edges, &["weight"], is_meant);
    for weight in columns.iter_mut().filter(|column| column.is("weight")) {
        weight.form = Form::Real;
    }
    columns
}

/// Columns in the order of the file. What a built-in column means keeps its name; of others the first to come does.
fn columns(
    graph: &ColumnGraph,
    table: &Table,
    reserved: &[&str],
    is_meant: impl Fn(&str, Form) -> bool,
) -> Vec<Column> {
    let filled = table.columns.iter().enumerate().filter_map(|(place, column)| {
        let form = form_of(graph, table, &column.name)?;
        Some((place, column.name.as_str(), form, is_meant(&column.name, form)))
    });
    let filled: Vec<_> = filled.collect();
    let meant = filled.iter().filter(|(.., is_meant)| *is_meant);
    let mut names = Names::new(meant.map(|(_, name, ..)| *name).chain(reserved.iter().copied()));
    let column = |(place, own, form, is_meant): (usize, &str, Form, bool)| match is_meant {
        true => Column {
            name: own.to_owned(),
            form,
            from: From::Meant(place),
        },
        false => Column {
            name: names.take(own),
            form,
            from: From::Column(place),
        },
    };
    filled.into_iter().map(column).collect()
}

/// The form that is wide enough for all cells of a column; none where no row has one.
fn form_of(graph: &ColumnGraph, table: &Table, name: &str) -> Option<Form> {
    let column = table.find(name)?;
    let rows = match std::ptr::eq(table, &graph.nodes) {
        true => graph.node_count(),
        false => graph.edge_count(),
    };
    let cells = (0..rows).filter_map(|row| cell(column.get(row, &graph.texts)?));
    let mut forms = cells.map(|cell| cell.form());
    match forms.next()? {
        first @ (Form::Truth | Form::Real | Form::Text) if !column.is_mixed() => Some(first),
        first => Some(forms.fold(first, Form::or)),
    }
}

/// The cell of a row in a column of the table at this place.
pub(super) fn cell_at<'g>(table: &'g Table, place: usize, row: usize, texts: &'g Texts) -> Option<Cell<'g>> {
    cell(table.columns[place].get(row, texts)?)
}

fn cell(datum: Datum<'_>) -> Option<Cell<'_>> {
    match datum {
        Datum::Truth(truth) => Some(Cell::Truth(truth)),
        Datum::Integer(number) => Some(Cell::Integer(number)),
        Datum::Real(number) => number.is_finite().then_some(Cell::Real(number)),
        Datum::Text(text) => (!text.is_empty()).then(|| Cell::Text(text.into())),
        Datum::List(parts) => {
            let list = || Cell::List(parts.iter().map(|part| part.as_str().into()).collect());
            (!parts.is_empty()).then(list)
        }
    }
}
