"""Writes recommendations as a table in the manner of databases of the Universal Periodic Review.

A row is a recommendation: who recommends what to whom, how the state under review responded, on what topic, and how strong
the action is (1 to 5, see ``dg:actionStrength``).
"""

from __future__ import annotations

import csv
import io
from typing import BinaryIO

from demandgraph import records
from demandgraph.characters import portable
from demandgraph.export.options import Options
from demandgraph.export.resources import UNION
from demandgraph.export.spreadsheet import safe
from demandgraph.export.table import BOM
from demandgraph.store import Store
from demandgraph.vocab import DG

COLUMNS = (
    "recommendation", "recommending_state", "state_under_review", "response", "action_category", "topic", "document",
    "date", "quote", "iri",
)  # fmt: skip
FORCE = "recommend"
OTHERWISE = frozenset(("Appeal", "NewsReport", "PressRelease", "Resolution", "Speech", "Statement"))
"""Kinds of documents in which anybody recommends anything, and no state is under review."""


def write_review_table(store: Store, file: BinaryIO, options: Options) -> None:
    """The recommendations as CSV, in the order of documents and text; cells are kept from running as formulas."""
    from pyoxigraph import NamedNode

    strength = {
        getattr(q.subject, "value", ""): getattr(q.object, "value", "")
        for q in store.raw.quads_for_pattern(None, NamedNode(DG.actionStrength), None, UNION)
    }
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    columns = [c for c in COLUMNS if not (options.lean and c == "quote")]
    writer.writerow(columns)
    kind = {d.iri: d.kind for d in records.documents(store)}
    elsewhere = {
        getattr(q.subject, "value", "")
        for q in store.raw.quads_for_pattern(None, NamedNode(DG.statedIn), None, UNION)
        if kind.get(getattr(q.object, "value", "")) in OTHERWISE
    }
    for d in records.demands(store):
        if d.force != FORCE or d.iri in elsewhere:
            continue
        row = {
            "recommendation": d.action,
            "recommending_state": "; ".join(d.issuers),
            "state_under_review": "; ".join(d.addressees),
            "response": d.status,
            "action_category": strength.get(d.iri),
            "topic": d.topic,
            "document": d.document,
            "date": d.date,
            "quote": d.quote,
            "iri": d.iri,
        }
        writer.writerow([safe(row[c]) for c in columns])
    file.write((BOM + portable(buffer.getvalue())).encode())
