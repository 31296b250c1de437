// A graph, a view of the plane and what is pointed at in, pixels out.
//
// The whole picture is painted in slices of a few milliseconds onto a sheet larger than the window. Every frame shows
// the latest finished sheet, moved and scaled to where the view is now, with what is pointed at drawn over it: moving
// and zooming stay smooth however many edges there are, and the picture becomes sharp again as soon as it is painted.

const SLICE = 7; // milliseconds of painting in a frame
const MARGIN = 0.25; // of the window's sides, that a sheet has around it
const BATCH = 150; // edges or discs between two looks at the clock
const CROWD = 4000; // edges from which all are drawn thin, which is several times as fast, and strength is darkness
const MOST_LABELS = 160;

class Picture {
  constructor(canvas, graph) {
    this.canvas = canvas;
    this.graph = graph;
    this.view = { x: 0, y: 0, k: 1 }; // the middle of the window in the plane, and pixels for a unit of it
    this.focus = null; // the node chosen
    this.hover = null;
    this.colouring = "kind";
    this.sheets = [document.createElement("canvas"), document.createElement("canvas")];
    this.shown = null; // the view that the finished sheet was painted for
    this.painting = null;
    this.stale = true;
    this.frames = 0;
    this.widths = new Map();
    this.frame = this.frame.bind(this);
    this.requested = false;
    this.readColours();
  }

  readColours() {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(`--${name}`).trim();
    this.colours = { ground: colour("ground"), ink: colour("ink"), line: colour("line"), accent: colour("accent") };
    this.kindColours = this.graph.data.kinds.map((kind) => colour(kind) || colour("document"));
    this.communityColours = Array.from({ length: 8 }, (_, at) => colour(`community-${at}`));
    this.font = style.getPropertyValue("--font");
    this.repaint();
  }

  colour(node) {
    const community = this.graph.nodes.community[node];
    if (this.colouring === "kind") return this.kindColours[this.graph.nodes.kind[node]];
    return this.communityColours[community] ?? this.kindColours.at(-1) ?? this.colours.line;
  }

  resize() {
    const { clientWidth, clientHeight } = this.canvas;
    this.density = Math.min(window.devicePixelRatio || 1, 2);
    this.width = clientWidth;
    this.height = clientHeight;
    this.canvas.width = Math.round(clientWidth * this.density);
    this.canvas.height = Math.round(clientHeight * this.density);
    this.repaint();
  }

  /** The picture itself has changed: filters, colours, window. */
  repaint() {
    this.stale = true;
    this.painting = null;
    this.request();
  }

  request() {
    if (this.requested) return;
    this.requested = true;
    requestAnimationFrame(this.frame);
  }

  toScreen(x, y, view = this.view) {
    return [(x - view.x) * view.k + this.width / 2, (y - view.y) * view.k + this.height / 2];
  }

  toPlane(left, top) {
    return [(left - this.width / 2) / this.view.k + this.view.x, (top - this.height / 2) / this.view.k + this.view.y];
  }

  frame() {
    this.requested = false;
    this.frames++;
    const { view, shown } = this;
    const moved = !shown || shown.x !== view.x || shown.y !== view.y || shown.k !== view.k;
    if (!this.painting && (this.stale || moved)) {
      this.stale = false;
      this.painting = this.paint({ ...view });
    }
    if (this.painting) {
      const until = performance.now() + SLICE;
      let step;
      do step = this.painting.next(); while (!step.done && performance.now() < until);
      if (step.done) {
        this.sheets.reverse();
        this.shown = step.value;
        this.painting = null;
      }
      this.request();
    }
    this.compose();
  }

  /** The finished sheet where the view is now, and what is pointed at over it. */
  compose() {
    const context = this.canvas.getContext("2d", { alpha: false });
    context.setTransform(this.density, 0, 0, this.density, 0, 0);
    context.fillStyle = this.colours.ground;
    context.fillRect(0, 0, this.width, this.height);
    if (this.shown) {
      const scale = this.view.k / this.shown.k;
      const [left, top] = this.toScreen(this.shown.x, this.shown.y);
      const [breadth, height] = [this.width * (1 + 2 * MARGIN) * scale, this.height * (1 + 2 * MARGIN) * scale];
      context.globalAlpha = this.focus === null ? 1 : 0.28;
      context.drawImage(this.sheets[0], left - breadth / 2, top - height / 2, breadth, height);
      context.globalAlpha = 1;
    }
    if (this.focus !== null) this.neighbourhood(context, this.focus);
    if (this.hover !== null && this.hover !== this.focus) this.neighbourhood(context, this.hover);
  }

