//! A graph and a source in, how much every other node lies on the shortest paths from it out.
//!
//! One round of Brandes, *A faster algorithm for betweenness centrality*, J. Math. Sociol. 2001, on hops, with two
//! changes that leave the result the same. Each level of the search, and each level of the way back, runs along
//! whichever side has fewer edges (Beamer, Asanović and Patterson, *Direction-optimizing breadth-first search*, SC
//! 2012). And inner loops have no branch on distance: they also add to nodes whose value was already read off, which
//! nobody reads again.

use super::hops::Hops;

/// The working memory of a search, kept from one source to the next.
pub(crate) struct Brandes<'a> {
    graph: &'a Hops,
    /// Reached nodes, in order of distance, with a spare place at the end.
    order: Vec<u32>,
    /// Where each level starts in `order`.
    levels: Vec<usize>,
    /// How many shortest paths come in so far; above 0 once reached.
    arriving: Vec<f64>,
    /// How many shortest paths there are to a node, 0 until its level is complete.
    paths: Vec<f64>,
    /// Brandes' `(1 + δ(w)) / σ(w)`, 0 until its level is complete.
    per_path: Vec<f64>,
    /// The sum of `per_path` over the next nodes on shortest paths.
    returning: Vec<f64>,
    unreached: Vec<u32>,
}

