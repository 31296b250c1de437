//! The graph -> the directives that most pages cite, with issuer, date and title.

use super::Findings;
use super::table::Table;
use super::words::{Names, day};
use crate::graph::{DirectiveFacts, Node, NodeFacts};

const SHOWN: usize = 50;

pub(super) fn section(findings: &Findings, names: &Names) -> String {
    let mut cited: Vec<(&Node, &DirectiveFacts)> = findings
        .graph
        .graph
        .node_weights()
        .filter_map(|node| Some((node, directive(node)?)))
        .collect();
    cited.sort_by(|(left, _), (right, _)| {
        let count = |node: &Node| (node.documents, node.mentions);
        count(right)
            .cmp(&count(left))
            .then_with(|| left.id.cmp(&right.id))
    });
    let mut table = Table::new(
        &["directive", "issuer", "date", "title", "pages", "mentions"],
        SHOWN,
    );
    for (node, facts) in cited {
        table.row(&[
            names.name(node).as_str(),
            facts.issuer.as_deref().unwrap_or_default(),
            &day(facts.issue_date),
            facts.title.as_deref().unwrap_or_default(),
            &node.documents.to_string(),
            &node.mentions.to_string(),
        ]);
    }
    format!(
        "## Directives most cited\n\n{}",
        table.finish("`nodes.csv`", "No page cites a directive.")
    )
}

fn directive(node: &Node) -> Option<&DirectiveFacts> {
    match &node.facts {
        NodeFacts::Directive(facts) => Some(facts),
        _ => None,
    }
}
