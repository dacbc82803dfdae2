"""What an update changes in named graphs is carried over into their union, and a change that was broken off is mended."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad

from demandgraph.server import changing
from demandgraph.server.changing import finish, unfinished, update
from demandgraph.server.jobs import Job
from demandgraph.server.refusals import RequestError
from demandgraph.server.written import graphs_written
from demandgraph.store import EmbeddedStore, Store
from demandgraph.trig import PREFIXES

WRITTEN = [
    ("INSERT DATA { GRAPH <x:a> { <x:s> <x:p> 4 } }", {"x:a"}),
    ("INSERT DATA { GRAPH <x:a> { <x:s> <x:p> '}' . } . GRAPH <x:b> { <x:s> <x:p> 2 } }", {"x:a", "x:b"}),
    ("DELETE DATA { GRAPH <x:a> { <x:s> <x:p> 1 } } ; INSERT DATA { GRAPH <x:c> { <x:s> <x:p> 3 } }", {"x:a", "x:c"}),
    ("WITH <x:a> DELETE { ?s ?p ?o } INSERT { ?s ?p 9 } WHERE { ?s ?p ?o }", {"x:a"}),
    ("WITH <x:a> DELETE { ?s ?p ?o } INSERT { GRAPH <x:b> { ?s ?p 9 } } WHERE { ?s ?p ?o }", {"x:a", "x:b"}),
    ("INSERT { GRAPH <x:d> { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }", {"x:d"}),
    ("DELETE WHERE { GRAPH <x:b> { ?s ?p 2 } }", {"x:b"}),
    ("PREFIX e: <x:> DROP GRAPH e:a ; CLEAR SILENT GRAPH e:b", {"x:a", "x:b"}),
    ("INSERT DATA { GRAPH dg:g { <x:s> <x:p> 1 } } # GRAPH <x:none>", {PREFIXES["dg"] + "g"}),
    ("DELETE WHERE { GRAPH ?g { ?s ?p 2 } }", None),
    ("DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o FILTER (?o = 2) } }", None),
    ("INSERT DATA { GRAPH <x:a> { <x:s> <x:p> 5 } } ; INSERT DATA { <x:s> <x:p> 6 }", None),
    ("WITH <x:a> DELETE { ?s ?p 1 } WHERE { ?s ?p 1 } ; INSERT { ?s ?p 7 } WHERE { GRAPH <x:b> { ?s ?p 2 } }", None),
    ("BASE <x:> INSERT DATA { GRAPH <a> { <s> <p> 8 } }", None),
    ("COPY GRAPH <x:a> TO <x:e>", None),
    ("CLEAR ALL", None),
    ("DROP NAMED", None),
    ("PREFIX e: <x:> PREFIX e: <y:> DROP SILENT GRAPH e:a ; CLEAR GRAPH <x:b>", None),
]  # fmt: skip


def quad(value: int, graph: str) -> Quad:
    return Quad(NamedNode("x:s"), NamedNode("x:p"), pyoxigraph.Literal(value), NamedNode(graph))


def store() -> EmbeddedStore:
    return Store.memory([quad(1, "x:a"), quad(2, "x:a"), quad(2, "x:b"), quad(3, "x:b")])


def union(raw: pyoxigraph.Store) -> set[object]:
    return {q.triple for q in raw.quads_for_pattern(None, None, None, DefaultGraph())}


def named(raw: pyoxigraph.Store) -> set[object]:
    return {q.triple for q in quads(raw)}


def quads(raw: pyoxigraph.Store) -> set[Quad]:
    return {q for q in raw if q.graph_name != DefaultGraph()}


@pytest.mark.parametrize(("text", "graphs"), WRITTEN)
def test_graphs_that_an_update_writes_to(text: str, graphs: set[str] | None) -> None:
    assert graphs_written(text, PREFIXES) == graphs


@pytest.mark.parametrize("text", [text for text, _ in WRITTEN])
def test_the_union_follows(text: str) -> None:
    changed = store()
    update(changed, Job("update", text))
    assert union(changed.raw) == named(changed.raw)
    assert quads(changed.raw) != quads(store().raw)


def test_only_the_graphs_that_are_written_to_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changing, "reconcile", lambda _: pytest.fail("everything was compared"))
    for text, graphs in WRITTEN:
        if graphs:
            update(store(), Job("update", text))


def test_an_update_that_fails_changes_nothing_and_is_told() -> None:
    changed = store()
    with pytest.raises(RequestError, match="the update failed: "):
        update(changed, Job("update", "INSERT DATA { GRAPH <x:a> { <x:s> <x:p> 4 } } ; DROP GRAPH <x:none>"))
    assert quads(changed.raw) == quads(store().raw)


@pytest.mark.parametrize("in_memory", [10, 0])
def test_everything_is_compared(monkeypatch: pytest.MonkeyPatch, in_memory: int) -> None:
    monkeypatch.setattr(changing, "IN_MEMORY", in_memory)
    raw = store().raw
    raw.add(Quad(NamedNode("x:s"), NamedNode("x:p"), NamedNode("x:too-many")))
    raw.remove(Quad(NamedNode("x:s"), NamedNode("x:p"), pyoxigraph.Literal(3)))
    changing.reconcile(raw)
    assert union(raw) == named(raw) == named(store().raw)


def test_a_change_that_was_broken_off_is_mended(tmp_path: Path) -> None:
    raw = store().raw
    raw.add(quad(4, "x:a"))
    finish(raw, tmp_path)  # nothing says that a change was broken off: a start does not compare everything
    assert union(raw) != named(raw)
    (tmp_path / changing.UNFINISHED).touch()
    finish(raw, tmp_path)
    assert union(raw) == named(raw)
    assert not list(tmp_path.iterdir())


def test_a_store_is_marked_while_it_is_changed(tmp_path: Path) -> None:
    raw = store().raw
    with unfinished(raw, tmp_path):
        assert (tmp_path / changing.UNFINISHED).exists()
    with pytest.raises(SyntaxError), unfinished(raw, tmp_path):
        raise SyntaxError
    with pytest.raises(OSError), unfinished(raw, tmp_path):
        raw.add(quad(4, "x:a"))
        raise OSError
    assert union(raw) == named(raw)
    assert not list(tmp_path.iterdir())
