//! Files of extraction records among the inputs -> their records, each once, as if their pages were read again.

use std::collections::BTreeSet;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
use std::io::{self, Read};
use std::path::Path;

use super::error::Error;
use super::tally::Tally;
use super::terminal::Terminal;
use crate::compare::merge::{line, parse};
use crate::read::{Fault, Refusal, Skipped};
use crate::resolve::Record;

/// Whether the name of an input says that it holds records.
pub(super) fn are_records(input: &Path) -> bool {
    let end = input.extension().unwrap_or_default();
    end.eq_ignore_ascii_case("jsonl") && !input.is_dir()
}

/// Hands every record of the files to `take`, in their order. A file with a line that is no record is refused whole; a
/// record that came before counts as named twice.
///
/// # Errors
/// Those of `take`.
pub(super) fn each_record<'a>(
    files: impl Iterator<Item = &'a Path>,
    terminal: &Terminal,
    tally: &mut Tally,
    mut take: impl FnMut(Record) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut seen = BTreeSet::new();
    let hasher = BuildHasherDefault::<DefaultHasher>::default();
    for file in files {
        match read(file) {
            Ok(records) => {
                for record in records {
                    // Two lines of one document with one hash are one line.
                    if seen.insert((record.doc.clone(), hasher.hash_one(line(&record)))) {
                        tally.read += 1;
                        take(record)?;
                    } else {
                        tally.skipped.push(Skipped::Twice);
                    }
                }
            }
            Err(reason) => {
                let name = file.display().to_string();
                let refusal = Refusal { name, reason };
                terminal.refused(&refusal);
                tally.refused.push(refusal);
            }
        }
    }
    Ok(())
}

fn read(file: &Path) -> Result<Vec<Record>, Fault> {
    let records = parse(&text_of(file)?).map_err(|fault| Fault::no_record(fault.line, &fault.cause))?;
    match records.is_empty() {
        true => Err(Fault::Empty),
        false => Ok(records),
    }
}

/// The text of a file of records.
///
/// # Errors
/// When it cannot be read or is not UTF-8.
pub(super) fn text_of(file: &Path) -> Result<String, Fault> {
    let mut bytes = Vec::new();
    match file == Path::new("-") {
        true => io::stdin().lock().read_to_end(&mut bytes).map(drop)?,
        false => bytes = std::fs::read(file)?,
    }
    String::from_utf8(bytes).map_err(|fault| Fault::NotUtf8 {
        byte: fault.utf8_error().valid_up_to(),
    })
}
