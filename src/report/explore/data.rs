//! A laid-out graph and its evidence -> the columns that the page reads.

use petgraph::visit::EdgeRef;
use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::export::walk::{NodeRow, Walk};
use crate::graph::{Date, Edge, Evidence, KnowledgeGraph, Node, Tenure, Value};
use crate::report::content::tenure_name;
use crate::report::content::testimony::Witnesses;

/// Sentences that an entity shows.
const SENTENCES: usize = 8;

/// What the page says of a node beside its measures, where it is known.
const FACTS: [&str; 16] = [
    "title",
    "ranks",
    "scope",
    "branch",
    "level",
    "parent",
    "document_type",
    "issuer",
    "issue_date",
    "term",
    "event_type",
    "date",
    "organiser",
    "place",
    "site",
    "stub",
];

/// A row of every column is a node, an edge, a page or a sentence. Names of kinds and relations are written once.
#[derive(Serialize)]
pub(super) struct Data<'g> {
    kinds: Vec<&'g str>,
    relations: Vec<&'g str>,
    nodes: Nodes<'g>,
    edges: Edges<'g>,
    /// Path, title and date.
    documents: Vec<(&'g str, Option<&'g str>, Option<Date>)>,
    /// Document and words.
    sentences: Vec<(u32, &'g str)>,
}

#[derive(Default, Serialize)]
struct Nodes<'g> {
    id: Vec<&'g str>,
    label: Vec<&'g str>,
    aliases: Vec<&'g [String]>,
    kind: Vec<u32>,
    x: Vec<f64>,
    y: Vec<f64>,
    radius: Vec<f64>,
    community: Vec<Option<i64>>,
    mentions: Vec<u32>,
    documents: Vec<u32>,
    first: Vec<Option<Date>>,
    last: Vec<Option<Date>>,
    /// Name and value.
    facts: Vec<Vec<(&'static str, String)>>,
    /// Sentences that name it, and how many more there are.
    sentences: Vec<(Vec<u32>, usize)>,
}

#[derive(Default, Serialize)]
struct Edges<'g> {
    source: Vec<u32>,
    target: Vec<u32>,
    relation: Vec<u32>,
    weight: Vec<f64>,
    documents: Vec<u32>,
    first: Vec<Option<Date>>,
    last: Vec<Option<Date>>,
    title: Vec<Option<&'g str>>,
    /// `former` or `new`, of posts.
    tenure: Vec<Option<&'static str>>,
    quote: Vec<Option<u32>>,
}

impl<'g> Data<'g> {
    pub(super) fn of(knowledge: &'g KnowledgeGraph, evidence: &'g Evidence) -> Data<'g> {
        let mut sentences = Sentences::of(evidence);
        let mut kinds = Words::default();
        let mut relations = Words::default();
        let nodes = nodes(knowledge, evidence, &mut kinds, &mut sentences);
        let mut edges = Edges::default();
        for edge in knowledge.graph.edge_references() {
            edges.source.push(edge.source().index() as u32);
            edges.target.push(edge.target().index() as u32);
            let it = edge.weight();
            edges.relation.push(relations.number(it.kind.name()));
            edges.quote.push(
                knowledge
                    .quote(it)
                    .and_then(|quote| sentences.number(&quote.document, &quote.text)),
            );
            edges.push(it);
        }
        let documents = evidence.documents.iter();
        Data {
            kinds: kinds.words,
            relations: relations.words,
            nodes,
            edges,
            documents: documents
                .map(|it| (it.path.as_str(), it.title.as_deref(), it.date))
                .collect(),
            sentences: sentences.rows,
        }
    }
}

fn nodes<'g>(
    knowledge: &'g KnowledgeGraph,
    evidence: &'g Evidence,
    kinds: &mut Words<'g>,
    sentences: &mut Sentences<'g>,
) -> Nodes<'g> {
    let witnesses = Witnesses::of(evidence);
    let walk = Walk::new(knowledge);
    let mut nodes = Nodes::default();
    for index in knowledge.graph.node_indices() {
        let node = &knowledge.graph[index];
        nodes.push(node);
        nodes.kind.push(kinds.number(node.kind_name()));
        nodes.facts.push(facts(&walk, walk.node(index)));
        let (passages, left_out) = witnesses.choose(index, SENTENCES);
        let rows = passages.into_iter().map(|passage| {
            let passage = &evidence.passages[passage as usize];
            sentences.row(passage.document, &passage.text)
        });
        nodes.sentences.push((rows.collect(), left_out));
    }
    nodes
}

fn facts<'g>(walk: &Walk<'g>, node: NodeRow<'g>) -> Vec<(&'static str, String)> {
    walk.node_cells(node)
        .filter_map(|(column, cell)| {
            let name = walk.node_columns[column].name.as_str();
            let known = FACTS.iter().find(|fact| **fact == name)?;
            Some((*known, cell.text().into_owned()))
        })
        .collect()
}

impl<'g> Nodes<'g> {
    fn push(&mut self, node: &'g Node) {
        let look = node.look.unwrap_or_default();
        self.id.push(&node.id);
        self.label.push(&node.label);
        self.aliases.push(&node.aliases);
        self.x.push(tidy(look.x));
        self.y.push(tidy(-look.y));
        self.radius.push(tidy(look.size / 2.0));
        self.community.push(match node.extra.get("community") {
            Some(Value::Integer(number)) => Some(*number),
            _ => None,
        });
        self.mentions.push(node.mentions);
        self.documents.push(node.documents);
        self.first.push(node.first_seen);
        self.last.push(node.last_seen);
    }
}

impl<'g> Edges<'g> {
    fn push(&mut self, edge: &'g Edge) {
        self.weight.push((edge.weight * 1000.0).round() / 1000.0);
        self.documents.push(edge.documents);
        self.first.push(edge.first_seen);
        self.last.push(edge.last_seen);
        self.title.push(edge.title.as_deref());
        self.tenure.push(match edge.tenure {
            Tenure::Held => None,
            tenure => Some(tenure_name(tenure)),
        });
    }
}

fn tidy(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}

/// Words, each with a number in the order of their coming.
#[derive(Default)]
struct Words<'g> {
    words: Vec<&'g str>,
}

impl<'g> Words<'g> {
    fn number(&mut self, word: &'g str) -> u32 {
        let known = self.words.iter().position(|known| *known == word);
        known.unwrap_or_else(|| {
            self.words.push(word);
            self.words.len() - 1
        }) as u32
    }
}

/// Sentences, each once.
struct Sentences<'g> {
    rows: Vec<(u32, &'g str)>,
    known: FxHashMap<(u32, &'g str), u32>,
    documents: FxHashMap<&'g str, u32>,
}

impl<'g> Sentences<'g> {
    fn of(evidence: &'g Evidence) -> Sentences<'g> {
        let documents = evidence.documents.iter().enumerate();
        Sentences {
            rows: Vec::new(),
            known: FxHashMap::default(),
            documents: documents.map(|(at, it)| (it.path.as_str(), at as u32)).collect(),
        }
    }

    fn row(&mut self, document: u32, text: &'g str) -> u32 {
        *self.known.entry((document, text)).or_insert_with(|| {
            self.rows.push((document, text));
            self.rows.len() as u32 - 1
        })
    }

    fn number(&mut self, path: &str, text: &'g str) -> Option<u32> {
        let document = *self.documents.get(path)?;
        Some(self.row(document, text))
    }
}
