//! `vnkg explain`: pages -> their text with what was found in it, by which rule, and what it came to.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anstream::{AutoStream, ColorChoice};
use clap::{Args, ValueEnum};

use super::destination::fill;
use super::error::{Error, Outcome};
use super::reading::Reading;
use super::terminal::Terminal;
use crate::explain::words::{Paint, words};
use crate::explain::{Account, explain, html};
use crate::read;

/// Show how pages are read: their mentions in colours, the rule that found each, what it is, and what is said of it
#[derive(Args, Debug)]
#[command(after_help = EXPLANATION)]
pub(super) struct Explain {
    /// Pages: files, folders, or `-` for standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    reading: Reading,
    /// Write HTML, to read the page and the notes side by side
    #[arg(long)]
    html: bool,
    /// Write to this file instead of standard output; a name that ends in `.html` gets HTML
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Colours for mentions; without them there are marks
    #[arg(
        long,
        value_enum,
        value_name = "WHEN",
        default_value = "auto",
        conflicts_with = "html"
    )]
    color: When,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum When {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    Always,
    Never,
}

const EXPLANATION: &str = "\
Below each paragraph stand its mentions with what they are and the rule that found them, and the relations that it
states with the rule and the words. P is an official, C a committee, D a directive, E an event, as in gold files;
without colours mentions are marked as there: ⟦C1:Thành ủy⟧, and ⟦B:...⟧ is no content. All entities follow, each with
its id and its relations.

Examples:
  vnkg explain page.txt
      the page on the terminal
  vnkg explain page.txt --color always | less -R
      the same in a pager
  vnkg explain pages --output pages.html
      a folder of pages in one file for the browser";

impl Explain {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Outcome, Error> {
        let mut accounts = Vec::new();
        let tally = self.reading.each(
            &self.reading.pool()?,
            terminal,
            read::list(&self.files, None),
            |source, lexicon| Ok(explain(source, lexicon)),
            |account| {
                accounts.push(account);
                Ok(())
            },
        )?;
        if accounts.is_empty() {
            return Err(Error::nothing_read(&self.files, &tally));
        }
        fill(self.output.as_deref(), |out| self.write(&accounts, out))?;
        terminal.note(&tally.line());
        Ok(tally.outcome())
    }

    fn write(&self, accounts: &[Account], mut out: &mut dyn Write) -> io::Result<()> {
        if self.html || self.output.as_deref().is_some_and(is_html) {
            return html::write(accounts, &mut out);
        }
        let paint = self.paint();
        for (number, account) in accounts.iter().enumerate() {
            if number > 0 {
                writeln!(out)?;
            }
            out.write_all(words(account, paint).as_bytes())?;
        }
        Ok(())
    }

    fn paint(&self) -> Paint {
        let coloured = match self.color {
            When::Always => true,
            When::Never => false,
            When::Auto => self.output.is_none() && AutoStream::choice(&io::stdout()) != ColorChoice::Never,
        };
        match coloured {
            true => Paint::Colours,
            false => Paint::Marks,
        }
    }
}

fn is_html(path: &Path) -> bool {
    let end = path.extension().unwrap_or_default();
    end.eq_ignore_ascii_case("html") || end.eq_ignore_ascii_case("htm")
}
