"""The pages for people: a thing with its facts, and the frame of the query page."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from importlib.resources import files

from demandgraph.rdf import DCTERMS, ITSRDF, NFO, NIF, ORG, PROV, RDF, RDFS, SKOS
from demandgraph.server.entities import MOST_MENTIONS, Thing, Value
from demandgraph.server.settings import Settings
from demandgraph.trig import PREFIXES
from demandgraph.vocab import DG, ONTOLOGY, ontology_folder

TITLES = (SKOS + "prefLabel", DCTERMS + "title", RDFS + "label", DG.action, NIF + "anchorOf", NFO + "fileName")
TEXT = NIF + "isString"
HIDDEN = (TEXT, RDF + "type")
QUOTED = frozenset((DG.evidence, DG.actionPhrase, NIF + "anchorOf"))
BACKWARDS = {
    DG.issuer: "demands that it makes",
    DG.addressee: "demands addressed to it",
    DG.beneficiary: "demands for its benefit",
    DG.initiator: "demands on its initiative",
    DG.statedIn: "demands that it states",
    DG.describedIn: "events that it tells of",
    DG.agent: "what it did",
    DG.recipient: "what was done to it or with it",
    DG.madeAt: "demands made at it",
    DG.expresses: "statements of it",
    DG.restates: "repeated by",
    DG.narrows: "narrower demands",
    DG.partOf: "its organs",
    DG.place: "what happened there",
    DG.figure: "what it belongs to",
    DG.evidence: "what it shows",
    ORG + "member": "its affiliations",
    ORG + "organization": "who is affiliated with it",
    ITSRDF + "taIdentRef": "where it is named",
    PROV + "used": "builds that read it",
    PROV + "wasDerivedFrom": "named graphs made from it",
    PROV + "wasGeneratedBy": "what it made",
}
"""What it means for a thing to be the object of a property."""
ELSEWHERE = {
    SKOS + "prefLabel": "name",
    SKOS + "altLabel": "other names",
    SKOS + "exactMatch": "the same elsewhere",
    NFO + "fileName": "file",
    NIF + "anchorOf": "words",
    NIF + "referenceContext": "document",
    NIF + "beginIndex": "begins at",
    NIF + "endIndex": "ends at",
    ITSRDF + "taIdentRef": "names",
}
"""What terms of other vocabularies are called here."""
FORMATS = (("Turtle", "ttl"), ("N-Triples", "nt"), ("JSON-LD", "jsonld"), ("RDF/XML", "rdf"))


def asset(name: str) -> bytes:
    """A file that is served as it is."""
    return (files("demandgraph.server") / "assets" / name).read_bytes()


@cache
def labels() -> dict[str, str]:
    """The labels of the terms of the ontology and its concepts."""
    from pyoxigraph import RdfFormat, parse

    found: dict[str, str] = {}
    for name in ("demandgraph", "topics", "forces", "statuses", "kinds"):
        source = (ontology_folder() / f"{name}.ttl").read_bytes()
        for quad in parse(source, format=RdfFormat.TURTLE):
            if quad.predicate.value in (RDFS + "label", SKOS + "prefLabel") and hasattr(quad.object, "value"):
                found.setdefault(str(getattr(quad.subject, "value", "")), quad.object.value)
    return found


def called(iri: str) -> str:
    """A term for a reader: its label, else its local name in words."""
    local = re.split(r"[#/]", iri)[-1]
    return ELSEWHERE.get(iri) or labels().get(iri) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", local).lower() or iri


def frame(title: str, body: str, *, head: str = "", kind: str = "") -> str:
    """A whole page around a body that is HTML already."""
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/site.css">
{head}</head>
<body{f' class="{kind}"' if kind else ""}>
<header><nav aria-label="Pages"><a href="/">Explorer</a> <a href="/query">Query</a> <a
href="/.well-known/void">Description</a></nav></header>
{body}
</body>
</html>
"""


def thing_page(settings: Settings, thing: Thing, path: str) -> str:
    """The page of a thing.

    Parameters
    ----------
    path : its path on this server, to which the suffixes of the formats are added
    """
    title = thing.first(*TITLES, DG.evidence) or thing.iri.removeprefix(settings.base)
    kinds = [v.iri for v in thing.facts.get(RDF + "type", ()) if v.iri.startswith(ONTOLOGY)]
    above = {ONTOLOGY + "Actor", ONTOLOGY + "Event"}
    kind = called(next((k for k in kinds if k not in above), kinds[0])) if kinds else "thing"
    formats = " ".join(f'<a href="{escape(path)}.{suffix}">{name}</a>' for name, suffix in FORMATS)
    links = "".join(
        f'<link rel="alternate" type="{media}" href="{escape(path)}.{suffix}">\n'
        for suffix, media in (("ttl", "text/turtle"), ("jsonld", "application/ld+json"))
    )
    facts = "".join(
        row(settings, called(p), values, quoted=p in QUOTED) for p, values in ordered(thing) if p not in HIDDEN
    )
    mentions = "".join(
        row(
            settings,
            BACKWARDS.get(p, f"“{called(p)}” of"),
            values,
            quoted=p == ITSRDF + "taIdentRef",
        )
        for p, values in sorted(
            thing.mentions.items(), key=lambda item: list(BACKWARDS).index(item[0]) if item[0] in BACKWARDS else 99
        )
    )
    text = thing.first(TEXT)
    body = f"""<main>
<p class="kind">{escape(kind)}</p>
<h1>{escape(title)}</h1>
<p class="iri"><code>{escape(thing.iri)}</code></p>
<p class="formats">As data: {formats}</p>
{section("What is said of it", facts)}{section("What leads to it", mentions)}"""
    if text:
        body += f'<section><h2>Text</h2>\n<div class="text">{marked(text, thing.phrases)}</div></section>\n'
    return frame(title, body + "</main>", head=links)


