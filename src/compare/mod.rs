//! Builds beside each other: records joined, periods apart, what changed from one graph to another, what to review.

pub mod merge;
pub mod snapshots;
pub mod review;
mod same;
pub mod subject;
pub mod changes;
pub mod picture;

pub use merge::merge;
pub use review::review;
pub use snapshots::{Period, snapshots};
