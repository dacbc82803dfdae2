// The ways to look at one selection, and the bars around them.

const VIEWS = {
  network: ['Network', networkView], matrix: ['Who asks whom', matrixView], flow: ['Flow', flowView],
  timeline: ['Timeline', timelineView], lineage: ['Lineage', lineageView], table: ['Table', tableView],
};

function buildTabs() {
  const tabs = $('tabs');
  empty(tabs, el('div', {role: 'tablist', 'aria-label': 'Views', class: 'tablist'}, Object.entries(VIEWS).map(([key, [name]]) =>
    el('button', {type: 'button', role: 'tab', id: `tab-${key}`, 'aria-controls': 'stage', onclick: () => change({view: key}),
      onkeydown: e => {
        const keys = Object.keys(VIEWS), at = keys.indexOf(key);
        const to = e.key === 'ArrowRight' ? keys[(at + 1) % keys.length] : e.key === 'ArrowLeft' ? keys[(at + keys.length - 1) % keys.length] : null;
        if (to) { change({view: to}); $(`tab-${to}`).focus(); e.preventDefault(); }
      }}, name))),
  button('Filters', () => toggleSide(!document.body.classList.contains('side-open')), {class: 'only-small', id: 'filters'}));
}

function markTab() {
  for (const key of Object.keys(VIEWS)) {
    const tab = $(`tab-${key}`), on = key === state.view;
    tab.setAttribute('aria-selected', String(on));
    tab.tabIndex = on ? 0 : -1;
    if (on) tab.scrollIntoView?.({block: 'nearest', inline: 'center'});
  }
  for (const item of $('tools').querySelectorAll('.pictures')) item.hidden = state.view === 'table';  // a table is saved as CSV
  $('stage').setAttribute('role', 'tabpanel');
  $('stage').setAttribute('aria-labelledby', `tab-${state.view}`);
}

function buildTools() {
  empty($('tools'),
    menu('Save', [
      ['Picture (PNG)', savePng, {class: 'pictures'}], ['Drawing (SVG)', saveSvg, {class: 'pictures'}], ['Table (CSV)', saveCsv], ['Graph of the selection (Turtle)', saveTurtle], ['Print', () => print()],
    ]),
    button('Copy link', () => copy(location.href), {title: 'This page with these filters: the address holds them all'}),
    button([svg('svg', {viewBox: '-10 -10 20 20', width: 18, height: 18, 'aria-hidden': 'true'}, svg('circle', {r: 7, class: 'moon'}), svg('path', {d: 'M0-7A7 7 0 0 1 0 7Z', class: 'half'}))],
      () => change({theme: isDark() ? 'light' : 'dark'}), {class: 'icon', 'aria-label': 'Light or dark', title: 'Light or dark'}),
    button('?', openHelp, {class: 'icon', 'aria-label': 'Help', title: 'Help (?)'}));
}

function renderStatus() {
  const p = passing();
  const found = chips();
  const parts = [];
  if (state.view === 'network' && shown) {
    parts.push(el('span', {}, shown.folds ? ['Showing the ', el('b', {}, shown.ids.size), ` most telling of ${shown.total.toLocaleString('en')}`] : [el('b', {}, shown.ids.size.toLocaleString('en')), ' shown'], shown.note ? ` · ${shown.note}` : ''));
    const levels = [['', 'Overview'], ['100', 'More'], ['200', 'Even more'], ['all', 'Everything']];
    if (shown.folds || state.detail) parts.push(el('label', {class: 'detail'}, 'Detail ', el('select', {id: 'detail', onchange: e => change({detail: e.target.value})},
      levels.map(([v, name]) => el('option', {value: v, selected: state.detail === v}, name)))));
  } else parts.push(el('span', {}, el('b', {}, many(p.demands.length, 'demand')), `, ${many(p.events.length, 'event')}`));
  const focus = document.activeElement?.id;
  empty($('status'), el('div', {class: 'now'}, parts),
    found.length ? el('ul', {class: 'chips', 'aria-label': 'Chosen filters'}, found, found.length > 1 ? el('li', {}, button('Clear all', clearAll, {class: 'quiet'})) : null) : null,
    state.view === 'network' ? netTools() : null);
  if (focus === 'detail') $('detail')?.focus();
}

function clearAll() {
  const {view, theme, table, sel} = state;
  blank();
  change({view, theme, table, sel});
}

function renderView() {
  if (net && state.view !== 'network') { net.destroy(); net = null; }
  tip('');
  if (!Object.hasOwn(VIEWS, state.view)) state.view = 'network';
  const said = VIEWS[state.view][1]($('stage'));
  announce(said || '');
}

const nothing = () => el('p', {class: 'nothing'}, 'Nothing passes these filters. ', button('Clear all', clearAll));

function openHelp() {
  const box = $('reader');
  const rows = [['Arrow keys', 'go to the next node in that direction (in the network)'], ['Shift and arrows', 'move the picture'], ['+  −  0', 'zoom in, out, show everything'],
    ['Enter', 'open the evidence of the selected node or statement'], ['u', 'unfold the selected demands or body, or show what is near it'], ['← →', 'in the lineage: the previous and the next statement'], ['n  p', 'in a document: the next and the previous mark; Enter opens its evidence'], ['/', 'search'], ['Esc', 'close the evidence or the document'], ['?', 'this help']];
  empty(box, el('div', {class: 'readerhead'}, el('h2', {}, 'How to read this page'), button('×', () => box.close(), {class: 'close', 'aria-label': 'Close help'})),
    el('div', {class: 'readertext help', tabindex: 0, role: 'region', 'aria-label': 'Help'},
      el('p', {}, 'Every shape is something that the documents name or say: actors, demands, events. A blue arrow leads from who asks to what is asked, an orange one from there to who is asked. A diamond with a number stands for several demands: an orange one for those on one topic of the same addressees, a dark one for the wordings of one demand that documents share. A badge such as +3 says how many organs are drawn as the body that they are part of. Double-click either to unfold it.'),
      el('p', {}, 'Click anything to read the words that say so. The legend switches classes on and off; the filters and the timeline narrow every view alike. The address of the page holds all you have chosen: copy it to share what you see.'),
      el('h3', {}, 'Arrows and lines'), el('ul', {class: 'edgekey'}, Object.entries(EDGE_LOOKS).map(([role, look]) => el('li', {}, edgeSymbol(role), ' ', look.name))),
      el('h3', {}, 'Keys'), el('dl', {class: 'facts'}, rows.map(([k, v]) => [el('dt', {}, el('kbd', {}, k)), el('dd', {}, v)])),
      el('p', {class: 'hint'}, 'Findings are made by rules and can be wrong: read the quote before you rely on one. Drawn with vis-network (Apache 2.0 or MIT licence) through pyvis.')));
  if (!box.open) box.showModal();
}

function edgeSymbol(role) {
  const look = EDGE_LOOKS[role];
  return svg('svg', {viewBox: '0 -6 40 12', width: 40, height: 12, 'aria-hidden': 'true'},
    svg('path', {d: 'M1 0H34', stroke: tone(look), 'stroke-width': 2, 'stroke-dasharray': look.dashes ? look.dashes.join(' ') : null}),
    look.arrow ? svg('path', {d: 'M32-4L39 0L32 4Z', fill: tone(look)}) : null);
}
