//! The graph -> node-link JSON, as NetworkX and d3 read it, with every edge apart.

use std::io::{self, Write};

use crate::export::walk::{Cell, Walk};
use crate::graph::{KnowledgeGraph, Orientation};

/// Writes one node and one edge a line. `key` counts the edges between the same two nodes.
pub fn write(knowledge: &KnowledgeGraph, out: &mut impl Write) -> io::Result<()> {
    let walk = Walk::new(knowledge);
    let directed = knowledge.orientation == Orientation::Directed;
    writeln!(out, "{{\"directed\":{directed},\"multigraph\":true,")?;
    out.write_all(
        b"\"graph\":{\"made_by\":\"vnkg\",\"undirected_relations\":[\"co_occurs\"]},\n\"nodes\":[",
    )?;
    let mut line = Vec::new();
    let mut comma: &[u8] = b"\n";
    for (_, node) in walk.nodes() {
        line.clear();
        line.extend(comma);
        line.extend(b"{\"id\":");
        string(&mut line, &node.id)?;
        for (index, cell) in walk.node_cells(node) {
            member(&mut line, &walk.node_columns[index].name, &cell)?;
        }
        line.push(b'}');
        out.write_all(&line)?;
        comma = b",\n";
    }
    out.write_all(b"\n],\n\"edges\":[")?;
    comma = b"\n";
    let mut keys = Keys::default();
    for (index, source, target, edge) in walk.edges() {
        line.clear();
        line.extend(comma);
        write!(line, "{{\"id\":\"{}\",\"source\":", walk.edge_id(index))?;
        string(&mut line, &source.id)?;
        line.extend(b",\"target\":");
        string(&mut line, &target.id)?;
        write!(line, ",\"key\":{}", keys.next(&source.id, &target.id))?;
        for (index, cell) in walk.edge_cells(edge) {
            member(&mut line, &walk.edge_columns[index].name, &cell)?;
        }
        line.push(b'}');
        out.write_all(&line)?;
        comma = b",\n";
    }
    out.write_all(b"\n]}\n")
}

/// Counts the edges between the same two nodes. Edges stand in the order of their ends, so the last pair is enough
/// for graphs of our own; for others every pair is remembered.
#[derive(Default)]
struct Keys<'g> {
    seen: rustc_hash::FxHashMap<(&'g str, &'g str), u32>,
}

impl<'g> Keys<'g> {
    fn next(&mut self, source: &'g str, target: &'g str) -> u32 {
        let count = self.seen.entry((source, target)).or_default();
        std::mem::replace(count, *count + 1)
    }
}

/// Appends `,"name":value`.
pub(super) fn member(line: &mut Vec<u8>, name: &str, cell: &Cell) -> io::Result<()> {
    line.push(b',');
    string(line, name)?;
    line.push(b':');
    value(line, cell)
}

/// Appends the cell as JSON.
pub(super) fn value(line: &mut Vec<u8>, cell: &Cell) -> io::Result<()> {
    match cell {
        Cell::Text(text) => string(line, text),
        Cell::List(parts) => Ok(serde_json::to_writer(line, parts)?),
        Cell::Integer(number) => write!(line, "{number}"),
        Cell::Real(number) => Ok(serde_json::to_writer(line, number)?),
        Cell::Truth(truth) => Ok(serde_json::to_writer(line, truth)?),
    }
}

/// Appends the text as a JSON string.
pub(super) fn string(line: &mut Vec<u8>, text: &str) -> io::Result<()> {
    Ok(serde_json::to_writer(line, text)?)
}
