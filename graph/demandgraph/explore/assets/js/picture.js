// Any view as a drawing of its own (SVG): what is seen, with its colours and fonts written out.

const STYLED = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'paint-order'];
let pen = null;
function textWidth(text, font) {
  pen ||= document.createElement('canvas').getContext('2d');
  pen.font = font.includes('serif') ? font.replace('serif', ink('serif')) : `${font} ${ink('face')}`;
  return pen.measureText(text).width;
}

// A text in lines of a width; words that are too long are broken, what is too much is cut off.
function wrapText(text, width, most, font) {
  const lines = [];
  let line = '', rest = text.length > 1200 ? text.slice(0, 1200) : text;
  const fits = t => textWidth(t, font) <= width;
  while (rest) {
    const word = rest.match(/^\s*\S*/)[0];
    if (fits((line + word).trim())) { line = (line + word).trimStart(); rest = rest.slice(word.length); if (word) continue; }
    if (!line) { let k = word.length; while (k > 1 && !fits(word.slice(0, k))) k = Math.ceil(k / 2) < k ? Math.ceil(k / 2) : k - 1; line = word.slice(0, k); rest = rest.slice(k); }
    lines.push(line.trim());
    line = '';
    if (lines.length === most) break;
    rest = rest.trimStart();
  }
  if (lines.length === most && (rest.trim() || text.length > 1200)) {
    let last = lines[most - 1];
    while (last && !fits(last + '…')) last = last.slice(0, -1);
    lines[most - 1] = last.trimEnd() + '…';
  } else if (line) lines.push(line.trim());
  return lines;
}

// The view that is shown: {text, width, height}.
function svgText() {
  const made = state.view === 'network' ? networkSvg() : state.view === 'flow' || state.view === 'lineage' ? styledSvg($('stage').querySelector('svg.flow, svg.line')) : pageSvg($('stage').querySelector('.matrix, .years'));
  if (!made) return null;
  made.root.prepend(svg('title', {}, `${document.title} – ${VIEWS[state.view][0]}`));
  return {...made, text: new XMLSerializer().serializeToString(made.root)};
}

// A drawing of the page with its style in it.
function styledSvg(from) {
  if (!from) return null;
  const root = styledCopy(from);
  const [x, y, width, height] = from.getAttribute('viewBox').split(' ').map(Number);
  for (const [name, value] of Object.entries({width, height, xmlns: SVG})) root.setAttribute(name, value);
  root.prepend(svg('rect', {x, y, width, height, fill: ink('ground')}));
  return {root, width, height};
}

function styledCopy(from) {
  const root = from.cloneNode(true);
  const list = [from, ...from.querySelectorAll('*')], copies = [root, ...root.querySelectorAll('*')];
  list.forEach((node, i) => {
    if (/^(rect|path|text|tspan|circle)$/.test(node.tagName)) {
      const style = getComputedStyle(node);
      for (const name of STYLED) copies[i].setAttribute(name, style.getPropertyValue(name));
    }
    for (const a of [...copies[i].attributes]) if (/^(class|id|tabindex|role|aria-|data-)/.test(a.name)) copies[i].removeAttribute(a.name);
  });
  return root;
}

