//! The graph -> DOT for Graphviz, with every edge apart; `co_occurs` is drawn without an arrow.

use std::io::{self, Write};

use crate::export::walk::{Cell, Column, Walk};
use crate::graph::Orientation;

/// Writes a strictly typed digraph, or a graph where no edge has a direction.
pub fn write(walk: &Walk, out: &mut impl Write) -> io::Result<()> {
    let (word, arrow) = match walk.orientation() {
        Orientation::Directed => ("digraph", "->"),
        Orientation::Undirected => ("graph", "--"),
    };
    writeln!(out, "{word} vnkg {{\n  graph [charset=\"UTF-8\"];")?;
    let mut line = String::new();
    for node in walk.nodes() {
        line.clear();
        line.push_str("  ");
        quoted(&mut line, node.id());
        line.push_str(" [");
        attributes(&mut line, &walk.node_columns, walk.node_cells(node));
        if let Some([x, y]) = node.shown().place {
            line.push_str(&format!("pos=\"{x},{y}\" "));
        }
        if let Some([r, g, b]) = node.shown().colour {
            line.push_str(&format!("color=\"#{r:02x}{g:02x}{b:02x}\" "));
        }
        line.push_str("];\n");
        out.write_all(line.as_bytes())?;
    }
    for edge in walk.edges() {
        line.clear();
        line.push_str("  ");
        quoted(&mut line, edge.source().id());
        line.push_str(&format!(" {arrow} "));
        quoted(&mut line, edge.target().id());
        line.push_str(&format!(" [id=\"{}\" ", walk.edge_id(edge.index())));
        if edge.direction() != walk.orientation() {
            line.push_str("dir=\"none\" ");
        }
        attributes(&mut line, &walk.edge_columns, walk.edge_cells(edge));
        line.push_str("];\n");
        out.write_all(line.as_bytes())?;
    }
    out.write_all(b"}\n")
}

fn attributes<'g>(line: &mut String, columns: &[Column], cells: impl Iterator<Item = (usize, Cell<'g>)>) {
    for (index, cell) in cells {
        let name = match columns[index].name.as_str() {
            // What Graphviz means by these is a page of its own and the place of another label.
            name @ ("size" | "pos" | "color" | "dir") => format!("{name}_value"),
            name => name.to_owned(),
        };
        quoted(line, &name);
        line.push('=');
        quoted(line, &cell.text());
        line.push(' ');
    }
}

/// Appends a quoted string. Graphviz reads `\\` as a backslash, `&` as the start of an entity, and no control letters.
fn quoted(line: &mut String, text: &str) {
    line.push('"');
    for letter in text.chars() {
        match letter {
            '"' => line.push_str("\\\""),
            '\\' => line.push_str("\\\\"),
            '&' => line.push_str("&amp;"),
            '\n' => line.push_str("\\n"),
            '\t' => line.push(' '),
            '\0'..='\u{1f}' => {}
            _ => line.push(letter),
        }
    }
    line.push('"');
}
