"""Describes the service (SPARQL 1.1 Service Description) and the data behind it (VoID, with counts)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from demandgraph.rdf import DCTERMS, FOAF, RDF, RDFS, XSD
from demandgraph.server.pool import Pool
from demandgraph.server.refusals import RequestError
from demandgraph.server.rows import rows
from demandgraph.server.settings import Settings
from demandgraph.trig import PREFIXES
from demandgraph.vocab import ONTOLOGY

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
FORMATS = "http://www.w3.org/ns/formats/"
RESULT_FORMATS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "JSON-LD", "RDF_XML", "TriG", "N-Quads", "N3",
)  # fmt: skip
Object = NamedNode | BlankNode | Literal


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is: triples, distinct subjects and objects, instances by class, triples by property."""

    triples: int = 0
    subjects: int = 0
    objects: int = 0
    classes: dict[str, int] = field(default_factory=dict)
    properties: dict[str, int] = field(default_factory=dict)
    graphs: dict[str, int] = field(default_factory=dict)
    documents: int = 0


COUNTED = {
    "classes": "SELECT ?key (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s a ?key } GROUP BY ?key",
    "properties": "SELECT ?key (COUNT(*) AS ?n) WHERE { ?s ?key ?o } GROUP BY ?key",
    "graphs": "SELECT ?key (COUNT(*) AS ?n) WHERE { GRAPH ?key { ?s ?p ?o } } GROUP BY ?key",
    "subjects": "SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s ?p ?o }",
    "objects": "SELECT (COUNT(DISTINCT ?o) AS ?n) WHERE { ?s ?p ?o }",
}


async def count(pool: Pool, client: str) -> Counts:
    """Count what there is; what takes too long stays out."""
    found: dict[str, list[dict[str, str]]] = {}
    for name, sparql in COUNTED.items():
        try:
            found[name] = await rows(pool, sparql, client)
        except RequestError as error:
            if error.status != 504:
                raise
            found[name] = []
    by = {n: {r["key"]: int(r["n"]) for r in found[n] if "key" in r} for n in ("classes", "properties", "graphs")}
    one = {n: int(found[n][0]["n"]) if found[n] else 0 for n in ("subjects", "objects")}
    documents = by["classes"].get(ONTOLOGY + "Document", 0)
    triples = sum(by["properties"].values())
    return Counts(
        triples, one["subjects"], one["objects"], by["classes"], by["properties"], by["graphs"], documents=documents
    )


def described(settings: Settings, counts: Counts) -> Iterator[Triple]:
    """The description of the service and its data set."""
    root = settings.address
    service, data, default = NamedNode(f"{root}sparql"), NamedNode(f"{root}.well-known/void#graph"), BlankNode("d")
    collection = BlankNode("c")

    def say(subject: NamedNode | BlankNode, predicate: str, *values: Object) -> Iterator[Triple]:
        for value in values:
            yield Triple(subject, NamedNode(predicate), value)

    def number(n: int) -> Literal:
        return Literal(str(n), datatype=NamedNode(XSD + "integer"))

    languages = ["SPARQL11Query"] + ["SPARQL11Update"] * settings.writable
    yield from say(service, RDF + "type", NamedNode(SD + "Service"))
    yield from say(service, SD + "endpoint", service)
    yield from say(service, SD + "supportedLanguage", *(NamedNode(SD + name) for name in languages))
    yield from say(service, SD + "resultFormat", *(NamedNode(FORMATS + name) for name in RESULT_FORMATS))
    yield from say(service, SD + "feature", NamedNode(SD + "UnionDefaultGraph"))
    yield from say(service, SD + "defaultDataset", data)
    yield from say(service, SD + "availableGraphs", collection)
    yield from say(data, RDF + "type", NamedNode(SD + "Dataset"), NamedNode(VOID + "Dataset"))
    yield from say(collection, RDF + "type", NamedNode(SD + "GraphCollection"))
    title = f"Who demands what of whom, in {counts.documents} document{'' if counts.documents == 1 else 's'}"
    yield from say(data, DCTERMS + "title", Literal(title, language="en"))
    yield from say(data, FOAF + "homepage", NamedNode(root))
    yield from say(data, VOID + "sparqlEndpoint", service)
    yield from say(data, VOID + "dataDump", NamedNode(f"{root}graph.trig"))
    yield from say(data, VOID + "uriSpace", Literal(settings.base))
    yield from say(data, VOID + "vocabulary", NamedNode(ONTOLOGY.rstrip("#")))
    for term, n in (
        ("triples", counts.triples), ("distinctSubjects", counts.subjects), ("distinctObjects", counts.objects),
        ("classes", len(counts.classes)), ("properties", len(counts.properties)), ("documents", counts.documents),
    ):  # fmt: skip
        if n:
            yield from say(data, VOID + term, number(n))
    yield from say(data, SD + "defaultGraph", default)
    yield from say(default, RDF + "type", NamedNode(SD + "Graph"))
    yield from say(
        default, RDFS + "comment", Literal("The union of all named graphs, each triple once.", language="en")
    )
    if counts.triples:
        yield from say(default, VOID + "triples", number(counts.triples))
    parts = (
        ("classPartition", "class", "entities", counts.classes),
        ("propertyPartition", "property", "triples", counts.properties),
    )
    for partition, term, counted, found in parts:
        for index, (iri, n) in enumerate(sorted(found.items())):
            part = BlankNode(f"{term}{index}")
            yield from say(data, VOID + partition, part)
            yield from say(part, VOID + term, NamedNode(iri))
            yield from say(part, VOID + counted, number(n))
    for index, (iri, n) in enumerate(sorted(counts.graphs.items())):
        named, graph = BlankNode(f"named{index}"), BlankNode(f"graph{index}")
        yield from say(data, SD + "namedGraph", named)
        yield from say(collection, SD + "namedGraph", named)
        yield from say(named, RDF + "type", NamedNode(SD + "NamedGraph"))
        yield from say(named, SD + "name", NamedNode(iri))
        yield from say(named, SD + "graph", graph)
        yield from say(graph, RDF + "type", NamedNode(SD + "Graph"))
        yield from say(graph, VOID + "triples", number(n))


def written(settings: Settings, counts: Counts, form: str) -> bytes:
    """The description in a format (a name of :class:`pyoxigraph.RdfFormat`)."""
    names = PREFIXES | {"sd": SD, "void": VOID, "formats": FORMATS}
    prefixes = {k: v for k, v in names.items() if re.fullmatch(r"sd|void|formats|dcterms|foaf|rdf|rdfs|xsd|dg", k)}
    return serialize(described(settings, counts), format=getattr(RdfFormat, form), prefixes=prefixes) or b""
