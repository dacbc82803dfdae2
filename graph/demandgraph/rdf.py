"""Findings to quads of the graph contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from demandgraph.across import Names, SharedDemand, names_of
from demandgraph.characters import portable
from demandgraph.dates import is_date
from demandgraph.grounding import ground
from demandgraph.iris import slug
from demandgraph.model import Affiliation, Demand, Document, Event, Figure, Findings, Phrase
from demandgraph.vocab import DEFAULT_BASE, DG, FORCES, KINDS, ONTOLOGY, STATUSES, TOPICS

__all__ = ["across_quads", "date_literal", "quads", "slug"]

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
FOAF = "http://xmlns.com/foaf/0.1/"
PROV = "http://www.w3.org/ns/prov#"
ORG = "http://www.w3.org/ns/org#"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
NFO = "http://www.semanticdesktop.org/ontologies/2007/03/22/nfo#"
ITSRDF = "http://www.w3.org/2005/11/its/rdf#"
RDF_TYPE = NamedNode(RDF + "type")
TRUE = Literal("true", datatype=NamedNode(XSD + "boolean"))
PRECISIONS = {10: "date", 7: "gYearMonth", 4: "gYear"}


def text(value: str) -> Literal:
    """A plain literal that every file format can carry."""
    return Literal(portable(value))


def typed(value: str, datatype: str) -> Literal:
    """A literal of an XML Schema datatype."""
    return Literal(value, datatype=NamedNode(XSD + datatype))


def date_literal(iso: str) -> Literal:
    """An ISO date of any precision as ``xsd:date``, ``xsd:gYearMonth`` or ``xsd:gYear``.

    Raises
    ------
    ValueError
        If it is not a date that exists.
    """
    if not is_date(iso):
        raise ValueError(f"{iso!r} is not a date like 2024-02-08, 2024-02 or 2024")
    return typed(iso, PRECISIONS[len(iso)])


def number_literal(value: float) -> Literal:
    """A number as ``xsd:integer`` where it is whole, else as ``xsd:decimal``."""
    return typed(str(int(value)), "integer") if value == int(value) else decimal_literal(value, 6)


def decimal_literal(value: float, places: int) -> Literal:
    """A number as ``xsd:decimal`` in its shortest form, which is the one that a store gives back."""
    written = f"{round(value, places) + 0.0:.{places}f}"  # + 0.0: no negative zero
    return typed(written.rstrip("0").rstrip(".") if "." in written else written, "decimal")


def confidence_literal(value: float) -> Literal:
    """A confidence as ``xsd:decimal`` of at most two places, kept between 0 and 1."""
    return decimal_literal(min(1.0, max(0.0, value)), 2)


class Writer:
    """Collects the quads of one document, each once, in the order in which they are first said."""

    def __init__(self, document: Document, names: Names) -> None:
        self.names = names
        self.source = document
        self.document = NamedNode(names.document(document))
        self.graph = NamedNode(names.graph(document))
        self.quads: dict[Quad, None] = {}

    def put(self, subject: NamedNode, predicate: str, value: NamedNode | Literal) -> None:
        """Say one thing."""
        self.quads[Quad(subject, NamedNode(predicate), value, self.graph)] = None

    def say(self, subject: NamedNode, predicate: str, words: str | None) -> None:
        """Say something in words, if there are any."""
        if words and words.strip():
            self.put(subject, predicate, text(words.strip()))

    def types(self, subject: NamedNode, *classes: str) -> None:
        """Say what something is."""
        for term in classes:
            self.put(subject, RDF + "type", NamedNode(term))

    def phrase(self, phrase: Phrase) -> NamedNode:
        """Describe a phrase and give its node."""
        node = NamedNode(f"{self.document.value}#char={phrase.begin},{phrase.end}")
        self.types(node, NIF + "Phrase")
        self.put(node, NIF + "referenceContext", self.document)
        self.put(node, NIF + "beginIndex", typed(str(phrase.begin), "nonNegativeInteger"))
        self.put(node, NIF + "endIndex", typed(str(phrase.end), "nonNegativeInteger"))
        self.put(node, NIF + "anchorOf", text(phrase.text))
        return node

    def found(self, node: NamedNode, finding: Demand | Event | Affiliation | Figure) -> None:
        """Say by which words, which rule and how certainly something was found."""
        for phrase in finding.evidence:
            self.put(node, DG.evidence, self.phrase(phrase))
        self.put(node, DG.confidence, confidence_literal(finding.confidence))
        self.say(node, DG.foundBy, finding.rule)

    def actor(self, local: str) -> NamedNode:
        """The node of an actor of this document."""
        return NamedNode(self.names.actors[self.source.sha256, local].iri)

    def roles(self, node: NamedNode, **roles: Iterable[str]) -> None:
        """Link something to the actors in its roles."""
        for role, ids in roles.items():
            for local in ids:
                self.put(node, ONTOLOGY + role, self.actor(local))

    def event(self, local: str) -> NamedNode:
        """The node of an event that this document tells."""
        return NamedNode(self.names.event(self.source, local))

    def finding(self, kind: str, local: str) -> NamedNode:
        """The node of a finding that only this document has."""
        return NamedNode(self.names.finding(kind, self.source, local))


def quads(findings: Findings, base: str = DEFAULT_BASE, names: Names | None = None) -> Iterator[Quad]:
    """The quads of one document, all in its own named graph, each once.

    Parameters
    ----------
    findings : what the document says; what its text does not bear out is left out (see :mod:`demandgraph.grounding`)
    base : base IRI of resources, used when ``names`` is not given
    names : the IRIs of findings across documents; without it the document is taken for itself
    """
    findings, _ = ground(findings)
    w = Writer(findings.document, names or names_of(findings, base))
    write_document(w)
    write_actors(w, findings)
    for e in findings.events:
        write_event(w, e)
    for d in findings.demands:
        write_demand(w, d)
    for a in findings.affiliations:
        node = w.finding("affiliation", a.id)
        w.types(node, DG.Affiliation, ORG + "Membership")
        w.put(node, ORG + "member", w.actor(a.person))
        w.put(node, ORG + "organization", w.actor(a.organization))
        w.say(node, DG.roleTitle, a.role)
        w.found(node, a)
    for f in findings.figures:
        node = w.finding("figure", f.id)
        w.types(node, DG.Figure)
        w.put(node, DG.value, number_literal(f.value))
        w.say(node, DG.unit, f.unit)
        w.say(node, DG.qualifier, f.qualifier)
        w.found(node, f)
        if f.event:
            w.put(w.event(f.event), DG.figure, node)
    for phrase, stance in findings.stances:
        w.put(w.phrase(phrase), DG.stance, text(stance))
    return iter(w.quads)


def write_document(w: Writer) -> None:
    """The document itself: its text and what it says of itself."""
    d = w.source
    w.types(w.document, DG.Document, FOAF + "Document", PROV + "Entity", NIF + "Context")
    w.put(w.document, NFO + "fileName", text(d.file_name))
    w.put(w.document, NIF + "isString", text(d.text))
    w.put(w.document, DG.sha256, text(d.sha256))
    w.put(w.document, DG.documentKind, NamedNode(KINDS[d.kind]))
    for term, value in (
        ("title", d.title),
        ("publisher", d.publisher),
        ("source", d.source),
        ("language", d.language),
    ):
        w.say(w.document, DCTERMS + term, value)
    if d.date and is_date(d.date):
        w.put(w.document, DCTERMS + "date", date_literal(d.date))


def write_actors(w: Writer, findings: Findings) -> None:
    """The actors, under their label across documents, with every form that this document uses."""
    for a in findings.actors:
        node, identity = w.actor(a.id), w.names.actors[w.source.sha256, a.id]
        w.types(node, DG.Actor, ONTOLOGY + identity.type)
        w.put(node, SKOS + "prefLabel", text(identity.label))
        for form in (a.name, *a.aliases):
            if form.strip() and form != identity.label:
                w.put(node, SKOS + "altLabel", text(form))
        if a.part_of and w.actor(a.part_of) != node:
            w.put(node, DG.partOf, w.actor(a.part_of))
        for match in a.matches:
            w.put(node, SKOS + "exactMatch", NamedNode(match))
        for phrase in a.mentions:
            w.put(w.phrase(phrase), ITSRDF + "taIdentRef", node)


def write_event(w: Writer, e: Event) -> None:
    """An event as this document tells it."""
    node = w.event(e.id)
    w.types(node, DG.Event, ONTOLOGY + e.type)
    w.put(node, DG.describedIn, w.document)
    if e.date:
        w.put(node, DG.date, date_literal(e.date))
    if e.place and e.place.strip():
        iri, label = w.names.place(e.place.strip())
        w.types(NamedNode(iri), DG.Place)
        w.put(NamedNode(iri), RDFS + "label", text(label))
        w.put(node, DG.place, NamedNode(iri))
    w.roles(node, agent=e.agents, recipient=e.recipients)
    w.found(node, e)


def write_demand(w: Writer, d: Demand) -> None:
    """A demand with its action verbatim, its roles and its concepts."""
    node = w.finding("demand", d.id)
    w.types(node, DG.Demand)
    w.put(node, DG.statedIn, w.document)
    w.put(node, DG.action, text(d.action.text))
    w.put(node, DG.actionPhrase, w.phrase(d.action))
    w.put(node, DG.topic, NamedNode(TOPICS[d.topic]))
    w.put(node, DG.force, NamedNode(FORCES[d.force]))
    if d.status:
        w.put(node, DG.status, NamedNode(STATUSES[d.status]))
    w.roles(node, issuer=d.issuers, addressee=d.addressees, beneficiary=d.beneficiaries, initiator=d.initiators)
    if not d.issuers:
        w.put(node, DG.issuerUnstated, TRUE)
    for event in d.made_at:
        w.put(node, DG.madeAt, w.event(event))
    if d.strength is not None:
        w.put(node, DG.actionStrength, Literal(d.strength))
    for term, phrase in (("condition", d.condition), ("deadline", d.deadline)):
        if phrase:
            w.put(node, ONTOLOGY + term, w.phrase(phrase))
    w.found(node, d)


def across_quads(shared: Iterable[SharedDemand], base: str = DEFAULT_BASE) -> Iterator[Quad]:
    """The quads of what is concluded across documents, all in the named graph ``graph/across``."""
    graph = NamedNode(f"{base}graph/across")

    def put(subject: str, predicate: str, value: NamedNode | Literal) -> Quad:
        return Quad(NamedNode(subject), NamedNode(predicate), value, graph)

    for demand in shared:
        yield put(demand.iri, RDF + "type", NamedNode(DG.SharedDemand))
        yield put(demand.iri, SKOS + "prefLabel", text(demand.label))
        yield put(demand.iri, DG.topic, NamedNode(TOPICS[demand.topic]))
        yield put(demand.iri, DG.documentCount, typed(str(demand.documents), "integer"))
        yield put(demand.iri, DG.issuerCount, typed(str(demand.issuers), "integer"))
        for term, date in ((DG.firstStated, demand.first), (DG.lastStated, demand.last)):
            if date:
                yield put(demand.iri, term, date_literal(date))
        for member in demand.members:
            yield put(member, DG.expresses, NamedNode(demand.iri))
        for later, earlier in demand.restates:
            yield put(later, DG.restates, NamedNode(earlier))
        for wider in demand.narrows:
            yield put(demand.iri, DG.narrows, NamedNode(wider))
