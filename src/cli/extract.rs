//! `vnkg extract`: pages -> extraction records, one JSON object a line.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use super::error::{Error, Outcome};
use super::pages::Pages;
use super::staging::Staging;
use super::tally::Tally;
use super::terminal::Terminal;
use crate::resolve::Record;

/// Write what each page says as JSON Lines: one record a page, in the order of the pages
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Extract {
    #[command(flatten)]
    pages: Pages,
    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  vnkg extract input > records.jsonl
      every page below `input`, sorted by name
  vnkg extract input | jq -r '.entities[] | select(.kind == \"official\") | .name' | sort | uniq -c
      how many pages name each official
  cat page.txt | vnkg extract -
      one page from another program";

impl Extract {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Outcome, Error> {
        let tally = match &self.output {
            None => self.write(terminal, Path::new("standard output"), &mut io::stdout().lock()),
            Some(path) if is_written_in_place(path) => self.write_in_place(terminal, path),
            Some(path) => self.write_file(terminal, path),
        }?;
        terminal.note(&tally.line());
        Ok(tally.outcome())
    }

    fn write(&self, terminal: &Terminal, path: &Path, out: &mut dyn Write) -> Result<Tally, Error> {
        let mut out = BufWriter::with_capacity(1 << 16, out);
        let tally = self.pages.each(
            &self.pages.pool()?,
            terminal,
            self.pages.list(None),
            line,
            |line| out.write_all(&line).map_err(Error::writing(path)),
        )?;
        out.flush().map_err(Error::writing(path))?;
        Ok(tally)
    }

    fn write_in_place(&self, terminal: &Terminal, path: &Path) -> Result<Tally, Error> {
        let mut file = std::fs::OpenOptions::new()
            .write(true)
            .open(path)
            .map_err(Error::writing(path))?;
        self.write(terminal, path, &mut file)
    }

    fn write_file(&self, terminal: &Terminal, path: &Path) -> Result<Tally, Error> {
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
        let staging = Staging::new(parent.unwrap_or(Path::new(".")))?;
        let mut tally = None;
        staging.write(path.file_name().unwrap_or_default(), |out| {
            tally = Some(self.write(terminal, path, out)?);
            Ok(())
        })?;
        staging.finish()?;
        Ok(tally.expect("written above"))
    }
}

/// A pipe or a device is no file that could be replaced.
fn is_written_in_place(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir())
}

fn line(record: Record) -> Vec<u8> {
    let mut line = serde_json::to_vec(&record).expect("a record has string keys and finite numbers only");
    line.push(b'\n');
    line
}
