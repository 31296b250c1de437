//! The graph -> a Pajek network: vertices by label, and the edges of each relation in a section of their own.

use std::io::{self, Write};

use petgraph::graph::EdgeIndex;

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
    let graph = &knowledge.graph;
    let section = |index: &EdgeIndex| {
        let edge = &graph[*index];
        let word = match walk.direction(edge) {
            Orientation::Directed => "*Arcs",
            Orientation::Undirected => "*Edges",
        };
        (word, edge.kind.name())
    };
    let mut edges: Vec<EdgeIndex> = graph.edge_indices().collect();
    edges.sort_by(|left, right| section(left).cmp(&section(right)).then(left.cmp(right)));
    for (number, edges) in edges
        .chunk_by(|left, right| section(left) == section(right))
        .enumerate()
    {
        let (word, relation) = section(&edges[0]);
        writeln!(out, "{word} :{} \"{}\"", number + 1, plain(relation))?;
        for edge in edges {
            if let Some((source, target)) = graph.edge_endpoints(*edge) {
                writeln!(
                    out,
                    "{} {} {:?}",
                    source.index() + 1,
                    target.index() + 1,
                    graph[*edge].weight
                )?;
            }
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
