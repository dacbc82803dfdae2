// Search with suggestions over names, other names, and the words of demands and events.

function buildSearch() {
  const list = el('ul', {id: 'suggestions', role: 'listbox', class: 'suggestions', 'aria-label': 'Suggestions', hidden: true});
  const input = el('input', {id: 'q', type: 'text', role: 'combobox', 'aria-expanded': 'false', 'aria-controls': 'suggestions', 'aria-autocomplete': 'list',
    'aria-label': 'Search actors, demands, events and documents', placeholder: ASK, autocomplete: 'off', spellcheck: 'false'});
  let at = -1, found = [];
  const close = () => { list.hidden = true; input.setAttribute('aria-expanded', 'false'); input.removeAttribute('aria-activedescendant'); at = -1; };
  const mark = i => {
    at = i;
    [...list.children].forEach((li, j) => li.setAttribute('aria-selected', String(j === at)));
    if (at >= 0) { input.setAttribute('aria-activedescendant', list.children[at].id); list.children[at].scrollIntoView({block: 'nearest'}); }
    else input.removeAttribute('aria-activedescendant');
  };
  const take = i => {
    const hit = found[i];
    close();
    if (!hit) return;
    if (hit.all) change({q: hit.all});
    else if (hit.topic) change({topic: new Set([...state.topic, hit.topic])});
    else pick(hit.node);
    input.value = '';
  };
  const show = () => {
    found = suggest(input.value);
    empty(list, found.map((hit, i) => el('li', {role: 'option', id: `s${i}`, 'aria-selected': 'false', onmousedown: e => { e.preventDefault(); take(i); }},
      hit.node ? [symbol(hit.node.cls), el('span', {class: 'text'}, marked(hit.text, input.value)), el('span', {class: 'what'}, hit.what)]
        : [el('span', {class: 'lens', 'aria-hidden': 'true'}, '⌕'), el('span', {class: 'text'}, hit.text), el('span', {class: 'what'}, hit.what)])));
    list.hidden = !found.length;
    input.setAttribute('aria-expanded', String(found.length > 0));
    at = -1;
  };
  input.addEventListener('input', show);
  input.addEventListener('focus', () => { if (input.value) show(); });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', e => {
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      if (list.hidden) show();
      if (found.length) mark((at + (e.key === 'ArrowDown' ? 1 : found.length + (at < 0 ? 0 : -1))) % found.length);
      e.preventDefault();
    } else if (e.key === 'Enter') { if (!list.hidden) take(at < 0 ? 0 : at); e.preventDefault(); }
    else if (e.key === 'Escape') { if (list.hidden) input.value = ''; close(); }
  });
  $('search').append(input, list);
}

let picking = null;  // what to do with the next thing that is chosen, if not to select it
const ASK = 'Search a name, a demand, a word …';

function startPicking(question, act) {
  picking = act;
  $('q').placeholder = question;
  $('q').value = '';
  $('q').focus();
  announce(question);
}

function stopPicking() {
  picking = null;
  $('q').placeholder = ASK;
}

function pick(n) {
  if (picking) { const act = picking; stopPicking(); act(n); return; }
  choose(n, {q: ''});
  if (net && state.view === 'network' && shown.ids.has(n.id)) {
    net.moveTo({position: net.getPosition(n.id), scale: Math.max(net.getScale(), 0.8)});
  }
}

// The best dozen hits: names that begin so before names that contain it, the better connected first.
function suggest(text) {
  const terms = words(text);
  if (!terms.length) return [];
  const hits = [];
  const look = (n, texts, worth) => {
    for (const candidate of texts) {
      const low = candidate.toLocaleLowerCase('en');
      if (!terms.every(t => low.includes(t))) continue;
      const start = low.startsWith(terms[0]) ? 3 : new RegExp(`[^\\p{L}\\p{N}]${terms[0].replace(/[^\p{L}\p{N}]/gu, '\\$&')}`, 'u').test(low) ? 2 : 1;
      const said = n.cls === 'Event' && candidate !== n.label;  // a place or a kind alone would not tell events apart
      hits.push({node: n, text: cut(said ? plainSentence(n) : candidate, 110), worth: start * 100 + worth + Math.min(40, n.size) - Math.min(30, low.length / 4) + (low === terms.join(' ') && !said ? 200 : 0) - (said ? 60 : 0),
        what: isActor(n) && candidate !== n.label ? `${kindName(n)}: ${cut(n.label, 40)}` : kindName(n) + (n.cls === 'Event' && !said && n.dates[0] ? `, ${dateName(n.dates[0], true)}` : '')});
      return;
    }
  };
  for (const n of actors) look(n, [n.label, ...n.names], 60);
  for (const n of demands) look(n, [n.label], 30);
  for (const n of shared) look(n, [n.label], 35);
  for (const n of documents) look(n, [n.label, n.facts.file || ''], 40);
  for (const n of events) look(n, [n.label, n.facts.place || '', kindName(n)], 10);
  hits.sort((a, b) => b.worth - a.worth || a.node.id - b.node.id);
  const best = hits.slice(0, 10);
  const topics = [...new Set(demands.map(d => d.facts.topic || 'other'))].filter(t => terms.every(w => topicName(t).toLowerCase().includes(w)));
  for (const t of topics.slice(0, 2)) best.push({topic: t, text: topicName(t), what: 'filter by topic'});
  if (hits.length > 1 || !best.length) best.push({all: text.trim(), text: `Everything that says “${cut(text, 40)}”`, what: 'filter'});
  return best;
}

// A text with the searched words marked.
function marked(text, asked) {
  const low = text.toLocaleLowerCase('en');
  if (low.length !== text.length) return quoted(text);
  const spans = [];
  for (const t of words(asked)) { const i = low.indexOf(t); if (i >= 0) spans.push([i, i + t.length]); }
  spans.sort((a, b) => a[0] - b[0]);
  const parts = [];
  let at = 0;
  for (const [b, e] of spans) {
    if (b < at) continue;
    parts.push(text.slice(at, b), el('b', {}, text.slice(b, e)));
    at = e;
  }
  return el('bdi', {}, parts, text.slice(at));
}
