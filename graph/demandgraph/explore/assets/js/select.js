// Which findings pass the filters, and which part of the graph is drawn for them.

const LIMIT = 150;      // up to so many nodes everything that passes is drawn
const FIRST = 40;       // nodes of the first look, as in network.py; a small window shows fewer
const first = () => innerWidth < 640 ? 16 : innerWidth * innerHeight < 9.5e5 ? 28 : FIRST;


const words = text => text.toLocaleLowerCase('en').split(/\s+/).filter(Boolean);

function searchable(n) {
  if (n.haystack === undefined) {
    const ends = ['issuer', 'addressee', 'agent', 'recipient', 'member', 'organization', 'initiator'].flatMap(r => linked(n, r));
    const own = [n.label, ...n.names, n.facts.place || '', n.facts.publisher || '', n.cls === 'Event' ? kindName(n) : '',
      n.kind === 'Demand' ? topicName(n.facts.topic) : '', ...ends.map(i => nodes[i].label)];
    if (n.kind !== 'Document' && !isActor(n)) for (const q of n.quotes) own.push(wordsOf(q));
    n.haystack = own.join('\n').toLocaleLowerCase('en');
  }
  return n.haystack;
}

// Dates of any precision compare as texts: a month reaches over all of its days.
const within = (date, from, to) => (!from || date.padEnd(10, '~') >= from) && (!to || date.slice(0, to.length) <= to);

const NOBODY = 'none';  // in the address: demands that name no issuer, or no addressee
let cache = null;

// The findings and actors that pass, as sets of numbers; computed once a state.
function passing() {
  const mark = stateText();
  if (cache && cache.mark === mark) return cache;
  const s = state;
  const terms = words(s.q);
  const keys = set => set.size ? new Set([...set].map(k => k === NOBODY ? -1 : byKey.get(k)?.id).filter(i => i !== undefined)) : null;
  const docs = keys(s.doc), issuers = keys(s.issuer), addressees = keys(s.addressee), hidden = keys(s.hide);
  const asksDemands = s.topic.size || s.force.size || issuers || addressees;
  const on = n => !s.off.has(n.cls) && !(hidden && hidden.has(n.id));
  const some = (ids, set) => !set || ids.some(i => set.has(i)) || !ids.length && set.has(-1);
  const common = n => on(n) && some(documentsOf(n), docs) && terms.every(t => searchable(n).includes(t))
    && (!(s.from || s.to) || (dateOf(n) && within(dateOf(n), s.from, s.to)));
  const pass = new Set();
  const demand = demands.filter(n => common(n) && (!s.topic.size || s.topic.has(n.facts.topic || 'other'))
    && (!s.force.size || s.force.has(n.facts.force)) && some(linked(n, 'issuer'), issuers)
    && some(linked(n, 'addressee'), addressees) && supportOf(n) >= s.support);
  for (const n of demand) pass.add(n.id);
  const event = events.filter(n => common(n) && supportOf(n) >= s.support && (!s.event.size || s.event.has(n.kind))
    && (!asksDemands || linking(n, 'madeAt').some(d => pass.has(d))));
  for (const n of event) pass.add(n.id);
  const rest = asksDemands || s.support > 1 ? [] : [...affiliations, ...figures].filter(common);
  for (const n of rest) pass.add(n.id);
  const wider = n => {  // a shared demand passes with any of its wordings, and with any narrower one
    if (!on(n) || pass.has(n.id)) return;
    pass.add(n.id);
    for (const i of linked(n, 'narrows')) wider(nodes[i]);
  };
  for (const n of shared) if (linking(n, 'expresses').some(d => pass.has(d))) wider(n);
  const narrowed = asksDemands || docs || terms.length || s.from || s.to || s.support > 1 || s.event.size;
  for (const n of actors) {
    if (!on(n)) continue;
    const roles = ['issuer', 'addressee', 'beneficiary', 'initiator', 'agent', 'recipient', 'member', 'organization'];
    if (!narrowed || roles.some(r => linking(n, r).some(i => pass.has(i))) || (terms.length && !docs && terms.every(t => searchable(n).includes(t)))) pass.add(n.id);
  }
  for (const n of documents) {
    if (on(n) && some([n.id], docs) && (!narrowed || ['statedIn', 'describedIn'].some(r => linking(n, r).some(i => pass.has(i))))) pass.add(n.id);
  }
  const list = kind => [...pass].map(i => nodes[i]).filter(n => n.cls === kind);
  return cache = {mark, pass, demands: demand, events: event, narrowed: Boolean(narrowed), list,
    affiliations: rest.filter(n => n.kind === 'Affiliation'), figures: rest.filter(n => n.kind === 'Figure')};
}

