// Elements without markup: every text becomes a text node, so nothing in it can run.

const SVG = 'http://www.w3.org/2000/svg';
const $ = id => document.getElementById(id);

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children.flat(3)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return node;
}

const el = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
const svg = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

// A text of the documents: kept apart from its surroundings, whatever direction its characters ask for.
const quoted = (text, attributes) => el('bdi', attributes || {}, text);

function button(label, act, attributes) {
  return el('button', {type: 'button', onclick: act, ...attributes}, label);
}

function empty(node, ...children) {
  node.replaceChildren();
  return fill(node, {}, children);
}

function announce(text) { $('live').textContent = text; }

// Lines and control characters that would disturb a one-line label or turn its direction.
const plain = text => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
  .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim();

function cut(text, limit) {
  const line = plain(text);
  if (line.length <= limit) return line;
  const at = line.lastIndexOf(' ', limit - 1);
  return line.slice(0, at > limit * 0.6 ? at : limit - 1).replace(/[\s,;:.([]+$/, '') + '…';
}

const many = (n, one, more) => `${n.toLocaleString('en')} ${n === 1 ? one : more || one + 's'}`;
const capital = text => text.charAt(0).toUpperCase() + text.slice(1);
const by = (...keys) => (a, b) => {
  for (const key of keys) {
    const x = key(a), y = key(b);
    if (x < y) return -1;
    if (x > y) return 1;
  }
  return 0;
};

function tally(items) {
  const counts = new Map();
  for (const item of items) counts.set(item, (counts.get(item) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
