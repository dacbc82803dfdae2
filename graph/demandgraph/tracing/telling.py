"""Reads the statements of a demand from a graph, each with its words, actors, document and occasion."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Literal, NamedNode

from demandgraph.rdf import DCTERMS, NFO, NIF, RDF, RDFS, SKOS
from demandgraph.store import Store
from demandgraph.tracing.history import Occasion
from demandgraph.vocab import DG, ONTOLOGY, STATUS, TOPIC

FIRST_DAY = {4: "-01-01", 7: "-01", 10: ""}
LAST_DAY = {4: "-12-31", 7: "-31", 10: ""}


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a document's text."""

    begin: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A demand as one document states it.

    ``quote`` is the sentence that the action stands in, ``aside`` what else bears it out, such as the lead-in of a list
    that says what became of its items; ``written`` is the document's date, ``restates`` the earlier demands repeated.
    """

    iri: str
    action: str
    topic: str
    quote: Words
    aside: Words | None
    document: str
    document_iri: str
    title: str | None
    written: str | None
    issuers: tuple[str, ...]
    addressees: tuple[str, ...]
    initiators: tuple[str, ...]
    occasion: Occasion | None
    status: str | None
    restates: tuple[str, ...]

    @property
    def date(self) -> str | None:
        """When the demand was made: at the event at which it was, if that is told and not after the telling."""
        made = self.occasion.date if self.occasion else None
        if made and self.written and bounds(made)[0] > bounds(self.written)[1]:
            return self.written
        return made or self.written


class Reader:
    """Looks up in the union of a store's graphs, whose triples its default graph has."""

    def __init__(self, store: Store) -> None:
        self.raw = store.raw

    def values(self, subject: str, predicate: str) -> list[str]:
        """The values of a property, sorted."""
        found = self.raw.quads_for_pattern(NamedNode(subject), NamedNode(predicate), None, DefaultGraph())
        return sorted({q.object.value for q in found if isinstance(q.object, NamedNode | Literal)})

    def value(self, subject: str, predicate: str) -> str | None:
        """The first value of a property."""
        return next(iter(self.values(subject, predicate)), None)

    def subjects(self, predicate: str, value: str) -> list[str]:
        """What has a value, sorted."""
        found = self.raw.quads_for_pattern(None, NamedNode(predicate), NamedNode(value), DefaultGraph())
        return sorted({q.subject.value for q in found if isinstance(q.subject, NamedNode)})

    def labels(self, subject: str, role: str) -> tuple[str, ...]:
        """The labels of the actors in a role, sorted."""
        return tuple(sorted(label for actor in self.values(subject, role) if (label := self.label(actor))))

    def label(self, iri: str) -> str | None:
        """What something is called."""
        return self.value(iri, SKOS + "prefLabel")

    def words(self, phrase: str) -> Words:
        """A phrase's words and where they stand."""
        begin, end, text = (self.value(phrase, NIF + name) or "" for name in ("beginIndex", "endIndex", "anchorOf"))
        return Words(int(begin or 0), int(end or 0), text)

    def occasion(self, demand: str) -> Occasion | None:
        """The event at which a demand was made; of several the adoption, else the earliest."""
        found = []
        for event in self.values(demand, DG.madeAt):
            types = [t.removeprefix(ONTOLOGY) for t in self.values(event, RDF + "type") if t in DG and t != DG.Event]
            date, places = self.value(event, DG.date), self.values(event, DG.place)
            place = self.value(places[0], RDFS + "label") if places else None
            found.append(Occasion(event, types[0] if types else "Event", date, place))
        return min(found, key=lambda o: (o.type != "Adoption", o.date is None, o.date or "", o.iri), default=None)

    def statement(self, demand: str) -> Statement:
        """A demand with everything that tells of it."""
        action_phrase = self.value(demand, DG.actionPhrase)
        action = self.words(action_phrase) if action_phrase else Words(0, 0, self.value(demand, DG.action) or "")
        phrases = sorted(
            (self.words(p) for p in self.values(demand, DG.evidence)), key=lambda w: (w.begin, -w.end, w.text)
        )
        around = [w for w in phrases if w.begin <= action.begin and action.end <= w.end]
        quote = around[0] if around else phrases[0] if phrases else action
        document = self.value(demand, DG.statedIn) or demand
        status = self.value(demand, DG.status)
        return Statement(
            demand,
            self.value(demand, DG.action) or action.text,
            (self.value(demand, DG.topic) or "").removeprefix(TOPIC),
            quote,
            next((w for w in phrases if w not in around), None),
            self.value(document, NFO + "fileName") or document,
            document,
            self.value(document, DCTERMS + "title"),
            self.value(document, DCTERMS + "date"),
            self.labels(demand, DG.issuer),
            self.labels(demand, DG.addressee),
            self.labels(demand, DG.initiator),
            self.occasion(demand),
            status.removeprefix(STATUS) if status else None,
            tuple(self.values(demand, DG.restates)),
        )

    def statements(self, demands: Iterable[str]) -> list[Statement]:
        """Demands in the order of time, those without a date last."""
        return sorted(map(self.statement, demands), key=in_time)


def in_time(s: Statement) -> tuple[bool, tuple[str, str], str, int, str]:
    """What statements are ordered by."""
    return (s.date is None, bounds(s.date or ""), s.document, s.quote.begin, s.iri)


def bounds(date: str) -> tuple[str, str]:
    """The first and the last day that a date may mean."""
    return date + FIRST_DAY.get(len(date), ""), date + LAST_DAY.get(len(date), "")


def before(one: str | None, other: str | None) -> bool:
    """Whether a date is certainly earlier than another one.

    >>> before("2031-05", "2031-06-01"), before("2031-05", "2031-05-20"), before(None, "2031")
    (True, False, False)
    """
    return bool(one and other) and bounds(one or "")[1] < bounds(other or "")[0]
