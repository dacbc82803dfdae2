// The statements about a thing, in the terms of the graph contract: what is copied here stands so in the graph.

const PREFIXES = {
  dg: 'https://w3id.org/demandgraph/ontology#', dcterms: 'http://purl.org/dc/terms/', itsrdf: 'http://www.w3.org/2005/11/its/rdf#',
  nfo: 'http://www.semanticdesktop.org/ontologies/2007/03/22/nfo#', nif: 'http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#',
  org: 'http://www.w3.org/ns/org#', skos: 'http://www.w3.org/2004/02/skos/core#', xsd: 'http://www.w3.org/2001/XMLSchema#',
};

// What no IRI may hold (and what a sound graph never has in one) is written as percent codes, so that the text can be read again.
const iriText = iri => `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\\u2028\u2029\u202a-\u202e]/g, c => encodeURIComponent(c))}>`;
const literal = text => `"${text.replace(/[\\"\n\r\t\b\f]/g, c => ({'\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f'})[c])}"`;

function dateLiteral(date) {
  const kind = {10: 'date', 7: 'gYearMonth', 4: 'gYear'}[date.length];
  return kind ? `${literal(date)}^^xsd:${kind}` : literal(date);
}
const phraseIri = q => iriText(`${nodes[q.doc].iri}#char=${q.begin},${q.end}`);

function statements(n) {
  const rows = [['a', `dg:${n.kind}`]];
  const put = (term, object) => rows.push([term, object]);
  const f = n.facts;
  if (isActor(n)) {
    put('skos:prefLabel', literal(n.label));
    if (f.match) put('skos:exactMatch', iriText(f.match));
  }
  if (n.kind === 'Document') {
    if (f.file) put('nfo:fileName', literal(f.file));
  }
  if (n.kind === 'Demand') put('dg:action', literal(f.action || n.label));
  if (f.topic) put('dg:topic', iriText(`https://w3id.org/demandgraph/topic/${f.topic}`));
  if (f.force) put('dg:force', iriText(`https://w3id.org/demandgraph/force/${f.force}`));
  if (f.status) put('dg:status', iriText(`https://w3id.org/demandgraph/status/${f.status}`));
  if (n.dates[0]) put(n.kind === 'Document' ? 'dcterms:date' : 'dg:date', dateLiteral(n.dates[0]));
  if (f.unit) put('dg:unit', literal(f.unit));
  if (f.qualifier) put('dg:qualifier', literal(f.qualifier));
  if (f.role) put('dg:roleTitle', literal(f.role));
  if (f.rule) put('dg:foundBy', literal(f.rule));
  for (const [role, ids] of Object.entries(n.out)) {
    const term = role === 'member' || role === 'organization' ? `org:${role}` : `dg:${role}`;
    for (const i of ids) put(term, iriText(nodes[i].iri));
  }
  if (!isActor(n)) for (const q of n.quotes) put('dg:evidence', phraseIri(q));
  return rows;
}

function phraseStatements(q, n) {
  const rows = [['a', 'nif:Phrase'], ['nif:referenceContext', iriText(nodes[q.doc].iri)], ['nif:anchorOf', literal(wordsOf(q))]];
  if (isActor(n)) rows.push(['itsrdf:taIdentRef', iriText(n.iri)]);
  return rows;
}

// Turtle of a node or of several, with the phrases that say so and the names of what they speak of.
function turtle(...list) {
  const blocks = new Map();
  const block = (subject, rows) => blocks.set(subject, `${subject} ${rows.map(([p, o]) => `${p} ${o}`).join(' ;\n    ')} .`);
  for (const n of list.filter(m => m.kind !== 'Bundle')) {
    block(iriText(n.iri), statements(n));
    for (const q of n.quotes) block(phraseIri(q), phraseStatements(q, n));
    for (const i of Object.values(n.out).flat()) {
      const other = nodes[i], subject = iriText(other.iri);
      if (!blocks.has(subject) && isActor(other)) block(subject, [['a', `dg:${other.kind}`], ['skos:prefLabel', literal(other.label)]]);
    }
  }
  const body = [...blocks.values()].join('\n\n');
  const head = Object.entries(PREFIXES).filter(([p]) => body.includes(`${p}:`)).map(([p, iri]) => `@prefix ${p}: <${iri}> .`).join('\n');
  return `${head}\n\n${body}\n`;
}

function saveTurtle() {
  const p = passing();
  save('selection.ttl', turtle(...[...p.pass].map(i => nodes[i])), 'text/turtle;charset=utf-8');
}
