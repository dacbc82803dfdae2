// The picture: vis-network with positions from Python, drawn without text (labels.js writes the names).

let net = null, shown = null, physics = false, fitted = true;

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
    edges: {smooth: shown.edges.length > 500 ? false : {enabled: true, type: 'continuous', roundness: 0.25}, selectionWidth: 1.5, hoverWidth: 0.5, font: {size: 0}},
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
    if (p.nodes.length) (picking ? pick : choose)(meant(nodes[p.nodes[0]]));
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

function tip(text, event, n) {
  const box = $('tip');
  box.hidden = !text;
  if (!text) return;
  empty(box, n ? symbol(n.cls) : null, ' ', quoted(cut(text, 240)));
  const x = event?.clientX ?? event?.center?.x ?? 0, y = event?.clientY ?? event?.center?.y ?? 0;
  box.style.left = `${Math.max(8, Math.min(x + 14, innerWidth - box.offsetWidth - 8))}px`;
  box.style.top = `${Math.max(8, y + 18 + box.offsetHeight > innerHeight ? y - box.offsetHeight - 12 : y + 18)}px`;
}

function netTools() {
  return el('div', {class: 'nettools', role: 'group', 'aria-label': 'Picture'},
    button('+', () => net.moveTo({scale: net.getScale() * 1.3}), {'aria-label': 'Zoom in', title: 'Zoom in (+)'}),
    button('−', () => net.moveTo({scale: net.getScale() / 1.3}), {'aria-label': 'Zoom out', title: 'Zoom out (−)'}),
    button('Fit', () => fitNet(true), {'aria-label': 'Show the whole picture', title: 'Show everything (0)'}),
    el('label', {class: 'switch'}, el('input', {type: 'checkbox', id: 'physics', checked: state.physics === 'on', onchange: e => change({physics: e.target.checked ? 'on' : ''})}), 'Let it move'));
}
