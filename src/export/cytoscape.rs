//! The graph -> the JSON of Cytoscape.js and Cytoscape desktop (`cyjs`), with every edge apart.

use std::io::{self, Write};

use crate::export::json::{member, string};
use crate::export::walk::{Column, Walk};

/// Writes one element a line. `parent` would make a compound node, so the body above another is `parent_name` here.
pub fn write(walk: &Walk, out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"{\"data\":{\"name\":\"vnkg\"},\n\"elements\":{\"nodes\":[")?;
    let mut line = Vec::new();
    let mut comma: &[u8] = b"\n";
    for node in walk.nodes() {
        line.clear();
        line.extend(comma);
        line.extend(b"{\"data\":{\"id\":");
        string(&mut line, node.id())?;
        for (index, cell) in walk.node_cells(node) {
            member(&mut line, &name(&walk.node_columns[index]), &cell)?;
        }
        line.push(b'}');
        if let Some([x, y]) = node.shown().place {
            write!(line, ",\"position\":{{\"x\":{x:?},\"y\":{y:?}}}")?;
        }
        line.push(b'}');
        out.write_all(&line)?;
        comma = b",\n";
    }
    out.write_all(b"\n],\n\"edges\":[")?;
    comma = b"\n";
    for edge in walk.edges() {
        line.clear();
        line.extend(comma);
        write!(
            line,
            "{{\"data\":{{\"id\":\"{}\",\"source\":",
            walk.edge_id(edge.index())
        )?;
        string(&mut line, edge.source().id())?;
        line.extend(b",\"target\":");
        string(&mut line, edge.target().id())?;
        for (index, cell) in walk.edge_cells(edge) {
            member(&mut line, &name(&walk.edge_columns[index]), &cell)?;
        }
        line.extend(b"}}");
        out.write_all(&line)?;
        comma = b",\n";
    }
    out.write_all(b"\n]}}\n")
}

/// Cytoscape gives some names a meaning of its own.
fn name(column: &Column) -> String {
    match column.name.as_str() {
        name @ ("parent" | "id" | "source" | "target") => format!("{name}_name"),
        name => name.to_owned(),
    }
}
