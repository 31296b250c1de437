//! A folder of gold files, or one of them, and what is to be scored -> golds and records side by side.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::error::{Error, listed};
use super::reading::Reading;
use super::records::{are_records, text_of};
use super::tally::Tally;
use super::terminal::Terminal;
use crate::evaluate::{EvaluateError, Gold, prediction};
use crate::extract::extract;
use crate::lexicon::Lexicon;
use crate::read::{self, Fault, Listing, Refusal, Source, Unread};
use crate::resolve::Record;

/// Golds and the records that are scored against them.
pub(super) struct Paired {
    pub golds: Vec<Gold>,
    pub records: Vec<Record>,
    /// What became of the gold files and of the pages that they ask for.
    pub tally: Tally,
}

/// Reads the gold files and then the inputs; without inputs, the pages that the gold files hold. A gold file of whose
/// name there are only other pages is left out; one without any stays.
///
/// # Errors
/// When no gold file can be read, or when the inputs hold nothing that any of them asks for.
pub(super) fn paired(
    gold: &Path,
    inputs: &[PathBuf],
    reading: &Reading,
    terminal: &Terminal,
) -> Result<Paired, Error> {
    let (mut golds, unread) = read_golds(gold, terminal)?;
    let listing = match inputs {
        [] => held(&golds),
        _ => asked(&golds, inputs),
    };
    let by_name: BTreeMap<&str, &Gold> = golds.iter().map(|gold| (gold.name.as_str(), gold)).collect();
    let work = |source: &Source, lexicon: &Lexicon| {
        fits(by_name[stem(&source.name).as_str()], source).map(|()| extract(source, lexicon))
    };
    let mut records = Vec::new();
    let mut tally = reading.each(&reading.pool()?, terminal, listing, work, |record| {
        records.push(record);
        Ok(())
    })?;
    for file in inputs.iter().filter(|input| are_records(input)) {
        match predictions(file) {
            Ok(lines) => {
                let scored = |line: &Record| by_name.contains_key(stem(&line.doc).as_str());
                records.extend(lines.into_iter().filter(scored));
            }
            Err(reason) => refuse(file.display().to_string(), reason, terminal, &mut tally.refused),
        }
    }
    let met: BTreeSet<String> = records.iter().map(|record| stem(&record.doc)).collect();
    if met.is_empty() && !inputs.is_empty() {
        return Err(Error::NothingToScore {
            inputs: listed(inputs),
            gold: golds[0].name.clone(),
        });
    }
    let differs = |refusal: &&Refusal| matches!(refusal.reason, Fault::OtherPage { .. });
    let other: BTreeSet<String> = tally
        .refused
        .iter()
        .filter(differs)
        .map(|it| stem(&it.name))
        .collect();
    golds.retain(|gold| met.contains(&gold.name) || !other.contains(&gold.name));
    tally.refused.splice(0..0, unread);
    Ok(Paired {
        golds,
        records,
        tally,
    })
}

fn read_golds(path: &Path, terminal: &Terminal) -> Result<(Vec<Gold>, Vec<Refusal>), Error> {
    let files = match path.is_file() {
        true => vec![path.to_owned()],
        false => Gold::files(path)?,
    };
    let (mut golds, mut refused) = (Vec::new(), Vec::new());
    for file in files {
        let page = Unread::text_file(&file);
        let gold = page.read().map_err(|refusal| refusal.reason).and_then(|source| {
            Gold::parse(&stem(&page.name), &source.text).map_err(|fault| Fault::NoGold {
                cause: fault.to_string(),
            })
        });
        match gold {
            Ok(gold) => golds.push(gold),
            Err(reason) => refuse(page.name, reason, terminal, &mut refused),
        }
    }
    match golds.is_empty() {
        true => Err(Error::NoGoldRead(path.to_owned())),
        false => Ok((golds, refused)),
    }
}

/// The pages that the gold files hold.
fn held(golds: &[Gold]) -> Listing {
    Listing {
        pages: golds.iter().map(|gold| Unread::at_hand(gold.source())).collect(),
        ..Listing::default()
    }
}

/// The pages among the inputs that bear the name of a gold file.
fn asked(golds: &[Gold], inputs: &[PathBuf]) -> Listing {
    let names: BTreeSet<&str> = golds.iter().map(|gold| gold.name.as_str()).collect();
    let pages: Vec<PathBuf> = inputs
        .iter()
        .filter(|input| !are_records(input))
        .cloned()
        .collect();
    let mut listing = read::list(&pages, None);
    listing
        .pages
        .retain(|page| names.contains(stem(&page.name).as_str()));
    listing.skipped.clear();
    listing
}

fn fits(gold: &Gold, source: &Source) -> Result<(), Refusal> {
    gold.fits(source).map_err(|error| Refusal {
        name: source.name.clone(),
        reason: match error {
            EvaluateError::OtherPage { gold, at, .. } => Fault::OtherPage { gold, at },
            other => Fault::NoGold {
                cause: other.to_string(),
            },
        },
    })
}

fn predictions(file: &Path) -> Result<Vec<Record>, Fault> {
    let records =
        prediction::parse(&text_of(file)?).map_err(|fault| Fault::no_record(fault.line, &fault.cause))?;
    match records.is_empty() {
        true => Err(Fault::Empty),
        false => Ok(records),
    }
}

fn refuse(name: String, reason: Fault, terminal: &Terminal, refused: &mut Vec<Refusal>) {
    let refusal = Refusal { name, reason };
    terminal.refused(&refusal);
    refused.push(refusal);
}

/// `news/003.txt` -> `003`
fn stem(name: &str) -> String {
    let stem = Path::new(name).file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}
