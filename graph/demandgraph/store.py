"""Quads in a store that can be asked: embedded (Oxigraph, on disk or in memory), with a seam for remote ones."""

from __future__ import annotations

import io
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph
from pyoxigraph import (
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
)

from demandgraph.errors import StoreError
from demandgraph.rdf import NIF, XSD
from demandgraph.trig import PREFIXES, without_graphs
from demandgraph.vocab import DEFAULT_BASE

if TYPE_CHECKING:
    from rdflib import Dataset

OFFSETS = frozenset((NIF + "beginIndex", NIF + "endIndex"))
NON_NEGATIVE = NamedNode(XSD + "nonNegativeInteger")
Results = QuerySolutions | QueryBoolean | QueryTriples


class Store(ABC):
    """A graph that can be asked: the seam between what asks and where the quads are.

    There are two implementations: :class:`EmbeddedStore`, made with :meth:`create`, :meth:`open` or :meth:`memory`, and
    :class:`demandgraph.remote.RemoteStore`, which speaks SPARQL 1.1 with a server. What asks uses :meth:`query`,
    :meth:`quads` and :meth:`graphs`, which run where the quads are, or ``raw``, which needs all of them here.

    ``base`` is the base IRI against which relative IRIs in queries are resolved. Queries run over the union of all named
    graphs.
    """

    base: str

    @property
    @abstractmethod
    def raw(self) -> pyoxigraph.Store:
        """The quads in a store of this machine whose default graph is the union of its named graphs."""

    @abstractmethod
    def query(self, sparql: str) -> Results:
        """Run a query, in which the prefixes of :data:`demandgraph.trig.PREFIXES` need no declaration.

        Raises
        ------
        SyntaxError
            If it does not parse.
        StoreError
            If the store does not answer.
        """

    @abstractmethod
    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        """The quads of all named graphs, or of one, as they were loaded."""

    @abstractmethod
    def graphs(self) -> list[str]:
        """The IRIs of the named graphs, sorted."""

    @staticmethod
    def create(folder: Path, trig: Path, base: str = DEFAULT_BASE) -> EmbeddedStore:
        """Load a TriG file, as :func:`demandgraph.trig.to_trig` writes it, into a new store on disk.

        The named graphs and their union are loaded side by side, each from a reading of its own.

        Raises
        ------
        StoreError
            If the folder exists, or cannot be written.
        """
        if folder.exists():
            raise StoreError(f"{folder}: is there already; a store is built in a new folder")
        try:
            raw = pyoxigraph.Store(str(folder))
            with ThreadPoolExecutor(1) as beside, trig.open("rb") as lines:
                named = beside.submit(raw.bulk_load, path=str(trig), format=RdfFormat.TRIG)
                raw.bulk_load(input=Pieces(without_graphs(lines)), format=RdfFormat.TURTLE)  # type: ignore[arg-type]
                named.result()
            raw.flush()
        except OSError as error:
            raise StoreError(f"{folder}: the store cannot be written ({error})") from error
        return EmbeddedStore(raw, base)

    @staticmethod
    def open(folder: Path, base: str = DEFAULT_BASE) -> EmbeddedStore:
        """Open a store on disk for reading.

        Raises
        ------
        StoreError
            If there is none, or it is broken.
        """
        if not (folder / "CURRENT").is_file():  # RocksDB would create one
            raise StoreError(f"{folder}: there is no store here; build the graph first")
        try:
            return EmbeddedStore(pyoxigraph.Store.read_only(str(folder)), base)
        except OSError as error:
            raise StoreError(f"{folder}: the store is broken ({error}); build the graph again") from error

    @staticmethod
    def memory(quads: Iterable[Quad] = (), base: str = DEFAULT_BASE) -> EmbeddedStore:
        """A store in memory that holds some quads."""
        raw = pyoxigraph.Store()
        raw.bulk_extend(quads)
        raw.bulk_extend(united(raw))
        return EmbeddedStore(raw, base)

    def __len__(self) -> int:
        """How many quads there are in the named graphs."""
        return sum(1 for _ in self.quads())

    def __bool__(self) -> bool:
        """A store is there even if it is empty; nobody shall count its quads to see that."""
        return True

    def union(self) -> pyoxigraph.Store:
        """The union of all named graphs as a store in memory that has nothing else.

        For those who ask with Oxigraph's own union of graphs: here they get each triple once, and ten times as fast.
        """
        raw = pyoxigraph.Store()
        raw.bulk_extend(self.raw.quads_for_pattern(None, None, None, DefaultGraph()))
        return raw

    def to_rdflib(self) -> Dataset:
        """The same graph as an rdflib dataset, whose default graph is the union of all named graphs."""
        from oxrdflib import OxigraphStore
        from rdflib import Dataset

        return Dataset(store=OxigraphStore(store=self.raw))


class EmbeddedStore(Store):
    """An Oxigraph store in this process; ``raw`` is the :class:`pyoxigraph.Store` itself.

    The default graph holds the union of all named graphs, each triple once. Oxigraph's own union of named graphs
    gives a triple as often as there are graphs that say it, so that counts over actors of several documents come out
    too high.
    """

    def __init__(self, raw: pyoxigraph.Store, base: str = DEFAULT_BASE) -> None:
        self._raw = raw
        self.base = base

    @property
    def raw(self) -> pyoxigraph.Store:
        """The store itself."""
        return self._raw

    def query(self, sparql: str) -> Results:
        """Run a query over the default graph, which is the union."""
        return self._raw.query(sparql, base_iri=self.base, prefixes=dict(PREFIXES))

    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        """The quads of all named graphs, or of one, as they were loaded."""
        for quad in self._raw.quads_for_pattern(None, None, None, NamedNode(graph) if graph else None):
            if isinstance(quad.graph_name, DefaultGraph):
                continue
            yield as_written(quad)

    def graphs(self) -> list[str]:
        """The IRIs of the named graphs, sorted."""
        return sorted(g.value for g in self._raw.named_graphs())


class Pieces(io.RawIOBase):
    """A file to read from, made of pieces that come one after the other."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self.pieces = iter(pieces)
        self.waiting = bytearray()

    def read(self, size: int = -1) -> bytes:
        """Up to some number of bytes, all that are left if it is negative; none at the end."""
        while size < 0 or len(self.waiting) < size:
            piece = next(self.pieces, None)
            if piece is None:
                break
            self.waiting += piece
        taken = bytes(self.waiting if size < 0 else self.waiting[:size])
        del self.waiting[: len(taken)]
        return taken


def united(raw: pyoxigraph.Store) -> Iterator[Quad]:
    """The triples of a store's named graphs, for its default graph."""
    default = DefaultGraph()
    for quad in raw.quads_for_pattern(None, None, None, None):
        if quad.graph_name != default:
            yield Quad(quad.subject, quad.predicate, quad.object, default)


def as_written(quad: Quad) -> Quad:
    """A quad as it was loaded: Oxigraph keeps every kind of integer as ``xsd:integer``, offsets have NIF's datatype."""
    if quad.predicate.value in OFFSETS and isinstance(quad.object, Literal):
        offset = Literal(quad.object.value, datatype=NON_NEGATIVE)
        return Quad(quad.subject, quad.predicate, offset, quad.graph_name)
    return quad
