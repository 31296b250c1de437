//! A graph and up to 256 sources in, how many of them first reach each node at each distance out.

use super::hops::Hops;

/// How many words of 64 sources go together.
pub(crate) const LANES: usize = 4;

/// A bit for every source.
type Bits = [u64; LANES];

const NONE: Bits = [0; LANES];

/// The working memory of a search, kept from one batch of sources to the next.
pub(crate) struct Search<'a> {
    graph: &'a Hops,
    /// Which sources have reached a node; which did so on the last level; which do so on this.
    seen: Vec<Bits>,
    front: Vec<Bits>,
    next: Vec<Bits>,
    active: Vec<u32>,
    touched: Vec<u32>,
    /// Nodes that some source has yet to reach.
    unfinished: Vec<u32>,
}

impl<'a> Search<'a> {
    pub(crate) fn new(graph: &'a Hops) -> Search<'a> {
        let blank = vec![NONE; graph.node_count()];
        Search {
            graph,
            seen: blank.clone(),
            front: blank.clone(),
            next: blank,
            active: Vec::new(),
            touched: Vec::new(),
            unfinished: Vec::new(),
        }
    }

    /// Calls `visit(node, distance, count)` when `count` of the sources first reach a node, sources themselves (at
    /// distance 0) excepted. Sources must be different nodes, at most `64 * LANES`.
    pub(crate) fn from(&mut self, sources: &[u32], mut visit: impl FnMut(u32, u32, u32)) {
        let all = self.start(sources);
        let mut distance = 0;
        while !self.active.is_empty() {
            distance += 1;
            let leaving: usize = self.active.iter().map(|&v| self.graph.targets(v).len()).sum();
            self.unfinished.retain(|&w| self.seen[w as usize] != all);
            let entering: usize = self.unfinished.iter().map(|&w| self.graph.sources(w).len()).sum();
            self.touched.clear();
            // Pulling only reads, and stops early once every source is met, so its edges cost less than half.
            if entering < leaving * 2 {
                self.pull(all)
            } else {
                self.push()
            }
            for &v in &self.active {
                self.front[v as usize] = NONE;
            }
            for &w in &self.touched {
                let new = std::mem::replace(&mut self.next[w as usize], NONE);
                self.front[w as usize] = new;
                self.seen[w as usize] = or(self.seen[w as usize], new);
                visit(w, distance, new.iter().map(|word| word.count_ones()).sum());
            }
            std::mem::swap(&mut self.active, &mut self.touched);
        }
    }

    /// Sets a bit at every source, and returns all of them together.
    fn start(&mut self, sources: &[u32]) -> Bits {
        self.seen.fill(NONE);
        self.front.fill(NONE);
        let mut all = NONE;
        for (bit, &source) in sources.iter().enumerate() {
            self.seen[source as usize][bit / 64] |= 1 << (bit % 64);
            self.front[source as usize] = self.seen[source as usize];
            all[bit / 64] |= 1 << (bit % 64);
        }
        self.active.clear();
        self.active.extend_from_slice(sources);
        self.unfinished.clear();
        self.unfinished.extend(0..self.graph.node_count() as u32);
        all
    }

    fn push(&mut self) {
        for &v in &self.active {
            let front = self.front[v as usize];
            for &w in self.graph.targets(v) {
                let new = but_not(front, self.seen[w as usize]);
                if new != NONE {
                    let next = &mut self.next[w as usize];
                    if *next == NONE {
                        self.touched.push(w);
                    }
                    *next = or(*next, new);
                }
            }
        }
    }

    fn pull(&mut self, all: Bits) {
        for &w in &self.unfinished {
            let seen = self.seen[w as usize];
            let missing = but_not(all, seen);
            let mut met = NONE;
            for &v in self.graph.sources(w) {
                met = or(met, self.front[v as usize]);
                if but_not(missing, met) == NONE {
                    break;
                }
            }
            let new = but_not(met, seen);
            if new != NONE {
                self.next[w as usize] = new;
                self.touched.push(w);
            }
        }
    }
}

#[inline]
fn or(one: Bits, other: Bits) -> Bits {
    std::array::from_fn(|lane| one[lane] | other[lane])
}

#[inline]
fn but_not(one: Bits, other: Bits) -> Bits {
    std::array::from_fn(|lane| one[lane] & !other[lane])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::csr::{Csr, Direction};
    use crate::metrics::fixture;

    /// By node: its distance from `source`, by the plainest search there is.
    fn plain(graph: &Csr, source: u32) -> Vec<Option<u32>> {
        let mut distance = vec![None; graph.node_count()];
        distance[source as usize] = Some(0);
        let mut queue = std::collections::VecDeque::from([source]);
        while let Some(v) = queue.pop_front() {
            for &w in graph.targets(v) {
                if distance[w as usize].is_none() {
                    distance[w as usize] = distance[v as usize].map(|d| d + 1);
                    queue.push_back(w);
                }
            }
        }
        distance
    }

    #[test]
    fn many_sources_together_find_what_each_finds_alone() {
        for direction in [Direction::Undirected, Direction::Directed] {
            let graph = fixture::hubs(700, 1200, direction);
            let sources: Vec<u32> = (0..700).step_by(3).collect();
            let mut found = std::collections::BTreeMap::new();
            let hops = Hops::new(&graph);
            let names = hops.by_old_number(&(0..700).collect::<Vec<u32>>());
            let mut old = vec![0; 700];
            names
                .iter()
                .enumerate()
                .for_each(|(v, &name)| old[name as usize] = v as u32);
            Search::new(&hops).from(&hops.renamed(&sources), |v, distance, count| {
                *found.entry((old[v as usize], distance)).or_insert(0) += count;
            });
            let mut wanted = std::collections::BTreeMap::new();
            for &source in &sources {
                for (v, distance) in plain(&graph, source).into_iter().enumerate() {
                    if let Some(distance @ 1..) = distance {
                        *wanted.entry((v as u32, distance)).or_insert(0) += 1;
                    }
                }
            }
            assert_eq!(found, wanted);
        }
    }
}
