"""Findings to quads of the graph contract, and names to IRIs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date

from pyoxigraph import Literal, NamedNode, Quad

from demandgraph.model import Findings, Phrase
from demandgraph.vocab import DEFAULT_BASE, FORCE, ONTOLOGY, STATUS, TOPIC

RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
NFO = "http://www.semanticdesktop.org/ontologies/2007/03/22/nfo#"
ITSRDF = "http://www.w3.org/2005/11/its/rdf#"
ORG = "http://www.w3.org/ns/org#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
DCTERMS = "http://purl.org/dc/terms/"
XSD = "http://www.w3.org/2001/XMLSchema#"


def slug(text: str, limit: int = 60) -> str:
    """A readable IRI segment: ASCII letters and digits joined by hyphens, cut at a word."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    joined = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return joined if len(joined) <= limit else joined[:limit].rsplit("-", 1)[0]


def date_literal(iso: str) -> Literal:
    """An ISO date of any precision as ``xsd:date``, ``xsd:gYearMonth`` or ``xsd:gYear``."""
    kind = {10: "date", 7: "gYearMonth", 4: "gYear"}[len(iso)]
    if kind == "date":
        date.fromisoformat(iso)
    return Literal(iso, datatype=NamedNode(XSD + kind))


def quads(findings: Findings, base: str = DEFAULT_BASE) -> Iterator[Quad]:
    """The quads of one document, all in its own named graph."""
    d = findings.document
    name = slug(d.file_name.rsplit(".", 1)[0]) or "document"
    doc = NamedNode(f"{base}document/{name}")
    graph = NamedNode(f"{base}graph/{name}")
    actor = {a.id: NamedNode(f"{base}actor/{slug(a.name) or slug(a.id) or 'x'}-{a.type.lower()}") for a in findings.actors}
    event = {e.id: NamedNode(f"{base}event/{name}/{e.id}") for e in findings.events}

    def put(s: NamedNode, p: str, o: NamedNode | Literal) -> Quad:
        return Quad(s, NamedNode(p), o, graph)

    def kind(s: NamedNode, term: str) -> Quad:
        return Quad(s, RDF_TYPE, NamedNode(term), graph)

    def phrase(p: Phrase) -> Iterator[Quad]:
        n = phrase_iri(p)
        yield kind(n, NIF + "Phrase")
        yield put(n, NIF + "referenceContext", doc)
        yield put(n, NIF + "beginIndex", Literal(str(p.begin), datatype=NamedNode(XSD + "nonNegativeInteger")))
        yield put(n, NIF + "endIndex", Literal(str(p.end), datatype=NamedNode(XSD + "nonNegativeInteger")))
        yield put(n, NIF + "anchorOf", Literal(p.text))

    def phrase_iri(p: Phrase) -> NamedNode:
        return NamedNode(f"{doc.value}#char={p.begin},{p.end}")

    def evidence(s: NamedNode, phrases: Iterable[Phrase]) -> Iterator[Quad]:
        for p in phrases:
            yield from phrase(p)
            yield put(s, ONTOLOGY + "evidence", phrase_iri(p))

    yield kind(doc, ONTOLOGY + "Document")
    yield put(doc, NFO + "fileName", Literal(d.file_name))
    yield put(doc, NIF + "isString", Literal(d.text))
    for a in findings.actors:
        yield kind(actor[a.id], ONTOLOGY + a.type)
        yield put(actor[a.id], SKOS + "prefLabel", Literal(a.name))
        for alias in a.aliases:
            yield put(actor[a.id], SKOS + "altLabel", Literal(alias))
        for p in a.mentions:
            yield from phrase(p)
            yield put(phrase_iri(p), ITSRDF + "taIdentRef", actor[a.id])
    for e in findings.events:
        n = event[e.id]
        yield kind(n, ONTOLOGY + e.type)
        yield put(n, ONTOLOGY + "describedIn", doc)
        yield from evidence(n, e.evidence)
        if e.date:
            yield put(n, ONTOLOGY + "date", date_literal(e.date))
        if e.place:
            place = NamedNode(f"{base}place/{slug(e.place)}")
            yield put(n, ONTOLOGY + "place", place)
            yield put(place, RDFS + "label", Literal(e.place))
        for role, ids in (("agent", e.agents), ("recipient", e.recipients)):
            for i in ids:
                yield put(n, ONTOLOGY + role, actor[i])
    for m in findings.demands:
        n = NamedNode(f"{base}demand/{name}/{m.id}")
        yield kind(n, ONTOLOGY + "Demand")
        yield put(n, ONTOLOGY + "statedIn", doc)
        yield put(n, ONTOLOGY + "action", Literal(m.action.text))
        yield put(n, ONTOLOGY + "topic", NamedNode(TOPIC + m.topic))
        yield put(n, ONTOLOGY + "force", NamedNode(FORCE + m.force))
        if m.status:
            yield put(n, ONTOLOGY + "status", NamedNode(STATUS + m.status))
        yield from evidence(n, m.evidence)
        for role, ids in (
            ("issuer", m.issuers),
            ("addressee", m.addressees),
            ("beneficiary", m.beneficiaries),
            ("initiator", m.initiators),
        ):
            for i in ids:
                yield put(n, ONTOLOGY + role, actor[i])
        for i in m.made_at:
            yield put(n, ONTOLOGY + "madeAt", event[i])
    for f in findings.affiliations:
        n = NamedNode(f"{base}affiliation/{name}/{f.id}")
        yield kind(n, ONTOLOGY + "Affiliation")
        yield put(n, ORG + "member", actor[f.person])
        yield put(n, ORG + "organization", actor[f.organization])
        if f.role:
            yield put(n, ONTOLOGY + "roleTitle", Literal(f.role))
        yield from evidence(n, f.evidence)
    for g in findings.figures:
        n = NamedNode(f"{base}figure/{name}/{g.id}")
        yield kind(n, ONTOLOGY + "Figure")
        yield put(n, ONTOLOGY + "value", Literal(str(g.value), datatype=NamedNode(XSD + "double")))
        if g.unit:
            yield put(n, ONTOLOGY + "unit", Literal(g.unit))
        yield from evidence(n, g.evidence)
        if g.event:
            yield put(event[g.event], ONTOLOGY + "figure", n)
