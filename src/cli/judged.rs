//! The path of a judgement file -> what people decided.

use std::fs;
use std::path::Path;

use super::error::Error;
use crate::resolve::Judgements;

/// Reads a judgement file.
///
/// # Errors
/// When it cannot be read, or a line of it is no judgement.
pub(super) fn judgements(path: &Path) -> Result<Judgements, Error> {
    let text = fs::read_to_string(path).map_err(|cause| Error::JudgementsUnreadable {
        path: path.to_owned(),
        cause,
    })?;
    Judgements::parse(&text).map_err(|cause| Error::Misjudged {
        path: path.to_owned(),
        cause,
    })
}
