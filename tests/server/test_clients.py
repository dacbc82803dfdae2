"""Clients that others wrote get from the server what they expect."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore, SPARQLUpdateStore
from SPARQLWrapper import SPARQLWrapper

if TYPE_CHECKING:
    from conftest import Client

DG = "https://w3id.org/demandgraph/ontology#"
PREFIX = f"PREFIX dg: <{DG}> "


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_sparqlwrapper_gets_rows(server: Client, method: str, form: str) -> None:
    client = SPARQLWrapper(f"{server.address}sparql")
    client.setQuery(PREFIX + "SELECT (COUNT(DISTINCT ?d) AS ?n) WHERE { ?d a dg:Demand }")
    client.setMethod(method)
    client.setReturnFormat(form)
    found = client.query().convert()
    expected = json.loads(server.query(PREFIX + "SELECT (COUNT(DISTINCT ?d) AS ?n) WHERE { ?d a dg:Demand }").body)
    number = expected["results"]["bindings"][0]["n"]["value"]
    assert int(number) > 5
    text = found if isinstance(found, str) else found.toxml() if hasattr(found, "toxml") else found
    text = text.decode() if isinstance(text, bytes) else json.dumps(text) if isinstance(text, dict) else text
    assert number in text


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # its own use of rdflib
def test_sparqlwrapper_gets_a_graph(server: Client) -> None:
    client = SPARQLWrapper(f"{server.address}sparql")
    client.setQuery(PREFIX + "CONSTRUCT { ?d dg:action ?a } WHERE { ?d dg:action ?a }")
    graph = client.queryAndConvert()
    assert len(graph) > 5


def test_rdflib_reads(server: Client) -> None:
    graph = Graph(store=SPARQLStore(f"{server.address}sparql", returnFormat="json"))
    demands = list(graph.triples((None, URIRef(DG + "action"), None)))
    assert len(demands) > 5
    assert bool(graph.query(PREFIX + "ASK { ?d a dg:Demand }"))
    rows = list(graph.query(PREFIX + "SELECT ?a WHERE { ?d dg:action ?a } ORDER BY ?a LIMIT 3"))
    assert len(rows) == 3
    assert all(isinstance(row.a, Literal) for row in rows)


def test_rdflib_writes(writable: Client) -> None:
    store = SPARQLUpdateStore(
        f"{writable.address}sparql",
        f"{writable.address}sparql",
        headers={"Authorization": "Bearer a-token-of-the-tests-only"},
    )
    graph = Dataset(store=store).graph(URIRef("http://x.example/g"))
    graph.add((URIRef("x:s"), URIRef("x:p"), Literal("written by rdflib")))
    assert "written by rdflib" in writable.query("SELECT ?o { ?s ?p ?o }").text
