// The drawing: a canvas under a stage that takes keys and pointers.

const DASHES = { asserted: [], attributed: [9, 3, 1.5, 3], reported: [1.5, 4], planned: [8, 5], possible: [11, 4, 2, 4, 2, 4], denied: [3, 3] };
const MARKS = { asserted: "", attributed: "“", reported: "“", planned: "", possible: "?", denied: "✕" };
/// Where a link's name may stand: shares of its way, and lines of text above or below it.
const LABEL_PLACES = [[0.5, 0], [0.42, 0], [0.58, 0], [0.34, 0], [0.66, 0], [0.28, 0], [0.72, 0]]
  .concat([-1.4, 1.4, -2.3, 2.3, -3.3, 3.3, -4.4, 4.4].map(lines => [0.5, lines]), [[0.5, 0]]);
const LABEL_SIZE = 11.5, LABEL_LINE = 13, LABEL_WIDTH = 16;

/// The outline of a kind's shape around a middle; also used for the key.
function outline(path, kind, x, y, r) {
  const polygon = points => points.forEach(([px, py], i) => i ? path.lineTo(x + px * r, y + py * r) : path.moveTo(x + px * r, y + py * r));
  switch (kind) {
    case "event": polygon([[0, -1.25], [1.25, 0], [0, 1.25], [-1.25, 0]]); break;
    case "place": polygon([[-0.95, -0.95], [0.95, -0.95], [0.95, 0.95], [-0.95, 0.95]]); break;
    case "organisation": polygon([[-0.58, -1.02], [0.58, -1.02], [1.16, 0], [0.58, 1.02], [-0.58, 1.02], [-1.16, 0]]); break;
    case "group": polygon([[0, -1.3], [1.2, 0.8], [-1.2, 0.8]]); break;
    case "document": polygon([[-0.85, -1.1], [0.4, -1.1], [0.85, -0.6], [0.85, 1.1], [-0.85, 1.1]]); break;
    case "thing": polygon([[0, -1.1], [1.05, -0.34], [0.65, 0.95], [-0.65, 0.95], [-1.05, -0.34]]); break;
    case "claim": polygon([[-1.1, -0.7], [1.1, -0.7], [1.1, 0.6], [0, 0.6], [-0.5, 1.15], [-0.5, 0.6], [-1.1, 0.6]]); break;
    default: path.arc(x, y, r, 0, 2 * Math.PI);
  }
  path.closePath();
}

/// A label cut into lines of some width.
function lines(text, width = LABEL_WIDTH, most = 3) {
  const found = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line && line.length + word.length + 1 > width) { found.push(line); line = word; } else line = line ? `${line} ${word}` : word;
  }
  if (line) found.push(line);
  if (found.length > most) { found.length = most; found[most - 1] = found[most - 1].slice(0, width - 1) + "…"; }
  return found.map(one => one.length > width + 6 ? one.slice(0, width + 5) + "…" : one);
}

class Graph {
  constructor(stage, canvas) {
    this.stage = stage;
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
    this.places = [];
    this.view = { k: 1, x: 0, y: 0 };
    this.fitted = 1;
    this.chosen = { nodes: new Set(), edges: new Set(), near: new Set() };
    this.found = null;
    this.hover = null;
    this.cursor = null;
    this.showsNames = true;
    this.frames = [];
    this.onChoose = () => {};
    this.onSay = () => {};
    this.resize();
    this.readColours();
    this.listen();
  }

  resize() {
    const rect = this.stage.getBoundingClientRect();
    this.width = Math.max(50, rect.width);
    this.height = Math.max(50, rect.height);
    this.ratio = Math.min(3, window.devicePixelRatio || 1);
    this.canvas.width = Math.round(this.width * this.ratio);
    this.canvas.height = Math.round(this.height * this.ratio);
  }
  readColours() {
    const style = getComputedStyle(document.documentElement);
    const get = name => style.getPropertyValue("--" + name).trim();
    this.colours = { ink: get("ink"), quiet: get("quiet"), card: get("card"), line: get("line"), rim: get("rim"), accent: get("accent"), chosen: get("chosen"), chosenInk: get("chosen-ink") };
    for (const kind of KINDS) { this.colours[kind] = get(kind); this.colours["on-" + kind] = get("on-" + kind); }
    for (const put of PUTS) this.colours[put] = get(put);
    this.font = getComputedStyle(document.body).fontFamily;
  }

