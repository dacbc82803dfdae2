"""The ontology files against the rules of ``ontology/hygiene/``: every query must find nothing."""

from __future__ import annotations

import re
from collections import defaultdict

import pyoxigraph as ox
import pytest

from demandgraph.vocab import DG, ontology_folder

RULES = sorted((f for f in (ontology_folder() / "hygiene").iterdir() if f.name.endswith(".rq")), key=lambda f: f.name)
FILES = sorted(ontology_folder().rglob("*.ttl"))


@pytest.fixture(scope="module")
def store() -> ox.Store:
    """All files, each in a graph of its own."""
    store = ox.Store()
    for file in FILES:
        store.load(path=str(file), format=ox.RdfFormat.TURTLE, to_graph=ox.NamedNode(f"file:{file.name}"))
    return store


def test_there_are_as_many_rules_as_before() -> None:
    assert len(RULES) == 26


@pytest.mark.parametrize("rule", RULES, ids=lambda f: f.name.removesuffix(".rq"))
def test_a_rule_has_a_banner_and_finds_nothing(rule, store: ox.Store) -> None:
    text = rule.read_text(encoding="utf-8")
    assert re.match(r"# [A-Z].+\.\n", text)
    rows = list(store.query(text, use_default_graph_as_union=True))
    assert [str(row) for row in rows] == []


BREAKS = {
    "american-spelling": 'dg:Group rdfs:label "organization"@en .',
    "badly-styled-definition": 'dg:Group skos:definition "a group"@en .',
    "badly-styled-label": 'dg:Group rdfs:label "Group"@en .',
    "class-without-shape": 'dg:Thing a owl:Class ; dg:projection "node" .',
    "concept-below-itself": "topic:release skos:broader topic:release .",
    "concept-without-definition": "topic:new a skos:Concept .",
    "different-versions": '<x:y> owl:versionInfo "9" .',
    "entry-without-parent": "<x:y> dg:actorClass dg:Group ; dg:partOf <x:z> .",
    "event-without-plover": "dg:Thing rdfs:subClassOf dg:Event .",
    "one-identity-two-entries": "<x:y> dg:actorClass dg:Group ; skos:exactMatch <x:i> . <x:z> dg:actorClass dg:Group ; skos:exactMatch <x:i> .",
    "one-label-two-concepts": 'topic:new skos:inScheme <https://w3id.org/demandgraph/topic> ; skos:prefLabel "redress"@en .',
    "one-name-two-entries": '<x:y> dg:actorClass dg:Group ; skos:altLabel "Belarus"@en .',
    "orphan-concept": "topic:new a skos:Concept ; skos:inScheme <https://w3id.org/demandgraph/topic> .",
    "overlapping-classes": "dg:Thing rdfs:subClassOf dg:Actor .",
    "property-without-domain": "dg:thing a owl:ObjectProperty ; rdfs:isDefinedBy <x:y> .",
    "property-without-range": "dg:thing a owl:DatatypeProperty ; rdfs:isDefinedBy <x:y> .",
    "shape-without-message": "<x:y> a sh:PropertyShape .",
    "term-without-definition": "dg:thing a owl:Class .",
    "term-without-example": "dg:thing a owl:Class .",
    "term-without-label": "dg:thing a owl:Class ; rdfs:isDefinedBy <x:y> .",
    "term-without-source": "dg:thing a owl:Class .",
    "two-labels-one-language": 'topic:release skos:prefLabel "freeing"@en .',
    "two-terms-one-label": "dg:thing a owl:Class ; rdfs:isDefinedBy <https://w3id.org/demandgraph/ontology> ; "
    'rdfs:label "demand"@en .',
    "undeclared-concept": "<x:y> dg:topic topic:unheard-of .",
    "undeclared-term": "<x:y> dg:isuer <x:z> .",
    "unprojected-term": "dg:thing a owl:Class ; rdfs:isDefinedBy <x:y> .",
}


@pytest.mark.parametrize("rule", RULES, ids=lambda f: f.name.removesuffix(".rq"))
def test_a_rule_finds_what_breaks_it(rule) -> None:
    prefixes = {
        "dg": "https://w3id.org/demandgraph/ontology#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "sh": "http://www.w3.org/ns/shacl#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "topic": "https://w3id.org/demandgraph/topic/",
    }
    broken = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in prefixes.items()) + BREAKS[rule.name.removesuffix(".rq")]
    store = ox.Store()
    for file in FILES:
        store.load(path=str(file), format=ox.RdfFormat.TURTLE)
    store.load(broken.encode(), format=ox.RdfFormat.TURTLE)
    assert list(store.query(rule.read_text(encoding="utf-8")))


def test_a_prefix_means_the_same_in_every_file() -> None:
    meant = defaultdict(set)
    for file in FILES:
        parser = ox.parse(path=str(file), format=ox.RdfFormat.TURTLE)
        assert list(parser)
        for prefix, iri in parser.prefixes.items():
            meant[prefix].add(iri)
    queries = [*RULES, *(ontology_folder() / "questions").iterdir()]
    for file in queries:
        for prefix, iri in re.findall(r"^PREFIX (\w+): <(.+)>$", file.read_text(encoding="utf-8"), re.MULTILINE):
            meant[prefix].add(iri)
    assert {prefix: iris for prefix, iris in meant.items() if len(iris) != 1} == {}
    assert len(meant) > 20


def test_prefixes_agree_with_the_code() -> None:
    from demandgraph.trig import PREFIXES

    for file in FILES:
        parser = ox.parse(path=str(file), format=ox.RdfFormat.TURTLE)
        list(parser)
        shared = set(parser.prefixes) & set(PREFIXES)
        assert {p: parser.prefixes[p] for p in shared} == {p: PREFIXES[p] for p in shared}, file.name


ORDER = (
    "rdf:type", "rdfs:label", "skos:altLabel", "skos:definition", "skos:scopeNote", "skos:example", "rdfs:subClassOf",
    "owl:disjointUnionOf", "rdfs:domain", "schema:domainIncludes", "rdfs:range", "schema:rangeIncludes", "dg:projection",
    "dg:projectionSource", "dg:projectionTarget", "rdfs:isDefinedBy",
)  # fmt: skip


def test_every_term_is_written_in_the_same_order() -> None:
    text = (ontology_folder() / "demandgraph.ttl").read_text(encoding="utf-8")
    blocks = [b for b in re.split(r"\n\n+", text) if re.match(r"dg:\w+ a ", b)]
    assert len(blocks) == len(DG.names())
    for block in blocks:
        predicates = ["rdf:type", *re.findall(r"^    ([a-z]+:\w+) ", block, re.MULTILINE)]
        assert predicates == sorted(predicates, key=ORDER.index), block.split()[0]
        assert {"rdfs:label", "skos:definition", "skos:example", "rdfs:isDefinedBy"} <= set(predicates)
