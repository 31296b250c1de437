"""Opens the exports of one graph with Python's readers and compares them with graph.json: check.py FOLDER"""

import csv
import sqlite3
import subprocess
import shutil
import sys
import unicodedata
import warnings
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import igraph
import networkx as nx
import pyarrow.parquet as pq
import rdflib
import rustworkx as rx
from followthemoney import model

from expected import clean, compare, in_words, merged, read, weight

csv.field_size_limit(1 << 24)
folder = Path(sys.argv[1])
nodes, edges = read(folder)
in_xml = in_words(nodes, edges, clean)


def by_entity_id(rows):
    """Ids as they were before they became XML tokens."""
    return {token: data.get("entity_id") or token for token, data in rows}


def networkx_graphml():
    graph = nx.read_graphml(folder / "graphml" / "graph.graphml", force_multigraph=True)
    ids = by_entity_id(graph.nodes(data=True))
    found = {ids[key]: (data.get("kind", ""), data["label"]) for key, data in graph.nodes(data=True)}
    links = Counter((ids[s], ids[t], d["relation"], weight(d["weight"])) for s, t, d in graph.edges(data=True))
    compare("NetworkX, GraphML", (found, links), in_xml)


def networkx_graphml_merged():
    graph = nx.read_graphml(folder / "graphml-merged" / "graph.graphml")
    assert not graph.is_multigraph(), "one edge per ordered pair"
    ids = by_entity_id(graph.nodes(data=True))
    found = {(ids[s], ids[t]): weight(d["weight"]) for s, t, d in graph.edges(data=True)}
    wanted = merged(in_xml[1])
    assert found.keys() == wanted.keys(), "the same pairs"
    assert all(abs(found[pair] - wanted[pair]) < 1e-5 for pair in wanted), "the same sums of weights"
    print(f"  NetworkX, GraphML with one edge per pair: {len(found)} edges")


def igraph_graphml():
    graph = igraph.Graph.Read_GraphML(str(folder / "graphml" / "graph.graphml"))
    key = "entity_id" if "entity_id" in graph.vs.attributes() else "id"
    names = graph.vs[key]
    found = {vertex[key]: (vertex["kind"] or "", vertex["label"]) for vertex in graph.vs}
    links = Counter((names[e.source], names[e.target], e["relation"], weight(e["weight"])) for e in graph.es)
    compare("igraph, GraphML", (found, links), in_xml)


def rustworkx_graphml():
    graph = rx.read_graphml(str(folder / "graphml" / "graph.graphml"))[0]
    rows = graph.nodes()
    ids = [row.get("entity_id") or row["id"] for row in rows]
    found = {key: (row.get("kind") or "", row.get("label") or "") for key, row in zip(ids, rows)}
    links = Counter((ids[s], ids[t], d["relation"], weight(d["weight"])) for s, t, d in graph.weighted_edge_list())
    compare("rustworkx, GraphML", (found, links), in_xml)


def networkx_gml():
    graph = nx.read_gml(folder / "gml" / "graph.gml")
    found = {data["node_id"]: (data.get("kind", ""), data["name"]) for _, data in graph.nodes(data=True)}
    ids = {key: data["node_id"] for key, data in graph.nodes(data=True)}
    links = Counter((ids[s], ids[t], d["relation"], weight(d["weight"])) for s, t, d in graph.edges(data=True))
    strip = lambda text: "".join(c for c in text if c in "\t\n\r" or (ord(c) >= 32 and c != "\x7f"))
    compare("NetworkX, GML", (found, links), in_words(nodes, edges, strip))


def igraph_gml():
    graph = igraph.Graph.Read_GML(str(folder / "gml" / "graph.gml"))
    found = (graph.vcount(), graph.ecount(), weight(sum(graph.es["weight"])))
    assert found == (len(nodes), sum(edges.values()), weight(sum(w * n for (*_, w), n in edges.items()))), found
    print(f"  igraph, GML: {found[0]} nodes, {found[1]} edges")


