//! A graph with labels and kinds in, every measure of its nodes and of the whole out.

use super::assortativity::{degree_assortativity, kind_assortativity};
use super::betweenness::{Betweenness, betweenness};
use super::clustering::{Clustering, clustering};
use super::community::{Community, communities};
use super::components::{Components, strong_components, weak_components};
use super::core::core_numbers;
use super::csr::Csr;
use super::cuts::{Cuts, cuts};
use super::degree::{Degrees, degrees, density};
use super::distances::{Distances, distances};
use super::eigenvector::eigenvector;
use super::hits::hits;
use super::leiden::{LeidenOptions, leiden};
use super::modularity::modularity;
use super::pagerank::{PageRankOptions, pagerank};
use super::sources::Sources;

#[derive(Clone, Copy, Debug)]
pub struct MeasureOptions {
    pub seed: u64,
    /// Betweenness is exact up to this many nodes times edges, some two seconds of one core's time; beyond it is
    /// estimated from [`MeasureOptions::sampled`] sources.
    pub exact_betweenness: u64,
    /// Distances are exact up to this many nodes times edges, likewise.
    pub exact_distances: u64,
    pub sampled: usize,
}

impl Default for MeasureOptions {
    fn default() -> MeasureOptions {
        MeasureOptions {
            seed: 1,
            exact_betweenness: 2_000_000_000,
            exact_distances: 40_000_000_000,
            sampled: 1024,
        }
    }
}

impl MeasureOptions {
    /// For measures that are part of every build and must not be felt there: some hundredths of a second for path
    /// counting, beyond which it is estimated.
    pub fn for_builds() -> MeasureOptions {
        MeasureOptions {
            exact_betweenness: 40_000_000,
            exact_distances: 1_000_000_000,
            sampled: 256,
            ..MeasureOptions::default()
        }
    }
}

/// Every measure; what each means is in [`DEFINITIONS`](super::definitions::DEFINITIONS).
#[derive(Clone, Debug, PartialEq)]
pub struct Measures {
    pub nodes: NodeMeasures,
    pub whole: GraphMeasures,
    /// The largest first; a node's `community` is an index into it.
    pub communities: Vec<Community>,
}

/// By node.
#[derive(Clone, Debug, PartialEq)]
pub struct NodeMeasures {
    pub degrees: Degrees,
    pub pagerank: Vec<f64>,
    pub betweenness: Betweenness,
    pub closeness: Vec<f64>,
    pub harmonic: Vec<f64>,
    /// None where no such vector exists or none was found.
    pub eigenvector: Option<Vec<f64>>,
    pub hub: Option<Vec<f64>>,
    pub authority: Option<Vec<f64>>,
    pub core: Vec<u32>,
    pub clustering: Vec<f64>,
    pub articulation: Vec<bool>,
    pub community: Vec<u32>,
    pub component: Vec<u32>,
}

/// Of the graph as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct GraphMeasures {
    pub nodes: usize,
    pub edges: usize,
    pub loops: usize,
    pub density: f64,
    pub components: usize,
    /// Nodes of the largest component.
    pub largest_component: u32,
    pub strong_components: usize,
    pub diameter: Option<u32>,
    pub mean_distance: Option<f64>,
    /// From how many nodes distances and betweenness were counted: all, if exact.
    pub distance_sources: usize,
    pub betweenness_sources: usize,
    /// The greatest standard error of any node's betweenness, 0 if exact.
    pub betweenness_error: f64,
    pub degree_assortativity: Option<f64>,
    pub kind_assortativity: Option<f64>,
    pub average_clustering: f64,
    pub transitivity: f64,
    pub triangles: u64,
    pub modularity: f64,
    pub articulation_points: usize,
    pub bridges: usize,
}

/// `labels` and `kinds` (a number for each kind) are by node. PageRank, HITS, degrees, density, strong components and
/// both assortativities follow the edges' directions; all else disregards them.
pub fn measure(graph: &Csr, labels: &[impl AsRef<str>], kinds: &[u32], options: MeasureOptions) -> Measures {
    let undirected = graph.undirected();
    let parts = Parts::new(&undirected, options);
    let whole = of_graph(graph, kinds, &parts);
    let groups = parts.groups.clone();
    let nodes = of_nodes(graph, &undirected, parts);
    Measures {
        communities: communities(&groups, labels, &nodes.pagerank),
        nodes,
        whole,
    }
}

/// What says something of the nodes and of the whole alike, without directions.
struct Parts {
    hops: Distances,
    between: Betweenness,
    closed: Clustering,
    cuts: Cuts,
    groups: Components,
    pieces: Components,
    modularity: f64,
}

impl Parts {
    fn new(graph: &Csr, options: MeasureOptions) -> Parts {
        let settings = LeidenOptions {
            seed: options.seed,
            ..LeidenOptions::default()
        };
        let groups = leiden(graph, settings);
        Parts {
            hops: distances(graph, sources(graph, options.exact_distances, options)),
            between: betweenness(graph, sources(graph, options.exact_betweenness, options)),
            closed: clustering(graph),
            cuts: cuts(graph),
            modularity: modularity(graph, &groups.of, settings.resolution),
            groups,
            pieces: weak_components(graph),
        }
    }
}

fn sources(graph: &Csr, exact: u64, options: MeasureOptions) -> Sources {
    let work = graph.node_count() as u64 * graph.edge_count() as u64;
    let sample = Sources::Sample {
        count: options.sampled,
        seed: options.seed,
    };
    if work <= exact { Sources::All } else { sample }
}

