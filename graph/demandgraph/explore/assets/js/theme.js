// Light and dark, and one set of colours and shapes for the picture, the legend and every list.

// Okabe and Ito's colours, which people who see colours differently can tell apart; the shape says the same once more.
const LOOKS = {
  Person: {shape: 'dot', light: '#56b4e9', dark: '#56b4e9'},
  Country: {shape: 'hexagon', light: '#0072b2', dark: '#3b9ad6'},
  Institution: {shape: 'square', light: '#009e73', dark: '#17b890'},
  Organization: {shape: 'triangle', light: '#cc79a7', dark: '#d98fb8'},
  Group: {shape: 'triangleDown', light: '#f0e442', dark: '#f0e442'},
  Demand: {shape: 'diamond', light: '#d55e00', dark: '#ee7a1f'},
  Bundle: {shape: 'diamond', light: '#d55e00', dark: '#ee7a1f'},
  SharedDemand: {shape: 'diamond', light: '#8c3b00', dark: '#ffb37a'},
  Event: {shape: 'star', light: '#e69f00', dark: '#e69f00'},
  Figure: {shape: 'ring', light: '#6d747d', dark: '#a6afba'},
  Affiliation: {shape: 'line', light: '#7a7f88', dark: '#9aa1ab'},  // drawn as an edge
  Document: {shape: 'page', light: '#ffffff', dark: '#22272f'},
};
const EDGE_LOOKS = {
  issuer: {light: '#0072b2', dark: '#56b4e9', arrow: true, name: 'demands'},
  initiator: {light: '#0072b2', dark: '#56b4e9', arrow: true, dashes: [6, 4], name: 'brought it in'},
  addressee: {light: '#c04f00', dark: '#ee7a1f', arrow: true, name: 'is asked'},
  beneficiary: {light: '#c04f00', dark: '#ee7a1f', arrow: true, dashes: [6, 4], name: 'would benefit'},
  agent: {light: '#9a6b00', dark: '#e69f00', arrow: true, name: 'takes part'},
  recipient: {light: '#9a6b00', dark: '#e69f00', arrow: true, dashes: [2, 4], name: 'is affected'},
  affiliation: {light: '#7a7f88', dark: '#9aa1ab', name: 'belongs to'},
  partOf: {light: '#7a7f88', dark: '#9aa1ab', arrow: true, dashes: [6, 4], name: 'is part of'},
  restates: {light: '#8c3b00', dark: '#ffb37a', arrow: true, dashes: [2, 3], name: 'repeats'},
  narrows: {light: '#8c3b00', dark: '#ffb37a', arrow: true, dashes: [6, 4], name: 'is part of a wider demand'},
  expresses: {light: '#8c3b00', dark: '#ffb37a', name: 'same demand'},
  madeAt: {light: '#b9bec6', dark: '#565d68', name: 'made at'},
  figure: {light: '#b9bec6', dark: '#565d68', name: 'counts'},
  statedIn: {light: '#cfd4db', dark: '#3d444e', name: 'stated in'},
  describedIn: {light: '#cfd4db', dark: '#3d444e', name: 'told in'},
};

const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => state.theme ? state.theme === 'dark' : prefersDark.matches;
const tone = look => look[isDark() ? 'dark' : 'light'];
const ink = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

function applyTheme() {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
}
prefersDark.addEventListener('change', () => { applyTheme(); tell(['theme']); });

// A darker (or, in the dark, lighter) rim, so that every shape stands out from the ground.
function rim(colour) {
  const parts = [1, 3, 5].map(i => parseInt(colour.slice(i, i + 2), 16));
  const mixed = parts.map(v => Math.round(isDark() ? v + (255 - v) * 0.35 : v * 0.62));
  return `#${mixed.map(v => v.toString(16).padStart(2, '0')).join('')}`;
}

// The outline of each shape around 0,0 with radius r, as in the picture: for the legend, lists and SVG export.
function outline(shape, r) {
  const ring = (n, turn, radius) => Array.from({length: n}, (_, i) => {
    const angle = turn + i * 2 * Math.PI / n, rr = typeof radius === 'function' ? radius(i) : radius;
    return [rr * Math.cos(angle), rr * Math.sin(angle)];
  });
  const path = points => 'M' + points.map(([px, py]) => `${px.toFixed(1)} ${py.toFixed(1)}`).join('L') + 'Z';
  if (shape === 'square') return path([[-r, -r], [r, -r], [r, r], [-r, r]].map(p => p.map(v => v * 0.9)));
  if (shape === 'diamond') return path([[0, -r * 1.15], [r * 1.15, 0], [0, r * 1.15], [-r * 1.15, 0]]);
  if (shape === 'triangle') return path(ring(3, -Math.PI / 2, r * 1.15));
  if (shape === 'triangleDown') return path(ring(3, Math.PI / 2, r * 1.15));
  if (shape === 'hexagon') return path(ring(6, 0, r));
  if (shape === 'star') return path(ring(10, -Math.PI / 2, i => i % 2 ? r * 0.5 : r * 1.15));
  if (shape === 'line') return `M${-r * 1.3} 0H${r * 1.3}`;
  if (shape === 'page') return path([[-r * 0.75, -r], [r * 0.3, -r], [r * 0.75, -r * 0.55], [r * 0.75, r], [-r * 0.75, r]]);
  return `M${-r} 0A${r} ${r} 0 1 0 ${r} 0A${r} ${r} 0 1 0 ${-r} 0Z`;
}

const rimOf = cls => cls === 'Document' ? ink('soft') : cls === 'Figure' ? tone(LOOKS.Figure) : rim(tone(LOOKS[cls]));
const fillOf = cls => cls === 'Figure' ? ink('ground') : tone(LOOKS[cls]);

function symbol(cls, size = 16) {
  const look = LOOKS[cls];
  return svg('svg', {class: 'symbol', viewBox: '-10 -10 20 20', width: size, height: size, 'aria-hidden': 'true', 'data-class': cls},
    svg('path', {d: outline(look.shape, 7), class: `look look-${cls}`}),
    cls === 'Bundle' ? svg('path', {d: outline('diamond', 4), class: 'inner'}) : null);
}
