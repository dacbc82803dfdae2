"""A pushed graph is there what it is here, whatever fails on the way; only what has changed is sent."""

from __future__ import annotations

import base64
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from pyoxigraph import Literal, NamedNode, Quad

import demandgraph as dg
from demandgraph import records
from demandgraph.asking import ask
from demandgraph.cli import main
from demandgraph.errors import StoreError
from demandgraph.query import questions, run
from demandgraph.remote import Connection, Credentials, Pushed, connect, find, push
from demandgraph.store import Store

if TYPE_CHECKING:
    from conftest import Fake

BASE = "https://w3id.org/demandgraph/id/"
SERVE_TOKEN = "a-token-of-the-tests-only"
USER = Credentials("writer", "secret")
LABEL, KIND = NamedNode("urn:x:label"), NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def small(**graphs: str) -> Store:
    """A store of a few graphs with a few words each, some of them hostile."""
    quads = []
    for name, words in graphs.items():
        graph = NamedNode(f"{BASE}graph/document/{name}")
        quads += [Quad(NamedNode(f"{BASE}x/{name}"), LABEL, Literal(word), graph) for word in words.split(" ")]
        quads.append(Quad(NamedNode(f"{BASE}x/{name}"), KIND, NamedNode("urn:x:Thing"), graph))
        quads.append(Quad(graph, LABEL, Literal('"} } ; DROP ALL # \n\\ \U0001d11e é'), graph))
    return Store.memory(quads)


def quads_of(store: Store) -> set[Quad]:
    return set(store.quads())


@pytest.fixture(params=["graph store protocol", "update"])
def either(request: pytest.FixtureRequest, fake: Fake) -> Fake:
    fake.graphs = request.param != "update"
    return fake


def test_only_what_changed_is_sent(either: Fake, connection: Connection) -> None:
    first = small(a="one two", b="three", c="four")
    assert push(first, either.url, connection=connection) == Pushed(3, 0, 0, 10)
    assert either.quads() == quads_of(first)
    either.changes.clear()
    assert push(first, either.url, connection=connection) == Pushed(0, 3, 0, 0)
    assert either.changes == []
    second = small(a="one two", b="three and more", d="five")
    assert push(second, either.url, connection=connection) == Pushed(2, 1, 1, 8)
    assert either.quads() == quads_of(second)
    assert not any(change.endswith("document/a") for change in either.changes)
    assert push(second, either.url, connection=connection, everything=True).sent == 3


def test_failing_push_is_repeated_and_ends_in_the_same_state(either: Fake, connection: Connection) -> None:
    first, second = small(a="one two", b="three", c="four"), small(a="other", b="three", d="five")
    push(first, either.url, connection=connection)
    steps = 0
    while True:  # fails after every number of changes; then somebody goes back to the first graph, and on again
        either.changes.clear()
        either.dies_after = steps
        try:
            push(second, either.url, connection=connection)
            break
        except StoreError as error:
            assert "503" in str(error) and "3 attempts" in str(error)
        either.dies_after = None
        push(first if steps % 2 else second, either.url, connection=connection)
        assert either.quads() == quads_of(first if steps % 2 else second)
        push(first, either.url, connection=connection)
        assert either.quads() == quads_of(first)
        steps += 1
    assert steps >= 4
    assert either.quads() == quads_of(second)


def test_passing_failures_are_overcome(fake: Fake, connection: Connection) -> None:
    fake.fails = [503, 500, 200, 0, 429]
    push(small(a="one", b="two"), fake.url, connection=connection)
    assert fake.quads() == quads_of(small(a="one", b="two"))


