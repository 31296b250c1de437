//! A value of an attribute that has no field of its own: a measure, or what another program wrote.

use serde::{Deserialize, Serialize};

/// A piece of text, a number or a truth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    Truth(bool),
    Integer(i64),
    Real(f64),
    Text(String),
}
