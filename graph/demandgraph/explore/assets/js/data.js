// The graph as Python wrote it, unpacked into objects that refer to each other by number.

const RAW = JSON.parse($('data').textContent);
// Looked up by names from the data and the address: none may find what every object has.
for (const scheme of Object.values(RAW.concepts)) Object.setPrototypeOf(scheme, null);
const ACTORS = new Set(RAW.actors);
const CLASSES = ['Person', 'Country', 'Institution', 'Organization', 'Group', 'Demand', 'SharedDemand', 'Event', 'Figure',
  'Affiliation', 'Document'];

const nodes = RAW.nodes.map(([kind, iri, label, names, quotes, dates, facts], id) => ({
  id, kind: RAW.kinds[kind], cls: RAW.classes[kind], iri: RAW.base + iri, key: iri, label, names, dates, facts,
  quotes: Array.from({length: quotes.length / 3}, (_, i) => ({doc: quotes[3 * i], begin: quotes[3 * i + 1], end: quotes[3 * i + 2]})),
  out: {}, into: {}, text: RAW.texts[id],
}));
const edges = [];
for (let i = 0; i < RAW.edges.length; i += 3) {
  const edge = {from: RAW.edges[i], to: RAW.edges[i + 1], role: RAW.roles[RAW.edges[i + 2]]};
  edges.push(edge);
  (nodes[edge.from].out[edge.role] ||= []).push(edge.to);
  (nodes[edge.to].into[edge.role] ||= []).push(edge.from);
}
RAW.bundles.forEach(([topic, demands, issuers, addressees, one]) => {
  const id = nodes.length;
  nodes.push({id, kind: 'Bundle', cls: 'Bundle', iri: '', key: `bundle:${nodes[demands[0]].key}`, label: '', names: [], dates: [],
    facts: {topic}, quotes: [], out: {}, into: {}, demands, issuers, addressees, one: nodes[one]});
  for (const d of demands) nodes[d].bundle = id;
  if (one >= 0) nodes[one].bundle = id;  // the wordings of a shared demand stand for it, and it for them
});
RAW.vis.forEach(([x, y, size, ox, oy], id) => Object.assign(nodes[id], {x, y, size, ox, oy}));
const rank = new Map(RAW.order.map((id, at) => [id, at]));
const byKey = new Map(nodes.map(n => [n.key, n]));

const isActor = n => ACTORS.has(n.cls);
const linked = (n, role) => n.out[role] || [];
const linking = (n, role) => n.into[role] || [];

// The body that an organ is part of, if the graph has it.
const above = n => isActor(n) ? linked(n, 'partOf').find(i => isActor(nodes[i])) : undefined;

const demands = nodes.filter(n => n.kind === 'Demand');
const events = nodes.filter(n => n.cls === 'Event');
const actors = nodes.filter(isActor);
const documents = nodes.filter(n => n.kind === 'Document');
const affiliations = nodes.filter(n => n.kind === 'Affiliation');
const figures = nodes.filter(n => n.kind === 'Figure');
const shared = nodes.filter(n => n.kind === 'SharedDemand');
const bundled = nodes.filter(n => n.kind === 'Bundle');

// The documents that something stands in.
function documentsOf(n) {
  if (n.docs) return n.docs;
  const own = n.kind === 'Document' ? [n.id] : [...linked(n, 'statedIn'), ...linked(n, 'describedIn')];
  if (n.kind === 'SharedDemand') for (const d of linking(n, 'expresses')) own.push(...documentsOf(nodes[d]));
  if (n.kind === 'Bundle') for (const d of n.demands) own.push(...documentsOf(nodes[d]));
  if (!own.length) for (const q of n.quotes) own.push(q.doc);
  return n.docs = [...new Set(own)];
}

// The date of a thing: its own; else, of a demand, that of the event at which it was made; else its document's.
function dateOf(n) {
  if (n.when !== undefined) return n.when;
  let date = n.dates[0] || '';
  if (!date && n.kind === 'Demand') {
    date = linked(n, 'madeAt').map(e => nodes[e].dates[0] || '').find(Boolean) || '';
    date ||= documentsOf(n).map(d => nodes[d].dates[0] || '').find(Boolean) || '';
  }
  if (!date && n.kind === 'Figure') date = linking(n, 'figure').map(e => nodes[e].dates[0] || '').find(Boolean) || '';
  if (!date && (n.kind === 'SharedDemand' || n.kind === 'Bundle')) {
    date = (n.demands || linking(n, 'expresses')).map(d => dateOf(nodes[d])).filter(Boolean).sort()[0] || '';
  }
  return n.when = date;
}

// In how many documents the same thing is said.
function supportOf(n) {
  if (n.support !== undefined) return n.support;
  let docs = documentsOf(n);
  if (n.kind === 'Demand') {
    docs = [...new Set([...docs, ...linked(n, 'expresses').flatMap(s => documentsOf(nodes[s]))])];
  }
  return n.support = docs.length;
}

// A document's text, addressed in code points as the graph does; most texts need no counting.
function slice(doc, begin, end) {
  const d = nodes[doc];
  const text = d.text || '';
  if (d.astral === undefined) d.astral = /[\ud800-\udfff]/.test(text) ? Array.from(text) : null;
  return d.astral ? d.astral.slice(begin, end).join('') : text.slice(begin, end);
}
const textLength = doc => { slice(doc, 0, 0); return (nodes[doc].astral || nodes[doc].text || '').length; };
const wordsOf = q => slice(q.doc, q.begin, q.end);

// Affiliations are drawn as edges from the person to the organisation.
for (const a of affiliations) {
  const person = linked(a, 'member')[0], body = linked(a, 'organization')[0];
  if (person !== undefined && body !== undefined) a.ends = [person, body];
}
