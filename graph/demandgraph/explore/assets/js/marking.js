// What is selected in the picture: a node with what it touches, or an edge; all else steps back.

function chooseEdge(e) {
  if (!e) return;
  if (e.role === 'affiliation' && e.via.length === 1) choose(nodes[e.via[0]]);
  else choose({key: `edge:${nodes[e.from].key} ${nodes[e.to].key} ${e.role}`});
}

// The edge that a selection of the form edge:FROM TO ROLE names, drawn or not.
function edgeOf(key) {
  if (!key.startsWith('edge:')) return null;
  const [from, to, role] = key.slice(5).split(' ');
  const a = byKey.get(from), b = byKey.get(to);
  if (!a || !b) return null;
  const all = shown?.edges.find(e => e.from === a.id && e.to === b.id && e.role === role);
  if (all) return all;
  const members = n => n.kind === 'Bundle' ? n.demands : [n.id];
  const via = role === 'affiliation' ? affiliations.filter(m => m.ends?.[0] === a.id && m.ends[1] === b.id).map(m => m.id)
    : members(a).filter(i => linked(nodes[i], role).some(j => members(b).includes(j)));
  return {key, from: a.id, to: b.id, role, via, organs: new Set()};
}

function edgeSentence(e) {
  const a = nameOf(nodes[e.from]), b = nameOf(nodes[e.to]);
  const count = e.via.length > 1 ? ` (${many(e.via.length, 'finding')})` : '';
  const say = {
    issuer: `${b} makes this demand: ${a}`, addressee: `${b} is asked: ${a}`, beneficiary: `${b} would benefit: ${a}`,
    initiator: `${b} brought this demand in: ${a}`, statedIn: `“${b}” states: ${a}`, madeAt: `Made at: ${captionOf(nodes[e.to]).join(', ')}`,
    expresses: `${a} is one wording of the shared demand ${b}`, restates: `“${a}” repeats “${b}”`, narrows: `“${a}” is part of the wider demand “${b}”`, describedIn: `“${b}” tells of this: ${a}`,
    agent: `${b} takes part: ${a}`, recipient: `${b} is affected: ${a}`, figure: `${b}, of: ${a}`, partOf: `${a} is part of ${b}`,
    affiliation: `${a} belongs to ${b}`,
  }[e.role] || `${a}: ${e.role} ${b}`;
  const through = e.organs.size ? `, through ${few([...e.organs], m => cut(nameOf(m), 50)).join('')}` : '';
  return cut(say, 220) + count + through;
}

// What stands for a thing in the picture: itself, or the bundle that holds it.
const standIn = n => shown.ids.has(n.id) ? n.id : n.bundle !== undefined && shown.ids.has(n.bundle) ? n.bundle : -1;

function markSelection() {
  if (!net) return;
  const n = selected(), e = state.sel.startsWith('edge:') ? edgeOf(state.sel) : null;
  net.unselectAll();
  lit = null;
  chosenId = n ? standIn(n) : -1;
  if (chosenId >= 0) net.selectNodes([chosenId], false);
  if (e && shown.edges.includes(e)) net.selectEdges([e.key]);
  // What the picture is made for (the middle of a neighbourhood, an end of what connects two things) dims nothing.
  const about = n && (n.key === state.root || Boolean(state.a && state.b) && (n.key === state.a || n.key === state.b));
  if (shown.ids.size <= 1500 && !about) {
    if (n?.kind === 'Bundle' && chosenId < 0) {
      lit = new Set(n.demands);
      for (const x of shown.edges) { if (n.demands.includes(x.from)) lit.add(x.to); if (n.demands.includes(x.to)) lit.add(x.from); }
    } else if (chosenId >= 0) {
      lit = new Set([chosenId]);
      for (const x of shown.edges) { if (x.from === chosenId) lit.add(x.to); if (x.to === chosenId) lit.add(x.from); }
    } else if (n?.ends) lit = new Set(n.ends);
    else if (e) lit = new Set([e.from, e.to]);
  }
  dim(e);
}
let chosenId = -1;

// Everything but the selection and its neighbours steps back.
let lit = null, dimmed = false;
function dim(edge) {
  if (shown.ids.size > 1500 || (!lit && !dimmed)) { net.redraw(); return; }
  const set = net.body.data;
  set.nodes.update([...shown.ids].map(id => ({id, opacity: !lit || lit.has(id) ? 1 : 0.18})));
  const on = e => !lit || litEdge(e, edge);
  set.edges.update(shown.edges.map(e => ({id: e.key, color: {color: tone(EDGE_LOOKS[e.role]), highlight: tone(EDGE_LOOKS[e.role]), opacity: on(e) ? 1 : 0.12}})));
  dimmed = Boolean(lit);
}

const litEdge = (e, edge) => edge ? e === edge : chosenId >= 0 ? e.from === chosenId || e.to === chosenId : lit.has(e.from) && lit.has(e.to);
