"""The overview: which demands are shown as one, and in which order things deserve to be shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from demandgraph.explore.view import ACTOR_KINDS, EVENT_KINDS, Edge, View


@dataclass(frozen=True, slots=True)
class Bundle:
    """Demands on one topic that are made of the same actors: shown as one node until it is unfolded.

    ``demands``, ``addressees`` and ``issuers`` are IRIs; of a demand without addressee the issuers take their place
    in deciding what belongs together. ``shared`` is the shared demand that all of them express, if they do.
    """

    key: str
    topic: str
    demands: tuple[str, ...]
    issuers: tuple[str, ...]
    addressees: tuple[str, ...]


def bundles(view: View) -> tuple[Bundle, ...]:
    """Demands of one topic and the same addressees, two or more of them together; the largest first."""
    issuers, addressees = _ends(view.edges, "issuer"), _ends(view.edges, "addressee")
    groups: dict[tuple[str, str, tuple[str, ...]], list[str]] = defaultdict(list)
    for node in view.nodes:
        if node.kind == "Demand":
            whom = addressees.get(node.iri, [])
            ends = ("of", tuple(whom)) if whom else ("by", tuple(issuers.get(node.iri, ())))
            groups[(node.facts.get("topic", "other"), *ends)].append(node.iri)
    found = []
    for (topic, side, ends_), demands in groups.items():
        if len(demands) > 1:
            who = Counter(i for d in demands for i in issuers.get(d, ()))
            found.append(
                Bundle(
                    f"{topic} {side} {' '.join(ends_)}",
                    topic,
                    tuple(demands),
                    tuple(i for i, _ in sorted(who.items(), key=lambda pair: (-pair[1], pair[0]))),
                    ends_ if side == "of" else (),
                )
            )
    return tuple(sorted(found, key=lambda b: (-len(b.demands), b.key)))


def order(view: View, folded: Iterable[Bundle]) -> list[str]:
    """Things to show, the most telling first: any beginning of the list is a graph that hangs together.

    Bundles are followed by who makes them, of whom, and where they stand; in between come the best connected events
    and actors. A bundle is named by its key, everything else by its IRI. Affiliations are edges and not listed.
    """
    kind = {n.iri: n.kind for n in view.nodes}
    around: dict[str, list[str]] = defaultdict(list)
    weight: Counter[str] = Counter()
    for edge in view.edges:
        around[edge.source].append(edge.target)
        around[edge.target].append(edge.source)
    for iri, near in around.items():
        weight[iri] = len(near)

    def best(kinds: tuple[str, ...]) -> list[str]:
        return sorted((i for i, k in kind.items() if k in kinds), key=lambda i: (-weight[i], i))

    documents_of = _ends(view.edges, "statedIn")
    queue: list[tuple[str, list[str]]] = []
    in_bundle: set[str] = set()
    for bundle in folded:
        places = Counter(d for m in bundle.demands for d in documents_of.get(m, ()))
        in_bundle.update(bundle.demands)
        queue.append(
            (bundle.key, [*bundle.addressees[:2], *bundle.issuers[:2], *(d for d, _ in places.most_common(1))])
        )
    for iri in best(("SharedDemand", "Demand")):
        if iri not in in_bundle:
            queue.append((iri, around[iri][:5]))
    events = [(e, [i for i in around[e] if kind[i] != "Figure"][:4]) for e in best(EVENT_KINDS)]
    actors: list[tuple[str, list[str]]] = [(a, []) for a in best(ACTOR_KINDS)]
    seen: dict[str, None] = {}

    def show(item: tuple[str, list[str]]) -> None:
        for name in (item[0], *item[1]):
            if kind.get(name) != "Affiliation" and name not in in_bundle:
                seen.setdefault(name)

    lanes = [(queue, 2), (events, 1), (actors, 1)]
    at = [0, 0, 0]
    while any(at[i] < len(lane) for i, (lane, _) in enumerate(lanes)):
        for i, (lane, share) in enumerate(lanes):
            for item in lane[at[i] : at[i] + share]:
                show(item)
            at[i] += share
    for node in view.nodes:
        show((node.iri, []))
    return list(seen)


def _ends(edges: Iterable[Edge], role: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        if edge.role == role:
            found[edge.source].append(edge.target)
    return found