  /** Paints a sheet for a view, a slice at each step. */
  *paint(view) {
    const sheet = this.sheets[1];
    const [width, height] = [this.width * (1 + 2 * MARGIN), this.height * (1 + 2 * MARGIN)];
    sheet.width = Math.round(width * this.density);
    sheet.height = Math.round(height * this.density);
    // Read at every look at the clock, so that the drawing is done by then and not put off to the end of the frame.
    const context = sheet.getContext("2d", { willReadFrequently: true });
    context.setTransform(this.density, 0, 0, this.density, 0, 0);
    const { x, y } = this.graph.nodes;
    const place = (node) => [(x[node] - view.x) * view.k + width / 2, (y[node] - view.y) * view.k + height / 2];
    for (const step of [this.paintEdges(context, place, width, height), this.paintDiscs(context, place, view, width, height)]) {
      while (!step.next().done) {
        context.getImageData(0, 0, 1, 1);
        yield;
      }
    }
    this.paintLabels(context, place, view, width, height);
    return view;
  }

  *paintEdges(context, place, width, height) {
    const { edges, edgeCount, shownEdge } = this.graph;
    const crowd = shownEdge.reduce((sum, it) => sum + it, 0);
    context.strokeStyle = this.colours.line;
    const levels = crowd > CROWD ? [[1, 0.1], [1, 0.17], [1, 0.28]] : [[0.7, 0.38], [1.4, 0.38], [2.6, 0.38]];
    for (const [level, [breadth, strength]] of levels.entries()) {
      context.lineWidth = breadth;
      context.globalAlpha = strength;
      context.beginPath();
      let inPath = 0;
      for (let edge = 0; edge < edgeCount; edge++) {
        const weight = edges.weight[edge];
        if (!shownEdge[edge] || (weight < 2 ? 0 : weight < 5 ? 1 : 2) !== level) continue;
        const [x1, y1] = place(edges.source[edge]);
        const [x2, y2] = place(edges.target[edge]);
        if ((x1 < 0 && x2 < 0) || (y1 < 0 && y2 < 0) || (x1 > width && x2 > width) || (y1 > height && y2 > height)) continue;
        context.moveTo(x1, y1);
        context.lineTo(x2, y2);
        if (++inPath === BATCH) {
          context.stroke();
          context.beginPath();
          inPath = 0;
          yield;
        }
      }
      context.stroke();
    }
    context.globalAlpha = 1;
  }

  *paintDiscs(context, place, view, width, height) {
    const { bySize, nodes, shownNode } = this.graph;
    let done = 0;
    for (const node of bySize) {
      if (!shownNode[node]) continue;
      const [x, y] = place(node);
      const radius = Math.max(nodes.radius[node] * view.k, 1.3);
      if (x < -radius || y < -radius || x > width + radius || y > height + radius) continue;
      this.disc(context, x, y, radius, this.colour(node));
      if (++done % BATCH === 0) yield;
    }
  }

  disc(context, x, y, radius, colour) {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = colour;
    context.fill();
    if (radius < 2.5) return;
    context.lineWidth = 1;
    context.strokeStyle = this.colours.ground;
    context.stroke();
  }

  /** Names of the greatest discs in sight, none on another. */
  paintLabels(context, place, view, width, height) {
    const { bySize, nodes, shownNode } = this.graph;
    const taken = [];
    for (let at = bySize.length - 1, tried = 0; at >= 0 && taken.length < MOST_LABELS && tried < 1500; at--) {
      const node = bySize[at];
      const radius = nodes.radius[node] * view.k;
      if (!shownNode[node]) continue;
      const [x, y] = place(node);
      if (x < 0 || y < 0 || x > width || y > height) continue;
      if (radius < 2) break;
      tried++;
      const size = Math.min(Math.max(9.5 + radius * 0.32, 11), 19);
      const half = (this.textWidth(context, node) * size) / 20 + 3;
      const box = [x - half, y + radius + 1, x + half, y + radius + size * 1.3 + 1];
      if (taken.some((it) => box[0] < it[2] && it[0] < box[2] && box[1] < it[3] && it[1] < box[3])) continue;
      taken.push(box);
      this.label(context, this.shortName(node), x, y + radius + size * 1.02, size);
    }
  }

