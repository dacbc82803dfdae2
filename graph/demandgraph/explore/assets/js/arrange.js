// A compact place for each of some hundred nodes, starting from where Python put them: the same selection, the same picture.

function arrange(ids, links, aspect) {
  const list = [...ids].sort((a, b) => a - b);
  const n = list.length;
  const at = new Map(list.map((id, i) => [id, i]));
  const x = new Float64Array(n), y = new Float64Array(n), w = new Float64Array(n), h = new Float64Array(n);
  list.forEach((id, i) => {
    x[i] = nodes[id].x + (i % 7) * 0.1;
    y[i] = nodes[id].y + (i % 5) * 0.1;
    [w[i], h[i]] = boxOf(nodes[id]);
  });
  shrink(x, n); shrink(y, n);
  const degree = new Float64Array(n);
  const ends = links.map(e => [at.get(e.from), at.get(e.to)]);
  for (const [a, b] of ends) { degree[a]++; degree[b]++; }
  const rounds = n > 250 ? 120 : 260;
  const dx = new Float64Array(n), dy = new Float64Array(n);
  for (let step = 0; step < rounds; step++) {
    dx.fill(0); dy.fill(0);
    for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) {
      const ux = x[i] - x[j], uy = y[i] - y[j], f = 2.2 / (ux * ux + uy * uy + 1e-3);
      dx[i] += ux * f; dy[i] += uy * f; dx[j] -= ux * f; dy[j] -= uy * f;
    }
    for (const [a, b] of ends) {
      const ux = x[b] - x[a], uy = y[b] - y[a], f = Math.hypot(ux, uy) / 1.5;
      const fa = f / Math.sqrt(Math.max(1, degree[a] / 3)), fb = f / Math.sqrt(Math.max(1, degree[b] / 3));
      dx[a] += ux * fa; dy[a] += uy * fa; dx[b] -= ux * fb; dy[b] -= uy * fb;
    }
    const heat = 1.2 * (1 - step / rounds) + 0.01;
    for (let i = 0; i < n; i++) {
      const px = dx[i] - x[i] * 0.35, py = dy[i] - y[i] * 0.35, norm = Math.hypot(px, py) + 1e-9, go = Math.min(norm, heat) / norm;
      x[i] += px * go; y[i] += py * go;
    }
  }
  let area = 0;
  for (let i = 0; i < n; i++) area += w[i] * h[i] * 1.3;
  const W = Math.sqrt(area * aspect), H = Math.sqrt(area / aspect);
  even(x, n, W); even(y, n, H);
  part(x, y, w, h, n, W, H);
  return new Map(list.map((id, i) => [id, [Math.round(x[i]), Math.round(y[i] - h[i] / 2 + sizeOf(nodes[id]))]]));  // the label hangs below
}

// Half of the way to an even spread over a width.
function even(values, n, width) {
  let low = Infinity, high = -Infinity;
  for (let i = 0; i < n; i++) { low = Math.min(low, values[i]); high = Math.max(high, values[i]); }
  const order = Array.from(values.keys()).sort((a, b) => values[a] - values[b] || a - b);
  const ranks = new Float64Array(n);
  order.forEach((i, k) => { ranks[i] = n > 1 ? k / (n - 1) - 0.5 : 0; });
  for (let i = 0; i < n; i++) values[i] = width * (0.5 * (high > low ? (values[i] - low) / (high - low) - 0.5 : 0) + 0.5 * ranks[i]);
}

function shrink(values, n) {
  let mean = 0, most = 1e-9;
  for (let i = 0; i < n; i++) mean += values[i] / n;
  for (let i = 0; i < n; i++) most = Math.max(most, Math.abs(values[i] -= mean));
  const scale = Math.sqrt(n) / most;
  for (let i = 0; i < n; i++) values[i] *= scale;
}

