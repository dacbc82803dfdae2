"""A graph read back as plain records."""

from __future__ import annotations

from pathlib import Path

import pytest

import demandgraph as dg
from demandgraph.graph import Graph
from demandgraph.model import ACTOR_TYPES, DOCUMENT_KINDS, EVENT_TYPES, FORCES, TOPICS


@pytest.fixture(scope="module")
def graph(built: Path) -> Graph:
    return dg.open(built)


def test_documents(graph: Graph) -> None:
    documents = graph.documents()
    assert [d.file for d in documents] == [
        "appeal-orlen-bridge.txt", "assembly-note.md", "letter-observers.txt", "ministry-statement.html",
    ]  # fmt: skip
    note = documents[1]
    assert (note.date, note.publisher) == ("2031-06-12", "Assembly of the Lake States")
    assert {d.kind for d in documents} <= set(DOCUMENT_KINDS)
    assert "- admit international observers" in note.text


def test_demands(graph: Graph) -> None:
    demands = graph.demands()
    texts = {d.file: d.text for d in graph.documents()}
    labels = {a.label for a in graph.actors()}
    assert [d.document for d in demands] == sorted(d.document for d in demands)
    for d in demands:
        assert texts[d.document][d.begin : d.end] == d.quote
        assert d.topic in TOPICS and d.force in FORCES
        assert {*d.issuers, *d.addressees, *d.beneficiaries, *d.initiators} <= labels
    release = [d for d in demands if "release" in d.action and "journalists" in d.action]
    assert {"appeal-orlen-bridge.txt", "assembly-note.md"} <= {d.document for d in release}


def test_actors(graph: Graph) -> None:
    actors = graph.actors()
    assert {a.type for a in actors} <= set(ACTOR_TYPES)
    (maron,) = [a for a in actors if a.label == "Ilse Maron"]
    assert maron.type == "Person"
    assert len(maron.documents) == 3
    assert [a.label.lower() for a in actors] == sorted(a.label.lower() for a in actors)


def test_events(graph: Graph) -> None:
    events = graph.events()
    assert {e.type for e in events} <= set(EVENT_TYPES)
    dated = [e.date for e in events if e.date]
    assert dated == sorted(dated)
    assert all(e.quote and e.documents for e in events)
    assert [e.date is None for e in events] == sorted(e.date is None for e in events)
