"""A graph becomes a network by the rule of the ontology."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest

import demandgraph as dg
from demandgraph.export.network import projection, to_networkx
from demandgraph.model import ACTOR_TYPES, EVENT_TYPES, Actor, Affiliation, Demand, Document, Figure, Findings, Phrase
from demandgraph.rdf import quads
from demandgraph.store import Store
from demandgraph.vocab import DG, ONTOLOGY

TEXT = "Ilse Maron, head of the Lake Guild, asked to free 2.5 thousand."
ALL = (Phrase(0, len(TEXT), TEXT),)
FINDINGS = Findings(
    Document("note.txt", "note.txt", TEXT, "0" * 64, title="A note"),
    (
        Actor("m", "Ilse Maron", "Person", ("Maron", "Ms Maron"), (Phrase(0, 10, "Ilse Maron"),)),
        Actor("g", "Lake Guild", "Organization"),
    ),
    (Demand("d", Phrase(45, 49, "free"), ALL, ("m",), topic="release"),),
    affiliations=(Affiliation("a", "m", "g", "head", ALL, 0.8, "rules/x"),),
    figures=(Figure("f", 2.5, None, ALL),),
)


@pytest.fixture(scope="module")
def network() -> nx.MultiDiGraph:
    return to_networkx(Store.memory(quads(FINDINGS)))


def test_the_rule_covers_all_classes() -> None:
    role = projection().role
    assert all(role[ONTOLOGY + name] == "node" for name in (*ACTOR_TYPES, *EVENT_TYPES, "Demand", "Document"))
    assert all(role[p] == "edge" for p in (DG.issuer, DG.addressee, DG.madeAt, DG.statedIn, DG.Affiliation))
    assert projection().ends[DG.Affiliation] == (
        "http://www.w3.org/ns/org#member",
        "http://www.w3.org/ns/org#organization",
    )


def test_nodes(network: nx.MultiDiGraph) -> None:
    assert {n: d["kind"] for n, d in network.nodes(data=True)} == {
        "actor/organization/lake-guild": "Organization",
        "actor/person/ilse-maron": "Person",
        "demand/note.d": "Demand",
        "document/note": "Document",
        "figure/note.f": "Figure",
    }
    maron = network.nodes["actor/person/ilse-maron"]
    assert (maron["label"], maron["altLabel"]) == ("Ilse Maron", "Maron; Ms Maron")
    demand = network.nodes["demand/note.d"]
    assert (demand["label"], demand["topic"], demand["confidence"], demand["evidence"]) == (
        "free",
        "release",
        0.5,
        TEXT,
    )
    assert network.nodes["figure/note.f"]["value"] == 2.5
    assert network.nodes["figure/note.f"]["label"] == TEXT
    assert network.nodes["document/note"]["label"] == "A note"
    assert not {"isString", "sha256"} & set(network.nodes["document/note"])


def test_edges(network: nx.MultiDiGraph) -> None:
    edges = {(a, b): d for a, b, d in network.edges(data=True)}
    assert {(a, d["kind"], b) for (a, b), d in edges.items()} == {
        ("actor/person/ilse-maron", "Affiliation", "actor/organization/lake-guild"),
        ("demand/note.d", "issuer", "actor/person/ilse-maron"),
        ("demand/note.d", "statedIn", "document/note"),
    }
    member = edges["actor/person/ilse-maron", "actor/organization/lake-guild"]
    assert (member["roleTitle"], member["confidence"], member["evidence"]) == ("head", 0.8, TEXT)


def test_network_of_a_build(built: Path) -> None:
    graph = dg.open(built)
    network = graph.to_networkx()
    kinds = nx.get_node_attributes(network, "kind").values()
    assert sum(kind == "Demand" for kind in kinds) == len(graph.demands())
    assert sum(kind in ACTOR_TYPES for kind in kinds) == len(graph.actors())
    assert sum(kind in EVENT_TYPES for kind in kinds) == len(graph.events())
    assert all(data["label"] for _, data in network.nodes(data=True))
    assert list(network.nodes) == sorted(network.nodes)
