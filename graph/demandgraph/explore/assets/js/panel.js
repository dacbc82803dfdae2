// The evidence panel: what the selected thing is, in a sentence, and every quote that says so.

// The five steps of dg:actionStrength.
const ACTIONS = ['', 'minimal action', 'continuing', 'considering', 'general action', 'specific action'];
const nodeLink = n => el('a', {class: 'link', href: `#sel=${encodeURIComponent(n.key)}`, onclick: e => {
  if (e.ctrlKey || e.metaKey || e.shiftKey) return;
  e.preventDefault();
  pick(n);
}}, together(symbol(n.cls, 14), cut(nameOf(n), 80)));

// A symbol stays on the line of the name's first word.
function together(mark, name) {
  const at = name.indexOf(' '), first = at > 0 && at < 30 ? name.slice(0, at) : name.length < 30 ? name : '';
  return el('bdi', {}, el('span', {class: 'nowrap'}, mark, '\u00a0', first), name.slice(first.length));
}

// Makes room for the panel, or takes it back, before the view is drawn into what is left.
function openPanel() {
  const panel = $('panel'), was = panel.hidden;
  panel.hidden = !selected() && !(state.sel.startsWith('edge:') && edgeOf(state.sel));
  document.body.classList.toggle('panel-open', !panel.hidden);
  if (was && !panel.hidden && net && state.view === 'network') net.redraw();
}

function renderPanel() {
  const panel = $('panel');
  const n = selected();
  const e = state.sel.startsWith('edge:') ? edgeOf(state.sel) : null;
  if (panel.hidden) { empty(panel); return; }
  empty(panel, n ? nodePanel(n) : edgePanel(e));
  panel.scrollTop = 0;
}

function panelHead(kind, cls, title) {
  return el('div', {class: 'panelhead'},
    el('p', {class: 'kind'}, cls ? symbol(cls, 18) : null, kind),
    button('×', backToStage, {class: 'close', 'aria-label': 'Close the evidence'}),
    el('h2', {}, title));
}

// Closes the evidence; the keyboard goes on where it was in the view.
function backToStage() {
  const at = selected() && $(`card-${selected().id}`)?.id;
  choose(null);
  ($(at || 'net') || $('stage').querySelector('[tabindex="0"], button, select'))?.focus();
}

function nodePanel(n) {
  const title = n.kind === 'Bundle' ? nameOf(n) : n.cls === 'Event' ? captionOf(n).join(', ') : n.kind === 'Affiliation' ? plain(n.facts.role || 'Affiliation') : plain(n.label);
  const chips_ = [];
  if (n.facts.topic) chips_.push(button([el('span', {class: 'n'}, 'Topic '), topicName(n.facts.topic)], () => toggle('topic', n.facts.topic), {class: 'tag', title: `Filter by this topic. ${topicMeaning(n.facts.topic)}`}));
  if (n.facts.force) chips_.push(button([el('span', {class: 'n'}, 'How strongly '), forceName(n.facts.force)], () => toggle('force', n.facts.force), {class: 'tag', title: 'Filter by this force'}));
  if (n.facts.status) chips_.push(el('span', {class: 'tag', title: 'What the document says became of it'}, el('span', {class: 'n'}, 'Status '), statusName(n.facts.status)));
  if (supportOf(n) > 1 && !isActor(n) && n.kind !== 'Document') chips_.push(el('span', {class: 'tag'}, `in ${many(supportOf(n), 'document')}`));
  return [
    panelHead(kindName(n), n.cls, n.kind === 'Demand' ? sentenceOf(n, nodeLink) : quoted(cut(title, 300))),
    n.names.length ? el('p', {class: 'aliases'}, 'Also: ', n.names.slice(0, 12).flatMap((x, i) => [i ? ' · ' : '', quoted(cut(x, 80))])) : null,
    n.kind === 'Demand' ? null : el('p', {class: 'sentence'}, sentenceOf(n, nodeLink)),
    chips_.length ? el('p', {class: 'tags'}, chips_) : null,
    n.kind === 'Document' ? documentFacts(n) : null,
    n.facts.condition || n.facts.deadline || n.facts.strength ? el('dl', {class: 'facts'}, [['Condition', n.facts.condition], ['Until when', n.facts.deadline], ['What is asked for', ACTIONS[n.facts.strength] && `${ACTIONS[n.facts.strength]} (${n.facts.strength} of 5)`]].filter(r => r[1]).map(([k, v]) => [el('dt', {}, k), el('dd', {}, quoted(plain(v)))])) : null,
    actionsFor(n),
    isActor(n) ? actorLists(n) : null,
    n.kind === 'Document' ? documentLists(n) : null,
    n.kind !== 'Document' ? quoteList(n) : null,
    n.cls === 'Event' || n.kind === 'Figure' ? related(n) : null,
    n.kind === 'Demand' ? demandLinks(n) : null,
    lineage(n),
  ];
}

