//! An undirected graph in, its connected pieces as graphs of their own out, the largest first.

use crate::metrics::components::weak_components;
use crate::metrics::csr::{Csr, Direction};

pub(super) struct Piece {
    pub(super) graph: Csr,
    /// For each node of the piece, which node of the whole it is; sorted.
    pub(super) nodes: Vec<u32>,
}

impl Piece {
    /// What `values`, one for each node of the whole, are for the nodes of the piece.
    pub(super) fn own<T: Copy>(&self, values: &[T]) -> Vec<T> {
        self.nodes.iter().map(|&v| values[v as usize]).collect()
    }
}

pub(super) fn pieces(graph: &Csr) -> Vec<Piece> {
    let components = weak_components(graph);
    let mut nodes: Vec<Vec<u32>> = vec![Vec::new(); components.count()];
    let mut number = vec![0u32; graph.node_count()];
    for v in graph.nodes() {
        let members = &mut nodes[components.of[v as usize] as usize];
        number[v as usize] = members.len() as u32;
        members.push(v);
    }
    let mut edges: Vec<Vec<(u32, u32, f64)>> = vec![Vec::new(); components.count()];
    for (s, t, weight) in graph.edges() {
        let piece = components.of[s as usize] as usize;
        edges[piece].push((number[s as usize], number[t as usize], weight));
    }
    let mut pieces: Vec<Piece> = (nodes.into_iter().zip(edges))
        .map(|(nodes, edges)| {
            let graph = Csr::new(nodes.len(), edges, Direction::Undirected);
            Piece {
                graph: graph.expect("edges of a graph are valid in its pieces"),
                nodes,
            }
        })
        .collect();
    pieces.sort_by_key(|piece| std::cmp::Reverse(piece.nodes.len()));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_keep_their_edges_under_new_numbers() {
        let edges = [(4, 1, 2.0), (0, 3, 1.0), (3, 5, 7.0)];
        let pieces = pieces(&Csr::new(6, edges, Direction::Undirected).unwrap());
        let nodes: Vec<&[u32]> = pieces.iter().map(|piece| piece.nodes.as_slice()).collect();
        assert_eq!(nodes, [&[0, 3, 5][..], &[1, 4], &[2]]);
        assert_eq!(
            pieces[0].graph.edges().collect::<Vec<_>>(),
            [(0, 1, 1.0), (1, 2, 7.0)]
        );
        assert_eq!(pieces[1].own(&["a", "b", "c", "d", "e", "f"]), ["b", "e"]);
    }
}