  // Places.

  radius(node) {
    const base = this.baseRadius;
    return base * (1 + 0.35 * Math.min(2, Math.sqrt(node.edges.length) / 3));
  }
  /// The room of a node with its label.
  box(node) {
    const r = this.radius(node), shown = this.labelLines(node);
    this.context.font = this.labelFont(node, LABEL_SIZE);
    const width = Math.max(2 * r, ...shown.map(line => this.context.measureText(line).width));
    const height = 2 * r + 4 + shown.length * LABEL_LINE;
    return { width, height, middle: (height - 2 * r) / 2 };
  }
  labelFont(node, size, isBold = false) { return `${isBold ? 700 : node.kind === "event" ? 400 : 600} ${size}px ${this.font}`; }
  labelLines(node) {
    if (node.cut?.lang !== lang) node.cut = { lang, lines: lines(nodeLabel(node)) };
    return node.cut.lines;
  }
  async place(isCalm) {
    const run = this.run = {};
    this.baseRadius = Math.max(3.2, Math.min(9.5, 0.28 * Math.sqrt(this.width * this.height / Math.max(1, shown.nodes.length))));
    const layout = new Layout(shown.nodes, shown.edges, this.width, this.height, node => this.box(node));
    this.places = layout.places;
    const isBig = shown.nodes.length > 250;
    while (!layout.isDone) {
      layout.step();
      // A large graph must not hold the page up; its rounds are counted, so its end is the same.
      if (isBig && layout.round % 4 === 0) {
        if (!isCalm) { this.fit(false); this.draw(); }
        await new Promise(resolve => setTimeout(resolve, 0));
        if (this.run !== run) return false;
      }
    }
    this.fit(false);
    this.draw();
    return true;
  }
  /// Gives places to what the filters bring up and the layout did not know: beside its neighbours.
  placeNew() {
    for (const node of shown.nodes) {
      if (this.places[node.index]) continue;
      let x = 0, y = 0, count = 0;
      for (const edge of node.edges) {
        const other = this.places[edge.from === node.index ? edge.to : edge.from];
        if (other) { x += other.x; y += other.y; count += 1; }
      }
      const spread = 40 + node.index % 7 * 9;
      this.places[node.index] = count ? { x: x / count + spread, y: y / count + spread / 2 } : { x: node.index % 31 * 20 - 300, y: node.index % 17 * 20 - 170 };
    }
  }
  fit(isSaid) {
    let left = Infinity, right = -Infinity, top = Infinity, bottom = -Infinity;
    for (const node of shown.nodes) {
      const at = this.places[node.index];
      if (!at) continue;
      const box = shown.nodes.length <= 400 ? this.box(node) : { width: 10, height: 10, middle: 0 };
      left = Math.min(left, at.x - box.width / 2); right = Math.max(right, at.x + box.width / 2);
      top = Math.min(top, at.y - 14); bottom = Math.max(bottom, at.y + box.height - 6);
    }
    if (left === Infinity) return;
    const k = Math.min(1.5, (this.width - 16) / Math.max(40, right - left), (this.height - 16) / Math.max(40, bottom - top));
    this.view = { k, x: this.width / 2 - k * (left + right) / 2, y: this.height / 2 - k * (top + bottom) / 2 };
    this.fitted = k;
    if (isSaid) this.onSay(words().said.fitted);
    this.redraw();
  }
  zoom(factor, x = this.width / 2, y = this.height / 2) {
    const k = Math.max(this.fitted / 4, Math.min(12, this.view.k * factor)), real = k / this.view.k;
    this.view = { k, x: x - (x - this.view.x) * real, y: y - (y - this.view.y) * real };
    this.redraw();
  }
  at(node) {
    const place = this.places[node.index];
    return place ? { x: place.x * this.view.k + this.view.x, y: place.y * this.view.k + this.view.y } : null;
  }
  drawnRadius(node) { return this.radius(node) * Math.max(0.55, Math.min(1.8, Math.sqrt(this.view.k / Math.max(this.fitted, 0.2)))); }
  /// Moves the view so that a node, if it is outside, is inside.
  reveal(node) {
    const at = this.at(node);
    if (!at) return;
    const margin = 50;
    if (at.x < margin || at.x > this.width - margin) this.view.x += this.width / 2 - at.x;
    if (at.y < margin || at.y > this.height - margin) this.view.y += this.height / 2 - at.y;
    this.redraw();
  }

