// The picture by keyboard.

// Arrow keys go to the next node in that direction.
function netKey(event) {
  const ways = {ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
  const key = event.key;
  if (ways[key] && event.shiftKey) net.moveTo({offset: {x: -ways[key][0] * 80, y: -ways[key][1] * 80}});
  else if (ways[key]) step(ways[key]);
  else if (key === '+' || key === '=') net.moveTo({scale: net.getScale() * 1.25});
  else if (key === '-') net.moveTo({scale: net.getScale() / 1.25});
  else if (key === '0') fitNet(true);
  else if (key === 'Enter' && selected()) $('panel').focus();
  else if (key === 'u' && selected()) unfold(selected());
  else return;
  event.preventDefault();
}

function step([dx, dy]) {
  const places = net.getPositions();
  const here = places[chosenId] || net.getViewPosition();
  let best = null, least = Infinity;
  for (const [id, p] of Object.entries(places)) {
    if (Number(id) === chosenId) continue;
    const ahead = (p.x - here.x) * dx + (p.y - here.y) * dy, aside = Math.abs((p.x - here.x) * dy) + Math.abs((p.y - here.y) * dx);
    if (ahead <= 1) continue;
    const cost = ahead + aside * 2.5;
    if (cost < least) { least = cost; best = nodes[id]; }
  }
  if (!best) return;
  choose(meant(best));
  net.moveTo({position: places[best.id]});
  announce(plainSentence(best));
}
