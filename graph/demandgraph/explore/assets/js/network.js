// The picture: vis-network with positions from Python, drawn without text (labels.js writes the names).

let net = null, shown = null, physics = false, fitted = true;

function nodeStyle(n) {
  const look = LOOKS[n.cls];
  ink_.colours[n.cls] ||= {background: tone(look), border: rimOf(n.cls), highlight: {background: tone(look), border: ink_.ink}, hover: {background: tone(look), border: ink_.ink}};
  const style = {id: n.id, size: sizeOf(n), color: ink_.colours[n.cls], borderWidth: 1.2, shape: look.shape};
  if (look.shape === 'page') Object.assign(style, {shape: 'custom', ctxRenderer: drawPage});
  if (n.kind === 'Bundle') Object.assign(style, {shape: 'custom', ctxRenderer: drawBundle});
  return style;
}

// The radius of a node as drawn: of a bundle by what it holds, of a body with its organs by all their edges; as in network.py.
function sizeOf(n) {
  if (n.kind === 'Bundle') return Math.min(30, 12 + 3 * Math.sqrt((n.shownDemands || n.demands).length));
  if (!n.held?.length) return n.size;
  const degree = m => [m.out, m.into].reduce((sum, side) => sum + Object.values(side).reduce((s, ids) => s + ids.length, 0), 0);
  return Math.min(30, 7 + 2.6 * Math.sqrt([n, ...n.held.map(i => nodes[i])].reduce((sum, m) => sum + degree(m), 0)));
}

function drawPage({ctx, id, x, y, state: {selected: on}}) {
  const r = nodes[id].size * 0.9;
  return {drawNode() {
    const path = new Path2D(outline('page', r));
    ctx.save();
    ctx.translate(x, y);
    if (lit && !lit.has(id)) ctx.globalAlpha = 0.2;
    ctx.fillStyle = ink_.page;
    ctx.strokeStyle = on ? ink_.ink : ink_.soft;
    ctx.lineWidth = on ? 2.5 : 1.4;
    ctx.fill(path);
    ctx.stroke(path);
    ctx.beginPath();
    for (let i = 0; i < 3; i++) { ctx.moveTo(-r * 0.45, r * (-0.2 + i * 0.35)); ctx.lineTo(r * 0.45, r * (-0.2 + i * 0.35)); }
    ctx.lineWidth = 1;
    ctx.stroke();
    ctx.restore();
  }, nodeDimensions: {width: r * 1.5, height: r * 2}};
}

function drawBundle({ctx, id, x, y, state: {selected: on}}) {
  const n = nodes[id], r = sizeOf(n), cls = n.one ? 'SharedDemand' : 'Bundle';
  return {drawNode() {
    ctx.save();
    ctx.translate(x, y);
    if (lit && !lit.has(id)) ctx.globalAlpha = 0.2;
    ctx.fillStyle = ink_[cls];
    ctx.strokeStyle = on ? ink_.ink : ink_[`${cls}Rim`];
    ctx.lineWidth = on ? 3 : 1.4;
    const path = new Path2D(outline('diamond', r));
    ctx.fill(path);
    ctx.stroke(path);
    ctx.fillStyle = ink_.onBundle;
    ctx.font = `700 ${Math.round(r * 0.8)}px ${ink_.face}`;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.fillText(String((n.shownDemands || n.demands).length), 0, 1);
    ctx.restore();
  }, nodeDimensions: {width: r * 2.3, height: r * 2.3}};
}

// Colours that the painters need in every frame, read once a drawing.
const ink_ = {};
function readInk() {
  Object.assign(ink_, {page: tone(LOOKS.Document), soft: ink('soft'), ink: ink('ink'), Bundle: tone(LOOKS.Bundle), BundleRim: rimOf('Bundle'), SharedDemand: tone(LOOKS.SharedDemand), SharedDemandRim: rimOf('SharedDemand'),
    onBundle: isDark() ? '#14181d' : '#ffffff', ground: ink('ground'), face: ink('face'), accent: ink('accent'), colours: {}, lines: {}});
}

