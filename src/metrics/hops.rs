//! A graph in, the same graph for counting hops out: no weights, and the nodes with most neighbours first.
//!
//! What is read most then lies together in the processor's cache, and a search meets the hubs of a list at its start.

use super::csr::{Csr, Direction};

/// At which end the nodes with most neighbours stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hubs {
    First,
    Last,
}

/// By node: its place when nodes are sorted by degree, ties by number.
pub(crate) fn rank_by_degree(graph: &Csr, hubs: Hubs) -> Vec<u32> {
    let mut order: Vec<u32> = graph.nodes().collect();
    let degree = |v: u32| graph.out().length(v) + graph.incoming().length(v);
    match hubs {
        Hubs::Last => order.sort_by_key(|&v| degree(v)),
        Hubs::First => order.sort_by_key(|&v| std::cmp::Reverse(degree(v))),
    }
    let mut rank = vec![0; order.len()];
    for (at, &v) in order.iter().enumerate() {
        rank[v as usize] = at as u32;
    }
    rank
}

/// The unweighted graph, its nodes called by their rank.
pub(crate) struct Hops {
    out: Lists,
    incoming: Option<Lists>,
    rank: Vec<u32>,
}

impl Hops {
    pub(crate) fn new(graph: &Csr) -> Hops {
        let rank = rank_by_degree(graph, Hubs::First);
        let out = Lists::turned(&rank, |v| graph.targets(v).len(), |v| graph.sources(v));
        let incoming = (graph.direction() == Direction::Directed)
            .then(|| Lists::turned(&rank, |v| graph.sources(v).len(), |v| graph.targets(v)));
        Hops { out, incoming, rank }
    }

    /// What the nodes of the graph are called here.
    pub(crate) fn renamed(&self, nodes: &[u32]) -> Vec<u32> {
        nodes.iter().map(|&v| self.rank[v as usize]).collect()
    }

    /// `values` by the graph's own numbers.
    pub(crate) fn by_old_number<T: Copy>(&self, values: &[T]) -> Vec<T> {
        self.rank.iter().map(|&rank| values[rank as usize]).collect()
    }

    pub(crate) fn node_count(&self) -> usize {
        self.rank.len()
    }

    pub(crate) fn edge_ends(&self) -> usize {
        self.out.ends.len()
    }

    #[inline]
    pub(crate) fn targets(&self, v: u32) -> &[u32] {
        self.out.row(v)
    }

    #[inline]
    pub(crate) fn sources(&self, v: u32) -> &[u32] {
        self.incoming.as_ref().unwrap_or(&self.out).row(v)
    }
}

struct Lists {
    offsets: Vec<usize>,
    ends: Vec<u32>,
}

impl Lists {
    /// Lists of renamed nodes, from how long each is and, for every node, in whose lists it stands. Going through
    /// the nodes by rank makes every list sorted.
    fn turned<'a>(
        rank: &[u32],
        length: impl Fn(u32) -> usize,
        stands_in: impl Fn(u32) -> &'a [u32],
    ) -> Lists {
        let mut order = vec![0u32; rank.len()];
        rank.iter()
            .enumerate()
            .for_each(|(v, &r)| order[r as usize] = v as u32);
        let mut offsets = Vec::with_capacity(rank.len() + 1);
        offsets.push(0);
        let mut all = 0;
        for &v in &order {
            all += length(v);
            offsets.push(all);
        }
        let mut next = offsets.clone();
        let mut ends = vec![0u32; all];
        for (own, &v) in order.iter().enumerate() {
            for &w in stands_in(v) {
                let at = &mut next[rank[w as usize] as usize];
                ends[*at] = own as u32;
                *at += 1;
            }
        }
        Lists { offsets, ends }
    }

    #[inline]
    fn row(&self, v: u32) -> &[u32] {
        &self.ends[self.offsets[v as usize]..self.offsets[v as usize + 1]]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_busiest_node_stands_where_asked() {
        let graph = Csr::new(4, [(0, 3, 1.0), (1, 3, 1.0), (2, 3, 1.0)], Direction::Undirected).unwrap();
        assert_eq!(rank_by_degree(&graph, Hubs::First), [1, 2, 3, 0]);
        assert_eq!(rank_by_degree(&graph, Hubs::Last), [0, 1, 2, 3]);
    }

    #[test]
    fn renamed_nodes_keep_their_edges() {
        let graph = Csr::new(
            4,
            [(0, 3, 1.0), (3, 1, 1.0), (2, 3, 1.0), (1, 2, 1.0)],
            Direction::Directed,
        )
        .unwrap();
        let hops = Hops::new(&graph);
        assert_eq!((hops.node_count(), hops.edge_ends()), (4, 4));
        for v in graph.nodes() {
            let here = hops.renamed(&[v])[0];
            let mut targets = hops.renamed(graph.targets(v));
            targets.sort_unstable();
            assert_eq!(hops.targets(here), targets);
            let mut sources = hops.renamed(graph.sources(v));
            sources.sort_unstable();
            assert_eq!(hops.sources(here), sources);
        }
        let names = hops.by_old_number(&(0..4).map(|rank| rank * 10).collect::<Vec<_>>());
        assert_eq!(
            names,
            hops.renamed(&[0, 1, 2, 3])
                .iter()
                .map(|rank| rank * 10)
                .collect::<Vec<_>>()
        );
    }
}
