// The data of the page in, a graph with indices, dates as months and what passes the filters out.

/** Months since the year 0 of `2023-12-28`, `2023-12` or `2023`; a year alone counts as its first month. */
function month(date) {
  return date ? Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || 1) - 1 : null;
}

function monthName(number) {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`;
}

class Graph {
  constructor(data) {
    this.data = data;
    this.nodes = data.nodes;
    this.edges = data.edges;
    this.count = data.nodes.id.length;
    this.edgeCount = data.edges.source.length;
    this.place = new Map(data.nodes.id.map((id, node) => [id, node]));
    this.edgeFirst = data.edges.first.map(month);
    this.edgeLast = data.edges.last.map(month);
    this.nodeFirst = data.nodes.first.map(month);
    this.nodeLast = data.nodes.last.map(month);
    this.incident = this.#incident();
    /** Small discs first, so that great ones are drawn over them. */
    this.bySize = [...data.nodes.id.keys()].sort((a, b) => data.nodes.radius[a] - data.nodes.radius[b]);
    this.shownNode = new Uint8Array(this.count);
    this.shownEdge = new Uint8Array(this.edgeCount);
  }

  /** By node, its edges. */
  #incident() {
    const incident = Array.from({ length: this.count }, () => []);
    for (let edge = 0; edge < this.edgeCount; edge++) {
      incident[this.edges.source[edge]].push(edge);
      if (this.edges.source[edge] !== this.edges.target[edge]) incident[this.edges.target[edge]].push(edge);
    }
    return incident;
  }

  other(edge, node) {
    return this.edges.source[edge] === node ? this.edges.target[edge] : this.edges.source[edge];
  }

  kind(node) {
    return this.data.kinds[this.nodes.kind[node]];
  }

  relation(edge) {
    return this.data.relations[this.edges.relation[edge]];
  }

  /** First and last month of any node or edge, or null. */
  months() {
    const all = [this.nodeFirst, this.nodeLast, this.edgeFirst, this.edgeLast].flat().filter((it) => it !== null);
    if (!all.length) return null;
    return [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
  }

  /** Decides what is shown. What has no date passes only while the dates are not narrowed. */
  filter({ kinds, relations, from, to, weight, hideAlone }) {
    const narrowed = from !== null || to !== null;
    const inTime = (first, last) =>
      !narrowed || (first !== null && last >= (from ?? -Infinity) && first <= (to ?? Infinity));
    const { shownNode, shownEdge } = this;
    for (let node = 0; node < this.count; node++) {
      shownNode[node] = kinds.has(this.kind(node)) && inTime(this.nodeFirst[node], this.nodeLast[node]) ? 1 : 0;
    }
    const joined = new Uint8Array(this.count);
    for (let edge = 0; edge < this.edgeCount; edge++) {
      const source = this.edges.source[edge];
      const target = this.edges.target[edge];
      const passes =
        shownNode[source] && shownNode[target] && relations.has(this.relation(edge)) &&
        this.edges.weight[edge] >= weight && inTime(this.edgeFirst[edge], this.edgeLast[edge]);
      shownEdge[edge] = passes ? 1 : 0;
      if (passes) joined[source] = joined[target] = 1;
    }
    if (hideAlone) for (let node = 0; node < this.count; node++) shownNode[node] &= joined[node];
  }

  /** Left, top, right and bottom of what is shown. */
  bounds() {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    const { x, y, radius } = this.nodes;
    for (let node = 0; node < this.count; node++) {
      if (!this.shownNode[node]) continue;
      box[0] = Math.min(box[0], x[node] - radius[node]);
      box[1] = Math.min(box[1], y[node] - radius[node]);
      box[2] = Math.max(box[2], x[node] + radius[node]);
      box[3] = Math.max(box[3], y[node] + radius[node]);
    }
    return box[0] <= box[2] ? box : [-100, -100, 100, 100];
  }

  /** The shown disc at a place of the plane, the uppermost where several are; `slack` widens small ones. */
  at(placeX, placeY, slack) {
    const { x, y, radius } = this.nodes;
    let best = null;
    let bestDistance = Infinity;
    for (let node = 0; node < this.count; node++) {
      if (!this.shownNode[node]) continue;
      const distance = Math.hypot(x[node] - placeX, y[node] - placeY) - radius[node];
      if (distance <= slack && distance < bestDistance) [best, bestDistance] = [node, distance];
    }
    return best;
  }
}
