// A whole document with all its findings marked; each mark leads to what was found there.

const PIECE = 12000;  // code points of a document that are marked at once

function openReader(doc, quote, finding) {
  const box = $('reader');
  const marks = marksOf(doc.id);
  const off = new Set(openReader.off || ['Actor']);
  const body = el('div', {class: 'readertext', dir: 'auto', tabindex: 0, role: 'document', 'aria-label': 'Text of the document'});
  const group = n => isActor(n) ? 'Actor' : n.cls;
  // The whole text stands there at once, to be searched; a piece gets its marks when it comes near the window.
  const pieces = piecesOf(doc.id).map(([begin, end]) => ({begin, end, marks: marks.filter(m => m.begin < end && m.end > begin), node: el('div', {class: 'piece'})}));
  const paint = piece => {
    piece.painted = true;
    const active = piece.marks.filter(m => !off.has(group(m.n)) || m.n === finding);
    empty(piece.node, annotated(doc.id, piece.begin, piece.end, active, quote, finding));
  };
  const plainly = piece => { piece.painted = false; empty(piece.node, slice(doc.id, piece.begin, piece.end)); };
  openReader.near?.disconnect();
  const near = openReader.near = new IntersectionObserver(seen => { for (const x of seen) if (x.isIntersecting) { const piece = pieces.find(p => p.node === x.target); if (!piece.painted) paint(piece); } }, {root: body, rootMargin: '1200px 0px'});
  const here = quote ? pieces.find(p => quote.begin < p.end) : pieces[0];
  const all = () => { for (const piece of pieces) { if (piece === here || piece.painted) paint(piece); else plainly(piece); near.observe(piece.node); } };
  const counts = new Map(tally(marks.map(m => group(m.n))));
  const names = {Demand: 'Demands', Event: 'Events', Figure: 'Figures', Affiliation: 'Affiliations', Actor: 'Actors'};
  const kinds = Object.keys(names).filter(k => counts.get(k));
  empty(body, pieces.map(p => p.node));
  all();
  body.addEventListener('click', e => { const at = e.target.closest?.('mark'); if (at?.finding) { box.close(); pick(at.finding); } });
  body.addEventListener('mouseover', e => { const at = e.target.closest?.('mark'); if (at?.all && !at.title) at.title = at.all.slice(0, 4).map(m => cut(plainSentence(m), 160)).join('\n'); });
  body.addEventListener('keydown', e => readerKey(e, body, pieces, paint));
  empty(box,
    el('div', {class: 'readerhead'},
      el('div', {}, el('h2', {}, quoted(plain(doc.label))), el('p', {class: 'sub'}, [doc.facts.publisher, dateName(doc.dates[0]), doc.facts.file].filter(Boolean).map(plain).join(' · '))),
      button('×', () => box.close(), {class: 'close', 'aria-label': 'Close the document'})),
    el('div', {class: 'readertools', role: 'group', 'aria-label': 'What is marked'}, kinds.map(k => el('label', {class: `check tool-${k}`},
      el('input', {type: 'checkbox', checked: !off.has(k), onchange: e => { e.target.checked ? off.delete(k) : off.add(k); openReader.off = off; for (const p of pieces) if (p.painted) paint(p); }}),
      el('mark', {class: `m-${k}`}, `${names[k]} (${counts.get(k)})`))), el('span', {class: 'hint'}, 'n and p go from mark to mark, Enter opens one')),
    body);
  if (!box.open) box.showModal();
  (box.querySelector('.here') || body).scrollIntoView({block: quote ? 'center' : 'start'});
  if (!quote) body.scrollTop = 0;
  (box.querySelector('.here') || body).focus({preventScroll: true});
}

// n and p: the next and the previous mark; Enter: the evidence of the one in focus.
function readerKey(event, body, pieces, paint) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const at = document.activeElement.closest('mark'), way = {n: 1, p: -1}[event.key];
  if (event.key === 'Enter' && at?.finding) { event.preventDefault(); $('reader').close(); pick(at.finding); return; }
  if (!way) return;
  event.preventDefault();
  let k = at ? pieces.findIndex(p => p.node.contains(at)) : pieces.findIndex(p => p.node.getBoundingClientRect().bottom > body.getBoundingClientRect().top);
  for (let from = at; k >= 0 && k < pieces.length; k += way, from = null) {
    if (!pieces[k].painted && pieces[k].marks.length) paint(pieces[k]);
    const list = [...pieces[k].node.querySelectorAll('mark')], i = from ? list.indexOf(from) : way > 0 ? -1 : list.length;
    const next = list[i + way];
    if (!next) continue;
    next.focus();
    next.scrollIntoView({block: 'nearest'});
    announce(plainSentence(next.finding));
    return;
  }
}

// Where a document's text is divided: at the ends of paragraphs, if there are any near.
function piecesOf(doc) {
  const length = textLength(doc), found = [];
  for (let begin = 0; begin < length;) {
    let end = Math.min(length, begin + PIECE);
    if (end < length) {
      const ahead = slice(doc, end, Math.min(length, end + 4000)), line = ahead.indexOf('\n');
      end += line >= 0 ? Array.from(ahead.slice(0, line + 1)).length : 0;
    }
    found.push([begin, end]);
    begin = end;
  }
  return found.length ? found : [[0, 0]];
}

let marksByDocument = null;
function marksOf(doc) {
  if (!marksByDocument) {
    marksByDocument = new Map();
    for (const n of nodes) for (const q of n.quotes) (marksByDocument.get(q.doc) || marksByDocument.set(q.doc, []).get(q.doc)).push({...q, n});
  }
  return marksByDocument.get(doc) || [];
}

// A stretch of the text in parts, each with the findings that cover it; the narrowest gives the colour.
function annotated(doc, first, last, marks, quote, finding) {
  const inside = i => Math.min(last, Math.max(first, i));
  const edges_ = new Set([first, last]);
  for (const m of marks) { edges_.add(inside(m.begin)); edges_.add(inside(m.end)); }
  if (quote) { edges_.add(inside(quote.begin)); edges_.add(inside(quote.end)); }
  const cuts = [...edges_].sort((a, b) => a - b);
  const starts = [...marks].sort((a, b) => a.begin - b.begin);
  const parts = [];
  let open = [], next = 0;
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [begin, end] = [cuts[i], cuts[i + 1]];
    while (next < starts.length && starts[next].begin <= begin) open.push(starts[next++]);
    open = open.filter(m => m.end > begin);
    const text = slice(doc, begin, end);
    const here = quote && begin >= quote.begin && end <= quote.end;
    if (!open.length && !here) { parts.push(text); continue; }
    const top = [...open].sort((a, b) => (a.end - a.begin) - (b.end - b.begin))[0]?.n || finding;
    const mark = el('mark', {class: `m-${isActor(top) ? 'Actor' : top.cls}${here ? ' here' : ''}`, tabindex: -1}, text);
    mark.finding = top;
    mark.all = [...new Set(open.map(m => m.n))];
    parts.push(mark);
  }
  return parts;
}