def marked(text: str, phrases: tuple[tuple[int, int], ...]) -> str:
    """A text in which each phrase is an element with the fragment of its IRI, so that a link to a phrase leads there.

    Where two phrases overlap, the element of the later one ends with that of the earlier.

    >>> marked("We urge it & go.", ((3, 7), (3, 15)))
    'We <span id="char=3,15"><span id="char=3,7">urge</span> it &amp; go</span>.'
    """
    pieces: list[str] = []
    ends: list[int] = []
    at = 0

    def up_to(place: int) -> None:
        nonlocal at
        while ends and ends[-1] <= place:
            pieces.append(f"{escape(text[at : ends[-1]])}</span>")
            at = ends.pop()
        pieces.append(escape(text[at:place]))
        at = place

    for begin, end in sorted(set(phrases), key=lambda phrase: (phrase[0], -phrase[1])):
        up_to(begin)
        pieces.append(f'<span id="char={begin},{end}">')
        ends.append(min(end, ends[-1] if ends else len(text)))
    up_to(len(text))
    return "".join(pieces)


def section(heading: str, rows: str) -> str:
    """A section with a list of facts; nothing if there are none."""
    return f"<section><h2>{escape(heading)}</h2>\n<dl>\n{rows}</dl></section>\n" if rows else ""


def ordered(thing: Thing) -> list[tuple[str, tuple[Value, ...]]]:
    """The facts in the order in which a reader wants them: titles, then the ontology's own order, then the rest."""
    own = list(TITLES) + list(DG)
    return sorted(thing.facts.items(), key=lambda item: (own.index(item[0]) if item[0] in own else len(own), item[0]))


def row(settings: Settings, label: str, values: tuple[Value, ...], *, quoted: bool) -> str:
    """A property with its values."""
    cells = "".join(f"<dd>{cell(settings, value, quoted=quoted)}</dd>\n" for value in values)
    more = f'<dd class="more">only the first {MOST_MENTIONS} are shown</dd>\n' if len(values) >= MOST_MENTIONS else ""
    return f"<div><dt>{escape(label)}</dt>\n{cells}{more}</div>\n"


def cell(settings: Settings, value: Value, *, quoted: bool) -> str:
    """A value: a link if it is a thing, a quotation if it is what a document says."""
    text = escape(value.text)
    if not value.iri:
        return f"<q>{text}</q>" if quoted else text
    shown = f"<q>{text}</q>" if quoted and value.text != value.iri else escape(short(settings, value))
    link = address(settings, value.iri)
    return f'<a href="{escape(link)}">{shown}</a>' if link else f"<span>{shown}</span>"


def short(settings: Settings, value: Value) -> str:
    """What a thing is called, or its IRI as short as it can be."""
    if value.text != value.iri:
        return value.text
    if value.iri in labels():
        return labels()[value.iri]
    for prefix, namespace in PREFIXES.items():
        if value.iri.startswith(namespace):
            return f"{prefix}:{value.iri[len(namespace) :]}"
    return value.iri.removeprefix(settings.base)


def address(settings: Settings, iri: str) -> str:
    """Where a link to a thing leads: to its page here, or to its own address on the web; nowhere if it has none."""
    if iri.startswith(settings.base):
        return settings.entity_root + iri[len(settings.base) :]
    return iri if re.match(r"https?://", iri) else ""


def query_page() -> str:
    """The page on which queries are written."""
    head = '<link rel="stylesheet" href="/assets/yasgui.min.css">\n'
    body = """<div class="workbench">
<aside aria-label="Saved questions">
<h1>Ask the graph</h1>
<p>Choose a question, or write your own and start it with ▶.</p>
<label for="filter">Saved questions</label>
<input id="filter" type="search" placeholder="Filter…" autocomplete="off">
<ul id="questions"></ul>
</aside>
<main id="yasgui"><noscript>The editor needs JavaScript. Queries can be sent to <code>/sparql?query=…</code> without it.</noscript></main>
</div>
<script src="/assets/yasgui.min.js"></script>
<script src="/assets/query.js"></script>"""
    return frame("Ask the graph", body, head=head, kind="query")