  /** Breadth of a node's name in letters of 10 pixels. */
  textWidth(context, node) {
    let width = this.widths.get(node);
    if (width === undefined) {
      context.font = `500 10px ${this.font}`;
      width = context.measureText(this.shortName(node)).width;
      this.widths.set(node, width);
    }
    return width;
  }

  shortName(node) {
    const letters = [...this.graph.nodes.label[node]];
    return letters.length > 42 ? `${letters.slice(0, 41).join("").trimEnd()}…` : letters.join("");
  }

  label(context, words, x, y, size) {
    context.font = `500 ${size}px ${this.font}`;
    context.textAlign = "center";
    context.lineJoin = "round";
    context.lineWidth = 3.5;
    context.strokeStyle = this.colours.ground;
    context.strokeText(words, x, y);
    context.fillStyle = this.colours.ink;
    context.fillText(words, x, y);
  }

  /** A node with its shown edges and neighbours, bright. */
  neighbourhood(context, node) {
    const { graph, view } = this;
    const { x, y, radius } = graph.nodes;
    const edges = graph.incident[node].filter((edge) => graph.shownEdge[edge]);
    const near = [...new Set(edges.map((edge) => graph.other(edge, node)))].slice(0, 3000);
    const centre = this.toScreen(x[node], y[node]);
    context.strokeStyle = this.colours.accent;
    context.globalAlpha = 0.65;
    context.lineWidth = 1.4;
    context.beginPath();
    for (const other of near) {
      context.moveTo(...centre);
      context.lineTo(...this.toScreen(x[other], y[other]));
    }
    context.stroke();
    context.globalAlpha = 1;
    const size = (it) => Math.max(radius[it] * view.k, 2.5);
    for (const other of [...near, node]) this.disc(context, ...this.toScreen(x[other], y[other]), size(other), this.colour(other));
    context.strokeStyle = this.colours.accent;
    context.lineWidth = 2.5;
    context.beginPath();
    context.arc(...centre, size(node) + 2.5, 0, 2 * Math.PI);
    context.stroke();
    this.nameNeighbours(context, node, near, size);
  }

  nameNeighbours(context, node, near, size) {
    const { x, y } = this.graph.nodes;
    const taken = [];
    const most = [node, ...near.sort((a, b) => size(b) - size(a))].slice(0, 60);
    for (const it of most) {
      const [left, top] = this.toScreen(x[it], y[it]);
      const height = it === node ? 15 : 12;
      const half = (this.textWidth(context, it) * height) / 20 + 3;
      const box = [left - half, top + size(it), left + half, top + size(it) + height * 1.4];
      if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
      taken.push(box);
      this.label(context, this.shortName(it), left, top + size(it) + height * 1.15, height);
    }
  }

  /** Moves the view so that a box of the plane fills the window but for the pixels that `inset` takes at each side. */
  fit([left, top, right, bottom], inset) {
    const across = Math.max(this.width - inset.left - inset.right - 60, 120);
    const down = Math.max(this.height - inset.top - inset.bottom - 70, 120);
    const k = Math.min(across / (right - left || 1), down / (bottom - top || 1), 12);
    const x = (left + right) / 2 + (inset.right - inset.left) / 2 / k;
    const y = (top + bottom) / 2 + (inset.bottom - inset.top) / 2 / k;
    this.view = { k, x, y };
    this.request();
  }

  /** Zooms with the point of the plane under `left`, `top` held where it is. */
  zoom(factor, left = this.width / 2, top = this.height / 2) {
    const [x, y] = this.toPlane(left, top);
    const k = Math.min(Math.max(this.view.k * factor, 0.005), 60);
    this.view = { k, x: x - (left - this.width / 2) / k, y: y - (top - this.height / 2) / k };
    this.request();
  }

  pan(across, down) {
    this.view = { ...this.view, x: this.view.x - across / this.view.k, y: this.view.y - down / this.view.k };
    this.request();
  }
}
