//! Bytes -> a file that is there whole or not at all.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// A file that could not be written. What stood there before is untouched.
#[derive(Debug, thiserror::Error)]
#[error("cannot write `{path}`: {source}; nothing was changed there")]
pub struct Unwritten {
    pub path: PathBuf,
    pub source: io::Error,
}

/// Runs `fill` on a temporary file in the folder of `path`, syncs it and renames it to `path`.
pub fn write_atomically<F>(path: &Path, fill: F) -> Result<(), Unwritten>
where
    F: FnOnce(&mut dyn Write) -> io::Result<()>,
{
    try_write(path, fill).map_err(|source| Unwritten {
        path: path.to_owned(),
        source,
    })
}

fn try_write<F>(path: &Path, fill: F) -> io::Result<()>
where
    F: FnOnce(&mut dyn Write) -> io::Result<()>,
{
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let file = tempfile::Builder::new()
        .prefix(".vnkg-")
        .suffix(".part")
        .tempfile_in(folder)?;
    let mut out = BufWriter::with_capacity(1 << 16, file);
    fill(&mut out)?;
    let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.as_file().sync_all()?;
    permit(&file)?;
    file.persist(path).map_err(|fault| fault.error)?;
    sync_folder(folder)
}

/// A temporary file is readable by its owner alone; a result is for everyone whom the process allows.
#[cfg(unix)]
fn permit(file: &tempfile::NamedTempFile) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.as_file().set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn permit(_: &tempfile::NamedTempFile) -> io::Result<()> {
    Ok(())
}

/// Makes the new name itself outlive a power cut, where the system can.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder");
        entries
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect()
    }

    #[test]
    fn a_failed_write_leaves_the_old_file_and_no_other() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("graph.json");
        write_atomically(&path, |out| out.write_all(b"old")).expect("written");
        let fault = write_atomically(&path, |out| {
            out.write_all(b"new")?;
            Err(io::Error::other("disk full"))
        });
        assert!(fault.expect_err("a fault").to_string().contains("disk full"));
        assert_eq!(fs::read(&path).expect("the old file"), b"old");
        assert_eq!(names(folder.path()), ["graph.json"]);
    }

    #[test]
    fn a_folder_that_is_not_there_is_named_in_the_error() {
        let folder = tempfile::tempdir().expect("a folder");
        let fault = write_atomically(&folder.path().join("none/graph.json"), |_| Ok(()));
        assert!(
            fault
                .expect_err("a fault")
                .to_string()
                .contains("none/graph.json")
        );
    }
}
