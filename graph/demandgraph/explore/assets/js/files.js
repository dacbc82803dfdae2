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

// Where a node or an edge is found: each document with the first words there that say so.
function sourcesOf(x) {
  if (x.kind === 'Document') return [[x, null]];
  const quotes = (x.via ? x.via.flatMap(i => evidenceOf(nodes[i])) : evidenceOf(x)).map(e => e[0]);
  const docs = x.via ? [...new Set(x.via.flatMap(i => documentsOf(nodes[i])))] : documentsOf(x);
  return docs.map(d => [nodes[d], quotes.find(q => q.doc === d)]);
}

function citation(x) {
  const cite = d => `${d.facts.publisher ? plain(d.facts.publisher) + ', ' : ''}“${plain(d.label)}”${d.dates[0] ? ', ' + dateName(d.dates[0]) : ''}${/^https?:/.test(d.facts.source || '') ? `, ${d.facts.source}` : d.facts.file ? ` (${plain(d.facts.file)})` : ''}`;
  if (x.kind === 'Document') return cite(x) + '.';
  const found = sourcesOf(x).map(([d, q]) => cite(d) + (q ? `: “${plain(wordsOf(q))}” (characters ${q.begin}–${q.end})` : ''));
  if (!x.via && isActor(x)) return `${plain(x.label)}, named in: ${found.slice(0, 20).join('; ')}.`;
  return `${x.via ? edgeSentence(x) + '.' : plainSentence(x)}${found.length ? ` In: ${found.join('; ')}.` : ''}`;
}

function bibtex(x) {
  const safe = text => plain(text).replace(/[\\{}]/g, '').replace(/[&%$#_]/g, m => `\\${m}`).replace(/~/g, '\\textasciitilde{}').replace(/\^/g, '\\textasciicircum{}');
  return sourcesOf(x).map(([d, q]) => {
    const key = (d.key.split('/').pop() || 'document').replace(/[^A-Za-z0-9-]/g, '') || 'document';
    const [year, month, day] = (d.dates[0] || '').split('-');
    const rows = [['title', d.label], ['author', d.facts.publisher && `{${safe(d.facts.publisher)}}`, true], ['year', year], ['month', month], ['day', day],
      ['url', /^https?:/.test(d.facts.source || '') ? d.facts.source.replace(/[{}\\]/g, encodeURIComponent) : '', true], ['note', q ? `“${wordsOf(q)}”` : '']].filter(r => r[1]);
    return `@misc{${key},\n${rows.map(([k, v, raw]) => `  ${k} = {${raw ? v : safe(v)}}`).join(',\n')}\n}`;
  }).join('\n\n');
}

// A picture of the view that is shown; of the network what is in the window, or the selection with what it touches.
function savePng() {
  const name = `${state.view}.png`;
  if (state.view === 'network' && net && !lit) {
    const from = net.canvas.frame.canvas;
    const to = el('canvas', {width: from.width, height: from.height});
    const ctx = to.getContext('2d');
    ctx.fillStyle = ink('ground');
    ctx.fillRect(0, 0, to.width, to.height);
    ctx.drawImage(from, 0, 0);
    to.toBlob(blob => save(name, blob));
    return;
  }
  const made = svgText();
  if (!made) { toast('There is no picture to save here'); return; }
  const {text, width: w, height: h} = made, scale = Math.min(2, 16000 / Math.max(w, h), Math.sqrt(64e6 / (w * h)));  // what browsers can paint
  const image = new Image();
  const url = URL.createObjectURL(new Blob([text], {type: 'image/svg+xml;charset=utf-8'}));
  image.onload = () => {
    const to = el('canvas', {width: Math.round(w * scale), height: Math.round(h * scale)});
    to.getContext('2d').drawImage(image, 0, 0, to.width, to.height);
    URL.revokeObjectURL(url);
    to.toBlob(blob => save(name, blob));
  };
  image.onerror = () => { URL.revokeObjectURL(url); toast('The picture could not be made'); };
  image.src = url;
}

function saveSvg() {
  const made = svgText();
  if (made) save(`${state.view}.svg`, made.text, 'image/svg+xml;charset=utf-8');
  else toast('There is no picture to save here');
}
