//! A graph as compressed sparse rows in, published measures of its nodes and of the whole out: one file a measure.

pub mod csr;
mod rows;
mod chunks;
pub mod random;
pub mod degree;
pub mod components;
pub mod core;
pub mod clustering;
pub mod assortativity;
pub mod pagerank;

#[cfg(test)]
mod fixture;
