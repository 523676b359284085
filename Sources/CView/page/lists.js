// What stands beside the graph: the choice in words, the article, the timeline, the claims, the outline.

/// Makes an element; children are nodes or texts, so that nothing is ever read as markup.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") element.className = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined && child !== ""));
  return element;
}
const byID = id => document.getElementById(id);
const NS = "http://www.w3.org/2000/svg";
function svg(tag, attributes, ...children) {
  const element = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
/// A shape of the key.
function kindSign(kind) {
  const points = [];
  const path = { moveTo: (x, y) => points.push(`M${x.toFixed(1)} ${y.toFixed(1)}`), lineTo: (x, y) => points.push(`L${x.toFixed(1)} ${y.toFixed(1)}`), closePath: () => points.push("Z"), arc: (x, y, r) => points.push(`M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`) };
  outline(path, kind, 10, 10, 7.5);
  const shape = svg("path", { d: points.join("") });
  shape.style.fill = `var(--${kind})`;
  shape.style.stroke = "var(--rim)";
  const letter = svg("text", { x: 10, y: kind === "group" ? 14.6 : 13.4, "text-anchor": "middle", "font-size": 8.5, "font-weight": 700 });
  letter.style.fill = `var(--on-${kind})`;
  letter.append(words().letters[kind]);
  return svg("svg", { width: 20, height: 20, "aria-hidden": "true" }, shape, letter);
}
/// A line of the key.
function putSign(put, width = 38) {
  const line = svg("path", { d: `M1 8H${width - 7}`, "stroke-width": 2, fill: "none", "stroke-dasharray": DASHES[put].join(" ") || "none" });
  line.style.stroke = `var(--${put})`;
  const head = svg("path", { d: `M${width - 1} 8l-8 -4v8z` });
  head.style.fill = `var(--${put})`;
  const parts = [line, head];
  if (MARKS[put]) {
    const mark = svg("text", { x: width / 2 - 4, y: put === "possible" ? 12 : put === "denied" ? 12 : 16, "text-anchor": "middle", "font-size": put === "attributed" || put === "reported" ? 17 : 12, "font-weight": 700, stroke: "none" });
    mark.style.fill = `var(--${put})`;
    mark.append(MARKS[put]);
    const gap = svg("rect", { x: width / 2 - 10, y: 1, width: 12, height: 14 });
    gap.style.fill = "var(--card)";
    parts.push(gap, mark);
  }
  return svg("svg", { width, height: 16, "aria-hidden": "true" }, ...parts);
}
const badge = put => {
  const element = make("span", { class: "badge" }, putSign(put, 30), words()[put]);
  element.style.color = `var(--${put})`;
  return element;
};
const nodeButton = node => make("button", { type: "button", class: "link", onclick: () => choose({ nodes: [node.index] }) }, nodeLabel(node));
const join = (list, between = ", ") => list.flatMap((one, i) => i ? [between, one] : [one]);
/// A link outward only to what is a web page; anything else stays text.
const webLink = iri => /^https?:\/\//.test(iri) ? make("a", { href: iri, rel: "noopener noreferrer", target: "_blank" }, iri) : iri;
const articleName = index => data.articles[index].title ?? data.articles[index].id ?? data.articles[index].iri;

// The choice.

function quoteList(list) {
  const seen = new Set(), items = [];
  for (const one of list) {
    const key = `${one.article} ${one.start} ${one.words}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const hasPlace = data.articles[one.article].text !== undefined && one.start !== undefined;
    const what = one.supports === undefined ? [] : [` (${words().supports} ${termLabel(one.supports)})`];
    items.push(make("li", { class: "quote", lang: data.articles[one.article].lang },
      hasPlace ? make("button", { type: "button", class: "link", title: words().showWords, onclick: () => showWords(one) }, one.words) : one.words, make("span", { class: "quiet", lang }, ...what)));
  }
  return make("ul", {}, ...items);
}
function pairs(rows) {
  return make("dl", {}, ...rows.filter(row => row && row[1] !== null && row[1] !== "" && !(Array.isArray(row[1]) && !row[1].length))
    .flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, ...(Array.isArray(value) ? value : [value]))]));
}
const people = list => join((list ?? []).map(b => nodeButton(nodes[b])));
function saying(thing) {
  const w = words();
  return [
    [w.by, thing.by?.length ? people(thing.by) : thing.put === "reported" ? w.notSaid : w.theArticle],
    [w.via, people(thing.via)],
    [w.confidence, thing.confidence ?? ""],
    [w.date, timeText(thing.time) + (thing.time?.text ? ` — ${quote(thing.time.text)}` : "")],
    [w.degree, thing.degree === undefined ? "" : termLabel(thing.degree)],
    [w.basis, thing.basis === undefined ? "" : termLabel(thing.basis)],
  ];
}
const hiddenNote = thing => shown.byForce.has(thing) ? make("p", { class: "quiet" }, words().hidden) : "";
function nodeCard(node) {
  const w = words(), parts = [make("h3", {}, nodeLabel(node))];
  if (node.kind === "claim") return claimCard(claims[node.claim]);
  if (node.kind === "event" && node.status) parts.push(badge(node.put));
  parts.push(hiddenNote(node));
  const rows = [[w.type, kindLabel(node)]];
  if (node.status) rows.push(...saying(node));
  if (node.alt?.length) rows.push([w.alias, node.alt.map(a => a[0]).join(", ")]);
  for (const value of node.values ?? []) rows.push([termLabel(value.term), value.datatype === "EDTF" ? edtfText(value.text) ?? value.text : value.text]);
  for (const claim of node.attributes) {
    const how = claim.put === "asserted" ? [] : [" ", badge(claim.put)];
    rows.push([termLabel(claim.predicate), [make("button", { type: "button", class: "link", onclick: () => choose({ claims: [claim.index] }) }, valueText(claim)), ...how]]);
  }
  if (node.same?.length) rows.push([w.same, join(node.same.map(webLink))]);
  if (node.pages?.length) rows.push([w.pages, join(node.pages.map(webLink))]);
  parts.push(pairs(rows));
  if (node.evidence.length) parts.push(make("h4", {}, w.evidence), quoteList(node.evidence));
  if (node.mentions.length) parts.push(make("h4", {}, w.mentions), quoteList(node.mentions));
  const links = node.edges.filter(edge => passesArticle(edge.article) && (filters.background || !edge.background));
  if (links.length) {
    parts.push(make("h4", {}, `${w.links} (${links.length})`), make("ul", {}, ...links.slice(0, 60).map(edge => {
      const isOut = edge.from === node.index;
      const text = isOut ? `${termLabel(edge.term)} → ${nodeLabel(nodes[edge.to])}` : `${nodeLabel(nodes[edge.from])} — ${termLabel(edge.term)} →`;
      return make("li", {}, make("button", { type: "button", class: "link", onclick: () => choose({ edges: [edge.index] }) }, text), ...(edge.put === "asserted" ? [] : [" ", badge(edge.put)]));
    }), ...(links.length > 60 ? [make("li", {}, "…")] : [])));
  }
  return make("article", { class: "item" }, ...parts);
}
function claimCard(claim, edge = null) {
  const w = words(), object = claim.object === undefined ? valueText(claim) : nodeButton(nodes[claim.object]);
  const parts = [make("h3", {}, nodeButton(nodes[claim.subject]), ` — ${termLabel(claim.predicate)} → `, object), badge(claim.put), edge ? hiddenNote(edge) : "", pairs(saying(claim))];
  parts.push(make("h4", {}, w.evidence), claim.evidence.length ? quoteList(claim.evidence) : make("p", { class: "quiet" }, w.noEvidence));
  const about = claimNodes.get(claim.index);
  if (about) {
    const rest = [...about.attributes.map(one => make("li", {}, make("button", { type: "button", class: "link", onclick: () => choose({ claims: [one.index] }) }, `${termLabel(one.predicate)} : ${valueText(one)}`))),
      ...about.edges.map(one => make("li", {}, make("button", { type: "button", class: "link", onclick: () => choose({ edges: [one.index] }) }, edgeText(one))))];
    if (rest.length) parts.push(make("h4", {}, w.links), make("ul", {}, ...rest));
  }
  return make("article", { class: "item" }, ...parts);
}
function edgeCard(edge) {
  if (edge.claims.length) {
    const cards = edge.claims.map(claim => claimCard(claim, edge));
    return cards.length === 1 ? cards[0] : make("div", {}, ...cards);
  }
  const w = words(), { list, borrowed } = edgeEvidence(edge);
  const parts = [make("h3", {}, nodeButton(nodes[edge.from]), ` — ${termLabel(edge.term)} → `, nodeButton(nodes[edge.to])), badge(edge.put), hiddenNote(edge)];
  parts.push(pairs(saying(nodes[edge.from].kind === "event" ? nodes[edge.from] : edge)));
  parts.push(make("h4", {}, w.evidence), ...(list.length ? [quoteList(list), ...(borrowed ? [make("p", { class: "quiet" }, w.fromEvent)] : [])] : [make("p", { class: "quiet" }, w.noEvidence)]));
  return make("article", { class: "item" }, ...parts);
}
function renderDetails(choice) {
  const body = byID("detailsBody"), cards = [];
  for (const index of choice.claims) cards.push(claims[index].edge === null ? claimCard(claims[index]) : edgeCard(edges[claims[index].edge]));
  for (const index of choice.edges) cards.push(edgeCard(edges[index]));
  for (const index of choice.nodes) cards.push(nodeCard(nodes[index]));
  byID("clear").hidden = !cards.length;
  const head = cards.length > 1 && choice.origin === "words" ? [make("p", { class: "quiet" }, words().selected(cards.length))] : [];
  body.replaceChildren(...head, ...(cards.length ? cards.slice(0, 40) : [make("p", { class: "quiet" }, words().hint)]));
  byID("details").scrollTop = 0;
}

// The article.

let marks = [];
/// What words stand for: the claim they say, or the event or entity they name.
const target = one => one.claim === undefined ? nodes[one.node] : claims[one.claim];

function renderArticle() {
  const body = byID("articleBody"), w = words();
  const which = filters.article === null ? data.articles.map((_, i) => i) : [filters.article];
  marks = [];
  let hasText = false;
  const parts = which.slice(0, 200).map(index => {
    const article = data.articles[index], own = evidence.filter(one => one.article === index);
    const facts = [article.publisher, article.authors?.join(", "), article.date && (edtfText(article.date) ?? article.date)].filter(Boolean);
    const meta = make("div", { class: "meta" }, article.title || which.length > 1 ? make("strong", { lang: article.lang }, articleName(index)) : "", facts.join(" · "), ...(article.url ? [facts.length ? " · " : "", webLink(article.url)] : []), ...(article.rights ? [make("div", {}, article.rights)] : []));
    if (article.text !== undefined) { hasText = true; return make("div", {}, meta, markedText(article, own)); }
    return make("div", {}, meta, quotes(article, own));
  });
  byID("articleTitle").textContent = hasText ? w.article : w.quotes;
  if (!hasText && data.articles.length) parts.unshift(make("p", { class: "meta" }, w.noText));
  body.replaceChildren(...parts);
  if (marks.length) marks[0].element.tabIndex = 0;
}
/// The text in pieces, cut wherever words that count begin or end.
function markedText(article, own) {
  const letters = Array.from(article.text), placed = own.filter(one => one.start !== undefined && one.end <= letters.length && one.start < one.end);
  const cuts = [...new Set([0, letters.length, ...placed.flatMap(one => [one.start, one.end])])].sort((a, b) => a - b);
  const starts = new Map();
  for (const one of placed) { if (!starts.has(one.start)) starts.set(one.start, []); starts.get(one.start).push(one); }
  const text = make("div", { class: "text", lang: article.lang });
  let open = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    open = [...open.filter(one => one.end > cuts[i]), ...(starts.get(cuts[i]) ?? [])];
    const piece = letters.slice(cuts[i], cuts[i + 1]).join("");
    if (!open.length) { text.append(piece); continue; }
    const said = open.filter(one => one.how === "evidence");
    const element = make("mark", { role: "button", tabindex: "-1", class: said.length ? "said" : "mention" }, piece);
    if (said.length) {
      const put = target(said[0]).put ?? "asserted";
      element.classList.add(put);
      element.style.setProperty("--put", `var(--${put})`);
    }
    addMark(element, open);
    text.append(element);
  }
  return text;
}
function addMark(element, list) {
  const mark = { element, list, position: marks.length };
  marks.push(mark);
  element.addEventListener("click", () => chooseWords(mark));
  element.addEventListener("keydown", event => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); chooseWords(mark); }
    else if (step && marks[mark.position + step]) {
      event.preventDefault();
      element.tabIndex = -1;
      marks[mark.position + step].element.tabIndex = 0;
      marks[mark.position + step].element.focus();
    }
  });
}
/// Without the text: the words themselves, in their order, with what they say.
function quotes(article, own) {
  const groups = new Map();
  for (const one of own.filter(one => one.how === "evidence")) {
    const key = `${one.start ?? ""} ${one.words}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(one);
  }
  if (!groups.size) return make("p", { class: "quiet" }, words().noQuotes);
  const sorted = [...groups.values()].sort((a, b) => (a[0].start ?? Infinity) - (b[0].start ?? Infinity) || (a[0].end ?? 0) - (b[0].end ?? 0));
  return make("ol", { class: "quotes" }, ...sorted.map(list => {
    const put = target(list[0]).put ?? "asserted";
    const element = make("mark", { role: "button", tabindex: "-1", class: `said ${put}`, lang: article.lang }, list[0].words ?? "…");
    element.style.setProperty("--put", `var(--${put})`);
    addMark(element, list);
    const said = [...new Set(list.map(one => one.claim === undefined ? nodeLabel(nodes[one.node]) + (one.supports === undefined ? "" : ` (${termLabel(one.supports)})`) : claimText(claims[one.claim])))];
    return make("li", {}, make("span", { class: "words" }, element), make("div", { class: "for" }, said.join(" ; ")));
  }));
}
function chooseWords(mark) {
  const said = mark.list.filter(one => one.how === "evidence"), list = said.length ? said : mark.list;
  for (const other of marks) other.element.tabIndex = -1;
  mark.element.tabIndex = 0;
  choose({ claims: list.filter(one => one.claim !== undefined).map(one => one.claim), nodes: list.filter(one => one.node !== undefined).map(one => one.node), origin: "words", only: list });
}
/// Marks the words of a choice and brings the first of them into sight, within the article's own box.
function markWords(chosen, scrolls) {
  let first = null;
  for (const mark of marks) {
    const isOn = mark.list.some(one => chosen.has(one.index));
    mark.element.classList.toggle("on", isOn);
    if (isOn) mark.element.setAttribute("aria-pressed", "true"); else mark.element.removeAttribute("aria-pressed");
    if (isOn && !first) first = mark;
  }
  if (first && scrolls) scrollTo(first.element);
}
function scrollTo(element) {
  const body = byID("articleBody"), inside = element.getBoundingClientRect(), around = body.getBoundingClientRect();
  if (inside.top >= around.top + 8 && inside.bottom <= around.bottom - 8) return;
  body.scrollTo({ top: body.scrollTop + inside.top - around.top - around.height / 3, behavior: isCalm() ? "auto" : "smooth" });
}
function showWords(one) {
  const mark = marks.find(m => m.list.some(other => other.index === one.index));
  if (!mark) return;
  byID("article").scrollIntoView({ block: "nearest" });
  scrollTo(mark.element);
  for (const other of marks) other.element.tabIndex = -1;
  mark.element.tabIndex = 0;
  mark.element.focus({ preventScroll: true });
}
const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

// The timeline.

const timeRows = new Map();
function renderTimeline() {
  const w = words(), body = byID("timelineBody");
  timeRows.clear();
  const passes = nodes.filter(n => n.kind === "event" && filters.kinds.has("event") && n.articles.some(passesArticle) && filters.puts.has(n.put));
  const dated = passes.filter(n => n.times && passesTime(n.times, true)), undated = filters.undated ? passes.filter(n => !n.times) : [];
  const begin = t => t.earliestBegin ?? t.earliestEnd ?? t.latestEnd ?? 0;
  dated.sort((a, b) => begin(a.times) - begin(b.times) || (a.times.latestEnd ?? Infinity) - (b.times.latestEnd ?? Infinity) || a.index - b.index);
  const parts = [];
  if (dated.length) {
    let from = filters.from ?? timeRange[0], to = filters.to ?? timeRange[1];
    const pad = Math.max(20, (to - from) * 0.03);
    from -= pad;
    to += pad;
    const scale = { from, to, at: d => 100 * (Math.max(from, Math.min(to, d)) - from) / (to - from) };
    const marks = ticks(from, to);
    const axis = make("div", { class: "axis", "aria-hidden": "true" }, ...marks.map(([d, text]) => {
      const tick = make("span", {}, text);
      tick.style.left = scale.at(d) + "%";
      return tick;
    }));
    const rows = dated.slice(0, 500).map(node => {
      const row = make("li", { "data-node": node.index },
        make("button", { type: "button", class: "link", onclick: () => choose({ nodes: [node.index], origin: "timeline" }) }, nodeLabel(node), node.put === "asserted" ? "" : make("span", { class: "unseen" }, `, ${w[node.put]}`)),
        make("span", { class: "date", title: node.time.edtf }, timeText(node.time)), track(node, scale, marks));
      timeRows.set(node.index, row);
      return row;
    });
    parts.push(axis, make("ol", { class: "events" }, ...rows, ...(dated.length > 500 ? [make("li", {}, "…")] : [])));
  }
  if (undated.length) {
    parts.push(make("p", { class: "events none" }, w.undatedEvents, ...join(undated.slice(0, 100).map(nodeButton), " · "), undated.length > 100 ? " …" : ""));
  }
  body.replaceChildren(...(parts.length ? parts : [make("p", { class: "quiet" }, w.noEvents)]));
}
/// Round dates between two days, some eight of them.
function ticks(from, to) {
  const found = [], years = (to - from) / 365.25, start = new Date(from * 864e5), year = start.getUTCFullYear();
  const steps = [[0.25, 1 / 12], [0.8, 1 / 12], [2.5, 0.25], [9, 1], [18, 2], [45, 5], [90, 10], [450, 50], [900, 100]];
  const step = steps.find(([most]) => years <= most)?.[1] ?? Math.ceil(years / 800) * 100;
  if (years <= 0.12) {
    const days = Math.max(1, Math.round((to - from) / 7));
    for (let d = Math.ceil(from); d <= to; d += days) found.push([d, new Intl.DateTimeFormat(lang, { day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(d * 864e5))]);
  } else if (step < 1) {
    const months = Math.round(step * 12);
    for (let m = 0; m < 40; m += months) {
      const date = Date.UTC(year, m, 1) / 864e5;
      if (date >= from && date <= to) found.push([date, new Intl.DateTimeFormat(lang, { month: "short", year: "2-digit", timeZone: "UTC" }).format(new Date(date * 864e5))]);
    }
  } else {
    for (let y = Math.ceil(year / step) * step; found.length < 40; y += step) {
      const date = day(`${y < 0 ? "-" : ""}${String(Math.abs(y)).padStart(4, "0")}-01-01`);
      if (date > to) break;
      if (date >= from) found.push([date, String(y)]);
    }
  }
  return found;
}
/// The bar of a time: a diamond for a day, a hatched bar between bounds, solid where it surely holds.
function track(node, scale, marks) {
  const element = make("div", { class: `track ${node.put}`, "aria-hidden": "true" });
  const put = (name, from, to) => {
    const bar = make("i", { class: name });
    bar.style.left = scale.at(from) + "%";
    if (to !== undefined) bar.style.width = Math.max(0, scale.at(to) - scale.at(from)) + "%";
    element.append(bar);
    return bar;
  };
  for (const [d] of marks) put("grid", d);
  const t = node.times, time = node.time, members = edtfMembers(time.edtf ?? "");
  const isAbout = /[~%]/.test(time.edtf ?? "") || (time.qualifiers ?? []).some(q => /approximate/i.test(data.terms[q].name));
  const days = members?.map(one => day(/^\d{4}-\d\d-\d\d$/.test(one) ? one : ""));
  if (days?.length && !days.includes(null)) {
    const ends = [Math.min(...days), Math.max(...days)];
    // Where its days would fall together, a set must not look like one day.
    if (ends[1] - ends[0] < (scale.to - scale.from) * 0.06) { put("span", ends[0], ends[1] + 1).classList.add("set"); return element; }
    put("join", ...ends);
    for (const one of days) put("day", one).classList.add("one");
    return element;
  }
  const from = t.earliestBegin, to = t.latestEnd;
  if (from !== null && from === to) { put("day", from); return element; }
  const part = (time.parts ?? []).map(p => data.terms[p].name).find(name => ["early", "mid", "end"].includes(name));
  const bar = put("span", from ?? scale.from, (to ?? scale.to) + 1);
  if (from === null && t.latestBegin === null) bar.classList.add("open-left");
  else if (to === null && t.earliestEnd === null) bar.classList.add("open-right");
  else if (isAbout) bar.classList.add("about");
  else if (part) bar.classList.add(part);
  if (t.latestBegin !== null && t.earliestEnd !== null && t.earliestEnd > t.latestBegin && !isAbout) put("core", t.latestBegin, t.earliestEnd + 1);
  return element;
}
function timeSamples() {
  const w = words(), sample = (name, put, text) => {
    const i = make("i", { class: name });
    i.style.left = name === "day" ? "50%" : "10%";
    if (name !== "day") i.style.width = "80%";
    return make("span", {}, make("span", { class: `track ${put}`, "aria-hidden": "true" }, i), text);
  };
  byID("timeKey").replaceChildren(sample("day", "", w.exactDay), sample("span", "", w.imprecise), sample("span about", "", w.about), sample("day", "planned", w.plannedDay), sample("span", "planned", w.plannedSpan));
}

// The claims.

const claimRows = new Map();
const table = { sort: 0, isUp: true, query: "", put: "", limit: 100 };
function statementCells(one) {
  const w = words(), thing = one.claim ?? one.node;
  const source = thing.via?.length ? thing.via.map(v => nodeLabel(nodes[v])).join(", ") : data.articles.length > 1 && one.article !== undefined ? articleName(one.article) : w.theArticle;
  const quoted = [...new Set(thing.evidence.map(e => e.words).filter(Boolean))];
  return [one.claim ? claimText(one.claim) : `${nodeLabel(one.node)} (${kindLabel(one.node)})`, w[one.put], saidBy(thing, one.put), source, thing.confidence ?? "", timeText(thing.time), quoted.map(quote).join(" ")];
}
function sortKey(one, cells) {
  const thing = one.claim ?? one.node;
  switch (table.sort) {
    case 1: return PUTS.indexOf(one.put);
    case 4: return thing.confidence === undefined ? -1 : +thing.confidence;
    case 5: return thing.times ? thing.times.earliestBegin ?? thing.times.latestEnd ?? 0 : Infinity;
    default: return null;
  }
}
function renderClaims() {
  const w = words(), head = byID("claimsTable").tHead, body = byID("claimsTable").tBodies[0];
  claimRows.clear();
  head.replaceChildren(make("tr", { role: "row" }, ...w.columns.map((name, i) => make("th", { scope: "col", role: "columnheader", "aria-sort": table.sort === i ? (table.isUp ? "ascending" : "descending") : "none" },
    make("button", { type: "button", onclick: () => { table.isUp = table.sort === i ? !table.isUp : true; table.sort = i; renderClaims(); byID("claimsTable").tHead.rows[0].cells[i].firstChild.focus(); } }, name, table.sort === i ? (table.isUp ? " ▲" : " ▼") : "")))));
  const query = plain(table.query);
  const all = statements.filter(one => one.article === undefined || passesArticle(one.article) || one.node?.articles.some(passesArticle));
  const rows = all.map(one => ({ one, cells: statementCells(one) }))
    .filter(({ one, cells }) => (!table.put || one.put === table.put) && (!query || cells.some(cell => plain(cell).includes(query))));
  const collator = new Intl.Collator(lang);
  rows.forEach((row, i) => { row.key = sortKey(row.one, row.cells); row.i = i; });
  rows.sort((a, b) => (a.key === null ? collator.compare(a.cells[table.sort], b.cells[table.sort]) : a.key < b.key ? -1 : a.key > b.key ? 1 : 0) * (table.isUp ? 1 : -1) || a.i - b.i);
  byID("claimsCount").textContent = w.count(rows.length, all.length);
  body.replaceChildren(...rows.slice(0, table.limit).map(({ one, cells }) => {
    const pick = () => choose(one.claim ? { claims: [one.claim.index], origin: "claims" } : { nodes: [one.node.index], origin: "claims" });
    const row = make("tr", { role: "row", "data-thing": one.claim ? `c${one.claim.index}` : `n${one.node.index}` },
      ...cells.map((cell, i) => make("td", { role: "cell", "data-name": w.columns[i] + (lang === "fr" ? "\u00A0: " : ": "), class: i === 4 || i === 5 ? "number" : i === 6 ? "evidence" : null, lang: i === 6 ? data.articles[one.article ?? 0]?.lang : null },
        i === 0 ? make("button", { type: "button", class: "link", onclick: pick }, cell) : i === 1 ? badge(one.put) : cell)));
    claimRows.set(row.dataset.thing, row);
    return row;
  }));
  const more = byID("claimsMore");
  more.hidden = rows.length <= table.limit;
  more.textContent = `${w.more} (${w.count(table.limit, rows.length)})`;
}

// The graph in words.

function renderOutline() {
  if (!byID("outline").open) return;
  const list = shown.nodes.slice(0, 300), w = words();
  byID("outlineText").replaceChildren(make("ul", {}, ...list.map(node => {
    const links = node.edges.filter(edge => shown.isEdge[edge.index] && edge.from === node.index);
    return make("li", {}, nodeButton(node), ` — ${kindLabel(node)}`, node.kind === "event" && node.put !== "asserted" ? `, ${w[node.put]}` : "",
      ...(links.length ? [make("ul", {}, ...links.map(edge => make("li", {}, make("button", { type: "button", class: "link", onclick: () => choose({ edges: [edge.index] }) }, `${termLabel(edge.term)} → ${nodeLabel(nodes[edge.to])}`), edge.put === "asserted" ? "" : ` (${w[edge.put]})`)))] : []));
  }), ...(shown.nodes.length > 300 ? [make("li", {}, `… ${w.count(300, shown.nodes.length)}`)] : [])));
}
