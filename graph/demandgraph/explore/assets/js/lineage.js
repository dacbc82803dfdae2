// How one shared demand went on: its dated statements from left to right, and arrows from each to the one that it repeats.

const CARD = {width: 232, gap: 76, pad: 12, line: 17, top: 64};

// The statements of a shared demand and of the narrower ones that are part of it, the earliest first.
function statementsOf(one, seen = new Set()) {
  if (seen.has(one)) return [];
  seen.add(one);
  const found = new Set([...linking(one, 'expresses').map(i => nodes[i]), ...linking(one, 'narrows').flatMap(i => statementsOf(nodes[i], seen))]);
  return [...found].sort(by(m => dateOf(m) || '~', m => m.id));
}

// Which shared demand is drawn: the one chosen here, unless something of another one is selected.
function lineOf(list) {
  const n = selected(), chosen = byKey.get(state.line);
  const of = n?.kind === 'SharedDemand' ? [n] : n?.kind === 'Demand' ? linked(n, 'expresses').map(i => nodes[i]) : n?.one ? [n.one] : [];
  if (chosen?.kind === 'SharedDemand' && (!of.length || of.includes(chosen) || statementsOf(chosen).includes(n))) return chosen;
  return of[0] || list[0];
}

function lineageView(stage) {
  const {pass} = passing();
  const counted = new Map(shared.map(s => [s, statementsOf(s).filter(d => pass.has(d.id)).length]));
  const list = shared.filter(s => counted.get(s)).sort(by(s => -counted.get(s), s => -linking(s, 'expresses').length, s => plain(s.label).toLowerCase(), s => s.id));
  const one = lineOf(list);
  if (!one) { empty(stage, shared.length ? nothing() : el('p', {class: 'nothing'}, 'No demand is stated by several of these documents.')); return 'No shared demands'; }
  const all = statementsOf(one), members = all.filter(d => pass.has(d.id)), left = all.length - members.length;
  const offered = list.includes(one) ? list.slice(0, 300) : [one, ...list.slice(0, 299)];
  if (!offered.includes(one)) offered.unshift(one);
  const focus = document.activeElement?.id, scrolled = stage.querySelector('.linepicture')?.scrollLeft || 0;
  const others = (role, side, words_) => (one[side][role] || []).length ? el('p', {class: 'sub'}, words_, ' ', namesOf(one[side][role], nodeLink)) : null;
  const span_ = [dateOf(members[0] || one), [...members].reverse().map(dateOf).find(Boolean)].filter(Boolean);
  const facts = `${many(members.length, 'statement')} in ${many(new Set(members.flatMap(documentsOf)).size, 'document')}, by ${many(new Set(members.flatMap(d => linked(d, 'issuer'))).size, 'issuer')}`
    + (span_.length > 1 && span_[0] !== span_[1] ? `, from ${dateName(span_[0])} to ${dateName(span_[1])}` : span_[0] ? `, ${dateName(span_[0])}` : '') + '.';
  const picture = members.length ? lineDrawing(one, members) : nothing();
  empty(stage, el('div', {class: 'scroll lineage'},
    el('p', {class: 'linepick'}, el('label', {for: 'line'}, 'Shared demand'),
      el('select', {id: 'line', onchange: e => change({line: e.target.value, sel: ''})}, offered.map(s => el('option', {value: s.key, selected: s === one}, `${cut(s.label, 80)} (${counted.get(s)})`)))),
    el('h2', {}, button(quoted(cut(one.label, 200)), () => choose(one), {class: 'link', title: 'Open the evidence'})),
    el('p', {class: 'sub', id: 'linefacts'}, facts, left ? ` ${many(left, 'more is', 'more are')} left out by the filters.` : '',
      ' An arrow leads from a statement to the earlier one that it repeats.'),
    others('narrows', 'out', 'Part of the wider demand'), others('narrows', 'into', 'Narrower demands, included here:'),
    el('div', {class: 'linepicture', role: 'region', tabindex: 0, 'aria-label': 'Drawing of the lineage'}, picture),
    members.length ? el('details', {class: 'astext'}, el('summary', {}, 'The same as text'), lineText(members)) : null));
  const box = stage.querySelector('.linepicture');
  if (box) box.scrollLeft = scrolled;
  if (focus?.startsWith('card-') || focus === 'line') $(focus)?.focus();
  return `Lineage of ${cut(one.label, 80)}: ${facts}`;
}

