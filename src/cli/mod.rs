//! Arguments of the program -> files, messages and an exit code.

mod answer;
mod build;
mod completions;
mod destination;
mod diff;
mod error;
mod evaluate;
mod explain;
mod export;
mod extract;
mod formats;
mod golds;
mod interrupt;
mod judged;
mod merge;
mod metrics;
mod pages;
mod query;
mod reading;
mod records;
mod review;
mod snapshots;
mod staging;
mod stream;
mod summary;
mod tally;
mod terminal;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use error::Error;
use terminal::{Speech, Terminal};

/// Reads Vietnamese political and government pages and builds a knowledge graph of officials, committees, directives
/// and events.
#[derive(Debug, Parser)]
#[command(name = "vnkg", version, after_help = EXIT_CODES, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// Say nothing but errors and what was refused
    #[arg(long, short, global = true)]
    quiet: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    Build(build::Build),
    Extract(extract::Extract),
    Explain(explain::Explain),
    Evaluate(evaluate::Evaluate),
    Export(export::Export),
    Query(query::Query),
    Diff(diff::Diff),
    Merge(merge::Merge),
    Metrics(metrics::Metrics),
    Review(review::Review),
    Snapshots(snapshots::Snapshots),
    Completions(completions::Completions),
}

const EXIT_CODES: &str = "\
Exit codes:
  0  every page was read
  1  nothing could be done
  2  the arguments are wrong
  3  some pages were refused; the rest was done";

/// Runs the program on the arguments it was started with.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let terminal = Terminal::new(if arguments.quiet {
        Speech::Terse
    } else {
        Speech::Full
    });
    let outcome = match arguments.command {
        Command::Build(build) => build.run(&terminal),
        Command::Extract(extract) => extract.run(&terminal),
        Command::Explain(explain) => explain.run(&terminal),
        Command::Evaluate(evaluate) => evaluate.run(&terminal),
        Command::Export(export) => export.run(&terminal),
        Command::Query(query) => query.run(),
        Command::Diff(diff) => diff.run(),
        Command::Merge(merge) => merge.run(&terminal),
        Command::Metrics(metrics) => metrics.run(),
        Command::Review(review) => review.run(&terminal),
        Command::Snapshots(snapshots) => snapshots.run(&terminal),
        Command::Completions(completions) => completions.run(),
    };
    match outcome {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            if !matches!(error, Error::Closed) {
                terminal.error(&error);
            }
            error.code()
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_arguments_do_not_contradict_each_other() {
        super::Arguments::command().debug_assert();
    }
}
