"""Keeps a network's nodes and edges in temporary files, so that formats can go through them twice, at little cost.

Formats with a head that names all attributes need a look at everything before they can write anything.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from demandgraph.export.network import Edge, Network, Node, Projected


class Spooled:
    """A network that is read from the graph once, and from files in a folder after that."""

    def __init__(self, network: Network | Projected, folder: Path) -> None:
        self.network = network
        self.directed = network.directed
        self.folder = folder

    def nodes(self) -> Iterator[Node]:
        """The nodes, in the order of their names."""
        file = self.folder / "nodes"
        if not file.exists():
            self.write(file, ((n.id, n.kind, n.label, dict(n.attributes)) for n in self.network.nodes()))
        return (Node(*parts) for parts in self.read(file))

    def edges(self) -> Iterator[Edge]:
        """The edges, in the order of what they start from."""
        file = self.folder / "edges"
        if not file.exists():
            self.write(file, ((e.source, e.target, e.kind, dict(e.attributes)) for e in self.network.edges()))
        return (Edge(*parts) for parts in self.read(file))

    def write(self, path: Path, items: Iterator[tuple[Any, ...]]) -> None:
        """Keep items in a file."""
        with path.open("wb") as file:
            for item in items:
                marshal.dump(item, file)

    def read(self, path: Path) -> Iterator[tuple[Any, ...]]:
        """The items of a file."""
        with path.open("rb") as file:
            while True:
                try:
                    item = marshal.load(file)
                except EOFError:
                    return
                yield item


@contextmanager
def spooled(network: Network | Projected) -> Iterator[Spooled]:
    """A network that can be gone through several times; its files are gone after that."""
    with TemporaryDirectory(prefix="demandgraph-") as folder:
        yield Spooled(network, Path(folder))
