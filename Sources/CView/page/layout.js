// Places for nodes: springs and charges, then room for the labels. The same graph with the same font in
// a stage of the same size gets the same places: nothing is drawn by lot, and only sums, products and
// square roots are used, which every machine rounds alike.

/// Starts nodes on a sunflower's spiral, those with most links in its middle.
function seedPlaces(list, places) {
  const ranked = [...list].sort((a, b) => b.edges.length - a.edges.length || a.index - b.index);
  const order = [], seen = new Set(), isThere = new Set(list.map(n => n.index));
  for (const first of ranked) {
    if (seen.has(first.index)) continue;
    const queue = [first];
    seen.add(first.index);
    for (let i = 0; i < queue.length; i++) {
      order.push(queue[i]);
      for (const edge of queue[i].edges) {
        const other = nodes[edge.from === queue[i].index ? edge.to : edge.from];
        if (isThere.has(other.index) && !seen.has(other.index)) { seen.add(other.index); queue.push(other); }
      }
    }
  }
  // The golden angle's cosine and sine.
  const c = -0.7373688780783197, s = 0.6754902942615238;
  let x = 1, y = 0;
  order.forEach((node, rank) => {
    const radius = 40 * Math.sqrt(rank + 0.5);
    places[node.index] = { x: x * radius, y: y * radius };
    [x, y] = [x * c - y * s, x * s + y * c];
  });
}

/// A square of the plane with the sum of what is in it.
class Quad {
  constructor(x, y, size) { this.x = x; this.y = y; this.size = size; this.mass = 0; this.cx = 0; this.cy = 0; this.body = null; this.parts = null; }
  add(body, depth = 0) {
    this.cx = (this.cx * this.mass + body.x) / (this.mass + 1);
    this.cy = (this.cy * this.mass + body.y) / (this.mass + 1);
    this.mass += 1;
    if (this.mass === 1) { this.body = body; return; }
    if (depth > 24) return;
    if (!this.parts) {
      this.parts = [null, null, null, null];
      if (this.body) { const old = this.body; this.body = null; this.place(old, depth); }
    }
    this.place(body, depth);
  }
  place(body, depth) {
    const half = this.size / 2, right = body.x >= this.x + half ? 1 : 0, below = body.y >= this.y + half ? 2 : 0;
    const which = right + below;
    this.parts[which] ??= new Quad(this.x + (right ? half : 0), this.y + (below ? half : 0), half);
    this.parts[which].add(body, depth + 1);
  }
  push(body, strength, force) {
    const dx = body.x - this.cx, dy = body.y - this.cy, square = dx * dx + dy * dy;
    if (this.parts === null || this.size * this.size < 0.8 * square) {
      if (this.body === body && this.mass === 1) return;
      const safe = square + 1, f = strength * this.mass / safe;
      force.x += dx * f;
      force.y += dy * f;
      return;
    }
    for (const part of this.parts) part?.push(body, strength, force);
  }
}