  // Lines.

  /// Where an edge runs on the stage: its two ends and the point that bends it.
  route(edge) {
    if (edge.shift === undefined) return null;
    const a = this.at(nodes[edge.from]), b = this.at(nodes[edge.to]);
    if (!a || !b) return null;
    if (edge.from === edge.to) {
      const r = this.drawnRadius(nodes[edge.from]) + 10 + 9 * edge.shift;
      return { a: { x: a.x - 4, y: a.y - r * 0.5 }, b: { x: a.x + 4, y: a.y - r * 0.5 }, c: { x: a.x, y: a.y - 3.4 * r }, isLoop: true };
    }
    const through = edge.claims.map(c => claimNodes.get(c.index)).find(n => n && shown.isNode[n.index]);
    const dx = b.x - a.x, dy = b.y - a.y, length = Math.sqrt(dx * dx + dy * dy) || 1;
    // The side is that of the pair, not of the edge, so that two directions do not fall together.
    const side = edge.from < edge.to ? 1 : -1, bend = edge.shift * side * Math.min(34, 14 + length * 0.09);
    let c = { x: (a.x + b.x) / 2 - dy / length * bend * 2, y: (a.y + b.y) / 2 + dx / length * bend * 2 };
    const claim = through && this.at(through);
    if (claim) c = { x: 2 * claim.x - (a.x + b.x) / 2, y: 2 * claim.y - (a.y + b.y) / 2 };
    return { a: this.edgeOf(nodes[edge.from], a, c, 1), b: this.edgeOf(nodes[edge.to], b, c, 3), c, isLoop: false };
  }
  edgeOf(node, at, toward, gap) {
    const dx = toward.x - at.x, dy = toward.y - at.y, length = Math.sqrt(dx * dx + dy * dy) || 1, r = this.drawnRadius(node) * 1.12 + gap;
    return { x: at.x + dx / length * r, y: at.y + dy / length * r };
  }
  /// The point of a route at a share of its way; a route that nothing bends has its bend on the line.
  along({ a, b, c }, t) {
    const u = 1 - t;
    return { x: u * u * a.x + 2 * u * t * c.x + t * t * b.x, y: u * u * a.y + 2 * u * t * c.y + t * t * b.y };
  }
  /// Tells parallel edges apart: each gets its share of the room between two nodes.
  spreadEdges() {
    const pairs = new Map();
    for (const edge of edges) edge.shift = undefined;
    for (const edge of shown.edges) {
      const key = Math.min(edge.from, edge.to) + " " + Math.max(edge.from, edge.to);
      if (!pairs.has(key)) pairs.set(key, []);
      pairs.get(key).push(edge);
    }
    for (const list of pairs.values()) list.forEach((edge, i) => { edge.shift = edge.from === edge.to ? i : i - (list.length - 1) / 2; });
  }

  // Drawing.

