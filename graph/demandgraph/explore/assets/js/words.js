// What things are called, and what they say in a sentence.

// Names come from data and from the address: none may find what every object has.
const bare = object => Object.assign(Object.create(null), object);
const CLASS_NAMES = bare({
  Person: ['Person', 'People'], Country: ['Country', 'Countries'], Institution: ['Institution', 'Institutions'],
  Organization: ['Organisation', 'Organisations'], Group: ['Group', 'Groups'], Demand: ['Demand', 'Demands'],
  SharedDemand: ['Shared demand', 'Shared demands'], Event: ['Event', 'Events'], Figure: ['Figure', 'Figures'],
  Affiliation: ['Affiliation', 'Affiliations'], Document: ['Document', 'Documents'], Bundle: ['Demands', 'Demands'],
});
const KIND_NAMES = bare({LegalAction: 'Legal action', Other: 'Event', PressRelease: 'Press release', NewsReport: 'News report'});
const FORCE_VERBS = bare({demand: 'demands', urge: 'urges', call: 'calls for', request: 'requests', recommend: 'recommends'});
const FORCE_WHOM = bare({demand: w => ['demands of ', w], urge: w => ['urges ', w], call: w => ['calls on ', w],
  request: w => ['requests ', w], recommend: w => ['recommends to ', w]});
const ROLE_NAMES = {
  issuer: 'asks', addressee: 'is asked', beneficiary: 'would benefit', initiator: 'brought it in', statedIn: 'stated in',
  madeAt: 'made at', expresses: 'is one of', restates: 'repeats', describedIn: 'told in', agent: 'takes part',
  recipient: 'is affected', narrows: 'is part of', figure: 'counts', partOf: 'is part of', affiliation: 'belongs to',
};

const EVENT_TO = bare({Adoption: 'concerning', Meeting: 'with', Demonstration: 'concerning', Repression: 'of', Violence: 'against', LegalAction: 'concerning', Review: 'of',
  Report: 'on', Sanction: 'on', Release: 'of', Statement: 'to', Condemnation: 'of', Support: 'for'});

const kindName = n => n.cls === 'Event' ? KIND_NAMES[n.kind] || n.kind : CLASS_NAMES[n.cls][0];
const conceptName = (scheme, name) => capital(RAW.concepts[scheme][name]?.[0] || String(name || 'other').replace(/-/g, ' '));
const topicName = t => t && t !== 'other' ? conceptName('topics', t) : 'Other matters';
const topicMeaning = t => RAW.concepts.topics[t]?.[1] || '';
const forceName = f => f ? conceptName('forces', f) : '';
const statusName = s => s ? conceptName('statuses', s) : '';
const documentKind = n => n.facts.kind ? KIND_NAMES[n.facts.kind] || n.facts.kind : '';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
function dateName(date, short) {
  const [y, m, d] = (date || '').split('-');
  if (!m || !MONTHS[m - 1]) return y || '';
  const month = short ? MONTHS[m - 1].slice(0, 3) : MONTHS[m - 1];
  return d ? `${Number(d)} ${month} ${y}` : `${month} ${y}`;
}

// A short name for a node: what its label in the picture says.
function nameOf(n) {
  if (n.kind === 'Bundle') return n.one ? nameOf(n.one) : topicName(n.facts.topic);
  if (n.cls === 'Event') return kindName(n);
  return plain(n.label) || n.key;
}

// The two lines beside a node in the picture; of a bundle three.
function captionOf(n) {
  if (n.kind === 'Bundle') return [...twoLines(nameOf(n)), n.one ? `shared: ${many((n.shownDemands || n.demands).length, 'wording')}` : many((n.shownDemands || n.demands).length, 'demand')];
  if (n.cls === 'Event') {
    if (n.kind === 'Other') return twoLines(plain(n.label));
    const place = n.facts.place ? plain(n.facts.place) : '';
    const more = [dateName(dateOf(n), true), place].filter(Boolean).join(', ') || cut(n.label, 24);
    return [kindName(n), cut(more, 26)];
  }
  const lines = twoLines(nameOf(n));
  if (n.kind !== 'Document' || !n.facts.file) return lines;
  if (!titles) titles = new Map(tally(documents.map(d => twoLines(nameOf(d)).join(' '))));
  return titles.get(lines.join(' ')) > 1 ? [cut(lines[0], 22), cut(n.facts.file, 24)] : lines;  // titles that begin alike
}
let titles = null;

// The title of a document for a narrow place: two lines, the second its file where other titles begin alike.
function sourceLines(d) {
  if (!alike) alike = new Map(tally(documents.map(startOf)));
  return alike.get(startOf(d)) > 1 && d.facts.file ? [cut(d.label, 60), plain(d.facts.file)] : [plain(d.label)];
}
const startOf = d => d.label.slice(0, 60).replace(/\W/g, '').slice(0, 40);
let alike = null;

function twoLines(text) {
  if (text.length <= 18) return [text];
  if (!text.slice(0, 24).includes(' ')) return [cut(text, 24)];
  const middle = text.length <= 40 ? text.indexOf(' ', text.length / 2 - 1) : -1;
  const at = middle > 0 && middle <= 22 ? middle : text.lastIndexOf(' ', 22), first = text.slice(0, at > 5 ? at : 22);
  const rest = text.slice(first.length).trim();
  return rest ? [first, cut(rest, 22)] : [first];
}

// Names of several actors as links: A, B and C.
function namesOf(ids, link) {
  const parts = [];
  ids.forEach((id, at) => {
    if (at) parts.push(at === ids.length - 1 ? ' and ' : ', ');
    parts.push(link(nodes[id]));
  });
  return parts;
}

