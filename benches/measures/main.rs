//! A measure's name and a graph file in, seconds and a checking value out, as one line of JSON.
//!
//! `measures generate a FILE` (10 thousand nodes, 100 thousand edges) or `b` (200 thousand, 2 million); `measures TASK
//! FILE [RUNS]`, with RAYON_NUM_THREADS set. `benches/compare.py` calls it beside the peers and makes the table.

mod edgefile;
mod powerlaw;

use std::path::Path;
use std::time::Instant;

use vnkg::layout::{LayoutOptions, layout};
use vnkg::metrics::csr::{Csr, Direction};
use vnkg::metrics::*;

fn main() {
    let given: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| word != "--bench")
        .collect();
    let words: Vec<&str> = given.iter().map(String::as_str).collect();
    match words[..] {
        ["generate", name, file] => generate(name, Path::new(file)),
        [task, file] => time(task, Path::new(file), 5),
        [task, file, runs] => time(task, Path::new(file), runs.parse().unwrap_or(5)),
        _ => eprintln!("measures generate a|b FILE, or measures TASK FILE [RUNS]"),
    }
}

fn generate(name: &str, file: &Path) {
    let edges = match name {
        "a" => powerlaw::power_law(10_000, 100_000, 60),
        "picture" => powerlaw::power_law(20_000, 200_000, 100),
        "pages" => powerlaw::power_law(3_000, 15_000, 30),
        _ => powerlaw::power_law(200_000, 2_000_000, 600),
    };
    edgefile::write(file, &edges).expect("the folder can be written to");
}

fn time(task: &str, file: &Path, runs: usize) {
    let edges = edgefile::read(file).expect("a file made by `generate`");
    let start = Instant::now();
    let graph = Csr::new(edges.nodes, edges.list, Direction::Undirected).expect("generated edges are valid");
    let build = start.elapsed().as_secs_f64();
    let (mut walls, mut processors, mut value) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..runs.max(1) {
        let (start, before) = (Instant::now(), processor_seconds());
        value = run(task, &graph);
        walls.push(start.elapsed().as_secs_f64());
        processors.push(processor_seconds() - before);
    }
    let best = walls.iter().copied().fold(f64::INFINITY, f64::min);
    println!(
        "{{\"task\":\"{task}\",\"wall\":{},\"best\":{best},\"cpu\":{},\"build\":{build},\"value\":{value:?}}}",
        median(walls),
        median(processors)
    );
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Processor time of all threads so far, from Linux's scheduler; elsewhere 0.
fn processor_seconds() -> f64 {
    let tasks = std::fs::read_dir("/proc/self/task")
        .into_iter()
        .flatten()
        .flatten();
    let nanoseconds = |text: String| text.split(' ').next().and_then(|first| first.parse::<f64>().ok());
    tasks
        .filter_map(|task| std::fs::read_to_string(task.path().join("schedstat")).ok())
        .filter_map(nanoseconds)
        .sum::<f64>()
        / 1e9
}

/// The sum and the greatest of the values by node, or what else tells a right answer from a wrong one.
fn run(task: &str, graph: &Csr) -> Vec<f64> {
    let sample = sources::Sources::Sample { count: 256, seed: 1 };
    match task {
        "pagerank" => check(&pagerank::pagerank(graph, pagerank::PageRankOptions::default()).ranks),
        "kcore" => check(
            &core::core_numbers(graph)
                .into_iter()
                .map(f64::from)
                .collect::<Vec<_>>(),
        ),
        "components" => vec![components::weak_components(graph).count() as f64],
        "clustering" => vec![clustering::clustering(graph).average],
        "betweenness" => check(&betweenness::betweenness(graph, sources::Sources::All).scores),
        "betweenness256" => check(&betweenness::betweenness(graph, sample).scores),
        "closeness" => check(&distances::distances(graph, sources::Sources::All).closeness()),
        "eigenvector" => check(&eigenvector::eigenvector(graph).unwrap_or_default()),
        "leiden" => communities(graph),
        "layout" => places(graph),
        "everything" => everything(graph),
        other => panic!("there is no task {other}"),
    }
}

fn check(values: &[f64]) -> Vec<f64> {
    vec![
        values.iter().sum(),
        values.iter().copied().fold(f64::MIN, f64::max),
    ]
}

fn communities(graph: &Csr) -> Vec<f64> {
    let found = leiden::leiden(graph, leiden::LeidenOptions::default());
    vec![
        modularity::modularity(graph, &found.of, 1.0),
        found.count() as f64,
    ]
}

fn places(graph: &Csr) -> Vec<f64> {
    let groups = leiden::leiden(graph, leiden::LeidenOptions::default());
    let radii = vec![2.0; graph.node_count()];
    let places = layout(graph, &groups, &radii, LayoutOptions::for_size(graph));
    vec![places.iter().map(|place| place.x.abs() + place.y.abs()).sum()]
}

fn everything(graph: &Csr) -> Vec<f64> {
    let whole = measure(graph, &[""; 0], &[], MeasureOptions::default()).whole;
    vec![whole.modularity, whole.mean_distance.unwrap_or_default()]
}
