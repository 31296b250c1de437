//! The graph -> the JSON of graphology, which sigma draws: a mixed multigraph with `color`, `x`, `y` and `size`.

use std::io::{self, Write};

use crate::export::json::{member, string};
use crate::export::walk::{Cell, Column, Walk};
use crate::graph::Orientation;

/// Writes one node and one edge a line; `graph.import` reads the file.
pub fn write(walk: &Walk, out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"{\"options\":{\"type\":\"mixed\",\"multi\":true,\"allowSelfLoops\":true},\n")?;
    out.write_all(b"\"attributes\":{\"name\":\"vnkg\"},\n\"nodes\":[")?;
    let mut line = Vec::new();
    let mut comma: &[u8] = b"\n";
    for node in walk.nodes() {
        line.clear();
        line.extend(comma);
        line.extend(b"{\"key\":");
        string(&mut line, node.id())?;
        line.extend(b",\"attributes\":{");
        let cells = walk
            .node_cells(node)
            .filter(|(index, _)| !is_colour(&walk.node_columns[*index]));
        members(&mut line, &walk.node_columns, cells)?;
        if let Some([r, g, b]) = node.shown().colour {
            write!(line, ",\"color\":\"#{r:02x}{g:02x}{b:02x}\"")?;
        }
        line.extend(b"}}");
        out.write_all(&line)?;
        comma = b",\n";
    }
    out.write_all(b"\n],\n\"edges\":[")?;
    comma = b"\n";
    for edge in walk.edges() {
        line.clear();
        line.extend(comma);
        write!(line, "{{\"key\":\"{}\",\"source\":", walk.edge_id(edge.index()))?;
        string(&mut line, edge.source().id())?;
        line.extend(b",\"target\":");
        string(&mut line, edge.target().id())?;
        line.extend(b",\"attributes\":{");
        members(&mut line, &walk.edge_columns, walk.edge_cells(edge))?;
        let undirected = edge.direction() == Orientation::Undirected;
        write!(line, "}},\"undirected\":{undirected}}}")?;
        out.write_all(&line)?;
        comma = b",\n";
    }
    out.write_all(b"\n]}\n")
}

fn is_colour(column: &Column) -> bool {
    column.is_built_in() && matches!(column.name.as_str(), "r" | "g" | "b")
}

/// Appends the cells as members of an object that has none yet.
pub(super) fn members<'g>(
    line: &mut Vec<u8>,
    columns: &[Column],
    cells: impl Iterator<Item = (usize, Cell<'g>)>,
) -> io::Result<()> {
    let start = line.len();
    for (index, cell) in cells {
        member(line, &columns[index].name, &cell)?;
    }
    if line.len() > start {
        // The first member has a comma before it.
        line.remove(start);
    }
    Ok(())
}
