// The timeline strip: how much is dated when; a stretch of it can be brushed.

let span = null;

// Bins of years, quarters or months, as fine as the strip can show; far-off years at the ends are one bin each.
function bins() {
  if (span) return span;
  const dates = [...demands, ...events].map(dateOf).filter(d => /^\d{4}/.test(d)).sort();
  if (new Set(dates.map(d => d.slice(0, 7))).size < 2) return span = {list: []};
  const year = d => Number(d.slice(0, 4));
  const low = dates[Math.floor(dates.length * 0.02)], high = dates[Math.ceil(dates.length * 0.98) - 1];
  const years = year(high) - year(low) + 1;
  const list = [];
  const put = (from, to, label) => list.push({from, to, label});
  if (years > 6) {
    const stride = Math.ceil(years / 60);
    for (let y = year(low); y <= year(high); y += stride) put(String(y), String(y + stride - 1), stride > 1 ? `${y}–${y + stride - 1}` : String(y));
  } else {
    const wide = years > 2 ? 3 : 1;
    for (let y = year(low); y <= year(high); y++) for (let m = 1; m <= 12; m += wide) {
      const a = `${y}-${String(m).padStart(2, '0')}`, b = `${y}-${String(m + wide - 1).padStart(2, '0')}`;
      if (b >= low.slice(0, 7) && a <= high.slice(0, 7)) put(a, b, wide > 1 ? `${dateName(a, true)} – ${dateName(b, true)}` : dateName(a));
    }
  }
  if (dates[0] < list[0].from) list.unshift({from: dates[0].slice(0, 4), to: before(list[0].from), label: `before ${dateName(list[0].from)}`, far: true});
  const last = dates[dates.length - 1];
  if (last.slice(0, list[list.length - 1].to.length) > list[list.length - 1].to) list.push({from: after(list[list.length - 1].to), to: last.slice(0, 4), label: `after ${dateName(list[list.length - 1].to)}`, far: true});
  return span = {list};
}
function before(d) {
  const [y, m] = d.split('-').map(Number);
  if (!m) return String(y - 1);
  return m > 1 ? `${y}-${String(m - 1).padStart(2, '0')}` : `${y - 1}-12`;
}
function after(d) {
  const [y, m] = d.split('-').map(Number);
  if (!m) return String(y + 1);
  return m < 12 ? `${y}-${String(m + 1).padStart(2, '0')}` : `${y + 1}-01`;
}
function binOf(list, date) {
  if (!date) return -1;
  return list.findIndex(b => date.slice(0, b.from.length) >= b.from && date.slice(0, b.to.length) <= b.to || date.length < b.from.length && b.from.startsWith(date));
}

