// Names beside the nodes, always of one size on the screen; where two would overlap, the less telling one waits for a closer look.

const widths = new Map();

function drawLabels(ctx) {
  const scale = net.getScale(), size = innerWidth < 640 ? 11.5 : 12.5, line = size * 1.22;
  const view = net.getViewPosition(), box = net.canvas.frame.canvas;
  const halfW = box.clientWidth / 2 / scale, halfH = box.clientHeight / 2 / scale;
  const radius = id => sizeOf(nodes[id]) * (nodes[id].kind === 'Bundle' ? 1.15 : 1);
  const order = shown.labelled ||= [...shown.ids].sort((a, b) => radius(b) - radius(a) || (rank.get(a) ?? a) - (rank.get(b) ?? b));
  const first = [chosenId, hovered].filter(i => i !== undefined && shown.ids.has(i));
  const placed = new Grid(120);
  ctx.save();
  ctx.textAlign = 'center';
  ctx.textBaseline = 'top';
  ctx.lineJoin = 'round';
  const all = net.body.nodes;
  // The symbols of the most telling nodes are not written over.
  const few_ = order.length <= 400 ? order : order.slice(0, 400);
  for (const id of few_) {
    const p = all[id];
    if (!p) continue;
    const r = radius(id) * scale * 0.92;
    if (r > 3) placed.add((p.x - view.x) * scale - r, (p.y - view.y) * scale - r, (p.x - view.x) * scale + r, (p.y - view.y) * scale + r, id);
    if (nodes[id].held?.length) {  // the badge in the corner is not written over either
      const k = sizeOf(nodes[id]) * 0.85 * scale, bx = (p.x - view.x) * scale + k, by_ = (p.y - view.y) * scale - k;
      placed.add(bx - 14, by_ - 9, bx + 14, by_ + 9, -1);
    }
  }
  let written = 0;
  const boxes = [];
  const write = (id, force) => {
    const p = all[id];
    if (!p || Math.abs(p.x - view.x) > halfW + 60 / scale || Math.abs(p.y - view.y) > halfH + 60 / scale) return;
    if (lit && !lit.has(id) && !force) return;
    const n = nodes[id];
    const caption = n.caption && n.kind !== 'Bundle' ? n.caption : n.caption = captionOf(n);
    const strong = n.kind === 'Bundle' || isActor(n) && n.size > 13 || id === chosenId;
    ctx.font = `${strong ? 600 : 400} ${size / scale}px ${ink_.face}`;
    const cx = (p.x - view.x) * scale, cy = (p.y - view.y) * scale, r = radius(id) * scale;
    const room = (lines, over) => {
      const w = Math.max(...lines.map(l => width(l, strong, ctx, scale))), h = line * lines.length, low = cy + r + 3, high = cy - r - 3 - h;
      // Below if there is room, else above, else a little aside of that, else beside.
      const spots = [[cx - w / 2, low], [cx - w / 2, high], [cx - w * 0.25, low], [cx - w * 0.75, low], [cx - w * 0.25, high], [cx - w * 0.75, high],
        [cx + r + 5, cy - h / 2], [cx - r - 5 - w, cy - h / 2], [cx + r * 0.7, low - 4], [cx - r * 0.7 - w, low - 4], [cx + r * 0.7, high + 4], [cx - r * 0.7 - w, high + 4]];
      const inside = ([x, y]) => x >= -halfW * scale + 2 && x + w <= halfW * scale - 2 && y >= -halfH * scale + 2 && y + h <= halfH * scale;
      const spot = spots.find(at => inside(at) && !placed.hits(at[0] - 2, at[1], at[0] + w + 2, at[1] + h, id, over));
      return {lines, w, h, spot, first: spots[0]};
    };
    let found = room(caption);
    if (!found.spot && order.length <= 100) {  // where it is narrow: shorter, at last across a symbol
      const short = n.cls === 'Event' ? caption[0] : (n.kind === 'Bundle' ? caption.slice(0, -1) : caption).join(' ');
      found = [room([cut(short, 22)]), room([cut(short, 12)]), room([cut(short, 16)], true)].find(x => x.spot) || found;
    }
    const {lines, w, h} = found, [left, top] = found.spot || (force ? found.first : []);
    if (left === undefined) return;
    placed.add(left - 3, top, left + w + 3, top + h + 1, -1);
    boxes.push([left, top, left + w, top + h]);
    ctx.lineWidth = 3.2 / scale;
    ctx.strokeStyle = ink_.ground;
    ctx.fillStyle = n.kind === 'Document' ? ink_.soft : ink_.ink;
    lines.forEach((text, i) => {
      const x = view.x + (left + w / 2) / scale, y = view.y + (top + i * line) / scale;
      ctx.strokeText(text, x, y);
      if (i && i === lines.length - 1 && (n.kind === 'Bundle' || n.cls === 'Event')) { ctx.font = `400 ${size / scale}px ${ink_.face}`; ctx.fillStyle = ink_.soft; }
      ctx.fillText(text, x, y);
    });
    written++;
  };
  for (const id of first) write(id, true);
  for (const id of order) {
    if (written > 180) break;
    if (!first.includes(id)) write(id, false);
  }
  for (const id of shown.bodies ||= order.filter(i => nodes[i].held?.length)) badge(ctx, id, all[id], scale);
  for (const key of state.pin) {
    const n = byKey.get(key), p = n && all[n.id];
    if (!p) continue;
    ctx.beginPath();
    ctx.arc(p.x, p.y, sizeOf(n) + 5, 0, 7);
    ctx.lineWidth = 2 / scale;
    ctx.strokeStyle = ink_.accent;
    ctx.stroke();
  }
  ctx.restore();
  shown.written = written;
  shown.labelBoxes = boxes;
}

