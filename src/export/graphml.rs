//! The graph -> GraphML that Gephi, Cytoscape, yEd, NetworkX, igraph, graph-tool, rustworkx and graphology open alike.
//!
//! Keys come first and are prefixed by what they are for; nodes come before edges; every type is one of the six;
//! lists are joined by `; `; nothing is written for what is not known.

use std::collections::BTreeSet;
use std::io::{self, Write};

use crate::export::walk::{Cell, Column, Form, Walk};
use crate::export::xml;
use crate::graph::{KnowledgeGraph, Node};

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
pub fn write(knowledge: &KnowledgeGraph, out: &mut impl Write) -> io::Result<()> {
    let walk = Walk::new(knowledge);
    let [node_names, edge_names] = [("v", &walk.node_columns), ("e", &walk.edge_columns)]
        .map(|(prefix, columns)| names(prefix, columns));
    out.write_all(HEAD.as_bytes())?;
    let own_ids = walk.nodes().all(|(_, node)| xml::is_token(&node.id));
    keys(out, "node", &walk.node_columns, &node_names)?;
    if !own_ids {
        out.write_all(
            b"  <key id=\"v_entity_id\" for=\"node\" attr.name=\"entity_id\" attr.type=\"string\"/>\n",
        )?;
    }
    keys(out, "edge", &walk.edge_columns, &edge_names)?;
    writeln!(
        out,
        "  <graph id=\"vnkg\" edgedefault=\"{}\">",
        knowledge.orientation.name()
    )?;
    let mut line = String::new();
    for (_, node) in walk.nodes() {
        line.clear();
        write_node(&mut line, &walk, node, &node_names, own_ids);
        out.write_all(line.as_bytes())?;
    }
    let ids: Vec<String> = walk.nodes().map(|(_, node)| token(&node.id)).collect();
    for (index, _, _, edge) in walk.edges() {
        let Some((source, target)) = knowledge.graph.edge_endpoints(index) else {
            continue;
        };
        line.clear();
        line.push_str("    <edge id=\"");
        line.push_str(&walk.edge_id(index));
        for (name, end) in [("\" source=\"", source), ("\" target=\"", target)] {
            line.push_str(name);
            line.push_str(&ids[end.index()]);
        }
        line.push_str("\">\n");
        data(&mut line, &edge_names, &walk.edge_columns, walk.edge_cells(edge));
        line.push_str("    </edge>\n");
        out.write_all(line.as_bytes())?;
    }
    out.write_all(b"  </graph>\n</graphml>\n")
}

fn token(id: &str) -> String {
    let mut token = String::new();
    xml::token(&mut token, id);
    token
}

/// A key as it is declared and used.
struct Name {
    id: String,
    attribute: String,
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
        Name { id, attribute }
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
        let Name { id, attribute } = name;
        writeln!(
            out,
            "  <key id=\"{id}\" for=\"{domain}\" attr.name=\"{attribute}\" attr.type=\"{kind}\"/>"
        )?;
    }
    Ok(())
}

fn write_node(line: &mut String, walk: &Walk, node: &Node, names: &[Name], own_ids: bool) {
    line.push_str("    <node id=\"");
    xml::token(line, &node.id);
    line.push_str("\">\n");
    if !own_ids {
        datum(line, "v_entity_id", |line| xml::text(line, &node.id));
    }
    data(line, names, &walk.node_columns, walk.node_cells(node));
    line.push_str("    </node>\n");
}

fn data<'g>(
    line: &mut String,
    names: &[Name],
    columns: &[Column],
    cells: impl Iterator<Item = (usize, Cell<'g>)>,
) {
    for (index, cell) in cells {
        let real = columns[index].form == Form::Real;
        datum(line, &names[index].id, |line| match &cell {
            Cell::Text(words) => xml::text(line, words),
            Cell::Integer(number) if real => Cell::Real(*number as f64).push_to(line),
            Cell::List(_) => xml::text(line, &cell.text()),
            other => other.push_to(line),
        });
    }
}

fn datum(line: &mut String, key: &str, fill: impl FnOnce(&mut String)) {
    line.push_str("      <data key=\"");
    line.push_str(key);
    line.push_str("\">");
    fill(line);
    line.push_str("</data>\n");
}