// As wide as many findings stand behind it; where things are said matters less than who says them.
const edgeWidth = e => Math.min(['statedIn', 'describedIn', 'madeAt'].includes(e.role) ? 2 : 7, 1 + 1.1 * Math.log2(e.via.length));

function edgeStyle(e, plainly) {
  const look = EDGE_LOOKS[e.role];
  const turned = e.role === 'issuer' || e.role === 'initiator' || e.role === 'agent';  // read from who does it to what is done
  const style = {id: e.key, from: turned ? e.to : e.from, to: turned ? e.from : e.to, color: ink_.lines[e.role] ||= {color: tone(look), highlight: tone(look), hover: tone(look), opacity: 1}};
  if (plainly) return style;
  style.width = edgeWidth(e);
  if (look.arrow) style.arrows = {to: {enabled: true, scaleFactor: 0.45}};
  if (look.dashes) style.dashes = look.dashes;
  return style;
}

function networkView(stage) {
  shown = drawn();
  readInk();
  const big = shown.ids.size > 600 || shown.edges.length > 1500;
  const box = el('div', {class: 'net', id: 'net', tabindex: 0, role: 'application', 'aria-roledescription': 'network', 'aria-describedby': 'nettext',
    'aria-label': 'Network of findings. Arrow keys go from node to node, Enter opens the evidence, plus and minus zoom, 0 shows everything.'});
  const told = [...shown.ids].sort((a, b) => sizeOf(nodes[b]) - sizeOf(nodes[a]) || a - b).slice(0, 12).map(i => captionOf(nodes[i]).join(' '));
  empty(stage, box, el('p', {class: 'offscreen', id: 'nettext'}, told.length ? `The picture shows ${many(shown.ids.size, 'node')}, the largest of them: ${told.join('; ')}. The table holds the same findings as text.` : 'Nothing passes these filters.'));
  const places = shown.at === 'overview' ? settle(shown.ids, shown.edges, box.clientWidth * 0.88, box.clientHeight - 84)
    : shown.at === 'arrange' ? arrange(shown.ids, shown.edges, Math.max(0.4, Math.min(2.6, (box.clientWidth - 60) / Math.max(1, box.clientHeight)))) : null;
  shown.places = places;
  const drawnNodes = [...shown.ids].map(i => {
    const [x, y] = places ? places.get(i) || [nodes[i].x, nodes[i].y] : [nodes[i].x, nodes[i].y];
    return {...nodeStyle(nodes[i]), x, y};
  });
  const options = {
    ...RAW.options,
    autoResize: true,
    physics: {enabled: false},
    layout: {improvedLayout: false},
    nodes: {chosen: true, font: {size: 0}, scaling: {label: {enabled: false}}},
    edges: {smooth: big ? false : {enabled: true, type: 'continuous', roundness: 0.25}, selectionWidth: 1.5, hoverWidth: 0.5, font: {size: 0}},
    interaction: {hover: !big, hideEdgesOnDrag: big, hideNodesOnDrag: big, hideEdgesOnZoom: big, dragNodes: !big, keyboard: false, multiselect: false, tooltipDelay: 1e9, selectConnectedEdges: false,
      zoomSpeed: 0.6},
  };
  if (net) net.destroy();
  snapshot = null;
  net = new vis.Network(box, {nodes: new vis.DataSet(drawnNodes), edges: new vis.DataSet(shown.edges.map(e => edgeStyle(e, big)))}, options);
  net.once('afterDrawing', () => { if (!performance.getEntriesByName('first-drawing').length) performance.mark('first-drawing'); });
  net.on('afterDrawing', ctx => { if (!glide(ctx)) drawLabels(ctx); });
  if (big) {
    net.on('dragStart', snap);
    net.on('dragEnd', () => { snapshot = null; net.redraw(); });
  }
  net.on('resize', () => { if (fitted) fitNet(); });
  for (const moved of ['dragStart', 'zoom']) net.on(moved, () => { fitted = false; });
  net.on('click', p => {
    if (p.nodes.length) choose(meant(nodes[p.nodes[0]]));
    else if (p.edges.length) chooseEdge(shown.edges.find(e => e.key === p.edges[0]));
    else choose(null);
  });
  net.on('doubleClick', p => { if (p.nodes.length) unfold(nodes[p.nodes[0]]); });
  net.on('hoverNode', p => { hovered = p.node; tip(plainSentence(nodes[p.node]), p.event, nodes[p.node]); });
  net.on('hoverEdge', p => { const e = shown.edges.find(x => x.key === p.edge); if (e) tip(edgeSentence(e), p.event); });
  for (const end of ['blurNode', 'blurEdge', 'dragStart', 'zoom']) net.on(end, () => { hovered = undefined; tip(''); });
  box.addEventListener('keydown', netKey);
  fitNet();
  setPhysics(state.physics === 'on');
  markSelection();
  return `Network with ${many(shown.ids.size, 'node')} and ${many(shown.edges.length, 'edge')}`;
}

