//! The graph -> JSON Graph Format, version 2.

use std::io::{self, Write};

use crate::export::graphology::members;
use crate::export::json::string;
use crate::export::walk::{Column, Walk};
use crate::graph::{KnowledgeGraph, Orientation};

/// Writes one node and one edge a line. An edge without direction says so itself.
pub fn write(knowledge: &KnowledgeGraph, out: &mut impl Write) -> io::Result<()> {
    let walk = Walk::new(knowledge);
    let directed = knowledge.orientation == Orientation::Directed;
    write!(
        out,
        "{{\"graph\":{{\"directed\":{directed},\"type\":\"knowledge graph\",\"label\":\"vnkg\",\n\"nodes\":{{"
    )?;
    let mut line = Vec::new();
    let mut comma: &[u8] = b"\n";
    for (_, node) in walk.nodes() {
        line.clear();
        line.extend(comma);
        string(&mut line, &node.id)?;
        line.extend(b":{\"label\":");
        string(&mut line, &node.label)?;
        line.extend(b",\"metadata\":{");
        let cells = walk
            .node_cells(node)
            .filter(|(index, _)| !is(&walk.node_columns[*index], "label"));
        members(&mut line, &walk.node_columns, cells)?;
        line.extend(b"}}");
        out.write_all(&line)?;
        comma = b",\n";
    }
    out.write_all(b"\n},\n\"edges\":[")?;
    comma = b"\n";
    for (index, source, target, edge) in walk.edges() {
        line.clear();
        line.extend(comma);
        write!(line, "{{\"id\":\"{}\",\"source\":", walk.edge_id(index))?;
        string(&mut line, &source.id)?;
        line.extend(b",\"target\":");
        string(&mut line, &target.id)?;
        line.extend(b",\"relation\":");
        string(&mut line, edge.kind.name())?;
        let directed = walk.direction(edge) == Orientation::Directed;
        write!(line, ",\"directed\":{directed},\"metadata\":{{")?;
        let cells = walk
            .edge_cells(edge)
            .filter(|(index, _)| !is(&walk.edge_columns[*index], "relation"));
        members(&mut line, &walk.edge_columns, cells)?;
        line.extend(b"}}");
        out.write_all(&line)?;
        comma = b",\n";
    }
    out.write_all(b"\n]}}\n")
}

fn is(column: &Column, name: &str) -> bool {
    column.is_built_in() && column.name == name
}
