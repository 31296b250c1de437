//! Two graphs and what changed between them -> one graph of the changes, coloured, with the ends of what changed.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use crate::compare::changes::Changed;
use crate::compare::subject::{Subject, Topic};
use crate::graph::{Edge, EdgeKind, KnowledgeGraph, Look, Node, Orientation, Quote, Value};
use crate::layout::{LayoutOptions, layout};
use crate::metrics::components::Components;
use crate::metrics::csr::{Csr, CsrError, Direction};

/// How a node or an edge fared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fate {
    Came,
    Went,
    Changed,
    /// Only an end of what changed.
    Stayed,
}

impl Fate {
    fn name(self) -> &'static str {
        match self {
            Fate::Came => "came",
            Fate::Went => "went",
            Fate::Changed => "changed",
            Fate::Stayed => "stayed",
        }
    }

    fn colour(self) -> [u8; 3] {
        match self {
            Fate::Came => [46, 160, 67],
            Fate::Went => [207, 34, 46],
            Fate::Changed => [191, 135, 0],
            Fate::Stayed => [140, 149, 159],
        }
    }
}

/// Source, target, relation and title in lower case.
type Ends = (String, String, String, String);

/// The fate of what changed, by id and by ends.
#[derive(Default)]
struct Fates {
    nodes: BTreeMap<String, Fate>,
    edges: BTreeMap<Ends, Fate>,
}

/// Diameter of a node.
const SIZE: f64 = 10.0;

/// The graph of the changes: nodes and edges have the attribute `change`. What went is as the old graph has it, all
/// else as the new one.
///
/// # Errors
/// When there are more changes than a picture can hold.
pub fn picture(
    old: &KnowledgeGraph,
    new: &KnowledgeGraph,
    changes: &BTreeMap<Topic, Changed>,
) -> Result<KnowledgeGraph, CsrError> {
    let fates = fates(changes);
    let mut drawing = Drawing::default();
    drawing.add(new, &fates, &[Fate::Came, Fate::Changed]);
    drawing.add(old, &fates, &[Fate::Went]);
    place(&mut drawing.graph)?;
    Ok(KnowledgeGraph::new(
        drawing.graph,
        Orientation::Directed,
        drawing.quotes,
    ))
}

fn fates(changes: &BTreeMap<Topic, Changed>) -> Fates {
    let mut fates = Fates::default();
    for changed in changes.values() {
        let came = changed.came.iter().map(|it| (it, Fate::Came));
        let went = changed.went.iter().map(|it| (it, Fate::Went));
        let turned = changed.changed.iter().map(|it| (&it.subject, Fate::Changed));
        for (subject, fate) in came.chain(went).chain(turned) {
            match subject {
                Subject::Thing { id, .. } => drop(fates.nodes.insert(id.clone(), fate)),
                Subject::Tie {
                    source,
                    relation,
                    title,
                    target,
                    ..
                } => {
                    for verb in relation.split(", ") {
                        let title = title.as_deref().unwrap_or_default().to_lowercase();
                        let ends = (source.id.clone(), target.id.clone(), verb.to_owned(), title);
                        fates.edges.insert(ends, fate);
                    }
                }
            }
        }
    }
    fates
}

#[derive(Default)]
struct Drawing {
    graph: DiGraph<Node, Edge>,
    quotes: Vec<Quote>,
    places: BTreeMap<String, NodeIndex>,
}

impl Drawing {
    /// Draws what had one of these fates in a graph.
    fn add(&mut self, knowledge: &KnowledgeGraph, fates: &Fates, drawn: &[Fate]) {
        let is_drawn = |fate: Option<&Fate>| fate.filter(|fate| drawn.contains(fate)).copied();
        let edges: Vec<_> = knowledge
            .graph
            .edge_references()
            .filter_map(|edge| {
                let [source, target] = [edge.source(), edge.target()].map(|node| &knowledge.graph[node]);
                let fate = is_drawn(fates.edges.get(&ends(source, target, edge.weight())))?;
                Some((edge, fate))
            })
            .collect();
        let ends: BTreeSet<NodeIndex> = edges
            .iter()
            .flat_map(|(edge, _)| [edge.source(), edge.target()])
            .collect();
        for index in knowledge.graph.node_indices() {
            let node = &knowledge.graph[index];
            let fate = is_drawn(fates.nodes.get(&node.id));
            if (fate.is_some() || ends.contains(&index)) && !self.places.contains_key(&node.id) {
                let fate = fate
                    .or(fates.nodes.get(&node.id).copied())
                    .unwrap_or(Fate::Stayed);
                let drawn = self.graph.add_node(node_with(node, fate));
                self.places.insert(node.id.clone(), drawn);
            }
        }
        for (edge, fate) in edges {
            let [source, target] =
                [edge.source(), edge.target()].map(|node| self.places[&knowledge.graph[node].id]);
            let mut drawn = edge.weight().clone();
            drawn.quote = knowledge.quote(edge.weight()).map(|quote| {
                self.quotes.push(quote.clone());
                self.quotes.len() as u32 - 1
            });
            let change = Value::Text(fate.name().to_owned());
            drawn.extra.insert("change".to_owned(), change);
            self.graph.add_edge(source, target, drawn);
        }
    }
}

fn ends(source: &Node, target: &Node, edge: &Edge) -> Ends {
    let title = match edge.kind {
        EdgeKind::Stated(_) => edge.title.as_deref().unwrap_or_default().to_lowercase(),
        _ => String::new(),
    };
    let relation = edge.kind.name().to_owned();
    (source.id.clone(), target.id.clone(), relation, title)
}

fn node_with(node: &Node, fate: Fate) -> Node {
    let mut node = node.clone();
    let change = Value::Text(fate.name().to_owned());
    node.extra.insert("change".to_owned(), change);
    node.look = Some(Look {
        size: SIZE,
        colour: fate.colour(),
        ..Look::default()
    });
    node
}

/// Gives every node its place in the plane.
fn place(graph: &mut DiGraph<Node, Edge>) -> Result<(), CsrError> {
    let edges: Vec<(u32, u32, f64)> = graph
        .edge_references()
        .map(|edge| {
            let [source, target] = [edge.source(), edge.target()].map(|node| node.index() as u32);
            (source, target, edge.weight().weight)
        })
        .collect();
    let count = graph.node_count();
    let rows = Csr::new(count, edges, Direction::Undirected)?;
    let together = Components::from_labels(&vec![0; count]);
    let radii = vec![SIZE / 2.0; count];
    let points = layout(&rows, &together, &radii, LayoutOptions::for_size(&rows));
    for (node, point) in graph.node_weights_mut().zip(points) {
        if let Some(look) = &mut node.look {
            (look.x, look.y) = (point.x, point.y);
        }
    }
    Ok(())
}
