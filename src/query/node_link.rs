//! Node-link JSON as vnkg writes it -> the graph.

use std::collections::BTreeMap;

use petgraph::graph::DiGraph;
use rustc_hash::FxHashMap;
use serde::Deserialize;
use serde_json::Value as Json;

use crate::graph::{
    Association, Date, DirectiveFacts, DocumentFacts, Edge, EdgeKind, EventFacts, KnowledgeGraph, Node,
    NodeFacts, OfficialFacts, Orientation, Quote, Standing, Tenure, Value,
};
use crate::resolve::record::{Committee, Event};

/// What is wrong with it.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error("{0}")]
    Json(#[from] serde_json::Error),
    #[error("node {0} has no `id`")]
    NoId(usize),
    #[error("edge {edge} joins `{end}`, which is no node")]
    NoEnd { edge: usize, end: String },
    #[error("edge {edge} has weight {weight}; weights are above zero")]
    Weight { edge: usize, weight: f64 },
}

#[derive(Deserialize)]
struct File {
    #[serde(default = "directed")]
    directed: bool,
    nodes: Vec<BTreeMap<String, Json>>,
    #[serde(alias = "links")]
    edges: Vec<BTreeMap<String, Json>>,
}

fn directed() -> bool {
    true
}

/// Reads a graph. Attributes that vnkg does not know are kept as extra ones.
pub(super) fn read(bytes: &[u8]) -> Result<KnowledgeGraph, Fault> {
    let file: File = serde_json::from_slice(bytes)?;
    let mut graph = DiGraph::with_capacity(file.nodes.len(), file.edges.len());
    let mut places = FxHashMap::default();
    for (number, fields) in file.nodes.into_iter().enumerate() {
        let node = node(Fields(fields)).ok_or(Fault::NoId(number))?;
        let id = node.id.clone();
        places.entry(id).or_insert(graph.add_node(node));
    }
    let mut quotes = Quotes::default();
    for (number, fields) in file.edges.into_iter().enumerate() {
        let mut fields = Fields(fields);
        let mut end = |name: &str| {
            let end = fields.word(name).unwrap_or_default();
            places
                .get(&end)
                .copied()
                .ok_or(Fault::NoEnd { edge: number, end })
        };
        let (source, target) = (end("source")?, end("target")?);
        let edge = edge(fields, &mut quotes);
        if !(edge.weight.is_finite() && edge.weight > 0.0) {
            return Err(Fault::Weight {
                edge: number,
                weight: edge.weight,
            });
        }
        graph.add_edge(source, target, edge);
    }
    let orientation = match file.directed {
        true => Orientation::Directed,
        false => Orientation::Undirected,
    };
    Ok(KnowledgeGraph::new(graph, orientation, quotes.all))
}

/// The members of an object that were not used yet.
struct Fields(BTreeMap<String, Json>);

impl Fields {
    fn text(&mut self, name: &str) -> Option<String> {
        match self.0.remove(name)? {
            Json::String(text) => Some(text),
            _ => None,
        }
    }

