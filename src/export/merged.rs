//! A graph in columns -> one edge for each ordered pair of nodes, by the rule that holds for graphs of our own.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::export::columns::EDGE;
use crate::export::walk::Cell;
use crate::graph::columns::{ColumnGraph, Datum, Table};
use crate::graph::fields::{attributes, fill_edge};
use crate::graph::simplify::merge;
use crate::graph::{Edge, EdgeKind, Quote, Value};

/// Merges parallel edges. A graph that has none stays as it is, in its own order.
pub fn merge_parallel(graph: &ColumnGraph) -> Cow<'_, ColumnGraph> {
    let together = EdgeKind::CoOccurs;
    let has_undirected =
        (0..graph.edge_count()).any(|edge| graph.edge_text("relation", edge) == Some(together.name()));
    match has_undirected || has_parallel(graph) {
        true => Cow::Owned(merged(graph)),
        false => Cow::Borrowed(graph),
    }
}

/// Whether two edges have the same ends. Edges are sorted by their source alone, which takes two passes.
fn has_parallel(graph: &ColumnGraph) -> bool {
    let mut ends = vec![0_usize; graph.node_count() + 1];
    for [source, _] in &graph.ends {
        ends[*source as usize + 1] += 1;
    }
    for source in 1..ends.len() {
        ends[source] += ends[source - 1];
    }
    let starts = ends.clone();
    let mut targets = vec![0_u32; graph.edge_count()];
    for [source, target] in &graph.ends {
        let next = &mut ends[*source as usize];
        targets[*next] = *target;
        *next += 1;
    }
    let mut last_source = vec![u32::MAX; graph.node_count()];
    (0..graph.node_count()).any(|source| {
        let mut own = targets[starts[source]..starts[source + 1]].iter();
        own.any(|target| {
            std::mem::replace(&mut last_source[*target as usize], source as u32) == source as u32
        })
    })
}

fn merged(graph: &ColumnGraph) -> ColumnGraph {
    let mut new = ColumnGraph {
        ends: Vec::new(),
        edges: Table::default(),
        ..graph.clone()
    };
    for column in &graph.edges.columns {
        new.edges.place(&column.name);
    }
    for (ends, edges) in groups(graph) {
        new.ends.push(ends);
        match edges[..] {
            [edge] => copy(&mut new, graph, edge),
            _ => write(&mut new, graph, &edges),
        }
    }
    new
}

/// The edges of each ordered pair of nodes. `co_occurs`, which has no direction, joins a stated edge between its ends
/// either way round.
fn groups(graph: &ColumnGraph) -> BTreeMap<[u32; 2], Vec<usize>> {
    let mut groups: BTreeMap<[u32; 2], Vec<usize>> = BTreeMap::new();
    let is_together = |edge: &usize| graph.edge_text("relation", *edge) == Some(EdgeKind::CoOccurs.name());
    let (together, stated): (Vec<usize>, Vec<usize>) = (0..graph.edge_count()).partition(is_together);
    for edge in stated {
        groups.entry(graph.ends[edge]).or_default().push(edge);
    }
    for edge in together {
        let there @ [source, target] = graph.ends[edge];
        let back = [target, source];
        let is_turned = !groups.contains_key(&there) && groups.contains_key(&back);
        groups
            .entry(if is_turned { back } else { there })
            .or_default()
            .push(edge);
    }
    groups
}

/// Gives the last edge of the new graph what an edge of the old one has.
fn copy(new: &mut ColumnGraph, old: &ColumnGraph, edge: usize) {
    let row = new.ends.len() - 1;
    for (from, to) in old.edges.columns.iter().zip(&mut new.edges.columns) {
        if let Some(datum) = from.get(edge, &old.texts) {
            to.set(row, datum, &mut new.texts);
        }
    }
}

/// Gives the last edge of the new graph what several edges of the old one have together.
fn write(new: &mut ColumnGraph, old: &ColumnGraph, edges: &[usize]) {
    let (mut filled, mut quotes): (Vec<Edge>, Vec<Quote>) = (Vec::new(), Vec::new());
    for edge in edges {
        let (edge, quote) = fill_edge(attributes(&old.edges, *edge, &old.texts));
        let number = quote.is_some().then_some(quotes.len() as u32);
        quotes.extend(quote);
        filled.push(Edge {
            quote: number,
            ..edge
        });
    }
    let edge = merge(filled.iter().collect());
    let quote = edge.quote.and_then(|quote| quotes.get(quote as usize));
    for column in EDGE {
        // What no edge had is not made up; only a sum and the list of relations are new.
        let is_known = match column.name {
            "weight" => true,
            "relations" => old.edges.known("relation").is_some(),
            name => old.edges.known(name).is_some(),
        };
        if let Some(cell) = (column.cell)(&edge, quote).filter(|_| is_known) {
            set(new, column.name, &cell);
        }
    }
    for (name, value) in &edge.extra {
        set(new, name, &cell(value));
    }
}

fn cell(value: &Value) -> Cell<'_> {
    match value {
        Value::Truth(truth) => Cell::Truth(*truth),
        Value::Integer(number) => Cell::Integer(*number),
        Value::Real(number) => Cell::Real(*number),
        Value::Text(text) => Cell::Text(text.as_str().into()),
    }
}

fn set(graph: &mut ColumnGraph, name: &str, cell: &Cell) {
    let row = graph.ends.len() - 1;
    let place = graph.edges.place(name);
    let parts: Vec<String>;
    let datum = match cell {
        Cell::Truth(truth) => Datum::Truth(*truth),
        Cell::Integer(number) => Datum::Integer(*number),
        Cell::Real(number) => Datum::Real(*number),
        Cell::Text(text) => Datum::Text(text),
        Cell::List(list) => {
            parts = list.iter().map(|part| part.as_ref().to_owned()).collect();
            Datum::List(&parts)
        }
    };
    graph.edges.columns[place].set(row, datum, &mut graph.texts);
}