def pajek():
    total = weight(sum(w * n for (*_, w), n in edges.items()))
    wanted = (len(nodes), sum(edges.values()), Counter({clean(r.replace('"', "”")): 0 for *_, r, _ in edges}).keys())
    graph = nx.read_pajek(folder / "pajek" / "graph.net")
    found = (graph.number_of_nodes(), graph.number_of_edges(), {d["l"] for *_, d in graph.edges(data=True)})
    assert found == wanted, (found, wanted)
    assert abs(sum(d["weight"] for *_, d in graph.edges(data=True)) - total) < 1e-3, total
    graph = igraph.Graph.Read_Pajek(str(folder / "pajek" / "graph.net"))
    assert (graph.vcount(), graph.ecount()) == wanted[:2], (graph.vcount(), graph.ecount())
    print(f"  NetworkX and igraph, Pajek: {wanted[0]} nodes, {wanted[1]} edges")


def gexf():
    space = "{http://gexf.net/1.3}"
    graph = ET.parse(folder / "gexf" / "graph.gexf").getroot().find(f"{space}graph")
    title = {a.get("id"): a.get("title") for a in graph.iter(f"{space}attribute")}
    values = lambda item: {title[v.get("for")]: v.get("value") for v in item.iter(f"{space}attvalue")}
    found = {n.get("id"): (values(n).get("kind", ""), n.get("label")) for n in graph.iter(f"{space}node")}
    links = Counter((e.get("source"), e.get("target"), e.get("kind"), weight(e.get("weight"))) for e in graph.iter(f"{space}edge"))
    compare("ElementTree, GEXF", (found, links), in_xml)