def test_large_graphs_go_in_pieces(either: Fake, connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("demandgraph.remote.pushing.PIECE", 3)
    monkeypatch.setattr("demandgraph.remote.pushing.UPDATE_PIECE", 3)
    store = small(a="one two three four five six seven", b="eight")
    push(store, either.url, connection=connection)
    assert either.quads() == quads_of(store)


def test_graphs_of_others_are_left_alone(fake: Fake, connection: Connection) -> None:
    other = Quad(LABEL, LABEL, Literal("x"), NamedNode("https://other.example/graph"))
    fake.store.add(other)
    push(small(a="one"), fake.url, connection=connection)
    push(Store.memory(base=BASE), fake.url, connection=connection)
    assert fake.quads() == {other}


@pytest.mark.parametrize("credentials", [USER, Credentials(token="t-o-k-e-n")], ids=["basic", "bearer"])
def test_authentication(fake: Fake, credentials: Credentials, monkeypatch: pytest.MonkeyPatch) -> None:
    fake.guard = (
        f"Bearer {credentials.token}" if credentials.token else "Basic " + base64.b64encode(b"writer:secret").decode()
    )
    with pytest.raises(StoreError, match=r"refuses access.*does not accept.*DEMANDGRAPH_STORE_USER"):
        push(small(a="one"), fake.url, connection=Connection(Credentials("writer", "wrong"), waits=()))
    for name in ("user", "password", "token"):
        monkeypatch.setenv(f"DEMANDGRAPH_STORE_{name.upper()}", getattr(credentials, name))
    push(small(a="one"), fake.url)
    assert len(fake.quads()) == 3
    assert "secret" not in repr(Credentials.from_environment())


def test_one_line_when_there_is_no_store(built: Path, fake: Fake) -> None:
    for url in ("http://127.0.0.1:9/sparql", "nonsense", "http://", f"{fake.url}/../nothing-here"):
        with pytest.raises(StoreError) as error:
            push(small(a="one"), url, connection=Connection(USER, waits=()), graph_url="http://127.0.0.1:9/")
        assert "\n" not in str(error.value)
    told = CliRunner().invoke(main, ["push", str(built), "nonsense"])
    assert told.exit_code == 4 and told.stderr.startswith("error: nonsense: is no address") and not told.stdout


def test_given_addresses_are_taken(connection: Connection) -> None:
    found = find("http://a.example", connection, query="http://b/q", update="http://b/u", graph="http://b/g")
    assert (found.query, found.update, found.graph) == ("http://b/q", "http://b/u", "http://b/g")


def same_answers(store: Store, there: Store) -> None:
    """Whether two stores say the same: all quads, all records, all saved questions."""
    assert quads_of(there) == quads_of(store)
    for kind in (records.demands, records.actors, records.events, records.documents):
        assert kind(there) == kind(store)
    for name in questions():
        here = sorted(map(str, ask(store, name, {})))
        assert sorted(map(str, ask(there, name, {}))) == here, name
    assert run(there, "ASK { ?d a dg:Demand }") and not run(there, "ASK { ?d a dg:NoDemand }")
    assert len(run(there, "CONSTRUCT { ?d a dg:Demand } WHERE { ?d a dg:Demand }")) == len(records.demands(store))


def test_remote_graph_answers_alike(fake: Fake, built: Path, connection: Connection) -> None:
    store = dg.open(built).store
    push(store, fake.url, connection=connection)
    there = connect(fake.url, connection=connection)
    assert there.explicit and there.repeats  # Oxigraph's own union is none by default, and repeats
    same_answers(store, there)
    told = CliRunner().invoke(main, ["query", fake.url, "SELECT (COUNT(?d) AS ?n) { ?d a dg:Demand }", "--format=csv"])
    assert told.stdout == f"n\n{len(records.demands(store))}\n"


def test_served_graph(served: str, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMANDGRAPH_STORE_TOKEN", SERVE_TOKEN)
    graph = dg.open(built)
    everything = len(graph.store.graphs())
    assert graph.push(served).sent == everything
    assert graph.push(served).unchanged == everything
    there = connect(served)
    assert not there.explicit and not there.repeats  # its default graph is the union, each triple once
    same_answers(graph.store, there)
    monkeypatch.setenv("DEMANDGRAPH_STORE_TOKEN", "another-token-than-that")
    with pytest.raises(StoreError, match="refuses access"):
        graph.push(served, everything=True)


def test_virtuoso(virtuoso: str, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(StoreError, match=r"refuses access.*; set DEMAND"):
        push(dg.open(built).store, virtuoso)
    monkeypatch.setenv("DEMANDGRAPH_STORE_USER", "dba")
    monkeypatch.setenv("DEMANDGRAPH_STORE_PASSWORD", "dba")
    store = dg.open(built).store
    everything = len(store.graphs())
    assert push(store, virtuoso).sent == everything
    there = connect(virtuoso)
    assert there.repeats
    same_answers(store, there)
    assert there.ask("ASK { ?d a dg:Demand }", [])
    gone = store.graphs()[1]
    fewer = Store.memory((q for q in store.quads() if q.graph_name != NamedNode(gone)), store.base)
    assert push(fewer, virtuoso) == Pushed(0, everything - 1, 1, 0)
    assert quads_of(connect(virtuoso)) == quads_of(fewer)
    hostile = small(a="one two")
    push(hostile, virtuoso, update_url="", graph_url="")
    assert push(hostile, virtuoso).sent == 0
    assert set(there.quads(f"{BASE}graph/document/a")) == quads_of(hostile)


@pytest.mark.usefixtures("quick")
def test_build_and_push_in_one(fake: Fake, data: Path, tmp_path: Path) -> None:
    shutil.copytree(data, tmp_path / "in")
    dg.build(tmp_path / "in", tmp_path / "graph", store=fake.url)
    assert fake.quads() == quads_of(dg.open(tmp_path / "graph").store)
    (tmp_path / "in" / "letter-observers.txt").unlink()
    told = CliRunner().invoke(
        main, ["build", str(tmp_path / "in"), "--out", str(tmp_path / "graph"), "--store", fake.url, "--quiet"]
    )
    assert told.exit_code in (0, 1), told.stderr
    assert fake.quads() == quads_of(dg.open(tmp_path / "graph").store)
