//! Ctrl-C and its kin -> what was half written is removed, and the program ends.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::{fs, process};

/// Exit code of a program ended by Ctrl-C, as shells count.
const INTERRUPTED: i32 = 130;

/// The folder of files that are not finished. Whoever holds the lock keeps an interrupt waiting.
static UNFINISHED: Mutex<Option<PathBuf>> = Mutex::new(None);

/// Registers a folder to be removed should the program be interrupted.
pub(super) fn watch(folder: &Path) {
    *lock() = Some(folder.to_owned());
    // A handler that stands already, from an earlier folder, does the same.
    let _ = ctrlc::set_handler(|| {
        if let Some(folder) = lock().take() {
            let _ = fs::remove_dir_all(folder);
        }
        let _ = writeln!(io::stderr(), "error: interrupted; nothing was written");
        process::exit(INTERRUPTED);
    });
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
