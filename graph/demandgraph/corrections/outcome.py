"""What became of corrections: which hold, and which could not be applied and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from demandgraph.characters import shown
from demandgraph.corrections.correction import Correction

TOLD = ("broken", "contradicting", "vanished", "refused")
"""Kinds of problems that a person should look at."""
QUIET = ("superseded", "idle")
"""Corrections that a later one replaced, and those that nothing is left to do for."""


class Unapplied(Exception):  # noqa: N818 - no failure of the build
    """A correction cannot be applied.

    ``kind`` is one of :data:`TOLD`, or ``gone`` where the words are there, but not the finding: a kind of ``vanished``,
    except for a rejection, which has what it wanted.
    """

    def __init__(self, kind: str, reason: str) -> None:
        super().__init__(reason)
        self.kind = kind


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A line, or lines, that could not be applied: ``where`` are files and lines, ``what`` the decision in words."""

    kind: str
    where: tuple[str, ...]
    reason: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of all corrections of a build."""

    applied: tuple[Correction, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def to_tell(self) -> list[Problem]:
        """Problems that a person should look at."""
        return [p for p in self.problems if p.kind in TOLD]

    def as_dict(self) -> dict[str, Any]:
        """As the build's report has it."""
        found: dict[str, Any] = {"files": list(self.files), "applied": len(self.applied)}
        for kind in (*TOLD, *QUIET):
            found[kind] = [
                {"where": list(p.where), "decision": shown(p.what), "reason": shown(p.reason)}
                for p in self.problems
                if p.kind == kind
            ]
        return found


def problem(kind: str, corrections: Iterable[Correction], reason: str) -> Problem:
    """A problem of some corrections, named in the order of their places."""
    if kind == "gone":
        kind = "vanished"
    ordered = sorted(corrections, key=lambda c: (c.file, c.line))
    return Problem(kind, tuple(c.where for c in ordered), reason, ordered[0].words() if len(ordered) == 1 else "")
