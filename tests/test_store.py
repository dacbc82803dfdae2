"""A store on disk, in memory and through rdflib says the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from demandgraph.errors import StoreError
from demandgraph.rdf import NIF, XSD
from demandgraph.store import Store
from demandgraph.trig import to_trig

A, B, LABEL = NamedNode("urn:x:a"), NamedNode("urn:x:b"), NamedNode("urn:x:label")
BEGIN = Literal("3", datatype=NamedNode(XSD + "nonNegativeInteger"))
QUADS = {
    Quad(A, LABEL, Literal("said by two"), NamedNode("urn:x:g1")),
    Quad(A, LABEL, Literal("said by two"), NamedNode("urn:x:g2")),
    Quad(B, LABEL, Literal("said by one"), NamedNode("urn:x:g2")),
    Quad(B, NamedNode(NIF + "beginIndex"), BEGIN, NamedNode("urn:x:g2")),
}
SELECT = "SELECT ?s ?o { ?s <urn:x:label> ?o }"


@pytest.fixture
def on_disk(tmp_path: Path) -> Path:
    (tmp_path / "graph.trig").write_text("".join(to_trig(QUADS)), encoding="utf-8")
    Store.create(tmp_path / "store", tmp_path / "graph.trig")
    return tmp_path / "store"


def test_same_on_disk_and_in_memory(on_disk: Path) -> None:
    for store in (Store.open(on_disk), Store.memory(QUADS)):
        assert set(store.quads()) == QUADS
        assert len(store) == 4
        assert len(list(store.quads("urn:x:g2"))) == 3
        assert store.graphs() == ["urn:x:g1", "urn:x:g2"]


def test_default_graph_is_the_union_with_each_triple_once(on_disk: Path) -> None:
    store = Store.open(on_disk)
    assert sorted(row["o"].value for row in store.raw.query(SELECT)) == ["said by one", "said by two"]
    dataset = store.to_rdflib()
    assert sorted(str(row.o) for row in dataset.query(SELECT)) == ["said by one", "said by two"]
    in_graphs = dataset.query("SELECT ?g { GRAPH ?g { ?s <urn:x:label> ?o } }")
    assert len(list(in_graphs)) == 3


def test_union_in_memory(on_disk: Path) -> None:
    union = Store.open(on_disk).union()
    assert len(union) == 3
    assert len(list(union.query(SELECT, use_default_graph_as_union=True))) == 2  # type: ignore[arg-type]


def test_open_store_is_read_only(on_disk: Path) -> None:
    with pytest.raises((RuntimeError, OSError)):
        Store.open(on_disk).raw.add(next(iter(QUADS)))


def test_two_may_read_at_once(on_disk: Path) -> None:
    one, other = Store.open(on_disk), Store.open(on_disk)
    assert one.graphs() == other.graphs()


def test_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store here"):
        Store.open(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_broken_store(on_disk: Path) -> None:
    (on_disk / "CURRENT").write_text("MANIFEST-999999\n")
    with pytest.raises(StoreError, match="broken"):
        Store.open(on_disk)


def test_store_is_made_in_a_new_folder(on_disk: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is there already"):
        Store.create(on_disk, tmp_path / "graph.trig")


def test_union_is_that_of_the_graphs_whatever_the_words(tmp_path: Path) -> None:
    words = ["}", "\n}\n<urn:x:g9> {\n", '"', "\\", "{", "\r\n@prefix x: <y> .", "a\u2028}", "\U0001d11e"]
    quads = {Quad(A, LABEL, Literal(w), NamedNode(f"urn:x:g{n % 3}")) for n, w in enumerate(words * 2)}
    (tmp_path / "graph.trig").write_text("".join(to_trig(quads)), encoding="utf-8", newline="\n")
    store = Store.create(tmp_path / "store", tmp_path / "graph.trig")
    assert set(store.quads()) == quads
    union = list(store.raw.quads_for_pattern(None, None, None, DefaultGraph()))
    assert len(union) == len(words)
    assert {q.triple for q in union} == {q.triple for q in quads}


def test_a_store_is_true_without_being_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store.memory()
    monkeypatch.setattr(type(store), "__len__", lambda _: pytest.fail("counted"))
    assert store
