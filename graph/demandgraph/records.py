"""Reads a graph back as plain records: demands, actors, events, documents.

Each function takes a pattern of SPARQL over the subject ``?s`` that narrows what is read; see
:mod:`demandgraph.selection`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from demandgraph.characters import shown
from demandgraph.display import brief
from demandgraph.query import run
from demandgraph.results import Record
from demandgraph.store import Store
from demandgraph.vocab import DG, FORCE, KIND, ONTOLOGY, STATUS, TOPIC

WORDS = 60
"""Characters of an action, name or quote that a ``repr`` shows."""


@dataclass(frozen=True, slots=True, repr=False)
class DemandRecord(Record):
    """A demand as one row: ``document`` is the file's name, ``date`` that of the document, actors are labels.

    ``begin`` and ``end`` are the offsets of ``quote`` (the sentence or item that states it) in the document's text.
    """

    NOUN: ClassVar[str] = "demand"
    SHOWN: ClassVar[tuple[str, ...]] = (
        "document",
        "date",
        "issuers",
        "addressees",
        "action",
        "topic",
        "force",
        "status",
        "quote",
    )
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

    def __repr__(self) -> str:
        by, to = (
            f" {word} {listed(who)}" if who else "" for word, who in (("by", self.issuers), ("to", self.addressees))
        )
        return f"<Demand {brief(self.action, WORDS)!r}{by}{to}{f', {self.date}' if self.date else ''}>"


@dataclass(frozen=True, slots=True, repr=False)
class ActorRecord(Record):
    """An actor: its label, class and other names, and the names of the files that mention it."""

    NOUN: ClassVar[str] = "actor"
    SHOWN: ClassVar[tuple[str, ...]] = ("label", "type", "names", "documents")
    iri: str
    label: str
    type: str
    names: tuple[str, ...]
    documents: tuple[str, ...]

    def __repr__(self) -> str:
        return f"<{shown(self.type)} {brief(self.label, WORDS)!r}, {counted(self.documents)}>"


@dataclass(frozen=True, slots=True, repr=False)
class EventRecord(Record):
    """An event: what happened when and where, who did it to whom; ``quote`` is the fullest telling."""

    NOUN: ClassVar[str] = "event"
    SHOWN: ClassVar[tuple[str, ...]] = ("date", "type", "place", "agents", "recipients", "documents", "quote")
    iri: str
    type: str
    date: str | None
    place: str | None
    agents: tuple[str, ...]
    recipients: tuple[str, ...]
    quote: str
    documents: tuple[str, ...]

    def __repr__(self) -> str:
        by, to = (
            f" {word} {listed(who)}" if who else "" for word, who in (("by", self.agents), ("to", self.recipients))
        )
        return f"<{shown(self.type)} {brief(self.quote, WORDS)!r}{by}{to}{f', {self.date}' if self.date else ''}>"


@dataclass(frozen=True, slots=True, repr=False)
class DocumentRecord(Record):
    """A document: ``file`` is its name, ``source`` the path or address it came from, ``text`` what was analysed."""

    NOUN: ClassVar[str] = "document"
    SHOWN: ClassVar[tuple[str, ...]] = ("file", "title", "date", "publisher", "kind")
    iri: str
    file: str
    source: str
    title: str | None
    date: str | None
    publisher: str | None
    kind: str
    text: str

    def __repr__(self) -> str:
        title = f" {brief(self.title, WORDS)!r}" if self.title else ""
        return f"<{shown(self.kind)} {shown(self.file)}{title}{f', {self.date}' if self.date else ''}>"


def listed(names: Sequence[str]) -> str:
    """Some names on one line: the first two, and how many more."""
    more = f" and {len(names) - 2} more" if len(names) > 2 else ""
    return ", ".join(shown(brief(name, WORDS)) for name in names[:2]) + more


def counted(files: Sequence[str]) -> str:
    """How many documents."""
    return f"{len(files)} document{'' if len(files) == 1 else 's'}"


def pairs(store: Store, pattern: str) -> dict[str, list[str]]:
    """What a SPARQL pattern over ``?s`` and ``?o`` binds: every subject with its values, sorted."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in run(store, f"SELECT DISTINCT ?s ?o WHERE {{ {pattern} }}"):
        found[row["s"]].add(str(row["o"]))
    return {s: sorted(values) for s, values in found.items()}


