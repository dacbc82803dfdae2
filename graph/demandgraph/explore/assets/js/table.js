// Everything as a table: sorted by any column, saved as CSV.

const ends = (n, role) => linked(n, role).map(i => plain(nodes[i].label)).join('; ');
const docTitle = n => documentsOf(n).map(d => plain(nodes[d].label)).join('; ');
const firstQuote = n => n.quotes.length ? plain(wordsOf(n.quotes[0])) : '';
const TABLES = {
  Demand: {name: 'Demands', rows: p => p.demands, columns: [
    ['Date', n => dateOf(n)], ['Who asks', n => ends(n, 'issuer')], ['Who is asked', n => ends(n, 'addressee')], ['What', n => n.label, 'wide'], ['Topic', n => topicName(n.facts.topic)],
    ['How strongly', n => forceName(n.facts.force)], ['Brought in by', n => ends(n, 'initiator')], ['Document', docTitle, 'origin'], ['Status', n => statusName(n.facts.status)], ['Sureness', n => Number(n.facts.confidence) || '', 'number']]},
  Event: {name: 'Events', rows: p => p.events, columns: [
    ['Date', n => dateOf(n)], ['Kind', kindName], ['Who', n => ends(n, 'agent')], ['To or with whom', n => ends(n, 'recipient')], ['Place', n => n.facts.place || ''], ['Words', firstQuote, 'wide'],
    ['Document', docTitle, 'origin'], ['Sureness', n => Number(n.facts.confidence) || '', 'number']]},
  Actor: {name: 'Actors', rows: p => actors.filter(n => p.pass.has(n.id)), columns: [
    ['Name', n => n.label], ['Class', kindName], ['Demands made', n => linking(n, 'issuer').length, 'number'], ['Demands received', n => linking(n, 'addressee').length, 'number'],
    ['Events', n => linking(n, 'agent').length + linking(n, 'recipient').length, 'number'], ['Documents', n => documentsOf(n).length, 'number'], ['Also called', n => n.names.join('; '), 'wide']]},
  Affiliation: {name: 'Affiliations', rows: p => p.affiliations, columns: [
    ['Person', n => ends(n, 'member')], ['Role', n => n.facts.role || ''], ['Of', n => ends(n, 'organization')], ['Words', firstQuote, 'wide'], ['Document', docTitle, 'origin']]},
  Figure: {name: 'Figures', rows: p => p.figures, columns: [
    ['Number', n => Number(n.facts.value), 'number'], ['Of what', n => n.facts.unit || ''], ['As', n => n.facts.qualifier || ''], ['Words', firstQuote, 'wide'], ['Document', docTitle, 'origin']]},
  Document: {name: 'Documents', rows: p => documents.filter(n => p.pass.has(n.id)), columns: [
    ['Date', n => dateOf(n)], ['Title', n => n.label, 'wide'], ['Kind', documentKind], ['Published by', n => n.facts.publisher || ''], ['Demands', n => linking(n, 'statedIn').length, 'number'],
    ['Events', n => linking(n, 'describedIn').length, 'number']]},
};
const table_ = () => Object.hasOwn(TABLES, state.table) ? TABLES[state.table] : TABLES.Demand;
const PAGE = 150;
const t_rows = t => t.rows(passing()).map(n => [n, ...t.columns.map(c => c[1](n))]);

function tableRows() {
  const whole = table_();
  const found = t_rows(whole), used = whole.columns.map((c, i) => i < 4 || found.some(row => row[i + 1] !== ''));
  const t = {...whole, columns: whole.columns.filter((c, i) => used[i])};  // a column that says nothing takes no room
  const list = found.map(([n, ...values]) => [n, ...values.filter((v, i) => used[i])]);
  const [column, way] = (state.sort || (t.columns[0][0] === 'Date' ? 'Date:down' : '')).split(':');  // the latest first
  const at = t.columns.findIndex(c => c[0] === column);
  if (at >= 0) {
    const sign = way === 'down' ? -1 : 1;
    const compare = new Intl.Collator('en', {numeric: true, sensitivity: 'base'}).compare;
    list.sort((a, b) => {
      const [x, y] = [a[at + 1], b[at + 1]];
      if (x === '' || y === '') return (x === '') - (y === '') || a[0].id - b[0].id;
      return sign * (typeof x === 'number' && typeof y === 'number' ? x - y : compare(x, y)) || a[0].id - b[0].id;
    });
  }
  return {t, list, at, way};
}

function tableView(stage) {
  const {t, list, at, way} = tableRows();
  const p = passing();
  const pickers = el('div', {class: 'tabletabs', role: 'group', 'aria-label': 'Which table'}, Object.entries(TABLES).map(([key, x]) => {
    const n = x.rows(p).length;
    return n || key === state.table ? button([x.name, ' ', el('span', {class: 'n'}, n.toLocaleString('en'))], () => change({table: key, sort: ''}), {'aria-pressed': String(x.name === t.name)}) : null;
  }), button('Save as CSV', saveCsv, {class: 'save'}));
  const body = el('tbody');
  const head = el('thead', {}, el('tr', {}, t.columns.map(([name, , cls], i) => el('th', {scope: 'col', class: cls, 'aria-sort': i === at ? (way === 'down' ? 'descending' : 'ascending') : 'none'},
    button([name, el('span', {class: 'arrow', 'aria-hidden': 'true'}, i === at ? (way === 'down' ? ' ▼' : ' ▲') : '')], () => change({sort: `${name}:${i === at && way !== 'down' ? 'down' : 'up'}`}, true))))));
  const row = ([n, ...values]) => el('tr', {class: n === selected() ? 'on' : null, onclick: () => choose(n)}, values.map((v, i) => el('td', {class: t.columns[i][2], 'data-head': v === '' ? null : t.columns[i][0]},
    i === 0 ? button(quotedCell(v === '' ? '–' : v), e => { e.stopPropagation(); choose(n); }, {class: 'link', 'aria-label': `${v === '' ? 'undated' : cut(String(v), 60)}: open the evidence`}) : quotedCell(v))));
  let upto = 0;
  const grow = () => { body.append(...list.slice(upto, upto += PAGE).map(row)); more.hidden = upto >= list.length; };
  const more = button(`Show ${PAGE} more`, grow, {class: 'more'});
  grow();
  empty(stage, el('div', {class: 'scroll tableview', tabindex: 0, role: 'region', 'aria-label': t.name}, pickers, list.length ? el('table', {class: 'rows'}, head, body) : nothing(), more));
  return `${t.name}: ${many(list.length, 'row')}`;
}

function quotedCell(v) {
  if (typeof v === 'number') return v.toLocaleString('en');
  return /^\d{4}(-\d\d){0,2}$/.test(v) ? el('span', {class: 'nowrap'}, v) : quoted(cut(v, 220), {title: v.length > 220 ? plain(v).slice(0, 2000) : null});
}
