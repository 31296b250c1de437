// The page: what the user does in, what is shown out. All of it stands in one state, which the address holds.

const $ = (id) => document.getElementById(id);
const graph = new Graph(JSON.parse($("data").textContent));
const search = new Search(graph);
const picture = new Picture($("canvas"), graph);
const details = new Details(graph, $("details-body"), (node) => choose(node, true));
const months = graph.months();
/** Steps of the slider: weights that leave out ever more edges. */
const weights = [0, ...new Set([...graph.edges.weight].sort((a, b) => a - b).filter((_, at, all) => at % Math.ceil(all.length / 60) === 0))];
const usual = { kinds: graph.data.kinds.filter((kind) => kind !== "document"), relations: [...graph.data.relations] };
const state = fresh();

function fresh() {
  return { kinds: new Set(usual.kinds), relations: new Set(usual.relations), from: null, to: null, weight: 0,
    hideAlone: false, chosen: null };
}

// --- filters

function boxes(holder, names, chosen, counts) {
  holder.replaceChildren(...names.map((name) => {
    const box = element("input", { type: "checkbox", checked: chosen.has(name), value: name });
    box.addEventListener("change", () => { chosen[box.checked ? "add" : "delete"](name); changed(); });
    const dot = holder.id === "kinds" ? element("span", { className: `dot ${name}` }) : null;
    return element("label", { className: "row" }, box, dot, spaced(name || "other"), element("span", { className: "count" }, counts.get(name) ?? 0));
  }));
}

function tally(all) {
  const counts = new Map();
  for (const name of all) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Sets every control to the state. */
function setControls() {
  boxes($("kinds"), graph.data.kinds, state.kinds, tally(graph.nodes.kind.map((kind) => graph.data.kinds[kind])));
  boxes($("relations"), graph.data.relations, state.relations, tally(graph.edges.relation.map((it) => graph.data.relations[it])));
  for (const end of ["from", "to"]) {
    $(end).disabled = !months;
    $(end).max = months ? months[1] - months[0] : 0;
    $(end).value = months ? (state[end] ?? months[end === "from" ? 0 : 1]) - months[0] : 0;
  }
  $("weight").max = weights.length - 1;
  $("weight").value = weights.findLastIndex((weight) => weight <= state.weight);
  $("alone").checked = state.hideAlone;
  $("colouring").value = picture.colouring;
}

function readSliders() {
  if (months) {
    const [from, to] = [Number($("from").value), Number($("to").value)];
    state.from = Math.min(from, to) > 0 ? months[0] + Math.min(from, to) : null;
    state.to = Math.max(from, to) < months[1] - months[0] ? months[0] + Math.max(from, to) : null;
  }
  state.weight = weights[$("weight").value] ?? 0;
  state.hideAlone = $("alone").checked;
  changed();
}

/** Applies the state to the picture, the words and the address. */
function changed() {
  graph.filter(state);
  const shown = (flags) => flags.reduce((sum, it) => sum + it, 0).toLocaleString("en");
  $("status").textContent = `${shown(graph.shownNode)} nodes, ${shown(graph.shownEdge)} edges shown`;
  $("dates-output").textContent = months ? `${monthName(state.from ?? months[0])} – ${monthName(state.to ?? months[1])}` : "none";
  $("weight-output").textContent = state.weight ? `from ${state.weight}` : "all";
  picture.hover = null;
  if (state.chosen !== null && graph.shownNode[state.chosen]) details.show(state.chosen);
  picture.repaint();
  remember();
}

// --- choosing

/** Shows a node; one that the filters hide is let through first. `move` brings it into sight. */
function choose(node, move) {
  state.chosen = node;
  picture.focus = node;
  if (node === null) {
    $("details").hidden = true;
  } else {
    if (!graph.shownNode[node]) admit(node);
    details.show(node);
    if (move) bringIntoSight(node);
  }
  picture.request();
  remember();
}

function admit(node) {
  state.kinds.add(graph.kind(node));
  graph.filter(state);
  if (!graph.shownNode[node]) Object.assign(state, fresh(), { chosen: node, kinds: state.kinds });
  setControls();
  changed();
}

function bringIntoSight(node) {
  const { x, y } = graph.nodes;
  const [across, down] = picture.toScreen(x[node], y[node]);
  const { left, right, top, bottom } = insets();
  const { width, height, view } = picture;
  const hidden = across < left + 40 || across > width - right - 40 || down < top + 40 || down > height - bottom - 40;
  if (hidden) picture.view = { ...view, x: x[node] + (right - left) / 2 / view.k, y: y[node] + (bottom - top) / 2 / view.k };
}

/** Pixels that the panels cover at each side. */
function insets() {
  const [controls, chosen] = [$("controls"), $("details")];
  if (window.innerWidth <= 700) {
    return { left: 0, right: 0, top: controls.offsetHeight, bottom: chosen.hidden ? 0 : chosen.offsetHeight };
  }
  const right = chosen.hidden ? 0 : chosen.offsetWidth + 16;
  return { left: controls.offsetWidth + 16, right, top: 0, bottom: 0 };
}

const fit = () => { picture.fit(graph.bounds(), insets()); remember(); };

// --- searching

function showResults() {
  const found = search.find($("search").value, 30);
  const none = $("search").value.trim() && !found.length ? [element("li", { className: "soft" }, "nothing found")] : [];
  $("results").replaceChildren(...none, ...found.map((node, at) => {
    const item = element("li", { id: `result-${at}`, role: "option" }, details.dot(node), graph.nodes.label[node]);
    item.dataset.node = node;
    item.addEventListener("pointerdown", (event) => { event.preventDefault(); pick(item); });
    return item;
  }));
  mark(found.length ? 0 : -1);
  $("search").setAttribute("aria-expanded", String(found.length > 0));
}

function mark(at) {
  [...$("results").children].forEach((item, place) => item.setAttribute("aria-selected", String(place === at)));
  const item = $("results").children[at];
  if (item) {
    item.scrollIntoView({ block: "nearest" });
    $("search").setAttribute("aria-activedescendant", item.id);
  }
}

function pick(item) {
  $("results").replaceChildren();
  $("search").setAttribute("aria-expanded", "false");
  choose(Number(item.dataset.node), true);
}

function searchKey(event) {
  const items = [...$("results").children].filter((item) => item.dataset.node);
  const at = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (items.length) mark((at + (event.key === "ArrowDown" ? 1 : items.length - 1)) % items.length);
  } else if (event.key === "Enter" && items[at]) {
    pick(items[at]);
  } else if (event.key === "Escape") {
    $("results").replaceChildren();
    $("canvas").focus();
  }
}

