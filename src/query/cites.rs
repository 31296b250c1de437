//! A directive -> what it carries out or cites, and what carries it out or cites it, to any depth.
//!
//! A page that is a directive stands for it: what the page cites, the directive cites.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::Direction;
use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;
use serde::Serialize;

use crate::graph::{EdgeKind, KnowledgeGraph, NodeKind};
use crate::query::one::Among;
use crate::query::tie::{Named, Tie, about};
use crate::query::{Answer, Part, Table};
use crate::resolve::record::{Kind, RelationKind};

/// What cites and is cited.
pub const DIRECTIVES_AND_PAGES: Among = Among {
    takes: |node| {
        matches!(
            node.kind(),
            NodeKind::Entity(Kind::Directive) | NodeKind::Document
        )
    },
    words: "among the directives and pages",
};

#[derive(Serialize)]
struct Citations<'g> {
    of: Named<'g>,
    cites: Vec<Citation<'g>>,
    cited_by: Vec<Citation<'g>>,
}

#[derive(Serialize)]
struct Citation<'g> {
    /// 1 for what the thing itself cites or is cited by.
    depth: usize,
    /// What was met at this depth.
    directive: Named<'g>,
    /// What it was met from.
    from: Named<'g>,
    #[serde(flatten)]
    tie: Tie<'g>,
}

/// A thing met on the way: through which edge, and from what.
#[derive(Clone, Copy)]
struct Met {
    depth: usize,
    node: NodeIndex,
    from: NodeIndex,
    edge: EdgeIndex,
}

/// Follows citations `depth` deep, forwards and backwards. Every thing is met once each way, by its shortest way.
pub fn cites(knowledge: &KnowledgeGraph, node: NodeIndex, depth: usize) -> Answer {
    let [out, back] =
        [Direction::Outgoing, Direction::Incoming].map(|way| follow(knowledge, node, depth, way));
    let name = &knowledge.graph[node].label;
    let mut words = String::new();
    words += &section(knowledge, &format!("{name} carries out or cites"), &out);
    words += &section(knowledge, &format!("{name} is carried out or cited by"), &back);
    let part = Part::of_edges(knowledge, out.iter().chain(&back).map(|met| met.edge)).with_nodes([node]);
    let value = Citations {
        of: Named::new(knowledge, node),
        cites: out.iter().map(|met| citation(knowledge, met)).collect(),
        cited_by: back.iter().map(|met| citation(knowledge, met)).collect(),
    };
    Answer::new(words, &value, part)
}

fn follow(knowledge: &KnowledgeGraph, start: NodeIndex, depth: usize, way: Direction) -> Vec<Met> {
    let mut seen: BTreeSet<NodeIndex> = stand_ins(knowledge, start).into_iter().collect();
    let mut last = vec![start];
    let mut all = Vec::new();
    for depth in 1..=depth {
        let mut found: BTreeMap<NodeIndex, Met> = BTreeMap::new();
        for from in last {
            for (node, edge) in step(knowledge, from, way) {
                if !seen.contains(&node) {
                    let met = Met {
                        depth,
                        node,
                        from,
                        edge,
                    };
                    let known = found.entry(node).or_insert(met);
                    // Of two edges to one thing the one that says more is told.
                    if knowledge.graph[edge].kind < knowledge.graph[known.edge].kind {
                        *known = met;
                    }
                }
            }
        }
        seen.extend(found.keys());
        last = found.keys().copied().collect();
        all.extend(found.into_values());
        if last.is_empty() {
            break;
        }
    }
    let graph = &knowledge.graph;
    all.sort_by(|left, right| {
        let key = |met: &Met| {
            (
                met.depth,
                graph[met.edge].kind.clone(),
                graph[met.node].is_document(),
            )
        };
        key(left)
            .cmp(&key(right))
            .then_with(|| graph[left.node].id.cmp(&graph[right.node].id))
    });
    all
}

/// What a thing cites or is cited by, itself or through the page that it is.
fn step(knowledge: &KnowledgeGraph, node: NodeIndex, way: Direction) -> Vec<(NodeIndex, EdgeIndex)> {
    let graph = &knowledge.graph;
    let mut found = Vec::new();
    for here in stand_ins(knowledge, node) {
        for edge in graph
            .edges_directed(here, way)
            .filter(|edge| is_citation(&edge.weight().kind))
        {
            let other = match way {
                Direction::Outgoing => edge.target(),
                Direction::Incoming => edge.source(),
            };
            found.push((directive_of(knowledge, other), edge.id()));
        }
    }
    found.sort_unstable();
    found
}

/// A directive with the pages that it is, or a page alone.
fn stand_ins(knowledge: &KnowledgeGraph, node: NodeIndex) -> Vec<NodeIndex> {
    let pages = knowledge.graph.edges_directed(node, Direction::Incoming);
    let pages = pages.filter(|edge| edge.weight().kind == EdgeKind::Is);
    std::iter::once(node)
        .chain(pages.map(|edge| edge.source()))
        .collect()
}

/// The directive that a page is, else the node itself.
fn directive_of(knowledge: &KnowledgeGraph, node: NodeIndex) -> NodeIndex {
    let mut is = knowledge.graph.edges_directed(node, Direction::Outgoing);
    let is = is.find(|edge| edge.weight().kind == EdgeKind::Is);
    is.map_or(node, |edge| edge.target())
}

fn is_citation(kind: &EdgeKind) -> bool {
    use RelationKind::{Amends, BasedOn, Cites, Guides, Implements, Replaces};
    matches!(
        kind,
        EdgeKind::Stated(Amends | BasedOn | Cites | Guides | Implements | Replaces)
    )
}

fn section(knowledge: &KnowledgeGraph, head: &str, met: &[Met]) -> String {
    if met.is_empty() {
        return format!("{head} nothing in the graph\n");
    }
    let mut table = Table::new(&["depth", "relation", "name", "about", "by way of", "quoted from"]);
    for it in met {
        let graph = &knowledge.graph;
        let tie = Tie::new(knowledge, it.edge);
        let from = match it.depth {
            1 => "",
            _ => &graph[it.from].label,
        };
        table.row([
            it.depth.to_string(),
            tie.relation.to_owned(),
            graph[it.node].label.clone(),
            about(knowledge, it.node),
            from.to_owned(),
            tie.quoted_from.unwrap_or_default().to_owned(),
        ]);
    }
    let rows: String = table
        .to_string()
        .lines()
        .map(|line| format!("  {line}\n"))
        .collect();
    format!("{head}\n{rows}")
}

fn citation<'g>(knowledge: &'g KnowledgeGraph, met: &Met) -> Citation<'g> {
    Citation {
        depth: met.depth,
        directive: Named::new(knowledge, met.node),
        from: Named::new(knowledge, met.from),
        tie: Tie::new(knowledge, met.edge),
    }
}
