"""Reads the ontology for the generators: terms, concepts, shapes and questions as plain records."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

ONTOLOGY = Path(__file__).resolve().parent.parent / "ontology"
PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "dg": "https://w3id.org/demandgraph/ontology#",
    "dgs": "https://w3id.org/demandgraph/shapes#",
    "eurovoc": "http://eurovoc.europa.eu/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "force": "https://w3id.org/demandgraph/force/",
    "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
    "kind": "https://w3id.org/demandgraph/kind/",
    "nfo": "http://www.semanticdesktop.org/ontologies/2007/03/22/nfo#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "status": "https://w3id.org/demandgraph/status/",
    "topic": "https://w3id.org/demandgraph/topic/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
DG = PREFIXES["dg"]


def short(iri: str) -> str:
    """An IRI with its prefix, where it has one."""
    for prefix, space in PREFIXES.items():
        if iri.startswith(space):
            return f"{prefix}:{iri[len(space) :]}"
    return iri


def full(name: str) -> ox.NamedNode:
    """The IRI of a prefixed name."""
    prefix, _, local = name.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + local)


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a vocabulary, as ``demandgraph.ttl`` describes it; lists hold prefixed names, in order."""

    name: str
    kind: str
    section: str
    label: str
    definition: str
    scope_note: str
    example: str
    parents: tuple[str, ...]
    domains: tuple[str, ...]
    ranges: tuple[str, ...]
    projection: str
    usage_note: str


class Graph:
    """Some Turtle files, asked by prefixed names."""

    def __init__(self, *names: str) -> None:
        self.store = ox.Store()
        self.order: list[str] = []
        for name in names:
            for quad in ox.parse(path=str(ONTOLOGY / name)):
                self.store.add(ox.Quad(quad.subject, quad.predicate, quad.object))
                if isinstance(quad.subject, ox.NamedNode) and quad.subject.value not in self.order:
                    self.order.append(quad.subject.value)

    def values(self, subject: str | ox.BlankNode, predicate: str) -> list[str]:
        """Objects as text: literals by their value, IRIs with prefix; sorted."""
        node = ox.NamedNode(subject) if isinstance(subject, str) else subject
        found = [q.object for q in self.store.quads_for_pattern(node, full(predicate), None)]
        return sorted(short(o.value) if isinstance(o, ox.NamedNode) else o.value for o in found)

    def value(self, subject: str | ox.BlankNode, predicate: str) -> str:
        """The first object as text, empty if there is none."""
        return next(iter(self.values(subject, predicate)), "")


KINDS = {
    "owl:Class": "class",
    "owl:ObjectProperty": "link",
    "owl:DatatypeProperty": "value",
    "owl:AnnotationProperty": "annotation",
    "rdfs:Datatype": "datatype",
}
"""What the kinds of terms are called in the reference."""


def sections() -> dict[str, str]:
    """The heading (``#### …``) under which each term is declared in ``demandgraph.ttl``."""
    heading, found = "", {}
    for line in (ONTOLOGY / "demandgraph.ttl").read_text(encoding="utf-8").splitlines():
        if line.startswith("#### "):
            heading = line[5:]
        elif match := re.match(r"([a-z]+:[\w-]+) a ", line):
            found[match.group(1)] = heading
    return found


def terms() -> list[Term]:
    """All terms of ``demandgraph.ttl``, in its order: the vocabulary's own and the ones that it borrows."""
    graph, headings = Graph("demandgraph.ttl"), sections()
    found = []
    for iri in graph.order:
        name = short(iri)
        kind = next((KINDS[k] for k in graph.values(iri, "rdf:type") if k in KINDS), "")
        if kind and name in headings:
            found.append(
                Term(
                    name=name,
                    kind=kind,
                    section=headings[name],
                    label=graph.value(iri, "rdfs:label"),
                    definition=graph.value(iri, "skos:definition"),
                    scope_note=graph.value(iri, "skos:scopeNote"),
                    example=graph.value(iri, "skos:example"),
                    parents=tuple(graph.values(iri, "rdfs:subClassOf")),
                    domains=(*graph.values(iri, "rdfs:domain"), *graph.values(iri, "schema:domainIncludes")),
                    ranges=(*graph.values(iri, "rdfs:range"), *graph.values(iri, "schema:rangeIncludes")),
                    projection=graph.value(iri, "dg:projection"),
                    usage_note=usage(graph, iri),
                )
            )
    return found


def usage(graph: Graph, iri: str) -> str:
    """How graphs use a borrowed term."""
    note = ox.NamedNode("http://purl.org/vocab/vann/usageNote")
    found = [q.object.value for q in graph.store.quads_for_pattern(ox.NamedNode(iri), note, None)]
    return found[0] if found else ""


def questions() -> list[tuple[str, str]]:
    """Name and wording of each competency question."""
    files = sorted((ONTOLOGY / "questions").glob("*.rq"))
    return [(f.stem, f.read_text(encoding="utf-8").splitlines()[0].lstrip("# ")) for f in files]
