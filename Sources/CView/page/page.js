// What ties the parts together: one choice, one set of filters, one language.

const choice = { nodes: [], edges: [], claims: [], origin: "" };
const graph = new Graph(byID("stage"), byID("canvas"));
const say = text => { byID("said").textContent = text; };

/// Chooses nodes, edges or claims; a claim that is drawn is chosen with its edge.
function choose({ nodes: ns = [], edges: es = [], claims: cs = [], origin = "graph", only = null }) {
  choice.origin = origin;
  choice.nodes = [...new Set(ns)];
  choice.claims = [...new Set(cs)].filter(c => claims[c].edge === null);
  choice.edges = [...new Set([...es, ...cs.map(c => claims[c].edge).filter(e => e !== null)])];
  const near = graph.chosen.near = new Set(choice.nodes);
  const drawn = new Set(choice.edges);
  for (const index of choice.edges) { near.add(edges[index].from); near.add(edges[index].to); }
  for (const index of choice.claims) near.add(claims[index].subject);
  const addClaimNodes = list => { for (const index of list) for (const claim of edges[index].claims) { const node = claimNodes.get(claim.index); if (node) near.add(node.index); } };
  addClaimNodes(choice.edges);
  forced.nodes = new Set(near);
  forced.edges = new Set(drawn);
  refilter();
  // A node lights up with its links.
  for (const index of [...choice.nodes, ...choice.claims.map(c => claims[c].subject)]) for (const edge of nodes[index].edges) if (shown.isEdge[edge.index]) {
    drawn.add(edge.index);
    near.add(edge.from);
    near.add(edge.to);
  }
  addClaimNodes(drawn);
  graph.chosen.nodes = new Set([...choice.nodes, ...choice.claims.map(c => claims[c].subject)]);
  graph.chosen.edges = drawn;
  const first = choice.nodes[0] ?? (choice.edges.length ? edges[choice.edges[0]].from : choice.claims.length ? claims[choice.claims[0]].subject : undefined);
  if (first !== undefined) { graph.cursor = nodes[first]; if (origin !== "graph") graph.reveal(nodes[first]); }
  graph.redraw();
  renderDetails(choice);

  const marked = new Set();
  const take = list => { for (const one of list) marked.add(one.index); };
  if (only) take(only);
  else {
    for (const index of choice.nodes) { const node = nodes[index]; take(node.kind === "claim" ? claims[node.claim].evidence : node.evidence.length ? node.evidence : node.mentions); if (node.kind !== "event") take(node.mentions); }
    for (const index of choice.edges) take(edgeEvidence(edges[index]).list);
    for (const index of choice.claims) take(claims[index].evidence);
  }
  markWords(marked, origin !== "words");
  markRows();
  const parts = [...choice.edges.map(i => `${edgeText(edges[i])}, ${words()[edges[i].put]}`), ...choice.nodes.map(i => `${nodeLabel(nodes[i])}, ${kindLabel(nodes[i])}`), ...choice.claims.map(i => `${claimText(claims[i])}, ${words()[claims[i].put]}`)];
  const quoted = only ?? [...marked].map(i => evidence[i]);
  say(parts.slice(0, 3).join("; ") + (quoted.length ? `. ${quote(quoted[0].words ?? "")}` : ""));
}
function markRows() {
  const on = new Set([...choice.nodes.map(i => "n" + i), ...choice.claims.map(i => "c" + i), ...choice.edges.flatMap(i => edges[i].claims.map(c => "c" + c.index))]);
  for (const [key, row] of claimRows) { row.classList.toggle("on", on.has(key)); if (on.has(key)) row.setAttribute("aria-current", "true"); else row.removeAttribute("aria-current"); }
  for (const [index, row] of timeRows) { const is = on.has("n" + index); row.classList.toggle("on", is); if (is) row.setAttribute("aria-current", "true"); else row.removeAttribute("aria-current"); }
}
function clearChoice() {
  if (!choice.nodes.length && !choice.edges.length && !choice.claims.length) return;
  graph.chosen = { nodes: new Set(), edges: new Set(), near: new Set() };
  Object.assign(choice, { nodes: [], edges: [], claims: [] });
  forced.nodes.clear();
  forced.edges.clear();
  refilter();
  renderDetails(choice);
  markWords(new Set(), false);
  markRows();
  say(words().said.cleared);
}

function refilter() {
  applyFilters();
  graph.placeNew();
  graph.spreadEdges();
  byID("empty").hidden = shown.nodes.length > 0;
  const limit = byID("limit");
  limit.hidden = shown.total <= DRAWN_LIMIT;
  if (!limit.hidden) limit.textContent = words().limit(shown.nodes.length, shown.total);
  graph.redraw();
  renderOutline();
}
function filtersChanged() {
  refilter();
  renderTimeline();
  markRows();
}

