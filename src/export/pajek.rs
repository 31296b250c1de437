//! The graph -> a Pajek network: vertices by label, lines by weight and relation.
//!
//! All lines stand in one section, because NetworkX reads no second one; `co_occurs` is an arc like the others.

use std::io::{self, Write};

use crate::export::unique::unique_labels;
use crate::export::walk::Walk;
use crate::graph::{KnowledgeGraph, Orientation};

/// Writes labels and weights; Pajek has no other attributes. Its labels hold no quotes, backslashes and line breaks,
/// so these become other letters.
pub fn write(knowledge: &KnowledgeGraph, out: &mut impl Write) -> io::Result<()> {
    let walk = Walk::new(knowledge);
    writeln!(out, "*Vertices {}", knowledge.graph.node_count())?;
    for ((index, node), label) in walk.nodes().zip(unique_labels(knowledge)) {
        write!(out, "{} \"{}\"", index.index() + 1, plain(&label))?;
        match node.look {
            Some(look) => writeln!(out, " {:?} {:?}", look.x, look.y)?,
            None => writeln!(out)?,
        }
    }
    writeln!(
        out,
        "{}",
        match knowledge.orientation {
            Orientation::Directed => "*Arcs",
            Orientation::Undirected => "*Edges",
        }
    )?;
    for (index, _, _, edge) in walk.edges() {
        if let Some((source, target)) = knowledge.graph.edge_endpoints(index) {
            let relation = plain(edge.kind.name());
            writeln!(
                out,
                "{} {} {:?} l \"{relation}\"",
                source.index() + 1,
                target.index() + 1,
                edge.weight
            )?;
        }
    }
    Ok(())
}

fn plain(text: &str) -> String {
    let letters = text.chars().map(|letter| match letter {
        '"' => '”',
        '\\' => '⧵',
        _ if letter.is_control() => ' ',
        _ => letter,
    });
    letters.collect()
}
