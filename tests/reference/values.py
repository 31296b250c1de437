#!/usr/bin/env python3
"""Writes values.json: small graphs and what NetworkX and igraph say of them, for tests/metrics.rs.

    python3 -m venv venv && venv/bin/pip install networkx==3.6.1 igraph==1.0.0 scipy
    venv/bin/python tests/reference/values.py

Graphs come from a generator in here, but for the karate club (Zachary 1977), which ships with NetworkX.
"""
import json
import math
import pathlib
import warnings

import igraph
import networkx as nx

warnings.simplefilter("ignore")
NODES = 26


def numbers(seed):
    """Numerical Recipes' linear congruential generator, high bits."""
    while True:
        seed = (seed * 1664525 + 1013904223) % 2**32
        yield seed >> 8


def scattered(seed, directed, edges, allowed):
    """Random weighted edges without loops or parallels; `allowed` says which pairs may be joined."""
    stream, found = numbers(seed), {}
    while len(found) < edges:
        one, other = next(stream) % NODES, next(stream) % NODES
        weight = 1 + next(stream) % 4
        if one == other or not allowed(one, other):
            continue
        key = (one, other) if directed else (min(one, other), max(one, other))
        found.setdefault(key, weight)
    return sorted((s, t, w) for (s, t), w in found.items())


def graphs():
    club = sorted((s, t, d["weight"]) for s, t, d in nx.karate_club_graph().edges(data=True))
    yield "karate", False, 34, club
    # Two components of 14 and 8 nodes, and four nodes alone.
    block = lambda v: 0 if v < 14 else 1 if v < 22 else 2
    same = lambda a, b: block(a) == block(b) != 2
    yield "pieces", False, NODES, scattered(7, False, 48, same)
    # Directed, with cycles, sources, and nodes that nothing leaves.
    yield "citations", True, NODES, scattered(11, True, 70, lambda a, b: a % 5 != 4 and b != 3)


def by_node(values):
    return [round(values[v], 13) for v in sorted(values)]


def of_networkx(directed, nodes, edges, kinds):
    g = (nx.DiGraph if directed else nx.Graph)()
    g.add_nodes_from(range(nodes))
    g.add_weighted_edges_from(edges)
    nx.set_node_attributes(g, dict(enumerate(kinds)), "kind")
    # g.to_undirected() would keep one of the two weights of an edge both ways; their sum is wanted.
    u = nx.Graph()
    u.add_nodes_from(g)
    for s, t, w in edges:
        u.add_edge(s, t, weight=w + (u[s][t]["weight"] if u.has_edge(s, t) else 0))
    hubs, authorities = nx.hits(g, max_iter=10000, tol=1e-15)
    largest = u.subgraph(max(nx.connected_components(u), key=len))
    values = {
        "weighted_degree": by_node(dict(g.degree(weight="weight"))),
        "pagerank": by_node(nx.pagerank(g, tol=1e-15, max_iter=10000)),
        "pagerank_default": by_node(nx.pagerank(g)),
        "betweenness": by_node(nx.betweenness_centrality(g, normalized=False)),
        "betweenness_normalised": by_node(nx.betweenness_centrality(g)),
        "closeness": by_node(nx.closeness_centrality(g)),
        "harmonic_sum": by_node(nx.harmonic_centrality(g)),
        "core": by_node(nx.core_number(u)),
        "clustering": by_node(nx.clustering(u)),
        "average_clustering": nx.average_clustering(u),
        "transitivity": nx.transitivity(u),
        "density": nx.density(g),
        "degree_assortativity": nx.degree_assortativity_coefficient(g, x="out", y="in") if directed else nx.degree_assortativity_coefficient(g),
        "kind_assortativity": nx.attribute_assortativity_coefficient(g, "kind"),
        "hubs": by_node(hubs),
        "authorities": by_node(authorities),
        "articulation": sorted(nx.articulation_points(u)),
        "bridges": sorted(sorted(edge) for edge in nx.bridges(u)),
        "components": nx.number_connected_components(u),
        "strong": nx.number_strongly_connected_components(g) if directed else nx.number_connected_components(g),
        "modularity_by_kind": nx.community.modularity(u, [{v for v in g if kinds[v] == k} for k in set(kinds)]),
        "largest_diameter": nx.diameter(largest),
    }
    values["eigenvector"] = by_node(nx.eigenvector_centrality(g, max_iter=100000, tol=1e-15, weight="weight"))
    return values


def of_igraph(directed, nodes, edges, kinds):
    g = igraph.Graph(nodes, [(s, t) for s, t, _ in edges], directed=directed)
    g.es["weight"] = [w for _, _, w in edges]
    blank = lambda values: [None if math.isnan(v) else round(v, 13) for v in values]
    values = {
        "pagerank": blank(g.pagerank(weights="weight")),
        "betweenness": blank(g.betweenness(directed=directed)),
        "closeness": blank(g.closeness(mode="in")),
        "harmonic": blank(g.harmonic_centrality(mode="in")),
        "core": g.coreness(mode="all") if not directed else None,
        "transitivity": g.transitivity_undirected(),
        "assortativity_degree": g.assortativity_degree(directed=directed),
        "assortativity_kind": g.assortativity_nominal([int(k) for k in kinds], directed=directed),
        "density": g.density(),
        "mean_distance": g.average_path_length(directed=directed, unconn=True),
        "diameter": g.diameter(directed=directed, unconn=True),
        "articulation": sorted(g.articulation_points()),
        "bridges": sorted(sorted(g.es[e].tuple) for e in g.bridges()),
        "hubs": blank(g.hub_score(weights="weight")),
        "authorities": blank(g.authority_score(weights="weight")),
        "eigenvector": blank(g.eigenvector_centrality(weights="weight")),  # directed=False raises in 1.0.0
    }
    if not directed:
        values["clustering"] = blank(g.transitivity_local_undirected(mode="zero"))
        values["modularity_by_kind"] = g.modularity(kinds, weights="weight")
        best = g.community_optimal_modularity if nodes < 30 else None
        if best:
            values["best_modularity"] = best(weights="weight").modularity
    return values


def main():
    out = []
    for name, directed, nodes, edges in graphs():
        kinds = [(v * v + v // 3) % 3 for v in range(nodes)]
        out.append({
            "name": name, "directed": directed, "nodes": nodes, "edges": edges, "kinds": kinds,
            "networkx": of_networkx(directed, nodes, edges, kinds),
            "igraph": of_igraph(directed, nodes, edges, kinds),
        })
    versions = {"networkx": nx.__version__, "igraph": igraph.__version__}
    text = json.dumps({"versions": versions, "graphs": out}, separators=(",", ":")).replace('],"', '],\n"')
    (pathlib.Path(__file__).parent / "values.json").write_text(text + "\n")


main()