def rows(*path):
    with open(folder.joinpath(*path), encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def harmless(text):
    return "'" + text if text[:1] and text[0] in "=+-@\t\r\n＝＋－＠" else text


def gephi_csv():
    found = {row["Id"]: (row["kind"], row["Label"]) for row in rows("csv", "nodes.csv")}
    links = Counter((r["Source"], r["Target"], r["Kind"], weight(r["Weight"])) for r in rows("csv", "edges.csv"))
    compare("csv, tables for Gephi", (found, links), in_words(nodes, edges, harmless))


def neo4j():
    plain = lambda text: text.replace("\n", " ").replace("\r", " ")
    found = {row["id:ID"]: (row["kind"], row["label"]) for row in rows("neo4j", "neo4j-nodes.csv")}
    links = Counter((r[":START_ID"], r[":END_ID"], r["relation"], weight(r["weight:double"])) for r in rows("neo4j", "neo4j-edges.csv"))
    compare("csv, tables for Neo4j", (found, links), in_words(nodes, edges, plain))
    assert all(row[":LABEL"] for row in rows("neo4j", "neo4j-nodes.csv")), "every node has a label"
    assert all(row[":TYPE"] for row in rows("neo4j", "neo4j-edges.csv")), "every relationship has a type"
    assert all("\n" not in cell for row in rows("neo4j", "neo4j-nodes.csv") for cell in row.values()), "one row a line"


def dot():
    if not shutil.which("gvpr"):
        print("  Graphviz is not installed: DOT is not checked")
        return
    program = r'N{printf("n\001%s\001%s\001%s\002", $.name, $.kind, $.label)} E{printf("e\001%s\001%s\001%s\001%s\002", $.tail.name, $.head.name, $.relation, $.weight)}'
    out = subprocess.run(["gvpr", program, folder / "dot" / "graph.dot"], capture_output=True, check=True).stdout
    plain = lambda text: text.replace("\\\\", "\0").replace("\\n", "\n").replace("\0", "\\").replace("&amp;", "&")
    items = [[plain(cell) for cell in item.split("\x01")] for item in out.decode("utf-8").split("\x02")]
    found = {item[1]: (item[2], item[3]) for item in items if item[0] == "n"}
    links = Counter((s, t, r, weight(w)) for kind, s, t, r, w in (item for item in items if item[0] == "e"))
    strip = lambda text: "".join(c for c in text.replace("\t", " ") if c == "\n" or ord(c) >= 32)
    compare("Graphviz, DOT", (found, links), in_words(nodes, edges, strip))


def rdf():
    graphs = []
    for name, file in (("turtle", "graph.ttl"), ("nt", "graph.nt"), ("json-ld", "graph.jsonld")):
        graph = rdflib.Graph()
        folder_name = {"nt": "ntriples", "json-ld": "jsonld"}.get(name, name)
        graph.parse(folder / folder_name / file, format=name)
        graphs.append(graph)
    assert set(graphs[0]) == set(graphs[1]), "Turtle and N-Triples hold the same triples"
    assert len(graphs[2]) == len(graphs[0]), "and JSON-LD as many"
    term = lambda name: rdflib.URIRef(f"urn:vnkg:term:{name}")
    graph = graphs[1]
    statements = list(graph.subjects(rdflib.RDF.type, rdflib.RDF.Statement))
    assert len(statements) == sum(edges.values()), len(statements)
    total = sum(float(graph.value(it, term("weight"))) for it in statements)
    assert abs(total - sum(w * n for (*_, w), n in edges.items())) < 1e-3, total
    labels = Counter(str(label) for label in graph.objects(None, rdflib.RDFS.label))
    assert labels == Counter(label for _, label in nodes.values()), "labels, letter by letter"
    print(f"  rdflib, Turtle, N-Triples and JSON-LD: {len(graph)} triples")


def sqlite():
    base = sqlite3.connect(folder / "sqlite" / "graph.sqlite")
    found = {key: (kind or "", label) for key, kind, label in base.execute("SELECT id, kind, label FROM entities")}
    links = Counter((s, t, r, weight(w)) for s, t, r, w in base.execute("SELECT source, target, relation, weight FROM edges"))
    compare("sqlite3", (found, links), (nodes, edges))
    for key, text in base.execute("SELECT id, text FROM sentences ORDER BY id LIMIT 50").fetchall():
        word = max((word for word in text.split() if word.isalpha()), key=len, default=None)
        if word:
            toneless = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c)).replace("đ", "d")
            for table, asked in (("search", word), ("search_without_tones", toneless)):
                hits = {row for (row,) in base.execute(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", [f'"{asked}"'])}
                assert key in hits, f"{table} finds {asked!r} in sentence {key}"
    assert base.execute("PRAGMA foreign_key_check").fetchall() == [], "no dangling reference"


def parquet():
    table = pq.read_table(folder / "parquet" / "nodes.parquet").to_pylist()
    found = {row["id"]: (row["kind"] or "", row["label"]) for row in table}
    assert any(isinstance(cell, list) for row in table for cell in row.values()), "lists are lists"
    links = Counter((r["source"], r["target"], r["relation"], weight(r["weight"])) for r in pq.read_table(folder / "parquet" / "edges.parquet").to_pylist())
    compare("pyarrow, Parquet", (found, links), (nodes, edges))


def ftm():
    import json
    lines = [json.loads(line) for line in (folder / "ftm" / "graph.ftm.json").read_text(encoding="utf-8").splitlines()]
    proxies = [model.get_proxy(line, cleaned=False) for line in lines]
    for line, proxy in zip(lines, proxies):
        unknown = [name for name in line["properties"] if proxy.schema.get(name) is None]
        assert not unknown, f"{proxy.schema.name} has no {unknown}"
    things = [proxy for proxy in proxies if not proxy.schema.edge]
    links = [proxy for proxy in proxies if proxy.schema.edge]
    assert (len(things), len(links)) == (len(nodes), sum(edges.values())), (len(things), len(links))
    print(f"  followthemoney: {len(things)} things, {len(links)} links")


print(folder.name)
warnings.simplefilter("ignore")
for check in (networkx_graphml, networkx_graphml_merged, igraph_graphml, rustworkx_graphml, networkx_gml, igraph_gml,
              pajek, gexf, gephi_csv, neo4j, dot, rdf, sqlite, parquet, ftm):
    check()
