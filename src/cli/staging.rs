//! Files to be written together -> all of them in place, or none.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{Builder, JoinHandle};

use tempfile::TempDir;

use super::error::Error;
use super::interrupt;

/// A hidden folder inside the destination, where files wait until all of them are whole.
#[derive(Debug)]
pub(super) struct Staging {
    folder: TempDir,
    destination: Destination,
    written: Sender<Written>,
    syncing: JoinHandle<Result<(), Error>>,
}

/// A file that is whole but may not have reached the disk.
#[derive(Debug)]
struct Written {
    file: File,
    target: PathBuf,
}

/// Bytes that are kept back to be written at once.
const BUFFER: usize = 1 << 18;

/// The folder that the files are for; one that was made for them goes again if none arrives.
#[derive(Debug)]
struct Destination {
    path: PathBuf,
    made: bool,
}

impl Drop for Destination {
    fn drop(&mut self) {
        if self.made {
            // Fails when files have arrived, as it should.
            let _ = fs::remove_dir(&self.path);
        }
    }
}

impl Staging {
    /// Makes the destination, if need be, and a hidden folder in it.
    ///
    /// # Errors
    /// When the destination is no folder or cannot be written to.
    pub(super) fn new(destination: &Path) -> Result<Staging, Error> {
        let error = Error::writing(destination);
        let destination = Destination {
            path: destination.to_owned(),
            made: !destination.exists(),
        };
        fs::create_dir_all(&destination.path).map_err(&error)?;
        let hidden = || {
            tempfile::Builder::new()
                .prefix(".vnkg-")
                .tempdir_in(&destination.path)
        };
        let folder = interrupt::watch(hidden).map_err(&error)?;
        let (written, files) = channel();
        let syncing = Builder::new().spawn(move || sync(&files)).map_err(&error)?;
        Ok(Staging {
            folder,
            destination,
            written,
            syncing,
        })
    }

    /// Writes one file, to wait for the others. Several threads may write at a time.
    ///
    /// # Errors
    /// When the disk is full, or `write` fails; the error names the file where it would have been.
    pub(super) fn write(
        &self,
        name: impl AsRef<Path>,
        write: impl FnOnce(&mut dyn Write) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let name = name.as_ref();
        let target = self.destination.path.join(name);
        let error = Error::writing(&target);
        if target.is_dir() {
            return Err(error(io::Error::other(
                "a folder of that name stands there; move it away",
            )));
        }
        let file = File::create(self.folder.path().join(name)).map_err(&error)?;
        let mut file = BufWriter::with_capacity(BUFFER, file);
        write(&mut file)?;
        let file = file.into_inner().map_err(|failed| error(failed.into_error()))?;
        // Its thread only ends before us when a file could not be synced, and then `finish` says so.
        let _ = self.written.send(Written {
            file,
            target: target.clone(),
        });
        Ok(())
    }

    /// Writes one file with a writer that knows nothing of us.
    ///
    /// # Errors
    /// As [`Staging::write`].
    pub(super) fn fill(
        &self,
        name: &str,
        fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Error> {
        let target = self.destination.path.join(name);
        self.write(name, |out| fill(out).map_err(Error::writing(&target)))
    }

    /// Waits until every file is on the disk and puts it where it belongs.
    ///
    /// # Errors
    /// When the disk fails.
    pub(super) fn finish(self) -> Result<(), Error> {
        let destination = &self.destination.path;
        let error = Error::writing(destination);
        drop(self.written);
        let stopped = |_| error(io::Error::other("the thread that syncs files has stopped"));
        self.syncing.join().map_err(stopped)??;
        interrupt::shielded(|| {
            for entry in fs::read_dir(self.folder.path()).map_err(&error)? {
                let entry = entry.map_err(&error)?;
                let target = destination.join(entry.file_name());
                fs::rename(entry.path(), &target).map_err(Error::writing(&target))?;
            }
            // Not every system lets a folder be synced, and the files themselves have been.
            let _ = File::open(destination).and_then(|folder| folder.sync_all());
            Ok(())
        })
    }
}

/// Brings files to the disk while others are still being filled: a disk is slow, and waiting for it needs no core.
fn sync(files: &Receiver<Written>) -> Result<(), Error> {
    files
        .iter()
        .try_for_each(|Written { file, target }| file.sync_all().map_err(Error::writing(&target)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    fn write(staging: &Staging, name: &str) {
        let text = |out: &mut dyn Write| out.write_all(b"new").map_err(Error::writing(Path::new(name)));
        staging.write(name, text).unwrap();
    }

    #[test]
    fn nothing_is_seen_until_all_is_written() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a"), "old").unwrap();
        let staging = Staging::new(folder.path()).unwrap();
        write(&staging, "a");
        write(&staging, "b");
        assert_eq!(fs::read_to_string(folder.path().join("a")).unwrap(), "old");
        staging.finish().unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("a")).unwrap(), "new");
        assert_eq!(files(folder.path()), ["a", "b"]);
    }

    #[test]
    fn what_is_given_up_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let staging = Staging::new(folder.path()).unwrap();
        write(&staging, "a");
        drop(staging);
        assert!(files(folder.path()).is_empty());
    }

    #[test]
    fn a_folder_made_for_files_that_never_come_goes_again() {
        let folder = tempfile::tempdir().unwrap();
        drop(Staging::new(&folder.path().join("new")).unwrap());
        assert!(files(folder.path()).is_empty());
    }

    #[test]
    fn a_folder_in_the_way_is_told_before_anything_is_written() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("b")).unwrap();
        let staging = Staging::new(folder.path()).unwrap();
        let written = staging.fill("b", |_| panic!("nothing is to be written"));
        let said = written.unwrap_err().to_string();
        assert!(
            said.ends_with("a folder of that name stands there; move it away"),
            "{said}"
        );
    }
}
