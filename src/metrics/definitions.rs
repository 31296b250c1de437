//! Nothing in, a sentence on every measure out, for reports to print: what it is, after whom, and by which convention.

/// What a measure's number means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The name of the attribute or of the number of the whole graph.
    pub name: &'static str,
    pub meaning: &'static str,
}

const fn define(name: &'static str, meaning: &'static str) -> Definition {
    Definition { name, meaning }
}

/// Every measure of [`Measures`](super::measures::Measures), nodes' first.
pub const DEFINITIONS: [Definition; 26] = [
    define(
        "degree",
        "number of neighbours by edges in and out; parallel edges count once, loops never",
    ),
    define(
        "in_degree",
        "number of edges in; of an undirected graph the degree",
    ),
    define(
        "out_degree",
        "number of edges out; of an undirected graph the degree",
    ),
    define("weighted_degree", "sum of the weights of the edges in and out"),
    define(
        "pagerank",
        "Page et al. 1999; weighted, directed, damping 0.85, what a node without edges out holds goes to all alike, \
         sum 1, converged to 1e-10 in sum",
    ),
    define(
        "betweenness",
        "Freeman 1977 by Brandes 2001; shortest paths in hops, directions disregarded, each pair once, not \
         normalised; estimated from sampled sources in large graphs (Brandes and Pich 2007)",
    ),
    define(
        "closeness",
        "Freeman 1979 with the correction of Wasserman and Faust 1994 for graphs in pieces; hops, directions \
         disregarded",
    ),
    define(
        "harmonic",
        "Marchiori and Latora 2000; mean of 1 / distance to all others; hops, directions disregarded",
    ),
    define(
        "eigenvector",
        "Bonacich 1987; weighted, directions disregarded, Euclidean norm 1",
    ),
    define("hub", "Kleinberg 1999 (HITS); weighted, directed, sum 1"),
    define("authority", "Kleinberg 1999 (HITS); weighted, directed, sum 1"),
    define(
        "core",
        "Seidman 1983; largest k whose k-core holds the node; unweighted, directions disregarded",
    ),
    define(
        "clustering",
        "Watts and Strogatz 1998; share of neighbour pairs that are joined, 0 with fewer than two neighbours; \
         unweighted, directions disregarded",
    ),
    define(
        "articulation",
        "Hopcroft and Tarjan 1973; whether the graph falls into more pieces without the node",
    ),
    define(
        "community",
        "number of the community, 0 the largest; Leiden (Traag et al. 2019), seeded, weighted",
    ),
    define(
        "component",
        "number of the weakly connected component, by first node",
    ),
    define(
        "density",
        "share of the possible edges that exist, directed or not as the graph is",
    ),
    define("components", "weakly connected; strong ones by Tarjan 1972"),
    define(
        "diameter",
        "longest shortest path in hops between nodes joined by one; from a sample a lower bound",
    ),
    define(
        "mean_distance",
        "mean length in hops of shortest paths over the pairs joined by one",
    ),
    define(
        "degree_assortativity",
        "Newman 2003; correlation of the degrees at the ends of edges",
    ),
    define(
        "kind_assortativity",
        "Newman 2003; share of edges within a kind beyond chance, relative to the most",
    ),
    define(
        "average_clustering",
        "mean of the local clustering over all nodes, those with fewer than two neighbours too",
    ),
    define(
        "transitivity",
        "Newman 2003; three times the triangles over the paths of length two",
    ),
    define(
        "modularity",
        "Newman 2004; weighted, directions disregarded, resolution 1",
    ),
    define(
        "bridges",
        "Hopcroft and Tarjan 1973; edges without which the graph falls into more pieces",
    ),
];
