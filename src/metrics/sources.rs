//! A node count in, the nodes from which shortest paths are counted out: all, or a sample where that takes too long.

use super::random::Random;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sources {
    /// Every node: the result is exact.
    All,
    /// `count` nodes drawn without replacement (all, if there are no more): the result is an estimate.
    Sample { count: usize, seed: u64 },
}

impl Sources {
    pub(crate) fn nodes(self, nodes: usize) -> Vec<u32> {
        match self {
            Sources::All => (0..nodes as u32).collect(),
            Sources::Sample { count, seed } => Random::new(seed).sample(nodes as u32, count),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_as_large_as_the_graph_is_all_of_it() {
        assert_eq!(
            Sources::Sample { count: 9, seed: 4 }.nodes(5),
            Sources::All.nodes(5)
        );
        assert_eq!(Sources::Sample { count: 2, seed: 4 }.nodes(5).len(), 2);
    }
}