// Push overlapping boxes apart along the shorter way until none do; the frame that holds them grows as it must.
function part(x, y, w, h, n, W, H) {
  for (let round = 0; round < 400; round++) {
    let hit = false;
    for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) {
      const ox = (w[i] + w[j]) / 2 - Math.abs(x[i] - x[j]);
      if (ox <= 0) continue;
      const oy = (h[i] + h[j]) / 2 - Math.abs(y[i] - y[j]);
      if (oy <= 0) continue;
      hit = true;
      if (ox < oy * 2.4) { const m = (ox * 0.35 + 0.5) * (x[i] < x[j] ? 1 : -1); x[i] -= m; x[j] += m; }
      else { const m = (oy * 0.35 + 0.5) * (y[i] < y[j] ? 1 : -1); y[i] -= m; y[j] += m; }
    }
    if (!hit) return;
    for (let i = 0; i < n; i++) {
      const rx = Math.max(0, (W - w[i]) / 2), ry = Math.max(0, (H - h[i]) / 2);
      x[i] = Math.max(-rx, Math.min(rx, x[i])); y[i] = Math.max(-ry, Math.min(ry, y[i]));
    }
    W *= 1.004; H *= 1.004;
  }
}

// The room that a node takes with its label, in pixels.
function boxOf(n) {
  const lines = captionOf(n);
  const r = sizeOf(n);
  return [Math.max(r * 2, ...lines.map(l => l.length * 7)) + 22, r * 2 + lines.length * 16 + 12];
}

// The overview as Python laid it out; what is added (an unfolded bundle, a thing looked up) finds a free place near what it touches.
function settle(ids, links, width, height) {
  const [sx, sy] = stretch([...ids].map(i => nodes[i]).filter(n => n.ox !== undefined), width, height);
  const places = new Map(), taken = [];
  const put = (id, x, y) => { const [w, h] = boxOf(nodes[id]); places.set(id, [x, y]); taken.push([x, y + h / 2 - sizeOf(nodes[id]), w, h]); };
  const late = [];
  for (const id of ids) nodes[id].ox === undefined ? late.push(id) : put(id, Math.round(nodes[id].ox * sx), Math.round(nodes[id].oy * sy));
  const near = new Map();
  for (const e of links) for (const [a, b] of [[e.from, e.to], [e.to, e.from]]) (near.get(a) || near.set(a, []).get(a)).push(b);
  for (const id of late.sort((a, b) => a - b)) {
    const home = nodes[nodes[id].bundle ?? above(nodes[id])];
    const known = home?.ox !== undefined ? [[home.ox * sx, home.oy * sy]] : (near.get(id) || []).map(i => places.get(i)).filter(Boolean);
    const cx = known.length ? known.reduce((t, p) => t + p[0], 0) / known.length : 0, cy = known.length ? known.reduce((t, p) => t + p[1], 0) / known.length : 0;
    const [w, h] = boxOf(nodes[id]), r = sizeOf(nodes[id]);
    for (let k = 0; k < 2000; k++) {
      const d = 18 * Math.sqrt(k), angle = k * 2.399963, x = cx + d * 1.5 * Math.cos(angle), y = cy + d * Math.sin(angle), my = y + h / 2 - r;
      if (k < 1999 && taken.some(t => Math.abs(t[0] - x) < (t[2] + w) / 2 && Math.abs(t[1] - my) < (t[3] + h) / 2)) continue;
      put(id, Math.round(x), Math.round(y));
      break;
    }
  }
  return places;
}

// By how much the overview may be drawn out to fill the window; never less than 1, so that labels stay apart.
function stretch(list, width, height) {
  if (list.length < 2) return [1, 1];
  const xs = list.map(n => n.ox), ys = list.map(n => n.oy);
  const is = (Math.max(...xs) - Math.min(...xs) + 1) / (Math.max(...ys) - Math.min(...ys) + 1), want = Math.max(1, width) / Math.max(1, height);
  return want > is ? [Math.min(1.5, want / is), 1] : [1, Math.min(1.5, is / want)];
}
