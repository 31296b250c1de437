//! The content of a report -> `report.json`.

use std::io::{self, Write};

use crate::report::Content;

/// Writes the facts indented, in the order of [`Content`].
pub fn write(content: &Content, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, content)?;
    out.write_all(b"\n")
}
