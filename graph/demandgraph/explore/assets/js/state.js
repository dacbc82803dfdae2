// What the reader has chosen. All of it stands in the address after the #, so that a link or a reload restores it.

const LISTS = ['off', 'topic', 'force', 'doc', 'event', 'issuer', 'addressee', 'hide', 'pin', 'open'];
const WORDS = ['view', 'q', 'from', 'to', 'sel', 'root', 'a', 'b', 'theme', 'table', 'sort', 'physics', 'detail', 'line'];
const NUMBERS = {support: 1, steps: 1, slack: 0};
const DEFAULTS = {view: 'network', table: 'Demand', theme: '', detail: RAW.start.detail};

const state = {};
const listeners = [];
let written = null;

function blank() {
  for (const name of LISTS) state[name] = new Set();
  for (const name of WORDS) state[name] = DEFAULTS[name] || '';
  Object.assign(state, NUMBERS);
}

function readState() {
  blank();
  const hash = decodeSafely(location.hash.slice(1));
  if (!hash.length && RAW.start.focus) {
    const node = nodes.find(n => n.iri === RAW.start.focus);
    if (node) Object.assign(state, {root: node.key, sel: node.key, steps: RAW.start.depth});
    return;
  }
  for (const [name, value] of hash) {
    if (LISTS.includes(name)) for (const part of value.split(' ')) { if (part) state[name].add(decodeText(part)); }
    else if (WORDS.includes(name)) state[name] = value;
    else if (name in NUMBERS && /^\d+$/.test(value)) state[name] = Number(value);
  }
}

function decodeSafely(text) {
  try { return [...new URLSearchParams(text)]; } catch { return []; }
}
function decodeText(text) {
  try { return decodeURIComponent(text); } catch { return text; }
}

function stateText() {
  const out = new URLSearchParams();
  for (const name of WORDS) if (state[name] && state[name] !== (DEFAULTS[name] || '')) out.set(name, state[name]);
  for (const name of Object.keys(NUMBERS)) if (state[name] !== NUMBERS[name]) out.set(name, state[name]);
  for (const name of LISTS) if (state[name].size) out.set(name, [...state[name]].map(k => k.replace(/[ %]/g, encodeURIComponent)).join(' '));
  return out.toString();
}

// Change the state, write it into the address and tell everybody. `quiet` changes make no step in the history.
function change(changes, quiet) {
  Object.assign(state, changes);
  const text = stateText();
  if (text !== written) {
    written = text;
    try { history[quiet ? 'replaceState' : 'pushState'](null, '', `#${text}`); } catch { location.hash = text; }
  }
  tell(Object.keys(changes));
}

function tell(names) { for (const listen of listeners) listen(new Set(names)); }

function toggle(name, value) {
  const next = new Set(state[name]);
  if (!next.delete(value)) next.add(value);
  change({[name]: next});
}

addEventListener('hashchange', () => {
  if (location.hash.slice(1) === written) return;
  written = location.hash.slice(1);
  readState();
  tell(['all']);
});

const selected = () => state.sel ? byKey.get(state.sel) : undefined;
function choose(n, extra) { change({sel: n ? n.key : '', ...extra}); }
