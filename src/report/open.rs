//! The corpus -> what was decided about identity, and what was left for people to decide.

use std::collections::BTreeMap;

use super::Findings;
use super::table::Table;
use crate::resolve::record::Unresolved;

const PROPOSALS: usize = 1000;
const EXAMPLES: usize = 3;

pub(super) fn section(findings: &Findings) -> String {
    format!(
        "## Left open\n\n### Joined across pages\n\n{}### Perhaps the same, not joined\n\n{}### Seen and not resolved\n\n{}",
        merges(findings),
        proposals(findings),
        unresolved(findings),
    )
}

fn merges(findings: &Findings) -> String {
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    for merge in &findings.corpus.merges {
        *rules.entry(merge.rule.as_ref()).or_default() += 1;
    }
    let mut table = Table::new(&["because", "times"], usize::MAX);
    for (rule, times) in rules {
        table.row(&[rule, &times.to_string()]);
    }
    table.finish("", "Nothing that was written in two ways had to be joined.")
}

fn proposals(findings: &Findings) -> String {
    let mut table = Table::new(&["one", "other", "because"], PROPOSALS);
    for proposal in &findings.corpus.proposals {
        table.row(&[&proposal.left, &proposal.right, &proposal.reason]);
    }
    table.finish("a build of fewer pages", "None.")
}

/// Reasons with the number of times, the most frequent first, and the first words that gave each.
fn unresolved(findings: &Findings) -> String {
    let mut reasons: BTreeMap<&str, Vec<(&Unresolved, &str)>> = BTreeMap::new();
    for record in &findings.corpus.records {
        for one in &record.unresolved {
            reasons
                .entry(one.reason.as_ref())
                .or_default()
                .push((one, &record.doc));
        }
    }
    let mut reasons: Vec<_> = reasons.into_iter().collect();
    reasons.sort_by_key(|(reason, cases)| (usize::MAX - cases.len(), *reason));
    let mut table = Table::new(&["because", "times", "for example"], usize::MAX);
    for (reason, cases) in reasons {
        let examples: Vec<String> = cases
            .iter()
            .take(EXAMPLES)
            .map(|(one, doc)| format!("“{}” ({doc})", one.text))
            .collect();
        table.row(&[reason, &cases.len().to_string(), &examples.join("; ")]);
    }
    table.finish("", "Nothing.")
}