  redraw() {
    if (this.isAsked) return;
    this.isAsked = true;
    requestAnimationFrame(() => { this.isAsked = false; this.draw(); });
  }
  draw() {
    const g = this.context, start = performance.now();
    g.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    g.clearRect(0, 0, this.width, this.height);
    const isFocused = this.chosen.nodes.size + this.chosen.edges.size > 0;
    const isDimNode = node => this.found ? !this.found.has(node.index) && !this.chosen.nodes.has(node.index) : isFocused && !this.chosen.near.has(node.index);
    const isDimEdge = edge => this.found ? !(this.found.has(edge.from) && this.found.has(edge.to)) && !this.chosen.edges.has(edge.index) : isFocused && !this.chosen.edges.has(edge.index);
    const inside = (x, y, margin) => x > -margin && y > -margin && x < this.width + margin && y < this.height + margin;
    g.lineCap = "butt";
    g.lineJoin = "round";

    // Edges in one path for each look, for a path each costs ten times as much.
    const looks = new Map();
    this.routes = [];
    for (const edge of shown.edges) {
      const route = this.route(edge);
      if (!route) continue;
      const { a, b, c } = route;
      if (Math.max(a.x, b.x, c.x) < 0 || Math.min(a.x, b.x, c.x) > this.width || Math.max(a.y, b.y, c.y) < 0 || Math.min(a.y, b.y, c.y) > this.height) continue;
      const isChosen = this.chosen.edges.has(edge.index), isHover = this.hover?.edge === edge;
      const state = isChosen || isHover ? 2 : isDimEdge(edge) ? 0 : 1;
      this.routes.push({ edge, route, state });
      const key = `${state} ${edge.put} ${edge.background ? 1 : 0}`;
      if (!looks.has(key)) looks.set(key, { state, put: edge.put, isBackground: edge.background, path: new Path2D(), heads: new Path2D() });
      const look = looks.get(key);
      look.path.moveTo(a.x, a.y);
      if (route.isLoop || Math.abs(edge.shift) > 0 || edge.claims.length && claimNodes.size) look.path.quadraticCurveTo(c.x, c.y, b.x, b.y);
      else look.path.lineTo(b.x, b.y);
      const dx = b.x - c.x, dy = b.y - c.y, length = Math.sqrt(dx * dx + dy * dy) || 1;
      const size = shown.edges.length > 600 && this.view.k < this.fitted * 2 && state !== 2 ? 4 : state === 2 ? 10 : 8;
      const ux = dx / length * size, uy = dy / length * size;
      look.heads.moveTo(b.x, b.y);
      look.heads.lineTo(b.x - ux - uy * 0.45, b.y - uy + ux * 0.45);
      look.heads.lineTo(b.x - ux + uy * 0.45, b.y - uy - ux * 0.45);
      look.heads.closePath();
    }
    for (const look of [...looks.values()].sort((p, q) => p.state - q.state)) {
      g.globalAlpha = look.state === 0 ? 0.16 : look.isBackground ? 0.55 : look.state === 1 ? 0.85 : 1;
      g.strokeStyle = g.fillStyle = this.colours[look.put];
      g.lineWidth = look.state === 2 ? 3 : shown.edges.length > 600 ? 0.9 : 1.5;
      g.setLineDash(DASHES[look.put]);
      g.stroke(look.path);
      g.setLineDash([]);
      g.fill(look.heads);
    }

    // Nodes.
    const visible = [];
    for (const node of shown.nodes) {
      const at = this.at(node);
      if (at && inside(at.x, at.y, 80)) visible.push({ node, at, r: this.drawnRadius(node), isDim: isDimNode(node) });
    }
    for (const { node, at, r, isDim } of visible) {
      const isHollow = node.kind === "event" && node.put !== "asserted";
      g.globalAlpha = isDim ? 0.2 : 1;
      g.beginPath();
      outline(g, node.kind, at.x, at.y, r);
      g.fillStyle = isHollow ? this.colours.card : this.colours[node.kind];
      g.fill();
      // A dark rim, for yellow and light blue would be lost on white.
      g.lineWidth = isHollow ? 2 : r > 5 ? 1.1 : 0.7;
      g.strokeStyle = isHollow ? this.colours[node.kind] : this.colours.rim;
      if (isHollow && r > 5) g.setLineDash(node.put === "planned" ? [4, 2.5] : node.put === "possible" ? [6, 2, 1.5, 2] : node.put === "denied" ? [] : [1.5, 2.5]);
      g.stroke();
      g.setLineDash([]);
      if (this.chosen.nodes.has(node.index) || this.hover?.node === node || this.cursor === node && this.isKeyed) {
        g.beginPath();
        outline(g, node.kind, at.x, at.y, r + 4.5);
        g.lineWidth = this.chosen.nodes.has(node.index) ? 3 : 1.5;
        g.strokeStyle = this.colours.accent;
        g.stroke();
      }
      if (r >= 6.5) {
        g.fillStyle = isHollow ? this.colours[node.kind] : this.colours["on-" + node.kind];
        g.font = `700 ${Math.round(r * 1.12)}px ${this.font}`;
        g.textAlign = "center";
        g.textBaseline = "middle";
        g.fillText(isHollow && node.put === "denied" ? "✕" : words().letters[node.kind], at.x, at.y + r * (node.kind === "group" ? 0.18 : node.kind === "claim" ? -0.02 : 0.06));
      }
    }
    this.drawLabels(g, visible);
    g.globalAlpha = 1;
    this.frames.push(performance.now() - start);
    if (this.frames.length > 240) this.frames.shift();
  }

