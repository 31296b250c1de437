//! A page that is named and not yet opened -> its source.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::format::{self, Format};
use super::{Fault, Refusal, Source};

/// Spans count code points in 32 bits, and no text has more code points than bytes.
const LARGEST: u64 = u32::MAX as u64;

/// A page that is named and not yet opened.
#[derive(Debug)]
pub struct Unread {
    /// The name it will have as a [`Source`].
    pub name: String,
    pub(super) input: usize,
    pub(super) place: Place,
    pub(super) format: &'static Format,
}

/// Where the bytes of a page are.
#[derive(Debug)]
pub(super) enum Place {
    File(PathBuf),
    StandardInput,
    /// The text is at hand already.
    Text(String),
}

impl Unread {
    /// A file of text, whatever the end of its name.
    pub fn text_file(path: &Path) -> Unread {
        Unread {
            name: path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            input: 0,
            place: Place::File(path.to_owned()),
            format: &format::TEXT,
        }
    }

    /// A page that another file holds.
    pub fn at_hand(source: Source) -> Unread {
        Unread {
            name: source.name,
            input: 0,
            place: Place::Text(source.text),
            format: &format::TEXT,
        }
    }

    /// Opens and reads the page.
    ///
    /// # Errors
    /// A refusal when it cannot be opened, is empty, binary, not UTF-8 or larger than 4 GiB.
    pub fn read(&self) -> Result<Source, Refusal> {
        let text = self.bytes().and_then(|bytes| (self.format.read)(bytes));
        match text {
            Ok(text) => Ok(Source {
                name: self.name.clone(),
                text,
            }),
            Err(reason) => Err(Refusal {
                name: self.name.clone(),
                reason,
            }),
        }
    }

    /// Bytes that the page takes on disk, as far as that is known before it is read.
    pub fn size(&self) -> u64 {
        match &self.place {
            Place::File(path) => fs::metadata(path).map_or(0, |metadata| metadata.len()),
            Place::StandardInput => 0,
            Place::Text(text) => text.len() as u64,
        }
    }

    fn bytes(&self) -> Result<Vec<u8>, Fault> {
        match &self.place {
            Place::File(path) => {
                let file = File::open(path)?;
                let size = file.metadata()?.len();
                bounded(file, size)
            }
            Place::StandardInput => bounded(io::stdin().lock(), 0),
            Place::Text(text) => Ok(text.clone().into_bytes()),
        }
    }
}

fn bounded(from: impl Read, expected: u64) -> Result<Vec<u8>, Fault> {
    if expected > LARGEST {
        return Err(Fault::TooLarge);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or_default() + 1);
    from.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(Fault::TooLarge);
    }
    Ok(bytes)
}
