"""What the page shows: nodes, edges, quotes and the documents' texts, as plain data, and how to read it from a store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, cast

from demandgraph.explore.part import part
from demandgraph.vocab import ONTOLOGY

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

ACTOR_KINDS = ("Person", "Country", "Institution", "Organization", "Group")
EVENT_KINDS = (
    "Adoption", "Meeting", "Demonstration", "Repression", "Violence", "Election", "LegalAction", "Review", "Report",
    "Sanction", "Release", "Statement", "Condemnation", "Support", "Other",
)  # fmt: skip
KINDS = ("Document", *ACTOR_KINDS, "Demand", "SharedDemand", *EVENT_KINDS, "Figure", "Affiliation")
"""Every kind of node, in the order in which nodes are written and, for a node of two kinds, chosen."""

ROLES = (
    "issuer", "addressee", "beneficiary", "initiator", "statedIn", "madeAt", "expresses", "restates", "narrows", "describedIn",
    "agent", "recipient", "figure", "partOf", "member", "organization",
)  # fmt: skip
"""Every kind of edge: the local name of its property."""

PREFIXES = f"""
PREFIX dg: <{ONTOLOGY}>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX itsrdf: <http://www.w3.org/2005/11/its/rdf#>
PREFIX nfo: <http://www.semanticdesktop.org/ontologies/2007/03/22/nfo#>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""

FACTS = {
    "title": "dcterms:title",
    "publisher": "dcterms:publisher",
    "source": "dcterms:source",
    "language": "dcterms:language",
    "kind": "dg:documentKind",
    "file": "nfo:fileName",
    "sha256": "dg:sha256",
    "prefLabel": "skos:prefLabel",
    "label": "rdfs:label",
    "action": "dg:action",
    "topic": "dg:topic",
    "force": "dg:force",
    "status": "dg:status",
    "strength": "dg:actionStrength",
    "condition": "dg:condition",
    "deadline": "dg:deadline",
    "place": "dg:place",
    "value": "dg:value",
    "unit": "dg:unit",
    "qualifier": "dg:qualifier",
    "role": "dg:roleTitle",
    "match": "skos:exactMatch",
    "confidence": "dg:confidence",
    "rule": "dg:foundBy",
}
"""The single-valued facts of a node that the page shows, and their properties."""


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A stretch of a document's text: code points ``begin`` to ``end`` (exclusive) of the document with that IRI."""

    document: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Node:
    """One thing that the page can show.

    Attributes
    ----------
    iri : its identity
    kind : one of :data:`KINDS`
    label : what to call it
    names : other names it is known by
    quotes : the words that say so (findings) or that name it (actors)
    dates : ISO 8601 dates, the date of the thing itself first
    facts : further facts, by the keys of :data:`FACTS`
    """

    iri: str
    kind: str
    label: str
    names: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    dates: tuple[str, ...] = ()
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """``source`` → ``target`` (IRIs); ``role`` is one of :data:`ROLES`."""

    source: str
    target: str
    role: str


@dataclass(frozen=True, slots=True)
class View:
    """All that the page shows.

    ``texts`` are the documents' texts by IRI; ``of`` is how many documents the graph has, if the page shows only some.
    """

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    texts: dict[str, str] = field(default_factory=dict)
    of: int = 0


def local(iri: str) -> str:
    """The last segment of an IRI, after ``#`` or ``/``."""
    return iri.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1]


