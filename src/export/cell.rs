//! What formats write: cells, and the columns that they stand in.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'g> {
    Text(Cow<'g, str>),
    List(Vec<Cow<'g, str>>),
    Integer(i64),
    /// Always finite. Written as the shortest decimal that reads back as the same number, with a point or an exponent.
    Real(f64),
    Truth(bool),
}

/// What all cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    Truth,
    /// Fits 32 bits.
    Integer,
    Long,
    Real,
    List,
    Text,
}

/// A column that at least one row fills.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub name: String,
    pub form: Form,
    pub(super) from: From,
}

/// Where a column's cells come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// Index into the table of built-in columns.
    Table(usize),
    /// The name under which nodes or edges have it.
    Extra(String),
    /// A column of a graph in columns, which means what the built-in column of its name means.
    Meant(usize),
    /// Any other column of a graph in columns.
    Column(usize),
}

impl Column {
    /// False for a measure or what another program wrote.
    pub fn is_built_in(&self) -> bool {
        matches!(self.from, From::Table(_) | From::Meant(_))
    }

    /// Whether this is the built-in column of that name.
    pub(super) fn is(&self, name: &str) -> bool {
        self.is_built_in() && self.name == name
    }
}

impl Cell<'_> {
    /// The cell as one text; parts of a list are joined by `; `.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Cell::Text(text) => Cow::Borrowed(text),
            Cell::List(parts) => Cow::Owned(parts.join("; ")),
            _ => {
                let mut text = String::new();
                self.push_to(&mut text);
                Cow::Owned(text)
            }
        }
    }

    /// Appends what [`Cell::text`] is.
    pub fn push_to(&self, out: &mut String) {
        match self {
            Cell::Text(text) => out.push_str(text),
            Cell::List(parts) => {
                for (index, part) in parts.iter().enumerate() {
                    out.push_str(if index > 0 { "; " } else { "" });
                    out.push_str(part);
                }
            }
            // A string takes all that is written to it.
            Cell::Integer(number) => drop(write!(out, "{number}")),
            Cell::Real(number) => out.push_str(zmij::Buffer::new().format_finite(*number)),
            Cell::Truth(truth) => out.push_str(if *truth { "true" } else { "false" }),
        }
    }

    pub fn form(&self) -> Form {
        match self {
            Cell::Text(_) => Form::Text,
            Cell::List(_) => Form::List,
            Cell::Integer(number) if i32::try_from(*number).is_ok() => Form::Integer,
            Cell::Integer(_) => Form::Long,
            Cell::Real(_) => Form::Real,
            Cell::Truth(_) => Form::Truth,
        }
    }
}

impl Form {
    pub(super) fn is_number(self) -> bool {
        matches!(self, Form::Integer | Form::Long | Form::Real)
    }

    /// The form that cells of either form have.
    pub(super) fn or(self, other: Form) -> Form {
        match (self, other) {
            _ if self == other => self,
            (Form::Integer | Form::Long | Form::Real, Form::Integer | Form::Long | Form::Real) => {
                self.max(other)
            }
            _ => Form::Text,
        }
    }
}

/// Names that every format needs for itself.
const TAKEN: [&str; 4] = ["id", "source", "target", "key"];

/// Names that columns have already, capitals ignored.
pub(super) struct Names(BTreeSet<String>);

impl Names {
    pub(super) fn new<'n>(names: impl Iterator<Item = &'n str>) -> Names {
        Names(names.chain(TAKEN).map(str::to_owned).collect())
    }

    /// The name, with underscores where it would be that of another column or of the format.
    pub(super) fn take(&mut self, own: &str) -> String {
        let mut name = own.to_owned();
        while !self.0.insert(name.to_lowercase()) {
            name.push('_');
        }
        name
    }
}
