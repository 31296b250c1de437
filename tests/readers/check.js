// Opens the exports of one graph with Node's readers and compares them with graph.json: node check.js FOLDER
import { readFileSync } from "node:fs";
import { join, basename } from "node:path";
import cytoscape from "cytoscape";
import graphology from "graphology";
import graphml from "graphology-graphml";
import gexf from "graphology-gexf";

const folder = process.argv[2];
const text = (...path) => readFileSync(join(folder, ...path), "utf8");
const json = (...path) => JSON.parse(text(...path));
const round = (number) => Math.round(number * 1e6) / 1e6;
const clean = (label) => label.normalize("NFC").replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");

const wanted = json("json", "graph.json");
const nodes = new Map(wanted.nodes.map((node) => [node.id, [node.kind ?? "", node.label]]));
const edge = (source, target, relation, weight) => JSON.stringify([source, target, relation, round(weight)]);

function compare(what, foundNodes, foundEdges, words = (it) => it) {
  const fail = (why) => { console.error(`${what}: ${why}`); process.exit(1); };
  if (foundNodes.size !== nodes.size) fail(`${foundNodes.size} nodes, wanted ${nodes.size}`);
  for (const [id, [kind, name]] of nodes) {
    const found = foundNodes.get(words(id));
    if (!found || found[0] !== words(kind) || found[1] !== words(name)) fail(`node ${id} is ${JSON.stringify(found)}`);
  }
  foundEdges.sort();
  const edges = wanted.edges.map((it) => edge(words(it.source), words(it.target), words(it.relation), it.weight)).sort();
  if (foundEdges.length !== edges.length) fail(`${foundEdges.length} edges, wanted ${edges.length}`);
  const wrong = foundEdges.findIndex((it, index) => it !== edges[index]);
  if (wrong >= 0) fail(`edge ${foundEdges[wrong]}, wanted ${edges[wrong]}`);
  console.log(`  ${what}: ${nodes.size} nodes, ${edges.length} edges`);
}

function ofGraphology(what, graph, words, relation = "relation") {
  const ids = new Map(graph.mapNodes((key, data) => [key, data.entity_id ?? key]));
  const found = new Map(graph.mapNodes((key, data) => [ids.get(key), [data.kind ?? "", data.label ?? ""]]));
  const links = graph.mapEdges((_, data, source, target) => edge(ids.get(source), ids.get(target), data[relation], data.weight));
  compare(what, found, links, words);
}

console.log(basename(folder));
const { MultiGraph, MultiDirectedGraph } = graphology;

const own = new MultiGraph({ type: "mixed" });
own.import(json("graphology", "graph.graphology.json"));
ofGraphology("graphology, its own JSON", own);

ofGraphology("graphology, GraphML", graphml.parse(MultiDirectedGraph, text("graphml", "graph.graphml")), clean);

ofGraphology("graphology, GEXF", gexf.parse(MultiGraph, text("gexf", "graph.gexf")), clean);

const core = cytoscape({ headless: true, elements: json("cytoscape", "graph.cyjs").elements });
compare("Cytoscape.js", new Map(core.nodes().map((node) => [node.id(), [node.data("kind") ?? "", node.data("label")]])),
  core.edges().map((it) => edge(it.data("source"), it.data("target"), it.data("relation"), it.data("weight"))));

const jgf = json("jgf", "graph.jgf.json").graph;
compare("JSON Graph Format", new Map(Object.entries(jgf.nodes).map(([id, node]) => [id, [node.metadata.kind ?? "", node.label]])),
  jgf.edges.map((it) => edge(it.source, it.target, it.relation, it.metadata.weight)));