def view_of(store: Store, limit: int = 0, focus: str | None = None) -> View:
    """Read everything that the page shows from a store, over the union of its named graphs.

    Parameters
    ----------
    store : a pyoxigraph store whose content follows the graph contract
    limit : nodes from which on only some documents are read, those that share most; 0 reads everything
    focus : IRI or name of an actor whose documents come first then

    Returns
    -------
    View : nodes and edges in a canonical order, whatever the order in which the store was filled
    """

    def rows(pattern: str, *names: str) -> Iterator[tuple[str, ...]]:
        query = f"{PREFIXES} SELECT DISTINCT {' '.join('?' + n for n in names)} WHERE {{ {pattern} }}"
        for solution in cast("QuerySolutions", store.query(query, use_default_graph_as_union=True)):
            yield tuple(cast("Literal | NamedNode", solution[n]).value for n in names)

    def lists(pattern: str) -> dict[str, list[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for s, o in rows(pattern, "s", "o"):
            found[s].add(o)
        return {s: sorted(o) for s, o in found.items()}

    everything = _kinds(rows("?s a ?o", "s", "o"))
    edges = {
        Edge(s, o, role)
        for role in ROLES
        for s, o in rows(f"?s {'org' if role in ('member', 'organization') else 'dg'}:{role} ?o", "s", "o")
        if s in everything and o in everything
    }
    kinds, of = everything, 0
    if 0 < limit < len(everything):
        wanted = (focus or "").casefold()
        named = rows("?s skos:prefLabel|skos:altLabel ?o", "s", "o") if wanted else ()
        kinds = part(everything, edges, limit, {s for s, o in named if wanted in (o.casefold(), s.casefold())})
        edges = {e for e in edges if e.source in kinds and e.target in kinds}
        of = sum(kind == "Document" for kind in everything.values())
    facts: dict[str, dict[str, str]] = defaultdict(dict)
    for key, term in FACTS.items():
        for iri, values in lists(f"?s {term} ?o").items():
            if iri in kinds or iri not in everything:
                facts[iri][key] = values[0]
    # One property after the other: a join of the three takes many times as long.
    home = {p: d for p, d in rows("?p nif:referenceContext ?d", "p", "d") if d in kinds}
    begin = {p: int(n) for p, n in rows("?p nif:beginIndex ?n", "p", "n") if p in home}
    phrases = {p: Quote(home[p], begin[p], int(n)) for p, n in rows("?p nif:endIndex ?n", "p", "n") if p in begin}
    quotes: dict[str, set[Quote]] = defaultdict(set)
    for iri, phrase in chain(rows("?s dg:evidence ?o", "s", "o"), rows("?o itsrdf:taIdentRef ?s", "s", "o")):
        if phrase in phrases and iri in kinds:
            quotes[iri].add(phrases[phrase])
    if of:  # nothing without the words that bear it: those of an affiliation may stand in a document left out
        bare = {iri for iri, kind in kinds.items() if kind == "Affiliation" and iri not in quotes}
        kinds = {iri: kind for iri, kind in kinds.items() if iri not in bare}
        edges = {e for e in edges if e.source not in bare}
    dates = lists("?s dcterms:date|dg:date ?o")
    names = lists("?s skos:altLabel ?o")
    texts: dict[str, str] = {s: o for s, o in rows("?s a dg:Document; nif:isString ?o", "s", "o") if s in kinds}
    for iri, alternatives in lists("?s skos:prefLabel ?o").items():
        names[iri] = sorted({*names.get(iri, ()), *alternatives[1:]})
    label = _labels(kinds, facts, edges)
    for iri, kind in kinds.items():
        if not label[iri]:
            label[iri] = _excerpt(texts, quotes.get(iri, set())) if kind in EVENT_KINDS else ""
        label[iri] = label[iri] or facts.get(iri, {}).get("role", "") or local(iri)
    for own in facts.values():
        if "place" in own:
            own["place"] = facts.get(own["place"], {}).get("label", local(own["place"]))
        for key in ("topic", "force", "status", "kind"):
            if key in own:
                own[key] = local(own[key])
        for key in ("condition", "deadline"):
            if key in own:
                own[key] = _excerpt(texts, {phrases[own[key]]} if own[key] in phrases else set())
    nodes = [
        Node(
            iri,
            kind,
            label[iri],
            tuple(names.get(iri, ())),
            tuple(sorted(quotes.get(iri, ()))),
            tuple(dates.get(iri, ())),
            {k: v for k, v in facts.get(iri, {}).items() if k not in ("title", "prefLabel", "label")},
        )
        for iri, kind in kinds.items()
    ]
    nodes.sort(key=lambda n: (KINDS.index(n.kind), n.iri))
    return View(tuple(nodes), tuple(sorted(edges)), texts, of)


def _kinds(typed: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """The kind of each thing that the page shows; of several kinds the first of :data:`KINDS`."""
    rank = {ONTOLOGY + k: i for i, k in enumerate(KINDS)}
    best: dict[str, int] = {}
    for iri, term in typed:
        if term in rank:
            best[iri] = min(rank[term], best.get(iri, len(KINDS)))
    return {iri: KINDS[i] for iri, i in best.items()}


def _labels(kinds: dict[str, str], facts: dict[str, dict[str, str]], edges: set[Edge]) -> dict[str, str]:
    """What to call each thing: its title, name or action (a shared demand's shortest); empty where it has none."""
    label: dict[str, str] = {}
    for iri in kinds:
        own = facts.get(iri, {})
        label[iri] = next((own[k] for k in ("title", "prefLabel", "label", "action", "file") if own.get(k)), "")
        if kinds[iri] == "Figure":
            label[iri] = " ".join(
                filter(None, (own.get("qualifier"), _number(own.get("value", "")), own.get("unit", "")))
            )
    shared: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        if edge.role == "expresses":
            shared[edge.target].append(label[edge.source])
    for iri, actions in shared.items():
        label[iri] = label[iri] or min(actions, key=lambda a: (len(a), a))
    return label


def _excerpt(texts: dict[str, str], quotes: set[Quote], limit: int = 140) -> str:
    """The first quote in one line, cut at a word."""
    for quote in sorted(quotes):
        text = " ".join(texts.get(quote.document, "")[quote.begin : quote.end].split())
        if text:
            return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0] + " …"
    return ""


def _number(value: str) -> str:
    """``224.0`` → ``224``; what is no number stays as it is."""
    try:
        return f"{float(value):,.10g}"
    except ValueError:
        return value
