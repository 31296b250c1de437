//! Edges with node numbers in, compressed sparse rows out: for every node its sorted neighbours and weights.

/// Neighbour lists of all nodes laid end to end. Row `v` is sorted by neighbour and names each at most once.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Rows {
    pub(crate) offsets: Vec<usize>,
    pub(crate) targets: Vec<u32>,
    pub(crate) weights: Vec<f64>,
}

impl Rows {
    /// Rows of `edges` (source, target, weight); parallel edges become one whose weight is their sum.
    pub(crate) fn from_edges(nodes: usize, edges: &[(u32, u32, f64)]) -> Rows {
        let by_target = scatter(nodes, edges.len(), || edges.iter().map(|&(s, t, w)| (t, s, w)));
        merge_parallel(by_target.transposed())
    }

    /// The same edges, turned round. Rows come out sorted because sources are visited in order.
    pub(crate) fn transposed(&self) -> Rows {
        let nodes = self.nodes();
        scatter(nodes, self.targets.len(), || {
            (0..nodes as u32).flat_map(|v| {
                let (near, weights) = self.entries(v);
                near.iter().zip(weights).map(move |(&t, &w)| (t, v, w))
            })
        })
    }

    pub(crate) fn nodes(&self) -> usize {
        self.offsets.len() - 1
    }

    #[inline]
    pub(crate) fn row(&self, v: u32) -> &[u32] {
        &self.targets[self.offsets[v as usize]..self.offsets[v as usize + 1]]
    }

    #[inline]
    pub(crate) fn entries(&self, v: u32) -> (&[u32], &[f64]) {
        let range = self.offsets[v as usize]..self.offsets[v as usize + 1];
        (&self.targets[range.clone()], &self.weights[range])
    }

    #[inline]
    pub(crate) fn length(&self, v: u32) -> usize {
        self.offsets[v as usize + 1] - self.offsets[v as usize]
    }

    /// The sum of `weight × values[neighbour]` over row `v`. Four running sums keep the processor busy; which term
    /// goes to which is fixed, so the result is too.
    #[inline]
    pub(crate) fn gather(&self, v: u32, values: &[f64]) -> f64 {
        let (near, weights) = self.entries(v);
        let mut sums = [0.0; 4];
        let (near4, weights4) = (near.chunks_exact(4), weights.chunks_exact(4));
        let rest: f64 = near4
            .remainder()
            .iter()
            .zip(weights4.remainder())
            .map(|(&t, w)| w * values[t as usize])
            .sum();
        for (near, weights) in near4.zip(weights4) {
            for lane in 0..4 {
                sums[lane] += weights[lane] * values[near[lane] as usize];
            }
        }
        (sums[0] + sums[1]) + (sums[2] + sums[3]) + rest
    }

    /// The sum of the weights of row `v`.
    pub(crate) fn strength(&self, v: u32) -> f64 {
        self.entries(v).1.iter().sum()
    }

    /// All edges, by source and then target.
    pub(crate) fn edges(&self) -> impl Iterator<Item = (u32, u32, f64)> + '_ {
        (0..self.nodes() as u32).flat_map(|v| {
            let (near, weights) = self.entries(v);
            near.iter().zip(weights).map(move |(&t, &w)| (v, t, w))
        })
    }
}

/// Counting sort of (row, neighbour, weight) into rows, keeping the order of arrival inside a row.
fn scatter<I: Iterator<Item = (u32, u32, f64)>>(nodes: usize, edges: usize, each: impl Fn() -> I) -> Rows {
    let mut offsets = vec![0usize; nodes + 1];
    for (row, _, _) in each() {
        offsets[row as usize + 1] += 1;
    }
    for row in 0..nodes {
        offsets[row + 1] += offsets[row];
    }
    let mut next = offsets.clone();
    let (mut targets, mut weights) = (vec![0u32; edges], vec![0f64; edges]);
    for (row, near, weight) in each() {
        let at = &mut next[row as usize];
        targets[*at] = near;
        weights[*at] = weight;
        *at += 1;
    }
    Rows {
        offsets,
        targets,
        weights,
    }
}

/// Joins equal neighbours, which stand side by side. Their weights are added from the smallest up, so that the
/// order in which parallel edges were given cannot change the last bit of the sum.
fn merge_parallel(mut rows: Rows) -> Rows {
    let mut kept = 0;
    let mut start = 0;
    for v in 0..rows.nodes() {
        let end = rows.offsets[v + 1];
        while start < end {
            let near = rows.targets[start];
            let run = rows.targets[start..end]
                .iter()
                .take_while(|&&t| t == near)
                .count();
            let together = &mut rows.weights[start..start + run];
            together.sort_unstable_by(f64::total_cmp);
            let weight = together.iter().sum();
            rows.targets[kept] = near;
            rows.weights[kept] = weight;
            kept += 1;
            start += run;
        }
        rows.offsets[v + 1] = kept;
    }
    rows.targets.truncate(kept);
    rows.weights.truncate(kept);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_sorted_and_parallel_edges_are_added_up() {
        let rows = Rows::from_edges(3, &[(0, 2, 1.0), (0, 1, 4.0), (0, 2, 0.5), (2, 0, 3.0)]);
        assert_eq!(rows.entries(0), (&[1, 2][..], &[4.0, 1.5][..]));
        assert_eq!(rows.entries(1), (&[][..], &[][..]));
        assert_eq!(rows.entries(2), (&[0][..], &[3.0][..]));
    }

    #[test]
    fn turning_round_twice_changes_nothing() {
        let rows = Rows::from_edges(4, &[(3, 1, 1.0), (0, 1, 2.0), (1, 3, 3.0), (2, 0, 4.0)]);
        assert_eq!(rows.transposed().transposed(), rows);
        assert_eq!(rows.transposed().row(1), &[0, 3]);
    }

    #[test]
    fn the_order_of_parallel_edges_does_not_change_the_sum() {
        let one = Rows::from_edges(2, &[(0, 1, 0.1), (0, 1, 1e16), (0, 1, 0.3), (0, 1, 0.7)]);
        let other = Rows::from_edges(2, &[(0, 1, 0.7), (0, 1, 0.3), (0, 1, 0.1), (0, 1, 1e16)]);
        assert_eq!(one.weights[0].to_bits(), other.weights[0].to_bits());
    }
}