function renderStrip() {
  const {list} = bins();
  const box = $('strip');
  box.hidden = list.length < 2;
  if (box.hidden) return;
  const p = withoutDates();
  const height = 46, n = list.length;
  const counts = list.map(() => [0, 0]);
  let undated = 0;
  for (const d of p.demands) { const i = binOf(list, dateOf(d)); if (i >= 0) counts[i][0]++; else undated++; }
  for (const e of p.events) { const i = binOf(list, dateOf(e)); if (i >= 0) counts[i][1]++; else undated++; }
  const most = Math.max(1, ...counts.map(c => c[0] + c[1]));
  const inside = b => (!state.from || b.to >= state.from.slice(0, b.to.length)) && (!state.to || b.from <= state.to.slice(0, Math.max(b.from.length, 4)).padEnd(b.from.length, '~'));
  const bars = list.map((b, i) => {
    const [d, e] = counts[i], hd = (height - 6) * d / most, he = (height - 6) * e / most;
    return svg('g', {class: inside(b) ? 'bin' : 'bin out'},
      svg('rect', {x: i, y: 0, width: 1, height, class: 'hit'}, svg('title', {}, `${b.label}: ${many(d, 'demand')}, ${many(e, 'event')}`)),
      svg('rect', {x: i + 0.08, y: height - hd, width: 0.84, height: hd, class: 'bar demand'}),
      svg('rect', {x: i + 0.08, y: height - hd - he, width: 0.84, height: he, class: 'bar event'}));
  });
  const chart = svg('svg', {viewBox: `0 0 ${n} ${height}`, preserveAspectRatio: 'none', class: 'bars', 'aria-hidden': 'true'}, bars);
  const from = state.from ? Math.max(0, list.findIndex(inside)) : 0;
  const to = state.to ? Math.max(from, list.length - 1 - [...list].reverse().findIndex(inside)) : n - 1;
  const set = (a, b, quiet) => {
    [a, b] = [Math.min(a, b), Math.max(a, b)];
    change(a <= 0 && b >= n - 1 ? {from: '', to: ''} : {from: a <= 0 ? '' : list[a].from, to: b >= n - 1 ? '' : list[b].to}, quiet);
  };
  const knob = (name, value, act) => el('input', {type: 'range', id: `strip-${name}`, class: `knob ${name}`, min: 0, max: n - 1, value, 'aria-label': name === 'from' ? 'From' : 'Until',
    'aria-valuetext': `${list[value].label}: ${many(counts[value][0], 'demand')}, ${many(counts[value][1], 'event')}`, onchange: e => act(Number(e.target.value))});
  const years = [];
  let shownYear = '';
  list.forEach((b, i) => {
    const y = b.from.slice(0, 4), stride = Math.ceil(n / 14);
    if (b.far ? i === 0 : (i > 1 || !list[0].far) && y !== shownYear && (list[0].from.length > 4 || (i - (list[0].far ? 1 : 0)) % stride === 0)) years.push(el('span', {class: 'tick'}, b.far ? 'earlier' : y));
    else years.push(el('span', {class: 'tick'}));
    shownYear = y;
  });
  const track = el('div', {class: 'track'}, chart, el('div', {class: 'ticks', 'aria-hidden': 'true'}, years));
  const focus = document.activeElement?.id;
  empty(box, el('div', {class: 'striphead'}, el('span', {class: 'striplabel'}, 'When'),
    el('span', {class: 'key-d'}, 'demands'), el('span', {class: 'key-e'}, 'events'),
    el('span', {class: 'hint'}, state.from || state.to ? `${list[from].label} until ${list[to].label}` : 'Drag over the bars to choose a time', undated && !(state.from || state.to) ? `; ${undated.toLocaleString('en')} undated` : ''),
    state.from || state.to ? button('All times', () => change({from: '', to: ''}), {class: 'quiet'}) : null),
  track, el('div', {class: 'knobs'}, knob('from', from, v => set(v, Math.max(v, to))), knob('to', to, v => set(Math.min(v, from), v))));
  if (focus?.startsWith('strip-')) $(focus)?.focus();
  brush(track, n, set, i => counts[i]);
}

function withoutDates() {
  if (!state.from && !state.to) return passing();
  const {from, to} = state;
  state.from = state.to = '';
  const p = passing();
  Object.assign(state, {from, to});
  cache = null;
  return p;
}

function brush(track, n, set) {
  const at = e => Math.max(0, Math.min(n - 1, Math.floor((e.clientX - track.getBoundingClientRect().left) / track.clientWidth * n)));
  let start = -1;
  const veil = el('div', {class: 'veil', hidden: true});
  track.append(veil);
  track.addEventListener('pointerdown', e => { start = at(e); try { track.setPointerCapture(e.pointerId); } catch { /* a pen that left */ } draw(start); });
  track.addEventListener('pointermove', e => { if (start >= 0) draw(at(e)); });
  track.addEventListener('pointerup', e => { if (start < 0) return; const end = at(e); const from = start; start = -1; set(from, end); });
  track.addEventListener('pointercancel', () => { start = -1; veil.hidden = true; });
  function draw(end) {
    veil.hidden = false;
    veil.style.left = `${Math.min(start, end) / n * 100}%`;
    veil.style.width = `${(Math.abs(end - start) + 1) / n * 100}%`;
  }
}
