//! The graph -> a Pajek network: vertices by label, lines by weight and relation.
//!
//! All lines stand in one section, because NetworkX reads no second one; `co_occurs` is an arc like the others.

use std::io::{self, Write};

use crate::export::unique::unique_labels;
use crate::export::walk::Walk;
use crate::graph::Orientation;

/// Writes labels and weights; Pajek has no other attributes. Its labels hold no quotes, backslashes and line breaks,
/// so these become other letters.
pub fn write(walk: &Walk, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "*Vertices {}", walk.node_count())?;
    for (node, label) in walk.nodes().zip(unique_labels(walk)) {
        write!(out, "{} \"{}\"", node.index() + 1, plain(&label))?;
        match node.shown().place {
            Some([x, y]) => writeln!(out, " {x:?} {y:?}")?,
            None => writeln!(out)?,
        }
    }
    writeln!(
        out,
        "{}",
        match walk.orientation() {
            Orientation::Directed => "*Arcs",
            Orientation::Undirected => "*Edges",
        }
    )?;
    for edge in walk.edges() {
        let [source, target] = edge.ends().map(|end| end + 1);
        let (weight, relation) = (edge.weight(), plain(edge.relation()));
        writeln!(out, "{source} {target} {weight:?} l \"{relation}\"")?;
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
