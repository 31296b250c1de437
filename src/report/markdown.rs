//! Findings -> `report.md`: counts, rankings, posts, directives, events, refusals, and what was left open.

use super::table::Table;
use super::words::Names;
use super::{Findings, counts, directives, events, open, posts, ranking};

/// The report as Markdown. The same findings give the same bytes.
pub fn markdown(findings: &Findings) -> String {
    let names = Names::of(findings.graph);
    let mut text = "# What the pages say\n\n".to_owned();
    text += &counts::section(findings);
    text += &ranking::section(findings, &names);
    text += &posts::section(findings, &names);
    text += &directives::section(findings, &names);
    text += &events::section(findings, &names);
    text += &refusals(findings);
    text += &open::section(findings);
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

fn refusals(findings: &Findings) -> String {
    let mut table = Table::new(&["page", "reason"], usize::MAX);
    for refusal in findings.refused {
        table.row(&[&refusal.name, &refusal.reason.to_string()]);
    }
    format!(
        "## Refused pages\n\n{}",
        table.finish("", "None: every page was read.")
    )
}