function section(title, list, limit = 8, tag = 'ul') {
  if (!list.length) return null;
  const body = el(tag, {class: 'list'}, list.slice(0, limit));
  const more = list.length > limit ? button(`Show all ${list.length}`, event => { body.append(...list.slice(limit)); event.target.remove(); }, {class: 'quiet more'}) : null;
  return el('section', {class: 'part'}, el('h3', {}, title, ' ', el('span', {class: 'n'}, list.length)), body, more);
}

function quoteList(n) {
  const all = evidenceOf(n);
  if (!all.length) return el('p', {class: 'hint'}, 'No quote is recorded for this.');
  const single = n.kind !== 'Bundle' && n.kind !== 'SharedDemand';
  let last = null;
  const blocks = all.map(([q, of]) => {
    const head = !single && of !== last ? el('p', {class: 'sub'}, sentenceOf(of, nodeLink)) : null;
    last = of;
    return el('li', {}, head, quoteBlock(q, of), single ? null : madeBy(of));
  });
  return [section(isActor(n) ? 'Where it is named' : 'The words that say so', blocks, isActor(n) ? 3 : 8), single && !isActor(n) ? madeBy(n) : null];
}

// A finding in a list: its sentence, with a way to it.
const findingItem = (n, extra) => el('li', {}, button([symbol(n.cls, 14), el('span', {}, quoted(cut(n.kind === 'Demand' ? n.label : plainSentence(n), 170)))], () => pick(n), {class: 'row'}), extra);

function actorLists(n) {
  const demandItem = role => d => findingItem(nodes[d], el('span', {class: 'sub'}, role === 'issuer' ? whoLine('of ', linked(nodes[d], 'addressee')) : whoLine('by ', linked(nodes[d], 'issuer')), ' ', dateName(dateOf(nodes[d]), true)));
  const belongs = [...linking(n, 'member'), ...linking(n, 'organization')].map(a => nodes[a]);
  return [
    section('Demands it makes', linking(n, 'issuer').map(demandItem('issuer')), 6),
    section('Demands made of it', linking(n, 'addressee').map(demandItem('addressee')), 6),
    section('Demands for its benefit', linking(n, 'beneficiary').map(demandItem('beneficiary')), 4),
    section('Demands it brought in', linking(n, 'initiator').map(demandItem('initiator')), 4),
    section('Events', [...new Set([...linking(n, 'agent'), ...linking(n, 'recipient')])].map(i => nodes[i]).sort(by(dateOf, x => x.id)).map(x => findingItem(x)), 6),
    section('Affiliations', belongs.map(a => el('li', {}, el('span', {class: 'line'}, sentenceOf(a, nodeLink)), ' ', button('evidence', () => choose(a), {class: 'quiet'}))), 6),
    section('Its parts', linking(n, 'partOf').map(i => el('li', {}, nodeLink(nodes[i]))), 6),
  ];
}
const whoLine = (word, ids) => ids.length ? word + ids.slice(0, 3).map(i => cut(nameOf(nodes[i]), 40)).join(', ') + (ids.length > 3 ? ` and ${ids.length - 3} more` : '') : '';

