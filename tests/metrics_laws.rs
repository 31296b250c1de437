//! Graphs of many shapes in, laws that every measure keeps on each out.

use vnkg::metrics::random::Random;
use vnkg::metrics::sources::Sources;
use vnkg::metrics::{
    Csr, Direction, MeasureOptions, Measures, betweenness, core, distances, measure, pagerank,
};

const NO_LABELS: [&str; 0] = [];

fn graph(nodes: usize, edges: &[(u32, u32, f64)], direction: Direction) -> Csr {
    Csr::new(nodes, edges.iter().copied(), direction).expect("edges of the shapes below are valid")
}

/// Nothing, a node, a pair, a chain, a ring, a star, everyone with everyone, loops, and what chance makes.
/// Node count and weighted edges of a graph.
type Shape = (usize, Vec<(u32, u32, f64)>);

fn shapes() -> Vec<Shape> {
    let mut shapes = vec![
        (0, vec![]),
        (1, vec![(0, 0, 1.0)]),
        (2, vec![(0, 1, 3.0)]),
        (9, (1..9).map(|v| (v - 1, v, 1.0)).collect()),
        (8, (0..8).map(|v| (v, (v + 1) % 8, 2.0)).collect()),
        (7, (1..7).map(|v| (0, v, f64::from(v))).collect()),
        (6, (0..36).map(|pair| (pair / 6, pair % 6, 1.0)).collect()),
    ];
    let mut random = Random::new(42);
    for size in [5u32, 20, 60] {
        for edges in [size / 2, size, 4 * size] {
            let edge = |_| (random.below(size), random.below(size), 0.25 + random.unit());
            shapes.push((size as usize, (0..edges).map(edge).collect()));
        }
    }
    shapes
}

/// Every shape, directed and not.
fn graphs() -> Vec<Csr> {
    let both = [Direction::Directed, Direction::Undirected];
    let all = shapes();
    all.iter()
        .flat_map(|(nodes, edges)| both.map(|direction| graph(*nodes, edges, direction)))
        .collect()
}

fn measured(graph: &Csr) -> Measures {
    measure(graph, &NO_LABELS, &[], MeasureOptions::default())
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * (1.0 + one.abs())
}

#[test]
fn shares_sum_to_one_and_ends_to_twice_the_edges() {
    for graph in graphs().iter().filter(|graph| graph.node_count() > 0) {
        let nodes = measured(graph).nodes;
        assert!(near(nodes.pagerank.iter().sum(), 1.0));
        for scores in [&nodes.hub, &nodes.authority].into_iter().flatten() {
            assert!(near(scores.iter().sum(), 1.0));
        }
        let length = nodes
            .eigenvector
            .map_or(1.0, |values| values.iter().map(|value| value * value).sum());
        assert!(near(length, 1.0));
        assert_eq!(
            nodes.degrees.total.iter().sum::<u32>() as usize,
            2 * graph.edge_count()
        );
    }
}

#[test]
fn betweenness_sums_to_the_inner_nodes_of_all_shortest_paths() {
    for graph in graphs() {
        let hops = distances::distances(&graph, Sources::All);
        let inner: u64 =
            hops.far.iter().sum::<u64>() - hops.reached.iter().map(|&n| u64::from(n)).sum::<u64>();
        let pairs = if graph.direction() == Direction::Directed {
            1.0
        } else {
            2.0
        };
        let scores = betweenness::betweenness(&graph, Sources::All).scores;
        assert!(near(scores.iter().sum(), inner as f64 / pairs));
    }
}

#[test]
fn an_edge_both_ways_is_an_edge_without_direction() {
    for (nodes, edges) in shapes() {
        let undirected = graph(nodes, &edges, Direction::Undirected);
        let both: Vec<_> = undirected
            .edges()
            .flat_map(|(s, t, w)| [(s, t, w), (t, s, w)])
            .collect();
        let directed = graph(nodes, &both, Direction::Directed);
        let rank = |graph| pagerank::pagerank(graph, pagerank::PageRankOptions::default()).ranks;
        let between = |graph| betweenness::betweenness(graph, Sources::All).scores;
        let closeness = |graph| distances::distances(graph, Sources::All).closeness();
        let same = |one: Vec<f64>, other: Vec<f64>, times: f64| {
            assert!(one.iter().zip(other).all(|(one, other)| near(one * times, other)));
        };
        same(rank(&undirected), rank(&directed), 1.0);
        same(closeness(&undirected), closeness(&directed), 1.0);
        same(between(&undirected), between(&directed), 2.0);
        assert_eq!(core::core_numbers(&undirected), core::core_numbers(&directed));
    }
}

#[test]
fn every_number_lies_where_its_definition_puts_it() {
    for graph in graphs() {
        let Measures {
            nodes,
            whole,
            communities,
        } = measured(&graph);
        let unit = |values: &[f64]| values.iter().all(|value| (0.0..=1.0 + 1e-12).contains(value));
        for values in [
            &nodes.pagerank,
            &nodes.closeness,
            &nodes.harmonic,
            &nodes.clustering,
        ] {
            assert!(unit(values));
        }
        assert!(unit(&[
            whole.density,
            whole.average_clustering,
            whole.transitivity
        ]));
        assert!((-0.5..1.0).contains(&whole.modularity));
        let assortativity = [whole.degree_assortativity, whole.kind_assortativity];
        assert!(
            assortativity
                .into_iter()
                .flatten()
                .all(|value| (-1.0 - 1e-12..=1.0 + 1e-12).contains(&value))
        );
        assert!(
            nodes
                .core
                .iter()
                .zip(&nodes.degrees.total)
                .all(|(core, degree)| core <= degree)
        );
        assert!(whole.strong_components >= whole.components);
        assert!(whole.diameter.map_or(0.0, f64::from) >= whole.mean_distance.unwrap_or(0.0));
        let members: usize = communities.iter().map(|community| community.members.len()).sum();
        assert_eq!(members, graph.node_count());
    }
}

#[test]
fn one_thread_and_four_give_the_same_bits() {
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .expect("threads can be started");
        pool.install(|| graphs().iter().map(measured).collect::<Vec<_>>())
    };
    assert_eq!(on(1), on(4));
}
