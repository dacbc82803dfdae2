// A whole document with all its findings marked; each mark leads to what was found there.

function openReader(doc, quote, finding) {
  const box = $('reader');
  const marks = marksOf(doc.id);
  const off = new Set(openReader.off || ['Actor']);
  const body = el('div', {class: 'readertext', dir: 'auto', tabindex: 0, role: 'document', 'aria-label': 'Text of the document'});
  const paint = () => {
    const active = marks.filter(m => !off.has(group(m.n)) || m.n === finding);
    empty(body, annotated(doc.id, active, quote, finding));
  };
  const group = n => isActor(n) ? 'Actor' : n.cls;
  const counts = new Map(tally(marks.map(m => group(m.n))));
  const names = {Demand: 'Demands', Event: 'Events', Figure: 'Figures', Affiliation: 'Affiliations', Actor: 'Actors'};
  const kinds = Object.keys(names).filter(k => counts.get(k));
  empty(box,
    el('div', {class: 'readerhead'},
      el('div', {}, el('h2', {}, quoted(plain(doc.label))), el('p', {class: 'sub'}, [doc.facts.publisher, dateName(doc.dates[0]), doc.facts.file].filter(Boolean).map(plain).join(' · '))),
      button('×', () => box.close(), {class: 'close', 'aria-label': 'Close the document'})),
    el('div', {class: 'readertools', role: 'group', 'aria-label': 'What is marked'}, kinds.map(k => el('label', {class: `check tool-${k}`},
      el('input', {type: 'checkbox', checked: !off.has(k), onchange: e => { e.target.checked ? off.delete(k) : off.add(k); openReader.off = off; paint(); }}),
      el('mark', {class: `m-${k}`}, `${names[k]} (${counts.get(k)})`)))),
    body);
  paint();
  if (!box.open) box.showModal();
  (box.querySelector('.here') || body).scrollIntoView({block: quote ? 'center' : 'start'});
  if (!quote) body.scrollTop = 0;
  body.focus({preventScroll: true});
}

let marksByDocument = null;
function marksOf(doc) {
  if (!marksByDocument) {
    marksByDocument = new Map();
    for (const n of nodes) for (const q of n.quotes) (marksByDocument.get(q.doc) || marksByDocument.set(q.doc, []).get(q.doc)).push({...q, n});
  }
  return marksByDocument.get(doc) || [];
}

// The text in pieces, each with the findings that cover it; the narrowest gives the colour.
function annotated(doc, marks, quote, finding) {
  const edges_ = new Set([0, textLength(doc)]);
  for (const m of marks) { edges_.add(m.begin); edges_.add(m.end); }
  if (quote) { edges_.add(quote.begin); edges_.add(quote.end); }
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
    const all = [...new Set(open.map(m => m.n))];
    parts.push(el('mark', {class: `m-${isActor(top) ? 'Actor' : top.cls}${here ? ' here' : ''}`, tabindex: -1, title: all.slice(0, 4).map(m => cut(plainSentence(m), 160)).join('\n'),
      onclick: () => { $('reader').close(); pick(top); }}, text));
  }
  return parts;
}
