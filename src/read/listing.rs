//! Inputs as given on the command line -> the pages to read, in order and named; what was skipped; what was refused.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use walkdir::{DirEntry, WalkDir};

use super::unread::{Place, Unread};
use super::{Fault, Refusal, format, names};

/// Everything that the inputs name.
#[derive(Debug, Default)]
pub struct Listing {
    /// In the order of the inputs; inside a folder by name.
    pub pages: Vec<Unread>,
    pub refused: Vec<Refusal>,
    pub skipped: Vec<Skipped>,
}

/// A file inside a folder that is not a page, or not a new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Skipped {
    /// Its name ends in none of the known ways.
    OtherFormat,
    /// Its name opens with a dot; a hidden folder counts once and is not entered.
    Hidden,
    /// A link to a folder that it stands in.
    Loop,
    /// A pipe, socket or device.
    Special,
    /// Another input has named the same file.
    Twice,
}

/// Lists files, folders (with all their folders) and `-`, which is standard input. The folder `except` is passed by
/// where it stands inside an input: it is where the output of an earlier run is.
pub fn list(inputs: &[PathBuf], except: Option<&Path>) -> Listing {
    let except = except.and_then(|folder| folder.canonicalize().ok());
    let mut listing = Listing::default();
    for (number, input) in inputs.iter().enumerate() {
        listing.add(number, input, except.as_deref());
    }
    if inputs.len() > 1 {
        listing.drop_repeats();
    }
    let names: Vec<String> = inputs.iter().map(|input| names::slashed(input)).collect();
    names::separate(&mut listing.pages, &names);
    listing
}

impl Listing {
    fn add(&mut self, input: usize, path: &Path, except: Option<&Path>) {
        if path == Path::new("-") {
            self.pages.push(Unread {
                name: "stdin".to_owned(),
                input,
                place: Place::StandardInput,
                format: &format::TEXT,
            });
            return;
        }
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => self.add_folder(input, path, except),
            Ok(_) => self.add_file(input, path),
            Err(error) => self.refuse(path, error.into()),
        }
    }

    fn add_file(&mut self, input: usize, path: &Path) {
        match format::of(path) {
            Some(format) => self.pages.push(Unread {
                name: path
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned(),
                input,
                place: Place::File(path.to_owned()),
                format,
            }),
            None => self.refuse(
                path,
                Fault::UnknownFormat {
                    known: format::known(),
                },
            ),
        }
    }

    fn add_folder(&mut self, input: usize, folder: &Path, except: Option<&Path>) {
        let mut walk = WalkDir::new(folder)
            .min_depth(1)
            .follow_links(true)
            .sort_by_file_name()
            .into_iter();
        while let Some(step) = walk.next() {
            match step {
                Ok(entry) if is_hidden(&entry) => {
                    self.skipped.push(Skipped::Hidden);
                    if entry.file_type().is_dir() {
                        walk.skip_current_dir();
                    }
                }
                Ok(entry) if is_folder(&entry, except) => walk.skip_current_dir(),
                Ok(entry) => self.add_entry(input, folder, entry),
                Err(error) => self.add_fault(folder, error),
            }
        }
    }

    fn add_fault(&mut self, folder: &Path, error: walkdir::Error) {
        if error.loop_ancestor().is_some() {
            return self.skipped.push(Skipped::Loop);
        }
        let path = error.path().unwrap_or(folder).to_owned();
        let cause = error
            .into_io_error()
            .unwrap_or_else(|| io::Error::other("unknown cause"));
        if cause.kind() == io::ErrorKind::NotFound && format::of(&path).is_none() {
            // A link to nothing that would not have been read anyway, as editors leave behind.
            return self.skipped.push(Skipped::OtherFormat);
        }
        self.refuse(path.strip_prefix(folder).unwrap_or(&path), cause.into());
    }

    fn add_entry(&mut self, input: usize, folder: &Path, entry: DirEntry) {
        if entry.file_type().is_dir() {
            return;
        }
        if !entry.file_type().is_file() {
            return self.skipped.push(Skipped::Special);
        }
        let Some(format) = format::of(entry.path()) else {
            return self.skipped.push(Skipped::OtherFormat);
        };
        self.pages.push(Unread {
            name: names::slashed(entry.path().strip_prefix(folder).unwrap_or(entry.path())),
            input,
            place: Place::File(entry.into_path()),
            format,
        });
    }

    /// A page that two inputs name would count twice. Inside one input a second link to a file is its own page.
    fn drop_repeats(&mut self) {
        let mut namers: BTreeMap<Option<PathBuf>, usize> = BTreeMap::new();
        let skipped = &mut self.skipped;
        self.pages.retain(|page| {
            let path = match &page.place {
                Place::File(path) => Some(fs::canonicalize(path).unwrap_or_else(|_| path.clone())),
                Place::StandardInput | Place::Text(_) => None,
            };
            let is_first = *namers.entry(path).or_insert(page.input) == page.input;
            if !is_first {
                skipped.push(Skipped::Twice);
            }
            is_first
        });
    }

    fn refuse(&mut self, path: &Path, reason: Fault) {
        self.refused.push(Refusal {
            name: path.to_string_lossy().into_owned(),
            reason,
        });
    }
}

