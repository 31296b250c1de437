//! Pages of a folder -> megabytes of text that one core extracts in a second.
//!
//! `cargo bench --bench throughput` reads `input/`; `cargo bench --bench throughput -- FOLDER` another folder. The
//! best of several rounds is the least disturbed one.

use std::hint::black_box;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use vnkg::extract::extract;
use vnkg::lexicon::Lexicon;
use vnkg::read::{Source, list};

const ROUNDS: usize = 5;
/// Text to extract in one round; the folder is gone through as often as that takes.
const BYTES: usize = 8_000_000;

fn main() {
    // Cargo itself adds `--bench`.
    let folder = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with("--"));
    let folder = PathBuf::from(folder.unwrap_or_else(|| "input".to_owned()));
    let sources: Vec<Source> = list(std::slice::from_ref(&folder), None)
        .pages
        .iter()
        .filter_map(|page| page.read().ok())
        .collect();
    let bytes: usize = sources.iter().map(|source| source.text.len()).sum();
    if bytes == 0 {
        eprintln!("error: no page could be read from `{}`", folder.display());
        std::process::exit(1);
    }

    let start = Instant::now();
    let lexicon = Lexicon::embedded();
    let loading = start.elapsed();
    let passes = BYTES.div_ceil(bytes);
    let best = (0..ROUNDS)
        .map(|_| round(&sources, lexicon, passes))
        .min()
        .unwrap_or(Duration::MAX);
    let rate = (bytes * passes) as f64 / 1e6 / best.as_secs_f64();
    println!(
        "{rate:.1} MB/s a core: {} pages, {:.2} MB, {passes} times in {:.0} ms (best of {ROUNDS}); lexicon loaded in {:.1} ms",
        sources.len(),
        bytes as f64 / 1e6,
        best.as_secs_f64() * 1e3,
        loading.as_secs_f64() * 1e3,
    );
}

fn round(sources: &[Source], lexicon: &Lexicon, passes: usize) -> Duration {
    let start = Instant::now();
    for _ in 0..passes {
        for source in sources {
            black_box(extract(source, lexicon));
        }
    }
    start.elapsed()
}