// What a card says, in one line: for the screen reader and the list under the drawing.
function lineSentence(d) {
  const repeats = linked(d, 'restates').map(i => `${documentTitle(nodes[i])}${dateOf(nodes[i]) ? ` of ${dateName(dateOf(nodes[i]))}` : ''}`);
  return `${dateName(dateOf(d)) || 'Undated'}: ${plainSentence(d)} In ${documentTitle(d)}.${d.facts.status ? ` Status: ${statusName(d.facts.status).toLowerCase()}.` : ''}${repeats.length ? ` Repeats ${repeats.join(' and ')}.` : ''}`;
}
const documentTitle = d => { const source = nodes[documentsOf(d)[0]]; return source ? cut(sourceLines(source).join(', '), 110) : 'an unnamed document'; };
const lineText = members => el('ol', {class: 'linetext'}, members.map(d => el('li', {}, button(quoted(lineSentence(d)), () => choose(d), {class: 'link'}))));

function lineDrawing(one, members) {
  const shownCards = members.slice(0, 80);
  const columns = [];
  for (const d of shownCards) {
    const date = dateOf(d), last = columns[columns.length - 1];
    if (last && last.date === date) last.cards.push(d); else columns.push({date, cards: [d]});
  }
  const at = new Map();
  let height = CARD.top;
  columns.forEach((column, c) => {
    let y = CARD.top;
    for (const d of column.cards) {
      const card = {d, c, x: 8 + c * (CARD.width + CARD.gap), y, ...cardParts(d)};
      at.set(d.id, card);
      y += card.height + 14;
    }
    height = Math.max(height, y);
  });
  const lanes = new Map(), arrows = [];
  for (const card of at.values()) for (const i of linked(card.d, 'restates')) {
    const to = at.get(i);
    if (!to) continue;
    const on = selected() === card.d || selected() === to.d;
    arrows.push({path: wayBetween(card, to, lanes, height), on, to});
  }
  const width = 16 + columns.length * (CARD.width + CARD.gap) - CARD.gap;
  const foot = height + (lanes.size ? 6 + lanes.size * 12 : 0);
  const axis = columns.map(({date}, c) => {
    const x = 8 + c * (CARD.width + CARD.gap), next = columns[c + 1];
    const gone = next && apart(date, next.date);
    return svg('g', {}, svg('circle', {class: 'dot', cx: x + 7, cy: 34, r: 5}), svg('text', {class: 'date', x, y: 20}, dateName(date) || 'undated'),
      next ? svg('path', {class: 'axis', d: `M${x + 17} 34H${x + CARD.width + CARD.gap - 3}`}) : null,
      gone ? svg('text', {class: 'gone', x: x + CARD.width + CARD.gap / 2 - 4, y: 51, 'text-anchor': 'middle'}, gone) : null);
  });
  const cards = [...at.values()];
  const go = (e, k) => {
    const to = {ArrowRight: k + 1, ArrowLeft: k - 1, ArrowDown: k + 1, ArrowUp: k - 1, Home: 0, End: cards.length - 1}[e.key];
    if (e.key === 'Enter' || e.key === ' ') { choose(cards[k].d); $('panel').focus(); e.preventDefault(); }
    else if (cards[to] && !e.shiftKey) { $(`card-${cards[to].d.id}`).focus(); e.preventDefault(); }
  };
  const drawnCards = cards.map((card, k) => svg('g', {id: `card-${card.d.id}`, class: `card${selected() === card.d ? ' on' : ''}`, transform: `translate(${card.x} ${card.y})`, tabindex: 0, role: 'button',
    'aria-label': lineSentence(card.d), onclick: () => choose(card.d), onkeydown: e => go(e, k)},
  svg('rect', {class: 'box', width: CARD.width, height: card.height, rx: 9}), card.parts));
  const heads = arrows.map(a => svg('g', {class: `again${a.on ? ' on' : ''}`}, svg('path', {d: a.path.line}), svg('path', {class: 'tip', d: a.path.tip})));
  const picture = svg('svg', {class: 'line', viewBox: `0 0 ${width} ${foot}`, width, height: foot, role: 'group', 'aria-label': `Lineage of: ${cut(one.label, 160)}`, 'aria-describedby': 'linefacts'}, axis, heads, drawnCards);
  return members.length > shownCards.length ? [picture, el('p', {class: 'hint'}, `The earliest ${shownCards.length} of ${members.length}; the text below lists all.`)] : picture;
}

