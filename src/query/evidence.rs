//! The `evidence.jsonl` beside a graph -> the mentions of one entity, with their sentences.

use std::fs::File;
use std::io::{BufRead, BufReader, ErrorKind};
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::import::NoEvidence;

/// A mention as evidence tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quoted {
    pub document: String,
    pub text: String,
    pub start: u32,
    pub end: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sentence: Option<String>,
}

/// The lines that tell mentions; relations have no `entity`.
#[derive(Deserialize)]
struct Line {
    entity: Option<String>,
    zone: Option<String>,
    #[serde(flatten)]
    rest: serde_json::Value,
}

/// The mentions of an entity in content, in the order of documents and text. No file is no evidence.
///
/// # Errors
/// When the file cannot be read or holds something else.
pub(super) fn mentions(path: &Path, id: &str) -> Result<Vec<Quoted>, NoEvidence> {
    let unreadable = |cause| NoEvidence::Unreadable {
        path: path.to_owned(),
        cause,
    };
    let file = match File::open(path) {
        Ok(file) => file,
        Err(cause) if cause.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(cause) => return Err(unreadable(cause)),
    };
    // Most lines are of others; only those that could name the entity are taken apart.
    let opening = serde_json::to_string(id).unwrap_or_default();
    let mut found = Vec::new();
    for (number, line) in BufReader::new(file).lines().enumerate() {
        let line = line.map_err(unreadable)?;
        if !line.contains(&opening) {
            continue;
        }
        let fault = |cause| NoEvidence::Line {
            path: path.to_owned(),
            line: number + 1,
            cause,
        };
        let line: Line = serde_json::from_str(&line).map_err(fault)?;
        if line.entity.as_deref() == Some(id) && line.zone.as_deref() != Some("boilerplate") {
            found.push(serde_json::from_value(line.rest).map_err(fault)?);
        }
    }
    Ok(found)
}
