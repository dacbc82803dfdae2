"""What documents have in common: the currency between the stage that decides it and the one that writes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from demandgraph.iris import actor_iri, digest, distinct, document_names, segment, slug
from demandgraph.model import Actor, Document, Findings
from demandgraph.vocab import DEFAULT_BASE

LocalId = tuple[str, str]
"""A finding of one document: the document's ``sha256`` and the finding's id in it."""


@dataclass(frozen=True, slots=True)
class Identity:
    """An actor across all documents: its IRI, the label that it goes by, its class."""

    iri: str
    label: str
    type: str


@dataclass(frozen=True, slots=True)
class Names:
    """Which IRI each finding of each document has.

    ``documents`` maps a document's ``sha256`` to its readable name; ``actors`` and ``events`` lead from a finding of a
    document to what it is across documents; ``places`` maps a place's slug to its label.
    """

    base: str = DEFAULT_BASE
    documents: Mapping[str, str] = field(default_factory=dict)
    actors: Mapping[LocalId, Identity] = field(default_factory=dict)
    events: Mapping[LocalId, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)

    def document_name(self, document: Document) -> str:
        """The readable segment that stands for a document in IRIs."""
        return self.documents.get(document.sha256) or next(iter(document_names([document]).values()))

    def document(self, document: Document) -> str:
        """The IRI of a document."""
        return f"{self.base}document/{self.document_name(document)}"

    def graph(self, document: Document) -> str:
        """The IRI of the named graph that holds everything a document says."""
        return f"{self.base}graph/document/{self.document_name(document)}"

    def finding(self, kind: str, document: Document, local: str) -> str:
        """The IRI of a finding that belongs to one document, such as a demand."""
        return f"{self.base}{kind}/{self.document_name(document)}.{segment(local)}"

    def event(self, document: Document, local: str) -> str:
        """The IRI of an event, which other documents may tell too."""
        return self.events.get((document.sha256, local)) or self.finding("event", document, local)

    def place(self, label: str) -> tuple[str, str]:
        """The IRI and the label of a place."""
        name = slug(label) or f"x-{digest(label)}"
        return f"{self.base}place/{name}", self.places.get(name, label)


@dataclass(frozen=True, slots=True)
class SharedDemand:
    """The same demand across documents: its IRI, a label, the IRIs of the demands that express it.

    ``restates`` are pairs of a later demand and the earliest one, which it repeats; ``first`` and ``last`` are the
    earliest and the latest date of the documents (ISO, as precise as they give them), ``documents`` and ``issuers`` how
    many there are.
    """

    iri: str
    label: str
    topic: str
    members: tuple[str, ...]
    restates: tuple[tuple[str, str], ...] = ()
    first: str | None = None
    last: str | None = None
    documents: int = 2
    issuers: int = 0
    narrows: tuple[str, ...] = ()
    """IRIs of the wider shared demands that this one is a part of."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two things that may be the same, but not certainly enough to say so.

    ``kind`` is ``actor``, ``demand`` or ``event``; ``one`` and ``other`` are IRIs, with their labels; ``score`` is
    between 0 (certainly different) and 1 (certainly the same), ``why`` the reasons in words.
    """

    kind: str
    one: str
    other: str
    labels: tuple[str, str]
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """What all documents come to: the IRI of each finding, and the demands that documents share."""

    names: Names
    shared: tuple[SharedDemand, ...] = ()
    unsure: tuple[Doubt, ...] = ()
    """What may be the same and was not merged, the most doubtful first."""


def names_of(findings: Findings, base: str = DEFAULT_BASE) -> Names:
    """The names of one document's findings, taken for itself."""
    document = findings.document
    actors: dict[LocalId, Identity] = {}
    by_type: dict[str, dict[str, Actor]] = defaultdict(dict)
    for actor in findings.actors:
        by_type[actor.type][actor.id] = actor
    for type_, members in by_type.items():
        given = distinct({i: slug(a.name) for i, a in members.items()}, lambda i: i)
        for i, a in members.items():
            actors[document.sha256, i] = Identity(actor_iri(base, type_, given[i]), a.name, type_)
    return Names(base, document_names([document]), actors)
