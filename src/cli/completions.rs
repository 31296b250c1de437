//! `vnkg completions`: the name of a shell -> the script that completes vnkg's arguments in it.

use std::io::{self, Write};
use std::path::Path;

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::Arguments;
use super::error::{Error, Outcome};

/// Print the script that completes vnkg's arguments in a shell
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Completions {
    shell: Shell,
}

const EXAMPLES: &str = "\
Example:
  vnkg completions bash > ~/.local/share/bash-completion/completions/vnkg";

impl Completions {
    pub(super) fn run(&self) -> Result<Outcome, Error> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Arguments::command(), "vnkg", &mut script);
        let written = io::stdout().lock().write_all(&script);
        written.map_err(Error::writing(Path::new("standard output")))?;
        Ok(Outcome::AllRead)
    }
}
