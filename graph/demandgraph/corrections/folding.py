"""What several decisions on one finding come to: the latest holds, for the finding and for each of its fields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from demandgraph.corrections.correction import Correction
from demandgraph.corrections.outcome import Problem, problem


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is decided on a finding.

    ``holding`` are the rejections if it is rejected; else ``settings`` are the corrections with those of their fields
    that no later one sets; ``superseded`` are corrections of which nothing holds.
    """

    rejected: bool
    holding: tuple[Correction, ...]
    settings: tuple[tuple[Correction, frozenset[str]], ...]
    superseded: tuple[Correction, ...]
    problems: tuple[Problem, ...]


def fold(corrections: Sequence[Correction]) -> Verdict:
    """Fold all decisions on one finding; those of one time that contradict each other are left out and reported."""
    left = sorted(corrections, key=lambda c: (c.time, c.text))
    problems: list[Problem] = []
    while clash := clash_of(left):
        problems.append(problem("contradicting", clash, "decide differently on the same finding at the same time"))
        texts = {c.text for c in clash}
        left = [c for c in left if c.text not in texts]
    newest = left[-1:]
    if newest and newest[0].decision == "reject":
        holding = tuple(c for c in left if c.decision == "reject")
        others = tuple(c for c in left if c.decision != "reject")
        return Verdict(True, holding, (), others, tuple(problems))
    winners: dict[str, Correction] = {}
    for c in left:  # later ones come later
        if c.decision != "reject":
            winners |= dict.fromkeys((name for name, _ in c.values), c)
    settings, superseded = [], []
    for c in left:
        names = (
            frozenset(name for name, _ in c.values if winners[name].text == c.text)
            if c.decision != "reject"
            else frozenset()
        )
        if names or (c.decision != "reject" and not c.values):
            settings.append((c, names))
        elif agrees(c, winners):
            settings.append((c, frozenset()))
        else:
            superseded.append(c)
    return Verdict(False, (), tuple(settings), tuple(superseded), tuple(problems))


def agrees(correction: Correction, winners: dict[str, Correction]) -> bool:
    """Whether later corrections set all fields of a correction to what it says itself, or it adds what others set."""
    if correction.decision == "add":
        return True
    if correction.decision == "reject":
        return False
    return all(dict(winners[name].values)[name] == value for name, value in correction.values)


def clash_of(corrections: Sequence[Correction]) -> list[Correction]:
    """Corrections of one time that cannot all hold, unless a later rejection makes them void."""
    by_time: dict[object, list[Correction]] = defaultdict(list)
    for c in corrections:
        by_time[c.time].append(c)
    for group in by_time.values():
        rejects = [c for c in group if c.decision == "reject"]
        if rejects and len(rejects) < len(group):
            return group
        values: dict[str, dict[object, list[Correction]]] = defaultdict(lambda: defaultdict(list))
        for c in group:
            for name, value in c.values:
                values[name][value].append(c)
        for said in values.values():
            if len(said) > 1:
                return [c for found in said.values() for c in found]
    return []
