//! A data file of the lexicon -> its rows, checked: header as expected, every row as wide as the header.

use thiserror::Error;

/// What is wrong with a data file.
#[derive(Debug, Error)]
pub enum LexiconError {
    #[error(
        "lexicon file `{file}` begins with `{found}`; its first line must be `{wanted}` (columns apart by tabs)"
    )]
    Header {
        file: String,
        found: String,
        wanted: String,
    },
    #[error(
        "lexicon file `{file}`, line {line}: {found} columns, {wanted} are needed; separate them by tabs"
    )]
    Width {
        file: String,
        line: usize,
        found: usize,
        wanted: usize,
    },
    #[error("lexicon file `{file}`, line {line}: `{value}` is no {column}; write one of {choices}")]
    Value {
        file: String,
        line: usize,
        value: String,
        column: &'static str,
        choices: String,
    },
    #[error("cannot read lexicon folder `{folder}`: {reason}")]
    Folder { folder: String, reason: std::io::Error },
    #[error("cannot read lexicon file `{file}`: {reason}")]
    File { file: String, reason: std::io::Error },
    #[error("`{file}` is no lexicon file; the names are {known}")]
    Unknown { file: String, known: String },
}

impl LexiconError {
    /// A file that none of `files` is called.
    pub(super) fn unknown(file: &str, files: &[(&str, &str)]) -> LexiconError {
        let known: Vec<&str> = files.iter().map(|(known, _)| *known).collect();
        LexiconError::Unknown {
            file: file.to_owned(),
            known: known.join(", "),
        }
    }
}

/// One row: where it stands and its cells.
#[derive(Clone, Debug)]
pub(super) struct Row<'t> {
    pub line: usize,
    pub cells: Vec<&'t str>,
}

impl<'t> Row<'t> {
    /// The parts of a cell that holds a list (`;` between them).
    pub fn list(&self, column: usize) -> impl Iterator<Item = &'t str> + use<'t> {
        self.cells[column]
            .split(';')
            .map(str::trim)
            .filter(|part| !part.is_empty())
    }
}

/// The rows of `text`, whose header must be `columns`. Blank lines are skipped.
pub(super) fn rows<'t>(file: &str, text: &'t str, columns: &[&str]) -> Result<Vec<Row<'t>>, LexiconError> {
    let mut lines = text.lines().enumerate();
    let header = lines
        .next()
        .map_or("", |(_, line)| line.trim_start_matches('\u{FEFF}'));
    if !header.split('\t').eq(columns.iter().copied()) {
        return Err(LexiconError::Header {
            file: file.to_owned(),
            found: header.chars().take(80).collect(),
            wanted: columns.join("\t"),
        });
    }
    let mut found = Vec::new();
    for (index, line) in lines {
        if line.trim().is_empty() {
            continue;
        }
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        if cells.len() != columns.len() {
            return Err(LexiconError::Width {
                file: file.to_owned(),
                line: index + 1,
                found: cells.len(),
                wanted: columns.len(),
            });
        }
        found.push(Row {
            line: index + 1,
            cells,
        });
    }
    Ok(found)
}