def first(values: Sequence[str] | None) -> str | None:
    """The first of some values, if there are any."""
    return values[0] if values else None


def demands(store: Store, where: str = "") -> list[DemandRecord]:
    """All demands, in the order of documents and text."""
    roles = {
        role: pairs(store, f"?s a dg:Demand ; dg:{role}/skos:prefLabel ?o . {where}")
        for role in ("issuer", "addressee", "beneficiary", "initiator")
    }
    status = pairs(store, f"?s dg:status ?o . {where}")
    rows = run(
        store,
        f"""
        SELECT ?s ?file ?date ?action ?topic ?force ?confidence ?quote ?begin ?end WHERE {{
          ?s a dg:Demand ; dg:statedIn ?doc ; dg:action ?action ; dg:actionPhrase ?a ; dg:topic ?topic ;
             dg:force ?force ; dg:confidence ?confidence ; dg:evidence ?p .
          ?a nif:beginIndex ?from ; nif:endIndex ?to .
          ?p nif:beginIndex ?begin ; nif:endIndex ?end ; nif:anchorOf ?quote .
          ?doc nfo:fileName ?file . OPTIONAL {{ ?doc dcterms:date ?date }} {where}
          BIND(IF(?begin <= ?from && ?to <= ?end, 0, 1) AS ?aside)
        }} ORDER BY ?file ?doc ?from ?s ?aside ?begin DESC(?end)
        """,
    )
    found: dict[str, DemandRecord] = {}
    for r in rows:
        d = r["s"]
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


def actors(store: Store, where: str = "") -> list[ActorRecord]:
    """All actors, in the order of their labels."""
    names = pairs(store, f"?s a dg:Actor ; skos:altLabel ?o . {where}")
    labels = pairs(store, f"?s a dg:Actor ; skos:prefLabel ?o . {where}")
    types = own_types(store, "Actor", where)
    files = pairs(store, f"?p itsrdf:taIdentRef ?s ; nif:referenceContext/nfo:fileName ?o . {where}")
    found = [
        ActorRecord(iri, values[0], types.get(iri, "Actor"), tuple(names.get(iri, ())), tuple(files.get(iri, ())))
        for iri, values in labels.items()
    ]
    return sorted(found, key=lambda a: (a.label.lower(), a.iri))


def events(store: Store, where: str = "") -> list[EventRecord]:
    """All events, dated ones first and in the order of their dates."""
    dates = pairs(store, f"?s dg:date ?o . {where}")
    places = pairs(store, f"?s dg:place/rdfs:label ?o . {where}")
    agents = pairs(store, f"?s dg:agent/skos:prefLabel ?o . {where}")
    recipients = pairs(store, f"?s dg:recipient/skos:prefLabel ?o . {where}")
    files = pairs(store, f"?s dg:describedIn/nfo:fileName ?o . {where}")
    quotes = pairs(store, f"?s a dg:Event ; dg:evidence/nif:anchorOf ?o . {where}")
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
        for iri, type_ in own_types(store, "Event", where).items()
    ]
    return sorted(found, key=lambda e: (e.date is None, e.date or "", e.iri))


def documents(store: Store, where: str = "") -> list[DocumentRecord]:
    """All documents, in the order of their file names."""
    rows = run(
        store,
        f"""
        SELECT DISTINCT ?s ?file ?source ?title ?date ?publisher ?kind ?text WHERE {{
          ?s a dg:Document ; nfo:fileName ?file ; dcterms:source ?source ; dg:documentKind ?kind ; nif:isString ?text
          OPTIONAL {{ ?s dcterms:title ?title }} OPTIONAL {{ ?s dcterms:date ?date }}
          OPTIONAL {{ ?s dcterms:publisher ?publisher }} {where}
        }} ORDER BY ?file ?s
        """,
    )
    return [
        DocumentRecord(
            r["s"],
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


def own_types(store: Store, above: str, where: str = "") -> dict[str, str]:
    """The class of each instance of a superclass (``Actor``, ``Event``), by its local name."""
    return {
        iri: next((t.removeprefix(ONTOLOGY) for t in types if t in DG and t != ONTOLOGY + above), above)
        for iri, types in pairs(store, f"?s a dg:{above} ; a ?o . {where}").items()
    }