function documentFacts(n) {
  const rows = [['Title', n.label], ['Published by', n.facts.publisher], ['Date', dateName(n.dates[0])], ['Kind', documentKind(n)],
    ['Language', n.facts.language], ['File', n.facts.file]].filter(r => r[1] && r[1] !== n.label);
  return el('dl', {class: 'facts'}, rows.map(([k, v]) => [el('dt', {}, k), el('dd', {}, quoted(cut(v, 200)))]));
}

function documentLists(n) {
  return [
    section('What it demands', linking(n, 'statedIn').map(d => findingItem(nodes[d], el('span', {class: 'sub'}, whoLine('by ', linked(nodes[d], 'issuer')), ' ', whoLine('of ', linked(nodes[d], 'addressee'))))), 8),
    section('What it tells of', linking(n, 'describedIn').map(e => findingItem(nodes[e])), 8),
  ];
}

function related(n) {
  return [
    section('Figures', linked(n, 'figure').map(i => findingItem(nodes[i])), 6),
    section('Demands made at it', linking(n, 'madeAt').map(i => findingItem(nodes[i])), 6),
    section('Counted for', linking(n, 'figure').map(i => findingItem(nodes[i])), 6),
  ];
}

function demandLinks(n) {
  return [
    section('Made at', linked(n, 'madeAt').map(i => findingItem(nodes[i])), 4),
    n.bundle !== undefined ? el('p', {class: 'sub'}, button(nodes[n.bundle].one ? `All ${nodes[n.bundle].demands.length} wordings of this shared demand` : `All ${nodes[n.bundle].demands.length} demands on this topic of the same addressees`, () => choose(meant(nodes[n.bundle])), {class: 'quiet'})) : null,
  ];
}

// The wordings of one demand through time, each with what it repeats.
function lineage(n) {
  const one = n.kind === 'SharedDemand' ? n : n.kind === 'Demand' ? nodes[linked(n, 'expresses')[0]] : null;
  const members = one ? linking(one, 'expresses').map(i => nodes[i]) : n.kind === 'Demand' ? [n, ...linked(n, 'restates').map(i => nodes[i]), ...linking(n, 'restates').map(i => nodes[i])] : [];
  if (members.length < 2) return null;
  members.sort(by(m => dateOf(m) || '~', m => m.id));
  const drawing = one ? el('p', {}, button('See it drawn', () => change({view: 'lineage', line: one.key}), {id: 'drawn'})) : null;
  return [section('The same demand through time', members.map(m => el('li', {class: m === n ? 'here' : null},
    el('span', {class: 'when'}, dateName(dateOf(m), true) || 'undated'), ' ', findingLink(m),
    linked(m, 'restates').length ? el('span', {class: 'sub'}, 'repeats: ', linked(m, 'restates').map(i => quoted(cut(nodes[documentsOf(nodes[i])[0]]?.label || '', 60)))) : null)), 12, 'ol'), drawing];
}
const findingLink = n => button(el('span', {}, quoted(cut(n.label, 120)), ' — ', quoted(cut(nodes[documentsOf(n)[0]]?.label || '', 60))), () => pick(n), {class: 'link'});

function edgePanel(e) {
  const a = nodes[e.from], b = nodes[e.to];
  const list = e.via.map(i => nodes[i]).filter(n => n.quotes.length);
  const blocks = list.flatMap(n => n.quotes.map((q, i) => el('li', {}, i ? null : el('p', {class: 'sub'}, sentenceOf(n, nodeLink)), quoteBlock(q, n), madeBy(n))));
  return [
    panelHead('Connection', null, quoted(cut(`${captionOf(a)[0]} – ${captionOf(b)[0]}`, 160))),
    el('p', {class: 'sentence'}, quoted(edgeSentence(e)), '.'),
    el('p', {class: 'ends'}, nodeLink(a), nodeLink(b)),
    el('div', {class: 'actions', role: 'group', 'aria-label': 'Actions'}, copyMenu(e)),
    section('The words that say so', blocks, 10) || el('p', {class: 'hint'}, e.role === 'partOf' ? 'This is known from a list of bodies, not from a quote.' : 'No quote is recorded for this.'),
  ];
}