// How many organs are drawn with a body.
function badge(ctx, id, p, scale) {
  if (!p || lit && !lit.has(id)) return;
  const text = `+${nodes[id].held.length}`, size = 11 / scale, r = sizeOf(nodes[id]) * 0.85;
  ctx.font = `700 ${size}px ${ink_.face}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  const w = ctx.measureText(text).width + 8 / scale, h = 15 / scale, x = p.x + r, y = p.y - r;
  ctx.fillStyle = ink_.ink;
  ctx.strokeStyle = ink_.ground;
  ctx.lineWidth = 1.5 / scale;
  ctx.beginPath();
  ctx.roundRect(x - w / 2, y - h / 2, w, h, h / 2);
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = ink_.ground;
  ctx.fillText(text, x, y);
}

let hovered;

function width(text, strong, ctx, scale) {
  const key = (strong ? '*' : '') + text;
  let w = widths.get(key);
  if (w === undefined) widths.set(key, w = ctx.measureText(text).width * scale);
  return w;
}

// Boxes by the cells that they touch: asking costs the same however many there are.
class Grid {
  constructor(cell) { this.cell = cell; this.cells = new Map(); }
  *keys(x0, y0, x1, y1) {
    for (let i = Math.floor(x0 / this.cell); i <= Math.floor(x1 / this.cell); i++) {
      for (let j = Math.floor(y0 / this.cell); j <= Math.floor(y1 / this.cell); j++) yield i * 65536 + j;
    }
  }
  add(x0, y0, x1, y1, id) {
    const box = [x0, y0, x1, y1, id];
    for (const key of this.keys(x0, y0, x1, y1)) (this.cells.get(key) || this.cells.set(key, []).get(key)).push(box);
  }
  hits(x0, y0, x1, y1, id, labelsOnly) {
    for (const key of this.keys(x0, y0, x1, y1)) {
      for (const b of this.cells.get(key) || []) if (b[4] !== id && !(labelsOnly && b[4] >= 0) && x0 < b[2] && x1 > b[0] && y0 < b[3] && y1 > b[1]) return true;
    }
    return false;
  }
}
