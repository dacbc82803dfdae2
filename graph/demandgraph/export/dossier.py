"""Writes a dossier: everything that a graph tells of one actor or one shared demand, with quotes and citations.

The page is made from the Markdown, in which everything that comes from documents is escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import BinaryIO

from demandgraph import lookup, records
from demandgraph.characters import portable
from demandgraph.errors import ExportError, QueryError
from demandgraph.export.options import Options
from demandgraph.markdown import escaped
from demandgraph.query import run
from demandgraph.records import DemandRecord, DocumentRecord, EventRecord
from demandgraph.store import Store

MEMBERSHIPS = """
SELECT DISTINCT ?other ?role ?way WHERE {
  { ?a a dg:Affiliation ; org:member $it ; org:organization/skos:prefLabel ?other . BIND ("in" AS ?way) }
  UNION
  { ?a a dg:Affiliation ; org:organization $it ; org:member/skos:prefLabel ?other . BIND ("of" AS ?way) }
  OPTIONAL { ?a dg:roleTitle ?role }
} ORDER BY ?way ?other ?role
"""
PARTS = """
SELECT DISTINCT ?other ?way WHERE {
  { $it dg:partOf/skos:prefLabel ?other . BIND ("part of" AS ?way) }
  UNION { ?part dg:partOf $it ; skos:prefLabel ?other . BIND ("has as a part" AS ?way) }
} ORDER BY ?way ?other
"""
SHARED = """
SELECT DISTINCT ?thing ?name (1 AS ?rank) WHERE { ?thing a dg:SharedDemand ; skos:prefLabel ?name }
"""
STYLE = """
body { font: 16px/1.55 Georgia, "Times New Roman", serif; max-width: 46rem; margin: 2rem auto; padding: 0 1.2rem; color: #1c1c1c }
h1, h2 { font-family: system-ui, sans-serif; line-height: 1.25 } h2 { margin-top: 2.2rem; border-bottom: 1px solid #ccc }
blockquote { margin: .4rem 0 .4rem 1rem; padding-left: .8rem; border-left: 3px solid #b9c4d0; color: #444 }
li { margin: .7rem 0 } @media (prefers-color-scheme: dark) { body { background: #16181c; color: #e4e4e4 }
blockquote { color: #b8bcc2; border-color: #4a5462 } h2 { border-color: #444 } }
"""
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title><style>{style}</style></head>
<body>
{body}</body></html>
"""


def write_markdown(store: Store, file: BinaryIO, options: Options) -> None:
    """The dossier as Markdown."""
    _, lines = dossier(store, options)
    file.write(portable("\n".join(lines) + "\n").encode())


def write_html(store: Store, file: BinaryIO, options: Options) -> None:
    """The dossier as a page that needs nothing else and runs nothing."""
    from markdown_it import MarkdownIt

    title, lines = dossier(store, options)
    body = MarkdownIt("commonmark", {"html": False}).render(portable("\n".join(lines)))
    file.write(PAGE.format(title=escape(portable(title)), style=STYLE, body=body).encode())


def dossier(store: Store, options: Options) -> tuple[str, list[str]]:
    """The title and the lines of the dossier that the options ask for.

    Raises
    ------
    ExportError
        If the options do not say whom or what it is about, or the graph does not have it.
    """
    if not options.about:
        raise ExportError("a dossier is about one actor or shared demand; name it with --about")
    try:
        iri = lookup.actor(store, options.about).value
    except QueryError as error:
        try:
            iri = lookup.of_names(store, SHARED, "shared demand", options.about).value
        except QueryError:
            raise ExportError(str(error)) from None
        return about_shared(store, iri, options)
    return about_actor(store, iri, options)


def about_actor(store: Store, iri: str, options: Options) -> tuple[str, list[str]]:
    """The dossier of an actor."""
    actor = next(a for a in records.actors(store) if a.iri == iri)
    cite = citations(store)
    lines = [f"# {escaped(actor.label)}", "", f"{actor.type}; named in {counted(len(actor.documents), 'document')}."]
    others = [n for n in actor.names if n != actor.label]
    if others:
        lines += ["", f"Also called: {'; '.join(map(escaped, others))}."]
    lines += section("Belongs together with", memberships(store, f"<{iri}>"))
    of_role: tuple[tuple[str, Callable[[DemandRecord], Iterable[str]]], ...] = (
        ("Demands", lambda d: d.issuers),
        ("Is asked", lambda d: d.addressees),
        ("Is to benefit", lambda d: d.beneficiaries),
        ("Brought in", lambda d: d.initiators),
    )
    demands = sorted(records.demands(store), key=lambda d: (d.date is None, d.date or "", d.document, d.begin))
    for heading, role in of_role:
        lines += section(heading, (told(d, cite, options) for d in demands if actor.label in role(d)))
    events = [e for e in records.events(store) if actor.label in (*e.agents, *e.recipients)]
    lines += section("Events", (happened(e, cite, options) for e in events))
    return actor.label, lines


def about_shared(store: Store, iri: str, options: Options) -> tuple[str, list[str]]:
    """The dossier of a shared demand."""
    label = next(
        (str(row["label"]) for row in run(store, f"SELECT ?label WHERE {{ <{iri}> skos:prefLabel ?label }}")), iri
    )
    members = {row["d"] for row in run(store, f"SELECT ?d WHERE {{ ?d dg:expresses <{iri}> }}")}
    cite = citations(store)
    own = [d for d in records.demands(store) if d.iri in members]
    own.sort(key=lambda d: (d.date is None, d.date or "", d.document, d.begin))
    issuers = sorted({i for d in own for i in d.issuers})
    lines = [f"# {escaped(label)}", "", f"Stated by {counted(len({d.document for d in own}), 'document')}."]
    lines += ["", f"Demanded by: {'; '.join(map(escaped, issuers)) or 'nobody named'}."]
    lines += section("Statements", (told(d, cite, options) for d in own))
    return label, lines


def memberships(store: Store, term: str) -> Iterator[str]:
    """Who belongs to the actor, and to what it belongs."""
    for row in run(store, PARTS.replace("$it", term)):
        yield f"- {row['way']} {escaped(row['other'])}"
    for row in run(store, MEMBERSHIPS.replace("$it", term)):
        role = f" ({escaped(row['role'])})" if row["role"] else ""
        yield f"- {'member of' if row['way'] == 'in' else 'has as a member'} {escaped(row['other'])}{role}"


def told(d: DemandRecord, cite: dict[str, str], options: Options) -> str:
    """A demand with its quote and where it stands."""
    who = "; ".join(map(escaped, d.issuers)) or "not stated"
    whom = "; ".join(map(escaped, d.addressees)) or "nobody named"
    state = f" – {d.status}" if d.status else ""
    line = f"- **{escaped(d.action)}** ({d.topic}{state}). {who} → {whom}. {cite.get(d.document, escaped(d.document))}"
    return line if options.lean else f"{line}\n\n  > {escaped(d.quote)}"


def happened(e: EventRecord, cite: dict[str, str], options: Options) -> str:
    """An event with its quote and where it is told."""
    who, whom = "; ".join(map(escaped, e.agents)), "; ".join(map(escaped, e.recipients))
    where = f", {escaped(e.place)}" if e.place else ""
    roles = " → ".join(part for part in (who, whom) if part)
    sources = "; ".join(cite.get(f, escaped(f)) for f in e.documents)
    line = f"- **{e.type}** ({e.date or 'undated'}{where}){f' {roles}.' if roles else ''} {sources}"
    return line if options.lean else f"{line}\n\n  > {escaped(e.quote)}"


def section(heading: str, items: Iterable[str]) -> list[str]:
    """A heading with a list below it, or nothing if there is nothing to list."""
    found = list(items)
    return ["", f"## {heading}", "", "\n\n".join(found)] if found else []


def citations(store: Store) -> dict[str, str]:
    """File name → how the document is cited."""
    return {d.file: citation(d) for d in records.documents(store)}


def citation(d: DocumentRecord) -> str:
    """A document as it is cited: publisher, title, date, file."""
    parts = [d.publisher, f"“{d.title}”" if d.title else None, d.date]
    named = ", ".join(escaped(p) for p in parts if p)
    return f"{named} [{escaped(d.file)}]".strip().replace("[", "(").replace("]", ")")


def counted(n: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "document"), counted(3, "document")
    ('1 document', '3 documents')
    """
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"
