"""A process that opens the store and answers one query at a time, until it is ended.

A query cannot be interrupted inside the store, but a process can be ended: that is what happens when its time is up. A
worker needs nothing of the network, and where the system allows it, it has none.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import IO, cast

import pyoxigraph
from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    serialize,
)

from demandgraph.errors import StoreError
from demandgraph.query import one_line, syntax_message
from demandgraph.server import scan
from demandgraph.server.changing import change, finish, unfinished
from demandgraph.server.jobs import Begin, End, Failed, Job, Orders
from demandgraph.server.refusals import RequestError
from demandgraph.store import EmbeddedStore, Store
from demandgraph.trig import PREFIXES

CHUNK = 1 << 16
MOST_BYTES = 1 << 28
"""Bytes that an answer may have, whatever its rows."""
ROW_ENDS = {"JSON": (b"},{", -1), "XML": (b"</result>", 0), "CSV": (b"\r\n", 1), "TSV": (b"\n", 1)}
"""What ends a row, and how many more of these than rows there are (none after the last row, one after a heading).

Where a text has it, which it hardly ever has, rows are counted too high, never too low.
"""
GRACE = 2.0


class Sink:
    """Takes an answer in pieces, counts its rows and sends it on."""

    def __init__(self, connection: Connection, separator: bytes, more: int, max_rows: int) -> None:
        self.connection, self.separator, self.more, self.max_rows = connection, separator, more, max_rows
        self.pending = bytearray()
        self.rows = self.size = 0
        self.tail = b""

    def write(self, piece: bytes) -> int:
        """Take a piece.

        Raises
        ------
        RequestError
            If the answer becomes too large.
        """
        if self.separator:
            joined = self.tail + piece
            self.rows += joined.count(self.separator)
            self.tail = joined[len(joined) - len(self.separator) + 1 :] if len(self.separator) > 1 else b""
            if self.rows > self.max_rows + self.more:
                raise too_many(self.max_rows)
        self.size += len(piece)
        if self.size > MOST_BYTES:
            raise RequestError(400, f"the answer has more than {MOST_BYTES >> 20} MB; add a LIMIT")
        self.pending += piece
        if len(self.pending) >= CHUNK:
            self.flush()
        return len(piece)

    def flush(self) -> None:
        """Send on what was taken."""
        if self.pending:
            self.connection.send(bytes(self.pending))
            self.pending.clear()


def too_many(rows: int) -> RequestError:
    """The answer to a query with too many rows."""
    return RequestError(
        400, f"the answer has more than {rows} rows; add a LIMIT, ask for parts with OFFSET, or fetch /graph.trig"
    )


def work(connection: Connection, orders: Orders) -> None:
    """Answer jobs until the connection is closed."""
    restrain(orders)
    try:
        store = open_store(orders)
    except StoreError as error:
        broken = Failed(503, str(error))
        store = None
    connection.send(Begin("ready"))
    while True:
        try:
            job = connection.recv()
        except (EOFError, OSError):
            return
        set_alarm(job.seconds + GRACE)
        message = answer(connection, store, job, orders) if store is not None else broken
        set_alarm(0)
        try:
            connection.send(message)
        except OSError:
            return


def open_store(orders: Orders) -> Store:
    """The store: read-only, unless it may be changed."""
    if not orders.writable:
        return Store.open(orders.store, orders.base)
    try:
        raw = pyoxigraph.Store(str(orders.store))
        finish(raw, orders.store)  # should an earlier worker have been ended in the middle of a change
    except OSError as error:
        raise StoreError(f"the store cannot be opened for writing ({one_line(str(error))})") from error
    return EmbeddedStore(raw, orders.base)


def restrain(orders: Orders) -> None:
    """Leave interrupts to the server, take no more memory than allowed, and give up the network."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform == "win32":
        return
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    if orders.memory:
        import resource

        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (orders.memory << 20, orders.memory << 20))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform.startswith("linux"):
        new_user, new_network = 0x10000000, 0x40000000
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).unshare(new_network if os.geteuid() == 0 else new_user | new_network)


