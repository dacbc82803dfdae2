"""Reads a request as the SPARQL 1.1 Protocol defines it: a query or an update, and the graphs that it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from pyoxigraph import NamedNode

from demandgraph.server.refusals import RequestError
from demandgraph.server.scan import reaches_out

QUERY, UPDATE, FORM = "application/sparql-query", "application/sparql-update", "application/x-www-form-urlencoded"
METHODS = "GET, HEAD, POST, OPTIONS"
MOST_FIELDS = 1000
DATASETS = {
    "query": ("default-graph-uri", "named-graph-uri"),
    "update": ("using-graph-uri", "using-named-graph-uri"),
}
"""The parameters that name the graphs of each operation."""


@dataclass(frozen=True, slots=True)
class Operation:
    """A query or an update: ``kind``, its text, and the graphs that the protocol names."""

    kind: str
    text: str
    default_graphs: tuple[str, ...] = field(default=())
    named_graphs: tuple[str, ...] = field(default=())


def content_type(header: str) -> str:
    """The media type of a body.

    Raises
    ------
    RequestError
        If it has another encoding than UTF-8.
    """
    kind, _, parameters = header.partition(";")
    charset = re.search(r"charset\s*=\s*\"?([\w.:-]+)", parameters, re.IGNORECASE)
    if charset and charset.group(1).lower() not in ("utf-8", "utf8", "us-ascii"):
        raise RequestError(415, f"the body is marked as {charset.group(1)}; send UTF-8")
    return kind.strip().lower()


def fields(encoded: bytes | str) -> list[tuple[str, str]]:
    """The fields of a query string or form.

    Raises
    ------
    RequestError
        If they are not UTF-8, or too many.
    """
    try:
        text = encoded.decode("ascii") if isinstance(encoded, bytes) else encoded
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)
    except UnicodeDecodeError:
        raise RequestError(400, "the parameters are not UTF-8, percent-encoded") from None
    except ValueError:
        raise RequestError(400, f"there are more than {MOST_FIELDS} parameters") from None


def text_of(body: bytes) -> str:
    """A body as text.

    Raises
    ------
    RequestError
        If it is not UTF-8.
    """
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RequestError(400, f"the body is not UTF-8 (byte {error.start + 1})") from None


def read(method: str, query_string: bytes, content: str, body: bytes) -> Operation:
    """The operation that a request asks for.

    Parameters
    ----------
    method : ``GET``, ``HEAD`` or ``POST``
    query_string : what stands behind the ``?`` of the address
    content : the ``Content-Type`` header, empty if there is none
    body : the body

    Raises
    ------
    RequestError
        405 for another method, 415 for another content type, 400 for everything else that is wrong.
    """
    url = fields(query_string)
    if method in ("GET", "HEAD"):
        if any(name == "update" for name, _ in url):
            raise RequestError(400, "an update must be sent by POST")
        return operation(url, "query", None)
    if method != "POST":
        raise RequestError(405, f"the method {method[:20]} cannot be used here; send GET or POST", {"Allow": METHODS})
    kind = content_type(content)
    if kind == FORM:
        return operation(fields(body) + [f for f in url if f[0] not in ("query", "update")], None, None)
    if kind in (QUERY, UPDATE):
        return operation(url, "query" if kind == QUERY else "update", text_of(body))
    raise RequestError(415, f"the content type {kind[:60]!r} is not known here; send {QUERY}, {UPDATE} or {FORM}")


def operation(parameters: list[tuple[str, str]], kind: str | None, text: str | None) -> Operation:
    """The operation of some parameters: exactly one query or update, from them or from the body.

    Raises
    ------
    RequestError
        If there is none or more than one, a graph's name is no IRI, or the text would reach out to another server.
    """
    found = [(name, value) for name, value in parameters if name in DATASETS]
    if text is not None and kind is not None:
        found.append((kind, text))
    if len(found) != 1 or (kind is not None and found[0][0] != kind):
        raise RequestError(400, f"send one {kind or 'query or update'}; there are {len(found)}")
    kind, text = found[0]
    check(text)
    default, named = (
        tuple(dict.fromkeys(iri(v) for n, v in parameters if n == parameter)) for parameter in DATASETS[kind]
    )
    return Operation(kind, text, default, named)


def check(text: str) -> None:
    """See to it that a query or update can be run here.

    Raises
    ------
    RequestError
        If it would make a request to another server, or holds what no text can have.
    """
    if "\0" in text:
        raise RequestError(400, "the text holds a NUL character")
    outside = reaches_out(text)
    if outside:
        raise RequestError(400, f"{outside} is refused: this server makes no requests to others")


def iri(text: str) -> str:
    """An absolute IRI.

    Raises
    ------
    RequestError
        If it is none.
    """
    if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]*$", text):
        raise RequestError(400, f"{text[:80]!r} is no absolute IRI")
    try:
        return NamedNode(text).value
    except ValueError:
        raise RequestError(400, f"{text[:80]!r} is no absolute IRI") from None
