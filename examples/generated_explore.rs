//! Two numbers and a path in, `explore.html` of a generated graph of so many nodes and edges out, to time its drawing.

use std::fs::File;
use std::io::BufWriter;

use petgraph::graph::{DiGraph, NodeIndex};
use vnkg::graph::{
    Documents, Edge, EdgeKind, Evidence, KnowledgeGraph, Node, NodeFacts, OfficialFacts, Orientation,
};
use vnkg::layout::picture::{Colouring, draw};
use vnkg::metrics::MeasureOptions;
use vnkg::metrics::knowledge::{attach, measure_knowledge};
use vnkg::metrics::random::Random;
use vnkg::report::explore;
use vnkg::resolve::record::{Committee, RelationKind};

const FAMILY: [&str; 8] = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi"];
const GIVEN: [&str; 10] = [
    "Hưng",
    "Hùng",
    "Mai",
    "Lan",
    "Dũng",
    "Thủy",
    "Khánh",
    "Phượng",
    "Đức",
    "Ánh",
];
const PLACES: [&str; 6] = ["Hà Nội", "Yên Bái", "Lào Cai", "Nghệ An", "Cần Thơ", "Sóc Trăng"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut next = || {
        arguments
            .next()
            .ok_or("usage: generated_explore NODES EDGES FILE")
    };
    let (nodes, edges, path) = (next()?.parse()?, next()?.parse()?, next()?);
    let mut knowledge = generated(nodes, edges);
    let measured = measure_knowledge(&knowledge, Documents::LeftOut, MeasureOptions::for_builds())?;
    attach(&mut knowledge, &measured);
    draw(&mut knowledge, &measured, Colouring::Kind, 1)?;
    let mut out = BufWriter::new(File::create(path)?);
    explore::write(&knowledge, &Evidence::default(), &mut out)?;
    Ok(())
}

/// Every third node is a committee. Edges prefer early nodes, so that few have many, and near ones, so that there are
/// groups.
fn generated(nodes: usize, edges: usize) -> KnowledgeGraph {
    let mut random = Random::new(1);
    let mut graph = DiGraph::new();
    for number in 0..nodes {
        graph.add_node(node(number, &mut random));
    }
    let mut pick = |most: usize| random.below(most.max(1) as u32) as usize;
    for _ in 0..edges {
        let source = pick(nodes);
        let target = match pick(4) {
            0 => {
                let most = pick(nodes) + 1;
                pick(most)
            }
            _ => (source + 1 + pick(40)) % nodes,
        };
        let kind = match pick(3) {
            0 => EdgeKind::Stated(RelationKind::HoldsPosition),
            _ => EdgeKind::CoOccurs,
        };
        let year = 2015 + pick(11);
        graph.add_edge(
            NodeIndex::new(source),
            NodeIndex::new(target),
            Edge {
                kind,
                weight: 1.0 + pick(7) as f64,
                first_seen: format!("{year}-06-01").parse().ok(),
                last_seen: format!("{year}-12-01").parse().ok(),
                ..Edge::default()
            },
        );
    }
    KnowledgeGraph::new(graph, Orientation::Directed, Vec::new())
}

fn node(number: usize, random: &mut Random) -> Node {
    let mut word = |words: &[&str]| words[random.below(words.len() as u32) as usize].to_owned();
    let (label, facts) = match number % 3 {
        0 => (
            format!("Ban Tuyên giáo {} {number}", word(&PLACES)),
            NodeFacts::Committee(Committee::default()),
        ),
        _ => (
            format!("{} Văn {}", word(&FAMILY), word(&GIVEN)),
            NodeFacts::Official(OfficialFacts::default()),
        ),
    };
    Node {
        id: format!("generated:{number}"),
        label,
        mentions: 1,
        documents: 1,
        facts,
        ..Node::default()
    }
}