// A part of the page as a drawing: its boxes, lines, symbols and every line of text where it stands.
function pageSvg(part) {
  if (!part) return null;
  const frame = part.getBoundingClientRect(), margin = 16;
  const inset = part.matches('.matrix') ? 150 : 0;  // the slanted heads reach over the last column
  const width = Math.ceil(frame.width) + 2 * margin + inset, height = Math.ceil(frame.height) + 2 * margin;
  const root = svg('svg', {xmlns: SVG, viewBox: `0 0 ${width} ${height}`, width, height}, svg('rect', {width, height, fill: ink('ground')}));
  const dx = margin - frame.left, dy = margin - frame.top;
  const fonts = style => ({fill: style.color, 'font-family': style.fontFamily, 'font-size': style.fontSize, 'font-weight': style.fontWeight, 'font-style': style.fontStyle});
  const seen = colour => colour && !/^(transparent|rgba\(.*, 0\))$/.test(colour);
  const walk = node => {
    const style = getComputedStyle(node), box = node.getBoundingClientRect();
    if (style.display === 'none' || style.visibility === 'hidden' || !box.width && !box.height) return;
    const x = box.left + dx, y = box.top + dy;
    if (node.tagName === 'svg') { const copy_ = styledCopy(node); for (const [k, v] of Object.entries({x, y})) copy_.setAttribute(k, v); root.append(copy_); return; }
    if (style.transform !== 'none') { root.append(slanted(node, style, fonts(style), dx, dy)); return; }
    if (seen(style.backgroundColor) && style.position !== 'sticky') root.append(svg('rect', {x, y, width: box.width, height: box.height, rx: parseFloat(style.borderTopLeftRadius) || 0, fill: style.backgroundColor}));
    if (parseFloat(style.borderTopWidth) && seen(style.borderTopColor) && style.borderTopStyle !== 'none') root.append(svg('path', {d: `M${x} ${y}H${x + box.width}`, stroke: style.borderTopColor}));
    if (parseFloat(style.borderLeftWidth) && !parseFloat(style.borderRightWidth) && style.borderLeftStyle !== 'none') root.append(svg('path', {d: `M${x + 1} ${y}V${y + box.height}`, stroke: style.borderLeftColor, 'stroke-width': style.borderLeftWidth}));
    for (const child of node.childNodes) {
      if (child.nodeType === 1) walk(child);
      else if (child.nodeType === 3 && child.data.trim()) for (const line of linesOf(child)) root.append(svg('text', {x: line.x + dx, y: line.y + dy + ascent(style), ...fonts(style)}, plain(line.text)));
    }
  };
  walk(part);
  return {root, width, height};
}

// A head that stands aslant: its symbol and its name, turned as on the page.
function slanted(node, style, font, dx, dy) {
  const home = node.offsetParent.getBoundingClientRect(), turn = new DOMMatrix(style.transform);
  const g = svg('g', {transform: `translate(${home.left + dx + node.offsetLeft} ${home.top + dy + node.offsetTop + node.offsetHeight}) matrix(${turn.a} ${turn.b} ${turn.c} ${turn.d} 0 0)`});
  const mark = node.querySelector('svg');
  if (mark) { const copy_ = styledCopy(mark); copy_.setAttribute('y', -17); g.append(copy_); }
  g.append(svg('text', {x: mark ? 20 : 2, y: -5, ...font}, wrapText(plain(node.textContent), 165, 1, `${style.fontWeight} ${style.fontSize}`)[0] || ''));
  return g;
}

function ascent(style) {
  textWidth('', '10px');
  pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  return pen.measureText('x').fontBoundingBoxAscent;
}

// The lines in which the page shows a text: each with its place.
function linesOf(node) {
  const lines = [], range = document.createRange();
  const take = (begin, end, glue) => {
    range.setStart(node, begin);
    range.setEnd(node, end);
    const rects = range.getClientRects();
    if (rects.length > 1 && end - begin > 1) { for (let i = begin; i < end; i++) take(i, i + 1, i === begin ? glue : ''); return; }
    if (!rects.length) return;
    const last = lines[lines.length - 1], text = node.data.slice(begin, end);
    if (last && Math.abs(last.y - rects[0].top) < 3) last.text += glue + text; else lines.push({x: rects[0].left, y: rects[0].top, text});
  };
  for (const word of node.data.matchAll(/\S+/g)) take(word.index, word.index + word[0].length, ' ');
  return lines;
}

