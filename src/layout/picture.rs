//! A knowledge graph and its measures in, a place, a size and a colour on its nodes out, so that an export opens as a
//! finished picture.

use petgraph::graph::NodeIndex;

use super::{LayoutOptions, Point, layout, overlap, radii};
use crate::graph::{KnowledgeGraph, Look, NodeKind};
use crate::metrics::components::Components;
use crate::metrics::knowledge::Measured;
use crate::resolve::record::Kind;

/// What the colours of nodes say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colouring {
    #[default]
    Kind,
    /// The largest communities by colour, all others grey.
    Community,
}

/// Radius of a node without rank and of the one with the highest PageRank, and of nodes that were not measured.
const LEAST: f64 = 2.0;
const MOST: f64 = 20.0;
const UNMEASURED: f64 = 1.5;

/// Colours that people with any colour vision tell apart (Okabe and Ito, *Color universal design*, 2008).
const PALETTE: [[u8; 3]; 7] = [
    [0, 114, 178],
    [230, 159, 0],
    [0, 158, 115],
    [213, 94, 0],
    [86, 180, 233],
    [204, 121, 167],
    [240, 228, 66],
];
const GREY: [u8; 3] = [153, 153, 153];

/// Lays out what was measured, sized by PageRank. Nodes that were not measured (documents, mostly) stand amid those
/// that they are joined to, or at the middle without any.
pub fn draw(
    knowledge: &mut KnowledgeGraph,
    measured: &Measured,
    colouring: Colouring,
    options: LayoutOptions,
) {
    let scores = &measured.measures.nodes;
    let sizes = radii(&scores.pagerank, LEAST, MOST);
    let communities = Components::from_labels(&scores.community);
    let points = layout(&measured.graph, &communities, &sizes, options);
    let nodes = knowledge.graph.node_count();
    let (mut places, mut all, mut colours) = (vec![None; nodes], vec![UNMEASURED; nodes], vec![GREY; nodes]);
    for (v, node) in measured.nodes.iter().enumerate() {
        places[node.index()] = Some(points[v]);
        all[node.index()] = sizes[v];
        colours[node.index()] = match colouring {
            Colouring::Kind => kind_colour(knowledge.graph[*node].kind()),
            Colouring::Community => community_colour(scores.community[v]),
        };
    }
    let places = overlap::part(completed(knowledge, &places), &all);
    for (v, node) in knowledge.graph.node_weights_mut().enumerate() {
        let Point { x, y } = places[v];
        node.look = Some(Look {
            x,
            y,
            size: 2.0 * all[v],
            colour: colours[v],
        });
    }
}

/// Gives nodes without a place the mean of their neighbours'.
fn completed(knowledge: &KnowledgeGraph, places: &[Option<Point>]) -> Vec<Point> {
    let mean = |node: NodeIndex| {
        let near = knowledge
            .graph
            .neighbors_undirected(node)
            .filter_map(|other| places[other.index()]);
        let (count, x, y) = near.fold((0.0, 0.0, 0.0), |(count, x, y), p| {
            (count + 1.0, x + p.x, y + p.y)
        });
        if count > 0.0 {
            Point {
                x: x / count,
                y: y / count,
            }
        } else {
            Point { x: 0.0, y: 0.0 }
        }
    };
    knowledge
        .graph
        .node_indices()
        .map(|node| places[node.index()].unwrap_or_else(|| mean(node)))
        .collect()
}

pub fn kind_colour(kind: NodeKind) -> [u8; 3] {
    match kind {
        NodeKind::Entity(Kind::Official) => PALETTE[0],
        NodeKind::Entity(Kind::Committee) => PALETTE[1],
        NodeKind::Entity(Kind::Directive) => PALETTE[2],
        NodeKind::Entity(Kind::Event) => PALETTE[3],
        NodeKind::Document | NodeKind::Foreign => GREY,
    }
}

/// Communities are numbered from the largest.
pub fn community_colour(community: u32) -> [u8; 3] {
    PALETTE.get(community as usize).copied().unwrap_or(GREY)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::Documents;
    use crate::metrics::knowledge::tests::small;
    use crate::metrics::knowledge::{attach, measure_knowledge};
    use crate::metrics::measures::MeasureOptions;

    fn drawn(colouring: Colouring) -> KnowledgeGraph {
        let mut knowledge = small();
        let measured = measure_knowledge(&knowledge, Documents::LeftOut, MeasureOptions::default()).unwrap();
        attach(&mut knowledge, &measured);
        let options = LayoutOptions::for_size(&measured.graph);
        draw(&mut knowledge, &measured, colouring, options);
        knowledge
    }

    #[test]
    fn every_node_has_a_place_of_its_own_and_ranks_give_sizes() {
        let knowledge = drawn(Colouring::Kind);
        let looks: Vec<Look> = knowledge
            .graph
            .node_weights()
            .map(|node| node.look.unwrap())
            .collect();
        for (v, one) in looks.iter().enumerate() {
            for other in &looks[..v] {
                let apart = ((one.x - other.x).powi(2) + (one.y - other.y).powi(2)).sqrt();
                assert!(apart >= (one.size + other.size) / 2.0 * (1.0 - 1e-6));
            }
        }
        let look = |id: &str| knowledge.graph[knowledge.find(id).unwrap()].look.unwrap();
        assert_eq!(
            (look("body").size, look("page").size),
            (2.0 * MOST, 2.0 * UNMEASURED)
        );
        assert_eq!((look("one").colour, look("page").colour), (PALETTE[0], GREY));
    }

    #[test]
    fn colours_can_say_communities() {
        let knowledge = drawn(Colouring::Community);
        let colour = |id: &str| knowledge.graph[knowledge.find(id).unwrap()].look.unwrap().colour;
        assert_eq!(
            (colour("one"), colour("body"), colour("page")),
            (PALETTE[0], PALETTE[0], GREY)
        );
    }
}