// While a large picture is dragged, what is seen of it moves as one; when a good part has left the window it is drawn anew.
let snapshot = null;

function snap() {
  const from = net.canvas.frame.canvas, image = el('canvas', {width: from.width, height: from.height});
  image.getContext('2d').drawImage(from, 0, 0);
  snapshot = {image, at: net.canvasToDOM({x: 0, y: 0})};
}

// Draws the moved snapshot instead of the picture; false where there is none.
function glide(ctx) {
  if (!snapshot || !net.renderer.dragging) return false;
  const now = net.canvasToDOM({x: 0, y: 0}), dx = now.x - snapshot.at.x, dy = now.y - snapshot.at.y;
  const {image} = snapshot, ratio = image.width / Math.max(1, net.canvas.frame.canvas.clientWidth);
  if (Math.abs(dx) * ratio > image.width * 0.45 || Math.abs(dy) * ratio > image.height * 0.45) {
    snapshot = null;
    net.renderer.dragging = false;
    net.redraw();
    snap();
    net.renderer.dragging = true;
    return true;
  }
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.drawImage(image, dx * ratio, dy * ratio);
  ctx.restore();
  return true;
}

// The whole picture with its labels, which hang under the lowest and beside the outermost nodes.
function fitNet(slow) {
  fitted = true;
  const box = $('net'), places = Object.values(net.getPositions());
  if (!places.length || !box.clientWidth) return;
  const xs = places.map(p => p.x), ys = places.map(p => p.y);
  const low = [Math.min(...xs), Math.min(...ys)], high = [Math.max(...xs), Math.max(...ys)];
  const scale = Math.min(1.35, (box.clientWidth - Math.min(190, box.clientWidth * 0.26)) / Math.max(1, high[0] - low[0]), (box.clientHeight - 84) / Math.max(1, high[1] - low[1]));
  net.moveTo({position: {x: (low[0] + high[0]) / 2, y: (low[1] + high[1]) / 2 + 14 / scale}, scale: Math.max(0.01, scale),
    animation: slow && !matchMedia('(prefers-reduced-motion: reduce)').matches ? {duration: 300} : false});
}

function setPhysics(on) {
  if (!net || on === physics && !on) return;
  physics = on;
  net.setOptions({physics: on ? {enabled: true, solver: 'forceAtlas2Based', stabilization: false, forceAtlas2Based: {gravitationalConstant: -90, avoidOverlap: 0.6, springLength: 90}}
    : {enabled: false}});
}

// What a click on a node is about: on the wordings of a shared demand, that demand.
const meant = n => n.one || n;