// Filters.

function chip(holder, set, key, sign, count) {
  const box = make("input", { type: "checkbox", value: key });
  box.checked = set.has(key);
  box.addEventListener("change", () => { if (box.checked) set.add(key); else set.delete(key); filtersChanged(); });
  holder.append(make("label", { class: count ? null : "none" }, box, sign, `${words()[key]} (${count})`));
}
function renderFilters() {
  const inArticle = nodes.filter(n => n.articles.some(passesArticle));
  const kindsHolder = byID("kinds"), putsHolder = byID("puts");
  kindsHolder.replaceChildren();
  putsHolder.replaceChildren();
  for (const kind of KINDS) { const count = inArticle.filter(n => n.kind === kind).length; if (nodes.some(n => n.kind === kind)) chip(kindsHolder, filters.kinds, kind, kindSign(kind), count); }
  for (const put of PUTS) {
    const count = edges.filter(e => e.put === put && passesArticle(e.article)).length + inArticle.filter(n => n.kind === "event" && n.put === put).length;
    chip(putsHolder, filters.puts, put, putSign(put), count);
  }
  byID("times").hidden = !timeRange;
  byID("backgroundChoice").hidden = !edges.some(e => e.background);
  if (!timeRange) return;
  const step = Math.max(1, Math.round((timeRange[1] - timeRange[0]) / 500));
  for (const name of ["from", "to"]) {
    const slider = byID(name);
    slider.min = timeRange[0];
    slider.max = timeRange[0] + Math.ceil(Math.max(1, timeRange[1] - timeRange[0]) / step) * step;
    slider.step = step;
    slider.value = filters[name] ?? (name === "from" ? slider.min : slider.max);
  }
  showTimes();
}
function showTimes() {
  for (const name of ["from", "to"]) {
    const text = dateText(Math.min(+byID(name).value, timeRange[1]), timeRange[1] - timeRange[0] > 1500 ? "month" : "short");
    byID(name + "Text").textContent = text;
    byID(name).setAttribute("aria-valuetext", text);
  }
}
for (const name of ["from", "to"]) byID(name).addEventListener("input", () => {
  const slider = byID(name), other = byID(name === "from" ? "to" : "from");
  if (name === "from" ? +slider.value > +other.value : +slider.value < +other.value) slider.value = other.value;
  filters.from = byID("from").value === byID("from").min ? null : +byID("from").value;
  filters.to = byID("to").value === byID("to").max ? null : +byID("to").value;
  showTimes();
  filtersChanged();
});
byID("undated").addEventListener("change", event => { filters.undated = event.target.checked; filtersChanged(); });
byID("background").addEventListener("change", event => { filters.background = event.target.checked; filtersChanged(); });
byID("names").addEventListener("change", event => { graph.showsNames = event.target.checked; graph.redraw(); });
byID("reset").addEventListener("click", () => {
  filters.kinds = new Set(KINDS);
  filters.puts = new Set(PUTS.filter(p => p !== "denied"));
  Object.assign(filters, { from: null, to: null, undated: true, background: false });
  byID("undated").checked = true;
  byID("background").checked = false;
  byID("query").value = "";
  search();
  renderFilters();
  filtersChanged();
});

// Search.

let nextFound = 0;
function search() {
  const query = byID("query").value.trim();
  const list = query ? shown.nodes.filter(node => matches(node, query)) : null;
  graph.found = list && new Set(list.map(n => n.index));
  byID("found").textContent = list ? words().found(list.length) : "";
  if (list) say(words().found(list.length));
  nextFound = 0;
  graph.redraw();
}
byID("query").addEventListener("input", search);
byID("query").addEventListener("keydown", event => {
  if (event.key === "Enter" && graph.found?.size) {
    event.preventDefault();
    const list = shown.nodes.filter(n => graph.found.has(n.index));
    choose({ nodes: [list[nextFound++ % list.length].index], origin: "search" });
  }
});
byID("claimsQuery").addEventListener("input", event => { table.query = event.target.value.trim(); table.limit = 100; renderClaims(); markRows(); });
byID("claimsPut").addEventListener("change", event => { table.put = event.target.value; table.limit = 100; renderClaims(); markRows(); });
byID("claimsMore").addEventListener("click", () => { table.limit += 200; renderClaims(); markRows(); });

