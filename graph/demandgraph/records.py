"""Reads a graph back as plain records: demands, actors, events, documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from demandgraph.query import run
from demandgraph.store import Store
from demandgraph.vocab import DG, FORCE, KIND, ONTOLOGY, STATUS, TOPIC


@dataclass(frozen=True, slots=True)
class DemandRecord:
    """A demand as one row: ``document`` is the file's name, ``date`` that of the document, actors are labels.

    ``begin`` and ``end`` are the offsets of ``quote`` (the sentence or item that states it) in the document's text.
    """

    iri: str
    document: str
    date: str | None
    issuers: tuple[str, ...]
    addressees: tuple[str, ...]
    beneficiaries: tuple[str, ...]
    initiators: tuple[str, ...]
    action: str
    topic: str
    force: str
    status: str | None
    quote: str
    begin: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class ActorRecord:
    """An actor: its label, class and other names, and the names of the files that mention it."""

    iri: str
    label: str
    type: str
    names: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventRecord:
    """An event: what happened when and where, who did it to whom; ``quote`` is the fullest telling."""

    iri: str
    type: str
    date: str | None
    place: str | None
    agents: tuple[str, ...]
    recipients: tuple[str, ...]
    quote: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document: ``file`` is its name, ``source`` the path or address it came from, ``text`` what was analysed."""

    iri: str
    file: str
    source: str
    title: str | None
    date: str | None
    publisher: str | None
    kind: str
    text: str


def pairs(store: Store, pattern: str) -> dict[str, list[str]]:
    """What a SPARQL pattern over ``?s`` and ``?o`` binds: every subject with its values, sorted."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in run(store, f"SELECT DISTINCT ?s ?o WHERE {{ {pattern} }}"):
        found[row["s"]].add(str(row["o"]))
    return {s: sorted(values) for s, values in found.items()}


def first(values: Sequence[str] | None) -> str | None:
    """The first of some values, if there are any."""
    return values[0] if values else None


def demands(store: Store) -> list[DemandRecord]:
    """All demands, in the order of documents and text."""
    roles = {
        role: pairs(store, f"?s a dg:Demand ; dg:{role}/skos:prefLabel ?o")
        for role in ("issuer", "addressee", "beneficiary", "initiator")
    }
    status = pairs(store, "?s dg:status ?o")
    rows = run(
        store,
        """
        SELECT ?d ?file ?date ?action ?topic ?force ?confidence ?quote ?begin ?end WHERE {
          ?d a dg:Demand ; dg:statedIn ?doc ; dg:action ?action ; dg:actionPhrase ?a ; dg:topic ?topic ; dg:force
          ?force ;
             dg:confidence ?confidence ; dg:evidence ?p .
          ?a nif:beginIndex ?from ; nif:endIndex ?to .
          ?p nif:beginIndex ?begin ; nif:endIndex ?end ; nif:anchorOf ?quote .
          ?doc nfo:fileName ?file . OPTIONAL { ?doc dcterms:date ?date }
          BIND(IF(?begin <= ?from && ?to <= ?end, 0, 1) AS ?aside)
        } ORDER BY ?file ?doc ?from ?d ?aside ?begin DESC(?end)
        """,
    )
    found: dict[str, DemandRecord] = {}
    for r in rows:
        d = r["d"]
        if d in found:  # the first row has the phrase that the action stands in
            continue
        issuers, addressees, beneficiaries, initiators = (tuple(roles[role].get(d, ())) for role in roles)
        state = first(status.get(d))
        found[d] = DemandRecord(
            d, r["file"], r["date"], issuers, addressees, beneficiaries, initiators, r["action"],
            r["topic"].removeprefix(TOPIC), r["force"].removeprefix(FORCE), state and state.removeprefix(STATUS),
            r["quote"], r["begin"], r["end"], r["confidence"],
        )  # fmt: skip
    return list(found.values())


def actors(store: Store) -> list[ActorRecord]:
    """All actors, in the order of their labels."""
    names = pairs(store, "?s a dg:Actor ; skos:altLabel ?o")
    labels = pairs(store, "?s a dg:Actor ; skos:prefLabel ?o")
    types = own_types(store, "Actor")
    files = pairs(store, "?p itsrdf:taIdentRef ?s ; nif:referenceContext/nfo:fileName ?o")
    found = [
        ActorRecord(iri, values[0], types.get(iri, "Actor"), tuple(names.get(iri, ())), tuple(files.get(iri, ())))
        for iri, values in labels.items()
    ]
    return sorted(found, key=lambda a: (a.label.lower(), a.iri))


def events(store: Store) -> list[EventRecord]:
    """All events, dated ones first and in the order of their dates."""
    dates, places = pairs(store, "?s dg:date ?o"), pairs(store, "?s dg:place/rdfs:label ?o")
    agents = pairs(store, "?s dg:agent/skos:prefLabel ?o")
    recipients = pairs(store, "?s dg:recipient/skos:prefLabel ?o")
    files = pairs(store, "?s dg:describedIn/nfo:fileName ?o")
    quotes = pairs(store, "?s a dg:Event ; dg:evidence/nif:anchorOf ?o")
    found = [
        EventRecord(
            iri,
            type_,
            first(dates.get(iri)),
            first(places.get(iri)),
            tuple(agents.get(iri, ())),
            tuple(recipients.get(iri, ())),
            max(quotes.get(iri, [""]), key=len),
            tuple(files.get(iri, ())),
        )
        for iri, type_ in own_types(store, "Event").items()
    ]
    return sorted(found, key=lambda e: (e.date is None, e.date or "", e.iri))


def documents(store: Store) -> list[DocumentRecord]:
    """All documents, in the order of their file names."""
    rows = run(
        store,
        """
        SELECT ?d ?file ?source ?title ?date ?publisher ?kind ?text WHERE {
          ?d a dg:Document ; nfo:fileName ?file ; dcterms:source ?source ; dg:documentKind ?kind ; nif:isString ?text
          OPTIONAL { ?d dcterms:title ?title } OPTIONAL { ?d dcterms:date ?date } OPTIONAL { ?d dcterms:publisher
          ?publisher }
        } ORDER BY ?file ?d
        """,
    )
    return [
        DocumentRecord(
            r["d"],
            r["file"],
            r["source"],
            r["title"],
            r["date"],
            r["publisher"],
            r["kind"].removeprefix(KIND),
            r["text"],
        )
        for r in rows
    ]


def own_types(store: Store, above: str) -> dict[str, str]:
    """The class of each instance of a superclass (``Actor``, ``Event``), by its local name."""
    return {
        iri: next((t.removeprefix(ONTOLOGY) for t in types if t in DG and t != ONTOLOGY + above), above)
        for iri, types in pairs(store, f"?s a dg:{above} ; a ?o").items()
    }
