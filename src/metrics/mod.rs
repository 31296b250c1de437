//! A graph as compressed sparse rows in, published measures of its nodes and of the whole out: one file a measure.

pub mod csr;
pub(crate) mod rows;
pub(crate) mod chunks;
pub mod random;
pub mod sources;
mod hops;
pub mod degree;
pub mod components;
pub mod core;
pub mod clustering;
pub mod assortativity;
pub mod pagerank;
mod search;
pub mod distances;
mod brandes;
pub mod betweenness;
pub mod eigenvector;
pub mod hits;
pub mod cuts;
pub mod modularity;
pub mod leiden;
pub mod community;
pub mod definitions;
pub mod measures;
pub mod attributes;
pub mod knowledge;

pub use csr::{Csr, CsrError, Direction};
pub use measures::{GraphMeasures, MeasureOptions, Measures, NodeMeasures, measure};

#[cfg(test)]
pub(crate) mod fixture;
