// A node in, its facts, posts, neighbours and sentences out as elements. Text of the corpus only ever becomes text.

/** An element with properties and children; children that are null are left out. */
function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

const spaced = (word) => word.replaceAll("_", " ");

/** How a relation reads from its target: `Lê A` chaired `Hội nghị B`, which was chaired by him. */
const REVERSED = {
  holds_position: "posts", part_of: "parts", succeeded_by: "took the place of", issued_by: "issued",
  implements: "implemented by", based_on: "basis of", amends: "amended by", replaces: "replaced by",
  guides: "guided by", cites: "cited by", concerns: "subject of", organised_by: "organised", chaired: "chaired by",
  spoke_at: "speakers", attended: "attended by", mentions: "pages that mention it", is: "the page itself",
};

class Details {
  constructor(graph, body, choose) {
    this.graph = graph;
    this.body = body;
    this.choose = choose;
  }

  show(node) {
    const { nodes } = this.graph;
    const kind = this.graph.kind(node);
    const aliases = nodes.aliases[node];
    this.body.replaceChildren(element("div", {},
      element("p", { className: "kind" }, this.dot(node), kind),
      element("h2", {}, nodes.label[node]),
      aliases.length ? element("p", { className: "soft" }, `also ${aliases.join(", ")}`) : null,
      this.facts(node),
      ...this.neighbours(node),
      ...this.sentences(node),
      element("p", { className: "id" }, nodes.id[node]),
    ));
    this.body.parentElement.hidden = false;
    this.body.parentElement.scrollTop = 0;
  }

  dot(node) {
    return element("span", { className: `dot ${this.graph.kind(node)}` });
  }

  facts(node) {
    const { nodes } = this.graph;
    const seen = [nodes.first[node], nodes.last[node]].filter(Boolean);
    const rows = [
      ...nodes.facts[node].filter(([name]) => name !== "stub"),
      ["mentions", `${nodes.mentions[node]} on ${nodes.documents[node]} ${nodes.documents[node] === 1 ? "page" : "pages"}`],
      seen.length ? ["seen", [...new Set(seen)].join(" – ")] : null,
    ];
    const list = element("dl");
    for (const row of rows) {
      if (row) list.append(element("dt", {}, spaced(row[0])), element("dd", {}, row[1]));
    }
    return list;
  }

  /** Neighbours by relation and direction, the strongest first, each with the sentence that states it. */
  neighbours(node) {
    const { graph } = this;
    const groups = new Map();
    for (const edge of graph.incident[node]) {
      if (!graph.shownEdge[edge]) continue;
      const relation = graph.relation(edge);
      const outward = graph.edges.source[edge] === node || relation === "co_occurs";
      const heading = relation === "co_occurs" ? "named together with"
        : outward ? (relation === "holds_position" ? "posts" : spaced(relation)) : REVERSED[relation] ?? spaced(relation);
      const key = `${graph.edges.relation[edge]} ${outward}`;
      if (!groups.has(key)) groups.set(key, { heading, order: (relation === "co_occurs" ? 900 : relation === "mentions" ? 990 : 0) + graph.edges.relation[edge], edges: [] });
      groups.get(key).edges.push(edge);
    }
    return [...groups.values()].sort((a, b) => a.order - b.order).map((group) => this.group(node, group));
  }

  group(node, { heading, edges }) {
    const { weight } = this.graph.edges;
    edges.sort((a, b) => weight[b] - weight[a] || a - b);
    const list = element("ul", { className: "neighbours" });
    const add = (some) => list.append(...some.map((edge) => this.neighbour(node, edge)));
    add(edges.slice(0, 12));
    const rest = edges.slice(12);
    const more = rest.length ? element("button", { className: "more" }, `${rest.length} more`) : null;
    more?.addEventListener("click", () => { add(rest); more.remove(); });
    return element("section", {}, element("h3", {}, heading, element("span", { className: "count" }, edges.length)), list, more);
  }

  neighbour(node, edge) {
    const { edges, nodes } = this.graph;
    const other = this.graph.other(edge, node);
    const name = element("button", { className: "name" }, this.dot(other), nodes.label[other]);
    name.addEventListener("click", () => this.choose(other));
    const seen = [...new Set([edges.first[edge], edges.last[edge]].filter(Boolean))].join(" – ");
    const notes = [edges.title[edge], edges.tenure[edge], seen].filter(Boolean).join(" · ");
    const quote = edges.quote[edge];
    const item = element("li", {}, name, notes ? element("span", { className: "soft" }, notes) : null);
    if (quote !== null) {
      const words = element("details", {}, element("summary", {}, "sentence"));
      words.addEventListener("toggle", () => {
        if (words.open && words.children.length === 1) words.append(this.sentence(quote, [node, other]));
      });
      item.append(words);
    }
    return item;
  }

  sentences(node) {
    const [rows, more] = this.graph.nodes.sentences[node];
    if (!rows.length) return [];
    const list = element("ul", { className: "sentences" });
    list.append(...rows.map((row) => element("li", {}, this.sentence(row, [node]))));
    return [element("section", {},
      element("h3", {}, "sentences", element("span", { className: "count" }, more ? `${rows.length} of ${rows.length + more}` : rows.length)),
      list)];
  }

  /** The words of a page with the nodes' names marked, and the page. */
  sentence(row, marked) {
    const [document, text] = this.graph.data.sentences[row];
    const [path, title, date] = this.graph.data.documents[document];
    const { label, aliases } = this.graph.nodes;
    const forms = marked.flatMap((node) => [label[node], ...aliases[node]]).filter(Boolean).sort((a, b) => b.length - a.length);
    const escaped = forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const pattern = new RegExp(`(${escaped.join("|")})`, "giu");
    const quote = element("blockquote");
    text.split(pattern).forEach((part, at) => quote.append(at % 2 ? element("mark", {}, part) : part));
    return element("div", {}, quote, element("cite", {}, [title, date, path].filter(Boolean).join(" · ")));
  }
}
