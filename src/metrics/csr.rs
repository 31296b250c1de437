//! A list of weighted edges in, a compressed-sparse-row graph out: the one form that every measure reads.

use std::borrow::Cow;

use super::rows::Rows;

/// Whether an edge from a to b is also one from b to a.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Directed,
    Undirected,
}

/// Why a list of edges is not a graph.
#[derive(Debug, thiserror::Error, PartialEq)]
pub enum CsrError {
    #[error("{0} nodes are more than a graph can have here ({max}): split the input", max = u32::MAX - 1)]
    TooManyNodes(usize),
    #[error(
        "edge {edge} names node {node}, but there are {nodes} nodes, numbered from 0: give the right node count"
    )]
    NoSuchNode { edge: usize, node: u32, nodes: usize },
    #[error("edge {edge} has weight {weight}: weights must be finite and above zero")]
    Weight { edge: usize, weight: f64 },
}

/// A simple graph: nodes are `0..node_count()`, parallel edges are one edge with the sum of their weights, and edges
/// from a node to itself are left out (and counted in [`Csr::loops`]), since most published measures exclude them.
#[derive(Clone, Debug, PartialEq)]
pub struct Csr {
    out: Rows,
    /// Only of a directed graph: the other is its own reverse.
    incoming: Option<Rows>,
    loops: usize,
}

impl Csr {
    /// Builds the graph from `(source, target, weight)`; the order of the edges does not matter.
    ///
    /// # Errors
    /// A node number outside `0..nodes`, a weight that is not finite and positive, or too many nodes.
    pub fn new(
        nodes: usize,
        edges: impl IntoIterator<Item = (u32, u32, f64)>,
        direction: Direction,
    ) -> Result<Csr, CsrError> {
        if nodes >= u32::MAX as usize {
            return Err(CsrError::TooManyNodes(nodes));
        }
        let mut kept = Vec::new();
        let mut loops = 0;
        for (edge, (source, target, weight)) in edges.into_iter().enumerate() {
            check(edge, source, target, weight, nodes)?;
            if source == target {
                loops += 1;
                continue;
            }
            kept.push((source, target, weight));
            if direction == Direction::Undirected {
                kept.push((target, source, weight));
            }
        }
        let out = Rows::from_edges(nodes, &kept);
        drop(kept);
        let incoming = (direction == Direction::Directed).then(|| out.transposed());
        Ok(Csr { out, incoming, loops })
    }

    pub fn direction(&self) -> Direction {
        if self.incoming.is_some() {
            Direction::Directed
        } else {
            Direction::Undirected
        }
    }

    pub fn node_count(&self) -> usize {
        self.out.nodes()
    }

    /// How many edges there are; an undirected edge counts once.
    pub fn edge_count(&self) -> usize {
        match self.direction() {
            Direction::Directed => self.out.targets.len(),
            Direction::Undirected => self.out.targets.len() / 2,
        }
    }

    /// How many edges from a node to itself were left out.
    pub fn loops(&self) -> usize {
        self.loops
    }

    pub fn nodes(&self) -> std::ops::Range<u32> {
        0..self.node_count() as u32
    }

    /// Where the edges of `v` lead, sorted.
    #[inline]
    pub fn targets(&self, v: u32) -> &[u32] {
        self.out.row(v)
    }

    /// Where the edges that lead to `v` come from, sorted; of an undirected graph the same as [`Csr::targets`].
    #[inline]
    pub fn sources(&self, v: u32) -> &[u32] {
        self.incoming().row(v)
    }

    /// The edges of an undirected graph once (source below target), of a directed one all, sorted.
    pub fn edges(&self) -> impl Iterator<Item = (u32, u32, f64)> + '_ {
        let directed = self.direction() == Direction::Directed;
        self.out.edges().filter(move |&(s, t, _)| directed || s < t)
    }

    /// The graph without directions: an edge where there is one either way, with the sum of both weights.
    pub fn undirected(&self) -> Cow<'_, Csr> {
        match self.direction() {
            Direction::Undirected => Cow::Borrowed(self),
            Direction::Directed => {
                let both: Vec<_> = self
                    .edges()
                    .flat_map(|(s, t, w)| [(s, t, w), (t, s, w)])
                    .collect();
                let out = Rows::from_edges(self.node_count(), &both);
                Cow::Owned(Csr {
                    out,
                    incoming: None,
                    loops: self.loops,
                })
            }
        }
    }

    pub(crate) fn out(&self) -> &Rows {
        &self.out
    }

    pub(crate) fn incoming(&self) -> &Rows {
        self.incoming.as_ref().unwrap_or(&self.out)
    }
}

fn check(edge: usize, source: u32, target: u32, weight: f64, nodes: usize) -> Result<(), CsrError> {
    let node = source.max(target);
    if node as usize >= nodes {
        return Err(CsrError::NoSuchNode { edge, node, nodes });
    }
    if !(weight.is_finite() && weight > 0.0) {
        return Err(CsrError::Weight { edge, weight });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_undirected_edge_is_seen_from_both_ends_and_counted_once() {
        let graph = Csr::new(3, [(0, 1, 2.0), (1, 0, 1.0), (2, 2, 1.0)], Direction::Undirected).unwrap();
        assert_eq!((graph.edge_count(), graph.loops()), (1, 1));
        assert_eq!(
            (graph.targets(0), graph.targets(1), graph.targets(2)),
            (&[1][..], &[0][..], &[][..])
        );
        assert_eq!(graph.edges().collect::<Vec<_>>(), [(0, 1, 3.0)]);
    }

    #[test]
    fn a_directed_graph_keeps_both_ways_apart_until_asked() {
        let graph = Csr::new(3, [(0, 1, 2.0), (1, 0, 1.0), (1, 2, 1.0)], Direction::Directed).unwrap();
        assert_eq!(
            (graph.edge_count(), graph.sources(2), graph.targets(2)),
            (3, &[1][..], &[][..])
        );
        assert_eq!(
            graph.undirected().edges().collect::<Vec<_>>(),
            [(0, 1, 3.0), (1, 2, 1.0)]
        );
    }

    #[test]
    fn edges_that_are_not_of_the_graph_are_refused_by_number() {
        let outside = Csr::new(2, [(0, 1, 1.0), (0, 2, 1.0)], Direction::Directed);
        assert_eq!(
            outside,
            Err(CsrError::NoSuchNode {
                edge: 1,
                node: 2,
                nodes: 2
            })
        );
        for weight in [0.0, -1.0, f64::INFINITY] {
            let error = Csr::new(2, [(0, 1, weight)], Direction::Undirected).unwrap_err();
            assert_eq!(error, CsrError::Weight { edge: 0, weight });
        }
        assert!(Csr::new(2, [(0, 1, f64::NAN)], Direction::Undirected).is_err());
    }

    #[test]
    fn a_graph_may_be_empty() {
        let graph = Csr::new(0, [], Direction::Directed).unwrap();
        assert_eq!((graph.node_count(), graph.edge_count()), (0, 0));
    }
}
