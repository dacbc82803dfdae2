"""Writes events and demands as event records in the manner of PLOVER: who did what to whom, where and when.

The types are those to which ``ontology/alignments.ttl`` relates the classes: a close match before a loose one. The fields
follow PLOVER's specification (Open Event Data Alliance, draft 0.8, 2021): ``id``, ``date``, ``type``, ``mode``, ``context``,
``actor``, ``recipient``, ``location``, ``text``, ``source``; countries are ISO 3166 alpha-3 codes. The class and, for a
demand, its topic stand in ``mode`` and ``context``, since PLOVER's own modes are finer than what is read here.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any, BinaryIO

import pyoxigraph
from pyoxigraph import NamedNode, RdfFormat

from demandgraph import records
from demandgraph.export.countries import country_codes
from demandgraph.export.options import Options
from demandgraph.rdf import SKOS
from demandgraph.store import Store
from demandgraph.vocab import ONTOLOGY, ontology_folder

PLOVER = "https://w3id.org/demandgraph/plover/"
MATCHES = ("closeMatch", "relatedMatch", "narrowMatch")
"""How a class is related to a type, the best first."""


@cache
def types() -> dict[str, str | None]:
    """Class → PLOVER type, as the alignments say; ``None`` where several types match equally loosely."""
    found: dict[str, dict[str, list[str]]] = {}
    text = (ontology_folder() / "alignments.ttl").read_bytes()
    for triple in pyoxigraph.parse(text, format=RdfFormat.TURTLE):
        if isinstance(triple.object, NamedNode) and triple.object.value.startswith(PLOVER):
            match, subject = triple.predicate.value.removeprefix(SKOS), getattr(triple.subject, "value", "")
            if match in MATCHES and subject.startswith(ONTOLOGY):
                of = found.setdefault(subject.removeprefix(ONTOLOGY), {})
                of.setdefault(match, []).append(triple.object.value.removeprefix(PLOVER))
    best = {c: min(of.items(), key=lambda m: MATCHES.index(m[0])) for c, of in found.items()}
    return {c: sorted(names)[0] if match != "narrowMatch" else None for c, (match, names) in best.items()}


def write_plover(store: Store, file: BinaryIO, options: Options) -> None:
    """Event records as a JSON list, dated ones first."""
    coded = country_codes(store)
    codes = {a.label: coded[a.iri].alpha3 for a in records.actors(store) if a.iri in coded}
    rows = [
        {
            "id": e.iri,
            "date": e.date,
            "type": types().get(e.type),
            "mode": e.type,
            "context": None,
            "actor": [actor(a, codes) for a in e.agents],
            "recipient": [actor(a, codes) for a in e.recipients],
            "location": e.place,
            **({} if options.lean else {"text": e.quote}),
            "source": list(e.documents),
        }
        for e in records.events(store)
    ]
    rows += [
        {
            "id": d.iri,
            "date": d.date,
            "type": types().get("Demand"),
            "mode": d.force,
            "context": d.topic,
            "actor": [actor(a, codes) for a in d.issuers],
            "recipient": [actor(a, codes) for a in d.addressees],
            "location": None,
            **({} if options.lean else {"text": d.quote}),
            "action": d.action,
            "source": [d.document],
        }
        for d in records.demands(store)
    ]
    rows.sort(key=lambda r: (r["date"] is None, r["date"] or "", r["id"]))
    file.write((json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace"))


def actor(label: str, codes: dict[str, str]) -> dict[str, Any]:
    """An actor by its name, and its code if it is a country that has one."""
    return {"name": label, "code": codes.get(label) or None}
