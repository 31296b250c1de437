//! The graph -> GraphML that Gephi, Cytoscape, yEd, NetworkX, igraph, graph-tool, rustworkx and graphology open alike.
//!
//! Keys come first and are prefixed by what they are for; nodes come before edges; every type is one of the six;
//! lists are joined by `; `; nothing is written for what is not known.

use std::collections::BTreeSet;
use std::io::{self, Write};

use crate::export::walk::{Cell, Column, EdgeRow, Form, NodeRow, Walk};
use crate::export::xml;
use crate::graph::Maker;
use crate::graph::columns::Pieces;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"#;

/// Attribute names that some importer takes for its own.
const GRABBED: [&str; 26] = [
    "id",
    "name",
    "color",
    "type",
    "source",
    "target",
    "interval",
    "timeset",
    "interaction",
    "selected",
    "suid",
    "nodelabel",
    "edgelabel",
    "xpos",
    "ypos",
    "zpos",
    "z",
    "directed",
    "edge weight",
    "x",
    "y",
    "size",
    "r",
    "g",
    "b",
    "key",
];

/// Writes the graph with all its edges. Call it on a simplified graph for tools that merge parallel edges.
pub fn write(walk: &Walk, out: &mut impl Write) -> io::Result<()> {
    let [node_names, edge_names] = [("v", &walk.node_columns), ("e", &walk.edge_columns)]
        .map(|(prefix, columns)| names(prefix, columns));
    out.write_all(HEAD.as_bytes())?;
    let own_ids = walk.nodes().all(|node| xml::is_token(node.id()));
    keys(out, "node", &walk.node_columns, &node_names)?;
    if !own_ids {
        out.write_all(
            b"  <key id=\"v_entity_id\" for=\"node\" attr.name=\"entity_id\" attr.type=\"string\"/>\n",
        )?;
    }
    keys(out, "edge", &walk.edge_columns, &edge_names)?;
    let (name, direction) = (graph_name(walk), walk.orientation().name());
    writeln!(out, "  <graph id=\"{name}\" edgedefault=\"{direction}\">")?;
    let mut line = String::new();
    for node in walk.nodes() {
        line.clear();
        write_node(&mut line, walk, node, &node_names, own_ids);
        out.write_all(line.as_bytes())?;
    }
    write_edges(walk, &edge_names, out)?;
    out.write_all(b"  </graph>\n</graphml>\n")
}

/// Edges whose ends are looked up together: the ids lie far apart, and so the processor waits for many of them at once.
const BATCH: usize = 64;

fn write_edges(walk: &Walk, names: &[Name], out: &mut impl Write) -> io::Result<()> {
    let ids = tokens(walk);
    let mut edges = walk
        .edges()
        .map(|edge| (edge, edge.ends().map(|end| ids.get(end))));
    let mut batch = Vec::with_capacity(BATCH);
    let mut line = String::new();
    loop {
        batch.extend(edges.by_ref().take(BATCH));
        if batch.is_empty() {
            return Ok(());
        }
        for (edge, ends) in batch.drain(..) {
            line.clear();
            write_edge(&mut line, walk, edge, ends, names);
            out.write_all(line.as_bytes())?;
        }
    }
}

/// The name by which a graph of ours is known again when it is read.
fn graph_name(walk: &Walk) -> &'static str {
    match walk.maker() {
        Maker::Vnkg => "vnkg",
        Maker::Other => "G",
    }
}

/// The ids of nodes as edges name them.
fn tokens(walk: &Walk) -> Pieces {
    let mut tokens = Pieces::default();
    let mut token = String::new();
    for node in walk.nodes() {
        token.clear();
        xml::token(&mut token, node.id());
        tokens.push(&token);
    }
    tokens
}

/// A key as it is declared and used.
struct Name {
    id: String,
    attribute: String,
    /// What stands before a value.
    start: String,
}

/// Names that no importer takes for its own and that stay different when case is ignored.
fn names(prefix: &str, columns: &[Column]) -> Vec<Name> {
    let mut taken = BTreeSet::from(["entity_id".to_owned()]);
    let names = columns.iter().map(|column| {
        let mut attribute = xml::name(&column.name);
        let grabbed = GRABBED.contains(&attribute.to_lowercase().as_str());
        // Built-in columns mean what the importers take them for; `x`, `size` and `r` are those of a picture.
        if grabbed && !column.is_built_in() {
            attribute.insert_str(0, "of_");
        }
        while !taken.insert(attribute.to_lowercase()) {
            attribute.push('_');
        }
        let id = format!("{prefix}_{attribute}");
        let start = format!("      <data key=\"{id}\">");
        Name { id, attribute, start }
    });
    names.collect()
}

fn keys(out: &mut impl Write, domain: &str, columns: &[Column], names: &[Name]) -> io::Result<()> {
    for (column, name) in columns.iter().zip(names) {
        let kind = match column.form {
            Form::Truth => "boolean",
            Form::Integer => "int",
            Form::Long => "long",
            Form::Real => "double",
            Form::List | Form::Text => "string",
        };
        let Name { id, attribute, .. } = name;
        writeln!(
            out,
            "  <key id=\"{id}\" for=\"{domain}\" attr.name=\"{attribute}\" attr.type=\"{kind}\"/>"
        )?;
    }
    Ok(())
}

fn write_node<'g>(line: &mut String, walk: &Walk<'g>, node: NodeRow<'g>, names: &[Name], own_ids: bool) {
    line.push_str("    <node id=\"");
    xml::token(line, node.id());
    line.push_str("\">\n");
    if !own_ids {
        line.push_str("      <data key=\"v_entity_id\">");
        xml::text(line, node.id());
        line.push_str("</data>\n");
    }
    data(line, names, &walk.node_columns, walk.node_cells(node));
    line.push_str("    </node>\n");
}

fn write_edge<'g>(
    line: &mut String,
    walk: &Walk<'g>,
    edge: EdgeRow<'g>,
    [source, target]: [&str; 2],
    names: &[Name],
) {
    line.push_str("    <edge id=\"");
    line.push_str(walk.edge_prefix());
    Cell::Integer(edge.index() as i64).push_to(line);
    line.push_str("\" source=\"");
    line.push_str(source);
    line.push_str("\" target=\"");
    line.push_str(target);
    line.push_str("\">\n");
    data(line, names, &walk.edge_columns, walk.edge_cells(edge));
    line.push_str("    </edge>\n");
}

fn data<'g>(
    line: &mut String,
    names: &[Name],
    columns: &[Column],
    cells: impl Iterator<Item = (usize, Cell<'g>)>,
) {
    for (index, cell) in cells {
        line.push_str(&names[index].start);
        match &cell {
            Cell::Text(words) => xml::text(line, words),
            Cell::Integer(number) if columns[index].form == Form::Real => {
                Cell::Real(*number as f64).push_to(line);
            }
            Cell::List(_) => xml::text(line, &cell.text()),
            other => other.push_to(line),
        }
        line.push_str("</data>\n");
    }
}
