//! The graph -> files: one walker, one file per format, and the writer that leaves no half-written file.

pub mod atomic;

pub use atomic::write_atomically;

/// Whether a format that cannot tell parallel edges apart gets one edge per pair of nodes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ParallelEdges {
    /// One edge per ordered pair, with `relation` (the strongest) and `relations` (all).
    #[default]
    Merged,
    /// Every edge apart.
    Kept,
}
