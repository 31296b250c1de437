//! Edges in, a file that this program and the comparison script both read out, and back.
//!
//! Little-endian: node count (u64), edge count (u64), all sources (u32), all targets (u32), all weights (f64).

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use crate::powerlaw::Edges;

pub fn write(path: &Path, edges: &Edges) -> io::Result<()> {
    let mut file = io::BufWriter::new(fs::File::create(path)?);
    file.write_all(&(edges.nodes as u64).to_le_bytes())?;
    file.write_all(&(edges.list.len() as u64).to_le_bytes())?;
    for (source, _, _) in &edges.list {
        file.write_all(&source.to_le_bytes())?;
    }
    for (_, target, _) in &edges.list {
        file.write_all(&target.to_le_bytes())?;
    }
    for (_, _, weight) in &edges.list {
        file.write_all(&weight.to_le_bytes())?;
    }
    file.flush()
}

pub fn read(path: &Path) -> io::Result<Edges> {
    let bytes = fs::read(path)?;
    let short = || io::Error::new(io::ErrorKind::UnexpectedEof, "the file ends before its edges do");
    let long = |at: usize| Some(u64::from_le_bytes(bytes.get(at..at + 8)?.try_into().ok()?) as usize);
    let (nodes, count) = (long(0).ok_or_else(short)?, long(8).ok_or_else(short)?);
    if bytes.len() != 16 + count * 16 {
        return Err(short());
    }
    let (sources, rest) = bytes[16..].split_at(count * 4);
    let (targets, weights) = rest.split_at(count * 4);
    let number = |part: &[u8]| u32::from_le_bytes(part.try_into().expect("chunks of four"));
    let list = (sources
        .chunks_exact(4)
        .zip(targets.chunks_exact(4))
        .zip(weights.chunks_exact(8)))
    .map(|((s, t), w)| {
        (
            number(s),
            number(t),
            f64::from_le_bytes(w.try_into().expect("chunks of eight")),
        )
    })
    .collect();
    Ok(Edges { nodes, list })
}
