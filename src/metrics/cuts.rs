//! A graph in, the nodes and the edges without which it would fall into more pieces out.
//!
//! Articulation points and bridges after Hopcroft and Tarjan, *Efficient algorithms for graph manipulation*, Comm. ACM
//! 1973. Directions and weights are disregarded; parallel edges are one edge, so a pair joined twice can be a bridge.

use super::csr::Csr;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cuts {
    /// Articulation points, sorted.
    pub nodes: Vec<u32>,
    /// Bridges, lower end first, sorted.
    pub edges: Vec<(u32, u32)>,
}

pub fn cuts(graph: &Csr) -> Cuts {
    let graph = graph.undirected();
    let nodes = graph.node_count();
    let mut walk = Walk {
        graph: &graph,
        met: 0,
        index: vec![NEW; nodes],
        low: vec![0; nodes],
        cuts: vec![false; nodes],
    };
    let mut edges = Vec::new();
    for root in graph.nodes() {
        if walk.index[root as usize] == NEW {
            walk.explore(root, &mut edges);
        }
    }
    edges.sort_unstable();
    Cuts {
        nodes: graph.nodes().filter(|&v| walk.cuts[v as usize]).collect(),
        edges,
    }
}

const NEW: u32 = u32::MAX;

/// A depth-first walk with its own stack, so that a long chain cannot overflow the thread's.
struct Walk<'a> {
    graph: &'a Csr,
    met: u32,
    /// When a node was met, and the earliest that can be reached from below it without the edge it was met by.
    index: Vec<u32>,
    low: Vec<u32>,
    cuts: Vec<bool>,
}

impl Walk<'_> {
    fn explore(&mut self, root: u32, bridges: &mut Vec<(u32, u32)>) {
        let mut path = vec![(root, 0usize)];
        let mut branches = 0;
        self.meet(root);
        while let Some(&(v, at)) = path.last() {
            let parent = path.len().checked_sub(2).map(|above| path[above].0);
            if let Some(&w) = self.graph.targets(v).get(at) {
                path.last_mut().expect("just read").1 += 1;
                if self.index[w as usize] == NEW {
                    self.meet(w);
                    path.push((w, 0));
                } else if Some(w) != parent {
                    self.low[v as usize] = self.low[v as usize].min(self.index[w as usize]);
                }
                continue;
            }
            path.pop();
            if let Some(parent) = parent {
                self.leave(v, parent, bridges);
                branches += usize::from(parent == root);
            }
        }
        // The root has nothing above it, so it is one exactly if the walk had to set out from it twice.
        self.cuts[root as usize] = branches > 1;
    }

    fn meet(&mut self, v: u32) {
        self.index[v as usize] = self.met;
        self.low[v as usize] = self.met;
        self.met += 1;
    }

    fn leave(&mut self, v: u32, parent: u32, bridges: &mut Vec<(u32, u32)>) {
        let (low, above) = (self.low[v as usize], self.index[parent as usize]);
        self.low[parent as usize] = self.low[parent as usize].min(low);
        if low >= above {
            self.cuts[parent as usize] = true;
        }
        if low > above {
            bridges.push((v.min(parent), v.max(parent)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::components::weak_components;
    use crate::metrics::csr::Direction;
    use crate::metrics::fixture;

    #[test]
    fn two_triangles_joined_by_an_edge() {
        let pairs = [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 5), (5, 3)];
        let graph = Csr::new(6, pairs.map(|(s, t)| (s, t, 1.0)), Direction::Undirected).unwrap();
        assert_eq!(
            cuts(&graph),
            Cuts {
                nodes: vec![2, 3],
                edges: vec![(2, 3)]
            }
        );
    }

    #[test]
    fn taking_any_away_leaves_more_pieces_exactly_where_said() {
        let graph = fixture::hubs(120, 130, Direction::Directed);
        let found = cuts(&graph);
        assert!(!found.nodes.is_empty() && !found.edges.is_empty());
        let whole = graph.undirected();
        let pieces = weak_components(&whole).count();
        let without = |keep: &dyn Fn(u32, u32) -> bool| {
            let edges = whole.edges().filter(|&(s, t, _)| keep(s, t));
            weak_components(&Csr::new(120, edges, Direction::Undirected).unwrap()).count()
        };
        for (s, t, _) in whole.edges() {
            let falls = without(&|a, b| (a, b) != (s, t)) > pieces;
            assert_eq!(falls, found.edges.binary_search(&(s, t)).is_ok(), "{s} {t}");
        }
        for v in whole.nodes() {
            // The node itself stays behind alone, which is one piece more unless it was alone already.
            let alone = usize::from(!whole.targets(v).is_empty());
            let falls = without(&|a, b| a != v && b != v) > pieces + alone;
            assert_eq!(falls, found.nodes.binary_search(&v).is_ok(), "{v}");
        }
    }

    #[test]
    fn every_inner_node_of_a_long_chain_is_one() {
        let chain = Csr::new(
            100_000,
            (1..100_000).map(|v| (v - 1, v, 1.0)),
            Direction::Undirected,
        )
        .unwrap();
        let found = cuts(&chain);
        assert_eq!((found.nodes.len(), found.edges.len()), (99_998, 99_999));
    }
}
