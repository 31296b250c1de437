//! Arguments and standard input for the program -> what it wrote and how it ended. Shared by the whole-program tests.
#![allow(dead_code, reason = "each test file uses its own part")]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// What a run of the program left.
#[derive(Debug, PartialEq, Eq)]
pub struct Run {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

/// Runs `vnkg` in a folder, with nothing on standard input.
pub fn vnkg(folder: &Path, arguments: &[&str]) -> Run {
    vnkg_reading(folder, arguments, b"")
}

/// Runs `vnkg` in a folder, with bytes on standard input.
pub fn vnkg_reading(folder: &Path, arguments: &[&str], input: &[u8]) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_vnkg"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program was built for this test");
    let mut standard_input = child.stdin.take().expect("piped above");
    // A program that does not read its input may be gone before all of it is written.
    let _ = standard_input.write_all(input);
    drop(standard_input);
    let output = child.wait_with_output().expect("the program ends");
    Run {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).expect("standard output is UTF-8"),
        err: String::from_utf8(output.stderr).expect("standard error is UTF-8"),
    }
}

/// Writes a file, with the folders it needs.
pub fn write(folder: &Path, name: &str, content: impl AsRef<[u8]>) {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().expect("a file stands in a folder")).expect("a folder can be made");
    std::fs::write(path, content).expect("a file can be written");
}

/// Names of everything in a folder, sorted.
pub fn files(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut names: Vec<String> = entries
        .map(|entry| {
            entry
                .expect("readable")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}
