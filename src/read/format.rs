//! The end of a file's name -> how its bytes become text.

use std::path::Path;

use super::refusal::Fault;
use super::text;

/// One way of storing a page.
#[derive(Debug)]
pub(super) struct Format {
    /// Ends of file names, in lower case, without the dot.
    extensions: &'static [&'static str],
    /// Bytes of the file -> the text that offsets count in.
    pub read: fn(Vec<u8>) -> Result<String, Fault>,
}

/// Plain text is also what standard input is taken for.
pub(super) static TEXT: Format = Format {
    extensions: &["txt", "md"],
    read: text::read,
};

/// Every format, in the order in which they are tried.
static FORMATS: [&Format; 1] = [&TEXT];

/// The format of a file, told by its name alone so that a folder is listed without opening its files.
pub(super) fn of(path: &Path) -> Option<&'static Format> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    FORMATS
        .into_iter()
        .find(|format| format.extensions.contains(&extension.as_str()))
}

/// The ends of file names that can be read, worded for a message.
pub(super) fn known() -> String {
    let ends: Vec<String> = FORMATS
        .iter()
        .flat_map(|format| format.extensions)
        .map(|end| format!("`.{end}`"))
        .collect();
    ends.join(" or ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_case_of_an_extension_does_not_matter() {
        assert!(of(Path::new("tin/A.TXT")).is_some());
        assert!(of(Path::new("tin/a.Md")).is_some());
    }

    #[test]
    fn other_extensions_and_none_are_not_known() {
        assert!(of(Path::new("tin/a.jpg")).is_none());
        assert!(of(Path::new("tin/txt")).is_none());
        assert!(of(Path::new(".txt")).is_none());
    }
}
