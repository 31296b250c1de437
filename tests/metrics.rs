//! The values that NetworkX and igraph give on small graphs in, agreement to 1e-9 out; where definitions differ, the
//! difference is a law that is tested instead. `tests/reference/values.py` remakes the values.

use serde_json::Value;
use vnkg::metrics::sources::Sources;
use vnkg::metrics::{Csr, Direction, assortativity, betweenness, clustering, components, core, cuts, degree};
use vnkg::metrics::{distances, eigenvector, hits, leiden, modularity, pagerank};

const CLOSE: f64 = 1e-9;

/// A graph of the file, and what each library says of it.
struct Case {
    name: String,
    graph: Csr,
    kinds: Vec<u32>,
    networkx: Value,
    igraph: Value,
}

fn cases() -> Vec<Case> {
    let file: Value = serde_json::from_str(include_str!("reference/values.json")).expect("the file is JSON");
    file["graphs"]
        .as_array()
        .expect("a list")
        .iter()
        .map(case)
        .collect()
}

fn case(value: &Value) -> Case {
    let whole = |value: &Value| value.as_u64().expect("a whole number") as u32;
    let edge = |edge: &Value| {
        (
            whole(&edge[0]),
            whole(&edge[1]),
            edge[2].as_f64().expect("a weight"),
        )
    };
    let edges = value["edges"].as_array().expect("a list").iter().map(edge);
    let direction = match value["directed"].as_bool() {
        Some(true) => Direction::Directed,
        _ => Direction::Undirected,
    };
    Case {
        name: value["name"].to_string(),
        graph: Csr::new(whole(&value["nodes"]) as usize, edges, direction).expect("a valid graph"),
        kinds: value["kinds"]
            .as_array()
            .expect("a list")
            .iter()
            .map(whole)
            .collect(),
        networkx: value["networkx"].clone(),
        igraph: value["igraph"].clone(),
    }
}

/// NaN, written as null, for what a library leaves open.
fn list(values: &Value, name: &str) -> Vec<f64> {
    let values = values[name]
        .as_array()
        .unwrap_or_else(|| panic!("no {name} in the file"));
    values
        .iter()
        .map(|value| value.as_f64().unwrap_or(f64::NAN))
        .collect()
}

fn number(values: &Value, name: &str) -> f64 {
    values[name]
        .as_f64()
        .unwrap_or_else(|| panic!("no {name} in the file"))
}

fn assert_close(ours: &[f64], theirs: &[f64], what: &str) {
    assert_eq!(ours.len(), theirs.len(), "{what}");
    for (v, (ours, theirs)) in ours.iter().zip(theirs).enumerate() {
        assert!(
            (ours - theirs).abs() < CLOSE,
            "{what} of {v}: {ours}, not {theirs}"
        );
    }
}

fn reals(values: &[u32]) -> Vec<f64> {
    values.iter().copied().map(f64::from).collect()
}

fn greatest(values: &[f64]) -> f64 {
    values.iter().copied().fold(0.0, f64::max)
}

fn scaled(values: &[f64], factor: f64) -> Vec<f64> {
    values.iter().map(|value| value * factor).collect()
}

#[test]
fn degrees_and_density_are_those_of_both() {
    for case in cases() {
        assert_close(
            &degree::degrees(&case.graph).weighted,
            &list(&case.networkx, "weighted_degree"),
            &case.name,
        );
        let density = degree::density(&case.graph);
        assert!((density - number(&case.networkx, "density")).abs() < CLOSE);
        assert!((density - number(&case.igraph, "density")).abs() < CLOSE);
    }
}

#[test]
fn pagerank_is_that_of_igraph_and_of_networkx_once_it_is_made_to_converge() {
    for case in cases() {
        let ranks = pagerank::pagerank(&case.graph, pagerank::PageRankOptions::default()).ranks;
        assert_close(&ranks, &list(&case.igraph, "pagerank"), &case.name);
        assert_close(&ranks, &list(&case.networkx, "pagerank"), &case.name);
        // By default NetworkX stops when the ranks change by less than 1e-6 a node, before they have settled.
        let early = list(&case.networkx, "pagerank_default");
        let off = ranks
            .iter()
            .zip(&early)
            .map(|(ours, theirs)| (ours - theirs).abs())
            .fold(0.0, f64::max);
        assert!(off > CLOSE && off < 1e-4, "{off}");
    }
}

#[test]
fn betweenness_is_that_of_both() {
    for case in cases() {
        let scores = betweenness::betweenness(&case.graph, Sources::All).scores;
        assert_close(&scores, &list(&case.networkx, "betweenness"), &case.name);
        assert_close(&scores, &list(&case.igraph, "betweenness"), &case.name);
        let share = scaled(&scores, betweenness::Betweenness::normalisation(&case.graph));
        assert_close(
            &share,
            &list(&case.networkx, "betweenness_normalised"),
            &case.name,
        );
    }
}

#[test]
fn closeness_is_that_of_networkx_and_igraph_leaves_out_the_share_reached() {
    for case in cases() {
        let hops = distances::distances(&case.graph, Sources::All);
        let closeness = hops.closeness();
        assert_close(&closeness, &list(&case.networkx, "closeness"), &case.name);
        let others = (case.graph.node_count() - 1) as f64;
        for (v, theirs) in list(&case.igraph, "closeness").into_iter().enumerate() {
            let share = f64::from(hops.reached[v]) / others;
            // igraph has no number for a node that none reaches; Wasserman and Faust's is 0.
            let wanted = if theirs.is_nan() { 0.0 } else { theirs * share };
            assert!((closeness[v] - wanted).abs() < CLOSE, "{} {v}", case.name);
        }
    }
}