fn is_folder(entry: &DirEntry, folder: Option<&Path>) -> bool {
    let Some(folder) = folder.filter(|_| entry.file_type().is_dir()) else {
        return false;
    };
    entry.path().canonicalize().is_ok_and(|path| path == folder)
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    fn folder(files: &[&str]) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "Hà Nội").unwrap();
        }
        folder
    }

    fn names(listing: &Listing) -> Vec<&str> {
        listing.pages.iter().map(|page| page.name.as_str()).collect()
    }

    #[test]
    fn a_folder_is_listed_by_name_with_slashes_and_without_its_own_name() {
        let folder = folder(&[
            "b.txt",
            "a/2.md",
            "a/10.txt",
            "a.txt",
            "c/ảnh.jpg",
            ".git/x.txt",
            ".x.txt",
        ]);
        let listing = list(&[folder.path().to_owned()], None);
        assert_eq!(names(&listing), ["a/10.txt", "a/2.md", "a.txt", "b.txt"]);
        let skipped = [Skipped::Hidden, Skipped::Hidden, Skipped::OtherFormat];
        assert_eq!(listing.skipped, skipped);
        assert!(listing.refused.is_empty());
    }

    #[test]
    fn the_folder_of_the_output_is_passed_by() {
        let folder = folder(&["a.txt", "out/report.md", "out/more/b.txt", "b/out/c.txt"]);
        let listing = list(&[folder.path().to_owned()], Some(&folder.path().join("out")));
        assert_eq!(names(&listing), ["a.txt", "b/out/c.txt"]);
        assert!(listing.skipped.is_empty());
    }

    #[test]
    fn names_that_two_inputs_share_take_the_name_of_the_input() {
        let folder = folder(&["m/raw/1.txt", "n/raw/1.txt", "n/raw/2.txt"]);
        let root = names::slashed(folder.path());
        let listing = list(&[folder.path().join("m/raw"), folder.path().join("n/raw/")], None);
        let first = format!("{root}/m/raw/1.txt");
        let second = format!("{root}/n/raw/1.txt");
        assert_eq!(names(&listing), [&first, &second, "2.txt"]);
    }

    #[test]
    fn a_file_that_two_inputs_name_is_read_once() {
        let folder = folder(&["a/1.txt", "a/2.txt"]);
        let listing = list(
            &[
                folder.path().join("a/2.txt"),
                folder.path().to_owned(),
                "-".into(),
                "-".into(),
            ],
            None,
        );
        assert_eq!(names(&listing), ["2.txt", "a/1.txt", "stdin"]);
        assert_eq!(listing.skipped, [Skipped::Twice, Skipped::Twice]);
    }

    #[test]
    fn names_that_stay_alike_are_numbered() {
        let folder = folder(&["a/b.txt", "b.txt"]);
        let place = folder.path();
        let mut listing = list(&[place.join("a"), place.to_owned()], None);
        for page in &mut listing.pages {
            page.name = "b.txt".to_owned();
        }
        names::separate(&mut listing.pages, &["x/b.txt".to_owned(), "x".to_owned()]);
        assert_eq!(names(&listing), ["x/b.txt", "x/b.txt (2)"]);
    }

    #[test]
    fn a_missing_input_and_a_file_of_unknown_format_are_refused_by_name() {
        let folder = folder(&["a.docx"]);
        let listing = list(&[folder.path().join("a.docx"), "nowhere".into()], None);
        let said: Vec<String> = listing
            .refused
            .iter()
            .map(|refusal| refusal.reason.to_string())
            .collect();
        assert!(said[0].starts_with("format not known; it can be `.txt` or `.md`"));
        assert_eq!(said[1], "no such file or folder");
        assert_eq!(listing.refused[1].name, "nowhere");
    }

    #[cfg(unix)]
    #[test]
    fn links_in_a_circle_and_links_to_nothing_end() {
        use std::os::unix::fs::symlink;
        let folder = folder(&["a/1.txt", "b/2.txt"]);
        symlink("..", folder.path().join("a/up")).unwrap();
        symlink("../b", folder.path().join("a/side")).unwrap();
        symlink("nothing", folder.path().join("b/lost.txt")).unwrap();
        symlink("nothing", folder.path().join("b/lost")).unwrap();
        let listing = list(&[folder.path().to_owned()], None);
        assert_eq!(names(&listing), ["a/1.txt", "a/side/2.txt", "b/2.txt"]);
        let refused: Vec<&str> = listing
            .refused
            .iter()
            .map(|refusal| refusal.name.as_str())
            .collect();
        assert_eq!(refused, ["a/side/lost.txt", "b/lost.txt"]);
        assert!(listing.skipped.contains(&Skipped::Loop));
    }

    #[test]
    fn a_page_is_read_with_the_name_it_was_listed_by() {
        let folder = folder(&["a/1.txt"]);
        fs::write(folder.path().join("a/2.txt"), b"\xFF").unwrap();
        let listing = list(&[folder.path().to_owned()], None);
        assert_eq!(listing.pages[0].read().unwrap().text, "Hà Nội");
        let refusal = listing.pages[1].read().unwrap_err();
        assert_eq!((refusal.name.as_str(), listing.pages[1].size()), ("a/2.txt", 1));
        assert!(matches!(refusal.reason, Fault::NotUtf8 { byte: 0 }));
    }
}
