"""A built graph, opened: questions to it, and what it holds as plain records."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from demandgraph import records
from demandgraph.errors import StoreError
from demandgraph.folder import REPORT, STORE
from demandgraph.query import Answer, question, run
from demandgraph.store import Store
from demandgraph.vocab import DEFAULT_BASE

if TYPE_CHECKING:
    import networkx
    from rdflib import Dataset


class Graph:
    """A graph that was built; made by :func:`open`.

    >>> graph = open("demo")  # doctest: +SKIP
    >>> [d.action for d in graph.demands() if "European Union" in d.addressees]  # doctest: +SKIP
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    def query(self, sparql: str, limit: int | None = None) -> Answer:
        """Run a SPARQL query; see :func:`demandgraph.query.run`. Iterating the answer gives dictionaries."""
        return run(self.store, sparql, limit)

    def ask(self, name: str, limit: int | None = None) -> Answer:
        """Ask a saved question, such as ``who-demands-what``; ``demandgraph ask DIR --list`` shows all."""
        return run(self.store, question(name).sparql, limit)

    def demands(self) -> list[records.DemandRecord]:
        """All demands, in the order of documents and text."""
        return records.demands(self.store)

    def actors(self) -> list[records.ActorRecord]:
        """All actors, in the order of their labels."""
        return records.actors(self.store)

    def events(self) -> list[records.EventRecord]:
        """All events, dated ones first and in the order of their dates."""
        return records.events(self.store)

    def documents(self) -> list[records.DocumentRecord]:
        """All documents, in the order of their file names."""
        return records.documents(self.store)

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """The graph as a network; see :mod:`demandgraph.export.network` for what becomes a node, edge or attribute."""
        from demandgraph.export import to_networkx

        return to_networkx(self.store)

    def to_rdflib(self) -> Dataset:
        """The graph as an rdflib dataset, whose default graph is the union of all named graphs."""
        return self.store.to_rdflib()

    def validate(self, shapes: Iterable[str | Path] = ()) -> list[str]:
        """What does not conform to the SHACL shapes, one sentence each; empty if everything does.

        ``shapes`` are files of further shapes; a broken one raises :class:`~demandgraph.errors.AuthorityError` before
        anything is checked.
        """
        from demandgraph.shapes import validate

        return validate(self.store.union(), [Path(shape) for shape in shapes])

    def export(self, path: str | Path) -> None:
        """Write the graph to a file in the format of its suffix; see :func:`demandgraph.export.export`."""
        from demandgraph.export import export

        export(self.store, path)


def open(folder: str | Path) -> Graph:
    """Open a graph that :func:`demandgraph.build` has written.

    Raises
    ------
    StoreError
        If there is none in the folder, or it is broken.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise StoreError(
            f"{folder}: there is no such folder; build a graph with: demandgraph build SOURCE --out {folder}"
        )
    try:
        base = json.loads((folder / REPORT).read_text(encoding="utf-8")).get("base", DEFAULT_BASE)
    except (OSError, ValueError, AttributeError):
        raise StoreError(f"{folder}: holds no graph; build one with: demandgraph build SOURCE --out {folder}") from None
    return Graph(Store.open(folder / STORE, base))
