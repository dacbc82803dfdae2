"""Graphs of a few invented documents, made without reading any text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain

import pytest

from demandgraph.model import Actor, Demand, Document, Event, Findings, Phrase
from demandgraph.rdf import across_quads, quads
from demandgraph.resolve import resolve
from demandgraph.store import Store

ACTORS = {
    "families": Actor("families", "Families of Orlen", "Group"),
    "council": Actor("council", "Council of the Lake States", "Institution"),
    "parliament": Actor("parliament", "Parliament of Gorm", "Institution"),
    "league": Actor("league", "Rivers League", "Organization"),
    "varania": Actor("varania", "Varania", "Country"),
    "torland": Actor("torland", "Torland", "Country"),
}
HEAD = "The following do not enjoy the support of Varania:"


@dataclass(frozen=True)
class Told:
    """A document that states one demand."""

    name: str
    date: str | None
    issuers: tuple[str, ...]
    addressees: tuple[str, ...] = ("varania",)
    action: str = "release all imprisoned bakers"
    adopted: str | None = None
    status: str | None = None
    initiators: tuple[str, ...] = ()
    title: str = "On Varania"


def findings(told: Told) -> Findings:
    """What a reading of such a document would find."""
    sentence = f"We ask you to {told.action}."
    act = f"The text was adopted in Orlen on {told.adopted}."
    text = "\n".join((HEAD, sentence, act))

    def phrase(words: str) -> Phrase:
        begin = text.index(words)
        return Phrase(begin, begin + len(words), words)

    events = (Event("e", "Adoption", (phrase(act),), told.adopted, "Orlen", told.issuers),) if told.adopted else ()
    evidence = (phrase(sentence), *((phrase(HEAD),) if told.status else ()))
    demand = Demand(
        "d", phrase(told.action), evidence, told.issuers, told.addressees, initiators=told.initiators, topic="release",
        made_at=tuple(e.id for e in events), status=told.status, confidence=0.9, rule="test",
    )  # fmt: skip
    document = Document(
        f"{told.name}.txt",
        f"/docs/{told.name}.txt",
        text,
        sha256(f"{told.name}\n{text}".encode("utf-8", "surrogatepass")).hexdigest(),
        told.title,
        told.date,
    )
    return Findings(document, tuple(ACTORS.values()), (demand,), events)


def graph_of(documents: Iterable[Told]) -> Store:
    """The graph of some documents."""
    found = [findings(d) for d in documents]
    resolution = resolve(found)
    return Store.memory(
        chain(chain.from_iterable(quads(f, names=resolution.names) for f in found), across_quads(resolution.shared))
    )


HISTORY = (
    Told("appeal", "2031-03-20", ("families",)),
    Told("resolution", "2031-07-10", ("council",), adopted="2031-07-09", initiators=("league",)),
    Told("report", "2032-01", ("council",), status="rejected"),
    Told("letter", "2032-03-02", ("league",), ("torland",)),
    Told("leaflet", None, ("league",)),
    Told("motion", "2032-05-01", ("parliament",), action="release all imprisoned bakers from Orlen prison"),
)


@pytest.fixture
def make() -> Callable[[Iterable[Told]], Store]:
    return graph_of


@pytest.fixture
def history() -> tuple[Told, ...]:
    return HISTORY


@pytest.fixture
def tell() -> type[Told]:
    return Told


@pytest.fixture(scope="session")
def store() -> Store:
    return graph_of(HISTORY)