def set_alarm(seconds: float) -> None:
    """Let the system end this process after some seconds, should the server itself have ended; 0 calls it off."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)


def answer(connection: Connection, store: Store, job: Job, orders: Orders) -> End | Failed:
    """Do a job: send its answer in pieces, and give the message that ends it."""
    try:
        if job.kind == "query":
            return query(connection, store, job, orders.max_rows)
        if job.kind == "exists":
            return change(store, job)
        with unfinished(store.raw, orders.store):
            return change(store, job)
    except RequestError as error:
        return Failed(error.status, error.reason)
    except SyntaxError as error:
        return Failed(400, syntax_message(job.text, str(error)) if job.kind == "query" else one_line(str(error)))
    except MemoryError:
        return Failed(503, "the query needs more memory than it may have")
    except (ValueError, OSError, RuntimeError) as error:
        return Failed(400, f"the {job.kind} failed: {one_line(str(error))}")


def query(connection: Connection, store: Store, job: Job, max_rows: int) -> End | Failed:
    """Run a query and send what it answers in the format that fits it."""
    raw, default, named = dataset(store, job)
    result = raw.query(
        job.text, base_iri=store.base, prefixes=dict(PREFIXES), default_graph=default, named_graphs=named
    )
    triples = isinstance(result, QueryTriples)
    offer = job.graph if triples else job.results
    if offer is None:
        kinds = "a graph" if triples else "rows, or a yes or no"
        return Failed(406, f"the query gives {kinds}, and no format for that is accepted")
    media_type, form = offer
    connection.send(Begin(media_type))
    sink = Sink(connection, *((b"", 0) if triples else ROW_ENDS[form]), max_rows)
    file = cast(IO[bytes], sink)  # it writes, which is all that is asked of it
    if isinstance(result, QueryTriples):
        rdf_format = getattr(RdfFormat, form)
        serialize(each_once(result, max_rows), file, format=rdf_format, prefixes=dict(PREFIXES))
    elif isinstance(result, QueryBoolean | QuerySolutions):
        result.serialize(file, format=getattr(QueryResultsFormat, form))
    sink.flush()
    return End(200)


def each_once(triples: QueryTriples, max_rows: int) -> Iterator[Triple]:
    """The triples of a result without those that came before."""
    seen = set()
    for triple in triples:
        if triple not in seen:
            seen.add(triple)
            if len(seen) > max_rows:
                raise too_many(max_rows)
            yield triple


Graphs = list[NamedNode | BlankNode | DefaultGraph]
Named = list[NamedNode | BlankNode]


def dataset(store: Store, job: Job) -> tuple[pyoxigraph.Store, Graphs | None, Named | None]:
    """The store to ask and the graphs in it.

    The graphs that the protocol names count, else those of the query's ``FROM``, else all, their union being the default.
    Where several graphs make up the default graph, a triple that two of them have must be there once: Oxigraph gives it
    twice, so that these graphs are united in memory first.
    """
    if job.default_graphs or job.named_graphs:
        default, named = [NamedNode(g) for g in job.default_graphs], [NamedNode(g) for g in job.named_graphs]
    else:
        default, named = from_clauses(store, job.text)
        if len(default) < 2:
            return store.raw, None, None
    if len(default) < 2:
        return store.raw, list(default), list(named)
    united = pyoxigraph.Store()
    for graph in default:
        found = store.raw.quads_for_pattern(None, None, None, graph)
        united.bulk_extend(Quad(q.subject, q.predicate, q.object, DefaultGraph()) for q in found)
    for graph in named:
        united.bulk_extend(store.raw.quads_for_pattern(None, None, None, graph))
    return united, [DefaultGraph()], list(named)


def from_clauses(store: Store, text: str) -> tuple[list[NamedNode], list[NamedNode]]:
    """The graphs of a query's ``FROM`` and ``FROM NAMED`` clauses."""
    if "FROM" not in scan.words(text):
        return [], []
    known = PREFIXES | scan.prefixes(text)

    def full(name: str) -> str:
        if name.startswith("<"):
            return name[1:-1] if ":" in name else store.base + name[1:-1]
        prefix, _, local = name.partition(":")
        return known.get(prefix, "") + local

    default, named = ([full(g) for g in graphs] for graphs in scan.from_graphs(text))
    try:
        return [NamedNode(g) for g in dict.fromkeys(default)], [NamedNode(g) for g in dict.fromkeys(named)]
    except ValueError:
        return [], []  # the query's own error is the better one
