//! The graph -> GEXF 1.3 for Gephi: parallel edges by `kind`, colours, sizes and places, and spells for the timeline.

use std::io::{self, Write};

use crate::export::walk::{Cell, Column, Form, Shown, Walk};
use crate::export::xml;
use crate::graph::Date;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta><creator>vnkg</creator></meta>
"#;

/// What GEXF says in words of its own and not by attributes.
const SAID_OTHERWISE: [&str; 8] = ["label", "weight", "x", "y", "size", "r", "g", "b"];

/// Writes every edge apart. `defaultedgetype` is left out, because Gephi drops edges of the other sort if it is there.
pub fn write(walk: &Walk, out: &mut impl Write) -> io::Result<()> {
    let dated = walk.nodes().any(|node| node.seen()[0].is_some())
        || walk.edges().any(|edge| edge.seen()[0].is_some());
    out.write_all(HEAD.as_bytes())?;
    out.write_all(match dated {
        true => b"  <graph mode=\"dynamic\" timeformat=\"date\" timerepresentation=\"interval\">\n",
        false => b"  <graph mode=\"static\">\n".as_slice(),
    })?;
    // Numbers for ids, because graphology takes any other id for the name of the attribute.
    let first_of_edges = walk.node_columns.len();
    attributes(out, "node", &walk.node_columns, 0)?;
    attributes(out, "edge", &walk.edge_columns, first_of_edges)?;
    writeln!(out, "    <nodes count=\"{}\">", walk.node_count())?;
    let mut line = String::new();
    for node in walk.nodes() {
        line.clear();
        line.push_str("      <node");
        attribute(&mut line, "id", node.id());
        attribute(&mut line, "label", node.label());
        line.push_str(">\n");
        look(&mut line, node.shown());
        spell(&mut line, node.seen());
        values(&mut line, &walk.node_columns, 0, walk.node_cells(node));
        line.push_str("      </node>\n");
        out.write_all(line.as_bytes())?;
    }
    writeln!(out, "    </nodes>\n    <edges count=\"{}\">", walk.edge_count())?;
    for edge in walk.edges() {
        line.clear();
        line.push_str("      <edge");
        attribute(&mut line, "id", &walk.edge_id(edge.index()));
        attribute(&mut line, "source", edge.source().id());
        attribute(&mut line, "target", edge.target().id());
        attribute(&mut line, "type", edge.direction().name());
        attribute(&mut line, "kind", edge.relation());
        attribute(&mut line, "label", edge.relation());
        attribute(&mut line, "weight", &Cell::Real(edge.weight()).text());
        line.push_str(">\n");
        spell(&mut line, edge.seen());
        values(
            &mut line,
            &walk.edge_columns,
            first_of_edges,
            walk.edge_cells(edge),
        );
        line.push_str("      </edge>\n");
        out.write_all(line.as_bytes())?;
    }
    out.write_all(b"    </edges>\n  </graph>\n</gexf>\n")
}

fn attributes(out: &mut impl Write, class: &str, columns: &[Column], first: usize) -> io::Result<()> {
    writeln!(out, "    <attributes class=\"{class}\" mode=\"static\">")?;
    for (index, column) in columns
        .iter()
        .enumerate()
        .filter(|(_, column)| is_attribute(column))
    {
        let kind = match column.form {
            Form::Truth => "boolean",
            Form::Integer => "integer",
            Form::Long => "long",
            Form::Real => "double",
            Form::List | Form::Text => "string",
        };
        let mut line = format!("      <attribute id=\"{}\"", first + index);
        attribute(&mut line, "title", &column.name);
        writeln!(out, "{line} type=\"{kind}\"/>")?;
    }
    writeln!(out, "    </attributes>")
}

fn is_attribute(column: &Column) -> bool {
    !column.is_built_in() || !SAID_OTHERWISE.contains(&column.name.as_str())
}

fn values<'g>(
    line: &mut String,
    columns: &[Column],
    first: usize,
    cells: impl Iterator<Item = (usize, Cell<'g>)>,
) {
    line.push_str("        <attvalues>\n");
    for (index, cell) in cells.filter(|(index, _)| is_attribute(&columns[*index])) {
        line.push_str(&format!("          <attvalue for=\"{}\"", first + index));
        attribute(line, "value", &cell.text());
        line.push_str("/>\n");
    }
    line.push_str("        </attvalues>\n");
}

fn attribute(line: &mut String, name: &str, value: &str) {
    line.push(' ');
    line.push_str(name);
    line.push_str("=\"");
    xml::attribute(line, value);
    line.push('"');
}

fn look(line: &mut String, shown: Shown) {
    if let Some([r, g, b]) = shown.colour {
        line.push_str(&format!("        <viz:color r=\"{r}\" g=\"{g}\" b=\"{b}\"/>\n"));
    }
    if let Some([x, y]) = shown.place {
        line.push_str(&format!("        <viz:position x=\"{x}\" y=\"{y}\" z=\"0\"/>\n"));
    }
    if let Some(size) = shown.size {
        line.push_str(&format!("        <viz:size value=\"{size}\"/>\n"));
    }
}

/// From the first to the last day that the documents' dates allow.
fn spell(line: &mut String, [first, last]: [Option<Date>; 2]) {
    if let (Some(first), Some(last)) = (first, last) {
        let (start, end) = (first.first_day(), last.last_day());
        line.push_str(&format!(
            "        <spells><spell start=\"{start}\" end=\"{end}\"/></spells>\n"
        ));
    }
}
