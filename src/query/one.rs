//! The words that a question names something by -> the one node meant, or why it cannot be told.

use std::fmt;

use petgraph::graph::NodeIndex;

use crate::graph::{KnowledgeGraph, Node};
use crate::query::Table;
use crate::query::names::{plain, search};
use crate::query::nearest::nearest;
use crate::query::tie::about;

/// Candidates that are listed.
const LISTED: usize = 12;

/// Why a question has no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unanswered {
    #[error("nothing {among} is called `{words}`{}", Nearest(.nearest))]
    Unknown {
        words: String,
        /// Where was looked, for example `among the directives`.
        among: &'static str,
        nearest: Vec<String>,
    },
    #[error("`{words}` can be {count} things; ask again with the id of one:\n{candidates}")]
    Ambiguous {
        words: String,
        count: usize,
        candidates: String,
    },
    #[error("no path joins `{from}` and `{to}`{}", .advice)]
    Unconnected {
        from: String,
        to: String,
        advice: &'static str,
    },
}

/// `; did you mean A, B or C?`
struct Nearest<'a>(&'a [String]);

impl fmt::Display for Nearest<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, name) in self.0.iter().enumerate() {
            let before = match index {
                0 => "; did you mean ",
                _ if index + 1 == self.0.len() => " or ",
                _ => ", ",
            };
            write!(out, "{before}`{name}`")?;
        }
        out.write_str(if self.0.is_empty() { "" } else { "?" })
    }
}

/// Which nodes a question can be about.
#[derive(Clone, Copy, Debug)]
pub struct Among {
    pub takes: fn(&Node) -> bool,
    /// For example `among the directives`.
    pub words: &'static str,
}

/// Everything in the graph.
pub const ANYTHING: Among = Among {
    takes: |_| true,
    words: "in the graph",
};

/// The node whose id, name or other form the words are. Words that are part of a single name are enough; marks may be
/// left out, all of them.
///
/// # Errors
/// When nothing or more than one thing answers to the words.
pub fn one(knowledge: &KnowledgeGraph, words: &str, among: Among) -> Result<NodeIndex, Unanswered> {
    let mut found = search(knowledge, words);
    // Who types tones means them: Trần Hùng is not Trần Hưng.
    let tones_count = plain(words) != words;
    found.retain(|it| (among.takes)(&knowledge.graph[it.node]) && !(tones_count && it.closeness.is_plain()));
    let Some(first) = found.first().copied() else {
        return Err(Unanswered::Unknown {
            words: words.to_owned(),
            among: among.words,
            nearest: nearest(knowledge, words, among.takes),
        });
    };
    let is_page = |node: NodeIndex| knowledge.graph[node].is_document();
    found.retain(|it| is_page(it.node) == is_page(first.node));
    // A whole name is meant before any longer one; parts of names are all alike.
    if let Some(whole) = found.iter().map(|it| it.closeness).find(|it| it.is_whole()) {
        found.retain(|it| it.closeness == whole);
    }
    match found.as_slice() {
        [only] => Ok(only.node),
        _ => Err(Unanswered::Ambiguous {
            words: words.to_owned(),
            count: found.len(),
            candidates: candidates(knowledge, found.iter().map(|it| it.node)),
        }),
    }
}

fn candidates(knowledge: &KnowledgeGraph, nodes: impl ExactSizeIterator<Item = NodeIndex>) -> String {
    let left_out = nodes.len().saturating_sub(LISTED);
    let mut table = Table::new(&["id", "name", "about"]);
    for node in nodes.take(LISTED) {
        let weight = &knowledge.graph[node];
        table.row([weight.id.clone(), weight.label.clone(), about(knowledge, node)]);
    }
    let rows = table.to_string();
    let mut lines: Vec<String> = rows.lines().skip(1).map(|line| format!("  {line}")).collect();
    if left_out > 0 {
        lines.push(format!("  and {left_out} more"));
    }
    lines.join("\n")
}
