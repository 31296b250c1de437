//! One difference between a gold file and a record, as a sentence a person can act on.

use std::fmt;

use serde::Serialize;

use crate::resolve::record::{Kind, RelationKind};

/// One thing that was missed, wrongly found or wrongly said. `doc` is the stem of the gold file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "miss", rename_all = "snake_case")]
pub enum Miss {
    /// The gold file has no record at all.
    NoRecord { doc: String },
    /// A required mention was not found.
    Missed { doc: String, kind: Kind, text: String },
    /// A required mention was found with other ends.
    Span {
        doc: String,
        kind: Kind,
        text: String,
        found: String,
    },
    /// Something was marked that is no mention; `around` holds it with 25 code points on each side.
    Wrong {
        doc: String,
        kind: Kind,
        text: String,
        around: String,
    },
    /// A mention lies in boilerplate.
    Leak { doc: String, kind: Kind, text: String },
    /// The mentions of an entity were all given to others, or none was found.
    NoEntity { doc: String, kind: Kind, name: String },
    /// The record has an entity that no gold entity is.
    ExtraEntity { doc: String, kind: Kind, name: String },
    /// The canonical name differs.
    Name {
        doc: String,
        kind: Kind,
        name: String,
        given: String,
    },
    /// The date differs or is less exact.
    Date {
        doc: String,
        name: String,
        date: String,
        given: Option<String>,
    },
    /// A stated relation was not found.
    MissedRelation {
        doc: String,
        source: String,
        relation: RelationKind,
        target: String,
    },
    /// A relation was found that the text does not state.
    WrongRelation {
        doc: String,
        source: String,
        relation: RelationKind,
        target: String,
    },
    /// A post was found under other titles.
    Title {
        doc: String,
        name: String,
        title: String,
        given: Vec<String>,
    },
}

impl fmt::Display for Miss {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Miss::NoRecord { doc } => write!(out, "{doc}: no record of this page"),
            Miss::Missed { doc, kind, text } => write!(out, "{doc}: missed {} {text:?}", kind.name()),
            Miss::Span {
                doc,
                kind,
                text,
                found,
            } => {
                write!(out, "{doc}: span of {} {text:?} found as {found:?}", kind.name())
            }
            Miss::Wrong {
                doc,
                kind,
                text,
                around,
            } => {
                write!(out, "{doc}: wrong {} {text:?} in {around:?}", kind.name())
            }
            Miss::Leak { doc, kind, text } => {
                write!(out, "{doc}: {} {text:?} lies in boilerplate", kind.name())
            }
            Miss::NoEntity { doc, kind, name } => {
                write!(out, "{doc}: no entity of its own for {} {name:?}", kind.name())
            }
            Miss::ExtraEntity { doc, kind, name } => {
                write!(out, "{doc}: extra entity {} {name:?}", kind.name())
            }
            Miss::Name {
                doc,
                kind,
                name,
                given,
            } => {
                write!(out, "{doc}: name of {} {name:?} given as {given:?}", kind.name())
            }
            Miss::Date {
                doc,
                name,
                date,
                given,
            } => match given {
                Some(given) => write!(out, "{doc}: date of {name:?} is {date}, given as {given}"),
                None => write!(out, "{doc}: date of {name:?} is {date}, not given"),
            },
            Miss::MissedRelation {
                doc,
                source,
                relation,
                target,
            }
            | Miss::WrongRelation {
                doc,
                source,
                relation,
                target,
            } => {
                let fault = match self {
                    Miss::MissedRelation { .. } => "missed",
                    _ => "wrong",
                };
                let relation = relation.name();
                write!(out, "{doc}: {fault} relation {source:?} {relation} {target:?}")
            }
            Miss::Title {
                doc,
                name,
                title,
                given,
            } => {
                write!(out, "{doc}: title of {name:?} is {title:?}, given as {given:?}")
            }
        }
    }
}