impl<'a> Brandes<'a> {
    pub(crate) fn new(graph: &'a Hops) -> Brandes<'a> {
        let nodes = graph.node_count();
        Brandes {
            graph,
            order: vec![0; nodes + 1],
            levels: Vec::new(),
            arriving: vec![0.0; nodes],
            paths: vec![0.0; nodes],
            per_path: vec![0.0; nodes],
            returning: vec![0.0; nodes],
            unreached: Vec::new(),
        }
    }

    /// Calls `visit` with every reached node other than the source and its dependency δ: the sum over all targets of
    /// the share of shortest paths from the source to there that pass through the node.
    pub(crate) fn from(&mut self, source: u32, visit: impl FnMut(u32, f64)) {
        for values in [
            &mut self.arriving,
            &mut self.paths,
            &mut self.per_path,
            &mut self.returning,
        ] {
            values.fill(0.0);
        }
        self.search(source);
        self.accumulate(visit);
    }

    fn search(&mut self, source: u32) {
        self.order[0] = source;
        self.arriving[source as usize] = 1.0;
        self.levels.clear();
        self.unreached.clear();
        let mut edges_left = self.graph.edge_ends() - self.graph.sources(source).len();
        let mut pulling = false;
        let (mut start, mut end) = (0, 1);
        while start < end {
            self.levels.push(start);
            let mut leaving = 0;
            for &v in &self.order[start..end] {
                self.paths[v as usize] = self.arriving[v as usize];
                leaving += self.graph.targets(v).len();
            }
            if !pulling && edges_left < leaving {
                pulling = true;
                let arriving = &self.arriving;
                let nodes = 0..self.graph.node_count() as u32;
                self.unreached
                    .extend(nodes.filter(|&v| arriving[v as usize] == 0.0));
            }
            let reached = if pulling {
                self.pull(end)
            } else {
                self.push(start, end)
            };
            for &v in &self.order[end..reached] {
                edges_left -= self.graph.sources(v).len();
            }
            (start, end) = (end, reached);
        }
        self.levels.push(end);
    }

    /// Sends the paths of `order[start..end]` along all their edges, and says where the nodes first met then end.
    fn push(&mut self, start: usize, end: usize) -> usize {
        let mut reached = end;
        for at in start..end {
            let v = self.order[at];
            let paths = self.paths[v as usize];
            for &w in self.graph.targets(v) {
                let arriving = &mut self.arriving[w as usize];
                self.order[reached] = w;
                reached += usize::from(*arriving == 0.0);
                *arriving += paths;
            }
        }
        reached
    }

    /// The same seen from the nodes that are not reached yet: whatever they have paths from is one level up.
    fn pull(&mut self, end: usize) -> usize {
        let mut reached = end;
        let mut kept = 0;
        for at in 0..self.unreached.len() {
            let w = self.unreached[at];
            let arriving = total(self.graph.sources(w), &self.paths);
            self.arriving[w as usize] = arriving;
            self.order[reached] = w;
            self.unreached[kept] = w;
            reached += usize::from(arriving > 0.0);
            kept += usize::from(arriving == 0.0);
        }
        self.unreached.truncate(kept);
        reached
    }

    /// The way back: from the farthest level to the one next to the source.
    fn accumulate(&mut self, mut visit: impl FnMut(u32, f64)) {
        let bounds = |level: usize, levels: &[usize]| (levels[level], levels[level + 1]);
        for level in (1..self.levels.len() - 1).rev() {
            let (start, end) = bounds(level, &self.levels);
            let (mut entering, mut leaving) = (0, 0);
            for &w in &self.order[start..end] {
                let paths = self.paths[w as usize];
                let dependency = paths * self.returning[w as usize];
                self.per_path[w as usize] = (1.0 + dependency) / paths;
                visit(w, dependency);
                entering += self.graph.sources(w).len();
            }
            if level == 1 {
                break;
            }
            let (before, _) = bounds(level - 1, &self.levels);
            for &v in &self.order[before..start] {
                leaving += self.graph.targets(v).len();
            }
            if entering < leaving {
                self.push_back(start, end)
            } else {
                self.pull_back(before, start)
            }
        }
    }

    fn push_back(&mut self, start: usize, end: usize) {
        for &w in &self.order[start..end] {
            let per_path = self.per_path[w as usize];
            for &v in self.graph.sources(w) {
                self.returning[v as usize] += per_path;
            }
        }
    }

    fn pull_back(&mut self, start: usize, end: usize) {
        for &v in &self.order[start..end] {
            self.returning[v as usize] = total(self.graph.targets(v), &self.per_path);
        }
    }
}

/// The sum of `values` over `near`; two running sums, so that additions need not wait for each other.
#[inline]
fn total(near: &[u32], values: &[f64]) -> f64 {
    let pairs = near.chunks_exact(2);
    let rest: f64 = pairs.remainder().iter().map(|&v| values[v as usize]).sum();
    let (mut even, mut odd) = (0.0, 0.0);
    for pair in pairs {
        even += values[pair[0] as usize];
        odd += values[pair[1] as usize];
    }
    even + odd + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::csr::{Csr, Direction};
    use crate::metrics::fixture;

    /// Dependencies by the definition: every pair's paths counted apart.
    fn plain(graph: &Csr, source: u32) -> Vec<f64> {
        let nodes = graph.node_count();
        let mut order = vec![source];
        let (mut distance, mut paths) = (vec![u32::MAX; nodes], vec![0.0; nodes]);
        (distance[source as usize], paths[source as usize]) = (0, 1.0);
        let mut read = 0;
        while let Some(&v) = order.get(read) {
            read += 1;
            for &w in graph.targets(v) {
                if distance[w as usize] == u32::MAX {
                    distance[w as usize] = distance[v as usize] + 1;
                    order.push(w);
                }
                if distance[w as usize] == distance[v as usize] + 1 {
                    paths[w as usize] += paths[v as usize];
                }
            }
        }
        let mut dependency = vec![0.0; nodes];
        for &w in order.iter().rev() {
            for &v in graph.sources(w) {
                if distance[v as usize] != u32::MAX && distance[v as usize] + 1 == distance[w as usize] {
                    dependency[v as usize] +=
                        paths[v as usize] / paths[w as usize] * (1.0 + dependency[w as usize]);
                }
            }
        }
        dependency
    }

    #[test]
    fn the_quick_search_agrees_with_the_plain_one() {
        for direction in [Direction::Undirected, Direction::Directed] {
            let graph = fixture::hubs(300, 900, direction);
            let hops = Hops::new(&graph);
            let mut search = Brandes::new(&hops);
            for source in 0..300 {
                let mut quick = vec![0.0; 300];
                search.from(hops.renamed(&[source])[0], |v, dependency| {
                    quick[v as usize] = dependency
                });
                let quick = hops.by_old_number(&quick);
                for (v, wanted) in plain(&graph, source).into_iter().enumerate() {
                    let wanted = if v == source as usize { 0.0 } else { wanted };
                    assert!(
                        (quick[v] - wanted).abs() <= 1e-12 * (1.0 + wanted),
                        "{source} {v}"
                    );
                }
            }
        }
    }
}
