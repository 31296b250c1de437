//! The graph -> node-link JSON, as NetworkX and d3 read it, with every edge apart.

use std::io::{self, Write};

use crate::export::walk::{Cell, Walk};
use crate::graph::{Maker, Orientation};

/// Writes one node and one edge a line. `key` counts the edges between the same two nodes.
pub fn write(walk: &Walk, out: &mut impl Write) -> io::Result<()> {
    let directed = walk.orientation() == Orientation::Directed;
    writeln!(out, "{{\"directed\":{directed},\"multigraph\":true,")?;
    let made_by = match walk.maker() {
        Maker::Vnkg => "\"made_by\":\"vnkg\",",
        Maker::Other => "",
    };
    write!(
        out,
        "\"graph\":{{{made_by}\"undirected_relations\":[\"co_occurs\"]}},\n\"nodes\":["
    )?;
    let mut line = Vec::new();
    let mut comma: &[u8] = b"\n";
    for node in walk.nodes() {
        line.clear();
        line.extend(comma);
        line.extend(b"{\"id\":");
        string(&mut line, node.id())?;
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
    for edge in walk.edges() {
        line.clear();
        line.extend(comma);
        write!(line, "{{\"id\":\"{}\",\"source\":", walk.edge_id(edge.index()))?;
        string(&mut line, edge.source().id())?;
        line.extend(b",\"target\":");
        string(&mut line, edge.target().id())?;
        write!(line, ",\"key\":{}", keys.next(edge.ends()))?;
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
struct Keys {
    seen: rustc_hash::FxHashMap<[usize; 2], u32>,
}

impl Keys {
    fn next(&mut self, ends: [usize; 2]) -> u32 {
        let count = self.seen.entry(ends).or_default();
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
