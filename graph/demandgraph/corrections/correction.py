"""A correction: what somebody decided about a finding, an actor or a pair of them, when and why."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from demandgraph.iris import digest

PAIRS = ("same", "different", "unsure")
"""Decisions on two actors, demands or events."""
DECISIONS = (*PAIRS, "confirm", "reject", "edit", "add")
KINDS = ("actor", "demand", "event", "affiliation", "figure")
LIKENED = ("actor", "demand", "event")
"""Kinds of which two may be the same across documents."""


@dataclass(frozen=True, slots=True, order=True)
class ActorName:
    """An actor as a correction names it; ``type`` is its class, if told."""

    name: str
    type: str = ""


@dataclass(frozen=True, slots=True, order=True)
class EventWords:
    """An event of the same document as a correction names it: by words of its evidence; ``type`` is its class, if told."""

    quote: str
    type: str = ""


Value = str | float | None | tuple[ActorName, ...] | tuple[EventWords, ...]
"""What a field is set to: words, a number, nothing, actors or events."""


@dataclass(frozen=True, slots=True)
class Key:
    """What a correction is about: an actor by its name, any other finding by what it says and where.

    ``quote`` are words of the evidence, ``occurrence`` tells which of several places where they stand (from 1), ``near``
    is an offset that the place was near to; ``type`` is the class of an actor or event. ``action``, ``person``,
    ``organization`` and ``value`` tell findings apart that rest on the same words. ``iri`` is for readers: nothing is
    looked up by it.
    """

    document: str = ""
    sha256: str = ""
    quote: str = ""
    occurrence: int | None = None
    near: int | None = None
    name: str = ""
    type: str = ""
    action: str = ""
    person: str = ""
    organization: str = ""
    value: float | None = None
    iri: str = field(default="", compare=False)

    def words(self) -> str:
        """What it is about, for people."""
        told = " ".join((self.name or self.action or self.quote).split())
        of = f" in {self.document}" if self.document else ""
        return f"“{told}”{of}"


@dataclass(frozen=True)
class Correction:
    """A line of a corrections file.

    ``keys`` are one finding, or the two of a pair; ``values`` the fields that are set, in the order of their names;
    ``when`` is as written, ``file`` and ``line`` where it stands.
    """

    decision: str
    kind: str
    keys: tuple[Key, ...]
    values: tuple[tuple[str, Value], ...] = ()
    by: str = ""
    when: str = ""
    why: str = ""
    file: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)
    text: str = field(default="", compare=False)
    """The line as canonical JSON: what tells it from every other."""

    @cached_property
    def id(self) -> str:
        """A name that depends on nothing but what the line says."""
        return digest(self.text, 16)

    @property
    def where(self) -> str:
        """File and line, as problems name them."""
        return f"{self.file}:{self.line}"

    @cached_property
    def time(self) -> datetime:
        """When it was decided; a day without a time counts from its beginning, a time without a zone as UTC."""
        return moment(self.when)

    def words(self) -> str:
        """The decision for people: ``reject demand “lift the ban” in letter.txt``."""
        return f"{self.decision} {self.kind} {' and '.join(key.words() for key in self.keys)}"


def moment(when: str) -> datetime:
    """A date or time of ISO 8601, in UTC.

    Raises
    ------
    ValueError
        If it is none.
    """
    found = datetime.fromisoformat(when)
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def canonical(data: Any) -> str:
    """JSON of which there is one form only."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
