"""Makes the named graphs of a remote store equal to those of a graph that is here, sending only what has changed.

What was sent is written in a graph of its own, ``BASE graph/pushed``: a SHA-256 for each graph. The order keeps this true
at any moment: first the entries of all graphs that will change are taken out, then the graphs are sent, and the entry of
one is written only when all of it is there. A push that fails leaves graphs without an entry, which the next one sends
again, so that it ends in the same state. Graphs below ``BASE graph/`` that are not here any more are dropped.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from demandgraph.rdf import DCTERMS
from demandgraph.remote.addresses import Addresses, find
from demandgraph.remote.connection import Connection
from demandgraph.remote.remote_store import PUSHED, RemoteStore
from demandgraph.store import Store

HASH = NamedNode(DCTERMS + "identifier")
PIECE = 10_000
"""Triples that are sent at once through the Graph Store Protocol."""
UPDATE_PIECE = 1_000
"""Triples in one update; Virtuoso compiles an update and takes no long ones."""
TOGETHER = 50
"""Graphs after which it is written that they are there."""
Progress = Callable[[str, int, int], None]
"""Is told which graph is sent, how many are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push did: how many graphs it sent, found unchanged and dropped, and how many triples it sent."""

    sent: int
    unchanged: int
    dropped: int
    triples: int


def push(
    store: Store,
    url: str,
    *,
    query_url: str = "",
    update_url: str = "",
    graph_url: str = "",
    everything: bool = False,
    connection: Connection | None = None,
    progress: Progress | None = None,
) -> Pushed:
    """Send the named graphs of a store to the store at ``url``, each as a named graph of its own.

    Parameters
    ----------
    store : the graph that is sent
    url : address of the other store
    query_url, update_url, graph_url : its addresses, where they cannot be found out
    everything : send unchanged graphs too, in case the other store was changed by others
    progress : is told how far the push is

    Raises
    ------
    StoreError
        If the other store cannot be reached, or refuses something. The push can then be repeated.
    """
    connection = connection or Connection()
    addresses = find(url, connection, query=query_url, update=update_url, graph=graph_url)
    there = RemoteStore(connection, addresses, store.base)
    writer = Writer(connection, addresses)
    marker = store.base + PUSHED
    entries = {} if everything else sent_before(there, marker)
    present = set(there.graphs())
    here = store.graphs()
    lines = {graph: digest(lines_of(store, graph)) for graph in here}
    same = {graph for graph in here if entries.get(graph) == lines[graph] and graph in present}
    changed = [graph for graph in here if graph not in same]
    dropped = sorted(present - set(here))
    tell = progress or (lambda *_: None)
    if changed or dropped or entries.keys() - same:
        writer.replace(marker, sorted(entry(graph, lines[graph]) for graph in same))
    triples, written = 0, []
    for number, graph in enumerate(changed):
        tell(graph.removeprefix(store.base), number, len(changed))
        content = lines_of(store, graph)
        triples += len(content)
        writer.replace(graph, content)
        written.append(entry(graph, lines[graph]))
        if len(written) == TOGETHER or number == len(changed) - 1:
            writer.add(marker, written)
            written = []
    for graph in dropped:
        writer.drop(graph)
    tell("", len(changed), len(changed))
    return Pushed(len(changed), len(same), len(dropped), triples)


def sent_before(there: RemoteStore, marker: str) -> dict[str, str]:
    """The hash of each graph that was sent in full."""
    rows = there.rows(f"SELECT ?g ?h WHERE {{ GRAPH {NamedNode(marker)} {{ ?g {HASH} ?h }} }}")
    return {row[0]: row[1] for row in rows}


def lines_of(store: Store, graph: str) -> list[str]:
    """The triples of a graph as lines of N-Triples, sorted."""
    return sorted(line(quad) for quad in store.quads(graph))


def line(quad: Quad) -> str:
    """A triple as a line of N-Triples."""
    return f"{quad.triple} .\n"


def digest(lines: Sequence[str]) -> str:
    """What tells a graph from every other."""
    total = hashlib.sha256()
    for one in lines:
        total.update(one.encode("utf-8"))
    return f"sha256:{total.hexdigest()}"


def entry(graph: str, hashed: str) -> str:
    """The line that says that a graph was sent."""
    return f"{NamedNode(graph)} {HASH} {Literal(hashed)} .\n"


def pieces(lines: Sequence[str], size: int) -> Iterator[str]:
    """Lines in pieces of some number; one empty piece if there are none."""
    for begin in range(0, max(1, len(lines)), size):
        yield "".join(lines[begin : begin + size])


class Writer:
    """Changes named graphs: through the Graph Store Protocol where the store has it, else by updates."""

    def __init__(self, connection: Connection, addresses: Addresses) -> None:
        self.connection = connection
        self.addresses = addresses
        self.opened = False

    def replace(self, graph: str, lines: Sequence[str]) -> None:
        """Put lines in place of what a graph has."""
        if not lines:
            self.drop(graph)
        elif self.addresses.graph:
            for number, piece in enumerate(pieces(lines, PIECE)):
                self.exchange("POST" if number else "PUT", graph, piece)
        else:
            self.drop(graph)
            self.add(graph, lines)

    def add(self, graph: str, lines: Sequence[str]) -> None:
        """Add lines to a graph."""
        if self.addresses.graph:
            for piece in pieces(lines, PIECE):
                self.exchange("POST", graph, piece)
            return
        for piece in pieces(lines, UPDATE_PIECE):
            self.update(f"INSERT DATA {{ GRAPH {NamedNode(graph)} {{\n{piece}}} }}")

    def drop(self, graph: str) -> None:
        """Remove a graph; it need not be there."""
        if self.addresses.graph:
            self.exchange("DELETE", graph, "")
        else:
            self.update(f"DROP SILENT GRAPH {NamedNode(graph)}")

    def exchange(self, method: str, graph: str, content: str) -> None:
        """One request of the Graph Store Protocol."""
        self.open(graph)
        headers = {"Content-Type": "text/turtle; charset=utf-8"} if content else {}
        accept = (404,) if method == "DELETE" else ()
        self.connection.send(
            method,
            self.addresses.graph,
            parameters={"graph": graph},
            content=content.encode("utf-8"),
            headers=headers,
            accept=accept,
        )

    def open(self, graph: str) -> None:
        """Ask for a graph before the first one is sent, so that the store can say first how to authenticate.

        It may close the connection with that, which would cut a large request off.
        """
        if not self.opened:
            self.connection.send("GET", self.addresses.graph, parameters={"graph": graph}, accept=(404,))
            self.opened = True

    def update(self, text: str) -> None:
        """One update."""
        self.connection.post_form(self.addresses.update, [("update", text)])
