//! The graph -> JSON Graph Format, version 2.

use std::io::{self, Write};

use crate::export::graphology::members;
use crate::export::json::string;
use crate::export::walk::Walk;
use crate::graph::Orientation;

/// Writes one node and one edge a line. An edge without direction says so itself.
pub fn write(walk: &Walk, out: &mut impl Write) -> io::Result<()> {
    let directed = walk.orientation() == Orientation::Directed;
    write!(
        out,
        "{{\"graph\":{{\"directed\":{directed},\"type\":\"knowledge graph\",\"label\":\"vnkg\",\n\"nodes\":{{"
    )?;
    let mut line = Vec::new();
    let mut comma: &[u8] = b"\n";
    for node in walk.nodes() {
        line.clear();
        line.extend(comma);
        string(&mut line, node.id())?;
        line.extend(b":{\"label\":");
        string(&mut line, node.label())?;
        line.extend(b",\"metadata\":{");
        let cells = walk
            .node_cells(node)
            .filter(|(index, _)| !walk.node_columns[*index].is("label"));
        members(&mut line, &walk.node_columns, cells)?;
        line.extend(b"}}");
        out.write_all(&line)?;
        comma = b",\n";
    }
    out.write_all(b"\n},\n\"edges\":[")?;
    comma = b"\n";
    for edge in walk.edges() {
        line.clear();
        line.extend(comma);
        write!(line, "{{\"id\":\"{}\",\"source\":", walk.edge_id(edge.index()))?;
        string(&mut line, edge.source().id())?;
        line.extend(b",\"target\":");
        string(&mut line, edge.target().id())?;
        line.extend(b",\"relation\":");
        string(&mut line, edge.relation())?;
        let directed = edge.direction() == Orientation::Directed;
        write!(line, ",\"directed\":{directed},\"metadata\":{{")?;
        let cells = walk
            .edge_cells(edge)
            .filter(|(index, _)| !walk.edge_columns[*index].is("relation"));
        members(&mut line, &walk.edge_columns, cells)?;
        line.extend(b"}}");
        out.write_all(&line)?;
        comma = b",\n";
    }
    out.write_all(b"\n]}}\n")
}