// What can be done with a node.
function actionsFor(n) {
  const key = n.key;
  const list = [];
  if (n.kind === 'Document' && n.text) list.push(button('Read the document', () => openReader(n)));
  if (n.kind !== 'Affiliation') {
    const whole = foldable(n) || (state.open.has(key) && linking(n, 'partOf').length ? n : null);
    if (whole && (shown?.folds || state.open.has(whole.key))) {
      const is = state.open.has(whole.key) ? 'Fold' : 'Unfold';
      list.push(button(isActor(n) ? `${is} its organs` : is, () => toggle('open', whole.key), {id: 'unfold'}));
    }
    list.push(el('span', {class: 'steps'}, button(state.root === key ? 'Everything again' : 'Only what is near', () => change(state.root === key ? {root: ''} : {root: key, a: '', b: '', view: 'network'})),
      state.root === key ? el('select', {'aria-label': 'Steps', onchange: ev => change({steps: Number(ev.target.value)})}, [1, 2, 3, 4].map(k => el('option', {value: k, selected: state.steps === k}, many(k, 'step')))) : null));
    if (n.kind !== 'Bundle') list.push(button('What connects it with …', () => askOther(n), {id: 'connect'}));
    list.push(button(state.pin.has(key) ? 'Unpin' : 'Pin', () => toggle('pin', key), {title: 'Keep it in the picture whatever is filtered'}));
    list.push(button('Hide', () => change({hide: new Set([...state.hide, key]), sel: ''})));
  }
  list.push(copyMenu(n));
  if (state.a && state.b && (state.a === key || state.b === key)) {
    list.push(el('span', {class: 'steps'}, button('Everything again', () => change({a: '', b: '', slack: 0})),
      el('label', {}, 'Detours ', el('select', {'aria-label': 'Detours', onchange: ev => change({slack: Number(ev.target.value)})}, [0, 1, 2].map(k => el('option', {value: k, selected: state.slack === k}, k ? `+${k}` : 'none'))))));
  }
  return el('div', {class: 'actions', role: 'group', 'aria-label': 'Actions'}, list);
}

// What can be taken away of a node, or of an edge with the findings behind it.
const copyMenu = x => menu('Copy', [
  ['Citation', () => copy(citation(x))], ['BibTeX', () => copy(bibtex(x))], ['RDF (Turtle)', () => copy(turtle(...findingsOf(x)))], ['Link to this', () => copy(location.href)],
]);
const findingsOf = x => x.via ? x.via.map(i => nodes[i]) : x.kind === 'Bundle' ? x.demands.map(i => nodes[i]) : [x];

function askOther(n) {
  startPicking(`What connects ${cut(nameOf(n), 30)} with …? Type a name, or click it`, other => change({a: n.key, b: other.key, root: '', view: 'network', sel: n.key}));
}

function menu(label, items) {
  const list = el('div', {class: 'menu', role: 'menu', hidden: true}, items.map(([text, act, attributes]) => el('button', {type: 'button', role: 'menuitem', ...attributes, onclick: () => { close(); act(); opener.focus(); }}, text)));
  const opener = button([label, ' ▾'], () => { list.hidden ? open() : close(); }, {'aria-haspopup': 'menu', 'aria-expanded': 'false'});
  const away = e => { if (!box.contains(e.target)) close(); };
  const open = () => { list.hidden = false; opener.setAttribute('aria-expanded', 'true'); list.querySelector('button:not([hidden])').focus(); document.addEventListener('pointerdown', away); };
  const close = () => { list.hidden = true; opener.setAttribute('aria-expanded', 'false'); document.removeEventListener('pointerdown', away); };
  const box = el('span', {class: 'menubox', onkeydown: e => {
    const all = [...list.children].filter(x => !x.hidden), at = all.indexOf(document.activeElement);
    if (e.key === 'Escape' && !list.hidden) { close(); opener.focus(); e.stopPropagation(); }
    else if (e.key === 'ArrowDown' && !list.hidden) all[(at + 1) % all.length].focus();
    else if (e.key === 'ArrowUp' && !list.hidden) all[(at + all.length - 1) % all.length].focus();
    else return;
    e.preventDefault();
  }}, opener, list);
  return box;
}
