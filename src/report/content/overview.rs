//! A build and its measures -> how much was read and found, and the numbers of the whole graph.

use std::collections::BTreeMap;

use super::{Counted, Figure, Material, Overview};
use crate::metrics::GraphMeasures;
use crate::resolve::record::Kind;

pub(super) fn overview(material: &Material) -> Overview {
    let evidence = material.evidence;
    let dates = || evidence.documents.iter().filter_map(|document| document.date);
    Overview {
        pages: evidence.documents.len(),
        sentences: evidence.passages.len(),
        mentions: evidence.mentions.len(),
        first_date: dates().min(),
        last_date: dates().max(),
        entities: entities(material),
        relations: relations(material),
        measures: figures(&material.measured.measures.whole),
    }
}

fn entities(material: &Material) -> Vec<Counted> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for node in material.graph.graph.node_weights() {
        *counts.entry(node.kind_name()).or_default() += 1;
    }
    let counted = |kind: Kind| Counted {
        name: kind.name().to_owned(),
        count: counts.get(kind.name()).copied().unwrap_or(0),
    };
    Kind::ALL.into_iter().map(counted).collect()
}

fn relations(material: &Material) -> Vec<Counted> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for edge in material.graph.graph.edge_weights() {
        *counts.entry(edge.kind.name()).or_default() += 1;
    }
    let mut counted: Vec<Counted> = counts
        .into_iter()
        .map(|(name, count)| Counted {
            name: name.to_owned(),
            count,
        })
        .collect();
    counted.sort_by_key(|it| std::cmp::Reverse(it.count));
    counted
}

/// Named as in [`crate::metrics::definitions::DEFINITIONS`], but for counts that need no definition. What a graph does
/// not have (a diameter, without edges) is left out.
fn figures(whole: &GraphMeasures) -> Vec<Figure> {
    let distances = whole.distances_are_exact();
    let count = |number: usize| Some(number as f64);
    [
        ("nodes", count(whole.nodes), true),
        ("edges", count(whole.edges), true),
        ("density", Some(whole.density), true),
        ("components", count(whole.components), true),
        (
            "largest_component",
            Some(f64::from(whole.largest_component)),
            true,
        ),
        ("diameter", whole.diameter.map(f64::from), distances),
        ("mean_distance", whole.mean_distance, distances),
        ("average_clustering", Some(whole.average_clustering), true),
        ("transitivity", Some(whole.transitivity), true),
        ("modularity", Some(whole.modularity), true),
        ("degree_assortativity", whole.degree_assortativity, true),
        ("kind_assortativity", whole.kind_assortativity, true),
        ("articulation_points", count(whole.articulation_points), true),
        ("bridges", count(whole.bridges), true),
    ]
    .into_iter()
    .filter_map(|(name, value, exact)| {
        let value = value.filter(|value| value.is_finite())?;
        Some(Figure { name, value, exact })
    })
    .collect()
}