// Everything one step away; documents, which touch everything they say, are not walked through.
function neighbours(n) {
  if (n.near) return n.near;
  const found = new Set();
  if (n.kind === 'Bundle') for (const d of n.demands) for (const i of neighbours(nodes[d])) found.add(i);
  for (const side of [n.out, n.into]) for (const ids of Object.values(side)) for (const i of ids) {
    const other = nodes[i];
    if (other.kind === 'Affiliation') { for (const j of other.ends || []) if (j !== n.id) found.add(j); } else found.add(i);
  }
  return n.near = [...found];
}

// Distances from a node through nodes that may be walked on.
function distances(start, may, reach = 99, through = m => m.kind !== 'Document') {
  const far = new Map([[start.id, 0]]);
  let ring = [start];
  for (let d = 1; d <= reach && ring.length; d++) {
    const next = [];
    for (const n of ring) {
      if (n !== start && !through(n)) continue;
      for (const i of neighbours(n)) if (!far.has(i) && may(nodes[i])) { far.set(i, d); next.push(nodes[i]); }
    }
    ring = next;
  }
  return far;
}

// What lies on the ways from A to B that are at most `slack` steps longer than the shortest; not through documents if it can be helped.
function between(a, b, may, slack) {
  for (const through of [m => m.kind !== 'Document', () => true]) {
    const fromA = distances(a, may, 99, through), fromB = distances(b, may, 99, through);
    const least = fromA.get(b.id);
    if (least === undefined) continue;
    const on = [...fromA].filter(([i, d]) => d + (fromB.get(i) ?? 99) <= least + slack && (i === a.id || i === b.id || through(nodes[i]))).map(([i]) => i);
    return {ids: new Set(on), least};
  }
  return {ids: new Set([a.id, b.id]), least: 0};
}

// The nodes and edges to draw: {ids, edges, folds, total, at, note}.
function drawn() {
  for (const n of bundled) n.shownDemands = undefined;
  for (const n of actors) n.held = undefined;
  const {pass, narrowed} = passing();
  const may = n => pass.has(n.id);
  let ids = new Set([...pass].filter(i => nodes[i].kind !== 'Affiliation'));
  let note = '';
  let special = false;
  const a = byKey.get(state.a), b = byKey.get(state.b), root = byKey.get(state.root);
  if (a && b) {
    const way = between(a, b, may, state.slack);
    ids = way.ids;
    special = true;
    note = way.least ? `${many(way.least, 'step')} between them` : 'Nothing that passes the filters connects them';
  } else if (root) {
    ids = new Set([...distances(root, may, state.steps).keys()].filter(i => nodes[i].kind !== 'Affiliation'));
    special = true;
  }
  for (const key of state.pin) if (byKey.has(key)) ids.add(byKey.get(key).id);
  const total = ids.size;
  const limit = state.detail === 'all' ? Infinity : Number(state.detail) || (narrowed || special ? LIMIT : first());
  const folds = total > Math.max(limit, special || narrowed ? LIMIT : 0);
  let at = 'given';
  if (folds && !narrowed && !special && limit === FIRST && !state.off.size) at = 'overview';
  if (folds) ids = fold(ids, limit, at === 'overview');
  if (folds && at === 'given' && !narrowed && !special && !state.detail) {  // what touches nothing says little at first sight
    const touched = new Set(edgesAmong(ids, folds).flatMap(e => [e.from, e.to]));
    if (touched.size) ids = new Set([...ids].filter(i => touched.has(i) || state.pin.has(nodes[i].key)));
  }
  const sel = selected();
  const chosen = sel && (sel.kind === 'Affiliation' ? sel.ends : sel.demands?.some(d => ids.has(d)) ? [] : [sel.id]) || [];
  for (const i of chosen) {
    if (ids.has(i) || ids.has(nodes[i].bundle)) continue;
    const n = folds && nodes[i].bundle !== undefined && !state.open.has(nodes[nodes[i].bundle].key) ? nodes[nodes[i].bundle] : nodes[i];
    const stand = j => !folds ? j : nodes[j].bundle !== undefined && !state.open.has(nodes[nodes[j].bundle].key) ? nodes[j].bundle : bodyOf(j);
    for (const [j] of [[n.id], ...tally(neighbours(n).filter(k => pass.has(k)).map(stand)).slice(0, 12)]) {
      const members = nodes[j].demands?.filter(d => pass.has(d));
      if (members) nodes[j].shownDemands ||= members;
      ids.add(members?.length === 1 ? members[0] : j);
    }
  }
  if (at !== 'overview' && ids.size <= 400 && (narrowed || special || folds)) at = 'arrange';
  return {ids, edges: edgesAmong(ids, folds), folds, total, at, note};
}

