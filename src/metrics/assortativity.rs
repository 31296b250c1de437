//! A graph in, how far like is joined to like out: by degree, and by kind.
//!
//! Newman, *Mixing patterns in networks*, Phys. Rev. E 2003. By degree: Pearson's correlation (equation 21) between
//! the degrees at the two ends of an edge, of a directed graph between the source's out-degree and the target's
//! in-degree. By kind: equation 2, `(tr e - Σ a b) / (1 - Σ a b)` for the matrix `e` of edge shares between kinds.
//! Unweighted, both in [-1, 1]; an undirected edge is read from both ends. None where it is 0 / 0.

use super::csr::{Csr, Direction};

pub fn degree_assortativity(graph: &Csr) -> Option<f64> {
    let ends =
        || both_ways(graph).map(|(s, t)| (graph.targets(s).len() as f64, graph.sources(t).len() as f64));
    let count = ends().count() as f64;
    let (sum_x, sum_y) = ends().fold((0.0, 0.0), |(x, y), end| (x + end.0, y + end.1));
    let (mean_x, mean_y) = (sum_x / count, sum_y / count);
    let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
    for (x, y) in ends() {
        xx += (x - mean_x) * (x - mean_x);
        yy += (y - mean_y) * (y - mean_y);
        xy += (x - mean_x) * (y - mean_y);
    }
    let spread = (xx * yy).sqrt();
    (spread > 0.0).then(|| xy / spread)
}

/// `kinds` gives a number to each node's kind; nodes beyond its end are of no kind, and their edges do not count.
pub fn kind_assortativity(graph: &Csr, kinds: &[u32]) -> Option<f64> {
    let different = kinds.iter().copied().max().map_or(0, |most| most as usize + 1);
    let (mut leaving, mut entering) = (vec![0u64; different], vec![0u64; different]);
    let (mut alike, mut count) = (0u64, 0u64);
    for (s, t) in both_ways(graph) {
        if let (Some(&from), Some(&to)) = (kinds.get(s as usize), kinds.get(t as usize)) {
            leaving[from as usize] += 1;
            entering[to as usize] += 1;
            alike += u64::from(from == to);
            count += 1;
        }
    }
    let total = count as f64;
    let chance: f64 = leaving
        .iter()
        .zip(&entering)
        .map(|(&a, &b)| (a as f64 / total) * (b as f64 / total))
        .sum();
    (count > 0 && chance < 1.0).then(|| (alike as f64 / total - chance) / (1.0 - chance))
}

fn both_ways(graph: &Csr) -> impl Iterator<Item = (u32, u32)> + '_ {
    let undirected = graph.direction() == Direction::Undirected;
    graph
        .edges()
        .flat_map(move |(s, t, _)| [Some((s, t)), undirected.then_some((t, s))])
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn undirected(nodes: usize, edges: &[(u32, u32)]) -> Csr {
        Csr::new(
            nodes,
            edges.iter().map(|&(s, t)| (s, t, 1.0)),
            Direction::Undirected,
        )
        .unwrap()
    }

    #[test]
    fn a_star_is_fully_disassortative() {
        let star = undirected(5, &[(0, 1), (0, 2), (0, 3), (0, 4)]);
        assert!((degree_assortativity(&star).unwrap() + 1.0).abs() < 1e-12);
        assert_eq!(kind_assortativity(&star, &[0, 1, 1, 1, 1]), Some(-1.0));
    }

    #[test]
    fn equal_degrees_or_kinds_have_no_correlation_to_speak_of() {
        let ring = undirected(4, &[(0, 1), (1, 2), (2, 3), (3, 0)]);
        assert_eq!(degree_assortativity(&ring), None);
        assert_eq!(kind_assortativity(&ring, &[3; 4]), None);
        assert_eq!(degree_assortativity(&undirected(3, &[])), None);
        assert_eq!(kind_assortativity(&undirected(3, &[]), &[0, 1, 2]), None);
    }

    #[test]
    fn two_kinds_that_never_meet_are_fully_assortative() {
        let pairs = undirected(4, &[(0, 1), (2, 3)]);
        assert_eq!(kind_assortativity(&pairs, &[0, 0, 1, 1]), Some(1.0));
    }
}