  drawLabels(g, visible) {
    const size = Math.max(11, Math.min(16, LABEL_SIZE * Math.sqrt(this.view.k / Math.max(0.2, this.fitted)))), line = size * LABEL_LINE / LABEL_SIZE;
    const taken = new Taken(this.width, this.height);
    // In a crowd names go over nodes, or the middle would have none.
    if (shown.nodes.length <= 400) for (const { at, r } of visible) taken.add(at.x - r * 0.8, at.y - r * 0.8, at.x + r * 0.8, at.y + r * 0.8);
    const isChosen = node => this.chosen.nodes.has(node.index) || this.hover?.node === node || this.cursor === node && this.isKeyed;
    const rank = one => (isChosen(one.node) ? 4000 : this.chosen.near.has(one.node.index) ? 2000 : 0) + (this.found?.has(one.node.index) ? 2000 : 0) + (one.isDim ? -3000 : 0) + one.node.edges.length;
    visible.sort((a, b) => rank(b) - rank(a) || a.node.index - b.node.index);
    g.textAlign = "center";
    g.textBaseline = "alphabetic";
    g.lineJoin = "round";
    this.labels = [];
    let drawn = 0;
    for (const { node, at, r, isDim } of visible) {
      const must = isChosen(node);
      if (!must && (drawn > 220 || isDim && shown.nodes.length > 150)) continue;
      const cut = this.labelLines(node);
      g.font = this.labelFont(node, size, must);
      const width = Math.max(...cut.map(text => g.measureText(text).width)), height = cut.length * line;
      const top = at.y + r * (node.kind === "event" || node.kind === "claim" ? 1.3 : 1.15) + 3;
      const box = [at.x - width / 2, top, at.x + width / 2, top + height];
      if (!must && taken.hits(...box)) continue;
      taken.add(...box);
      drawn += 1;
      this.labels.push({ node, box });
      g.globalAlpha = isDim ? 0.3 : 1;
      g.strokeStyle = this.colours.card;
      g.lineWidth = 4;
      g.fillStyle = this.colours.ink;
      cut.forEach((text, i) => {
        const y = top + (i + 0.8) * line;
        g.strokeText(text, at.x, y);
        g.fillText(text, at.x, y);
      });
    }
    // Names of links where there is room, and always those of chosen ones.
    const small = Math.max(10.5, size - 1.5);
    this.edgeLabels = [];
    const order = [...this.routes].sort((a, b) => b.state - a.state || a.edge.index - b.edge.index);
    let names = 0;
    for (const { edge, route, state } of order) {
      const mark = MARKS[edge.put] || (edge.by.length ? "“" : "");
      const isNamed = state === 2 || this.showsNames && state === 1 && shown.edges.length <= 1500 && names < 160;
      if (!isNamed && !mark || shown.edges.length > 600 && state !== 2 && this.view.k < this.fitted * 2) continue;
      const span = Math.abs(route.b.x - route.a.x) + Math.abs(route.b.y - route.a.y);
      const text = isNamed ? (mark ? mark + " " : "") + (edge.background ? "◦ " : "") + termLabel(edge.term) : mark;
      g.font = `italic ${state === 2 ? 700 : 400} ${small}px ${this.font}`;
      const width = g.measureText(text).width + 6;
      // The middle is best; beside it is better than over something else.
      let at, box;
      for (const [t, off] of LABEL_PLACES) {
        if (state !== 2 && Math.abs(off) > 1.5) continue;
        at = this.along(route, t);
        at.y += off * small;
        box = [at.x - width / 2, at.y - small * 0.65, at.x + width / 2, at.y + small * 0.65];
        if (!taken.hits(...box)) break;
      }
      if (state !== 2 && (span < width * 0.6 || taken.hits(...box))) continue;
      taken.add(...box);
      names += 1;
      this.edgeLabels.push({ edge, box });
      g.globalAlpha = state === 0 ? 0.25 : 1;
      g.fillStyle = state === 2 ? this.colours.chosen : this.colours.card;
      g.beginPath();
      g.roundRect(box[0], box[1], width, box[3] - box[1], 4);
      g.fill();
      g.fillStyle = state === 2 ? this.colours.chosenInk : this.colours[edge.put];
      g.fillText(text, at.x, at.y + small * 0.34);
    }
  }

