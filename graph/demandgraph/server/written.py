"""Tells which named graphs an update writes to, as far as its words say so for certain.

Of an update that names each graph it writes to, only these need to be looked at for the union of all graphs to follow.
Whatever is not plain to see here (a graph that is a variable, ``CLEAR ALL``, ``COPY`` …) counts as a change of any graph.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from demandgraph.server import scan

UNKNOWN = frozenset(("ADD", "ALL", "BASE", "COPY", "CREATE", "DEFAULT", "LOAD", "MOVE", "NAMED"))
"""What writes to graphs that are not named, or changes what a name stands for."""
WRITES = frozenset(("INSERT", "DELETE", "DATA"))
"""The words before a block of triples that are written or removed."""

Token = tuple[str, str]


class UnclearError(Exception):
    """The words do not say which graphs are written to."""


def graphs_written(update: str, known: Mapping[str, str]) -> frozenset[str] | None:
    """The IRIs of the graphs that an update writes to, or none if that cannot be told.

    Parameters
    ----------
    known : the namespaces of prefixes that need no declaration

    >>> sorted(graphs_written("WITH <x:a> DELETE { ?s ?p 1 } WHERE { ?s ?p 1 }", {}))
    ['x:a']
    >>> graphs_written("DELETE WHERE { GRAPH ?any { ?s ?p 1 } }", {}) is None
    True
    """
    tokens = [(kind, text.upper() if kind == "word" else text) for kind, text, _ in scan.tokens(update)]
    words = [text for kind, text in tokens if kind == "word"]
    declared = scan.prefixes(update)
    if UNKNOWN.intersection(words) or "\\" in update or words.count("PREFIX") > len(declared):
        return None
    try:
        return frozenset(written(iter(tokens), {**known, **declared}))
    except (UnclearError, StopIteration):
        return None


def written(tokens: Iterator[Token], namespaces: Mapping[str, str]) -> set[str]:
    """The graphs of all operations.

    Raises
    ------
    UnclearError, StopIteration
        If a graph is not named, or the text ends too early.
    """
    found: set[str] = set()
    with_graph, before = "", ""
    for kind, text in tokens:
        if text == ";":
            with_graph = ""
        elif (kind, text) == ("word", "WITH"):
            with_graph = iri(next(tokens), namespaces)
        elif (kind, text) == ("word", "GRAPH"):  # CLEAR GRAPH, DROP GRAPH
            found.add(iri(next(tokens), namespaces))
        elif text == "{":
            if before in WRITES or before == "DELETE WHERE":
                found |= block(tokens, with_graph, namespaces)
            else:
                skip(tokens)
        word = text if kind == "word" else ""
        before = "DELETE WHERE" if (before, word) == ("DELETE", "WHERE") else word
    return found


def block(tokens: Iterator[Token], with_graph: str, namespaces: Mapping[str, str]) -> set[str]:
    """The graphs of one block of triples to write or remove, up to its closing brace."""
    found: set[str] = set()
    while (token := next(tokens)) != ("sign", "}"):
        if token == ("word", "GRAPH"):
            found.add(iri(next(tokens), namespaces))
            if next(tokens) != ("sign", "{"):
                raise UnclearError
            skip(tokens)
        elif with_graph:
            found.add(with_graph)
        elif token != ("sign", "."):
            raise UnclearError  # a triple for the default graph
    return found


def skip(tokens: Iterator[Token]) -> None:
    """Go on behind the brace that closes an open one."""
    depth = 1
    while depth:
        kind, text = next(tokens)
        if kind == "sign":
            depth += (text == "{") - (text == "}")


def iri(token: Token, namespaces: Mapping[str, str]) -> str:
    """The IRI that a token is, in full."""
    kind, text = token
    if kind == "iri" and ":" in text:
        return text[1:-1]
    prefix, colon, local = text.partition(":")
    if kind == "name" and colon and prefix in namespaces:
        return namespaces[prefix] + local
    raise UnclearError
