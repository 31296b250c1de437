//! The graph -> the table of posts: who holds, held or received which, where, and when pages said so.

use super::Findings;
use super::table::Table;
use super::words::{Names, alphabetical, day};
use crate::graph::{Node, NodeFacts, Post, Tenure};

const SHOWN: usize = 1000;

pub(super) fn section(findings: &Findings, names: &Names) -> String {
    let mut posts: Vec<(&Node, &Post)> = findings
        .graph
        .graph
        .node_weights()
        .flat_map(|node| held(node).map(move |post| (node, post)))
        .collect();
    posts.sort_by_cached_key(|(node, post)| {
        (
            alphabetical(&post.committee),
            alphabetical(post.title.as_deref().unwrap_or_default()),
            node.id.clone(),
        )
    });
    let mut table = Table::new(
        &["body", "post", "official", "", "first seen", "last seen"],
        SHOWN,
    );
    for (node, post) in posts {
        table.row(&[
            post.committee.as_str(),
            post.title.as_deref().unwrap_or_default(),
            &names.name(node),
            tenure(post.tenure),
            &day(post.first_seen),
            &day(post.last_seen),
        ]);
    }
    format!(
        "## Posts\n\nBy body. *Former* and *new* are as the latest page that names the post puts it; the dates are those of the pages.\n\n{}",
        table.finish("`edges.csv`", "No page gives anyone a post.")
    )
}

fn held(node: &Node) -> impl Iterator<Item = &Post> {
    match &node.facts {
        NodeFacts::Official(official) => official.posts.iter(),
        _ => [].iter(),
    }
}

fn tenure(tenure: Tenure) -> &'static str {
    match tenure {
        Tenure::Held => "",
        Tenure::Former => "former",
        Tenure::New => "new",
    }
}
