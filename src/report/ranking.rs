//! The graph -> how central each entity is, and the table of those that are most so.

use petgraph::visit::EdgeRef;

use super::Findings;
use super::table::Table;
use super::words::Names;
use crate::graph::{KnowledgeGraph, Node, NodeKind};
use crate::metrics::csr::{Csr, CsrError, Direction};
use crate::metrics::degree::degrees;
use crate::metrics::pagerank::{PageRankOptions, pagerank};
use crate::resolve::record::Kind;

/// How many of each kind are shown.
const SHOWN: usize = 20;

/// Two measures of every entity, by index of node: of the entities alone, without documents, and with all their
/// relations and co-occurrences taken as undirected.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// Sum of the weights of all edges to other entities.
    pub weighted_degree: Vec<f64>,
    /// PageRank with damping 0.85; sums to 1 over all entities.
    pub pagerank: Vec<f64>,
}

/// Measures the entities of a graph.
///
/// # Errors
/// When there are more nodes than 32 bits can count.
pub fn standing(graph: &KnowledgeGraph) -> Result<Standing, CsrError> {
    let graph = &graph.graph;
    let entities = graph
        .node_weights()
        .take_while(|node| !node.is_document())
        .count();
    let ends = |edge: petgraph::graph::EdgeReference<_>| (edge.source().index(), edge.target().index());
    let between = graph
        .edge_references()
        .filter(|edge| ends(*edge).0 < entities && ends(*edge).1 < entities && edge.source() != edge.target())
        .map(|edge| (ends(edge).0 as u32, ends(edge).1 as u32, edge.weight().weight));
    let rows = Csr::new(entities, between, Direction::Undirected)?;
    Ok(Standing {
        weighted_degree: degrees(&rows).weighted,
        pagerank: pagerank(&rows, PageRankOptions::default()).ranks,
    })
}

/// One table a kind: the first by weighted degree beside the first by PageRank.
pub(super) fn section(findings: &Findings, names: &Names) -> String {
    let mut text = "## Who and what stands out\n\n\
        Measured on the entities alone, without the pages; relations and co-occurrences count alike, in both \
        directions, by their weight.\n\n"
        .to_owned();
    for kind in Kind::ALL {
        text += &format!("### {}\n\n", heading(kind));
        text += &of_kind(findings, names, kind);
    }
    text
}

fn heading(kind: Kind) -> &'static str {
    match kind {
        Kind::Official => "Officials",
        Kind::Committee => "Committees",
        Kind::Directive => "Directives",
        Kind::Event => "Events",
    }
}

fn of_kind(findings: &Findings, names: &Names, kind: Kind) -> String {
    let by_degree = first(findings, kind, &findings.standing.weighted_degree);
    let by_rank = first(findings, kind, &findings.standing.pagerank);
    let mut table = Table::new(
        &["", "by weighted degree", "degree", "by PageRank", "PageRank"],
        SHOWN,
    );
    for (place, (degree, rank)) in by_degree.iter().zip(&by_rank).enumerate() {
        table.row(&[
            (place + 1).to_string(),
            names.name(degree.0),
            format!("{:.1}", degree.1),
            names.name(rank.0),
            format!("{:.4}", rank.1),
        ]);
    }
    table.finish("`nodes.csv`", "None.")
}

/// The entities of a kind with the highest measures, highest first; by id where measures are equal.
fn first<'a>(findings: &Findings<'a>, kind: Kind, measure: &[f64]) -> Vec<(&'a Node, f64)> {
    let nodes = findings.graph.graph.node_weights().zip(measure);
    let mut ranked: Vec<(&Node, f64)> = nodes
        .filter(|(node, _)| node.kind() == NodeKind::Entity(kind))
        .map(|(node, measure)| (node, *measure))
        .collect();
    ranked.sort_by(|left, right| {
        right
            .1
            .total_cmp(&left.1)
            .then_with(|| left.0.id.cmp(&right.0.id))
    });
    ranked.truncate(SHOWN);
    ranked
}