#[test]
fn harmonic_closeness_is_that_of_igraph_and_networkx_does_not_divide_by_the_others() {
    for case in cases() {
        let harmonic = distances::distances(&case.graph, Sources::All).harmonic();
        assert_close(&harmonic, &list(&case.igraph, "harmonic"), &case.name);
        let others = (case.graph.node_count() - 1) as f64;
        assert_close(
            &scaled(&harmonic, others),
            &list(&case.networkx, "harmonic_sum"),
            &case.name,
        );
    }
}

#[test]
fn diameter_and_mean_distance_are_those_of_igraph_over_joined_pairs() {
    for case in cases() {
        let hops = distances::distances(&case.graph, Sources::All);
        assert_eq!(hops.diameter().map(f64::from), case.igraph["diameter"].as_f64());
        assert!((hops.mean_distance().unwrap() - number(&case.igraph, "mean_distance")).abs() < CLOSE);
        // NetworkX refuses a graph in pieces, so the file has the diameter of its largest piece, without directions.
        let undirected = distances::distances(&case.graph.undirected(), Sources::All);
        assert_eq!(
            undirected.diameter().map(f64::from),
            case.networkx["largest_diameter"].as_f64()
        );
    }
}

#[test]
fn eigenvector_is_that_of_networkx_and_igraph_makes_the_greatest_1() {
    for case in cases() {
        let values = eigenvector::eigenvector(&case.graph).expect("these graphs have one");
        assert_close(&values, &list(&case.networkx, "eigenvector"), &case.name);
        assert_close(
            &scaled(&values, 1.0 / greatest(&values)),
            &list(&case.igraph, "eigenvector"),
            &case.name,
        );
    }
}

#[test]
fn hubs_and_authorities_are_those_of_networkx_and_igraph_makes_the_greatest_1() {
    for case in cases() {
        let hits = hits::hits(&case.graph).expect("these graphs have edges");
        for (ours, name) in [(&hits.hubs, "hubs"), (&hits.authorities, "authorities")] {
            assert_close(ours, &list(&case.networkx, name), &case.name);
            assert_close(
                &scaled(ours, 1.0 / greatest(ours)),
                &list(&case.igraph, name),
                &case.name,
            );
        }
    }
}

#[test]
fn core_numbers_and_clustering_are_those_of_both() {
    for case in cases() {
        let cores = reals(&core::core_numbers(&case.graph));
        assert_close(&cores, &list(&case.networkx, "core"), &case.name);
        let closed = clustering::clustering(&case.graph);
        assert_close(&closed.local, &list(&case.networkx, "clustering"), &case.name);
        assert!((closed.average - number(&case.networkx, "average_clustering")).abs() < CLOSE);
        assert!((closed.transitivity - number(&case.networkx, "transitivity")).abs() < CLOSE);
        assert!((closed.transitivity - number(&case.igraph, "transitivity")).abs() < CLOSE);
        // Of a directed graph igraph counts an edge both ways twice; NetworkX was given the undirected graph.
        if case.graph.direction() == Direction::Undirected {
            assert_close(&cores, &list(&case.igraph, "core"), &case.name);
            assert_close(&closed.local, &list(&case.igraph, "clustering"), &case.name);
        }
    }
}

#[test]
fn assortativity_is_that_of_both() {
    for case in cases() {
        let by_degree = assortativity::degree_assortativity(&case.graph).expect("degrees differ");
        assert!((by_degree - number(&case.networkx, "degree_assortativity")).abs() < CLOSE);
        assert!((by_degree - number(&case.igraph, "assortativity_degree")).abs() < CLOSE);
        let by_kind = assortativity::kind_assortativity(&case.graph, &case.kinds).expect("kinds differ");
        assert!((by_kind - number(&case.networkx, "kind_assortativity")).abs() < CLOSE);
        assert!((by_kind - number(&case.igraph, "assortativity_kind")).abs() < CLOSE);
    }
}

#[test]
fn pieces_and_cuts_are_those_of_both() {
    for case in cases() {
        assert_eq!(
            components::weak_components(&case.graph).count() as f64,
            number(&case.networkx, "components")
        );
        assert_eq!(
            components::strong_components(&case.graph).count() as f64,
            number(&case.networkx, "strong")
        );
        let cuts = cuts::cuts(&case.graph);
        for theirs in [&case.networkx, &case.igraph] {
            assert_eq!(
                serde_json::to_value(&cuts.nodes).unwrap(),
                theirs["articulation"],
                "{}",
                case.name
            );
            assert_eq!(
                serde_json::to_value(&cuts.edges).unwrap(),
                theirs["bridges"],
                "{}",
                case.name
            );
        }
    }
}

#[test]
fn modularity_is_that_of_both_and_leiden_reaches_the_best_there_is() {
    for case in cases() {
        let by_kind = modularity::modularity(&case.graph, &case.kinds, 1.0);
        assert!(
            (by_kind - number(&case.networkx, "modularity_by_kind")).abs() < CLOSE,
            "{}",
            case.name
        );
        if case.graph.direction() == Direction::Undirected {
            assert!((by_kind - number(&case.igraph, "modularity_by_kind")).abs() < CLOSE);
        }
        // igraph's exhaustive search says what no division can exceed; it is for small undirected graphs.
        if let Some(best) = case.igraph["best_modularity"].as_f64() {
            let found = leiden::leiden(&case.graph, leiden::LeidenOptions::default());
            assert!((modularity::modularity(&case.graph, &found.of, 1.0) - best).abs() < CLOSE);
        }
    }
}
