"""Reads from a graph what a report tells of: the demands, events and documents of a period, and what belongs together."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from demandgraph.export.projections import within
from demandgraph.folder import REPORT
from demandgraph.reporting.blocks import Finding, Source, line
from demandgraph.version import __version__

if TYPE_CHECKING:
    from demandgraph.graph import Graph
    from demandgraph.records import DemandRecord, EventRecord

LINKS = """
SELECT ?d ?doc ?shared ?label WHERE {
  ?d a dg:Demand ; dg:statedIn ?doc
  OPTIONAL { ?d dg:expresses ?shared . ?shared skos:prefLabel ?label }
}
"""
TOLD = """
SELECT ?e ?doc ?quote ?begin ?end WHERE {
  ?e a dg:Event ; dg:evidence ?p .
  ?p nif:anchorOf ?quote ; nif:beginIndex ?begin ; nif:endIndex ?end ; nif:referenceContext ?doc .
} ORDER BY ?e ?doc ?begin DESC(?end)
"""
READABLE = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Shared:
    """A demand that several documents state, with its statements in the order of time."""

    iri: str
    label: str
    demands: tuple[DemandRecord, ...]
    documents: int

    @property
    def issuers(self) -> tuple[str, ...]:
        """Who demands it."""
        return tuple(sorted({line(name) for d in self.demands for name in d.issuers}))

    @property
    def dates(self) -> tuple[str, ...]:
        """The dates of its statements."""
        return tuple(sorted({d.date for d in self.demands if d.date}))


class Corpus:
    """A graph as a report sees it.

    Parameters
    ----------
    graph : the graph
    since, until : ISO dates of any precision between which documents (and events) lie, both included
    """

    def __init__(self, graph: Graph, since: str | None = None, until: str | None = None) -> None:
        self.graph, self.since, self.until = graph, since, until
        documents = [d for d in graph.documents() if within(d.date, since, until)]
        documents.sort(key=lambda d: (d.date is None, d.date or "", d.file, d.iri))
        self.sources = {
            d.iri: Source(
                number, line(d.title or d.file, 200), line(d.publisher, 120) if d.publisher else None, d.date,
                spaced(d.kind), line(d.file, 120), d.source if d.source.startswith(READABLE) else None,
            )
            for number, d in enumerate(documents, 1)
        }  # fmt: skip
        rows = list(graph.query(LINKS))
        self.document_of = {row["d"]: row["doc"] for row in rows}
        self.demands = [d for d in graph.demands() if self.document_of.get(d.iri) in self.sources]
        self.demands.sort(key=lambda d: (self.source(d).number, d.begin, d.iri))
        self.shared = shared_demands(self, [(r["d"], r["shared"], r["label"]) for r in rows if r["shared"]])

    def source(self, demand: DemandRecord) -> Source:
        """The document that states a demand."""
        return self.sources[self.document_of[demand.iri]]

    def finding(self, claim: str, demand: DemandRecord) -> Finding:
        """A claim that rests on a demand."""
        return Finding(claim, line(demand.quote), self.source(demand), demand.begin, demand.end, demand.date)

    @cached_property
    def support(self) -> dict[str, int]:
        """Demand → how many documents state it."""
        return {d.iri: shared.documents for shared in self.shared for d in shared.demands}

    def example(self, demands: list[DemandRecord]) -> DemandRecord:
        """The demand that stands best for several: the surest, the most widely shared, then the first."""
        return min(demands, key=lambda d: (-d.confidence, -self.support.get(d.iri, 1), self.source(d).number, d.begin))

    @cached_property
    def events(self) -> list[tuple[EventRecord, Finding]]:
        """The events of the period, each with its fullest telling in a document of the period."""
        told: dict[str, list[tuple[str, str, int, int]]] = defaultdict(list)
        for row in self.graph.query(TOLD):
            if row["doc"] in self.sources:
                told[row["e"]].append((row["quote"], row["doc"], row["begin"], row["end"]))
        found = []
        for event in self.graph.events():
            if (event.date is None or within(event.date, self.since, self.until)) and event.iri in told:
                quote, document, begin, end = max(told[event.iri], key=lambda t: (len(t[0]), -t[2]))
                found.append((event, Finding("", line(quote), self.sources[document], begin, end, event.date)))
        return found

    @cached_property
    def made_with(self) -> str:
        """The software and the language model."""
        versions = {"demandgraph": __version__, **self.report.get("versions", {})}
        return ", ".join(f"{line(str(n))} {line(str(v))}" for n, v in versions.items() if n != "python")

    @cached_property
    def skipped(self) -> list[tuple[str, str]]:
        """The sources that could not be read, by the name of the file, and why."""
        found = [s for s in self.report.get("skipped", []) if isinstance(s, dict)]
        return [
            (line(str(s.get("source", "")).rsplit("/", 1)[-1], 120), line(str(s.get("reason", "")), 200)) for s in found
        ]

    @cached_property
    def report(self) -> dict[str, Any]:
        """What the build wrote of itself, if the graph is in a folder."""
        try:
            found = json.loads((self.graph.folder / REPORT).read_text(encoding="utf-8")) if self.graph.folder else {}
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}


def shared_demands(corpus: Corpus, links: list[tuple[str, str, str]]) -> list[Shared]:
    """The demands that several documents of the period state, the most widely shared first."""
    demands = {d.iri: d for d in corpus.demands}
    members: dict[tuple[str, str], list[DemandRecord]] = defaultdict(list)
    for demand, shared, label in links:
        if demand in demands:
            members[shared, label].append(demands[demand])
    found = []
    for (iri, label), own in members.items():
        documents = len({corpus.source(d).number for d in own})
        own.sort(key=lambda d: (corpus.source(d).number, d.begin, d.iri))
        if documents > 1:
            found.append(Shared(iri, line(label, 160), tuple(own), documents))
    return sorted(found, key=lambda s: (-s.documents, -len(s.issuers), s.label, s.iri))


def spaced(name: str) -> str:
    """A class name as words.

    >>> spaced("PressRelease")
    'press release'
    """
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()
