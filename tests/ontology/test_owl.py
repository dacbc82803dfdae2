"""The ontology as OWL: consistent under OWL RL, alone, with its alignments and with data; contradictions are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from demandgraph.vocab import ontology_folder

VALID = Path(__file__).resolve().parents[1] / "shapes" / "valid"
DG = "https://w3id.org/demandgraph/ontology#"


def closed(*more: str, data: str = "") -> object:
    """The OWL RL closure of the ontology and some more files."""
    owlrl = pytest.importorskip("owlrl")
    from rdflib import Graph

    graph = Graph()
    for name in ("demandgraph.ttl", *more):
        graph.parse(data=(ontology_folder() / name).read_text(encoding="utf-8"), format="turtle")
    if data:
        graph.parse(data=data, format="turtle")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, rdfs_closure=True, axiomatic_triples=False).expand(graph)
    return graph


def contradictions(graph) -> list[str]:
    from rdflib import OWL, RDF, Namespace

    errors = Namespace("http://www.daml.org/2002/03/agents/agent-ont#")
    nothing = [str(s) for s in graph.subjects(RDF.type, OWL.Nothing)]
    return nothing + [str(o) for o in graph.objects(None, errors.error)]


@pytest.mark.filterwarnings("ignore")
def test_ontology_schemes_and_alignments_are_consistent() -> None:
    assert contradictions(closed("topics.ttl", "forces.ttl", "statuses.ttl", "kinds.ttl", "alignments.ttl")) == []


@pytest.mark.filterwarnings("ignore")
def test_data_is_consistent_and_understood_in_the_terms_of_others() -> None:
    from rdflib import RDF, Namespace, URIRef

    data = (VALID / "demand.ttl").read_text(encoding="utf-8")
    graph = closed("alignments.ttl", data=data)
    assert contradictions(graph) == []
    ours, prov = Namespace("https://example.org/id/"), Namespace("http://www.w3.org/ns/prov#")
    sem = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
    assert (ours["adoption"], RDF.type, sem.Event) in graph
    assert (ours["guild"], RDF.type, prov.Agent) in graph
    assert (ours["demand-2"], prov.wasAttributedTo, ours["assembly"]) in graph
    assert (ours["letter"], RDF.type, URIRef("http://xmlns.com/foaf/0.1/Document")) in graph
    assert (ours["guild"], RDF.type, URIRef("http://xmlns.com/foaf/0.1/Organization")) in graph


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    "data",
    [
        "<x:a> a dg:Person, dg:Country .",
        "<x:a> a dg:Adoption, dg:Meeting .",
        "<x:a> a dg:Demand, dg:Event .",
        "<x:d> dg:issuer <x:a> . <x:a> a dg:Event .",
        "<x:d> dg:topic <x:t> . <x:t> a dg:Force .",
        "<x:e> dg:describedIn <x:d> . <x:e> a dg:Demand .",
    ],
)
def test_a_contradiction_is_found(data: str) -> None:
    assert contradictions(closed(data=f"@prefix dg: <{DG}> .\n{data}")) != []
