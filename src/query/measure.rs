//! A selected part of a graph -> its measures in words, in JSON and as a table of nodes.

use std::collections::BTreeMap;
use std::io::{self, Write};

use petgraph::graph::NodeIndex;
use serde::Serialize;

use crate::export::csv::harmless;
use crate::graph::{Documents, KnowledgeGraph, Value};
use crate::metrics::attributes::Column;
use crate::metrics::definitions::{DEFINITIONS, Definition};
use crate::metrics::knowledge::{Measured, measure_knowledge};
use crate::metrics::{CsrError, GraphMeasures, MeasureOptions};
use crate::query::Table;
use crate::query::tie::Named;

/// The measures of a graph with their names.
pub struct Measurement<'g> {
    knowledge: &'g KnowledgeGraph,
    measured: Measured,
}

#[derive(Serialize)]
struct Told<'g> {
    graph: BTreeMap<&'static str, Value>,
    communities: Vec<Group<'g>>,
    nodes: Vec<Row<'g>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    definitions: Option<BTreeMap<&'static str, &'static str>>,
}

#[derive(Serialize)]
struct Group<'g> {
    community: usize,
    name: &'g str,
    members: usize,
}

#[derive(Serialize)]
struct Row<'g> {
    #[serde(flatten)]
    named: Named<'g>,
    #[serde(flatten)]
    values: BTreeMap<&'static str, Value>,
}

/// Whether what the measures mean is told with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Explanation {
    Given,
    LeftOut,
}

/// Communities that words name.
const GROUPS: usize = 10;

/// Measures of nodes that words tell; JSON and the table have all.
const TOLD: [&str; 9] = [
    "degree",
    "weighted_degree",
    "pagerank",
    "betweenness",
    "closeness",
    "eigenvector",
    "core",
    "clustering",
    "community",
];

/// Measures every node and the whole.
///
/// # Errors
/// When a weight is not finite and above zero, or the graph too large.
pub fn measurement(knowledge: &KnowledgeGraph, options: MeasureOptions) -> Result<Measurement<'_>, CsrError> {
    let measured = measure_knowledge(knowledge, Documents::Shown, options)?;
    Ok(Measurement { knowledge, measured })
}

/// What every measure means, a line each.
pub fn definitions() -> String {
    let line = |it: &Definition| format!("{}: {}\n", it.name, it.meaning);
    DEFINITIONS.iter().map(line).collect()
}

