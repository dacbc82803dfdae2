"""What a graph holds as flat tables for people: demands, actors, events and documents, a row each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from demandgraph import records
from demandgraph.export.options import Options
from demandgraph.store import Store

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its name, its columns and its rows."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[Value, ...]]


def demands(store: Store, options: Options) -> Sheet:
    """The demands, in the order of documents and text; ``begin`` and ``end`` are the offsets of the quote."""
    columns = (
        "document", "date", "issuers", "addressees", "beneficiaries", "initiators", "action", "topic", "force", "status",
        "confidence", "quote", "begin", "end", "iri",
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    for d in sorted(records.demands(store), key=attrgetter("document", "begin", "end", "action", "iri")):
        who = map(joined, (d.issuers, d.addressees, d.beneficiaries, d.initiators))
        said = (d.quote, d.begin, d.end)
        rows.append((d.document, d.date, *who, d.action, d.topic, d.force, d.status, d.confidence, *said, d.iri))
    return trimmed(Sheet("demands", columns, rows), options, "quote", "begin", "end")


def actors(store: Store, options: Options) -> Sheet:
    """The actors, in the order of their labels."""
    rows = [(a.label, a.type, joined(a.names), joined(a.documents), a.iri) for a in records.actors(store)]
    return Sheet("actors", ("actor", "class", "names", "documents", "iri"), rows)


def events(store: Store, options: Options) -> Sheet:
    """The events, dated ones first and in the order of their dates."""
    columns = ("class", "date", "place", "agents", "recipients", "quote", "documents", "iri")
    rows = [
        (e.type, e.date, e.place, joined(e.agents), joined(e.recipients), e.quote, joined(e.documents), e.iri)
        for e in records.events(store)
    ]
    return trimmed(Sheet("events", columns, rows), options, "quote")


def documents(store: Store, options: Options) -> Sheet:
    """The documents, in the order of their file names."""
    columns = ("document", "title", "date", "publisher", "kind", "source", "characters", "iri")
    rows = [
        (d.file, d.title, d.date, d.publisher, d.kind, d.source, len(d.text), d.iri) for d in records.documents(store)
    ]
    return Sheet("documents", columns, rows)


SHEETS: Mapping[str, Callable[[Store, Options], Sheet]] = {
    "demands": demands,
    "actors": actors,
    "events": events,
    "documents": documents,
}


def joined(values: Sequence[str]) -> str:
    """Several values in one cell."""
    return "; ".join(values)


def trimmed(sheet: Sheet, options: Options, *columns: str) -> Sheet:
    """A table without the columns that a lean export leaves out."""
    if not options.lean:
        return sheet
    kept = [i for i, name in enumerate(sheet.columns) if name not in columns]
    return Sheet(sheet.name, tuple(sheet.columns[i] for i in kept), [tuple(row[i] for i in kept) for row in sheet.rows])