// --- the address

let waiting = null;
/** Writes what is seen into the address, once the user rests. */
function remember() {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const words = new URLSearchParams();
    const { x, y, k } = picture.view;
    // Adding nothing makes `-0`, which a hair above the middle comes to, a plain 0.
    words.set("view", [x.toFixed(1), y.toFixed(1), k.toFixed(4)].map((it) => Number(it) + 0).join(","));
    const differs = (set, all) => set.size !== all.length || all.some((it) => !set.has(it));
    if (differs(state.kinds, usual.kinds)) words.set("kinds", [...state.kinds].join(","));
    if (differs(state.relations, usual.relations)) words.set("relations", [...state.relations].join(","));
    for (const end of ["from", "to"]) if (state[end] !== null) words.set(end, monthName(state[end]));
    if (state.weight) words.set("weight", state.weight);
    if (state.hideAlone) words.set("alone", "hidden");
    if (picture.colouring !== "kind") words.set("colour", picture.colouring);
    if (state.chosen !== null) words.set("node", graph.nodes.id[state.chosen]);
    history.replaceState(null, "", `#${words}`);
  }, 150);
}

function restore() {
  const words = new URLSearchParams(location.hash.slice(1));
  const list = (name, all) => new Set(words.has(name) ? words.get(name).split(",").filter((it) => all.includes(it)) : all);
  Object.assign(state, fresh(), { hideAlone: words.get("alone") === "hidden", weight: Number(words.get("weight")) || 0 });
  if (words.has("kinds")) state.kinds = list("kinds", graph.data.kinds);
  if (words.has("relations")) state.relations = list("relations", graph.data.relations);
  for (const end of ["from", "to"]) {
    const date = words.get(end);
    if (/^\d{4}-\d{2}$/.test(date)) state[end] = month(date);
  }
  picture.colouring = words.get("colour") === "community" ? "community" : "kind";
  setControls();
  changed();
  choose(graph.place.get(words.get("node")) ?? null, false);
  const view = (words.get("view") ?? "").split(",").map(Number);
  if (view.length === 3 && view.every(Number.isFinite) && view[2] > 0) picture.view = { x: view[0], y: view[1], k: view[2] };
  else picture.fit(graph.bounds(), insets());
  picture.request();
}

// --- the pointer

const pointers = new Map();
let travelled = 0;
/** Where a pointer is, in pixels of the canvas. */
const placeOf = (event) => [event.offsetX, event.offsetY];

$("canvas").addEventListener("pointerdown", (event) => {
  $("canvas").setPointerCapture(event.pointerId);
  pointers.set(event.pointerId, placeOf(event));
  if (pointers.size === 1) travelled = 0;
});

