"""Applies corrections to findings: a pure function that comes between reading the documents and comparing them.

What is looked up is what the reading found, so that the order of the lines does not matter: actors first, then what was
added, then everything else. Of two decisions on the same thing the later one holds; the findings themselves stay what
they were, so that every correction can be taken back by taking out its line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from demandgraph.across import LocalId
from demandgraph.corrections.adding import added_actor, added_finding
from demandgraph.corrections.correction import PAIRS, Correction
from demandgraph.corrections.folding import fold
from demandgraph.corrections.links import Decided, link
from demandgraph.corrections.matching import KIND_FIELDS, Corpus
from demandgraph.corrections.outcome import Outcome, Problem, Unapplied, problem
from demandgraph.corrections.reading import Loaded
from demandgraph.corrections.setting import Setter
from demandgraph.grounding import ground
from demandgraph.model import Findings

ClassOf = Callable[[str], str | None]
"""Tells the class of an actor by its name, if it is known."""
Found = TypeVar("Found")
Target = tuple[str, LocalId]
"""The kind and the id of what a correction is about."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """Findings as people corrected them.

    ``findings`` are in the order in which they came; ``originals`` those of changed documents as they were read, by
    ``sha256``; ``about`` tells what each applied correction is about, by its id.
    """

    findings: list[Findings]
    decided: Decided = field(default_factory=Decided)
    outcome: Outcome = field(default_factory=Outcome)
    originals: Mapping[str, Findings] = field(default_factory=dict)
    about: Mapping[str, tuple[Target, ...]] = field(default_factory=dict)


def apply(findings: Iterable[Findings], loaded: Loaded, class_of: ClassOf | None = None) -> Corrected:
    """Apply corrections to the findings of all documents.

    Parameters
    ----------
    findings : of all documents, grounded
    loaded : the corrections, as :func:`~demandgraph.corrections.load_corrections` gives them
    class_of : tells the class of an actor that no document has, such as from an authority
    """
    findings = list(findings)
    if not loaded.corrections:
        return Corrected(findings, outcome=Outcome((), loaded.broken, loaded.files))
    work = Work(Corpus(findings), class_of or (lambda _: None))
    single = [c for c in loaded.corrections if c.decision not in PAIRS]
    work.actors([c for c in single if c.kind == "actor"])
    work.others([c for c in single if c.kind != "actor"])
    before = {f.document.sha256: f for f in findings}
    after = {s: ground(f)[0] if f is not before[s] else f for s, f in work.corpus.findings.items()}
    decided, linked, problems = link(loaded.corrections, Corpus(after.values()))
    applied = {c.text: c for c in work.applied} | {text: c for text, (c, _) in linked.items()}
    for c, members in linked.values():
        work.about[c.id].update((c.kind, member) for member in members)
    return Corrected(
        [after[f.document.sha256] for f in findings],
        decided,
        Outcome(
            tuple(applied[text] for text in sorted(applied)),
            tuple(sorted({*loaded.broken, *work.problems, *problems})),
            loaded.files,
        ),
        {s: f for s, f in before.items() if after[s] is not f},
        {i: tuple(sorted(targets)) for i, targets in work.about.items()},
    )


class Work:
    """The findings while corrections are applied to them."""

    def __init__(self, corpus: Corpus, class_of: ClassOf) -> None:
        self.corpus = corpus
        self.setter = Setter(corpus, class_of)
        self.applied: list[Correction] = []
        self.problems: list[Problem] = []
        self.about: dict[str, set[Target]] = defaultdict(set)

    def actors(self, corrections: Sequence[Correction]) -> None:
        """Add, then edit and reject actors."""
        on: dict[LocalId, list[Correction]] = defaultdict(list)
        for c in in_time([c for c in corrections if c.decision == "add"]):
            if (local := self.attempt(c, partial(added_actor, self.corpus, self.setter, c))) is not None:
                on[local].append(c)
        self.corpus.reindex()
        for c in corrections:
            if c.decision != "add":
                for local in self.attempt(c, partial(self.corpus.actors, c.keys[0])) or ():
                    on[local].append(c)
        self.decide("actor", on)
        self.corpus.reindex()

    def others(self, corrections: Sequence[Correction]) -> None:
        """Add, then edit, confirm and reject demands, events, affiliations and figures."""
        on: dict[str, dict[LocalId, list[Correction]]] = {kind: defaultdict(list) for kind in KIND_FIELDS}
        for c in in_time([c for c in corrections if c.decision == "add"]):
            if (local := self.attempt(c, partial(added_finding, self.corpus, self.setter, c))) is not None:
                on[c.kind][local].append(c)
        for c in corrections:
            if c.decision != "add":
                local = self.attempt(c, partial(self.corpus.finding, c.kind, c.keys[0]))
                if local is not None:
                    on[c.kind][local].append(c)
        for kind in sorted(on, key=lambda k: k == "event"):  # what names an event finds it as it was read
            self.decide(kind, on[kind])

    def attempt(self, correction: Correction, find: Callable[[], Found]) -> Found | None:
        """What a correction is about; ``None``, and a problem noted, if it is not there."""
        try:
            return find()
        except Unapplied as error:
            done = error.kind == "gone" and correction.decision == "reject"
            self.problems.append(problem("idle" if done else error.kind, [correction], str(error)))
            return None

    def decide(self, kind: str, targets: Mapping[LocalId, Sequence[Correction]]) -> None:
        """Carry out what is decided on each finding of a kind; a line that holds for one of its actors holds."""
        held: dict[str, Correction] = {}
        failed: list[tuple[str, Correction, str]] = []
        for local, corrections in sorted(targets.items()):
            verdict = fold(corrections)
            self.problems += verdict.problems
            failed += [("superseded", c, "a later line decides on the same finding") for c in verdict.superseded]
            if verdict.rejected:
                self.setter.remove(kind, local)
                kept = list(verdict.holding)
            else:
                kept = []
                for c, names in verdict.settings:
                    try:
                        self.setter.set(kind, local, [(n, v) for n, v in c.values if n in names])
                        kept.append(c)
                    except Unapplied as error:
                        failed.append((error.kind, c, str(error)))
            for c in kept:
                held[c.text] = c
                self.about[c.id].add((kind, local))
        self.applied += held.values()
        self.problems += [problem(why, [c], reason) for why, c, reason in failed if c.text not in held]


def in_time(corrections: Sequence[Correction]) -> list[Correction]:
    """Corrections in the order of their time."""
    return sorted(corrections, key=lambda c: (c.time, c.text))
