"""Takes a recommendation that the account of the dialogue tells first and the conclusions list as one demand.

The list has the authoritative wording, so the listed recommendation stays and gets the other passage as evidence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from demandgraph.extract.demand_draft import stems
from demandgraph.model import Demand

SAME_ISSUER = 0.62
"""Likeness (F1 of stems) from which two wordings of one state are one recommendation."""
WITHIN = 0.8
"""Share of the shorter wording's stems that must stand in a state's longer recommendation."""
ANY_ISSUER = 0.85
"""Likeness from which two wordings are one even though the account was read as another's."""
FEW = 4  # stems that say too little to tell a wording within another
CANDIDATES = 60
RARE = 3


def join_retold(recommendations: Sequence[Demand], demands: Iterable[Demand]) -> tuple[Demand, ...]:
    """Recommendations followed by the demands that are none of them.

    Parameters
    ----------
    recommendations : those that the document lists
    demands : what was found in the rest of the document
    """
    if not recommendations:
        return tuple(demands)
    told = [stems(r.action.text) for r in recommendations]
    index: dict[str, list[int]] = defaultdict(list)
    for i, words in enumerate(told):
        for word in words:
            index[word].append(i)
    kept: list[Demand] = []
    again: dict[int, list[Demand]] = defaultdict(list)
    for demand in demands:
        words = stems(demand.action.text)
        twin = max(twins(demand, words, recommendations, told, index), default=None)
        if twin is None:
            kept.append(demand)
        else:
            again[-twin[1]].append(demand)
    joined = (
        replace(r, evidence=tuple(dict.fromkeys((*r.evidence, *(d.evidence[0] for d in again.get(i, []))))))
        for i, r in enumerate(recommendations)
    )
    return (*joined, *kept)


def twins(
    demand: Demand,
    words: frozenset[str],
    recommendations: Sequence[Demand],
    told: Sequence[frozenset[str]],
    index: dict[str, list[int]],
) -> Iterator[tuple[float, int]]:
    """Likeness and (negative) place of the recommendations that a demand tells again."""
    rare = sorted((w for w in words if w in index), key=lambda w: (len(index[w]), w))[:RARE]
    for i in dict.fromkeys(i for w in rare for i in index[w][:CANDIDATES]):
        other = told[i]
        common = len(words & other)
        alike = 2 * common / (len(words) + len(other))
        same = bool(set(demand.issuers) & set(recommendations[i].issuers))
        within = min(len(words), len(other)) >= FEW and common / min(len(words), len(other)) >= WITHIN
        if (same and (alike >= SAME_ISSUER or within)) or (alike >= ANY_ISSUER and len(words) >= FEW):
            yield alike + same, -i
