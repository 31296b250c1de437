//! What is said to the person at the terminal: errors, refusals, notes and a progress bar, all on standard error.

use std::fmt::Display;
use std::io::{self, IsTerminal, Write};

use anstyle::{AnsiColor, Style};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::read::Refusal;

/// How much the person wants to hear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Speech {
    Full,
    /// Errors and refusals alone.
    Terse,
}

/// Standard error, which may be a terminal, and how much the person wants to hear.
#[derive(Debug)]
pub(super) struct Terminal {
    speech: Speech,
    bar: ProgressBar,
}

impl Terminal {
    pub(super) fn new(speech: Speech) -> Terminal {
        Terminal {
            speech,
            bar: ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()),
        }
    }

    /// Shows a bar for so many pages, on a terminal only.
    pub(super) fn start(&self, pages: usize) {
        if self.speech == Speech::Terse || !io::stderr().is_terminal() {
            return;
        }
        let style = ProgressStyle::with_template("{bar:40} {pos} of {len} pages, {per_sec}, {eta} left");
        self.bar
            .set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        self.bar.set_length(pages as u64);
        self.bar.set_draw_target(ProgressDrawTarget::stderr());
    }

    pub(super) fn advance(&self) {
        self.bar.inc(1);
    }

    /// Takes the bar away.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }

    pub(super) fn error(&self, error: &dyn Display) {
        self.finish();
        self.say(AnsiColor::Red, "error:", error);
    }

    pub(super) fn refused(&self, refusal: &Refusal) {
        let words = format!("`{}`: {}", visible(&refusal.name), refusal.reason);
        self.say(AnsiColor::Yellow, "refused:", &words);
    }

    /// Says what is good to know and no error.
    pub(super) fn note(&self, words: &dyn Display) {
        if self.speech == Speech::Full {
            self.bar.suspend(|| write_line(format_args!("{words}")));
        }
    }

    fn say(&self, colour: AnsiColor, kind: &str, words: &dyn Display) {
        let style = Style::new().bold().fg_color(Some(colour.into()));
        self.bar
            .suspend(|| write_line(format_args!("{style}{kind}{style:#} {words}")));
    }
}

/// Whatever happens to standard error, the work goes on.
fn write_line(words: std::fmt::Arguments) {
    let _ = writeln!(anstream::stderr().lock(), "{words}");
}

/// A file name cannot break the line or colour the terminal.
fn visible(name: &str) -> String {
    let shown = |letter: char| match letter.is_control() {
        true => letter.escape_default().to_string(),
        false => letter.to_string(),
    };
    name.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_in_a_name_are_written_out_and_letters_kept() {
        assert_eq!(visible("Hà\n\u{1b}[31mNội"), "Hà\\n\\u{1b}[31mNội");
    }
}