// The whole network; while something is selected, that and what it touches.
function networkSvg() {
  readInk();
  const ids = [...shown.ids].filter(i => !lit || lit.has(i)), edge = state.sel.startsWith('edge:') ? edgeOf(state.sel) : null;
  const drawn_ = shown.edges.filter(e => !lit || litEdge(e, edge));
  const places = net.getPositions(ids), all = Object.values(places);
  if (!all.length) return null;
  const low = [Math.min(...all.map(p => p.x)) - 110, Math.min(...all.map(p => p.y)) - 60], high = [Math.max(...all.map(p => p.x)) + 110, Math.max(...all.map(p => p.y)) + 90];
  const w = high[0] - low[0], h = high[1] - low[1], size = 13;
  const root = svg('svg', {xmlns: SVG, viewBox: `${low[0]} ${low[1]} ${w} ${h}`, width: w, height: h, 'font-family': 'sans-serif', 'font-size': size});
  root.append(svg('rect', {x: low[0], y: low[1], width: w, height: h, fill: ink('ground')}));
  for (const e of drawn_) {
    const look = EDGE_LOOKS[e.role], turned = ['issuer', 'initiator', 'agent'].includes(e.role);
    const a = places[turned ? e.to : e.from], b = places[turned ? e.from : e.to];
    const r = sizeOf(nodes[turned ? e.from : e.to]) + 3;
    const [cx, cy] = [(a.x + b.x) / 2 + (b.y - a.y) * 0.1, (a.y + b.y) / 2 - (b.x - a.x) * 0.1], c = Math.hypot(b.x - cx, b.y - cy) || 1;  // bowed: two ways between the same ends stay apart
    const [ux, uy] = [(b.x - cx) / c, (b.y - cy) / c], [tx, ty] = [b.x - ux * r, b.y - uy * r];
    root.append(svg('path', {d: `M${a.x} ${a.y}Q${cx.toFixed(1)} ${cy.toFixed(1)} ${tx.toFixed(1)} ${ty.toFixed(1)}`, fill: 'none', stroke: tone(look), 'stroke-width': edgeWidth(e), 'stroke-dasharray': look.dashes?.join(' ')}));
    if (look.arrow) root.append(svg('path', {d: `M${[[0, 0], [-8, 4], [-8, -4]].map(([along, aside]) => `${(tx + ux * along - uy * aside).toFixed(1)} ${(ty + uy * along + ux * aside).toFixed(1)}`).join('L')}Z`, fill: tone(look)}));
  }
  for (const i of ids) {
    const n = nodes[i], p = places[i], r = sizeOf(n), cls = n.one ? 'SharedDemand' : n.cls;
    const lines = captionOf(n);
    root.append(svg('g', {transform: `translate(${p.x} ${p.y})`}, svg('title', {}, plainSentence(n)),
      svg('path', {d: outline(LOOKS[cls].shape, r), fill: fillOf(cls), stroke: rimOf(cls), 'stroke-width': cls === 'Figure' ? 3 : 1.3}),
      n.kind === 'Document' ? svg('path', {d: [-0.2, 0.15, 0.5].map(y => `M${-r * 0.4} ${r * y}H${r * 0.4}`).join(''), stroke: ink('soft')}) : null,
      n.kind === 'Bundle' ? svg('text', {'text-anchor': 'middle', dy: '0.35em', fill: ink_.onBundle, 'font-weight': 700, 'font-size': Math.round(r * 0.8)}, (n.shownDemands || n.demands).length) : null,
      n.held?.length ? svg('text', {x: r, y: -r * 0.7, fill: ink('ink'), 'font-weight': 700, 'font-size': 11}, `+${n.held.length}`) : null,
      ids.length <= 400 ? lines.map((t, k) => svg('text', {y: r + size + k * size * 1.2, 'text-anchor': 'middle', fill: ink('ink'), stroke: ink('ground'), 'stroke-width': 3, 'paint-order': 'stroke'}, t)) : null));
  }
  return {root, width: w, height: h};
}