graph.onChoose = hit => {
  if (hit?.node) choose({ nodes: [hit.node.index] });
  else if (hit?.edge) choose({ edges: [hit.edge.index] });
  else clearChoice();
};
graph.onSay = say;
byID("zoomIn").addEventListener("click", () => graph.zoom(1.3));
byID("zoomOut").addEventListener("click", () => graph.zoom(1 / 1.3));
byID("fit").addEventListener("click", () => graph.fit(true));
byID("clear").addEventListener("click", () => { clearChoice(); byID("stage").focus({ preventScroll: true }); });
byID("outline").addEventListener("toggle", renderOutline);
document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  if (event.target.id === "query" && event.target.value) { event.target.value = ""; search(); return; }
  clearChoice();
});

// Articles and languages.

function renderChooser() {
  byID("chooser").hidden = data.articles.length < 2;
  const select = byID("which");
  select.replaceChildren(make("option", { value: "" }, words().allArticles), ...data.articles.map((_, i) => make("option", { value: i }, articleName(i))));
  select.value = filters.article ?? "";
}
byID("which").addEventListener("change", event => {
  filters.article = event.target.value === "" ? null : +event.target.value;
  clearChoice();
  renderFilters();
  filtersChanged();
  renderArticle();
  renderClaims();
  replace();
});
function render() {
  const w = words();
  document.documentElement.lang = lang;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = w[element.dataset.word];
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", w[element.dataset.label]);
  for (const element of document.querySelectorAll("[data-role]")) element.setAttribute("aria-roledescription", w[element.dataset.role]);
  for (const element of document.querySelectorAll("[data-hint]")) element.placeholder = w[element.dataset.hint];
  for (const button of document.querySelectorAll("[data-lang]")) button.setAttribute("aria-pressed", button.dataset.lang === lang);
  byID("facts").textContent = w.facts(nodes.length, edges.length, claims.length);
  byID("foot").textContent = w.foot(data.generator);
  byID("claimsPut").replaceChildren(make("option", { value: "" }, w.everyPut), ...PUTS.map(put => make("option", { value: put }, w[put])));
  byID("claimsPut").value = table.put;
  renderChooser();
  renderFilters();
  renderDetails(choice);
  renderArticle();
  timeSamples();
  renderTimeline();
  renderClaims();
  markRows();
  refilter();
}
for (const button of document.querySelectorAll("[data-lang]")) button.addEventListener("click", () => {
  if (lang === button.dataset.lang) return;
  lang = button.dataset.lang;
  render();
  const { nodes: ns, edges: es, claims: cs } = choice;
  replace().then(() => { if (ns.length + es.length + cs.length) choose({ nodes: ns, edges: es, claims: cs, origin: "language" }); });
});

/// Places the graph anew, for another article or for labels of another length.
async function replace() {
  delete document.documentElement.dataset.ready;
  applyFilters();
  graph.spreadEdges();
  if (await graph.place(isCalm())) document.documentElement.dataset.ready = "yes";
}
function restyle() {
  graph.readColours();
  graph.redraw();
}
for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) matchMedia(query).addEventListener("change", restyle);
let resizing = 0;
new ResizeObserver(() => {
  const before = { width: graph.width, height: graph.height };
  graph.resize();
  const changed = Math.abs(before.width - graph.width) / before.width + Math.abs(before.height - graph.height) / before.height;
  graph.redraw();
  if (changed < 0.02 || !document.documentElement.dataset.ready) return;
  clearTimeout(resizing);
  resizing = setTimeout(replace, 150);
}).observe(byID("stage"));

if (matchMedia("(max-width: 640px)").matches) byID("filters").open = false;
lang = WORDS[data.lang] ? data.lang : /^fr\b/i.test(navigator.language ?? "") ? "fr" : "en";
render();
graph.resize();
replace();

/// What scripts beside the page may ask: where things are drawn, and what is chosen.
const inPage = point => { const r = byID("canvas").getBoundingClientRect(); return point && { x: point.x + r.left, y: point.y + r.top }; };
window.griot = Object.freeze({
  state: () => ({ nodes: shown.nodes.map(n => n.index), edges: shown.edges.map(e => e.index), total: shown.total, chosen: { nodes: [...choice.nodes], edges: [...choice.edges], claims: [...choice.claims] }, cursor: graph.cursor?.index ?? null, view: { ...graph.view }, lang }),
  node: index => inPage(graph.at(nodes[index])),
  edge: index => {
    const route = graph.route(edges[index]);
    if (!route) return null;
    const isOn = point => graph.hit(point.x, point.y)?.edge?.index === index;
    const found = [0.5, 0.4, 0.6, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8].map(t => graph.along(route, t)).find(isOn);
    return found ? inPage(found) : null;
  },
  labels: () => ({ nodes: graph.labels.map(l => l.node.index), edges: graph.edgeLabels.map(l => l.edge.index) }),
  frames: () => [...graph.frames],
});
