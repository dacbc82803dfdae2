// The legend, which is also the filter; and the further filters with their counts.

function renderSide() {
  const side = $('side');
  const opened = new Set([...side.querySelectorAll('details[open]')].map(d => d.dataset.name));
  const first = !side.firstChild;
  const focus = document.activeElement?.id;
  const p = passing();
  empty(side,
    el('div', {class: 'sidehead'}, el('h2', {}, 'Legend and filters'),
      button('Close', () => toggleSide(false), {class: 'only-small quiet'})),
    legend(p),
    edgeKey(),
    facet('topic', 'Topic', count(demands, n => [n.facts.topic || 'other']), topicName, opened, first),
    facet('force', 'How strongly', count(demands, n => n.facts.force ? [n.facts.force] : []), forceName, opened),
    people('issuer', 'Who asks', opened),
    people('addressee', 'Who is asked', opened),
    facet('event', 'Kind of event', count(events, n => [n.kind]), k => KIND_NAMES[k] || k, opened),
    facet('doc', 'Document', documents.map(d => [d.key, linking(d, 'statedIn').length + linking(d, 'describedIn').length]), k => byKey.get(k).label, opened),
    supportFilter());
  if (focus && side.querySelector(`#${CSS.escape(focus)}`)) $(focus).focus();
}

const count = (list, keys) => tally(list.flatMap(keys));

function legend(p) {
  const totals = tally(nodes.filter(n => n.kind !== 'Bundle').map(n => n.cls));
  const have = new Map(totals);
  const passed = new Map(tally([...p.pass].map(i => nodes[i].cls)));
  return el('ul', {class: 'legend', 'aria-label': 'Classes: switch on and off'}, CLASSES.filter(c => have.get(c)).map(c => {
    const on = !state.off.has(c);
    return el('li', {}, el('button', {type: 'button', id: `class-${c}`, class: 'key', 'aria-pressed': String(on), onclick: () => toggle('off', c),
      title: on ? `Hide: ${CLASS_NAMES[c][1]}` : `Show: ${CLASS_NAMES[c][1]}`}, symbol(c, 18),
    el('span', {class: 'name'}, CLASS_NAMES[c][1]), el('span', {class: 'n'}, on ? (passed.get(c) || 0).toLocaleString('en') : 'hidden')));
  }));
}

// What the arrows mean, for the roles that this graph has.
function edgeKey() {
  const have = new Set(edges.map(e => e.role));
  const roles = ['issuer', 'addressee', 'initiator', 'agent', 'recipient', 'statedIn'].filter(r => have.has(r));
  return el('ul', {class: 'arrows', 'aria-label': 'Arrows'}, roles.map(r => el('li', {}, edgeSymbol(r), EDGE_LOOKS[r].name)));
}

function facet(name, heading, counts, label, opened, open) {
  if (counts.length < 2 && !state[name].size) return null;
  const shownFirst = 60;
  const item = ([key, n]) => el('li', {}, el('label', {class: 'check'},
    el('input', {type: 'checkbox', id: `${name}-${key}`.replace(/[^\w-]/g, '_'), checked: state[name].has(key), onchange: () => toggle(name, key)}),
    el('span', {class: 'name', title: name === 'topic' ? topicMeaning(key) : null}, quoted(cut(label(key), 90))), el('span', {class: 'n'}, n.toLocaleString('en'))));
  const list = el('ul', {'aria-label': heading}), rest = el('p', {class: 'hint'});
  const find = asked => {
    const terms = words(asked), hits = counts.filter(([key]) => { const low = label(key).toLocaleLowerCase('en'); return terms.every(t => low.includes(t)); });
    const top = hits.slice(0, shownFirst);
    for (const one of hits.slice(shownFirst)) if (state[name].has(one[0])) top.unshift(one);  // what is chosen can be taken back
    empty(list, top.map(item));
    rest.textContent = !hits.length ? 'None of that name' : hits.length > shownFirst ? `and ${(hits.length - shownFirst).toLocaleString('en')} more` : '';
  };
  find('');
  const box = counts.length > 20 ? el('input', {type: 'text', class: 'find', id: `find-${name}`, 'aria-label': `${heading}: find one`, placeholder: `Find one of ${counts.length.toLocaleString('en')}`, autocomplete: 'off', oninput: e => find(e.target.value)}) : null;
  return el('details', {class: 'facet', 'data-name': name, open: open || opened.has(name) || state[name].size > 0},
    el('summary', {}, heading, state[name].size ? el('span', {class: 'badge'}, state[name].size) : null), box, list, rest);
}

function people(role, heading, opened) {
  const counts = count(demands, n => linked(n, role)).map(([id, n]) => [nodes[id].key, n]);
  return facet(role, heading, counts, k => nameOf(byKey.get(k)), opened);
}

function supportFilter() {
  const most = Math.max(1, ...demands.map(supportOf), ...events.map(supportOf));
  if (most < 2) return null;
  return el('div', {class: 'facet support'}, el('label', {for: 'support'}, 'Said by at least ', el('output', {}, many(state.support, 'document'))),
    el('input', {type: 'range', id: 'support', min: 1, max: most, value: state.support, oninput: e => change({support: Number(e.target.value)}, true)}));
}

function toggleSide(open) {
  document.body.classList.toggle('side-open', open);
  if (open) $('side').querySelector('button')?.focus();
}

// One chip for each thing chosen, each with its own way back.
function chips() {
  const found = [];
  const chip = (label, undo) => found.push(el('li', {}, button([el('span', {}, label), el('span', {class: 'x', 'aria-hidden': 'true'}, '×')], undo, {class: 'chip', 'aria-label': `Remove: ${label}`})));
  const lists = {topic: topicName, force: forceName, event: k => KIND_NAMES[k] || k, issuer: k => `asks: ${named(k)}`, addressee: k => `is asked: ${named(k)}`,
    doc: named, hide: k => `hidden: ${named(k)}`, pin: k => `pinned: ${named(k)}`, open: k => `unfolded: ${named(k)}`, off: c => `no ${CLASS_NAMES[c]?.[1].toLowerCase() || c}`};
  for (const [name, label] of Object.entries(lists)) for (const key of state[name]) chip(cut(label(key), 42), () => toggle(name, key));
  if (state.q) chip(`contains “${cut(state.q, 30)}”`, () => change({q: ''}));
  if (state.from || state.to) chip(`${dateName(state.from, true) || '…'} – ${dateName(state.to, true) || '…'}`, () => change({from: '', to: ''}));
  if (state.support > 1) chip(`in at least ${state.support} documents`, () => change({support: 1}));
  if (state.root) chip(`${many(state.steps, 'step')} around ${named(state.root)}`, () => change({root: ''}));
  if (state.a && state.b) chip(`between ${named(state.a)} and ${named(state.b)}`, () => change({a: '', b: '', slack: 0}));
  return found;
}

function named(key) {
  if (key === NOBODY) return 'nobody named';
  const n = byKey.get(key);
  return n ? cut(n.kind === 'Bundle' ? captionOf(n).join(', ') : nameOf(n), 36) : key;
}
