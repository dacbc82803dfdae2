"""Reading a graph for the page: everything once, in one order, with its words."""

from __future__ import annotations

import random
from typing import Any

from pyoxigraph import Store

from demandgraph.explore import Edge, View, page, view_of
from demandgraph.explore.view import KINDS, ROLES

BASE = "https://w3id.org/demandgraph/id/"


def node(view: View, name: str) -> Any:
    return next(n for n in view.nodes if n.iri == BASE + name)


def test_every_class_and_role_is_read(view: View) -> None:
    assert {n.kind for n in view.nodes} == {
        "Document", "Person", "Country", "Institution", "Organization", "Group", "Demand", "SharedDemand", "Adoption", "Repression",
        "Demonstration", "Figure", "Affiliation",
    }  # fmt: skip
    assert {e.role for e in view.edges} == set(ROLES)


def test_the_order_of_loading_does_not_matter(graph: Any, view: View) -> None:
    quads = list(graph.quads)
    random.Random(5).shuffle(quads)
    store = Store()
    store.extend(quads)
    assert view_of(store) == view


def test_quotes_are_the_words_of_the_text(view: View) -> None:
    quote = node(view, "demand/r1").quotes[0]
    words = view.texts[quote.document][quote.begin : quote.end]
    assert words == "Urges the Government of Marrow to release all imprisoned teachers without delay"


def test_labels(view: View) -> None:
    assert node(view, "document/appeal").label == "Free our colleagues"
    assert node(view, "demand/r2").label == "end the ban on evening schools"
    assert node(view, "event/march").label == "Two thousand people marched in Port Alma on 12 April 2021"
    assert node(view, "figure/forty").label == "at least 40 teachers"
    assert node(view, "affiliation/fenn").label == "spokeswoman"
    assert node(view, "event/march").facts["place"] == "Port Alma"
    assert node(view, "demand/r1").facts["topic"] == "release"
    assert node(view, "actor/league").names == ("LTL",)


def test_edges_lead_to_things_that_are_there(view: View) -> None:
    iris = {n.iri for n in view.nodes}
    assert all(e.source in iris and e.target in iris for e in view.edges)
    assert Edge(BASE + "demand/r1", BASE + "actor/league", "initiator") in view.edges
    assert [KINDS.index(n.kind) for n in view.nodes] == sorted(KINDS.index(n.kind) for n in view.nodes)


def test_an_empty_store_gives_an_empty_view() -> None:
    assert view_of(Store()) == View()


def test_of_a_large_graph_only_some_documents_are_read_and_those_completely(graph: Any, view: View) -> None:
    store = graph.store()
    documents = [n.iri for n in view.nodes if n.kind == "Document"]
    some = view_of(store, len(view.nodes) // 3)
    kept = [n.iri for n in some.nodes if n.kind == "Document"]
    assert 0 < len(kept) < len(documents) == some.of and list(some.texts) == kept
    assert {q.document for n in some.nodes for q in n.quotes} <= set(kept)
    iris = {n.iri for n in some.nodes}
    assert all(e.source in iris and e.target in iris for e in some.edges)
    for role in ("statedIn", "describedIn"):
        whole = {e.source for e in view.edges if e.role == role and e.target in kept}
        assert whole <= iris
    assert view_of(store, len(view.nodes)) == view  # a graph that fits is read as a whole
    assert "of" in page(some).split("<title>")[1].split("</title>")[0].split(" in ")[1]


def test_documents_that_name_the_focus_come_first(graph: Any, view: View) -> None:
    store = graph.store()
    home = {e.source: e.target for e in view.edges if e.role in ("statedIn", "describedIn")}
    for actor in (n for n in view.nodes if n.kind == "Person"):
        near = {home[e.source] for e in view.edges if e.target == actor.iri and e.source in home}
        first = [n.iri for n in view_of(store, 2, actor.label).nodes if n.kind == "Document"]
        assert not near or set(first) <= near
