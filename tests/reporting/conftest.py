"""Graphs of invented findings, made without reading any text: an ordinary one and one full of hostile names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain

import pytest

from demandgraph.graph import Graph
from demandgraph.model import Actor, Demand, Document, Event, Findings, Phrase
from demandgraph.rdf import across_quads, quads
from demandgraph.resolve import resolve
from demandgraph.store import Store

HEAD = "The following do not enjoy the support of Varania:"


@dataclass(frozen=True)
class Told:
    """A document that states one demand of some issuers on an addressee."""

    name: str
    date: str | None
    issuers: tuple[str, ...]
    addressee: str = "Varania"
    action: str = "release all imprisoned bakers"
    status: str | None = None
    title: str = "On Varania"
    publisher: str | None = None


ORDINARY = (
    Told("letter", "2031-03-20", ("Families of Orlen", "Rivers League")),
    Told("resolution", "2031-07-10", ("Council of the Lake States",), publisher="Lake Press"),
    Told("report", "2032-01-05", ("Rivers League",), status="rejected"),
    Told("leaflet", None, ("Parliament of Gorm",), action="open the mills of Orlen to visitors"),
)


def findings(told: Told) -> Findings:
    """What a reading of such a document would find."""
    sentence, event = f"We ask you to {told.action}.", "A march was held in Orlen."
    text = "\n".join((HEAD, sentence, event))

    def phrase(words: str) -> Phrase:
        begin = text.index(words)
        return Phrase(begin, begin + len(words), words)

    names = [*told.issuers, told.addressee]
    actors = tuple(Actor(f"a{n}", name, "Organization") for n, name in enumerate(names))
    evidence = (phrase(sentence), *((phrase(HEAD),) if told.status else ()))
    demand = Demand(
        "d", phrase(told.action), evidence, tuple(a.id for a in actors[:-1]), (actors[-1].id,), topic="release",
        status=told.status, confidence=0.9, rule="test",
    )  # fmt: skip
    march = Event(
        "e", "Demonstration", (phrase(event),), told.date, "Orlen", (actors[0].id,), rule="test", confidence=0.9
    )
    document = Document(
        f"{told.name}.txt", f"/docs/{told.name}.txt", text, sha256(told.name.encode("utf-8", "replace")).hexdigest(),
        told.title, told.date, told.publisher,
    )  # fmt: skip
    return Findings(document, actors, (demand,), (march,))


def graph_of(documents: tuple[Told, ...]) -> Graph:
    found = [findings(d) for d in documents]
    resolution = resolve(found)
    return Graph(
        Store.memory(
            chain(chain.from_iterable(quads(f, names=resolution.names) for f in found), across_quads(resolution.shared))
        )
    )


@pytest.fixture
def make() -> Callable[[tuple[Told, ...]], Graph]:
    return graph_of


@pytest.fixture
def tell() -> type[Told]:
    return Told


@pytest.fixture(scope="session")
def graph() -> Graph:
    return graph_of(ORDINARY)
