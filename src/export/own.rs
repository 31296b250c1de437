//! The nodes and edges of a knowledge graph -> their columns and cells.

use std::collections::BTreeMap;
use std::iter::Peekable;

use crate::export::cell::{Cell, Column, Form, From, Names};
use crate::export::columns::{EDGE, EdgeColumn, NODE, NodeColumn};
use crate::graph::{KnowledgeGraph, Value};

/// Columns that are there even where no row is.
const ALWAYS: [&str; 4] = ["label", "kind", "relation", "weight"];

pub(super) fn node_columns(knowledge: &KnowledgeGraph) -> Vec<Column> {
    let nodes = || knowledge.graph.node_weights();
    let table = NODE.iter().enumerate();
    let built_in = table.filter(|(_, column)| {
        ALWAYS.contains(&column.name) || nodes().any(|node| (column.cell)(node).is_some())
    });
    let mut columns: Vec<Column> = built_in
        .map(|(index, NodeColumn { name, form, .. })| table_column(index, name, *form))
        .collect();
    add_extra(&mut columns, nodes().map(|node| &node.extra));
    columns
}

pub(super) fn edge_columns(knowledge: &KnowledgeGraph) -> Vec<Column> {
    let edges = || knowledge.graph.edge_weights();
    let table = EDGE.iter().enumerate();
    let built_in = table.filter(|(_, column)| {
        ALWAYS.contains(&column.name)
            || edges().any(|edge| (column.cell)(edge, knowledge.quote(edge)).is_some())
    });
    let mut columns: Vec<Column> = built_in
        .map(|(index, EdgeColumn { name, form, .. })| table_column(index, name, *form))
        .collect();
    add_extra(&mut columns, edges().map(|edge| &edge.extra));
    columns
}

fn table_column(index: usize, name: &str, form: Form) -> Column {
    Column {
        name: name.to_owned(),
        form,
        from: From::Table(index),
    }
}

/// Adds a column for each extra attribute, wide enough for all its values.
fn add_extra<'g>(columns: &mut Vec<Column>, all: impl Iterator<Item = &'g BTreeMap<String, Value>>) {
    let mut forms: BTreeMap<&str, Form> = BTreeMap::new();
    for (name, cell) in all.flatten().filter_map(|(name, it)| Some((name, value(it)?))) {
        let form = forms.entry(name).or_insert(cell.form());
        *form = form.or(cell.form());
    }
    let mut names = Names::new(columns.iter().map(|column| column.name.as_str()));
    for (own, form) in forms {
        columns.push(Column {
            name: names.take(own),
            form,
            from: From::Extra(own.to_owned()),
        });
    }
}

/// The extra attributes of a row on the way. Columns of extra attributes stand in the order of the attributes
/// themselves, so that one walk over both finds them.
pub(super) struct Extra<'g>(Peekable<std::collections::btree_map::Iter<'g, String, Value>>);

impl<'g> Extra<'g> {
    pub(super) fn new(extra: &'g BTreeMap<String, Value>) -> Extra<'g> {
        Extra(extra.iter().peekable())
    }

    /// The attribute of this name. Names must be asked for in their order.
    pub(super) fn next(&mut self, name: &str) -> Option<Cell<'g>> {
        while self.0.next_if(|(own, _)| own.as_str() < name).is_some() {}
        let (_, own) = self.0.next_if(|(own, _)| *own == name)?;
        value(own)
    }
}

fn value(value: &Value) -> Option<Cell<'_>> {
    match value {
        Value::Text(text) => (!text.is_empty()).then(|| Cell::Text(text.as_str().into())),
        Value::Integer(number) => Some(Cell::Integer(*number)),
        Value::Real(number) => number.is_finite().then_some(Cell::Real(*number)),
        Value::Truth(truth) => Some(Cell::Truth(*truth)),
    }
}
