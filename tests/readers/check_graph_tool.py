"""Opens the GraphML of one graph with graph-tool and compares it with graph.json: check_graph_tool.py FOLDER"""

import sys
from collections import Counter
from pathlib import Path

from graph_tool import load_graph

from expected import clean, compare, in_words, read, weight

folder = Path(sys.argv[1])
nodes, edges = read(folder)
graph = load_graph(str(folder / "graphml" / "graph.graphml"))
ids = graph.vp["entity_id"] if "entity_id" in graph.vp else graph.vp["_graphml_vertex_id"]
kinds, labels = graph.vp["kind"], graph.vp["label"]
found = {ids[v]: (kinds[v], labels[v]) for v in graph.vertices()}
relations, weights = graph.ep["relation"], graph.ep["weight"]
links = Counter((ids[e.source()], ids[e.target()], relations[e], weight(weights[e])) for e in graph.edges())
compare("graph-tool, GraphML", (found, links), in_words(nodes, edges, clean))