    /// Ids of other programs can be numbers.
    fn word(&mut self, name: &str) -> Option<String> {
        match self.0.remove(name)? {
            Json::String(text) => Some(text),
            Json::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    fn list(&mut self, name: &str) -> Vec<String> {
        match self.0.remove(name) {
            Some(Json::Array(parts)) => parts
                .iter()
                .filter_map(|part| part.as_str().map(str::to_owned))
                .collect(),
            Some(Json::String(text)) => vec![text],
            _ => Vec::new(),
        }
    }

    fn number(&mut self, name: &str) -> u32 {
        let number = self.0.remove(name).and_then(|number| number.as_u64());
        number.and_then(|number| number.try_into().ok()).unwrap_or(0)
    }

    fn real(&mut self, name: &str) -> Option<f64> {
        self.0.remove(name)?.as_f64()
    }

    fn truth(&mut self, name: &str) -> bool {
        self.0
            .remove(name)
            .and_then(|truth| truth.as_bool())
            .unwrap_or(false)
    }

    fn date(&mut self, name: &str) -> Option<Date> {
        self.text(name)?.parse().ok()
    }

    fn parsed<T: for<'de> Deserialize<'de>>(&mut self, name: &str) -> Option<T> {
        serde_json::from_value(self.0.remove(name)?).ok()
    }

    fn rest(self) -> BTreeMap<String, Value> {
        let plain = self.0.into_iter().filter_map(|(name, value)| {
            let value = match value {
                Json::Bool(truth) => Value::Truth(truth),
                Json::Number(number) => number
                    .as_i64()
                    .map(Value::Integer)
                    .or_else(|| number.as_f64().map(Value::Real))?,
                Json::String(text) => Value::Text(text),
                Json::Null => return None,
                other => Value::Text(other.to_string()),
            };
            Some((name, value))
        });
        plain.collect()
    }
}

fn node(mut fields: Fields) -> Option<Node> {
    let id = fields.word("id")?;
    let kind = fields.text("kind").unwrap_or_default();
    // Told again by the edges.
    fields.0.remove("posts");
    Some(Node {
        label: fields.text("label").unwrap_or_else(|| id.clone()),
        id,
        aliases: fields.list("aliases"),
        mentions: fields.number("mentions"),
        documents: fields.number("documents"),
        first_seen: fields.date("first_seen"),
        last_seen: fields.date("last_seen"),
        facts: facts(kind, &mut fields),
        look: None,
        extra: fields.rest(),
    })
}

fn facts(kind: String, fields: &mut Fields) -> NodeFacts {
    match kind.as_str() {
        "official" => NodeFacts::Official(OfficialFacts {
            scope: fields.text("scope"),
            ranks: fields.list("ranks"),
            posts: Vec::new(),
        }),
        "committee" => NodeFacts::Committee(Committee {
            branch: fields.parsed("branch"),
            level: fields.parsed("level"),
            place: fields.text("place"),
            parent: fields.text("parent"),
        }),
        "directive" => NodeFacts::Directive(DirectiveFacts {
            document_type: fields.text("document_type"),
            number: fields.text("number"),
            symbol: fields.text("symbol"),
            issuer: fields.text("issuer"),
            issue_date: fields.date("issue_date"),
            term: fields.text("term"),
            title: fields.text("title"),
            standing: match fields.truth("stub") {
                true => Standing::Cited,
                false => Standing::Held,
            },
        }),
        "event" => NodeFacts::Event(EventFacts {
            event: Event {
                event_type: fields.text("event_type"),
                place: fields.text("place"),
                organiser: fields.text("organiser"),
            },
            date: fields.date("date"),
        }),
        "document" => NodeFacts::Document(DocumentFacts {
            file: fields.text("file").unwrap_or_default(),
            title: fields.text("title"),
            date: fields.date("date"),
            site: fields.text("site"),
            place: fields.text("place"),
        }),
        _ => NodeFacts::Foreign(kind),
    }
}

fn edge(mut fields: Fields, quotes: &mut Quotes) -> Edge {
    for name in ["id", "key"] {
        fields.0.remove(name);
    }
    let kinds = fields.list("relations");
    let (former, new) = (fields.truth("former"), fields.truth("new"));
    Edge {
        kind: EdgeKind::of(&fields.text("relation").unwrap_or_default()),
        kinds: kinds.iter().map(|name| EdgeKind::of(name)).collect(),
        weight: fields.real("weight").unwrap_or(1.0),
        count: fields.number("count"),
        documents: fields.number("documents"),
        first_seen: fields.date("first_seen"),
        last_seen: fields.date("last_seen"),
        title: fields.text("title"),
        tenure: match (former, new) {
            (true, _) => Tenure::Former,
            (_, true) => Tenure::New,
            _ => Tenure::Held,
        },
        quote: quotes.add(fields.text("quote"), fields.text("quoted_from")),
        association: association(&mut fields),
        extra: fields.rest(),
    }
}

fn association(fields: &mut Fields) -> Option<Association> {
    let [npmi, jaccard, p_value] = ["npmi", "jaccard", "p_value"].map(|name| fields.real(name));
    Some(Association {
        npmi: npmi?,
        jaccard: jaccard?,
        p_value: p_value?,
    })
}

/// Sentences, each once.
#[derive(Default)]
struct Quotes {
    all: Vec<Quote>,
    places: FxHashMap<(String, String), u32>,
}

impl Quotes {
    fn add(&mut self, text: Option<String>, document: Option<String>) -> Option<u32> {
        let quote = (text?, document.unwrap_or_default());
        let next = self.all.len() as u32;
        let place = *self.places.entry(quote.clone()).or_insert(next);
        if place == next {
            let (text, document) = quote;
            self.all.push(Quote { text, document });
        }
        Some(place)
    }
}
