//! A node -> all that the graph and its evidence say of it.

use std::collections::BTreeMap;

use petgraph::graph::{EdgeIndex, NodeIndex};
use serde::Serialize;

use crate::export::walk::{Cell, Walk};
use crate::graph::{Documents, EdgeKind, KnowledgeGraph};
use crate::query::neighbours::{COLUMNS, cells, sorted};
use crate::query::posts::{held, table};
use crate::query::tie::{HOLDS, Named, Tie};
use crate::query::walkable::{Way, Ways};
use crate::query::{Answer, Part, Quoted, Table};

#[derive(Serialize)]
struct Shown<'g> {
    #[serde(flatten)]
    named: Named<'g>,
    attributes: BTreeMap<String, Attribute>,
    posts: Vec<Tie<'g>>,
    relations: Vec<Tie<'g>>,
    co_occurs: Vec<Tie<'g>>,
    mentions: &'g [Quoted],
}

/// Everything about a node; in words not more than `limit` rows of each sort, where a limit is given.
pub fn show(
    knowledge: &KnowledgeGraph,
    node: NodeIndex,
    mentions: &[Quoted],
    limit: Option<usize>,
) -> Answer {
    let posts = held(knowledge, node);
    let ways = Ways {
        documents: Documents::LeftOut,
        relations: Vec::new(),
    };
    let kind = |way: &Way| &knowledge.graph[way.edge].kind;
    let others: Vec<Way> = sorted(knowledge, node, &ways)
        .into_iter()
        .filter(|way| *kind(way) != HOLDS)
        .collect();
    let (together, stated): (Vec<Way>, Vec<Way>) = others
        .into_iter()
        .partition(|way| *kind(way) == EdgeKind::CoOccurs);
    let attributes = attributes(knowledge, node);
    let mut words = heading(knowledge, node, &attributes);
    words += &section("posts", posts.len(), limit, |count| {
        table(knowledge, &posts[..count])
    });
    words += &section("relations", stated.len(), limit, |count| {
        ties(knowledge, &stated[..count])
    });
    words += &section("named together with", together.len(), limit, |count| {
        ties(knowledge, &together[..count])
    });
    words += &section("named in", mentions.len(), limit, |count| {
        quotes(&mentions[..count])
    });
    let tell = |edges: &[EdgeIndex]| edges.iter().map(|edge| Tie::new(knowledge, *edge)).collect();
    let edges = |ways: &[Way]| ways.iter().map(|way| way.edge).collect::<Vec<_>>();
    let value = Shown {
        named: Named::new(knowledge, node),
        attributes,
        posts: tell(&posts),
        relations: tell(&edges(&stated)),
        co_occurs: tell(&edges(&together)),
        mentions,
    };
    let all = posts
        .iter()
        .copied()
        .chain(edges(&stated))
        .chain(edges(&together));
    let part = Part::of_edges(knowledge, all).with_nodes([node]);
    Answer::new(words, &value, part)
}

/// The attributes as files have them, but for the name, the kind and the posts, which are told otherwise.
fn attributes(knowledge: &KnowledgeGraph, node: NodeIndex) -> BTreeMap<String, Attribute> {
    let walk = Walk::new(knowledge);
    let cells = walk.node_cells(walk.node(node)).map(|(index, cell)| {
        let column = &walk.node_columns[index];
        let is_fact = column.is_built_in() && !PICTURE.contains(&column.name.as_str());
        let value = json(&cell);
        (column.name.clone(), Attribute { value, is_fact })
    });
    cells
        .filter(|(name, _)| !["label", "kind", "posts"].contains(&name.as_str()))
        .collect()
}

/// An attribute as JSON has it.
#[derive(Serialize)]
#[serde(transparent)]
struct Attribute {
    value: serde_json::Value,
    /// What pages say, and no measure or place in a picture; only facts are told in words.
    #[serde(skip)]
    is_fact: bool,
}

const PICTURE: [&str; 6] = ["x", "y", "size", "r", "g", "b"];

fn json(cell: &Cell) -> serde_json::Value {
    match cell {
        Cell::Text(text) => text.as_ref().into(),
        Cell::List(parts) => parts.iter().map(|part| part.as_ref()).collect(),
        Cell::Integer(number) => (*number).into(),
        Cell::Real(number) => (*number).into(),
        Cell::Truth(truth) => (*truth).into(),
    }
}

fn heading(knowledge: &KnowledgeGraph, node: NodeIndex, attributes: &BTreeMap<String, Attribute>) -> String {
    let Named { id, name, kind } = Named::new(knowledge, node);
    let mut words = format!("{name}\n  id: {id}\n  kind: {kind}\n");
    for (name, Attribute { value, .. }) in attributes.iter().filter(|(_, it)| it.is_fact) {
        let text = match value {
            serde_json::Value::String(text) => text.clone(),
            serde_json::Value::Array(parts) => {
                let parts: Vec<&str> = parts.iter().filter_map(|part| part.as_str()).collect();
                parts.join("; ")
            }
            other => other.to_string(),
        };
        words += &format!("  {name}: {text}\n");
    }
    words
}

fn section(head: &str, rows: usize, limit: Option<usize>, table: impl Fn(usize) -> Table) -> String {
    if rows == 0 {
        return String::new();
    }
    let shown = limit.map_or(rows, |limit| limit.min(rows));
    let table = table(shown).to_string();
    let lines: String = table.lines().map(|line| format!("  {line}\n")).collect();
    let more = match rows - shown {
        0 => String::new(),
        left_out => format!("  and {left_out} more\n"),
    };
    format!("{head}\n{lines}{more}")
}

fn ties(knowledge: &KnowledgeGraph, ways: &[Way]) -> Table {
    let mut table = Table::new(&COLUMNS);
    for way in ways {
        table.row(cells(knowledge, way));
    }
    table
}

fn quotes(mentions: &[Quoted]) -> Table {
    let mut table = Table::new(&["page", "words", "sentence"]);
    for mention in mentions {
        table.row([
            mention.document.clone(),
            mention.text.clone(),
            mention.sentence.clone().unwrap_or_default(),
        ]);
    }
    table
}
