"""Finds actors whose names are spelled differently, or given in part, and joins those that are certainly one.

Names are looked up by what all their spellings share (blocking), compared, and joined if that is certain, or if it is
likely and their documents are about the same country. Whatever is left is reported, not joined: a family name that two
people bear, a longer name that fits two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from demandgraph.resolve.bodies import body_key, initials
from demandgraph.resolve.comparison import CERTAIN, SAME, UNSURE, Comparison, compare
from demandgraph.resolve.naming import is_abbreviation
from demandgraph.resolve.partition import Partition
from demandgraph.resolve.persons import person
from demandgraph.resolve.spelling import bones, canonical, plain

CROWDED = 40
"""How many groups may share a key; in a larger block everything is compared with the first ones only."""


LETTERS = 4
"""Letters from which on an abbreviation hardly stands for two bodies that documents of one collection name."""


@dataclass(frozen=True, slots=True)
class Named:
    """A group of appearances that is one actor so far.

    ``names`` are its names (no aliases), ``scenes`` the countries that its documents are about, ``context`` what its
    name needs to tell who is meant, if anything, ``documents`` where it appears, ``identities`` what authorities say.
    """

    number: int
    kind: str
    names: tuple[str, ...]
    scenes: frozenset[str]
    context: str
    documents: frozenset[str]
    identities: frozenset[str]


@dataclass(frozen=True, slots=True)
class Link:
    """Two groups that may be one actor, how certainly, and why."""

    score: float
    why: str
    one: int
    other: int


def links_of(groups: Sequence[Named]) -> tuple[list[Link], list[Link]]:
    """Which groups are one actor, and which may be.

    Parameters
    ----------
    groups : of all documents, in an order that does not depend on that of the documents

    Returns
    -------
    links to join, and links that are not certain enough; each in the order of their force
    """
    sure: list[Link] = []
    unsure: list[Link] = []
    likely: list[Link] = []
    for one, other in sorted(candidates(groups)):
        a, b = groups[one], groups[other]
        found = best(a, b)
        if a.kind != "Person" and a.context and b.context and a.context != b.context:
            found = Comparison(min(found.score, 0.8), f"{found.why}; nothing tells whose it is")
        if found.score < UNSURE:
            continue
        link = Link(found.score, found.why, one, other)
        apart = a.kind != "Person" and a.context and b.context and a.context != b.context
        if excluded(a, b) or (apart and a.scenes and b.scenes and not (distinct_letters(a) and distinct_letters(b))):
            continue  # the same office in two countries is two
        if found.score >= CERTAIN:
            sure.append(link)
        elif found.score >= SAME and near(a, b) and (a.kind != "Person" or not a.documents & b.documents):
            likely.append(link)
        else:
            unsure.append(link)
    alone, doubtful = unrivalled(likely, (*sure, *unsure))
    unsure += doubtful
    by_force = sorted((*sure, *alone), key=lambda k: (-k.score, k.one, k.other))
    return by_force, sorted(unsure, key=lambda k: (-k.score, k.one, k.other))


def unrivalled(likely: Iterable[Link], possible: Iterable[Link]) -> tuple[list[Link], list[Link]]:
    """Likely links among groups that all may be one with each other, and the others.

    Where a name fits two actors that do not fit each other, nobody knows which of them is meant.
    """
    likely = list(likely)
    linked: dict[int, set[int]] = defaultdict(set)
    for link in (*likely, *possible):
        linked[link.one].add(link.other)
        linked[link.other].add(link.one)
    chains: Partition[int] = Partition()
    for link in likely:
        chains.join(link.one, link.other)
    whole = {
        chains.find(chain[0])
        for chain in chains.groups()
        if len(chain) <= CROWDED and all(y in linked[x] for x, y in combinations(chain, 2))
    }
    kept = [k for k in likely if chains.find(k.one) in whole]
    return kept, [k for k in likely if chains.find(k.one) not in whole]


def near(a: Named, b: Named) -> bool:
    """Whether two groups appear in documents about the same country; bodies, whether they may."""
    if a.kind == "Person":
        return bool(a.scenes & b.scenes)
    return not a.context or not b.context or a.context == b.context


def distinct_letters(group: Named) -> bool:
    """Whether a group goes by an abbreviation only, of so many letters that it hardly stands for two bodies."""
    return all(is_abbreviation(n) and len(n) >= LETTERS for n in group.names)


def excluded(a: Named, b: Named) -> bool:
    """Whether two groups cannot be one: an authority tells them apart."""
    return bool(a.identities and b.identities and not a.identities & b.identities)


def best(a: Named, b: Named) -> Comparison:
    """The comparison of the names that are most alike; one that names two apart weighs as much."""
    found = [compare(x, y, a.kind) for x in a.names for y in b.names]
    if a.kind == "Person" and min(len(person(n).words) for n in (*a.names, *b.names)) == 1:
        return surname_only(a, b, found)
    highest = max(found, key=lambda c: (c.score, c.why))
    lowest = min(found, key=lambda c: (c.score, c.why))
    if a.kind != "Person" and highest.score < CERTAIN:
        long = [[n for n in g.names if not is_abbreviation(n)] for g in (a, b)]
        if long[0] and long[1] and max(compare(x, y, a.kind).score for x in long[0] for y in long[1]) < CERTAIN:
            return Comparison(min(highest.score, UNSURE), f"{highest.why}, but their full names differ")
    if highest.score >= SAME and lowest.score < UNSURE / 2 and a.kind == "Person":
        return Comparison(UNSURE, f"{highest.why}; but also {lowest.why}")
    return highest


def surname_only(a: Named, b: Named, found: Iterable[Comparison]) -> Comparison:
    """Compare a family name alone with full names that end, or begin, with it."""
    highest = max(found, key=lambda c: (c.score, c.why))
    if highest.score < 0.8 * SAME:
        return Comparison(0.0, highest.why)
    lengths = {len(person(n).words) for n in (*a.names, *b.names)}
    if lengths == {1}:
        return Comparison(SAME if near(a, b) else UNSURE, "the same family name, and no other name")
    return Comparison(SAME, "the only full name with this family name")


def candidates(groups: Sequence[Named]) -> set[tuple[int, int]]:
    """Pairs of groups whose names may be spellings of one: they share a key."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for group in groups:
        for key in sorted({k for name in group.names for k in keys(name, group.kind)}):
            blocks[(family_of(group.kind), *key)].append(group.number)
    pairs = set()
    for block in blocks.values():
        for i, one in enumerate(block):
            for other in block[i + 1 :] if len(block) <= CROWDED else block[i + 1 : i + 1 + CROWDED // 8]:
                pairs.add((one, other) if one < other else (other, one))
    return pairs


def family_of(kind: str) -> str:
    """A class of actors, bodies of both kinds as one."""
    return "body" if kind in ("Institution", "Organization") else kind


def keys(name: str, kind: str) -> Iterator[tuple[str, ...]]:
    """By what a name is looked up: pairs of its words, as all their spellings share them; for bodies all words."""
    if kind == "Person":
        words = person(name).words
        marks = [mark(w) for w in words]
        yield from ((min(p), max(p)) for p in combinations(marks, 2))
        # A family name alone finds the full names that end with it, or begin with it in some cultures.
        yield from (("family", m) for m in ({marks[-1]} if len(words) > 1 else set(marks)))
    elif kind in ("Institution", "Organization"):
        yield ("words", *body_key(name))
        yield ("bones", *sorted(mark(w) for w in plain(name).split() if w.isalpha()))
        if is_abbreviation(name):
            yield ("letters", plain(name).replace(".", ""))
        elif len(name.split()) > 2:
            yield from (("letters", letters) for letters in initials(name))


def mark(word: str) -> str:
    """What all spellings of a word of a name share."""
    return bones(canonical(word))
