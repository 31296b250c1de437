"""graph.json -> what every other format must say: nodes by id, and edges with how often each stands there."""

import json
import unicodedata
from collections import Counter
from pathlib import Path


def read(folder):
    """Nodes {id: (kind, label)} and edges Counter((source, target, relation, weight))."""
    graph = json.loads((Path(folder) / "json" / "graph.json").read_text(encoding="utf-8"))
    nodes = {node["id"]: (node.get("kind", ""), node["label"]) for node in graph["nodes"]}
    edges = Counter((edge["source"], edge["target"], edge["relation"], weight(edge["weight"])) for edge in graph["edges"])
    return nodes, edges


def merged(edges):
    """One edge per ordered pair: the weights are summed, and co_occurs joins the edge that is there."""
    pairs = Counter()
    for (source, target, relation, value), count in edges.items():
        if relation != "co_occurs":
            pairs[source, target] += value * count
    stated = set(pairs)
    for (source, target, relation, value), count in edges.items():
        if relation == "co_occurs":
            turned = (source, target) not in stated and (target, source) in stated
            pairs[(target, source) if turned else (source, target)] += value * count
    return {pair: weight(value) for pair, value in pairs.items()}


def weight(value):
    return round(float(value), 6)


def clean(text):
    """The text as XML can hold it."""
    allowed = lambda c: c in "\t\n\r" or (ord(c) >= 32 and c not in "\ufffe\uffff")
    return "".join(filter(allowed, unicodedata.normalize("NFC", text)))


def in_words(nodes, edges, words):
    """Nodes and edges with ids, kinds, labels and relations as a format that cannot hold every letter has them."""
    named = {words(key): (words(kind), words(label)) for key, (kind, label) in nodes.items()}
    linked = Counter()
    for (source, target, relation, value), count in edges.items():
        linked[words(source), words(target), words(relation), value] += count
    return named, linked


def compare(what, found, wanted):
    """Stops with the first difference. `found` and `wanted` are (nodes, edges)."""
    for part, one, other in (("nodes", found[0], wanted[0]), ("edges", found[1], wanted[1])):
        if one != other:
            one, other = Counter(dict(one)) if part == "edges" else one, other
            extra = [item for item in one.items() if item not in other.items()][:2]
            missing = [item for item in other.items() if item not in one.items()][:2]
            raise SystemExit(f"{what}: {part} differ\n  found {len(one)}, e.g. {extra}\n  wanted {len(other)}, e.g. {missing}")
    print(f"  {what}: {len(found[0])} nodes, {sum(found[1].values())} edges")
