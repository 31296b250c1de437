//! A body or an official -> who held which post, and from when to when pages speak of it.

use petgraph::Direction;
use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;
use serde::Serialize;

use crate::graph::{KnowledgeGraph, NodeKind};
use crate::query::one::Among;
use crate::query::tie::{HOLDS, Named, Tie, ends};
use crate::query::{Answer, Part, Table};
use crate::resolve::record::Kind;

/// Those who hold posts, and what they hold them in.
pub const OFFICIALS_AND_BODIES: Among = Among {
    takes: |node| matches!(node.kind(), NodeKind::Entity(Kind::Official | Kind::Committee)),
    words: "among the officials and committees",
};

#[derive(Serialize)]
struct Posts<'g> {
    of: Named<'g>,
    posts: Vec<Tie<'g>>,
}

/// The posts of an official, or in a body, in the order of time, then of title, official and body.
pub fn posts(knowledge: &KnowledgeGraph, node: NodeIndex) -> Answer {
    let found = held(knowledge, node);
    let value = Posts {
        of: Named::new(knowledge, node),
        posts: found.iter().map(|edge| Tie::new(knowledge, *edge)).collect(),
    };
    let words = match found.is_empty() {
        true => format!("the graph knows no post of {}\n", value.of.name),
        false => table(knowledge, &found).to_string(),
    };
    let part = Part::of_edges(knowledge, found).with_nodes([node]);
    Answer::new(words, &value, part)
}

/// The edges of posts at a node.
pub(super) fn held(knowledge: &KnowledgeGraph, node: NodeIndex) -> Vec<EdgeIndex> {
    let graph = &knowledge.graph;
    let both = [Direction::Outgoing, Direction::Incoming].map(|way| graph.edges_directed(node, way));
    let mut found: Vec<EdgeIndex> = both
        .into_iter()
        .flatten()
        .filter(|edge| edge.weight().kind == HOLDS)
        .map(|edge| edge.id())
        .collect();
    // What has no date stands behind what has one.
    let time = |edge: &EdgeIndex| {
        let edge = &graph[*edge];
        (edge.first_seen.is_none(), edge.first_seen, edge.last_seen)
    };
    found.sort_by(|left, right| {
        time(left)
            .cmp(&time(right))
            .then_with(|| graph[*left].title.cmp(&graph[*right].title))
            .then_with(|| ends(knowledge, *left).cmp(&ends(knowledge, *right)))
    });
    found
}

pub(super) fn table(knowledge: &KnowledgeGraph, posts: &[EdgeIndex]) -> Table {
    let mut table = Table::new(&["official", "post", "body", "", "seen", "pages", "quoted from"]);
    for edge in posts {
        let tie = Tie::new(knowledge, *edge);
        table.row([
            tie.source.name.to_owned(),
            tie.title.unwrap_or_default().to_owned(),
            tie.target.name.to_owned(),
            tie.tenure
                .filter(|tenure| *tenure != "held")
                .unwrap_or_default()
                .to_owned(),
            tie.seen(),
            tie.documents.to_string(),
            tie.quoted_from.unwrap_or_default().to_owned(),
        ]);
    }
    table
}
