// Starts the page and keeps its parts in step with the state.

const REDRAWS = ['all', 'view', 'q', 'from', 'to', 'off', 'topic', 'force', 'doc', 'event', 'issuer', 'addressee', 'hide', 'pin', 'open', 'support', 'root', 'steps', 'a', 'b', 'slack', 'detail', 'theme', 'line'];

listeners.push(changed => {
  const any = names => names.some(n => changed.has(n));
  if (any(['theme', 'all'])) applyTheme();
  const redraw = any(REDRAWS) || state.view === 'table' && any(['table', 'sort', 'sel']) || state.view === 'lineage' && changed.has('sel') || changed.has('sel') && needsRedraw();
  markTab();
  openPanel();
  if (redraw) {
    renderSide();
    renderStrip();
    renderView();
  } else if (changed.has('sel')) markSelection();
  if (any(['sel', 'all', 'pin', 'open', 'root', 'steps', 'a', 'b', 'slack', 'view'])) renderPanel();
  if (changed.has('physics')) setPhysics(state.physics === 'on');
  if (redraw || changed.has('sel')) renderStatus();
});

// A selection that the picture does not show yet is brought in, with what is around it.
function needsRedraw() {
  if (state.view !== 'network' || !shown) return false;
  const n = selected();
  return Boolean(n) && n.kind !== 'Affiliation' && !n.demands?.some(d => shown.ids.has(d)) && !shown.ids.has(n.id) && !(n.bundle !== undefined && shown.ids.has(n.bundle));
}

addEventListener('keydown', e => {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName);
  if (e.key === '/' && !typing && !e.ctrlKey && !e.metaKey) { $('q').focus(); e.preventDefault(); }
  else if (e.key === '?' && !typing) openHelp();
  else if (e.key === 'Escape') {
    stopPicking();
    if (document.body.classList.contains('side-open')) { toggleSide(false); $('filters').focus(); }
    else if (!$('reader').open && state.sel && !typing) backToStage();
  }
});

$('skip').addEventListener('click', e => { e.preventDefault(); $('main').focus(); });
readState();
applyTheme();
buildTabs();
buildTools();
buildSearch();
markTab();
openPanel();
renderSide();
renderStrip();
renderView();
renderPanel();
renderStatus();
document.documentElement.dataset.ready = 'yes';

// What tests and the curious may ask: nothing here changes the page.
window.explorer = Object.freeze({
  shown: () => shown && {nodes: shown.ids.size, edges: shown.edges.length, at: shown.at, labels: shown.written, boxes: shown.labelBoxes, scale: net?.getScale()},
  network: () => net, copied: () => copy.last, turtle: key => turtle(byKey.get(key)), csv: csvText, state: stateText,
  node: i => ({kind: nodes[i].kind, label: nodes[i].label}), edges: () => shown.edges.map(e => ({from: e.from, to: e.to, role: e.role})),
});
