//! A graph, a format and a place -> the file or the folder of files there, whole or not at all.

use std::path::Path;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::destination::fill;
use super::error::Error;
use super::staging::Staging;
use crate::export::{Format, Graph, Output, ParallelEdges, files};
use crate::graph::Evidence;

/// The formats by their names.
pub(super) fn formats() -> impl TypedValueParser<Value = Format> {
    named(|format| PossibleValue::new(format.name()))
}

/// The formats by their names; the long help says what each keeps.
pub(super) fn explained_formats() -> impl TypedValueParser<Value = Format> {
    named(|format| PossibleValue::new(format.name()).help(format.keeps()))
}

fn named(value: fn(&Format) -> PossibleValue) -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.iter().map(value))
        .map(|name| Format::of(&name).expect("only the names of formats are let through"))
}

/// The format that the ending of a file's name tells.
pub(super) fn format_of(path: &Path) -> Option<Format> {
    Format::of_file(path.file_name()?.to_str()?)
}

/// Writes a graph to a file, into a folder that is there, or to standard output where no path is given. Formats of
/// several files make the folder.
///
/// # Errors
/// When it cannot be written, or the format cannot go there.
pub(super) fn write_graph<'g>(
    graph: impl Into<Graph<'g>>,
    evidence: &'g Evidence,
    (format, edges): (Format, ParallelEdges),
    output: Option<&Path>,
) -> Result<(), Error> {
    let files = files(format, graph, evidence, edges);
    match (files.as_slice(), output) {
        ([_], None) if !format.is_text() => Err(Error::NoText(format.name())),
        (_, Some(folder)) if folder.is_dir() => write_all(&files, folder),
        ([file], _) => fill(output, |out| (file.write)(out)),
        (_, Some(folder)) if !is_file(folder, format) => write_all(&files, folder),
        _ => Err(Error::SeveralFiles(format.name())),
    }
}

/// Whether this is a file, or would be one by its name.
fn is_file(path: &Path, format: Format) -> bool {
    let ending = path.extension();
    let of_format = |file: &&str| ending.is_some() && Path::new(file).extension() == ending;
    path.exists() || format.files().iter().any(of_format)
}

fn write_all(files: &[Output], folder: &Path) -> Result<(), Error> {
    let staging = Staging::new(folder)?;
    for file in files {
        staging.fill(file.name, |out| (file.write)(out))?;
    }
    staging.finish()
}
