//! Node-link JSON, as vnkg, NetworkX and d3 write it -> the knowledge graph.

use serde_json::{Map, Value as Json};

use crate::graph::{KnowledgeGraph, Orientation, Value};
use crate::import::{Attributes, Datum, Draft, Unread};

/// Reads `nodes` and `edges` or `links`. Ids may be text or numbers; attributes may be anything.
pub fn read(text: &str) -> Result<KnowledgeGraph, Unread> {
    let mut file: Map<String, Json> = serde_json::from_str(text.trim_start_matches('\u{feff}'))?;
    let mut list = |name: &str| match file.remove(name) {
        Some(Json::Array(rows)) => Some(rows),
        _ => None,
    };
    let nodes = list("nodes").ok_or(Unread::NoGraph)?;
    let edges = list("edges").or_else(|| list("links")).ok_or(Unread::NoGraph)?;
    let orientation = match file.get("directed") {
        Some(Json::Bool(false)) => Orientation::Undirected,
        _ => Orientation::Directed,
    };
    let mut draft = Draft::default();
    for row in nodes {
        let mut row = object(row)?;
        let id = id(row.remove("id")).ok_or(Unread::NoGraph)?;
        draft.add_node(&id, attributes(row))?;
    }
    for row in edges {
        let mut row = object(row)?;
        let (source, target) = (id(row.remove("source")), id(row.remove("target")));
        let (source, target) = source.zip(target).ok_or(Unread::NoGraph)?;
        row.remove("id");
        row.remove("key");
        draft.add_edge(&source, &target, attributes(row))?;
    }
    Ok(draft.finish(orientation))
}

fn object(row: Json) -> Result<Map<String, Json>, Unread> {
    match row {
        Json::Object(row) => Ok(row),
        _ => Err(Unread::NoGraph),
    }
}

fn id(value: Option<Json>) -> Option<String> {
    match value? {
        Json::String(id) => Some(id),
        Json::Number(id) => Some(id.to_string()),
        _ => None,
    }
}

fn attributes(row: Map<String, Json>) -> Attributes {
    row.into_iter()
        .filter_map(|(name, value)| Some((name, datum(value)?)))
        .collect()
}

fn datum(value: Json) -> Option<Datum> {
    let one = match value {
        Json::Null => return None,
        Json::Bool(truth) => Value::Truth(truth),
        Json::Number(number) => match number.as_i64() {
            Some(whole) => Value::Integer(whole),
            None => Value::Real(number.as_f64()?),
        },
        Json::String(text) => Value::Text(text),
        Json::Array(parts) if parts.iter().all(Json::is_string) => {
            let parts = parts
                .into_iter()
                .filter_map(|part| part.as_str().map(str::to_owned));
            return Some(Datum::Many(parts.collect()));
        }
        // What has parts of its own stays as it was written.
        other => Value::Text(other.to_string()),
    };
    Some(Datum::One(one))
}
