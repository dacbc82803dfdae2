"""What people decided about pairs: which findings are one, which are not, and which of these decisions contradict.

Of two decisions on the same pair the later one holds. Where decisions contradict each other through others (A is B, B is
C, but A is not C), nobody knows which of them is wrong: what keeps apart holds, and every "same" on the way from A to C
is left out and reported.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from demandgraph.across import LocalId
from demandgraph.corrections.correction import PAIRS, Correction
from demandgraph.corrections.matching import Corpus
from demandgraph.corrections.outcome import Problem, Unapplied, problem

Members = tuple[LocalId, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """Findings that must be one, and pairs of sets of them that must not."""

    same: tuple[Members, ...] = ()
    apart: tuple[tuple[Members, Members], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.same or self.apart)


@dataclass(frozen=True, slots=True)
class Decided:
    """What is decided about actors, demands and events of different documents."""

    actors: Links = field(default_factory=Links)
    demands: Links = field(default_factory=Links)
    events: Links = field(default_factory=Links)


@dataclass(frozen=True, slots=True)
class Pair:
    """A decision on a pair, with the findings that each side stands for."""

    correction: Correction
    sides: tuple[Members, Members]

    @property
    def known_as(self) -> frozenset[Members]:
        """What tells the pair, whichever side comes first."""
        return frozenset(self.sides)


def link(
    corrections: Iterable[Correction], corpus: Corpus
) -> tuple[Decided, dict[str, tuple[Correction, Members]], list[Problem]]:
    """What the decisions on pairs come to.

    Returns
    -------
    the links, the corrections that they rest on with the findings that these are about, and what could not be applied
    """
    pairs: dict[str, list[Pair]] = defaultdict(list)
    problems: list[Problem] = []
    for correction in corrections:
        if correction.decision not in PAIRS:
            continue
        try:
            pairs[correction.kind].append(Pair(correction, sides_of(correction, corpus)))
        except Unapplied as error:
            problems.append(problem(error.kind, [correction], str(error)))
    applied: dict[str, tuple[Correction, Members]] = {}
    links = {}
    for kind in ("actor", "demand", "event"):
        kept, bad = latest(pairs[kind])
        problems += bad
        kept, bad = without_contradictions(kept)
        problems += bad
        applied |= {p.correction.text: (p.correction, (*p.sides[0], *p.sides[1])) for p in kept}
        links[kind] = Links(
            tuple(sorted({tuple(sorted({*p.sides[0], *p.sides[1]})) for p in kept if p.correction.decision == "same"})),
            tuple(sorted({tuple(sorted(p.sides)) for p in kept if p.correction.decision != "same"})),  # type: ignore[misc]
        )
    return Decided(links["actor"], links["demand"], links["event"]), applied, problems


def sides_of(correction: Correction, corpus: Corpus) -> tuple[Members, Members]:
    """The findings that the two sides of a pair stand for."""
    found: list[Members] = []
    for key in correction.keys:
        try:
            found.append(corpus.actors(key) if correction.kind == "actor" else (corpus.finding(correction.kind, key),))
        except Unapplied as error:
            raise Unapplied(error.kind, f"{key.words()}: {error}") from None
    one, other = found
    if not set(one).isdisjoint(other):
        raise Unapplied("refused", f"both sides are the same {correction.kind}; give 'document' to tell them apart")
    if correction.kind == "event" and correction.decision == "same":
        classes = sorted({e.type for i in (*one, *other) for e in corpus.findings[i[0]].events if e.id == i[1]})
        if len(classes) > 1:
            raise Unapplied("refused", f"one is a {classes[0]}, the other a {classes[1]}; edit the class of one first")
    return tuple(sorted(one)), tuple(sorted(other))


def latest(pairs: Sequence[Pair]) -> tuple[list[Pair], list[Problem]]:
    """Of the decisions on each pair the latest; where two of one time differ, none."""
    by_pair: dict[frozenset[Members], list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_pair[pair.known_as].append(pair)
    kept: list[Pair] = []
    problems: list[Problem] = []
    for group in by_pair.values():
        newest = max(p.correction.time for p in group)
        last = [p for p in group if p.correction.time == newest]
        older = [p.correction for p in group if p.correction.time < newest]
        if len({p.correction.decision for p in last}) > 1:
            problems.append(
                problem("contradicting", [p.correction for p in last], "decide differently at the same time")
            )
        else:
            kept += last
        problems += [problem("superseded", [c], "a later line decides on the same pair") for c in older]
    return sorted(kept, key=lambda p: p.correction.text), problems


def without_contradictions(pairs: Sequence[Pair]) -> tuple[list[Pair], list[Problem]]:
    """Leave out every "same" that leads from one side of a "different" to the other, however many steps it takes."""
    same = [p for p in pairs if p.correction.decision == "same"]
    joined: dict[LocalId, list[int]] = defaultdict(list)
    for number, pair in enumerate(same):
        for member in (*pair.sides[0], *pair.sides[1]):
            joined[member].append(number)
    wrong: set[int] = set()
    idle: set[int] = set()
    problems: list[Problem] = []
    for number, pair in enumerate(pairs):
        if pair.correction.decision == "same":
            continue
        chain: set[int] = set()
        while way := shortest_way(pair.sides, same, joined, chain):
            chain |= set(way)
        if chain and pair.correction.decision == "unsure":
            idle.add(number)
            problems.append(problem("idle", [pair.correction], "other lines say that the two are the same"))
        elif chain:
            wrong |= chain
            lines = [pair.correction, *(same[n].correction for n in sorted(chain))]
            problems.append(
                problem(
                    "contradicting",
                    lines,
                    f"{pair.correction.words()}, but the others of these lines make them the same; the two stay apart, the others "
                    "are left out",
                )
            )
    left_out = {id(same[n]) for n in wrong}
    return [p for n, p in enumerate(pairs) if n not in idle and id(p) not in left_out], problems


def shortest_way(
    sides: tuple[Members, Members],
    same: Sequence[Pair],
    joined: Mapping[LocalId, Sequence[int]],
    without: Collection[int],
) -> list[int]:
    """The fewest decisions that make members of two sides the same, by their numbers; none if nothing does."""
    goal = set(sides[1])
    came: dict[LocalId, tuple[LocalId, int] | None] = dict.fromkeys(sides[0])
    waiting = deque(sides[0])
    while waiting:
        at = waiting.popleft()
        if at in goal:
            way = []
            step = came[at]
            while step is not None:
                way.append(step[1])
                step = came[step[0]]
            return way
        for number in joined.get(at, ()):
            if number in without:
                continue
            for member in (*same[number].sides[0], *same[number].sides[1]):
                if member not in came:
                    came[member] = (at, number)
                    waiting.append(member)
    return []
