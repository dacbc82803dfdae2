"""The saved questions take time in proportion to the graph: four times the graph must not take sixteen times as long."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from demandgraph.asking import bound
from demandgraph.query import Question, questions, run
from demandgraph.store import EmbeddedStore, Store
from demandgraph.trig import PREFIXES

DOCUMENTS, TIMES = 60, 4
GROWTH = 9
"""How many times as long a graph of four times the size may take: in proportion it is 4 to 5, quadratic 16."""
LEAST = 0.004
"""Seconds that a question counts as taking at least: what is shorter is mostly noise."""
DOCUMENT = """<graph/document/{n}> {{
  <document/{n}> a dg:Document ; nfo:fileName "letter {n}.txt" ; dcterms:date "2021-03-04"^^xsd:date ;
    nif:isString "a letter" ; dcterms:title "Letter {n}" ; dg:sha256 "{n}" .
  <event/{n}> a dg:Event, dg:Adoption ; dg:date "2021-03-01"^^xsd:date ; dg:describedIn <document/{n}> ;
    dg:agent <actor/{to}> ; dg:recipient <actor/{by}> ; dg:place <place/1> ; dg:evidence <document/{n}#char=0,9> .
{demands}}}
"""
DEMAND = """  <demand/{n}/{k}> a dg:Demand ; dg:action "repair the long bridge at mile {n} of road {k}" ;
    dg:statedIn <document/{n}> ; dg:issuer <actor/{by}> ; dg:addressee <actor/{to}> ; dg:beneficiary <actor/{by}> ;
    dg:initiator <actor/{to}> ; dg:topic topic:release ; dg:force force:urge ; dg:status status:accepted ;
    dg:madeAt <event/{n}> ; dg:condition <document/{n}#char={k}0,{k}9> ; dg:confidence 0.8 ; dg:foundBy "rules/some" ;
    dg:expresses <shared/{n}> ; dg:evidence <document/{n}#char={k}0,{k}9> .
  <shared/{n}> a dg:SharedDemand ; skos:prefLabel "repair the long bridge {n}" .
  <document/{n}#char={k}0,{k}9> a nif:Phrase ; nif:anchorOf "the words of the {k}th demand in letter {n}" ;
    nif:beginIndex {k}0 ; nif:endIndex {k}9 ; nif:referenceContext <document/{n}> ; itsrdf:taIdentRef <actor/{by}> .
"""
ACTOR = '  <actor/{n}> a dg:Actor, dg:Country ; skos:prefLabel "Republic of the Northern Valley {n}" .\n'


def graph(documents: int) -> Iterator[str]:
    """A graph of letters with ten demands each, of ten actors a letter."""
    yield "@base <x:/> .\n" + "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in PREFIXES.items())
    for n in range(documents):
        by, to = n * 7 % documents, n * 3 % documents
        demands = "".join(DEMAND.format(n=n, k=k, by=by, to=to) for k in range(10))
        yield DOCUMENT.format(n=n, by=by, to=to, demands=demands)
    yield "<graph/actors> {\n" + "".join(ACTOR.format(n=n) for n in range(documents))
    yield '  <place/1> a dg:Place ; rdfs:label "Northern Harbour" .\n}\n'


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> tuple[EmbeddedStore, EmbeddedStore]:
    """A graph, and one of four times its size, on disk."""
    folder = tmp_path_factory.mktemp("growth")
    made = []
    for documents in (DOCUMENTS, DOCUMENTS * TIMES):
        trig = folder / f"{documents}.trig"
        trig.write_text("".join(graph(documents)), encoding="utf-8")
        made.append(Store.create(folder / str(documents), trig))
    return made[0], made[1]


def seconds(store: Store, sparql: str, turns: int = 3) -> float:
    """The shortest time of the processor that a query takes."""
    best = float("inf")
    for _ in range(turns):
        begin = time.process_time()
        run(store, sparql)
        best = min(best, time.process_time() - begin)
    return best


def growth(stores: tuple[EmbeddedStore, EmbeddedStore], asked: Question) -> float:
    """How many times as long a question with quotes takes over the larger graph."""
    sparql = bound(stores[0], asked, {}, quotes="#[quotes]" in asked.sparql)
    return seconds(stores[1], sparql) / max(LEAST, seconds(stores[0], sparql))


@pytest.mark.parametrize("name", sorted(questions()))
def test_time_in_proportion_to_the_graph(stores: tuple[EmbeddedStore, EmbeddedStore], name: str) -> None:
    assert growth(stores, questions()[name]) < GROWTH


def test_quotes_are_found_in_the_graph(stores: tuple[EmbeddedStore, EmbeddedStore]) -> None:
    quoting = [asked for asked in questions().values() if "#[quotes]" in asked.sparql]
    assert len(quoting) >= 9
    for asked in quoting:
        if asked.name != "unaddressed-demands":
            rows = list(run(stores[0], bound(stores[0], asked, {}, quotes=True)))
            assert len(rows) == DOCUMENTS * 10, asked.name
            assert all(row["quote"].startswith("the words of the ") for row in rows), asked.name


def test_a_quadratic_question_is_seen(stores: tuple[EmbeddedStore, EmbeddedStore]) -> None:
    pairs = Question("pairs", "", "SELECT (COUNT(*) AS ?n) WHERE { ?one dg:action ?a . ?other dg:action ?b }")
    assert growth(stores, pairs) > GROWTH
