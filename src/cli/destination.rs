//! What a command has to say -> standard output, or a file that is there whole or not at all.

use std::fs::OpenOptions;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::error::Error;
use super::staging::Staging;

/// Fills the file, or standard output where no file is named.
///
/// # Errors
/// When it cannot be written; the error names the file.
pub(super) fn fill(
    output: Option<&Path>,
    fill: impl Fn(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Error> {
    match output {
        None => through(Path::new("standard output"), &mut io::stdout().lock(), fill),
        Some(path) if is_written_in_place(path) => {
            let file = OpenOptions::new().write(true).open(path);
            through(path, &mut file.map_err(Error::writing(path))?, fill)
        }
        Some(path) => {
            let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
            let staging = Staging::new(parent.unwrap_or(Path::new(".")))?;
            staging.write(path.file_name().unwrap_or_default(), |out| {
                fill(out).map_err(Error::writing(path))
            })?;
            staging.finish()
        }
    }
}

fn through(
    path: &Path,
    out: &mut dyn Write,
    fill: impl Fn(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Error> {
    let mut out = BufWriter::with_capacity(1 << 16, out);
    fill(&mut out)
        .and_then(|()| out.flush())
        .map_err(Error::writing(path))
}

/// A pipe or a device is no file that could be replaced.
fn is_written_in_place(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir())
}
