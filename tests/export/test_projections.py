"""Networks for analysis: who demands of whom, who shares a demand, who takes part in what."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest

from demandgraph.across import SharedDemand
from demandgraph.errors import ExportError
from demandgraph.export import PROJECTIONS, projected, slices
from demandgraph.export.projections import within
from demandgraph.graph import Graph
from demandgraph.model import Actor, Demand, Document, Event, Findings, Phrase
from demandgraph.rdf import across_quads, quads
from demandgraph.store import Store
from demandgraph.vocab import DEFAULT_BASE

TEXT = "The guild and the union ask the council of Orlen to open the ferry; the council refuses."
ALL = (Phrase(0, len(TEXT), TEXT),)
OPEN = Phrase(TEXT.index("open"), TEXT.index(";"), "open the ferry")
GUILD, UNION, COUNCIL = "actor/organization/guild", "actor/organization/union", "actor/institution/council"
ACTORS = (
    Actor("g", "Guild", "Organization"),
    Actor("u", "Union", "Organization"),
    Actor("c", "Council", "Institution"),
)


def findings(name: str, date: str | None, issuers: tuple[str, ...], status: str | None = None) -> Findings:
    """A document in which some ask the council to open the ferry, after a meeting with it."""
    return Findings(
        Document(f"{name}.txt", name, TEXT, name[0] * 64, date=date),
        ACTORS,
        (Demand("d", OPEN, ALL, issuers, ("c",), topic="other", status=status),),
        (Event("e", "Meeting", ALL, agents=("g",), recipients=("c",), date=date),),
    )


@pytest.fixture(scope="module")
def store() -> Store:
    told = [findings("appeal", "2030-05-03", ("g", "u")), findings("note", "2031", ("g",), "rejected")]
    told.append(findings("undated", None, ("u",)))
    members = tuple(f"{DEFAULT_BASE}demand/{name}.d" for name in ("appeal", "note"))
    shared = SharedDemand(f"{DEFAULT_BASE}shared/ferry", "open the ferry", "other", members)
    return Store.memory([q for f in told for q in quads(f)] + list(across_quads([shared], DEFAULT_BASE)))


def ties(network: nx.Graph[str]) -> dict[tuple[str, str], tuple[int, str | None]]:
    return {(a, b): (d["weight"], d.get("first")) for a, b, d in network.edges(data=True)}


def test_who_demands_of_whom(store: Store) -> None:
    network = projected(store, "actors")
    assert ties(network) == {(GUILD, COUNCIL): (2, "2030-05-03"), (UNION, COUNCIL): (2, "2030-05-03")}
    data = network.edges[GUILD, COUNCIL]
    assert (data["last"], data["topics"]) == ("2031", "other")
    assert data["evidence_ids"].count("#char=0,") == 2
    assert network.nodes[COUNCIL] == {"label": "Council", "kind": "Institution"}


def test_a_period(store: Store) -> None:
    assert ties(projected(store, "actors", "2031", None)) == {(GUILD, COUNCIL): (1, "2031")}
    assert ties(projected(store, "actors", None, "2030")).keys() == {(GUILD, COUNCIL), (UNION, COUNCIL)}
    assert not projected(store, "actors", "2032", "2033")


@pytest.mark.parametrize(
    ("date", "since", "until", "expected"),
    [
        ("2030-05", "2030-05-20", None, True),  # may be later than the twentieth
        ("2030-05-19", "2030-05-20", None, False),
        ("2030", None, "2030-01", True),
        ("2030-02", None, "2030-01", False),
        (None, None, None, True),
        (None, None, "2030", False),
    ],
)
def test_within(date: str | None, since: str | None, until: str | None, expected: bool) -> None:
    assert within(date, since, until) is expected


def test_who_agrees_with_which_demand(store: Store) -> None:
    network = projected(store, "actor-demand")
    shared = network.edges[GUILD, "shared/ferry"]
    assert (shared["weight"], shared["agreement"]) == (2, "yes")
    assert network.edges[COUNCIL, "shared/ferry"]["agreement"] == "no"
    assert (UNION, "demand/undated.d") in network.edges
    assert nx.is_bipartite(network)
    assert {n: d["bipartite"] for n, d in network.nodes(data=True)}["shared/ferry"] == 1


def test_who_demands_the_same(store: Store) -> None:
    network = projected(store, "co-issuing")
    assert ties(network) == {(GUILD, UNION): (1, "2030-05-03")}
    assert not network.is_directed()


def test_documents_and_topics_and_events(store: Store) -> None:
    documents = projected(store, "document-demand")
    assert set(documents["shared/ferry"]) == {"document/appeal", "document/note"}
    assert ties(projected(store, "actor-topic"))[GUILD, "topic/other"] == (2, "2030-05-03")
    events = projected(store, "participation")
    assert events.edges[GUILD, "event/appeal.e"]["role"] == "agent"
    assert events.edges[COUNCIL, "event/appeal.e"]["role"] == "recipient"
    assert events.nodes["event/appeal.e"]["label"] == "Meeting 2030-05-03"


def test_slices(store: Store) -> None:
    by_year = slices(store, "actors")
    assert {year: network.number_of_edges() for year, network in by_year.items()} == {"2030": 2, "2031": 1}
    assert list(slices(store, "participation", "month")) == ["2030-05"]


def test_unknown_networks(store: Store) -> None:
    with pytest.raises(ExportError, match="no network 'friends'; there are actors, actor-topic"):
        projected(store, "friends")
    with pytest.raises(ExportError, match="by year or month"):
        slices(store, "actors", "week")


@pytest.mark.parametrize("name", PROJECTIONS)
def test_attributes_are_plain_and_formats_take_them(graph: Graph, tmp_path: Path, name: str) -> None:
    network = graph.to_networkx(name)
    values = [v for _, d in network.nodes(data=True) for v in d.values()]
    values += [v for _, _, d in network.edges(data=True) for v in d.values()]
    assert values
    assert {type(v) for v in values} <= {str, int, float, bool}
    assert all(d["evidence_ids"] for _, _, d in network.edges(data=True))
    for suffix in (".graphml", ".gexf", ".cyjs", ".net", ".csv"):
        graph.export(tmp_path / f"x{suffix}", network=name)
    read = nx.read_graphml(tmp_path / "x.graphml")
    assert read.is_directed() == network.is_directed()
    assert dict(read.nodes(data=True)) == dict(network.nodes(data=True))
    assert {frozenset(e) for e in read.edges()} == {frozenset(e) for e in network.edges()}
