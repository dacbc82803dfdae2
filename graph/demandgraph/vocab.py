"""Closed namespaces of the vocabulary, and where the ontology files are.

``DG.issuer`` is the IRI of a term; a term that the ontology does not declare is an error where it is written, in the
editor as well as at run time. ``TOPICS``, ``FORCES``, ``STATUSES`` and ``KINDS`` hold the concepts by name.
"""

# ruff: noqa: N815 - the names are those of the RDF terms
from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from demandgraph import model

ONTOLOGY = "https://w3id.org/demandgraph/ontology#"
TOPIC = "https://w3id.org/demandgraph/topic/"
FORCE = "https://w3id.org/demandgraph/force/"
STATUS = "https://w3id.org/demandgraph/status/"
KIND = "https://w3id.org/demandgraph/kind/"
DEFAULT_BASE = "https://w3id.org/demandgraph/id/"


class ClosedNamespace(type):
    """A class of this kind is a namespace: its annotations are the terms, its attributes their IRIs."""

    namespace: str

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, object], namespace: str) -> ClosedNamespace:
        made = super().__new__(cls, name, bases, body)
        made.namespace = namespace
        return made

    def __init__(cls, name: str, bases: tuple[type, ...], body: dict[str, object], namespace: str) -> None:
        super().__init__(name, bases, body)

    def names(cls) -> tuple[str, ...]:
        """The local names of all terms, in the order of the ontology."""
        return tuple(cls.__annotations__)

    def __iter__(cls) -> Iterator[str]:
        return (cls.namespace + name for name in cls.names())

    def __contains__(cls, iri: object) -> bool:
        return isinstance(iri, str) and iri.startswith(cls.namespace) and iri[len(cls.namespace) :] in cls.names()

    def __dir__(cls) -> list[str]:
        return [*super().__dir__(), *cls.names()]

    if not TYPE_CHECKING:  # type checkers know the terms by their annotations and report every other one

        def __getattr__(cls, name):
            if name.startswith("__"):
                raise AttributeError(name)
            if name in cls.names():
                return cls.namespace + name
            close = get_close_matches(name, cls.names(), 1)
            hint = f"; did you mean {close[0]}?" if close else ""
            raise AttributeError(f"the vocabulary has no term {name!r}{hint}")


class DG(metaclass=ClosedNamespace, namespace=ONTOLOGY):
    """The terms of ``ontology/demandgraph.ttl``."""

    # documents and evidence
    Document: str
    documentKind: str
    sha256: str
    evidence: str
    confidence: str
    foundBy: str
    stance: str
    # actors
    Actor: str
    Person: str
    Country: str
    Institution: str
    Organization: str
    Group: str
    partOf: str
    Affiliation: str
    roleTitle: str
    # demands
    Demand: str
    statedIn: str
    action: str
    actionPhrase: str
    issuer: str
    issuerUnstated: str
    addressee: str
    beneficiary: str
    initiator: str
    topic: str
    force: str
    actionStrength: str
    status: str
    condition: str
    deadline: str
    madeAt: str
    SharedDemand: str
    expresses: str
    restates: str
    narrows: str
    firstStated: str
    lastStated: str
    documentCount: str
    issuerCount: str
    # events and figures
    Event: str
    Adoption: str
    Meeting: str
    Demonstration: str
    Repression: str
    Violence: str
    Election: str
    LegalAction: str
    Review: str
    Report: str
    Sanction: str
    Release: str
    Statement: str
    Condemnation: str
    Support: str
    Other: str
    describedIn: str
    date: str
    place: str
    Place: str
    agent: str
    recipient: str
    Figure: str
    figure: str
    value: str
    unit: str
    qualifier: str
    # corrections
    Correction: str
    decision: str
    decidedBy: str
    decidedAt: str
    reason: str
    concerns: str
    concernsWords: str
    change: str
    # kinds of concepts
    Topic: str
    Force: str
    Status: str
    DocumentKind: str
    # names in authority files
    actorClass: str
    adjective: str
    inhabitant: str
    metonym: str
    localName: str
    namePattern: str
    Alpha2Code: str
    Alpha3Code: str
    # how a graph becomes a network
    projection: str
    projectionSource: str
    projectionTarget: str


class Scheme(Mapping[str, str]):
    """The concepts of one scheme: name → IRI, closed like :class:`DG`.

    >>> TOPICS["law-reform"]
    'https://w3id.org/demandgraph/topic/law-reform'
    """

    def __init__(self, namespace: str, names: tuple[str, ...]) -> None:
        self.namespace = namespace
        self._names = names

    def __getitem__(self, name: str) -> str:
        if name not in self._names:
            close = get_close_matches(name, self._names, 1)
            hint = f"; did you mean {close[0]}?" if close else ""
            raise KeyError(f"{self.namespace} has no concept {name!r}{hint}")
        return self.namespace + name

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


TOPICS = Scheme(TOPIC, model.TOPICS)
FORCES = Scheme(FORCE, model.FORCES)
STATUSES = Scheme(STATUS, model.STATUSES)
KINDS = Scheme(KIND, model.DOCUMENT_KINDS)


def ontology_folder() -> Traversable:
    """The folder that holds the vocabulary, shapes, authorities and questions.

    In an installed package it lies beside the modules; in a checkout it is the top-level ``ontology/``.
    """
    packaged = files("demandgraph") / "ontology"
    return packaged if packaged.is_dir() else Path(__file__).resolve().parents[2] / "ontology"
