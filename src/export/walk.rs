//! The graph -> rows and columns: the one place that says which attributes a node and an edge have in files.
//!
//! Formats differ in how they write a cell, never in what they write.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use petgraph::graph::{EdgeIndex, NodeIndex};

use crate::export::columns::{EDGE, EdgeColumn, NODE, NodeColumn};
use crate::graph::{Edge, EdgeKind, KnowledgeGraph, Node, Orientation, Value};

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'g> {
    Text(Cow<'g, str>),
    List(Vec<Cow<'g, str>>),
    Integer(i64),
    /// Always finite. Written as the shortest decimal that reads back as the same number, with a point or an exponent.
    Real(f64),
    Truth(bool),
}

/// What all cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    Truth,
    /// Fits 32 bits.
    Integer,
    Long,
    Real,
    List,
    Text,
}

/// A column that at least one row fills.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub name: String,
    pub form: Form,
    from: From,
}

/// Where a column's cells come from.
#[derive(Clone, Debug, PartialEq, Eq)]
enum From {
    /// Index into the table of built-in columns.
    Table(usize),
    /// The name under which nodes or edges have it.
    Extra(String),
}

/// A graph with the columns that it needs.
pub struct Walk<'g> {
    pub knowledge: &'g KnowledgeGraph,
    pub node_columns: Vec<Column>,
    pub edge_columns: Vec<Column>,
    edge_prefix: &'static str,
}

impl<'g> Walk<'g> {
    pub fn new(knowledge: &'g KnowledgeGraph) -> Walk<'g> {
        let node_columns = node_columns(knowledge);
        let edge_columns = edge_columns(knowledge);
        Walk {
            knowledge,
            node_columns,
            edge_columns,
            edge_prefix: edge_prefix(knowledge),
        }
    }

    /// The nodes in their order, with their cells in the order of the columns.
    pub fn nodes(&self) -> impl Iterator<Item = (NodeIndex, &'g Node)> {
        let graph = &self.knowledge.graph;
        graph.node_indices().map(|index| (index, &graph[index]))
    }

    /// The edges in their order, with their ends.
    pub fn edges(&self) -> impl Iterator<Item = (EdgeIndex, &'g Node, &'g Node, &'g Edge)> {
        let graph = &self.knowledge.graph;
        graph.edge_indices().filter_map(|index| {
            let (source, target) = graph.edge_endpoints(index)?;
            Some((index, &graph[source], &graph[target], &graph[index]))
        })
    }

    /// An id for an edge that no node has.
    pub fn edge_id(&self, index: EdgeIndex) -> String {
        format!("{}{}", self.edge_prefix, index.index())
    }

    /// Whether the direction of an edge means something.
    pub fn direction(&self, edge: &Edge) -> Orientation {
        match edge.kind {
            EdgeKind::CoOccurs => Orientation::Undirected,
            _ => self.knowledge.orientation,
        }
    }

    /// The filled cells of a node, with the index of their column.
    pub fn node_cells<'w>(&'w self, node: &'g Node) -> impl Iterator<Item = (usize, Cell<'g>)> + use<'w, 'g> {
        cells(&self.node_columns, &node.extra, move |place| {
            (NODE[place].cell)(node)
        })
    }

    /// The filled cells of an edge, with the index of their column.
    pub fn edge_cells<'w>(&'w self, edge: &'g Edge) -> impl Iterator<Item = (usize, Cell<'g>)> + use<'w, 'g> {
        let knowledge = self.knowledge;
        cells(&self.edge_columns, &edge.extra, move |place| {
            (EDGE[place].cell)(edge, knowledge)
        })
    }
}

/// The filled cells of a row. Columns of extra attributes stand in the order of the attributes themselves, so that
/// one walk over both finds them.
fn cells<'w, 'g>(
    columns: &'w [Column],
    extra: &'g BTreeMap<String, Value>,
    built_in: impl Fn(usize) -> Option<Cell<'g>>,
) -> impl Iterator<Item = (usize, Cell<'g>)> {
    let mut extra = extra.iter().peekable();
    columns.iter().enumerate().filter_map(move |(index, column)| {
        let cell = match &column.from {
            From::Table(place) => built_in(*place),
            From::Extra(name) => {
                while extra.next_if(|(own, _)| *own < name).is_some() {}
                let (_, own) = extra.next_if(|(own, _)| *own == name)?;
                value(own)
            }
        };
        Some((index, cell?))
    })
}

