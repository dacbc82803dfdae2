"""What the graph says of one thing: as RDF for machines, as facts with labels for people."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pyoxigraph import NamedNode

from demandgraph.rdf import NIF
from demandgraph.server.pool import Pool
from demandgraph.server.rows import bindings, rows

SAFE = re.compile(r"[^\x00-\x20<>\"{}|\\^`]+")
"""What can stand between the brackets of an IRI."""
MOST_FACTS = 2000
MOST_MENTIONS = 500
MOST_PHRASES = 50_000
"""How many statements about a thing, that lead to it (by one property), and about the phrases in it are given."""
IN_TEXT = "nif:referenceContext"
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
    """A thing: what is said of it, and what leads to it, by property; of a document where its phrases begin and end."""

    iri: str
    facts: dict[str, tuple[Value, ...]]
    mentions: dict[str, tuple[Value, ...]]
    phrases: tuple[tuple[int, int], ...] = ()

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
    """What the graph says of a thing.

    Of each property that leads to it so many statements are taken: else the phrases that name an actor, which come first
    in the order of IRIs, would leave no room for its demands. A document's phrases are places in its text, not links.
    """
    kinds = await rows(pool, f"SELECT DISTINCT ?p WHERE {{ ?v ?p <{iri}> FILTER (?p != {IN_TEXT}) }}", client)
    each = " UNION ".join(
        f"{{ SELECT ({p} AS ?p) ?v WHERE {{ ?v {p} <{iri}> }} LIMIT {MOST_MENTIONS} }}"
        for p in sorted(str(NamedNode(row["p"])) for row in kinds)
    )
    outgoing = await values(pool, f"<{iri}> ?p ?v", MOST_FACTS, client)
    incoming = await values(pool, each, MOST_MENTIONS * len(kinds), client) if kinds else {}
    if NIF + "isString" not in outgoing:
        return Thing(iri, outgoing, incoming)
    places = f"{{ ?s {IN_TEXT} <{iri}> ; nif:beginIndex ?begin ; nif:endIndex ?end }} LIMIT {MOST_PHRASES}"
    found = await rows(pool, f"SELECT ?begin ?end WHERE {places}", client)
    return Thing(iri, outgoing, incoming, tuple(sorted((int(row["begin"]), int(row["end"])) for row in found)))


async def values(pool: Pool, pattern: str, most: int, client: str) -> dict[str, tuple[Value, ...]]:
    """The values (``?v``) of each property (``?p``) that a pattern finds, with what they are called."""
    sparql = f"""SELECT ?p ?v (COALESCE(MIN(STR(?name)), MIN(?said)) AS ?label) WHERE {{ {pattern} {NAMED} }}
        GROUP BY ?p ?v ORDER BY ?p ?label ?v LIMIT {most}"""
    by: dict[str, list[Value]] = {}
    for row in await bindings(pool, sparql, client):
        value = row["v"]["value"]
        is_iri = row["v"]["type"] == "uri"
        label = row["label"]["value"] if "label" in row and is_iri else value
        by.setdefault(row["p"]["value"], []).append(Value(value if is_iri else "", label))
    return {p: tuple(found) for p, found in by.items()}