// The lines of a card: who, what, where it stands, what became of it.
function cardParts(d) {
  const parts = [], inner = CARD.width - 2 * CARD.pad;
  let y = CARD.pad;
  const put = (text, cls, lines, font, icon) => {
    for (const [k, line] of wrapText(text, inner - (icon ? 20 : 0), lines, font).entries()) {
      if (icon && icon !== ' ' && !k) { const mark = symbol(icon, 14); mark.setAttribute('x', CARD.pad); mark.setAttribute('y', y + 1.5); parts.push(mark); }
      parts.push(svg('text', {class: cls, x: CARD.pad + (icon ? 20 : 0), y: y + 13}, line));
      y += CARD.line;
    }
  };
  const who = linked(d, 'issuer');
  put(who.length ? plainList(who) : 'Nobody named', 'who', 2, '650 13px', who.length ? nodes[who[0]].cls : null);
  y += 3;
  put(`“${plain(d.label)}”`, 'what', 5, '14px serif');
  const whom = linked(d, 'addressee');
  if (whom.length) put(`asked: ${plainList(whom)}`, 'soft', 1, '12.5px');
  y += 4;
  const source = nodes[documentsOf(d)[0]], lines = source ? sourceLines(source) : ['an unnamed document'];
  put(lines[0], 'soft', 3 - lines.length, '12.5px', 'Document');
  if (lines[1]) put(lines[1], 'soft', 1, '12.5px', ' ');
  if (d.facts.status) {
    const text = statusName(d.facts.status), w = textWidth(text, '600 12px') + 16;
    parts.push(svg('rect', {class: 'pill', x: CARD.pad, y: y + 4, width: Math.min(w, inner), height: 19, rx: 9.5}), svg('text', {class: 'status', x: CARD.pad + 8, y: y + 17.5}, text));
    y += 25;
  }
  return {parts, height: y + CARD.pad - 3};
}
const plainList = ids => ids.slice(0, 3).map(i => cut(nameOf(nodes[i]), 60)).join(', ') + (ids.length > 3 ? ` and ${ids.length - 3} more` : '');

// From a card to an earlier one: straight over where they are neighbours, else along a lane under all cards, which all that lead to one card share.
function wayBetween(from, to, lanes, height) {
  const x0 = from.x, y0 = from.y + 26, x1 = to.x + CARD.width;
  if (from.c === to.c + 1) {
    const y1 = to.y + 26, m = (x0 + x1) / 2;
    return {line: `M${x0} ${y0}C${m} ${y0} ${m} ${y1} ${x1 + 8} ${y1}`, tip: `M${x1 + 1} ${y1}l9 -4.5v9Z`};
  }
  if (!lanes.has(to)) lanes.set(to, lanes.size);
  const lane = height + 6 + lanes.get(to) * 12, y1 = to.y + 46, a = x0 - 22, b = x1 + 22, r = 8;
  return {line: `M${x0} ${y0 + 20}H${a + r}Q${a} ${y0 + 20} ${a} ${y0 + 20 + r}V${lane - r}Q${a} ${lane} ${a - r} ${lane}H${b + r}Q${b} ${lane} ${b} ${lane - r}V${y1 + r}Q${b} ${y1} ${b - r} ${y1}H${x1 + 8}`, tip: `M${x1 + 1} ${y1}l9 -4.5v9Z`};
}

// How long it is from one date to a later one, as precisely as both are known.
function apart(a, b) {
  if (!a || !b) return '';
  const [ya, ma, da] = a.split('-').map(Number), [yb, mb, db] = b.split('-').map(Number);
  if (!ma || !mb) return yb > ya ? many(yb - ya, 'year') : '';
  if (da && db) {
    const days = Math.round((Date.UTC(yb, mb - 1, db) - Date.UTC(ya, ma - 1, da)) / 864e5);
    if (days < 60) return many(days, 'day');
  }
  const months = (yb - ya) * 12 + mb - ma - (da && db && db < da ? 1 : 0);
  return months < 24 ? many(months, 'month') : many(Math.round(months / 12), 'year');
}