// The sentence for a node, as parts (texts and links). `link` turns a node into something to show.
function sentenceOf(n, link) {
  const named = (role, side) => namesOf((side === 'into' ? n.into : n.out)[role] || [], link);
  if (n.kind === 'Demand') {
    const who = named('issuer'), whom = named('addressee'), force = n.facts.force || 'call';
    const head = who.length ? who : ['Somebody'];
    const issuers = linked(n, 'issuer');
    const verb = plural(issuers.length > 1 || issuers.length && nodes[issuers[0]].cls === 'Group' && /s$/.test(nodes[issuers[0]].label) ? 2 : 1, force);
    const middle = whom.length ? [' ', ...verb.whom(whom), ': '] : [` ${verb.alone}: `];
    const tail = [];
    if (linked(n, 'beneficiary').length) tail.push(' For ', ...named('beneficiary'), '.');
    if (linked(n, 'initiator').length) tail.push(' Brought in by ', ...named('initiator'), '.');
    return [...head, ...middle, '“', quoted(plain(n.label), {class: 'act'}), '”.', ...tail];
  }
  if (n.kind === 'SharedDemand' || n.kind === 'Bundle') {
    const members = n.shownDemands || n.demands || linking(n, 'expresses');
    const who = tally(members.flatMap(d => linked(nodes[d], 'issuer'))).map(c => c[0]);
    const whom = tally(members.flatMap(d => linked(nodes[d], 'addressee'))).map(c => c[0]);
    const parts = [`${many(members.length, 'demand')} in ${many(documentsOf(n).length, 'document')} on `, el('strong', {}, topicName(n.facts.topic || nodes[members[0]]?.facts.topic))];
    if (who.length) parts.push(', by ', ...few(who, link));
    if (whom.length) parts.push(', made of ', ...few(whom, link));
    return [...parts, '.'];
  }
  if (n.cls === 'Event') {
    const parts = [el('strong', {}, kindName(n))];
    if (linked(n, 'agent').length) parts.push(' by ', ...few(linked(n, 'agent'), link));
    if (linked(n, 'recipient').length) parts.push(linked(n, 'agent').length ? ', ' : ' ', EVENT_TO[n.kind] || 'with', ' ', ...few(linked(n, 'recipient'), link));
    if (n.facts.place) parts.push(', in ', quoted(plain(n.facts.place)));
    if (n.dates[0]) parts.push(`, ${dateName(n.dates[0])}`);
    return [...parts, '.'];
  }
  if (n.kind === 'Affiliation') {
    const who = named('member'), body = named('organization');
    return [...who, n.facts.role ? [': ', quoted(plain(n.facts.role), {class: 'act'}), ', '] : ' belongs to ', ...body, '.'];
  }
  if (n.kind === 'Figure') return ['A count: ', el('strong', {}, quoted(plain(n.label))), '.'];
  if (n.kind === 'Document') {
    const parts = [documentKind(n) || 'Document'];
    if (n.facts.publisher) parts.push(' published by ', quoted(plain(n.facts.publisher)));
    if (n.dates[0]) parts.push(`, ${dateName(n.dates[0])}`);
    parts.push(`. It states ${many(linking(n, 'statedIn').length, 'demand')} and tells of ${many(linking(n, 'describedIn').length, 'event')}.`);
    return parts;
  }
  const asks = linking(n, 'issuer').length, asked = linking(n, 'addressee').length;
  const told = linking(n, 'agent').length + linking(n, 'recipient').length;
  const parts = [`Named in ${many(documentsOf(n).length, 'document')}.`];
  if (asks) parts.push(` Makes ${many(asks, 'demand')}.`);
  if (asked) parts.push(` ${many(asked, 'demand')} ${asked === 1 ? 'is' : 'are'} made of it.`);
  if (told) parts.push(` Takes part in ${many(told, 'event')}.`);
  if (linked(n, 'partOf').length) parts.push(' Part of ', ...named('partOf'), '.');
  if (n.held?.length && state.view === 'network') parts.push(` Drawn together with ${many(n.held.length, 'organ')} of it.`);
  return parts;
}

function few(ids, link, limit = 3) {
  return ids.length <= limit ? namesOf(ids, link) : [...ids.slice(0, limit).flatMap((id, at) => [at ? ', ' : '', link(nodes[id])]), ` and ${ids.length - limit} more`];
}

function plural(count, force) {
  if (count <= 1) return {alone: FORCE_VERBS[force] || 'asks', whom: FORCE_WHOM[force] || (w => ['asks ', w])};
  const bare = {demand: 'demand', urge: 'urge', call: 'call for', request: 'request', recommend: 'recommend'}[force] || 'ask';
  const before = {demand: 'demand of ', urge: 'urge ', call: 'call on ', request: 'request ', recommend: 'recommend to '}[force] || 'ask ';
  return {alone: bare, whom: w => [before, ...w]};
}

// The same sentence as one plain text, for tips, the screen reader and exports.
function plainSentence(n) {
  return sentenceOf(n, m => cut(nameOf(m), 60)).flat(4).map(part => part instanceof Node ? part.textContent : part).join('');
}

// 0..1 as a word that a reader can use.
function sureness(confidence) {
  const c = Number(confidence);
  if (!confidence || Number.isNaN(c)) return '';
  return `${c >= 0.85 ? 'very likely right' : c >= 0.65 ? 'likely right' : c >= 0.45 ? 'uncertain' : 'doubtful'} (${c.toFixed(2)})`;
}
// Who found a thing: rules/CLASS/NAME or llm/MODEL.
function finder(rule) {
  const [kind, ...rest] = rule.split('/');
  if (kind === 'llm') return `found by the language model ${plain(rest.join('/'))}`;
  return `found by the rule “${plain(kind === 'rules' ? rest.slice(-1)[0] || rule : rule).replace(/-/g, ' ')}”`;
}