// What can be unfolded for a thing: its bundle, or the body whose organs are drawn with it.
const foldable = n => n.kind === 'Bundle' ? n : n.kind === 'SharedDemand' && n.bundle !== undefined ? nodes[n.bundle] : isActor(n) && n.held?.length ? n : null;

// Bundles and bodies open; anything else becomes the middle of its neighbourhood.
function unfold(n) {
  const whole = foldable(n);
  if (whole && shown?.folds && !state.open.has(whole.key)) change({open: new Set([...state.open, whole.key]), sel: meant(whole).key});
  else change({root: n.key, steps: 1, sel: n.key, a: '', b: ''});
}

function chooseEdge(e) {
  if (!e) return;
  if (e.role === 'affiliation' && e.via.length === 1) choose(nodes[e.via[0]]);
  else choose({key: `edge:${nodes[e.from].key} ${nodes[e.to].key} ${e.role}`});
}

// The edge that a selection of the form edge:FROM TO ROLE names, drawn or not.
function edgeOf(key) {
  if (!key.startsWith('edge:')) return null;
  const [from, to, role] = key.slice(5).split(' ');
  const a = byKey.get(from), b = byKey.get(to);
  if (!a || !b) return null;
  const all = shown?.edges.find(e => e.from === a.id && e.to === b.id && e.role === role);
  if (all) return all;
  const members = n => n.kind === 'Bundle' ? n.demands : [n.id];
  const via = members(a).filter(i => linked(nodes[i], role).some(j => members(b).includes(j)));
  return {key, from: a.id, to: b.id, role, via, organs: new Set()};
}

function edgeSentence(e) {
  const a = nameOf(nodes[e.from]), b = nameOf(nodes[e.to]);
  const count = e.via.length > 1 ? ` (${many(e.via.length, 'finding')})` : '';
  const say = {
    issuer: `${b} makes this demand: ${a}`, addressee: `${b} is asked: ${a}`, beneficiary: `${b} would benefit: ${a}`,
    initiator: `${b} brought this demand in: ${a}`, statedIn: `“${b}” states: ${a}`, madeAt: `Made at: ${captionOf(nodes[e.to]).join(', ')}`,
    expresses: `${a} is one wording of the shared demand ${b}`, restates: `“${a}” repeats “${b}”`, narrows: `“${a}” is part of the wider demand “${b}”`, describedIn: `“${b}” tells of this: ${a}`,
    agent: `${b} takes part: ${a}`, recipient: `${b} is affected: ${a}`, figure: `${b}, of: ${a}`, partOf: `${a} is part of ${b}`,
    affiliation: `${a} belongs to ${b}`,
  }[e.role] || `${a}: ${e.role} ${b}`;
  const through = e.organs.size ? `, through ${few([...e.organs], m => cut(nameOf(m), 50)).join('')}` : '';
  return cut(say, 220) + count + through;
}

// What stands for a thing in the picture: itself, or the bundle that holds it.
const standIn = n => shown.ids.has(n.id) ? n.id : n.bundle !== undefined && shown.ids.has(n.bundle) ? n.bundle : -1;

function markSelection() {
  if (!net) return;
  const n = selected(), e = state.sel.startsWith('edge:') ? edgeOf(state.sel) : null;
  net.unselectAll();
  lit = null;
  chosenId = n ? standIn(n) : -1;
  if (chosenId >= 0) net.selectNodes([chosenId], false);
  if (e && shown.edges.includes(e)) net.selectEdges([e.key]);
  if (shown.ids.size <= 1500) {
    if (n?.kind === 'Bundle' && chosenId < 0) {
      lit = new Set(n.demands);
      for (const x of shown.edges) { if (n.demands.includes(x.from)) lit.add(x.to); if (n.demands.includes(x.to)) lit.add(x.from); }
    } else if (chosenId >= 0) {
      lit = new Set([chosenId]);
      for (const x of shown.edges) { if (x.from === chosenId) lit.add(x.to); if (x.to === chosenId) lit.add(x.from); }
    } else if (n?.ends) lit = new Set(n.ends);
    else if (e) lit = new Set([e.from, e.to]);
  }
  dim(e);
}
let chosenId = -1;

