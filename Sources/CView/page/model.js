// The data of the page, with what follows from it. Nothing here touches the document.
const data = JSON.parse(document.getElementById("data").textContent);
const KINDS = ["event", "organisation", "group", "person", "place", "document", "thing", "claim"];
const PUTS = ["asserted", "attributed", "reported", "planned", "possible", "denied"];
const DRAWN_LIMIT = 2000;
const SIGNS = { approximately: "≈ ", atLeast: "≥ ", atMost: "≤ ", moreThan: "> ", lessThan: "< " };

let lang = "en";
const words = () => WORDS[lang];

/// A text in the page's language, else in any.
function inLanguage(texts) {
  const prefix = lang + "-";
  const tag = lang in texts ? lang : Object.keys(texts).find(t => t.startsWith(prefix)) ?? ("en" in texts ? "en" : Object.keys(texts)[0]);
  return tag === undefined ? undefined : { text: texts[tag], tag };
}
const termLabel = index => inLanguage(data.terms[index].label)?.text ?? data.terms[index].name;

const quote = text => lang === "fr" ? `«\u00A0${text}\u00A0»` : `“${text}”`;

/// How a thing is put, as the key shows it: an assertion that the article lays on someone is apart.
const putOf = thing => {
  const status = PUTS.includes(thing.status) ? thing.status : "asserted";
  return status === "asserted" && thing.by?.length ? "attributed" : status;
};

const nodes = data.nodes.map((node, index) => ({ ...node, index, edges: [], evidence: [], mentions: [], attributes: [], put: putOf(node), times: bounds(node.time) }));
const claims = data.claims.map((claim, index) => ({ ...claim, index, evidence: [], edge: null, put: putOf(claim), times: bounds(claim.time) }));
const edges = data.edges.map((edge, index) => {
  const own = edge.claims?.map(c => claims[c]) ?? [];
  const source = own[0] ?? (nodes[edge.from].kind === "event" ? nodes[edge.from] : { status: "asserted" });
  for (const claim of own) claim.edge = index;
  // A role is put as its event is; its time is the event's, which is filtered there.
  return { ...edge, index, claims: own, put: putOf(source), by: source.by ?? [], via: source.via ?? [], time: own[0]?.time, times: own[0]?.times ?? null };
});
for (const claim of claims) if (claim.edge === null) nodes[claim.subject]?.attributes.push(claim);
for (const edge of edges) {
  nodes[edge.from].edges.push(edge);
  if (edge.to !== edge.from) nodes[edge.to].edges.push(edge);
}
const evidence = data.evidence.map((one, index) => ({ ...one, index }));
for (const one of evidence) {
  if (one.claim !== undefined) claims[one.claim].evidence.push(one);
  else nodes[one.node][one.how === "mention" ? "mentions" : "evidence"].push(one);
}
/// The node that stands for a claim which others are about.
const claimNodes = new Map(nodes.filter(n => n.kind === "claim").map(n => [n.claim, n]));

/// What the list of claims holds: statements, and events as what is said to happen.
const statements = [
  ...claims.map(claim => ({ claim, put: claim.put, article: claim.article })),
  ...nodes.filter(n => n.kind === "event" && n.status).map(node => ({ node, put: node.put, article: node.articles[0] })),
];

