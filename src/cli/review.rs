//! `vnkg review`: pages -> a file of pairs that could be one thing, for a person to judge and for builds to obey.

use std::path::PathBuf;

use clap::Args;

use super::destination::fill;
use super::error::{Error, Outcome};
use super::judged::judgements;
use super::pages::Pages;
use super::terminal::Terminal;
use crate::compare::review;
use crate::resolve::{Judgements, join};

/// List what could be one person, body, document or event and was not joined, for you to decide
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Review {
    #[command(flatten)]
    pages: Pages,
    /// The file to judge in; what it says already is kept. Without it the pairs are printed
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Each line of the file is a verdict and two ids; the lines that open with # say why. Write `same` or `different` for
`undecided`, and give the file to later builds.

Examples:
  vnkg review input --output judgements.txt
      every open pair; run it again when there are more pages
  vnkg build input --output output --judgements judgements.txt
      a graph that obeys";

impl Review {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Outcome, Error> {
        let earlier = self.output.as_deref().filter(|path| path.exists());
        let mut judged = earlier.map(judgements).transpose()?.unwrap_or_default();
        let (records, tally) = self.pages.records(terminal)?;
        let corpus = join(&records, &judged, &[]);
        let added = review(&corpus, &mut judged);
        let text = judged.to_string();
        fill(self.output.as_deref(), |out| out.write_all(text.as_bytes()))?;
        terminal.note(&format!("{}; {}", tally.line(), counts(&judged, added)));
        Ok(tally.outcome())
    }
}

fn counts(judged: &Judgements, added: usize) -> String {
    use crate::resolve::judgements::Verdict::{Different, Same, Undecided};
    let [same, different, open] = [Same, Different, Undecided].map(|verdict| judged.pairs(verdict).count());
    format!("pairs: {open} undecided ({added} new), {same} same, {different} different")
}
