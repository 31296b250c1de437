//! A knowledge graph and its measures in, a place, a size and a colour on its nodes out, so that an export opens as a
//! finished picture.

use petgraph::graph::NodeIndex;

use super::{LayoutOptions, Point, layout, radii};
use crate::graph::{KnowledgeGraph, Look, NodeKind};
use crate::metrics::components::Components;
use crate::metrics::csr::{Csr, CsrError};
use crate::metrics::knowledge::{Measured, rows};
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

/// Lays out the whole graph, sized by PageRank. Nodes that were not measured (documents, mostly) are small, but they
/// pull: what only a page brings together stands around it.
///
/// # Errors
/// An edge whose weight is not finite and above zero.
pub fn draw(
    knowledge: &mut KnowledgeGraph,
    measured: &Measured,
    colouring: Colouring,
    seed: u64,
) -> Result<(), CsrError> {
    let nodes: Vec<NodeIndex> = knowledge.graph.node_indices().collect();
    let graph = rows(knowledge, &nodes)?;
    let scores = &measured.measures.nodes;
    let ranked = radii(&scores.pagerank, LEAST, MOST);
    let (mut sizes, mut groups) = (vec![UNMEASURED; nodes.len()], vec![None; nodes.len()]);
    for (v, node) in measured.nodes.iter().enumerate() {
        sizes[node.index()] = ranked[v];
        groups[node.index()] = Some(scores.community[v]);
    }
    let options = LayoutOptions {
        seed,
        ..LayoutOptions::for_size(&graph)
    };
    let places = layout(&graph, &starting_groups(&graph, &groups), &sizes, options);
    for (v, node) in knowledge.graph.node_weights_mut().enumerate() {
        let colour = match colouring {
            Colouring::Kind => kind_colour(node.kind()),
            Colouring::Community => groups[v].map_or(GREY, community_colour),
        };
        let Point { x, y } = places[v];
        node.look = Some(Look {
            x,
            y,
            size: 2.0 * sizes[v],
            colour,
        });
    }
    Ok(())
}

/// Communities to start the layout from; a node without one goes with its first neighbour that has one.
fn starting_groups(graph: &Csr, groups: &[Option<u32>]) -> Components {
    let near = |v: u32| {
        let both = graph.targets(v).iter().chain(graph.sources(v));
        both.filter_map(|&w| groups[w as usize]).next().unwrap_or(0)
    };
    let of: Vec<u32> = graph
        .nodes()
        .map(|v| groups[v as usize].unwrap_or_else(|| near(v)))
        .collect();
    Components::from_labels(&of)
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
        draw(&mut knowledge, &measured, colouring, 1).unwrap();
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
