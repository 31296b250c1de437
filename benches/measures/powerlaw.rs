//! A number of nodes and edges in, a weighted graph with hubs and topics out: the same on every run.

use std::collections::HashSet;

use vnkg::metrics::random::Random;

/// A list of edges and how many nodes they join.
pub struct Edges {
    pub nodes: usize,
    pub list: Vec<(u32, u32, f64)>,
}

/// Nodes are ranked; the chance of an end at rank r falls as r^-0.8, which gives degrees with a power-law tail. Every
/// node has a topic and seven edges in ten stay inside one, which gives communities. No loops, no parallel edges;
/// weights are whole, at least 1, mean about 3.5, like counts of shared sentences.
pub fn power_law(nodes: u32, edges: usize, topics: u32) -> Edges {
    let mut random = Random::new(u64::from(nodes) * 31 + edges as u64);
    let mut names: Vec<u32> = (0..nodes).collect();
    random.shuffle(&mut names);
    let mut seen = HashSet::with_capacity(edges);
    let mut list = Vec::with_capacity(edges);
    while list.len() < edges {
        let source = rank(&mut random, nodes);
        let target = if random.unit() < 0.7 {
            let topic = source % topics;
            topic + topics * rank(&mut random, (nodes - topic).div_ceil(topics))
        } else {
            rank(&mut random, nodes)
        };
        if source != target && seen.insert((source.min(target), source.max(target))) {
            let weight = 1.0 + (-(1.0 - random.unit()).ln() * 3.0).floor();
            list.push((names[source as usize], names[target as usize], weight));
        }
    }
    Edges {
        nodes: nodes as usize,
        list,
    }
}

/// A rank in `0..bound` with density falling as `(r + 1)^-0.8`, by inverting its distribution function.
fn rank(random: &mut Random, bound: u32) -> u32 {
    let greatest = (f64::from(bound) + 1.0).powf(0.2) - 1.0;
    let root = 1.0 + random.unit() * greatest;
    ((root.powi(5) - 1.0) as u32).min(bound - 1)
}
