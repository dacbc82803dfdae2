"""The overview: what is shown as one, and in which order things deserve to be shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from demandgraph.explore.view import ACTOR_KINDS, EVENT_KINDS, Edge, View


@dataclass(frozen=True, slots=True)
class Bundle:
    """Demands that are shown as one node until it is unfolded.

    They are the wordings of one shared demand, whose IRI is ``shared``; or, where ``shared`` is empty, demands on one
    topic that are made of the same actors. ``demands``, ``addressees`` and ``issuers`` are IRIs; of a demand without
    addressee the issuers take their place in deciding what belongs together.
    """

    key: str
    topic: str
    demands: tuple[str, ...]
    issuers: tuple[str, ...]
    addressees: tuple[str, ...]
    shared: str = ""


def bundles(view: View) -> tuple[Bundle, ...]:
    """Wordings of one shared demand, else demands of one topic and the same addressees, two or more; the largest first."""
    issuers, addressees = _ends(view.edges, "issuer"), _ends(view.edges, "addressee")
    wordings: Counter[str] = Counter(e.target for e in view.edges if e.role == "expresses")
    shared_of = {d: s for d, (s, *_) in _ends(view.edges, "expresses").items() if wordings[s] > 1}
    topic_of = {n.iri: n.facts.get("topic", "") for n in view.nodes if n.kind == "SharedDemand"}
    groups: dict[tuple[str, str, tuple[str, ...]], list[str]] = defaultdict(list)
    for node in view.nodes:
        if node.kind == "Demand":
            topic, whom = node.facts.get("topic", "other"), addressees.get(node.iri, [])
            shared = shared_of.get(node.iri, "")
            if shared:
                groups[(topic_of.get(shared) or topic, "shared", (shared,))].append(node.iri)
            elif whom:
                groups[(topic, "of", tuple(whom))].append(node.iri)
            else:
                groups[(topic, "by", tuple(issuers.get(node.iri, ())))].append(node.iri)
    found = []
    for (topic, side, ends), demands in groups.items():
        if len(demands) > 1:
            found.append(
                Bundle(
                    f"{topic} {side} {' '.join(ends)}",
                    topic,
                    tuple(demands),
                    _by_count(demands, issuers),
                    ends if side == "of" else _by_count(demands, addressees) if side == "shared" else (),
                    ends[0] if side == "shared" else "",
                )
            )
    return tuple(sorted(found, key=lambda b: (-len(b.demands), b.key)))


def bodies(view: View) -> dict[str, str]:
    """Each organ and the highest body that it is part of, as which it is shown until that body is unfolded."""
    kind = {n.iri: n.kind for n in view.nodes}
    above = {
        organ: next((b for b in parents if kind[b] in ACTOR_KINDS), "")
        for organ, parents in _ends(view.edges, "partOf").items()
        if kind[organ] in ACTOR_KINDS
    }
    found = {}
    for organ in above:
        top, seen = organ, {organ}
        while (higher := above.get(top, "")) and higher not in seen:
            top = higher
            seen.add(top)
        if top != organ:
            found[organ] = top
    return found


def order(view: View, folded: Iterable[Bundle]) -> list[str]:
    """Things to show, the most telling first: any beginning of the list is a graph that hangs together.

    Bundles are followed by who makes them, of whom, and where they stand; in between come the best connected events
    and actors. A bundle is named by its key, everything else by its IRI; an organ's body stands for it, the organs
    themselves come last. Affiliations are edges and not listed.
    """
    kind = {n.iri: n.kind for n in view.nodes}
    body = bodies(view)
    around: dict[str, list[str]] = defaultdict(list)
    for edge in view.edges:
        around[edge.source].append(edge.target)
        around[edge.target].append(edge.source)
    weight: Counter[str] = Counter()
    for iri, near in around.items():
        weight[body.get(iri, iri)] += len(near)

    def best(kinds: tuple[str, ...]) -> list[str]:
        chosen = (i for i, k in kind.items() if k in kinds and i not in body)
        return sorted(chosen, key=lambda i: (-weight[i], i))

    documents_of = _ends(view.edges, "statedIn")
    shared: list[tuple[str, list[str]]] = []
    queue: list[tuple[str, list[str]]] = []
    in_bundle: set[str] = set()
    for bundle in folded:
        places = Counter(d for m in bundle.demands for d in documents_of.get(m, ()))
        in_bundle.update(bundle.demands, (bundle.shared,) if bundle.shared else ())
        item = (bundle.key, [*bundle.addressees[:2], *bundle.issuers[:2], *(d for d, _ in places.most_common(1))])
        (shared if bundle.shared else queue).append(item)
    for iri in best(("SharedDemand", "Demand")):
        if iri not in in_bundle:
            queue.append((iri, around[iri][:5]))
    events = [(e, [i for i in around[e] if kind[i] != "Figure"][:4]) for e in best(EVENT_KINDS)]
    actors: list[tuple[str, list[str]]] = [(a, []) for a in best(ACTOR_KINDS)]
    seen: dict[str, None] = {}

    def show(item: tuple[str, list[str]]) -> None:
        for name in (item[0], *item[1]):
            if kind.get(name) != "Affiliation" and name not in in_bundle:
                seen.setdefault(body.get(name, name))

    lanes = [(shared, 1), (queue, 2), (events, 1), (actors, 1)]
    at = [0] * len(lanes)
    while any(at[i] < len(lane) for i, (lane, _) in enumerate(lanes)):
        for i, (lane, share) in enumerate(lanes):
            for item in lane[at[i] : at[i] + share]:
                show(item)
            at[i] += share
    for node in view.nodes:
        if node.iri in body:
            seen.setdefault(node.iri)
        else:
            show((node.iri, []))
    return list(seen)


def _ends(edges: Iterable[Edge], role: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        if edge.role == role:
            found[edge.source].append(edge.target)
    return found


def _by_count(demands: Iterable[str], ends: dict[str, list[str]]) -> tuple[str, ...]:
    """Who stands at the other end of demands, the most frequent first."""
    counts = Counter(i for d in demands for i in ends.get(d, ()))
    return tuple(i for i, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
