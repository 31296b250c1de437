//! The attributes of a node or an edge by their names -> the node or the edge.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value as Json;

use crate::graph::{
    Association, Date, DirectiveFacts, DocumentFacts, Edge, EdgeKind, EventFacts, Look, Node, NodeFacts,
    OfficialFacts, Quote, Standing, Tenure, Value,
};
use crate::resolve::record::{Committee, Event};

/// The members of an object that were not used yet.
pub(super) struct Fields(pub BTreeMap<String, Json>);

impl Fields {
    pub fn text(&mut self, name: &str) -> Option<String> {
        match self.0.remove(name)? {
            Json::String(text) => Some(text),
            _ => None,
        }
    }

    /// Ids of other programs can be numbers.
    pub fn word(&mut self, name: &str) -> Option<String> {
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
            // GraphML has no lists.
            Some(Json::String(text)) => text.split("; ").map(str::to_owned).collect(),
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

/// A node with this id.
pub(super) fn node(id: String, mut fields: Fields) -> Node {
    let kind = fields.text("kind").unwrap_or_default();
    // Told again by the edges.
    fields.0.remove("posts");
    Node {
        label: fields.text("label").unwrap_or_else(|| id.clone()),
        id,
        aliases: fields.list("aliases"),
        mentions: fields.number("mentions"),
        documents: fields.number("documents"),
        first_seen: fields.date("first_seen"),
        last_seen: fields.date("last_seen"),
        facts: facts(kind, &mut fields),
        look: look(&mut fields),
        extra: fields.rest(),
    }
}

/// Only a whole look is one; an `x` alone is an attribute like any other.
fn look(fields: &mut Fields) -> Option<Look> {
    let number = |name: &str| fields.0.get(name)?.as_f64();
    let [x, y, size] = ["x", "y", "size"].map(number);
    let colour = ["r", "g", "b"].map(|name| Some(fields.0.get(name)?.as_u64()?.min(255) as u8));
    let (x, y, size) = (x?, y?, size?);
    let colour = [colour[0]?, colour[1]?, colour[2]?];
    for name in ["x", "y", "size", "r", "g", "b"] {
        fields.0.remove(name);
    }
    Some(Look { x, y, size, colour })
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

/// An edge, and the sentence that it quotes.
pub(super) fn edge(mut fields: Fields) -> (Edge, Option<Quote>) {
    let quote = fields.text("quote").map(|text| Quote {
        text,
        document: fields.text("quoted_from").unwrap_or_default(),
    });
    let kinds = fields.list("relations");
    let (former, new) = (fields.truth("former"), fields.truth("new"));
    let edge = Edge {
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
        quote: None,
        association: association(&mut fields),
        extra: fields.rest(),
    };
    (edge, quote)
}

fn association(fields: &mut Fields) -> Option<Association> {
    let [npmi, jaccard, p_value] = ["npmi", "jaccard", "p_value"].map(|name| fields.real(name));
    Some(Association {
        npmi: npmi?,
        jaccard: jaccard?,
        p_value: p_value?,
    })
}
