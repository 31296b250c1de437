//! A laid-out graph -> the discs and lines that a drawing of it shows.

use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use crate::graph::KnowledgeGraph;
use crate::report::content::Name;
use crate::report::content::Names;

/// Discs with the greatest last, so that they are drawn over the small, and lines between them.
#[derive(Clone, Debug, Default)]
pub struct Picture {
    pub discs: Vec<Disc>,
    pub lines: Vec<Line>,
    /// Entities that are not shown.
    pub left_out: usize,
}

#[derive(Clone, Debug)]
pub struct Disc {
    pub name: Name,
    pub x: f64,
    /// Grows downwards, as on a screen.
    pub y: f64,
    pub radius: f64,
}

/// A line between two discs, by their indices.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    pub from: usize,
    pub to: usize,
    pub weight: f64,
}

/// A drawing on paper cannot show more with use.
const MOST_DISCS: usize = 1500;
const MOST_LINES: usize = 6000;

/// Takes the largest entities that have a place and the heaviest lines between them. Everything shown is named in
/// `names`.
pub(in crate::report) fn picture(knowledge: &KnowledgeGraph, names: &mut Names) -> Picture {
    let graph = &knowledge.graph;
    let size = |node: &NodeIndex| graph[*node].look.map_or(0.0, |look| look.size);
    let mut nodes: Vec<NodeIndex> = graph
        .node_indices()
        .filter(|node| !graph[*node].is_document() && graph[*node].look.is_some())
        .collect();
    let all = nodes.len();
    nodes.sort_by(|one, other| size(other).total_cmp(&size(one)).then(one.cmp(other)));
    nodes.truncate(MOST_DISCS);
    nodes.reverse();
    let mut place = vec![None; graph.node_count()];
    let discs: Vec<Disc> = nodes
        .iter()
        .enumerate()
        .filter_map(|(at, &node)| {
            place[node.index()] = Some(at);
            let look = graph[node].look?;
            Some(Disc {
                name: names.of(node),
                x: look.x,
                y: -look.y,
                radius: look.size / 2.0,
            })
        })
        .collect();
    Picture {
        lines: lines(knowledge, &place),
        left_out: all - discs.len(),
        discs,
    }
}

/// One line per pair, with the sum of the weights of the edges between them.
fn lines(knowledge: &KnowledgeGraph, place: &[Option<usize>]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for edge in knowledge.graph.edge_references() {
        if let Some((from, to)) = place[edge.source().index()].zip(place[edge.target().index()]) {
            lines.push(Line {
                from: from.min(to),
                to: from.max(to),
                weight: edge.weight().weight,
            });
        }
    }
    lines.retain(|line| line.from != line.to);
    lines.sort_by_key(|line| (line.from, line.to));
    lines.dedup_by(|next, kept| {
        let same = (next.from, next.to) == (kept.from, kept.to);
        kept.weight += if same { next.weight } else { 0.0 };
        same
    });
    lines.sort_by(|one, other| other.weight.total_cmp(&one.weight));
    lines.truncate(MOST_LINES);
    lines.sort_by_key(|line| (line.from, line.to));
    lines
}
