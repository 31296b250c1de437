//! The graph -> GML in 7-bit letters, as its specification asks and NetworkX insists; other letters are entities.

use std::fmt::Write as _;
use std::io::{self, Write};

use crate::export::unique::unique_labels;
use crate::export::walk::{Cell, Column, Form, Walk};
use crate::graph::Orientation;

/// Writes every edge apart. Nodes are numbered; `node_id` is the id, `name` the label, and `label` the label made
/// unique, because NetworkX takes it for the node itself.
pub fn write(walk: &Walk, out: &mut impl Write) -> io::Result<()> {
    let directed = u8::from(walk.orientation() == Orientation::Directed);
    writeln!(
        out,
        "Creator \"vnkg\"\ngraph [\n  directed {directed}\n  multigraph 1"
    )?;
    let labels = unique_labels(walk);
    let mut line = String::new();
    for node in walk.nodes() {
        line.clear();
        line.push_str(&format!("  node [\n    id {}\n", node.index()));
        pair(&mut line, "node_id", &Cell::Text(node.id().into()), Form::Text);
        pair(
            &mut line,
            "label",
            &Cell::Text(labels[node.index()].as_str().into()),
            Form::Text,
        );
        pairs(&mut line, &walk.node_columns, walk.node_cells(node));
        line.push_str("  ]\n");
        out.write_all(line.as_bytes())?;
    }
    for edge in walk.edges() {
        line.clear();
        let ([source, target], key) = (edge.ends(), edge.index());
        line.push_str(&format!(
            "  edge [\n    source {source}\n    target {target}\n    key {key}\n"
        ));
        pairs(&mut line, &walk.edge_columns, walk.edge_cells(edge));
        line.push_str("  ]\n");
        out.write_all(line.as_bytes())?;
    }
    out.write_all(b"]\n")
}

fn pairs<'g>(line: &mut String, columns: &[Column], cells: impl Iterator<Item = (usize, Cell<'g>)>) {
    for (index, cell) in cells {
        let column = &columns[index];
        let key = match column.name.as_str() {
            "label" => "name".to_owned(),
            "id" | "source" | "target" | "key" | "node_id" | "name" => format!("{}_value", column.name),
            name => plain(name),
        };
        pair(line, &key, &cell, column.form);
    }
}

/// A key of letters, digits and underscores that starts with a letter.
fn plain(name: &str) -> String {
    let letters: String = name
        .chars()
        .map(|it| if it.is_ascii_alphanumeric() { it } else { '_' })
        .collect();
    match letters.starts_with(|it: char| it.is_ascii_alphabetic()) {
        true => letters,
        false => format!("x{letters}"),
    }
}

fn pair(line: &mut String, key: &str, cell: &Cell, form: Form) {
    line.push_str("    ");
    line.push_str(key);
    line.push(' ');
    match (cell, form) {
        (Cell::Truth(truth), Form::Truth) => line.push(if *truth { '1' } else { '0' }),
        (Cell::Integer(number), Form::Real) => line.push_str(&format!("{number}.0")),
        (Cell::Integer(_), Form::Integer) | (Cell::Real(_), Form::Real) => cell.push_to(line),
        // Whole numbers of more than 32 bits are strings in GML.
        _ => quoted(line, &cell.text()),
    }
    line.push('\n');
}

fn quoted(line: &mut String, text: &str) {
    line.push('"');
    for letter in text.chars() {
        match letter {
            '"' => line.push_str("&quot;"),
            '&' => line.push_str("&amp;"),
            '\n' => line.push_str("&#10;"),
            '\r' => line.push_str("&#13;"),
            '\t' => line.push_str("&#9;"),
            '\0'..='\u{1f}' | '\u{7f}' => {}
            ' '..='~' => line.push(letter),
            // A string takes all that is written to it.
            _ => drop(write!(line, "&#{};", u32::from(letter))),
        }
    }
    line.push('"');
}
