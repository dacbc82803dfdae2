// How nodes and edges are painted: shapes, colours, sizes and widths.

function nodeStyle(n) {
  const look = LOOKS[n.cls];
  const background = ink_.fills[n.cls] ||= fillOf(n.cls);
  ink_.colours[n.cls] ||= {background, border: rimOf(n.cls), highlight: {background, border: ink_.ink}, hover: {background, border: ink_.ink}};
  const style = {id: n.id, size: sizeOf(n), color: ink_.colours[n.cls], borderWidth: n.cls === 'Figure' ? 3 : 1.2, shape: look.shape};
  if (look.shape === 'ring' || look.shape === 'line') style.shape = 'dot';
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
    onBundle: isDark() ? '#14181d' : '#ffffff', ground: ink('ground'), face: ink('face'), accent: ink('accent'), colours: {}, fills: {}, lines: {}});
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