class Layout {
  /// width and height are those of the stage; box gives a node's room in it.
  constructor(list, links, width, height, box) {
    this.list = list; this.width = width; this.height = height; this.box = box;
    this.places = [];
    seedPlaces(list, this.places);
    this.bodies = list.map(node => this.places[node.index]);
    this.links = links.filter(e => e.from !== e.to).map(e => [this.places[e.from], this.places[e.to]]);
    const pairs = new Map();
    for (const pair of this.links) {
      // Parallel edges pull as one.
      const at = pairs.get(pair[0]) ?? pairs.set(pair[0], new Set()).get(pair[0]);
      at.add(pair[1]);
    }
    // A claim that others are about stands on its own line.
    for (const node of list) {
      const claim = node.kind === "claim" ? claims[node.claim] : null;
      for (const end of claim ? [claim.subject, claim.object] : []) {
        const at = this.places[node.index], other = this.places[end];
        if (other && other !== at) pairs.set(at, (pairs.get(at) ?? new Set()).add(other));
      }
    }
    this.springs = [...pairs].flatMap(([a, others]) => [...others].map(b => [a, b]));
    this.degree = new Map();
    for (const [a, b] of this.springs) for (const one of [a, b]) this.degree.set(one, (this.degree.get(one) ?? 0) + 1);
    this.rounds = list.length > 600 ? 160 : 420;
    this.round = 0;
    this.k = 80;
    this.stretch = Math.max(0.5, Math.min(2, width / Math.max(1, height)));
  }
  get isDone() { return this.round >= this.rounds; }
  step() {
    const cool = 1 - this.round / this.rounds;
    const reach = this.k * 1.2 * cool * cool + 0.4;
    let low = Infinity, left = Infinity, high = -Infinity, right = -Infinity;
    for (const b of this.bodies) {
      left = Math.min(left, b.x); right = Math.max(right, b.x); low = Math.min(low, b.y); high = Math.max(high, b.y);
    }
    const tree = new Quad(left - 1, low - 1, Math.max(right - left, high - low) + 2);
    for (const b of this.bodies) tree.add(b);
    const forces = new Map();
    for (const b of this.bodies) {
      const force = { x: -b.x * 0.012 * this.k / 20, y: -b.y * 0.012 * this.k / 20 * this.stretch };
      tree.push(b, this.k * this.k, force);
      forces.set(b, force);
    }
    for (const [a, b] of this.springs) {
      const dx = b.x - a.x, dy = b.y - a.y, length = Math.sqrt(dx * dx + dy * dy) + 0.01;
      const ease = 1 / Math.sqrt(Math.min(this.degree.get(a), this.degree.get(b)));
      const f = length / this.k * (0.35 + 0.65 * ease);
      const fa = forces.get(a), fb = forces.get(b);
      fa.x += dx * f; fa.y += dy * f; fb.x -= dx * f; fb.y -= dy * f;
    }
    for (const b of this.bodies) {
      const f = forces.get(b), length = Math.sqrt(f.x * f.x + f.y * f.y) + 1e-9, move = Math.min(length, reach) / length;
      b.x += f.x * move;
      b.y += f.y * move;
    }
    this.round += 1;
    if (this.isDone) this.settle();
  }
  /// Turns the cloud along the stage, fills the stage, and moves apart what covers another.
  settle() {
    const n = this.bodies.length;
    if (!n) return;
    let mx = 0, my = 0, xx = 0, yy = 0, xy = 0;
    for (const b of this.bodies) { mx += b.x / n; my += b.y / n; }
    for (const b of this.bodies) { const dx = b.x - mx, dy = b.y - my; xx += dx * dx; yy += dy * dy; xy += dx * dy; }
    const root = Math.sqrt((xx - yy) * (xx - yy) + 4 * xy * xy);
    let ax = xx - yy + root, ay = 2 * xy;
    let length = Math.sqrt(ax * ax + ay * ay);
    if (length < 1e-6) { ax = 1; ay = 0; length = 1; }
    ax /= length; ay /= length;
    const turned = this.width < this.height;
    for (const b of this.bodies) {
      const dx = b.x - mx, dy = b.y - my, along = dx * ax + dy * ay, across = dy * ax - dx * ay;
      b.x = turned ? -across : along;
      b.y = turned ? along : across;
    }
    const boxes = this.list.map(this.box);
    const area = boxes.reduce((sum, box) => sum + (box.width + 6) * (box.height + 6), 0);
    const room = n <= 400 ? Math.max(1, Math.sqrt(area / (0.9 * this.width * this.height))) : Math.max(1, Math.sqrt(n / 500));
    this.fill(this.width * room, this.height * room);
    if (n <= 400) { this.spread(boxes, this.width * room, this.height * room); }
  }
  fill(width, height) {
    let left = Infinity, right = -Infinity, low = Infinity, high = -Infinity;
    for (const b of this.bodies) {
      left = Math.min(left, b.x); right = Math.max(right, b.x); low = Math.min(low, b.y); high = Math.max(high, b.y);
    }
    const sx = (width - 90) / Math.max(1, right - left), sy = (height - 60) / Math.max(1, high - low), least = Math.min(sx, sy);
    for (const b of this.bodies) {
      b.x = (b.x - (left + right) / 2) * Math.min(sx, least * 2.2);
      b.y = (b.y - (low + high) / 2) * Math.min(sy, least * 2.2);
    }
  }
  /// Moves apart what covers another; what the bounds press together finds its way round by moving
  /// along the axis that has the room.
  spread(boxes, width, height) {
    const n = this.bodies.length, gap = 4, rounds = 600, last = 260;
    for (let round = 0; round < rounds; round++) {
      let moved = 0;
      const isEven = round % 2 === 0;
      for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) {
        const i = isEven ? p : n - 1 - p, j = isEven ? q : n - 1 - q;
        const a = this.bodies[i], b = this.bodies[j], s = boxes[i], t = boxes[j];
        const dx = b.x - a.x, dy = b.y + t.middle - a.y - s.middle;
        const ox = (s.width + t.width) / 2 + gap - Math.abs(dx), oy = (s.height + t.height) / 2 + gap - Math.abs(dy);
        if (ox <= 0 || oy <= 0) continue;
        moved += 1;
        // Near the end both ways are used, so that what is jammed can slide.
        const both = round > last ? 0.35 : 0;
        const alongX = ox < oy ? 1 : both, alongY = ox < oy ? both : 1;
        const px = Math.min(ox, 20) * 0.5 * alongX * (dx < 0 || dx === 0 && i > j ? -1 : 1), py = Math.min(oy, 14) * 0.5 * alongY * (dy < 0 || dy === 0 && i > j ? -1 : 1);
        a.x -= px; b.x += px; a.y -= py; b.y += py;
      }
      // A node that lies on a link of others would seem to belong to it.
      if (n <= 150 && round < last) for (const [from, to] of this.springs) {
        const lx = to.x - from.x, ly = to.y - from.y, square = lx * lx + ly * ly;
        if (square < 1) continue;
        for (let i = 0; i < n; i++) {
          const b = this.bodies[i];
          if (b === from || b === to) continue;
          const t = ((b.x - from.x) * lx + (b.y - from.y) * ly) / square;
          if (t < 0.08 || t > 0.92) continue;
          const dx = b.x - from.x - t * lx, dy = b.y - from.y - t * ly, d = Math.sqrt(dx * dx + dy * dy) + 1e-6;
          if (d > 18) continue;
          const push = (18 - d) * 0.12 / d;
          b.x += dx * push; b.y += dy * push;
        }
      }
      for (let i = 0; i < n; i++) {
        const b = this.bodies[i], box = boxes[i], w = width / 2 - box.width / 2 - 4, top = -height / 2 + 14, bottom = height / 2 - box.height + 6;
        b.x = Math.max(-w, Math.min(w, b.x));
        b.y = Math.max(top, Math.min(bottom, b.y));
      }
      if (!moved && round > last) break;
    }
  }
}
