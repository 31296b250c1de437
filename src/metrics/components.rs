//! A graph in, its weakly or strongly connected components out.
//!
//! Weak: two nodes are together if a path of edges in any direction joins them. Strong: if a directed path leads
//! each way (Tarjan, *Depth-first search and linear graph algorithms*, SIAM J. Comput. 1972). Weights play no part.

use super::csr::{Csr, Direction};

/// Which component every node is in; components are numbered by their first node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Components {
    pub of: Vec<u32>,
    /// By component: how many nodes.
    pub sizes: Vec<u32>,
}

impl Components {
    pub fn count(&self) -> usize {
        self.sizes.len()
    }

    /// The number of nodes of the largest, 0 if there is none.
    pub fn largest(&self) -> u32 {
        self.sizes.iter().copied().max().unwrap_or(0)
    }

    /// Numbers groups by their first node.
    pub(crate) fn from_labels(labels: &[u32]) -> Components {
        let bound = labels.iter().max().map_or(0, |&most| most as usize + 1);
        let mut number = vec![u32::MAX; bound];
        let mut sizes: Vec<u32> = Vec::new();
        let mut of = Vec::with_capacity(labels.len());
        for &label in labels {
            let number = &mut number[label as usize];
            if *number == u32::MAX {
                *number = sizes.len() as u32;
                sizes.push(0);
            }
            sizes[*number as usize] += 1;
            of.push(*number);
        }
        Components { of, sizes }
    }
}

pub fn weak_components(graph: &Csr) -> Components {
    let nodes = graph.node_count();
    let mut of = vec![u32::MAX; nodes];
    let mut sizes = Vec::new();
    let mut queue: Vec<u32> = Vec::with_capacity(nodes);
    for root in graph.nodes() {
        if of[root as usize] != u32::MAX {
            continue;
        }
        let component = sizes.len() as u32;
        queue.clear();
        queue.push(root);
        of[root as usize] = component;
        let mut read = 0;
        while let Some(&v) = queue.get(read) {
            read += 1;
            reach(graph.targets(v), component, &mut of, &mut queue);
            if graph.direction() == Direction::Directed {
                reach(graph.sources(v), component, &mut of, &mut queue);
            }
        }
        sizes.push(queue.len() as u32);
    }
    Components { of, sizes }
}

fn reach(near: &[u32], component: u32, of: &mut [u32], queue: &mut Vec<u32>) {
    for &w in near {
        if of[w as usize] == u32::MAX {
            of[w as usize] = component;
            queue.push(w);
        }
    }
}

/// The strong components; of an undirected graph they are the weak ones.
pub fn strong_components(graph: &Csr) -> Components {
    if graph.direction() == Direction::Undirected {
        return weak_components(graph);
    }
    let mut search = Tarjan::new(graph);
    for root in graph.nodes() {
        if search.index[root as usize] == NEW {
            search.explore(root);
        }
    }
    Components::from_labels(&search.label)
}

const NEW: u32 = u32::MAX;

/// Tarjan's search with its own stack, so that a long chain cannot overflow the thread's.
struct Tarjan<'a> {
    graph: &'a Csr,
    /// When a node was first met, and the earliest node known to be reachable from it that is not finished.
    index: Vec<u32>,
    low: Vec<u32>,
    label: Vec<u32>,
    open: Vec<u32>,
    met: u32,
}

impl<'a> Tarjan<'a> {
    fn new(graph: &'a Csr) -> Tarjan<'a> {
        let blank = vec![NEW; graph.node_count()];
        Tarjan {
            graph,
            index: blank.clone(),
            low: blank.clone(),
            label: blank,
            open: Vec::new(),
            met: 0,
        }
    }

    fn explore(&mut self, root: u32) {
        let mut path = vec![(root, 0usize)];
        self.meet(root);
        while let Some(step) = path.last_mut() {
            let (v, at) = *step;
            if let Some(&w) = self.graph.targets(v).get(at) {
                step.1 += 1;
                if self.index[w as usize] == NEW {
                    self.meet(w);
                    path.push((w, 0));
                } else if self.label[w as usize] == NEW {
                    self.low[v as usize] = self.low[v as usize].min(self.index[w as usize]);
                }
            } else {
                path.pop();
                self.finish(v);
                if let Some(&(parent, _)) = path.last() {
                    self.low[parent as usize] = self.low[parent as usize].min(self.low[v as usize]);
                }
            }
        }
    }

    fn meet(&mut self, v: u32) {
        self.index[v as usize] = self.met;
        self.low[v as usize] = self.met;
        self.met += 1;
        self.open.push(v);
    }

    /// If nothing earlier can be reached from `v`, what is open above it is its component.
    fn finish(&mut self, v: u32) {
        if self.low[v as usize] < self.index[v as usize] {
            return;
        }
        while let Some(w) = self.open.pop() {
            self.label[w as usize] = v;
            if w == v {
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn directed(nodes: usize, edges: &[(u32, u32)]) -> Csr {
        Csr::new(
            nodes,
            edges.iter().map(|&(s, t)| (s, t, 1.0)),
            Direction::Directed,
        )
        .unwrap()
    }

    #[test]
    fn direction_joins_weakly_but_not_strongly() {
        let graph = directed(5, &[(0, 1), (1, 2), (2, 1), (4, 3)]);
        assert_eq!(
            weak_components(&graph),
            Components {
                of: vec![0, 0, 0, 1, 1],
                sizes: vec![3, 2]
            }
        );
        assert_eq!(strong_components(&graph).of, [0, 1, 1, 2, 3]);
        assert_eq!(weak_components(&graph).largest(), 3);
    }

    #[test]
    fn a_ring_is_one_strong_component_and_a_long_chain_overflows_nothing() {
        let ring: Vec<_> = (0..200_000).map(|v| (v, (v + 1) % 200_000)).collect();
        assert_eq!(strong_components(&directed(200_000, &ring)).count(), 1);
        assert_eq!(
            strong_components(&directed(200_000, &ring[..199_999])).count(),
            200_000
        );
    }

    #[test]
    fn a_finished_component_does_not_join_a_later_one() {
        let graph = directed(
            6,
            &[(0, 1), (1, 0), (2, 3), (3, 2), (2, 0), (4, 3), (5, 4), (4, 5)],
        );
        assert_eq!(strong_components(&graph).of, [0, 0, 1, 1, 2, 2]);
    }
}
