//! The names of the data files and the words of the program's own; a user's folder -> its files.

use std::path::Path;

use super::table::LexiconError;

/// The files that the program carries, in the order in which their words are entered.
pub(super) const EMBEDDED: &[(&str, &str)] = &[
    ("places.tsv", include_str!("places.tsv")),
    ("districts.tsv", include_str!("districts.tsv")),
    ("countries.tsv", include_str!("countries.tsv")),
    ("bodies.tsv", include_str!("bodies.tsv")),
    ("heads.tsv", include_str!("heads.tsv")),
    ("fields.tsv", include_str!("fields.tsv")),
    ("titles.tsv", include_str!("titles.tsv")),
    ("ranks.tsv", include_str!("ranks.tsv")),
    ("degrees.tsv", include_str!("degrees.tsv")),
    ("honorifics.tsv", include_str!("honorifics.tsv")),
    ("documents.tsv", include_str!("documents.tsv")),
    ("laws.tsv", include_str!("laws.tsv")),
    ("events.tsv", include_str!("events.tsv")),
    ("issuers.tsv", include_str!("issuers.tsv")),
    ("boilerplate.tsv", include_str!("boilerplate.tsv")),
    ("cues.tsv", include_str!("cues.tsv")),
    ("settlements.tsv", include_str!("settlements.tsv")),
    ("surnames.tsv", include_str!("surnames.tsv")),
];

/// The lexicon files of `folder`, by name. Files that are no `.tsv` are left alone.
pub(super) fn read_folder(folder: &Path) -> Result<Vec<(String, String)>, LexiconError> {
    let cannot = |reason| LexiconError::Folder {
        folder: folder.display().to_string(),
        reason,
    };
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        if path.extension().is_none_or(|extension| extension != "tsv") {
            continue;
        }
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        if !EMBEDDED.iter().any(|(known, _)| *known == name) {
            return Err(LexiconError::unknown(&path.display().to_string(), EMBEDDED));
        }
        let text = std::fs::read_to_string(&path).map_err(|reason| LexiconError::File {
            file: path.display().to_string(),
            reason,
        })?;
        found.push((name, text));
    }
    found.sort();
    Ok(found)
}
