//! Words, with tones or without -> everything that bears such a name, the closest first.

use serde::Serialize;

use crate::graph::{KnowledgeGraph, Node};
use crate::query::names::search;
use crate::query::nearest::nearest;
use crate::query::tie::{Named, about};
use crate::query::{Answer, Part, Table, Unanswered};

#[derive(Serialize)]
struct Hit<'g> {
    #[serde(flatten)]
    named: Named<'g>,
    about: String,
    mentions: u32,
    documents: u32,
}

/// Finds nodes of these kinds, all kinds if empty; not more than `limit`, where one is given.
///
/// # Errors
/// When nothing bears such a name.
pub fn find(
    knowledge: &KnowledgeGraph,
    words: &str,
    kinds: &[String],
    limit: Option<usize>,
) -> Result<Answer, Unanswered> {
    let of_kind = |node: &Node| kinds.is_empty() || kinds.iter().any(|kind| kind == node.kind_name());
    let mut found = search(knowledge, words);
    found.retain(|it| of_kind(&knowledge.graph[it.node]));
    if found.is_empty() {
        return Err(Unanswered::Unknown {
            words: words.to_owned(),
            among: if kinds.is_empty() {
                "in the graph"
            } else {
                "of these kinds"
            },
            nearest: nearest(knowledge, words, of_kind),
        });
    }
    let left_out = limit.map_or(0, |limit| found.len().saturating_sub(limit));
    found.truncate(found.len() - left_out);
    let mut table = Table::new(&["name", "about", "mentions", "pages", "id"]);
    let mut hits = Vec::new();
    for it in &found {
        let node = &knowledge.graph[it.node];
        let hit = Hit {
            named: Named::new(knowledge, it.node),
            about: about(knowledge, it.node),
            mentions: node.mentions,
            documents: node.documents,
        };
        table.row([
            node.label.clone(),
            hit.about.clone(),
            hit.mentions.to_string(),
            hit.documents.to_string(),
            node.id.clone(),
        ]);
        hits.push(hit);
    }
    let mut text = table.to_string();
    if left_out > 0 {
        text += &format!("and {left_out} more\n");
    }
    let part = Part::default().with_nodes(found.iter().map(|it| it.node));
    Ok(Answer::new(text, &hits, part))
}
