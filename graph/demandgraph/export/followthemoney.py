"""Writes a graph as FollowTheMoney entities, the model of investigative data platforms, a JSON object a line.

Actors become ``Person``, ``Organization`` or ``PublicBody``, memberships ``Membership``, documents ``Document``, events
``Event``; a demand becomes an ``UnknownLink`` from its issuer to its addressee (or its beneficiary) that tells the action,
since the model has no demands. The model: https://followthemoney.tech/explorer/.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any, BinaryIO

from demandgraph import records
from demandgraph.characters import portable
from demandgraph.export.countries import country_codes
from demandgraph.export.options import Options
from demandgraph.query import run
from demandgraph.store import Store

SCHEMATA = {
    "Person": "Person",
    "Country": "PublicBody",
    "Institution": "PublicBody",
    "Organization": "Organization",
    "Group": "LegalEntity",
}
Entity = dict[str, Any]
MEMBERS = """
SELECT DISTINCT ?a ?who ?where ?role WHERE {
  ?a a dg:Affiliation ; org:member ?who ; org:organization ?where . OPTIONAL { ?a dg:roleTitle ?role }
} ORDER BY ?a ?who ?where ?role
"""


def write_followthemoney(store: Store, file: BinaryIO, options: Options) -> None:
    """The entities, actors first."""
    for entity in entities(store, options):
        file.write((portable(json.dumps(entity, ensure_ascii=False)) + "\n").encode())


def entities(store: Store, options: Options) -> Iterator[Entity]:
    """Actors, memberships, documents, events and demands as entities."""
    codes = country_codes(store)
    ids: dict[str, str] = {}
    for a in records.actors(store):
        ids.setdefault(a.label, key(a.iri))
        yield entity(
            a.iri, SCHEMATA.get(a.type, "LegalEntity"),
            name=[a.label], alias=[n for n in a.names if n != a.label], country=maybe(codes[a.iri].alpha2.lower() if a.iri in codes else None),
        )  # fmt: skip
    yield from memberships(store)
    files = {}
    for d in records.documents(store):
        files[d.file] = key(d.iri)
        yield entity(
            d.iri, "Document",
            fileName=[d.file], title=[d.title or d.file], date=maybe(d.date), author=maybe(d.publisher),
            sourceUrl=[d.source] if d.source.startswith(("http://", "https://")) else (),
            bodyText=() if options.lean else [d.text],
        )  # fmt: skip
    for e in records.events(store):
        yield entity(
            e.iri, "Event",
            name=[f"{e.type}: {' and '.join(e.agents) or e.place or e.date or 'undated'}"], date=maybe(e.date),
            location=maybe(e.place), involved=[ids[label] for label in (*e.agents, *e.recipients)],
            description=() if options.lean else [e.quote], proof=[files[f] for f in e.documents],
        )  # fmt: skip
    for m in records.demands(store):
        for one, other in product(m.issuers, m.addressees or m.beneficiaries):
            yield entity(
                f"{m.iri} {ids[one]} {ids[other]}", "UnknownLink",
                subject=[ids[one]], object=[ids[other]], role=[f"{m.force}: {m.action}"], date=maybe(m.date),
                description=() if options.lean else [m.quote], proof=[files[m.document]],
            )  # fmt: skip


def memberships(store: Store) -> Iterator[Entity]:
    """Who belongs to what."""
    found: dict[str, tuple[str, str, list[str]]] = {}
    for row in run(store, MEMBERS):
        _, _, roles = found.setdefault(f"{row['a']} {row['who']} {row['where']}", (row["who"], row["where"], []))
        roles += [row["role"]] if row["role"] else []
    for name, (who, where, roles) in found.items():
        yield entity(name, "Membership", member=[key(who)], organization=[key(where)], role=roles)


def entity(iri: str, schema: str, /, **properties: Iterable[str]) -> Entity:
    """An entity; properties without a value are left out."""
    filled = {k: [text.strip() for text in v] for k, v in properties.items()}
    return {"id": key(iri), "schema": schema, "properties": {k: v for k, v in filled.items() if v}}


def key(name: str) -> str:
    """An entity's id: the model wants one without spaces and slashes."""
    return hashlib.sha1(name.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()


def maybe(value: str | None) -> list[str]:
    """A value if there is one."""
    return [value] if value else []
