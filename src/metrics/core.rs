//! A graph in, the core number of every node out.
//!
//! Seidman, *Network structure and minimum degree*, Social Networks 1983: the k-core is the largest part in which
//! every node has at least k neighbours, and a node's number is the largest k whose core holds it. Computed by the
//! bins of Batagelj and Zaveršnik (2003) in time linear in the edges. Unweighted; directions are disregarded.

use super::csr::Csr;

pub fn core_numbers(graph: &Csr) -> Vec<u32> {
    let graph = graph.undirected();
    let mut degree: Vec<u32> = graph.nodes().map(|v| graph.targets(v).len() as u32).collect();
    let Bins {
        mut start,
        mut order,
        mut position,
    } = Bins::new(&degree);
    for at in 0..order.len() {
        let v = order[at];
        let own = degree[v as usize];
        for &w in graph.targets(v) {
            let theirs = degree[w as usize];
            if theirs > own {
                // Swapping w with the first of its bin and moving the bin's start past it puts w one bin lower.
                let first = start[theirs as usize];
                let other = order[first as usize];
                let here = position[w as usize];
                order.swap(first as usize, here as usize);
                position[w as usize] = first;
                position[other as usize] = here;
                start[theirs as usize] += 1;
                degree[w as usize] -= 1;
            }
        }
    }
    degree
}

/// Nodes in order of degree, where each degree's nodes start, and where each node stands.
struct Bins {
    start: Vec<u32>,
    order: Vec<u32>,
    position: Vec<u32>,
}

impl Bins {
    fn new(degree: &[u32]) -> Bins {
        let most = degree.iter().copied().max().unwrap_or(0) as usize;
        let mut start = vec![0u32; most + 2];
        for &d in degree {
            start[d as usize + 1] += 1;
        }
        for d in 0..=most {
            start[d + 1] += start[d];
        }
        let mut next = start.clone();
        let (mut order, mut position) = (vec![0; degree.len()], vec![0; degree.len()]);
        for (v, &d) in degree.iter().enumerate() {
            position[v] = next[d as usize];
            order[next[d as usize] as usize] = v as u32;
            next[d as usize] += 1;
        }
        Bins {
            start,
            order,
            position,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::csr::Direction;

    #[test]
    fn a_triangle_with_a_tail_and_a_loner() {
        let edges = [(0, 1, 1.0), (1, 2, 1.0), (2, 0, 1.0), (2, 3, 9.0), (3, 4, 1.0)];
        for direction in [Direction::Undirected, Direction::Directed] {
            let graph = Csr::new(6, edges, direction).unwrap();
            assert_eq!(core_numbers(&graph), [2, 2, 2, 1, 1, 0]);
        }
    }

    #[test]
    fn a_complete_graph_is_its_own_core() {
        let pairs = (0..6).flat_map(|a| (0..a).map(move |b| (a, b, 1.0)));
        assert_eq!(
            core_numbers(&Csr::new(6, pairs, Direction::Undirected).unwrap()),
            [5; 6]
        );
    }
}