  // Pointing.

  hit(x, y) {
    let best = null, least = Infinity;
    for (const node of shown.nodes) {
      const at = this.at(node);
      if (!at) continue;
      const dx = at.x - x, dy = at.y - y, d = Math.sqrt(dx * dx + dy * dy) - this.drawnRadius(node) * 1.1;
      if (d < 4 && d < least) { least = d; best = { node }; }
    }
    if (best) return best;
    const within = one => x >= one.box[0] && x <= one.box[2] && y >= one.box[1] && y <= one.box[3];
    const edgeName = this.edgeLabels?.find(within);
    if (edgeName) return { edge: edgeName.edge };
    const name = this.labels?.find(within);
    if (name) return { node: name.node };
    least = 7;
    for (const { edge, route } of this.routes ?? []) {
      const { a, b, c } = route;
      if (x < Math.min(a.x, b.x, c.x) - 8 || x > Math.max(a.x, b.x, c.x) + 8 || y < Math.min(a.y, b.y, c.y) - 8 || y > Math.max(a.y, b.y, c.y) + 8) continue;
      let px = a.x, py = a.y;
      for (let i = 1; i <= 12; i++) {
        const { x: qx, y: qy } = this.along(route, i / 12);
        const dx = qx - px, dy = qy - py, square = dx * dx + dy * dy || 1, s = Math.max(0, Math.min(1, ((x - px) * dx + (y - py) * dy) / square));
        const ex = x - px - s * dx, ey = y - py - s * dy, d = Math.sqrt(ex * ex + ey * ey);
        if (d < least) { least = d; best = { edge }; }
        px = qx; py = qy;
      }
    }
    return best;
  }
  listen() {
    const stage = this.stage, canvas = this.canvas, pointers = new Map();
    let drag = null, pinch = 0;
    const local = event => { const r = canvas.getBoundingClientRect(); return { x: event.clientX - r.left, y: event.clientY - r.top }; };
    canvas.addEventListener("pointerdown", event => {
      if (event.button !== 0) return;
      stage.focus({ preventScroll: true });
      this.isKeyed = false;
      canvas.setPointerCapture(event.pointerId);
      const at = local(event);
      pointers.set(event.pointerId, at);
      drag = { at, start: at, hit: this.hit(at.x, at.y), moved: false };
      pinch = 0;
    });
    canvas.addEventListener("pointermove", event => {
      const at = local(event);
      if (!pointers.has(event.pointerId)) {
        const hit = this.hit(at.x, at.y);
        if (hit?.node !== this.hover?.node || hit?.edge !== this.hover?.edge) { this.hover = hit; this.redraw(); }
        canvas.classList.toggle("pointing", Boolean(hit));
        return;
      }
      pointers.set(event.pointerId, at);
      if (pointers.size === 2) {
        const [p, q] = [...pointers.values()], length = Math.hypot(p.x - q.x, p.y - q.y);
        if (pinch) this.zoom(length / pinch, (p.x + q.x) / 2, (p.y + q.y) / 2);
        pinch = length;
        if (drag) drag.moved = true;
        return;
      }
      if (!drag) return;
      if (!drag.moved && Math.hypot(at.x - drag.start.x, at.y - drag.start.y) < 4) return;
      drag.moved = true;
      canvas.classList.add("dragging");
      const dx = at.x - drag.at.x, dy = at.y - drag.at.y;
      drag.at = at;
      if (drag.hit?.node) { const place = this.places[drag.hit.node.index]; place.x += dx / this.view.k; place.y += dy / this.view.k; }
      else { this.view.x += dx; this.view.y += dy; }
      this.redraw();
    });
    const up = event => {
      pointers.delete(event.pointerId);
      canvas.classList.remove("dragging");
      if (drag && !drag.moved && event.type === "pointerup") this.onChoose(drag.hit);
      if (!pointers.size) drag = null;
    };
    canvas.addEventListener("pointerup", up);
    canvas.addEventListener("pointercancel", up);
    canvas.addEventListener("pointerleave", () => { if (this.hover) { this.hover = null; this.redraw(); } });
    // The wheel scrolls the page until the graph is what one works in.
    stage.addEventListener("wheel", event => {
      if (!event.ctrlKey && document.activeElement !== stage) return;
      event.preventDefault();
      const at = local(event), step = event.deltaMode === 1 ? event.deltaY * 20 : event.deltaY;
      this.zoom(Math.pow(1.0016, -Math.max(-300, Math.min(300, step))), at.x, at.y);
    }, { passive: false });
    stage.addEventListener("keydown", event => this.key(event));
    stage.addEventListener("focus", () => { if (stage.matches(":focus-visible")) { this.isKeyed = true; this.cursor ??= this.first(); this.redraw(); } });
    stage.addEventListener("blur", () => { this.isKeyed = false; this.redraw(); });
  }
  first() { return shown.nodes.reduce((best, node) => !best || node.edges.length > best.edges.length ? node : best, null); }

