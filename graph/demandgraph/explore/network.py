"""A view as a pyvis network: every node and edge with its place, size and class, no text that could be run."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Any

from demandgraph.explore.fold import Bundle, bodies
from demandgraph.explore.layout import compact, spread
from demandgraph.explore.view import EVENT_KINDS, View

OVERVIEW = 40
"""How many nodes the first look shows: as many as fit a laptop's window with their labels."""

Network = Any
"""A ``pyvis.network.Network``; pyvis has no types."""


def network_of(view: View, folded: Sequence[Bundle], order: Sequence[str]) -> Network:
    """Fill a pyvis network with all nodes and edges of a view.

    Nodes are numbered as in ``view.nodes``, bundles follow. Each has ``group`` (its class), ``x`` and ``y`` (its place
    among everything), ``size``, and, if it belongs to the overview, ``ox`` and ``oy`` (its place there). Lists are
    filled directly: pyvis's ``add_edge`` looks through all nodes for every edge.

    Returns
    -------
    pyvis.network.Network : with physics off
    """
    from pyvis.network import Network as PyvisNetwork

    number = {n.iri: i for i, n in enumerate(view.nodes)}
    number |= {b.key: len(view.nodes) + i for i, b in enumerate(folded)}
    links = [(number[e.source], number[e.target]) for e in view.edges]
    degree = Counter(i for pair in links for i in pair)
    where = _everything(view, folded, number, links)
    net = PyvisNetwork(height="100%", width="100%", directed=True)
    net.toggle_physics(False)
    for i, group in enumerate([*(class_of(n.kind) for n in view.nodes), *("Bundle" for _ in folded)]):
        x, y = where[i]
        size = (
            min(30.0, 12 + 3 * len(folded[i - len(view.nodes)].demands) ** 0.5)
            if group == "Bundle"
            else size_of(degree[i])
        )
        net.nodes.append({"id": i, "group": group, "x": x, "y": y, "size": round(size, 1)})
    sizes = [node["size"] for node in net.nodes]
    within = {number[organ]: number[body] for organ, body in bodies(view).items()}
    together = Counter(degree)  # of a body with its organs, as the page draws it while they are folded
    for organ, body in within.items():
        together[body] += degree[organ]
    for body in within.values():
        sizes[body] = size_of(together[body])
    for i, (x, y) in _overview(view, folded, number, sizes, order[:OVERVIEW], within).items():
        net.nodes[i] |= {"ox": x, "oy": y}
    net.node_ids.extend(range(len(net.nodes)))
    net.edges.extend({"from": a, "to": b} for a, b in links)
    return net


def size_of(degree: int) -> float:
    """The radius of a node with so many edges, in pixels: its area grows with them, up to a limit."""
    return min(30.0, 7 + 2.6 * math.sqrt(degree))


def class_of(kind: str) -> str:
    """The class that a kind is shown as: all kinds of events are one."""
    return "Event" if kind in EVENT_KINDS else kind


def _everything(
    view: View, folded: Sequence[Bundle], number: dict[str, int], links: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Places of all nodes; what one document alone speaks of starts around that document."""
    home = []
    for i, node in enumerate(view.nodes):
        counts = Counter(q.document for q in node.quotes).most_common(1)
        mostly = counts and counts[0][1] >= 0.6 * len(node.quotes)
        home.append(number.get(counts[0][0], i) if mostly else i)
    alone = set(range(len(home))).difference(*links) if links else set()
    where = spread(len(view.nodes), [*links, *((i, home[i]) for i in sorted(alone) if home[i] != i)], home)
    for bundle in folded:
        members = [where[number[d]] for d in bundle.demands]
        where.append((sum(x for x, _ in members) // len(members), sum(y for _, y in members) // len(members)))
    return where


def _overview(
    view: View,
    folded: Sequence[Bundle],
    number: dict[str, int],
    sizes: Sequence[float],
    chosen: Sequence[str],
    within: dict[int, int],
) -> dict[int, tuple[int, int]]:
    """Places of the overview's nodes, with room for each one's label; ``within`` leads from organs to their bodies."""
    stands_for = within | {number[d]: number[b.key] for b in folded for d in (*b.demands, b.shared) if d}
    label = {number[b.key]: 2 * "non-recognition" if b.shared or "-" in b.topic else "sanctions" for b in folded}
    weight: Counter[tuple[int, int]] = Counter()
    candidates = {number[name] for name in chosen}
    for edge in view.edges:
        a, b = (stands_for.get(i, i) for i in (number[edge.source], number[edge.target]))
        if a != b and a in candidates and b in candidates:
            weight[a, b] += 1
    held: dict[str, dict[str, int]] = {}
    for edge in view.edges:
        if edge.role in ("member", "organization"):
            end = number[edge.target]
            held.setdefault(edge.source, {})[edge.role] = within.get(end, end)
    for ends in held.values():
        if len(ends) == 2 and candidates.issuperset(ends.values()):
            weight[ends["member"], ends["organization"]] += 1
    # What touches nothing else says little at first sight, unless nothing touches anything.
    touched = {i for pair in weight for i in pair} or candidates
    chosen = [name for name in chosen if number[name] in touched]
    index = {number[name]: at for at, name in enumerate(chosen)}
    boxes, radius = [], []
    for name in chosen:
        i = number[name]
        text = label[i] if i in label else view.nodes[i].label
        lines = 1 if i not in label and view.nodes[i].kind not in EVENT_KINDS and len(text) <= 18 else 2
        lines += i in label and len(text) > 20  # a bundle's topic or wording, then how many demands
        radius.append(sizes[i])
        boxes.append((max(20 + 7.8 * min(len(text), 20), 2 * radius[-1] + 30), 2 * radius[-1] + 10 + 17.0 * lines))
    edges = [(index[a], index[b], 1 + 0.2 * min(w, 10)) for (a, b), w in sorted(weight.items())]
    # A label hangs below its node: the node stands in the upper part of its box.
    places = zip(compact(boxes, edges), boxes, radius, strict=True)
    return {i: (x, round(y - height / 2 + r)) for i, ((x, y), (_, height), r) in zip(index, places, strict=True)}
