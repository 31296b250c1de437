//! A graph file in, the seconds that reading it and writing it as GraphML take out, as one line of JSON.
//!
//! `graphml generate a|b FILE`; `graphml read FILE`; `graphml write FILE`. `benches/graphml.py` calls it
//! beside igraph and makes the table.

mod generate;
#[path = "../measures/powerlaw.rs"]
mod powerlaw;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use mimalloc::MiMalloc;
use vnkg::export::{Walk, graphml};
use vnkg::graph::ColumnGraph;
use vnkg::import::open_columns;

/// As the program has it.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() {
    let given: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| word != "--bench")
        .collect();
    let words: Vec<&str> = given.iter().map(String::as_str).collect();
    match words[..] {
        ["generate", name, file] => generate::generate(name, Path::new(file)),
        ["read", file] => {
            let before = own_seconds();
            let graph = read(Path::new(file));
            say(own_seconds() - before, &graph);
        }
        ["write", file] => {
            let graph = read(Path::new(file));
            let before = own_seconds();
            write(&graph, Path::new(&format!("{file}.ours")));
            say(own_seconds() - before, &graph);
        }
        _ => eprintln!("graphml generate a|b FILE, or graphml read|write FILE"),
    }
}

fn say(seconds: f64, graph: &ColumnGraph) {
    let (nodes, edges) = (graph.node_count(), graph.edge_count());
    println!("{{\"cpu\":{seconds},\"value\":[{nodes},{edges}]}}");
}

/// Processor time spent in this program itself so far, from Linux; elsewhere 0.
fn own_seconds() -> f64 {
    let line = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // After the name in brackets, time comes twelfth, in hundredths of a second.
    let rest = line.rsplit_once(") ").map_or("", |(_, rest)| rest);
    let hundredths = rest.split(' ').nth(11).and_then(|time| time.parse::<f64>().ok());
    hundredths.unwrap_or_default() / 100.0
}

fn read(file: &Path) -> ColumnGraph {
    open_columns(file).expect("a graph")
}

fn write(graph: &ColumnGraph, file: &Path) {
    let file = File::create(file).expect("the folder can be written to");
    let mut out = BufWriter::with_capacity(1 << 18, file);
    graphml::write(&Walk::of_columns(graph), &mut out).expect("written");
    out.flush().expect("written");
}