  // Keys.

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    this.isKeyed = true;
    if (!this.cursor || !shown.isNode[this.cursor.index]) { this.cursor = this.first(); this.link = -1; }
    if (event.key in arrows) this.go(...arrows[event.key]);
    else if (event.key === "Home") this.moveTo(this.first());
    else if ((event.key === "Enter" || event.key === " ") && this.cursor) this.onChoose({ node: this.cursor });
    else if (/^[np]$/i.test(event.key) && this.cursor) this.nextLink(event.key.toLowerCase() === "n" ? 1 : -1);
    else if (event.key === "+" || event.key === "=") this.zoom(1.3);
    else if (event.key === "-") this.zoom(1 / 1.3);
    else if (event.key === "0") this.fit(true);
    else return;
    event.preventDefault();
  }
  /// Goes to the node that is nearest in a direction, within 60 degrees of it.
  go(ux, uy) {
    const from = this.cursor && this.at(this.cursor);
    if (!from) return this.moveTo(this.first());
    let best = null, least = Infinity;
    for (const node of shown.nodes) {
      if (node === this.cursor) continue;
      const at = this.at(node);
      if (!at) continue;
      const dx = at.x - from.x, dy = at.y - from.y, along = dx * ux + dy * uy, across = Math.abs(dx * uy - dy * ux);
      if (along <= 0 || across > along * 1.73) continue;
      const cost = along + 1.6 * across;
      if (cost < least) { least = cost; best = node; }
    }
    if (best) this.moveTo(best);
  }
  moveTo(node) {
    if (!node) return;
    this.cursor = node;
    this.link = -1;
    this.reveal(node);
    const put = node.kind === "event" ? `, ${words()[node.put]}` : "";
    this.onSay(`${nodeLabel(node)}, ${kindLabel(node)}${put}, ${words().links_(node.edges.filter(e => shown.isEdge[e.index]).length)}`);
  }
  nextLink(step) {
    const links = this.cursor.edges.filter(edge => shown.isEdge[edge.index]);
    if (!links.length) return;
    this.link = ((this.link ?? -1) + step + links.length + (this.link === -1 && step < 0 ? 1 : 0)) % links.length;
    this.onChoose({ edge: links[this.link] });
  }
}

/// What room of the stage is taken, in cells, so that labels need not look at all others.
class Taken {
  constructor(width, height) { this.cell = 64; this.columns = Math.ceil(width / this.cell) + 4; this.cells = new Map(); this.height = height; }
  *around(x1, y1, x2, y2) {
    for (let cx = Math.floor(x1 / this.cell); cx <= Math.floor(x2 / this.cell); cx++)
      for (let cy = Math.floor(y1 / this.cell); cy <= Math.floor(y2 / this.cell); cy++) yield cx + 2 + (cy + 2) * this.columns;
  }
  add(...box) { for (const cell of this.around(...box)) { const list = this.cells.get(cell); if (list) list.push(box); else this.cells.set(cell, [box]); } }
  hits(x1, y1, x2, y2) {
    for (const cell of this.around(x1, y1, x2, y2))
      for (const [a, b, c, d] of this.cells.get(cell) ?? []) if (x1 < c && x2 > a && y1 < d && y2 > b) return true;
    return false;
  }
}
