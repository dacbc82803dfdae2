"""Graphs of a few invented demands, as the figures see them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import networkx as nx
import pytest

from demandgraph.records import DemandRecord
from demandgraph.tracing import Step, Trace

HOSTILE = '<script>alert(1)</script> $x_{1}$ \\frac & "q" \x00\x0b\ud800 \u202eevil'


class Told:
    """What figures ask of a graph."""

    def __init__(self, demands: list[DemandRecord], together: nx.Graph[str] | None = None) -> None:
        self.told, self.together = demands, together if together is not None else nx.Graph()

    def demands(self) -> list[DemandRecord]:
        return self.told

    def to_networkx(self, network: str, since: str | None = None, until: str | None = None) -> nx.Graph[str]:
        return self.together


def told(
    topic: str,
    date: str | None,
    issuers: tuple[str, ...] = ("Rivers League",),
    addressees: tuple[str, ...] = ("Varania",),
    document: str = "letter.txt",
) -> DemandRecord:
    return DemandRecord(
        f"{document}/{topic}/{date}/{issuers}", document, date, issuers, addressees, (), (), "free the bakers", topic,
        "call", None, "We ask you to free the bakers.", 0, 30, 0.8,
    )  # fmt: skip


def step(kind: str, date: str | None, demand: str, *, follows: tuple[str, ...] = (), **more: Any) -> Step:
    values: dict[str, Any] = {
        "document": "letter.txt", "document_iri": "letter", "title": "Letter", "issuers": ("Rivers League",),
        "addressees": ("Varania",), "initiators": (), "action": "free the bakers", "quote": "Free the bakers!",
        "begin": 0, "end": 16,
    }  # fmt: skip
    return Step(kind=kind, date=date, demand=demand, follows=follows, **(values | more))


@pytest.fixture
def hostile() -> str:
    return HOSTILE


@pytest.fixture
def graph() -> Told:
    together: nx.Graph[str] = nx.Graph()
    for name in "abcde":
        together.add_node(name, label=f"Actor {name.upper()}")
    together.add_weighted_edges_from([("a", "b", 5), ("b", "c", 4), ("a", "c", 3), ("d", "e", 1)])
    return Told(
        [
            told("release", "2031-03-20"),
            told("release", "2031-07-09", document="resolution.txt"),
            told("sanctions", "2032-01", ("Council", "Rivers League"), ("Varania", "Torland"), "report.txt"),
            told("sanctions", None, document="leaflet.txt"),
        ],
        together,
    )


@pytest.fixture
def make() -> type[Told]:
    return Told


@pytest.fixture
def say() -> Any:
    return told


@pytest.fixture
def history() -> Trace:
    steps = (
        step("raised", "2031-03-20", "one"),
        step("adopted", "2031-07-09", "two", issuers=("Council",), follows=("one",)),
        step("answered", "2032-01", "two", status="rejected", follows=("two",)),
        step("stated", None, "three"),
    )
    return Trace("shared/bakers", "free the bakers", "release", 3, 2, "2031-03-20", "2032-01", steps)


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    import matplotlib.pyplot as plt

    plt.close("all")


@pytest.fixture(autouse=True)
def no_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MPLBACKEND", "agg")
    import matplotlib

    matplotlib.use("agg")
