"""What the graph says of one thing: as RDF for machines, as facts with labels for people."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pyoxigraph import NamedNode

from demandgraph.server.pool import Pool
from demandgraph.server.rows import bindings

SAFE = re.compile(r"[^\x00-\x20<>\"{}|\\^`]+")
"""What can stand between the brackets of an IRI."""
MOST_FACTS = 2000
MOST_MENTIONS = 500
MOST_PHRASES = 50_000
"""How many statements about a thing, that lead to it, and about the phrases in it are given."""
NAMES = "skos:prefLabel|rdfs:label|dcterms:title|dg:action|nif:anchorOf|nfo:fileName"

NAMED = f"OPTIONAL {{ ?v {NAMES} ?name }} OPTIONAL {{ ?v dg:evidence/nif:anchorOf ?said }}"
"""What a thing is called: an event by the words that tell of it."""


@dataclass(frozen=True, slots=True)
class Value:
    """An object or subject: its IRI, if it has one, and how it is called."""

    iri: str
    text: str


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing: what is said of it, and what leads to it, by property."""

    iri: str
    facts: dict[str, tuple[Value, ...]]
    mentions: dict[str, tuple[Value, ...]]

    def first(self, *properties: str) -> str:
        """The text of the first property that it has; empty without any."""
        return next((self.facts[p][0].text for p in properties if p in self.facts), "")


def construct(iri: str) -> str:
    """The query for all statements that begin or end at a thing; of a document also those about its phrases.

    The IRI of a phrase has a fragment, which no request carries: its statements come with the document.
    """
    return f"""CONSTRUCT {{ ?s ?p ?o }} WHERE {{
        {{ SELECT (<{iri}> AS ?s) ?p ?o WHERE {{ <{iri}> ?p ?o }} LIMIT {MOST_FACTS} }}
        UNION {{ SELECT ?s ?p (<{iri}> AS ?o) WHERE {{ ?s ?p <{iri}> }} LIMIT {MOST_MENTIONS} }}
        UNION {{ SELECT ?s ?p ?o WHERE {{ ?s nif:referenceContext <{iri}> ; ?p ?o }} LIMIT {MOST_PHRASES} }} }}"""


def is_iri(text: str) -> bool:
    """Whether a text can stand between the brackets of an IRI in a query."""
    try:
        NamedNode(text)
    except ValueError:
        return False
    return SAFE.fullmatch(text) is not None


async def exists(pool: Pool, iri: str, client: str) -> bool:
    """Whether the graph says anything of a thing."""
    if not is_iri(iri):
        return False
    return bool(await bindings(pool, f"SELECT * WHERE {{ <{iri}> ?p ?o }} LIMIT 1", client))


async def look_up(pool: Pool, iri: str, client: str) -> Thing:
    """What the graph says of a thing."""
    outgoing = f"""SELECT ?p ?v (COALESCE(MIN(STR(?name)), MIN(?said)) AS ?label) WHERE {{ <{iri}> ?p ?v {NAMED} }}
        GROUP BY ?p ?v ORDER BY ?p ?label ?v LIMIT {MOST_FACTS}"""
    incoming = f"""SELECT ?p ?v (COALESCE(MIN(STR(?name)), MIN(?said)) AS ?label) WHERE {{ ?v ?p <{iri}> {NAMED} }}
        GROUP BY ?p ?v ORDER BY ?p ?label ?v LIMIT {MOST_MENTIONS}"""
    found: list[dict[str, tuple[Value, ...]]] = []
    for sparql in (outgoing, incoming):
        by: dict[str, list[Value]] = {}
        for row in await bindings(pool, sparql, client):
            value = row["v"]["value"]
            is_iri = row["v"]["type"] == "uri"
            label = row["label"]["value"] if "label" in row and is_iri else value
            by.setdefault(row["p"]["value"], []).append(Value(value if is_iri else "", label))
        found.append({p: tuple(values) for p, values in by.items()})
    return Thing(iri, *found)
