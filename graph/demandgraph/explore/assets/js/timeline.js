// Events and the demands made at them, the latest first.

function timelineView(stage) {
  const p = passing();
  const items = [...p.demands, ...p.events].map(n => ({n, date: dateOf(n)}));
  const dated = items.filter(x => x.date).sort(by(x => x.date, x => x.n.cls === 'Demand' ? 1 : 0, x => x.n.id));
  const undated = items.filter(x => !x.date);
  if (!items.length) { empty(stage, nothing()); return 'Nothing to show'; }
  const groups = new Map();
  for (const x of dated) {
    const month = x.date.slice(0, 7);
    (groups.get(month) || groups.set(month, []).get(month)).push(x);
  }
  const months = [...groups].reverse();
  const list = el('ol', {class: 'years'});
  let year = '';
  const FEW = 60;
  let at = 0;
  const grow = () => {
    let made = 0;
    while (at < months.length && made < FEW) {
      const [month, entries] = months[at++];
      if (month.slice(0, 4) !== year) { year = month.slice(0, 4); list.append(el('li', {class: 'year'}, el('h3', {}, year))); }
      list.append(el('li', {class: 'month'}, el('ol', {}, timelineDays(entries))));
      made += entries.length;
    }
    rest.hidden = at >= months.length;
  };
  const rest = button('Show earlier', grow, {class: 'more'});
  grow();
  empty(stage, el('div', {class: 'scroll timeline', tabindex: 0, role: 'region', 'aria-label': 'Timeline'}, list, rest,
    undated.length ? el('details', {class: 'undated'}, el('summary', {}, `${undated.length} without a date`), el('ol', {}, undated.slice(0, 300).map(x => timelineEntry(x.n)))) : null));
  return `Timeline of ${many(dated.length, 'dated finding')}`;
}

// The entries of a month by day; demands made at one event stand under it.
function timelineDays(entries) {
  const days = new Map();
  for (const x of entries) (days.get(x.date) || days.set(x.date, []).get(x.date)).push(x.n);
  return [...days].reverse().map(([date, list]) => {
    const ids = new Set(list.map(n => n.id)), under = new Map(), top = [];
    for (const n of list) {
      const host = n.kind === 'Demand' ? linked(n, 'madeAt').find(e => ids.has(e)) : undefined;
      if (host === undefined) top.push(n); else (under.get(host) || under.set(host, []).get(host)).push(n);
    }
    const loose = top.filter(n => n.kind === 'Demand'), told = top.filter(n => n.kind !== 'Demand');
    return el('li', {class: 'day'}, el('h4', {}, dateName(date)), el('ul', {},
      told.map(n => timelineEntry(n, under.get(n.id))), folded(loose)));
  });
}

// The date stands beside the entry already.
function undatedSentence(n) {
  const text = plainSentence(n), tail = n.dates[0] ? `, ${dateName(n.dates[0])}.` : '';
  return tail && text.endsWith(tail) ? `${text.slice(0, -tail.length)}.` : text;
}

function timelineEntry(n, below) {
  return el('li', {class: `entry e-${n.cls}`}, button([symbol(n.cls, 16), el('span', {}, quoted(cut(undatedSentence(n), 230)))], () => choose(n), {class: 'row'}),
    n.cls === 'Event' ? el('p', {class: 'sub'}, '“', quoted(cut(n.label, 160)), '” ', el('span', {class: 'from'}, '— ', quoted(cut(nodes[documentsOf(n)[0]]?.label || '', 70)))) : el('p', {class: 'sub'}, quoted(cut(nodes[documentsOf(n)[0]]?.label || '', 90))),
    below ? el('ul', {class: 'below'}, folded(below)) : null);
}

function folded(list) {
  const first = list.slice(0, 4).map(n => timelineEntry(n));
  if (list.length > 4) first.push(el('li', {}, el('details', {}, el('summary', {}, `and ${many(list.length - 4, 'more demand', 'more demands')}`), el('ul', {}, list.slice(4).map(n => timelineEntry(n))))));
  return first;
}