// Everything but the selection and its neighbours steps back.
let lit = null, dimmed = false;
function dim(edge) {
  if (shown.ids.size > 1500 || (!lit && !dimmed)) { net.redraw(); return; }
  const set = net.body.data;
  set.nodes.update([...shown.ids].map(id => ({id, opacity: !lit || lit.has(id) ? 1 : 0.18})));
  const on = e => !lit || (edge ? e === edge : chosenId >= 0 ? e.from === chosenId || e.to === chosenId : lit.has(e.from) && lit.has(e.to));
  set.edges.update(shown.edges.map(e => ({id: e.key, color: {color: tone(EDGE_LOOKS[e.role]), highlight: tone(EDGE_LOOKS[e.role]), opacity: on(e) ? 1 : 0.12}})));
  dimmed = Boolean(lit);
}

function tip(text, event, n) {
  const box = $('tip');
  box.hidden = !text;
  if (!text) return;
  empty(box, n ? symbol(n.cls) : null, ' ', quoted(cut(text, 240)));
  const x = event?.clientX ?? event?.center?.x ?? 0, y = event?.clientY ?? event?.center?.y ?? 0;
  box.style.left = `${Math.max(8, Math.min(x + 14, innerWidth - box.offsetWidth - 8))}px`;
  box.style.top = `${Math.max(8, y + 18 + box.offsetHeight > innerHeight ? y - box.offsetHeight - 12 : y + 18)}px`;
}

// Arrow keys go to the next node in that direction.
function netKey(event) {
  const ways = {ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
  const key = event.key;
  if (ways[key] && event.shiftKey) net.moveTo({offset: {x: -ways[key][0] * 80, y: -ways[key][1] * 80}});
  else if (ways[key]) step(ways[key]);
  else if (key === '+' || key === '=') net.moveTo({scale: net.getScale() * 1.25});
  else if (key === '-') net.moveTo({scale: net.getScale() / 1.25});
  else if (key === '0') fitNet(true);
  else if (key === 'Enter' && selected()) $('panel').focus();
  else if (key === 'u' && selected()) unfold(selected());
  else return;
  event.preventDefault();
}

function step([dx, dy]) {
  const places = net.getPositions();
  const here = places[chosenId] || net.getViewPosition();
  let best = null, least = Infinity;
  for (const [id, p] of Object.entries(places)) {
    if (Number(id) === chosenId) continue;
    const ahead = (p.x - here.x) * dx + (p.y - here.y) * dy, aside = Math.abs((p.x - here.x) * dy) + Math.abs((p.y - here.y) * dx);
    if (ahead <= 1) continue;
    const cost = ahead + aside * 2.5;
    if (cost < least) { least = cost; best = nodes[id]; }
  }
  if (!best) return;
  choose(meant(best));
  net.moveTo({position: places[best.id]});
  announce(plainSentence(best));
}

function netTools() {
  return el('div', {class: 'nettools', role: 'group', 'aria-label': 'Picture'},
    button('+', () => net.moveTo({scale: net.getScale() * 1.3}), {'aria-label': 'Zoom in', title: 'Zoom in (+)'}),
    button('−', () => net.moveTo({scale: net.getScale() / 1.3}), {'aria-label': 'Zoom out', title: 'Zoom out (−)'}),
    button('Fit', () => fitNet(true), {'aria-label': 'Show the whole picture', title: 'Show everything (0)'}),
    el('label', {class: 'switch'}, el('input', {type: 'checkbox', id: 'physics', checked: state.physics === 'on', onchange: e => change({physics: e.target.checked ? 'on' : ''})}), 'Let it move'));
}
