// Quotes in their context: the words that say so, marked in the sentences around them.

const AROUND = 170;

// One quote with what stands before and after it, its document, date, rule and confidence.
function quoteBlock(q, n, more) {
  const doc = nodes[q.doc];
  const length = textLength(q.doc);
  const begin = Math.max(0, q.begin - AROUND), end = Math.min(length, q.end + AROUND);
  let before = slice(q.doc, begin, q.begin), after = slice(q.doc, q.end, end);
  if (begin > 0) before = '…' + before.slice(Math.max(0, before.search(/\s/) + 1));
  if (end < length) after = after.slice(0, Math.max(0, after.search(/\s\S*$/))) + ' …';
  const inner = actionIn(q, n);
  return el('figure', {class: 'quote'},
    el('blockquote', {dir: 'auto'}, el('span', {class: 'around'}, before), el('mark', {class: `m-${n.cls}`}, inner), el('span', {class: 'around'}, after)),
    el('figcaption', {},
      button([symbol('Document', 14), quoted(cut(doc.label, 90))], () => openReader(doc, q, n), {class: 'link source', title: 'Read it in the document'}),
      doc.dates[0] ? el('span', {class: 'date'}, dateName(doc.dates[0])) : null,
      more));
}

// The action of a demand stands out within the sentence that states it.
function actionIn(q, n) {
  const text = wordsOf(q);
  const at = n.kind === 'Demand' ? text.indexOf(n.label) : -1;
  if (at < 0 || n.label.length === text.length) return [text];
  return [text.slice(0, at), el('strong', {}, n.label), text.slice(at + n.label.length)];
}

function evidenceOf(n) {
  if (n.kind === 'Bundle') return n.demands.flatMap(d => nodes[d].quotes.map(q => [q, nodes[d]]));
  if (n.kind === 'SharedDemand') return linking(n, 'expresses').flatMap(d => nodes[d].quotes.map(q => [q, nodes[d]]));
  const quotes = [...n.quotes];
  // The words that hold the action come first, the lead-in that governs them after.
  if (n.kind === 'Demand') quotes.sort((a, b) => wordsOf(b).includes(n.label) - wordsOf(a).includes(n.label) || a.begin - b.begin);
  return quotes.map(q => [q, n]);
}

// How a finding was made, in small print.
function madeBy(n) {
  const parts = [];
  if (n.facts.confidence) parts.push(el('span', {class: 'sure'}, sureness(n.facts.confidence)));
  if (n.facts.rule) parts.push(el('span', {class: 'rule', title: n.facts.rule}, cut(finder(n.facts.rule), 120)));
  return parts.length ? el('p', {class: 'madeby'}, parts.flatMap((x, i) => i ? [' · ', x] : [x])) : null;
}
