//! Node-link JSON, as vnkg, NetworkX and d3 write it -> the graph in columns.

use serde_json::{Map, Value as Json};

use crate::graph::Orientation;
use crate::graph::columns::{ColumnGraph, Datum, Maker};
use crate::import::Unread;
use crate::import::draft::{Draft, Row};

/// Reads `nodes` and `edges` or `links`. Ids may be text or numbers; attributes may be anything.
///
/// # Errors
/// When the text is no JSON or holds no graph.
pub fn read(text: &str) -> Result<ColumnGraph, Unread> {
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
    let maker = match file.get("graph").map(|graph| &graph["made_by"]) {
        Some(Json::String(name)) if name == "vnkg" => Maker::Vnkg,
        _ => Maker::Other,
    };
    let mut draft = Draft::default();
    for row in nodes {
        let mut row = object(row)?;
        let id = id(row.remove("id")).ok_or(Unread::NoGraph)?;
        let node = draft.add_node(&id);
        fill(&mut draft, node, row);
    }
    for row in edges {
        let mut row = object(row)?;
        let (source, target) = (id(row.remove("source")), id(row.remove("target")));
        let (source, target) = source.zip(target).ok_or(Unread::NoGraph)?;
        row.remove("id");
        row.remove("key");
        let edge = draft.add_edge(&source, &target);
        fill(&mut draft, edge, row);
    }
    draft.finish(orientation, maker)
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

/// Gives a node or an edge its attributes.
fn fill(draft: &mut Draft, row: Row, attributes: Map<String, Json>) {
    for (name, value) in attributes {
        let place = match row {
            Row::Node(_) => draft.nodes().place(&name),
            Row::Edge(_) => draft.edges().place(&name),
        };
        with_datum(value, |datum| draft.set(row, place, datum));
    }
}

fn with_datum(value: Json, mut take: impl FnMut(Datum)) {
    match value {
        Json::Null => {}
        Json::Bool(truth) => take(Datum::Truth(truth)),
        Json::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(whole), _) => take(Datum::Integer(whole)),
            (_, Some(real)) => take(Datum::Real(real)),
            _ => {}
        },
        Json::String(text) => take(Datum::Text(&text)),
        Json::Array(parts) if parts.iter().all(Json::is_string) => {
            let parts: Vec<String> = parts
                .into_iter()
                .filter_map(|part| part.as_str().map(str::to_owned))
                .collect();
            take(Datum::List(&parts));
        }
        // What has parts of its own stays as it was written.
        other => take(Datum::Text(&other.to_string())),
    }
}
