// Who demands what of whom, as a matrix: rows ask, columns are asked.

function matrixView(stage) {
  const list = passing().demands;
  const cells = new Map();
  const rows = new Map(), columns = new Map();
  const NONE = -1;
  for (const d of list) {
    const who = linked(d, 'issuer').length ? linked(d, 'issuer') : [NONE], whom = linked(d, 'addressee').length ? linked(d, 'addressee') : [NONE];
    for (const a of who) for (const b of whom) {
      const key = `${a} ${b}`;
      (cells.get(key) || cells.set(key, []).get(key)).push(d.id);
      rows.set(a, (rows.get(a) || 0) + 1);
      columns.set(b, (columns.get(b) || 0) + 1);
    }
  }
  if (!cells.size) { empty(stage, nothing()); return 'No demands'; }
  const top = (map, limit) => [...[...map].filter(x => x[0] !== NONE).sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit).map(x => x[0]), ...map.has(NONE) ? [NONE] : []];
  const limitR = matrixView.all ? 400 : 24, limitC = matrixView.all ? 400 : 16;
  const r = top(rows, limitR), c = top(columns, limitC);
  const most = Math.max(...[...cells.values()].map(x => x.length));
  const head = (id, none) => id === NONE ? el('i', {}, none) : button([symbol(nodes[id].cls, 14), quoted(cut(nameOf(nodes[id]), 44))], () => pick(nodes[id]), {class: 'link', title: plain(nodes[id].label).slice(0, 300)});
  const table = el('table', {class: 'matrix'},
    el('caption', {}, 'Rows ask, columns are asked; the number counts demands. Click one to read them.'),
    el('thead', {}, el('tr', {}, el('th', {scope: 'col', class: 'corner'}, 'asks ↓  is asked →'), c.map(id => el('th', {scope: 'col'}, el('div', {class: 'slant'}, head(id, 'nobody named')))))),
    el('tbody', {}, r.map(a => el('tr', {}, el('th', {scope: 'row'}, head(a, 'nobody named')), c.map(b => {
      const ids = cells.get(`${a} ${b}`);
      if (!ids) return el('td', {});
      const level = Math.min(5, Math.ceil(5 * Math.log2(ids.length + 1) / Math.log2(most + 1)));
      return el('td', {}, button(String(ids.length), () => change({view: 'table', table: 'Demand', issuer: new Set(a === NONE ? [] : [nodes[a].key]), addressee: new Set(b === NONE ? [] : [nodes[b].key])}),
        {class: `cell level${level}`, 'aria-label': `${a === NONE ? 'Nobody named' : cut(nameOf(nodes[a]), 60)} asks ${b === NONE ? 'nobody named' : cut(nameOf(nodes[b]), 60)}: ${many(ids.length, 'demand')}`,
          title: topicsLine(ids)}));
    })))));
  const cutOff = rows.size > r.length || columns.size > c.length;
  empty(stage, el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Matrix'}, table,
    cutOff || matrixView.all ? el('p', {class: 'hint'}, `The ${r.length} of ${rows.size} that ask and ${c.length} of ${columns.size} that are asked most often. `,
      button(matrixView.all ? 'Fewer' : 'Show all', () => { matrixView.all = !matrixView.all; renderView(); }, {class: 'quiet'})) : null));
  return `Matrix of ${many(r.length, 'row')} and ${many(c.length, 'column')}`;
}

const topicsLine = ids => tally(ids.map(i => topicName(nodes[i].facts.topic))).map(([t, n]) => `${t}: ${n}`).join('\n');
