"""Which demands of different documents may be the same, though not certainly enough to be taken as one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from demandgraph.across import Doubt, Names
from demandgraph.resolve.groups import Group
from demandgraph.resolve.likeness import content, likeness, negated, weights
from demandgraph.resolve.wordings import Wording

DOUBTFUL = 0.4
"""Weighted share of words from which on two demands about one country may be the same."""
CANDIDATES = 24
"""How many demands one is compared with by each of its words, the rarest words first."""
WORDS = 4
"""Words by which candidates are looked for."""
MOST = 200
"""Doubts that are reported, the most doubtful first: nobody goes through more."""


def demand_doubts(groups: Sequence[Group], names: Names) -> tuple[Doubt, ...]:
    """Demands that may be the same and are in different groups, the most doubtful first.

    Parameters
    ----------
    groups : demands of all documents, put together as far as it is certain
    names : the IRIs of what the documents say
    """
    found = []
    for score, one, other in near(groups):
        (a, first), (b, second) = sorted(
            (names.finding("demand", w.document, w.demand.id), label(w)) for w in (one, other)
        )
        kinds = {ask.action for w in (one, other) for ask in w.asks[:1]}
        why = f"{score:.0%} of the words, weighted, about the same country or asked of the same one"
        why += ", but another kind of action" if len(kinds) > 1 else ", the same kind of action"
        found.append(Doubt("demand", a, b, (first, second), score, why))
    return tuple(sorted(found, key=lambda d: (-d.score, d.one, d.other))[:MOST])


def near(groups: Sequence[Group]) -> Iterator[tuple[float, Wording, Wording]]:
    """Pairs of groups with much the same words, as the nearest wordings of them."""
    words = {w.id: content(w.demand.action.text) for group in groups for w in group.wordings}
    worth = weights(words.values())
    index: dict[tuple[str, str], list[tuple[int, Wording]]] = defaultdict(list)
    best: dict[tuple[int, int], tuple[float, Wording, Wording]] = {}
    for number, group in enumerate(groups):
        for one in group.wordings:
            rare = sorted(words[one.id], key=lambda w: (-worth[w], w))[:WORDS]
            places = [one.country] if one.country else sorted(one.asked)
            keys = [(place, word) for place in places for word in rare]
            seen = {other.id: (n, other) for key in keys for n, other in index[key][:CANDIDATES]}
            for n, other in seen.values():
                score = round(likeness(words[one.id], words[other.id], worth), 2)
                same_document = other.document.sha256 == one.document.sha256
                if n == number or same_document or score < max(DOUBTFUL, best.get((n, number), (0.0,))[0]):
                    continue
                if negated(one.demand.action.text) == negated(other.demand.action.text):
                    best[n, number] = (score, other, one)
            for key in keys:
                index[key].append((number, one))
    yield from best.values()


def label(wording: Wording) -> str:
    """What a demand asks for, in one line."""
    return " ".join(wording.demand.action.text.split())
