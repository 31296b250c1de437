// A typed word and the names of the graph in, the nodes that it finds out. Typing without tones finds every tone.

/** `Hưng`, `Hùng` -> `hung`: letters alone. */
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d");
}

/** One spelling for old and new places of the tone mark: `hoà` as `hòa`, `uỷ` as `ủy`. */
function toned(text) {
  const open = /([ou])([aey])([\u0300\u0301\u0303\u0309\u0323])(?![\p{L}\p{M}])/gu;
  return text.normalize("NFD").toLowerCase().replace(open, "$1$3$2");
}

class Search {
  constructor(graph) {
    this.graph = graph;
    const names = graph.nodes.id.map((_, node) => [graph.nodes.label[node], ...graph.nodes.aliases[node]]);
    this.folded = names.map((all) => all.map(folded));
    this.toned = names.map((all) => all.map(toned));
  }

  /** The nodes whose label or other names hold the words, the best first: whole name, its start, a word's start. */
  find(query, most) {
    const typed = query.trim();
    if (!typed) return [];
    const plain = folded(typed);
    const exact = plain !== typed.normalize("NFC").toLowerCase();
    const words = exact ? toned(typed) : plain;
    const names = exact ? this.toned : this.folded;
    const found = [];
    for (let node = 0; node < names.length; node++) {
      const merit = Math.max(...names[node].map((name, at) => this.#merit(name, words) - (at ? 0.5 : 0)));
      if (merit > 0) found.push([merit, node]);
    }
    const size = this.graph.nodes.radius;
    found.sort((a, b) => b[0] - a[0] || size[b[1]] - size[a[1]] || a[1] - b[1]);
    return found.slice(0, most).map(([, node]) => node);
  }

  #merit(name, words) {
    if (name === words) return 4;
    const at = name.indexOf(words);
    if (at < 0) return 0;
    // A name's last word is what people are called by.
    if (name.endsWith(` ${words}`)) return 3;
    const ends = !/[\p{L}\p{M}]/u.test(name[at + words.length] ?? " ");
    if (at === 0 || !/[\p{L}\p{M}]/u.test(name[at - 1])) return ends ? 3 : 2;
    return 1;
  }
}
