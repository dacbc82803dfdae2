"""Demands as a table for a spreadsheet: one row a demand."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from operator import attrgetter

from demandgraph.records import DemandRecord

COLUMNS = (
    "document", "date", "issuers", "addressees", "initiators", "action", "topic", "force", "quote", "begin", "end",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a cell must not begin with, since a spreadsheet would take it for a formula."""
BOM = "\ufeff"
"""Without this mark Excel takes UTF-8 for the system's own encoding; pandas and R read over it."""


def cell(value: str) -> str:
    """A text that no spreadsheet runs: one that looks like a formula gets an apostrophe before it.

    >>> cell("=1+1"), cell("release them")
    ("'=1+1", 'release them')
    """
    return f"'{value}" if value.startswith(FORMULA) else value


def demand_table(demands: Iterable[DemandRecord]) -> str:
    """The demands as CSV, in the order of documents and text.

    Several actors in one cell are separated by ``; ``. ``begin`` and ``end`` are the offsets of the quote in the
    document's text, in code points. Lines end as RFC 4180 asks; the text begins with a byte order mark.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    for d in sorted(demands, key=attrgetter("document", "begin", "end", "action", "iri")):
        writer.writerow(
            [
                cell(d.document),
                d.date or "",
                *(cell("; ".join(actors)) for actors in (d.issuers, d.addressees, d.initiators)),
                cell(d.action),
                d.topic,
                d.force,
                cell(d.quote),
                d.begin,
                d.end,
            ]
        )
    return BOM + buffer.getvalue()
