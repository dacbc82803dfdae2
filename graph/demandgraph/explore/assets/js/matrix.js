// Who demands what of whom, as a matrix: rows ask, columns are asked.

function matrixView(stage) {
  const list = passing().demands;
  const NONE = -1, REST = -2;
  if (!list.length) { empty(stage, nothing()); return 'No demands'; }
  const side = (d, role) => linked(d, role).length ? linked(d, role) : [NONE];
  const limit = most => matrixView.all ? 400 : most;
  const top = (role, most) => {
    const counts = tally(list.flatMap(d => side(d, role))).filter(x => x[0] !== NONE).map(x => x[0]);
    const kept = counts.length > most + 1 ? counts.slice(0, most) : counts;
    return {total: counts.length, kept: [...kept, ...kept.length < counts.length ? [REST] : [], ...list.some(d => !linked(d, role).length) ? [NONE] : []]};
  };
  const rows = top('issuer', limit(24)), columns = top('addressee', limit(16)), r = rows.kept, c = columns.kept;
  const inRows = new Set(r), inColumns = new Set(c), cells = new Map();
  for (const d of list) {
    const who = new Set(side(d, 'issuer').map(i => inRows.has(i) ? i : REST)), whom = new Set(side(d, 'addressee').map(i => inColumns.has(i) ? i : REST));
    for (const a of who) for (const b of whom) (cells.get(`${a} ${b}`) || cells.set(`${a} ${b}`, []).get(`${a} ${b}`)).push(d.id);
  }
  const name = id => id === NONE ? 'nobody named' : id === REST ? 'all others' : cut(nameOf(nodes[id]), 60);
  // The filter that a cell stands for: one actor, nobody, or the others that have no row or column of their own.
  const asked = (id, role, ids, own_) => new Set(id === NONE ? [NOBODY] : id >= 0 ? [nodes[id].key] : ids.flatMap(d => linked(nodes[d], role)).filter(i => !own_.has(i)).map(i => nodes[i].key));
  const most = Math.max(...[...cells.values()].map(x => x.length));
  const head = id => id < 0 ? el('i', {}, name(id)) : button([symbol(nodes[id].cls, 14), quoted(cut(nameOf(nodes[id]), 44))], () => pick(nodes[id]), {class: 'link', title: plain(nodes[id].label).slice(0, 300)});
  const table = el('table', {class: 'matrix'},
    el('caption', {}, 'Rows ask, columns are asked; the number counts demands. Click one to read them.'),
    el('thead', {}, el('tr', {}, el('th', {scope: 'col', class: 'corner'}, 'asks ↓  is asked →'), c.map(id => el('th', {scope: 'col'}, el('div', {class: 'slant'}, head(id)))))),
    el('tbody', {}, r.map(a => el('tr', {}, el('th', {scope: 'row'}, head(a)), c.map(b => {
      const ids = cells.get(`${a} ${b}`);
      if (!ids) return el('td', {});
      const level = Math.min(5, Math.ceil(5 * Math.log2(ids.length + 1) / Math.log2(most + 1)));
      return el('td', {}, button(String(ids.length), () => change({view: 'table', table: 'Demand', issuer: asked(a, 'issuer', ids, inRows), addressee: asked(b, 'addressee', ids, inColumns)}),
        {class: `cell level${level}`, 'aria-label': `${capital(name(a))} asks ${name(b)}: ${many(ids.length, 'demand')}`,
          title: topicsLine(ids)}));
    })))));
  const cutOff = inRows.has(REST) || inColumns.has(REST), own = kept => kept.filter(i => i >= 0).length;
  empty(stage, el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Matrix'}, table,
    cutOff || matrixView.all ? el('p', {class: 'hint'}, `The ${own(r)} of ${rows.total} that ask and ${own(c)} of ${columns.total} that are asked most often. `,
      button(matrixView.all ? 'Fewer' : 'Show all', () => { matrixView.all = !matrixView.all; renderView(); }, {class: 'quiet'})) : null));
  return `Matrix of ${many(r.length, 'row')} and ${many(c.length, 'column')}`;
}

const topicsLine = ids => tally(ids.map(i => topicName(nodes[i].facts.topic))).map(([t, n]) => `${t}: ${n}`).join('\n');
