//! Ctrl-C and its kin -> what was half written is removed, and the program ends.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::{fs, process};

use tempfile::TempDir;

/// Exit code of a program ended by Ctrl-C, as shells count.
const INTERRUPTED: i32 = 130;

/// The folder of files that are not finished. Whoever holds the lock keeps an interrupt waiting.
static UNFINISHED: Mutex<Option<PathBuf>> = Mutex::new(None);

/// Makes a folder that is removed should the program be interrupted from now on.
pub(super) fn watch(make: impl FnOnce() -> io::Result<TempDir>) -> io::Result<TempDir> {
    // A handler that stands already, from an earlier folder, does the same.
    let _ = ctrlc::set_handler(|| {
        if let Some(folder) = lock().take() {
            let _ = fs::remove_dir_all(folder);
        }
        let _ = writeln!(io::stderr(), "error: interrupted; nothing was written");
        process::exit(INTERRUPTED);
    });
    let mut unfinished = lock();
    let folder = make()?;
    *unfinished = Some(folder.path().to_owned());
    Ok(folder)
}

/// Runs what must not be cut in half, and forgets the folder.
pub(super) fn shielded<T>(work: impl FnOnce() -> T) -> T {
    let mut unfinished = lock();
    let result = work();
    *unfinished = None;
    result
}

fn lock() -> MutexGuard<'static, Option<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}
