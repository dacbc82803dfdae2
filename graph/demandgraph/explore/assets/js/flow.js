// The flow of demands: who asks → on what topic → of whom.

function flowView(stage) {
  const list = passing().demands;
  if (!list.length) { empty(stage, nothing()); return 'No demands'; }
  const NONE = 'none', REST = 'rest';
  const ends = (role, limit) => {
    const counts = tally(list.flatMap(d => linked(d, role)));
    return new Set(counts.slice(0, counts.length > limit + 1 ? limit : counts.length).map(x => x[0]));
  };
  const topWho = ends('issuer', 14), topWhom = ends('addressee', 14);
  const side = (d, role, top) => {
    const ids = linked(d, role);
    if (!ids.length) return [NONE];
    return [...new Set(ids.map(i => top.has(i) ? i : REST))];
  };
  const left = new Map(), mid = new Map(), right = new Map(), first = new Map(), second = new Map();
  const add = (map, key, d, share) => { const x = map.get(key) || map.set(key, {key, value: 0, ids: new Set()}).get(key); x.value += share; x.ids.add(d.id); return x; };
  for (const d of list) {
    const who = side(d, 'issuer', topWho), whom = side(d, 'addressee', topWhom), topic = d.facts.topic || 'other';
    add(mid, topic, d, 1);
    for (const a of who) { add(left, a, d, 1 / who.length); Object.assign(add(first, `${a} ${topic}`, d, 1 / who.length), {a, b: topic}); }
    for (const b of whom) { add(right, b, d, 1 / whom.length); Object.assign(add(second, `${topic} ${b}`, d, 1 / whom.length), {a: topic, b}); }
  }
  const narrow = stage.clientWidth < 640, W = narrow ? 690 : 1000, gap = 11, tallest = Math.max(left.size, mid.size, right.size);
  const room = (stage.clientHeight - 50) * W / Math.max(1, narrow ? W : Math.min(1180, stage.clientWidth - 40)) - 56;  // what the window holds
  const H = Math.max(420, tallest * 24, Math.min(tallest * 31, room));
  const unit = (H - gap * (tallest - 1)) / list.length;
  const stack = map => {
    const order = [...map.values()].sort((p, q) => (p.key === REST) - (q.key === REST) || (p.key === NONE) - (q.key === NONE) || q.ids.size - p.ids.size || q.value - p.value);
    const need = order.reduce((s, x) => s + Math.max(x.value * unit, 3), 0);
    const space = order.length > 1 ? Math.min(26, (H - need) / (order.length - 1)) : 0;
    let y = (H - need - space * (order.length - 1)) / 2;
    for (const x of order) { x.y = y; x.h = Math.max(x.value * unit, 3); x.in = x.out = 0; y += x.h + space; }
    return order;
  };
  const columns = [stack(left), stack(mid), stack(right)];
  const xs = narrow ? [180, 344, 508] : [236, 478, 720], bw = 12;
  const label = key => key === NONE ? 'nobody named' : key === REST ? 'all others' : typeof key === 'number' ? nameOf(nodes[key]) : topicName(key);
  const ribbons = [];
  const ribbon = (links, from, to, x0, x1, cls) => {
    const f = new Map(from.map((x, i) => [x.key, {...x, i}])), t = new Map(to.map((x, i) => [x.key, {...x, i}]));
    for (const l of [...links.values()].sort((p, q) => f.get(p.a).i - f.get(q.a).i || t.get(p.b).i - t.get(q.b).i)) {
      const s = f.get(l.a), e = t.get(l.b), h = Math.max(1, l.value * unit);
      const y0 = s.y + s.out, y1 = e.y + e.in;
      s.out += l.value / s.value * s.h;
      e.in += l.value / e.value * e.h;
      const m = (x0 + x1) / 2;
      const text = `${label(l.a)} → ${label(l.b)}: ${many(l.ids.size, 'demand')}`;
      const go = () => change({view: 'table', table: 'Demand', ...filterFor(l.a, 'issuer'), ...filterFor(l.b, 'addressee')});
      ribbons.push(svg('path', {class: `ribbon ${cls}`, d: `M${x0} ${y0}C${m} ${y0} ${m} ${y1} ${x1} ${y1}V${y1 + h}C${m} ${y1 + h} ${m} ${y0 + h} ${x0} ${y0 + h}Z`,
        onclick: go, onmousemove: e2 => tip(text, e2), onmouseleave: () => tip(''), 'data-ends': `${l.a}|${l.b}`, 'aria-hidden': 'true'}));
    }
  };
  ribbon(first, columns[0], columns[1], xs[0] + bw, xs[1], 'who');
  ribbon(second, columns[1], columns[2], xs[1] + bw, xs[2], 'whom');
  const blocks = columns.flatMap((column, c) => column.map(x => {
    const text = cut(label(x.key), narrow ? 19 : c === 1 ? 38 : 33), actor = typeof x.key === 'number';
    const act = () => actor ? pick(nodes[x.key]) : c === 1 ? toggle('topic', x.key) : null;
    const aside = c === 0 ? {x: xs[0] - 8, 'text-anchor': 'end'} : c === 2 ? {x: xs[2] + bw + 8, 'text-anchor': 'start'} : {x: xs[1] + bw + 6, 'text-anchor': 'start'};
    const can = actor || c === 1;
    return svg('g', {class: `block c${c}${can ? '' : ' still'}`, tabindex: can ? 0 : null, role: can ? 'button' : null, 'aria-label': `${['Asks', 'Topic', 'Is asked'][c]}: ${label(x.key)}, ${many(x.ids.size, 'demand')}`,
      onclick: act, onkeydown: e => { if (e.key === 'Enter' || e.key === ' ') { act?.(); e.preventDefault(); } }},
    svg('rect', {x: xs[c], y: x.y, width: bw, height: x.h, rx: 2}),
    svg('text', {...aside, y: x.y + x.h / 2, dy: '0.35em'}, text, svg('tspan', {class: 'n', dx: 6}, x.ids.size)));
  }));
  const heads = ['Who asks', 'On what', 'Who is asked'].map((t, c) => svg('text', {class: 'head', x: c === 0 ? xs[0] + bw : c === 1 ? xs[1] + bw / 2 : xs[2], y: -18, 'text-anchor': c === 0 ? 'end' : c === 1 ? 'middle' : 'start'}, t));
  const picture = svg('svg', {viewBox: `0 -40 ${W} ${H + 56}`, class: 'flow', role: 'group', 'aria-label': 'Flow of demands from who asks over topics to who is asked'}, heads, ribbons, blocks);
  const rows = [...[...first.values()].map(l => [label(l.a), 'asks on', label(l.b), l.ids.size]), ...[...second.values()].map(l => [label(l.a), 'is asked of', label(l.b), l.ids.size])].sort((p, q) => q[3] - p[3]);
  const words_ = el('details', {class: 'astext'}, el('summary', {}, 'The same as text'), el('table', {}, el('thead', {}, el('tr', {}, ['From', '', 'To', 'Demands'].map(t => t ? el('th', {scope: 'col'}, t) : el('td', {})))),
    el('tbody', {}, rows.slice(0, 400).map(r => el('tr', {}, r.map((v, i) => el('td', {class: i === 3 ? 'n' : null}, i % 2 ? String(v) : quoted(cut(v, 80)))))))));
  empty(stage, el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Flow'}, picture, words_));
  return `Flow of ${many(list.length, 'demand')}`;
}

function filterFor(key, role) {
  if (typeof key === 'number') return {[role]: new Set([nodes[key].key])};
  return key === 'none' ? {[role]: new Set([NOBODY])} : key === 'rest' ? {} : {topic: new Set([key])};
}
