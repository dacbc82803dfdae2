"""Chooses the format of an answer by what a client accepts (RFC 9110, with quality values)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from demandgraph.server.refusals import RequestError

Offer = tuple[str, str]
"""A media type, and the name of the format that it stands for."""
RESULTS: tuple[Offer, ...] = (
    ("application/sparql-results+json", "JSON"),
    ("application/json", "JSON"),
    ("application/sparql-results+xml", "XML"),
    ("application/xml", "XML"),
    ("text/xml", "XML"),
    ("text/csv", "CSV"),
    ("text/tab-separated-values", "TSV"),
)
"""The formats of rows and of yes or no, best first; names are those of :class:`pyoxigraph.QueryResultsFormat`."""
GRAPHS: tuple[Offer, ...] = (
    ("text/turtle", "TURTLE"),
    ("application/x-turtle", "TURTLE"),
    ("application/n-triples", "N_TRIPLES"),
    ("application/ld+json", "JSON_LD"),
    ("application/rdf+xml", "RDF_XML"),
    ("application/trig", "TRIG"),
    ("application/n-quads", "N_QUADS"),
    ("text/n3", "N3"),
)
"""The formats of graphs, best first; names are those of :class:`pyoxigraph.RdfFormat`."""
HTML: Offer = ("text/html", "HTML")
SUFFIXES = {"html": HTML, "ttl": GRAPHS[0], "nt": GRAPHS[2], "jsonld": GRAPHS[3], "rdf": GRAPHS[4]}
"""The suffix of a page's address that stands for a format."""
RANGE = re.compile(r"\s*([\w!#$&^.+*-]+)/([\w!#$&^.+*-]+)\s*((?:;[^,]*)?)$", re.ASCII)


def ranges(accept: str) -> list[tuple[str, str, float]]:
    """The media ranges of an ``Accept`` header with their qualities; what is no media range is passed over."""
    found = []
    for part in accept.split(","):
        match = RANGE.fullmatch(part)
        if match:
            quality = re.search(r";\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*(?:;|$)", match.group(3), re.IGNORECASE | re.ASCII)
            found.append((match.group(1).lower(), match.group(2).lower(), float(quality.group(1)) if quality else 1.0))
    return found


def quality(offer: str, accepted: Sequence[tuple[str, str, float]]) -> float:
    """How much a media type is wanted: the quality of the most specific range that it falls in."""
    kind, sub = offer.split("/")
    best = (-1, 0.0)
    for range_kind, range_sub, q in accepted:
        if range_kind in ("*", kind) and range_sub in ("*", sub):
            best = max(best, ((range_kind != "*") + (range_sub != "*"), q))
    return best[1]


def choose(accept: str | None, offers: Sequence[Offer]) -> Offer | None:
    """The offer that is wanted most, the first of equals; none if none is acceptable.

    >>> choose("text/csv;q=0.5, application/json", RESULTS)
    ('application/json', 'JSON')
    """
    if accept is None or not accept.strip():
        return offers[0]
    accepted = ranges(accept)
    wanted = max(offers, key=lambda offer: quality(offer[0], accepted))
    return wanted if quality(wanted[0], accepted) > 0 else None


def chosen(accept: str | None, offers: Sequence[Offer]) -> Offer:
    """As :func:`choose`; refuses the request where none is acceptable."""
    offer = choose(accept, offers)
    if offer is None:
        raise RequestError(
            406, f"the answer can be had as {', '.join(t for t, _ in offers)}; none of these is accepted"
        )
    return offer
