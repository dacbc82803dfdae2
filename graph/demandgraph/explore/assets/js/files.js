// What can be taken away: CSV, pictures, citations.

function save(name, content, type) {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], {type}));
  const a = el('a', {href: url, download: name});
  document.body.append(a);
  a.click();
  a.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
  announce(`Saved ${name}`);
}

// A cell that a spreadsheet would take for a formula gets an apostrophe before it.
function csvCell(value) {
  let text = typeof value === 'number' ? String(value) : plainBreaks(String(value));
  if (typeof value !== 'number' && /^[\s]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text)) text = `'${text}`;
  return /[",\n\r']/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
const plainBreaks = text => text.replace(/\r\n?/g, '\n').replace(/\u0000/g, '');

function csvText() {
  const {t, list} = tableRows();
  const head = [...t.columns.map(c => c[0]), 'Quote', 'Begin', 'End', 'Found by', 'IRI'];
  const rows = list.map(([n, ...values]) => [...values, n.quotes[0] ? wordsOf(n.quotes[0]) : '', n.quotes[0]?.begin ?? '', n.quotes[0]?.end ?? '', n.facts.rule || '', n.iri]);
  return '\ufeff' + [head, ...rows].map(r => r.map(csvCell).join(',')).join('\r\n') + '\r\n';
}
function saveCsv() { save(`${table_().name.toLowerCase()}.csv`, csvText(), 'text/csv;charset=utf-8'); }

async function copy(text) {
  let done = false;
  try { await navigator.clipboard.writeText(text); done = true; } catch { done = false; }
  if (!done) {
    const area = el('textarea', {class: 'offscreen', 'aria-hidden': 'true'});
    area.value = text;
    const host = $('reader').open ? $('reader') : document.body;
    host.append(area);
    area.select();
    try { done = document.execCommand('copy'); } catch { done = false; }
    area.remove();
  }
  copy.last = text;
  toast(done ? 'Copied' : 'Your browser does not let pages copy', text);
}

function toast(text, detail) {
  const box = el('div', {class: 'toast'}, el('b', {}, text), detail ? el('pre', {}, detail.length > 600 ? detail.slice(0, 600) + ' …' : detail) : null);
  document.body.append(box);
  announce(text);
  setTimeout(() => box.remove(), 3500);
}

function citation(n) {
  const cite = d => `${d.facts.publisher ? plain(d.facts.publisher) + ', ' : ''}“${plain(d.label)}”${d.dates[0] ? ', ' + dateName(d.dates[0]) : ''}${/^https?:/.test(d.facts.source || '') ? `, ${d.facts.source}` : d.facts.file ? ` (${plain(d.facts.file)})` : ''}`;
  if (n.kind === 'Document') return cite(n) + '.';
  const by_ = documentsOf(n).map(d => {
    const q = evidenceOf(n).map(x => x[0]).find(x => x.doc === d);
    return cite(nodes[d]) + (q ? `: “${plain(wordsOf(q))}” (characters ${q.begin}–${q.end})` : '');
  });
  return isActor(n) ? `${plain(n.label)}, named in: ${by_.slice(0, 20).join('; ')}.` : `${plainSentence(n)} In: ${by_.join('; ')}.`;
}

function bibtex(n) {
  const safe = text => plain(text).replace(/[\\{}]/g, '').replace(/[&%$#_]/g, m => `\\${m}`).replace(/~/g, '\\textasciitilde{}').replace(/\^/g, '\\textasciicircum{}');
  const docs = n.kind === 'Document' ? [n] : documentsOf(n).map(d => nodes[d]);
  return docs.map(d => {
    const key = (d.key.split('/').pop() || 'document').replace(/[^A-Za-z0-9-]/g, '') || 'document';
    const q = n.kind === 'Document' ? null : evidenceOf(n).map(x => x[0]).find(x => x.doc === d.id);
    const [year, month, day] = (d.dates[0] || '').split('-');
    const rows = [['title', d.label], ['author', d.facts.publisher && `{${safe(d.facts.publisher)}}`, true], ['year', year], ['month', month], ['day', day],
      ['url', /^https?:/.test(d.facts.source || '') ? d.facts.source.replace(/[{}\\]/g, encodeURIComponent) : '', true], ['note', q ? `“${wordsOf(q)}”` : '']].filter(r => r[1]);
    return `@misc{${key},\n${rows.map(([k, v, raw]) => `  ${k} = {${raw ? v : safe(v)}}`).join(',\n')}\n}`;
  }).join('\n\n');
}

function savePng() {
  if (state.view === 'network' && net) {
    const from = net.canvas.frame.canvas;
    const to = el('canvas', {width: from.width, height: from.height});
    const ctx = to.getContext('2d');
    ctx.fillStyle = ink('ground');
    ctx.fillRect(0, 0, to.width, to.height);
    ctx.drawImage(from, 0, 0);
    to.toBlob(blob => save('network.png', blob));
    return;
  }
  const {text, width: w, height: h} = svgText();
  const image = new Image();
  const url = URL.createObjectURL(new Blob([text], {type: 'image/svg+xml;charset=utf-8'}));
  image.onload = () => {
    const to = el('canvas', {width: w * 2, height: h * 2});
    to.getContext('2d').drawImage(image, 0, 0, w * 2, h * 2);
    URL.revokeObjectURL(url);
    to.toBlob(blob => save(`${state.view === 'flow' ? 'flow' : 'network'}.png`, blob));
  };
  image.src = url;
}
function saveSvg() { save(`${state.view === 'flow' ? 'flow' : 'network'}.svg`, svgText().text, 'image/svg+xml;charset=utf-8'); }

// The flow as it stands, with its colours written out; otherwise the network drawn anew.
function svgText() {
  const flow = document.querySelector('svg.flow');
  if (flow) return flowSvg(flow);
  if (!net) { shown = drawn(); shown.places = shown.at === 'arrange' ? arrange(shown.ids, shown.edges, 1.5) : null; }
  readInk();
  const places = net ? net.getPositions() : Object.fromEntries([...shown.ids].map(i => { const at = shown.places?.get(i) || [nodes[i].x, nodes[i].y]; return [i, {x: at[0], y: at[1]}]; }));
  const all = Object.values(places);
  const low = [Math.min(...all.map(p => p.x)) - 110, Math.min(...all.map(p => p.y)) - 60], high = [Math.max(...all.map(p => p.x)) + 110, Math.max(...all.map(p => p.y)) + 90];
  const w = high[0] - low[0], h = high[1] - low[1], size = 13;
  const root = svg('svg', {xmlns: SVG, viewBox: `${low[0]} ${low[1]} ${w} ${h}`, width: w, height: h, 'font-family': 'sans-serif', 'font-size': size});
  root.append(svg('title', {}, document.title), svg('rect', {x: low[0], y: low[1], width: w, height: h, fill: ink('ground')}));
  for (const e of shown.edges) {
    const look = EDGE_LOOKS[e.role], turned = ['issuer', 'initiator', 'agent'].includes(e.role);
    const a = places[turned ? e.to : e.from], b = places[turned ? e.from : e.to];
    const r = nodes[turned ? e.from : e.to].size + 3, d = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const [ux, uy] = [(b.x - a.x) / d, (b.y - a.y) / d], [tx, ty] = [b.x - ux * r, b.y - uy * r];
    root.append(svg('path', {d: `M${a.x} ${a.y}L${tx.toFixed(1)} ${ty.toFixed(1)}`, stroke: tone(look), 'stroke-width': edgeWidth(e), 'stroke-dasharray': look.dashes?.join(' ')}));
    if (look.arrow) root.append(svg('path', {d: `M${tx} ${ty}L${tx - ux * 8 - uy * 4} ${ty - uy * 8 + ux * 4}L${tx - ux * 8 + uy * 4} ${ty - uy * 8 - ux * 4}Z`, fill: tone(look)}));
  }
  for (const i of shown.ids) {
    const n = nodes[i], p = places[i], r = n.kind === 'Bundle' ? bundleSize(n) : n.size;
    const lines = captionOf(n);
    root.append(svg('g', {transform: `translate(${p.x} ${p.y})`}, svg('title', {}, plainSentence(n)),
      svg('path', {d: outline(LOOKS[n.cls].shape, r), fill: tone(LOOKS[n.cls]), stroke: rimOf(n.cls), 'stroke-width': 1.3}),
      n.kind === 'Bundle' ? svg('text', {'text-anchor': 'middle', dy: '0.35em', fill: ink_.onBundle, 'font-weight': 700, 'font-size': Math.round(r * 0.8)}, (n.shownDemands || n.demands).length) : null,
      shown.ids.size <= 400 ? lines.map((t, k) => svg('text', {y: r + size + k * size * 1.2, 'text-anchor': 'middle', fill: ink('ink'), stroke: ink('ground'), 'stroke-width': 3, 'paint-order': 'stroke'}, t)) : null));
  }
  return {text: new XMLSerializer().serializeToString(root), width: w, height: h};
}

function flowSvg(flow) {
  const copy_ = flow.cloneNode(true);
  const [, , w, h] = flow.getAttribute('viewBox').split(' ').map(Number);
  copy_.setAttribute('width', w);
  copy_.setAttribute('height', h);
  copy_.setAttribute('xmlns', SVG);
  const from = flow.querySelectorAll('rect, path, text, tspan'), to = copy_.querySelectorAll('rect, path, text, tspan');
  from.forEach((node, i) => {
    const style = getComputedStyle(node);
    for (const name of ['fill', 'fill-opacity', 'stroke', 'font-family', 'font-size', 'font-weight', 'text-anchor']) to[i].setAttribute(name, style.getPropertyValue(name));
  });
  for (const node of copy_.querySelectorAll('*')) for (const a of [...node.attributes]) if (/^(class|tabindex|role|aria-|data-)/.test(a.name)) node.removeAttribute(a.name);
  copy_.prepend(svg('rect', {x: 0, y: -40, width: w, height: h, fill: ink('ground')}));
  return {text: new XMLSerializer().serializeToString(copy_), width: w, height: h};
}