impl Column {
    /// False for a measure or what another program wrote.
    pub fn is_built_in(&self) -> bool {
        matches!(self.from, From::Table(_))
    }
}

impl Cell<'_> {
    /// The cell as one text; parts of a list are joined by `; `.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Cell::Text(text) => Cow::Borrowed(text),
            Cell::List(parts) => Cow::Owned(parts.join("; ")),
            _ => {
                let mut text = String::new();
                self.push_to(&mut text);
                Cow::Owned(text)
            }
        }
    }

    /// Appends what [`Cell::text`] is.
    pub fn push_to(&self, out: &mut String) {
        match self {
            Cell::Text(text) => out.push_str(text),
            Cell::List(parts) => {
                for (index, part) in parts.iter().enumerate() {
                    out.push_str(if index > 0 { "; " } else { "" });
                    out.push_str(part);
                }
            }
            // A string takes all that is written to it.
            Cell::Integer(number) => drop(write!(out, "{number}")),
            Cell::Real(number) => out.push_str(zmij::Buffer::new().format_finite(*number)),
            Cell::Truth(truth) => out.push_str(if *truth { "true" } else { "false" }),
        }
    }

    pub fn form(&self) -> Form {
        match self {
            Cell::Text(_) => Form::Text,
            Cell::List(_) => Form::List,
            Cell::Integer(number) if i32::try_from(*number).is_ok() => Form::Integer,
            Cell::Integer(_) => Form::Long,
            Cell::Real(_) => Form::Real,
            Cell::Truth(_) => Form::Truth,
        }
    }
}

fn value(value: &Value) -> Option<Cell<'_>> {
    match value {
        Value::Text(text) => (!text.is_empty()).then(|| Cell::Text(Cow::Borrowed(text))),
        Value::Integer(number) => Some(Cell::Integer(*number)),
        Value::Real(number) => number.is_finite().then_some(Cell::Real(*number)),
        Value::Truth(truth) => Some(Cell::Truth(*truth)),
    }
}

/// `e`, unless a node of another program's graph has such an id too.
fn edge_prefix(knowledge: &KnowledgeGraph) -> &'static str {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let clash = |node: &Node| node.id.strip_prefix('e').is_some_and(is_number);
    if knowledge.graph.node_weights().any(clash) {
        "edge:"
    } else {
        "e"
    }
}

/// Columns that are there even where no row is.
const ALWAYS: [&str; 4] = ["label", "kind", "relation", "weight"];

fn node_columns(knowledge: &KnowledgeGraph) -> Vec<Column> {
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

fn edge_columns(knowledge: &KnowledgeGraph) -> Vec<Column> {
    let edges = || knowledge.graph.edge_weights();
    let table = EDGE.iter().enumerate();
    let built_in = table.filter(|(_, column)| {
        ALWAYS.contains(&column.name) || edges().any(|edge| (column.cell)(edge, knowledge).is_some())
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

/// Names that every format needs for itself.
const TAKEN: [&str; 4] = ["id", "source", "target", "key"];

/// Adds a column for each extra attribute, wide enough for all its values. Its name gets an underscore where it would
/// be that of another column or of the format, capitals ignored.
fn add_extra<'g>(columns: &mut Vec<Column>, all: impl Iterator<Item = &'g BTreeMap<String, Value>>) {
    let mut forms: BTreeMap<&str, Form> = BTreeMap::new();
    for (name, cell) in all.flatten().filter_map(|(name, it)| Some((name, value(it)?))) {
        let form = forms.entry(name).or_insert(cell.form());
        *form = wider(*form, cell.form());
    }
    let built_in = columns.iter().map(|column| column.name.clone());
    let mut taken: BTreeSet<String> = built_in.chain(TAKEN.map(str::to_owned)).collect();
    for (own, form) in forms {
        let mut name = own.to_owned();
        while !taken.insert(name.to_lowercase()) {
            name.push('_');
        }
        columns.push(Column {
            name,
            form,
            from: From::Extra(own.to_owned()),
        });
    }
}

fn wider(left: Form, right: Form) -> Form {
    match (left, right) {
        _ if left == right => left,
        (Form::Integer | Form::Long | Form::Real, Form::Integer | Form::Long | Form::Real) => left.max(right),
        _ => Form::Text,
    }
}