$("canvas").addEventListener("pointermove", (event) => {
  const now = placeOf(event);
  const before = pointers.get(event.pointerId);
  if (!before) return point(now);
  const others = [...pointers.entries()].filter(([id]) => id !== event.pointerId);
  pointers.set(event.pointerId, now);
  travelled += Math.hypot(now[0] - before[0], now[1] - before[1]);
  if (others.length === 1) {
    const [, other] = others[0];
    const distance = (place) => Math.max(Math.hypot(place[0] - other[0], place[1] - other[1]), 1);
    picture.zoom(distance(now) / distance(before), (now[0] + other[0]) / 2, (now[1] + other[1]) / 2);
  }
  const share = others.length ? 0.5 : 1;
  picture.pan((now[0] - before[0]) * share, (now[1] - before[1]) * share);
  $("tip").hidden = true;
  remember();
});

for (const end of ["pointerup", "pointercancel"]) {
  $("canvas").addEventListener(end, (event) => {
    const wasClick = end === "pointerup" && pointers.size === 1 && travelled < 5;
    pointers.delete(event.pointerId);
    if (wasClick) choose(nodeAt(placeOf(event), event.pointerType === "mouse" ? 4 : 14), false);
  });
}

function nodeAt([left, top], slack) {
  return graph.at(...picture.toPlane(left, top), slack / picture.view.k);
}

/** The name of what is pointed at, beside it. */
function point(place) {
  const node = nodeAt(place, 3);
  $("canvas").style.cursor = node === null ? "grab" : "pointer";
  $("tip").hidden = node === null;
  if (node !== null) {
    $("tip").textContent = graph.nodes.label[node];
    $("tip").style.transform = `translate(${Math.min(place[0] + 14, picture.width - 260)}px, ${place[1] + 16}px)`;
  }
  if (node !== picture.hover) {
    picture.hover = node;
    picture.request();
  }
}

$("canvas").addEventListener("pointerleave", () => { $("tip").hidden = true; picture.hover = null; picture.request(); });
$("canvas").addEventListener("wheel", (event) => {
  event.preventDefault();
  const unit = event.deltaMode === 1 ? 30 : 1;
  picture.zoom(Math.exp(-Math.max(-300, Math.min(300, event.deltaY * unit)) * 0.0018), ...placeOf(event));
  remember();
}, { passive: false });

// --- keys, buttons, light and dark

const KEYS = {
  ArrowLeft: () => picture.pan(80, 0), ArrowRight: () => picture.pan(-80, 0), ArrowUp: () => picture.pan(0, 80),
  ArrowDown: () => picture.pan(0, -80), "+": () => picture.zoom(1.3), "=": () => picture.zoom(1.3),
  "-": () => picture.zoom(1 / 1.3), "0": fit,
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.matches("input, select");
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && !$("help").open && event.target !== $("search")) choose(null, false);
  if (typing) return;
  if (event.key === "/") { event.preventDefault(); $("search").focus(); $("search").select(); }
  if (event.key === "?") $("help").showModal();
  const scrolls = event.target.closest("#details, #controls, dialog") && event.key.startsWith("Arrow");
  if (KEYS[event.key] && !scrolls) { event.preventDefault(); KEYS[event.key](); remember(); }
});

const THEMES = ["auto", "light", "dark"];
function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  $("theme").textContent = { auto: "◐", light: "○", dark: "●" }[theme];
  $("theme").setAttribute("aria-label", `Colours: ${theme}`);
  picture.readColours();
}

$("theme").addEventListener("click", () =>
  setTheme(THEMES[(THEMES.indexOf(document.documentElement.dataset.theme) + 1) % THEMES.length]));
$("fold").addEventListener("click", () =>
  $("fold").setAttribute("aria-expanded", String($("controls").classList.toggle("open"))));
$("help-button").addEventListener("click", () => $("help").showModal());
$("close").addEventListener("click", () => choose(null, false));
$("closer").addEventListener("click", () => { picture.zoom(1.4); remember(); });
$("farther").addEventListener("click", () => { picture.zoom(1 / 1.4); remember(); });
$("fit").addEventListener("click", fit);
$("reset").addEventListener("click", () => { Object.assign(state, fresh(), { chosen: state.chosen }); setControls(); changed(); fit(); });
for (const id of ["from", "to", "weight", "alone"]) $(id).addEventListener("input", readSliders);
$("colouring").addEventListener("change", () => { picture.colouring = $("colouring").value; picture.repaint(); remember(); });
$("search").addEventListener("input", showResults);
$("search").addEventListener("focus", showResults);
$("search").addEventListener("blur", () => $("results").replaceChildren());
$("search").addEventListener("keydown", searchKey);
window.addEventListener("resize", () => picture.resize());
window.addEventListener("hashchange", restore);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => picture.readColours());

setTheme("auto");
picture.resize();
restore();
