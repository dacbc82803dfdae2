// Names beside the nodes, always of one size on the screen; where two would overlap, the less telling one waits for a closer look.

const widths = new Map();

// Where the names go. While the picture is dragged the places are kept, and looked for anew five times a second.
function drawLabels(ctx) {
  const scale = net.getScale(), dragged = net.renderer.dragging, now = performance.now();
  const old = shown.labelPlaces;
  const same = old && dragged && old.scale === scale && old.hovered === hovered && old.chosen === chosenId && now - old.at < 200;
  const {size, line, items} = same ? old : shown.labelPlaces = {...placeLabels(ctx, scale), scale, hovered, chosen: chosenId, at: now};
  const view = net.getViewPosition(), box = net.canvas.frame.canvas, all = net.body.nodes;
  ctx.save();
  ctx.textAlign = 'center';
  ctx.textBaseline = 'top';
  ctx.lineJoin = 'round';
  ctx.lineWidth = 3.2 / scale;
  ctx.strokeStyle = ink_.ground;
  const boxes = [], halfW = box.clientWidth / 2, halfH = box.clientHeight / 2;
  for (const {id, lines, strong, dx, dy, w, h} of items) {
    const p = all[id], n = nodes[id];
    if (!p) continue;
    const left = (p.x - view.x) * scale + dx, top = (p.y - view.y) * scale + dy;
    if (left > halfW || left + w < -halfW || top > halfH || top + h < -halfH) continue;
    boxes.push([left, top, left + w, top + h]);
    ctx.font = `${strong ? 600 : 400} ${size / scale}px ${ink_.face}`;
    ctx.fillStyle = n.kind === 'Document' ? ink_.soft : ink_.ink;
    lines.forEach((text, i) => {
      const x = view.x + (left + w / 2) / scale, y = view.y + (top + i * line) / scale;
      ctx.strokeText(text, x, y);
      if (i && i === lines.length - 1 && (n.kind === 'Bundle' || n.cls === 'Event')) { ctx.font = `400 ${size / scale}px ${ink_.face}`; ctx.fillStyle = ink_.soft; }
      ctx.fillText(text, x, y);
    });
  }
  for (const id of shown.bodies ||= [...shown.ids].filter(i => nodes[i].held?.length)) badge(ctx, id, all[id], scale);
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
  shown.written = boxes.length;
  shown.labelBoxes = boxes;
}

// The names that find room, each with its place as an offset from its node, in pixels of the screen.
function placeLabels(ctx, scale) {
  const size = innerWidth < 640 ? 11.5 : 12.5, line = size * 1.22;
  const view = net.getViewPosition(), box = net.canvas.frame.canvas;
  const halfW = box.clientWidth / 2, halfH = box.clientHeight / 2;
  const radius = id => sizeOf(nodes[id]) * (nodes[id].kind === 'Bundle' ? 1.15 : 1);
  const order = shown.labelled ||= [...shown.ids].sort((a, b) => radius(b) - radius(a) || (rank.get(a) ?? a) - (rank.get(b) ?? b));
  const first = [chosenId, hovered].filter(i => i !== undefined && shown.ids.has(i));
  const placed = new Grid(120), items = [];
  const all = net.body.nodes;
  // The symbols of the most telling nodes are not written over.
  for (const id of order.slice(0, 400)) {
    const p = all[id];
    if (!p) continue;
    const r = radius(id) * scale * 0.92, x = (p.x - view.x) * scale, y = (p.y - view.y) * scale;
    if (r > 3) placed.add(x - r, y - r, x + r, y + r, id);
    if (nodes[id].held?.length) {  // the badge in the corner is not written over either
      const k = sizeOf(nodes[id]) * 0.85 * scale;
      placed.add(x + k - 14, y - k - 9, x + k + 14, y - k + 9, -1);
    }
  }
  const write = (id, force) => {
    const p = all[id];
    if (!p || lit && !lit.has(id) && !force) return;
    const cx = (p.x - view.x) * scale, cy = (p.y - view.y) * scale, r = radius(id) * scale;
    if (Math.abs(cx) > halfW + 60 || Math.abs(cy) > halfH + 60) return;
    const n = nodes[id];
    const caption = n.caption && n.kind !== 'Bundle' ? n.caption : n.caption = captionOf(n);
    const strong = n.kind === 'Bundle' || isActor(n) && n.size > 13 || id === chosenId;
    ctx.font = `${strong ? 600 : 400} ${size / scale}px ${ink_.face}`;
    const room = (lines, over) => {
      const w = Math.max(...lines.map(l => width(l, strong, ctx, scale))), h = line * lines.length, low = cy + r + 3, high = cy - r - 3 - h;
      // Below if there is room, else above, else a little aside of that, else beside.
      const spots = [[cx - w / 2, low], [cx - w / 2, high], [cx - w * 0.25, low], [cx - w * 0.75, low], [cx - w * 0.25, high], [cx - w * 0.75, high],
        [cx + r + 5, cy - h / 2], [cx - r - 5 - w, cy - h / 2], [cx + r * 0.7, low - 4], [cx - r * 0.7 - w, low - 4], [cx + r * 0.7, high + 4], [cx - r * 0.7 - w, high + 4]];
      const inside = ([x, y]) => x >= -halfW + 2 && x + w <= halfW - 2 && y >= -halfH + 2 && y + h <= halfH;
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
    items.push({id, lines, strong, w, h, dx: left - cx, dy: top - cy});
  };
  for (const id of first) write(id, true);
  for (const id of order) {
    if (items.length > 180) break;
    if (!first.includes(id)) write(id, false);
  }
  return {size, line, items};
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
  add(x0, y0, x1, y1, id) {
    const box = [x0, y0, x1, y1, id], c = this.cell;
    for (let i = Math.floor(x0 / c); i <= Math.floor(x1 / c); i++) for (let j = Math.floor(y0 / c); j <= Math.floor(y1 / c); j++) {
      const key = i * 65536 + j, there = this.cells.get(key);
      if (there) there.push(box); else this.cells.set(key, [box]);
    }
  }
  hits(x0, y0, x1, y1, id, labelsOnly) {
    const c = this.cell;
    for (let i = Math.floor(x0 / c); i <= Math.floor(x1 / c); i++) for (let j = Math.floor(y0 / c); j <= Math.floor(y1 / c); j++) {
      for (const b of this.cells.get(i * 65536 + j) || []) if (b[4] !== id && !(labelsOnly && b[4] >= 0) && x0 < b[2] && x1 > b[0] && y0 < b[3] && y1 > b[1]) return true;
    }
    return false;
  }
}