// What an organ is drawn as in a folded picture: the highest body that it is part of and that is not unfolded or hidden.
function bodyOf(i) {
  const chain = [i];
  for (let up = above(nodes[i]); up !== undefined && !chain.includes(up); up = above(nodes[up])) {
    if (state.off.has(nodes[up].cls) || state.hide.has(nodes[up].key)) break;
    chain.push(up);
  }
  while (chain.length > 1 && state.open.has(nodes[chain[chain.length - 1]].key)) chain.pop();
  return chain[chain.length - 1];
}

// The first `limit` things by rank: a shared demand's wordings as one, so are demands of one topic and the same addressees, and organs with their body.
function fold(ids, limit, asGiven) {
  const groups = new Map(), organs = new Map();
  const put = (map, key, i) => (map.get(key) || map.set(key, []).get(key)).push(i);
  for (const i of ids) {
    const n = nodes[i];
    if (n.kind === 'Demand' && n.bundle !== undefined) put(groups, n.bundle, i);
    else if (isActor(n) && !state.pin.has(n.key)) { const body = bodyOf(i); if (body !== i) put(organs, body, i); }
  }
  const found = new Set();
  let room = limit;
  const add = i => {  // what is unfolded takes no more room than what is folded
    if (found.has(i)) return;
    found.add(i);
    nodes[i].held = organs.get(i);
    if (state.open.has(nodes[i].key)) for (const j of linking(nodes[i], 'partOf')) if ((ids.has(j) || organs.has(j)) && bodyOf(j) === j) add(j);
  };
  for (const id of RAW.order) {
    if (room <= 0) break;
    const n = nodes[id];
    if (asGiven && n.ox === undefined) continue;
    if (isActor(n)) { if (organs.has(id) || ids.has(id) && bodyOf(id) === id) { add(id); room--; } continue; }
    if (n.kind !== 'Bundle') { if (ids.has(id)) { found.add(id); room--; } continue; }
    const members = groups.get(id);
    if (!members) continue;
    n.shownDemands = members;
    room--;
    if (members.length > 1 && !state.open.has(n.key)) { found.add(id); continue; }
    members.forEach(m => found.add(m));
    if (n.one && ids.has(n.one.id)) found.add(n.one.id);
  }
  for (const key of state.pin) if (byKey.has(key)) found.add(byKey.get(key).id);
  return found;
}

// Edges among shown nodes; those of folded demands are one, with all that it stands for.
// In a folded picture an organ that is not shown is drawn as the body that it is part of; the edge remembers it.
function edgesAmong(ids, folds) {
  const found = new Map();
  const stands = new Map();  // found once for each: a bundle of thousands is not looked through for every edge
  for (const i of ids) for (const d of nodes[i].kind === 'Bundle' ? [...nodes[i].shownDemands || [], ...nodes[i].one ? [nodes[i].one.id] : []] : []) stands.set(d, i);
  const shownAs = i => ids.has(i) ? i : stands.get(i) ?? -1;
  const place = i => {
    let at = shownAs(i);
    for (let up = i, k = 0; folds && at < 0 && k < 6 && up !== undefined; k++) { up = above(nodes[up]); at = up === undefined ? -1 : shownAs(up); }
    return at;
  };
  const put = (a, b, role, via) => {
    const from = place(a), to = place(b);
    if (from < 0 || to < 0 || from === to) return;
    const key = `${from} ${to} ${role}`;
    const edge = found.get(key) || {key, from, to, role, via: [], organs: new Set()};
    edge.via.push(via);
    for (const [i, at] of [[a, from], [b, to]]) if (i !== at && isActor(nodes[i])) edge.organs.add(i);
    found.set(key, edge);
  };
  for (const e of edges) {
    if (e.role === 'member' || e.role === 'organization') continue;
    put(e.from, e.to, e.role, e.from);
  }
  const {pass} = passing();
  for (const a of affiliations) if (a.ends && pass.has(a.id)) put(a.ends[0], a.ends[1], 'affiliation', a.id);
  return [...found.values()];
}