fn of_graph(graph: &Csr, kinds: &[u32], parts: &Parts) -> GraphMeasures {
    let errors = parts.between.standard_errors.iter().copied();
    GraphMeasures {
        nodes: graph.node_count(),
        edges: graph.edge_count(),
        loops: graph.loops(),
        density: density(graph),
        components: parts.pieces.count(),
        largest_component: parts.pieces.largest(),
        strong_components: strong_components(graph).count(),
        diameter: parts.hops.diameter(),
        mean_distance: parts.hops.mean_distance(),
        distance_sources: parts.hops.sources.len(),
        betweenness_sources: parts.between.sources,
        betweenness_error: errors.fold(0.0, f64::max),
        degree_assortativity: degree_assortativity(graph),
        kind_assortativity: kind_assortativity(graph, kinds),
        average_clustering: parts.closed.average,
        transitivity: parts.closed.transitivity,
        triangles: parts.closed.triangles,
        modularity: parts.modularity,
        articulation_points: parts.cuts.nodes.len(),
        bridges: parts.cuts.edges.len(),
    }
}

fn of_nodes(graph: &Csr, undirected: &Csr, parts: Parts) -> NodeMeasures {
    let (hub, authority) = hits(graph).map(|hits| (hits.hubs, hits.authorities)).unzip();
    let mut articulation = vec![false; graph.node_count()];
    parts
        .cuts
        .nodes
        .iter()
        .for_each(|&v| articulation[v as usize] = true);
    NodeMeasures {
        degrees: degrees(graph),
        pagerank: pagerank(graph, PageRankOptions::default()).ranks,
        closeness: parts.hops.closeness(),
        harmonic: parts.hops.harmonic(),
        betweenness: parts.between,
        eigenvector: eigenvector(undirected),
        hub,
        authority,
        core: core_numbers(undirected),
        clustering: parts.closed.local,
        articulation,
        community: parts.groups.of,
        component: parts.pieces.of,
    }
}

impl GraphMeasures {
    /// Whether diameter, mean distance, closeness and harmonic closeness are exact.
    pub fn distances_are_exact(&self) -> bool {
        self.distance_sources == self.nodes
    }

    pub fn betweenness_is_exact(&self) -> bool {
        self.betweenness_sources == self.nodes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::chunks::tests::on_threads;
    use crate::metrics::csr::Direction;
    use crate::metrics::fixture;

    #[test]
    fn the_whole_report_has_the_same_bits_on_one_thread_and_on_three() {
        let graph = fixture::hubs(3000, 9000, Direction::Directed);
        let options = MeasureOptions {
            exact_betweenness: 0,
            sampled: 64,
            ..MeasureOptions::default()
        };
        let run = || measure(&graph, &[""; 0], &[], options);
        assert_eq!(on_threads(1, run), on_threads(3, run));
    }

    #[test]
    fn above_the_limits_estimates_say_so() {
        let graph = fixture::hubs(300, 900, Direction::Undirected);
        let exact = measure(&graph, &[""; 0], &[], MeasureOptions::default()).whole;
        assert!(exact.distances_are_exact() && exact.betweenness_is_exact());
        assert_eq!((exact.betweenness_error, exact.distance_sources), (0.0, 300));
        let quick = MeasureOptions {
            exact_betweenness: 10,
            exact_distances: 10,
            sampled: 50,
            seed: 2,
        };
        let estimate = measure(&graph, &[""; 0], &[], quick).whole;
        assert!(!estimate.distances_are_exact() && !estimate.betweenness_is_exact());
        assert!(estimate.betweenness_error > 0.0 && estimate.diameter <= exact.diameter);
    }

    #[test]
    fn renaming_the_nodes_renames_the_measures() {
        let graph = fixture::hubs(200, 700, Direction::Directed);
        let name = |v: u32| (v * 77 + 13) % 200;
        let renamed = graph.edges().map(|(s, t, w)| (name(s), name(t), w));
        let renamed = Csr::new(200, renamed, Direction::Directed).unwrap();
        let measure = |graph: &Csr| measure(graph, &[""; 0], &[], MeasureOptions::default()).nodes;
        let (one, other) = (measure(&graph), measure(&renamed));
        for v in 0..200u32 {
            let (here, there) = (v as usize, name(v) as usize);
            assert_eq!(one.core[here], other.core[there]);
            assert_eq!(one.articulation[here], other.articulation[there]);
            for (a, b) in [
                (&one.pagerank, &other.pagerank),
                (&one.betweenness.scores, &other.betweenness.scores),
                (&one.closeness, &other.closeness),
                (&one.harmonic, &other.harmonic),
                (&one.clustering, &other.clustering),
                (one.hub.as_ref().unwrap(), other.hub.as_ref().unwrap()),
                (
                    one.eigenvector.as_ref().unwrap(),
                    other.eigenvector.as_ref().unwrap(),
                ),
            ] {
                assert!((a[here] - b[there]).abs() <= 1e-9 * (1.0 + a[here]), "{v}");
            }
        }
    }

    #[test]
    fn a_graph_without_nodes_has_measures_of_nothing() {
        let measures = measure(
            &Csr::new(0, [], Direction::Directed).unwrap(),
            &[""; 0],
            &[],
            MeasureOptions::default(),
        );
        assert_eq!(
            (
                measures.whole.nodes,
                measures.whole.diameter,
                measures.communities.len()
            ),
            (0, None, 0)
        );
    }
}
