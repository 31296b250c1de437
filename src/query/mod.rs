//! A question about a graph -> its answer: words for people, a value for programs, and the part of the graph meant.

pub mod open;
mod evidence;
pub mod names;
mod nearest;
pub mod one;
mod table;
pub mod tie;
pub mod part;
pub mod find;
pub mod show;
pub mod neighbours;
pub mod walkable;
pub mod path;
pub mod ego;
pub mod posts;
pub mod cites;
pub mod select;
pub mod measure;

pub use evidence::Quoted;
pub use one::Unanswered;
pub use open::{GraphFile, Place, open, place};
pub use part::Part;
pub use table::Table;

use serde::Serialize;

/// What a question gives back.
#[derive(Debug)]
pub struct Answer {
    /// For people: lines and tables, ending in a line break.
    pub words: String,
    /// For programs: one JSON value.
    pub json: String,
    /// The nodes and edges that the answer is about.
    pub part: Part,
}

impl Answer {
    fn new(words: String, value: &impl Serialize, part: Part) -> Answer {
        let json = serde_json::to_string_pretty(value);
        let json = json.expect("answers have string keys and finite numbers only");
        Answer { words, json, part }
    }
}