impl Measurement<'_> {
    /// The whole, the communities and the `limit` nodes of the highest PageRank, all without a limit.
    pub fn words(&self, limit: Option<usize>) -> String {
        let mut words = String::new();
        for (name, value) in self.whole() {
            words += &format!("{name}: {}\n", plain(&value));
        }
        let communities = &self.measured.measures.communities;
        let mut table = Table::new(&["community", "members", "led by"]);
        for (number, community) in communities.iter().enumerate().take(GROUPS) {
            let members = community.members.len().to_string();
            table.row([number.to_string(), members, community.name.clone()]);
        }
        words += &format!("\n{table}");
        if communities.len() > GROUPS {
            words += &format!("and {} more\n", communities.len() - GROUPS);
        }
        let columns = self.columns();
        let told = TOLD.map(|name| columns.iter().find(|column| column.0 == name));
        let told: Vec<_> = told.into_iter().flatten().collect();
        let heads: Vec<&'static str> = ["name", "kind"]
            .into_iter()
            .chain(told.iter().map(|it| it.0))
            .collect();
        let mut table = Table::new(&heads);
        for v in self.ranked().into_iter().take(limit.unwrap_or(usize::MAX)) {
            let named = self.named(v);
            let values = told.iter().map(|(_, column)| plain(&value(column, v)));
            let name = [named.name.to_owned(), named.kind.to_owned()];
            table.row(name.into_iter().chain(values));
        }
        words += &format!("\n{table}");
        let left_out = self
            .measured
            .nodes
            .len()
            .saturating_sub(limit.unwrap_or(usize::MAX));
        if left_out > 0 {
            words += &format!("and {left_out} more\n");
        }
        words
    }

    /// Everything as one JSON value; the nodes are in the order of the graph.
    pub fn json(&self, explanation: Explanation) -> String {
        let columns = self.columns();
        let row = |v: usize| Row {
            named: self.named(v),
            values: columns
                .iter()
                .map(|(name, column)| (*name, value(column, v)))
                .collect(),
        };
        let groups = self.measured.measures.communities.iter().enumerate();
        let told = Told {
            graph: self.whole().into_iter().collect(),
            communities: groups
                .map(|(community, group)| Group {
                    community,
                    name: &group.name,
                    members: group.members.len(),
                })
                .collect(),
            nodes: (0..self.measured.nodes.len()).map(row).collect(),
            definitions: (explanation == Explanation::Given)
                .then(|| DEFINITIONS.iter().map(|it| (it.name, it.meaning)).collect()),
        };
        serde_json::to_string_pretty(&told).expect("measures have string keys and finite numbers only")
    }

    /// A row a node, in the order of the graph.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn csv(&self, out: &mut dyn Write) -> io::Result<()> {
        let columns = self.columns();
        let mut table = csv::Writer::from_writer(out);
        let heads = columns.iter().map(|column| column.0);
        table.write_record(["id", "label", "kind"].into_iter().chain(heads))?;
        for v in 0..self.measured.nodes.len() {
            let Named { id, name, kind } = self.named(v);
            for field in [id, name, kind] {
                table.write_field(&*harmless(field))?;
            }
            let values = columns.iter().map(|(_, column)| exact(&value(column, v)));
            table.write_record(values)?;
        }
        table.flush()
    }

    fn columns(&self) -> Vec<(&'static str, Column<'_>)> {
        self.measured.measures.nodes.columns()
    }

    fn named(&self, v: usize) -> Named<'_> {
        let node: NodeIndex = self.measured.nodes[v];
        Named::new(self.knowledge, node)
    }

    /// The nodes by PageRank, of equals by id.
    fn ranked(&self) -> Vec<usize> {
        let ranks = &self.measured.measures.nodes.pagerank;
        let mut order: Vec<usize> = (0..ranks.len()).collect();
        order.sort_by(|left, right| {
            let ids = || self.named(*left).id.cmp(self.named(*right).id);
            ranks[*right].total_cmp(&ranks[*left]).then_with(ids)
        });
        order
    }

    /// The numbers of the whole graph; one that does not exist is left out.
    fn whole(&self) -> Vec<(&'static str, Value)> {
        let it: &GraphMeasures = &self.measured.measures.whole;
        let count = |count: usize| Some(Value::Integer(count as i64));
        let real = |number: f64| Some(positive(number));
        let words = |words: String| Some(Value::Text(words));
        let all = [
            ("nodes", count(it.nodes)),
            ("edges", count(it.edges)),
            ("density", real(it.density)),
            ("components", count(it.components)),
            ("largest_component", count(it.largest_component as usize)),
            ("strong_components", count(it.strong_components)),
            ("diameter", it.diameter.and_then(|hops| count(hops as usize))),
            ("mean_distance", it.mean_distance.and_then(real)),
            ("distances", words(sampled(it.distance_sources, it.nodes))),
            ("betweenness", words(betweenness(it))),
            ("degree_assortativity", it.degree_assortativity.and_then(real)),
            ("kind_assortativity", it.kind_assortativity.and_then(real)),
            ("average_clustering", real(it.average_clustering)),
            ("transitivity", real(it.transitivity)),
            ("triangles", count(it.triangles as usize)),
            ("communities", count(self.measured.measures.communities.len())),
            ("modularity", real(it.modularity)),
            ("articulation_points", count(it.articulation_points)),
            ("bridges", count(it.bridges)),
        ];
        let finite = |value: &Value| !matches!(value, Value::Real(real) if !real.is_finite());
        all.into_iter()
            .filter_map(|(name, value)| Some((name, value.filter(finite)?)))
            .collect()
    }
}

fn sampled(sources: usize, nodes: usize) -> String {
    match sources >= nodes {
        true => "exact".to_owned(),
        false => format!("estimated from {sources} of {nodes} nodes"),
    }
}

fn betweenness(it: &GraphMeasures) -> String {
    let words = sampled(it.betweenness_sources, it.nodes);
    match it.betweenness_is_exact() {
        true => words,
        false => format!("{words}, standard error at most {:.3}", it.betweenness_error),
    }
}

fn value(column: &Column, v: usize) -> Value {
    match column {
        Column::Whole(values) => Value::Integer(i64::from(values[v])),
        Column::Real(values) => positive(values[v]),
        Column::Flag(values) => Value::Truth(values[v]),
    }
}

/// The sum of no numbers is -0 in Rust, which nobody wants to read.
fn positive(number: f64) -> Value {
    Value::Real(number + 0.0)
}

/// For people: six decimals at most.
fn plain(value: &Value) -> String {
    match value {
        Value::Real(real) => {
            let text = format!("{real:.6}");
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        }
        other => exact(other),
    }
}

fn exact(value: &Value) -> String {
    match value {
        Value::Truth(truth) => truth.to_string(),
        Value::Integer(number) => number.to_string(),
        Value::Real(real) => real.to_string(),
        Value::Text(text) => text.clone(),
    }
}
