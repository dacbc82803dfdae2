"""At which addresses a store takes queries, updates and whole graphs.

They need not be given where the store is one of a known make: it tells by its answers which it is, and the table
:data:`MAKES` has the addresses, relative to that of queries.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import httpx

from demandgraph.errors import StoreError
from demandgraph.remote.connection import Connection, shown

PROBE = "ASK {}"
RESULTS = "application/sparql-results+json"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a store takes queries, updates and graphs; the latter two are empty where it does not."""

    query: str
    update: str = ""
    graph: str = ""


@dataclass(frozen=True, slots=True)
class Make:
    """A make of store: how it is known by an answer, and its addresses relative to that of queries."""

    name: str
    known: Callable[[httpx.Response], bool]
    update: str
    graph: str


def server(name: str) -> Callable[[httpx.Response], bool]:
    """Whether a store says of itself that it is of some make."""
    return lambda response: name in response.headers.get("server", "").lower()


MAKES = (
    Make("Virtuoso", server("virtuoso"), "sparql-auth", "sparql-graph-crud-auth"),
    Make("Oxigraph", server("oxigraph"), "update", "store"),
    Make("Fuseki", lambda r: "fuseki-request-id" in r.headers or server("fuseki")(r), "update", "data"),
)
OWN = Make("demandgraph", lambda _: True, "sparql", "data")
OTHER = Make("another", lambda _: True, "", "")
QUERY_PATHS = ("", "sparql", "query")
"""What may have to be put behind the address that was given."""


def is_url(text: object) -> bool:
    """Whether a text is the address of something on the web, and no path."""
    return isinstance(text, str) and text.lower().startswith(("http://", "https://"))


def find(url: str, connection: Connection, *, query: str = "", update: str = "", graph: str = "") -> Addresses:
    """The addresses of the store at ``url``; those that are given are taken as they are.

    Raises
    ------
    StoreError
        If there is no store, or it cannot be reached.
    """
    if not is_url(url) or not urlsplit(url).hostname:
        raise StoreError(f"{url}: is no address of a store; write it as http://HOST:PORT/sparql")
    if query and update and graph:
        return Addresses(query, update, graph)
    answer, found = probe(query or url, connection, only=bool(query))
    make = next((make for make in MAKES if make.known(answer)), None)
    if make is None:
        make = OWN if is_own(found, connection) else OTHER
    beside = {"update": make.update and urljoin(found, make.update), "graph": make.graph and urljoin(found, make.graph)}
    return Addresses(query or found, update or beside["update"] or found, graph or beside["graph"])


def probe(url: str, connection: Connection, only: bool = False) -> tuple[httpx.Response, str]:
    """The answer to a first query, and the address that gave it."""
    base = url if url.endswith("/") else f"{url}/"
    fields = [("query", PROBE)]
    refused = None
    for path in QUERY_PATHS[: 1 if only else None]:
        address = urljoin(base, path) if path else url
        try:
            answer = connection.post_form(address, fields, RESULTS)
        except StoreError as error:
            if "cannot be reached" in str(error):
                raise
            refused = refused or error
            continue
        if any(kind in answer.headers.get("content-type", "") for kind in ("sparql-results", "json", "xml")):
            return answer, address
    reason = f" ({refused})" if refused else ""
    raise StoreError(f"{shown(url)}: no SPARQL store answers there{reason}; name its address with --query-url")


def is_own(query: str, connection: Connection) -> bool:
    """Whether a store is one that ``demandgraph serve`` serves."""
    try:
        told = connection.send("GET", urljoin(query, "health"), accept=(404, 405, 400)).json()
    except (StoreError, ValueError):
        return False
    return isinstance(told, Mapping) and told.get("status") == "ok" and "writable" in told