function nodeLabel(node) {
  if (node.kind === "claim") return claimText(claims[node.claim]);
  const last = node.iri.split(/[#/:]/).filter(Boolean).pop() ?? node.iri;
  return inLanguage(node.label)?.text ?? last;
}
const kindLabel = node => node.type === undefined ? words()[node.kind] : termLabel(node.type);

/// A claim's value with its bound and unit: `> 180 persons`.
function valueText(claim) {
  const bound = claim.bound === undefined ? "" : SIGNS[data.terms[claim.bound].name] ?? termLabel(claim.bound) + " ";
  const date = claim.datatype === "EDTF" ? edtfText(claim.value) : null;
  const exact = bound + (date ?? claim.value) + (claim.unit ? " " + claim.unit : "");
  return claim.words ? `${quote(claim.words)} (${exact})` : exact;
}
function claimText(claim) {
  const object = claim.object === undefined ? valueText(claim) : nodeLabel(nodes[claim.object]);
  return `${nodeLabel(nodes[claim.subject])} — ${termLabel(claim.predicate)} → ${object}`;
}
const edgeText = edge => `${nodeLabel(nodes[edge.from])} — ${termLabel(edge.term)} → ${nodeLabel(nodes[edge.to])}`;
/// The words behind an edge: its claims', else its event's.
function edgeEvidence(edge) {
  const own = edge.claims.flatMap(c => c.evidence);
  if (own.length || nodes[edge.from].kind !== "event") return { list: own, borrowed: false };
  return { list: nodes[edge.from].evidence, borrowed: true };
}
const saidBy = (thing, put) => thing.by?.length ? thing.by.map(b => nodeLabel(nodes[b])).join(", ") : put === "reported" ? words().notSaid : words().theArticle;

// Time. A day is a whole number, counted from 1970.

function day(text) {
  const parts = /^([+-]?\d{4,})-(\d\d)-(\d\d)/.exec(text ?? "");
  if (!parts) return null;
  const date = new Date(0);
  date.setUTCFullYear(+parts[1], +parts[2] - 1, +parts[3]);
  return Number.isNaN(date.getTime()) ? null : Math.round(date.getTime() / 864e5);
}
/// The four bounds of a time as days, or nil without any.
function bounds(time) {
  if (!time?.bounds) return null;
  const found = time.bounds.map(day);
  return found.every(b => b === null) ? null : { earliestBegin: found[0], latestBegin: found[1], earliestEnd: found[2], latestEnd: found[3] };
}
/// The first and last day that a time can touch; an open side is endless.
const reach = times => [times.earliestBegin ?? -Infinity, times.latestEnd ?? Infinity];

const formats = new Map();
function dateText(number, precision = "day") {
  const key = lang + precision;
  if (!formats.has(key)) {
    const options = { short: { day: "numeric", month: "short", year: "numeric" }, day: { day: "numeric", month: "long", year: "numeric" }, month: { month: "long", year: "numeric" }, year: { year: "numeric" } }[precision];
    formats.set(key, new Intl.DateTimeFormat(lang === "fr" ? "fr-FR" : "en-GB", { ...options, timeZone: "UTC" }));
  }
  const text = formats.get(key).format(new Date(number * 864e5));
  return lang === "fr" && precision === "day" ? text.replace(/^1 /, "1er ") : text;
}
/// One EDTF date in words; null of what has none here.
function edtfDay(text) {
  const parts = /^([~?%]?)(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)$/.exec(text);
  if (!parts) return null;
  const [, before, year, month, date, after] = parts;
  if (+month > 12) return null;
  const mark = before + after;
  const number = day(`${year}-${month ?? "01"}-${date ?? "01"}`);
  if (number === null) return null;
  const shown = dateText(number, date ? "day" : month ? "month" : "year");
  return (/[~%]/.test(mark) ? "≈ " : "") + shown + (/[?%]/.test(mark) ? " (?)" : "");
}
function edtfMembers(text) {
  const inside = /^[[{](.*)[\]}]$/.exec(text);
  return inside ? inside[1].split(",").map(one => one.trim()) : null;
}
function edtfText(text) {
  const members = edtfMembers(text);
  if (members) {
    const shown = members.map(edtfDay);
    if (shown.includes(null)) return null;
    return (text[0] === "[" ? words().oneOf : words().allOf) + shown.join(", ");
  }
  const sides = text.split("/");
  if (sides.length === 1) return edtfDay(text);
  if (sides.length !== 2) return null;
  const [from, to] = sides.map(side => side === ".." || side === "" ? "" : edtfDay(side));
  if (from === null || to === null || !from && !to) return null;
  if (!from) return `${words().until} ${to}`;
  return to ? `${from} – ${to}` : `${words().since} ${from}`;
}
/// A time in words, with the part of it that the text names and the text itself.
function timeText(time) {
  if (!time) return "";
  let text = time.edtf ? edtfText(time.edtf) ?? time.edtf : time.bounds.filter(Boolean).join(" – ");
  if (time.parts?.length) text += ` (${time.parts.map(termLabel).join(", ")})`;
  return text;
}

// What passes the filters.

const filters = { kinds: new Set(KINDS), puts: new Set(PUTS.filter(p => p !== "denied")), article: null, from: null, to: null, undated: true, background: false };
/// What is drawn although a filter hides it, for it is chosen.
const forced = { nodes: new Set(), edges: new Set() };
const shown = { nodes: [], edges: [], byForce: new Set(), total: 0, isNode: new Uint8Array(nodes.length), isEdge: new Uint8Array(edges.length) };

const allTimes = [...nodes, ...claims].map(one => one.times).filter(Boolean);
const allDays = allTimes.flatMap(t => [t.earliestBegin, t.latestBegin, t.earliestEnd, t.latestEnd]).filter(d => d !== null);
const timeRange = allDays.length ? [Math.min(...allDays), Math.max(...allDays)] : null;

function passesTime(times, isTimed) {
  const from = filters.from ?? -Infinity, to = filters.to ?? Infinity;
  if (!times) return !isTimed || filters.undated;
  if (from === -Infinity && to === Infinity) return true;
  const [first, last] = reach(times);
  return first <= to && last >= from;
}
const passesArticle = article => filters.article === null || article === filters.article;

function applyFilters() {
  const isIn = node => node.articles.some(passesArticle);
  const nodePasses = nodes.map(node => filters.kinds.has(node.kind) && isIn(node)
    && (node.kind !== "event" || filters.puts.has(node.put) && passesTime(node.times, true)));
  const edgeWas = edge => passesArticle(edge.article) && (filters.background || !edge.background);
  const edgePasses = edges.map(edge => edgeWas(edge) && nodePasses[edge.from] && nodePasses[edge.to]
    && filters.puts.has(edge.put) && passesTime(edge.times, false));
  // What has lost all its links tells nothing more; what never had any is kept.
  const found = [];
  shown.byForce.clear();
  for (const node of nodes) {
    let passes = nodePasses[node.index];
    if (passes && node.kind !== "event") {
      const had = node.edges.filter(edgeWas);
      if (had.length && !had.some(edge => edgePasses[edge.index])) passes = false;
      if (!had.length && node.edges.length && !node.mentions.length) passes = false;
      const line = node.kind === "claim" ? claims[node.claim].edge : null;
      if (line !== null && !edgePasses[line]) passes = false;
    }
    if (passes || forced.nodes.has(node.index)) found.push(node);
    if (!passes && forced.nodes.has(node.index)) shown.byForce.add(node);
  }
  shown.total = found.length;
  const degree = node => node.edges.reduce((sum, edge) => sum + edgePasses[edge.index], 0);
  const ranked = found.length > DRAWN_LIMIT
    ? found.map(node => [forced.nodes.has(node.index) ? Infinity : degree(node), node])
      .sort((a, b) => b[0] - a[0] || a[1].index - b[1].index).slice(0, DRAWN_LIMIT).map(pair => pair[1]).sort((a, b) => a.index - b.index)
    : found;
  shown.isNode.fill(0);
  for (const node of ranked) shown.isNode[node.index] = 1;
  shown.nodes = ranked;
  shown.edges = edges.filter(edge => (edgePasses[edge.index] || forced.edges.has(edge.index)) && shown.isNode[edge.from] && shown.isNode[edge.to]);
  for (const edge of shown.edges) if (!edgePasses[edge.index]) shown.byForce.add(edge);
  shown.isEdge.fill(0);
  for (const edge of shown.edges) shown.isEdge[edge.index] = 1;
}
const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
function matches(node, query) {
  const wanted = plain(query);
  const names = [...Object.values(node.label ?? {}), ...(node.alt ?? []).map(a => a[0]), nodeLabel(node)];
  return names.some(name => plain(name).includes(wanted));
}
