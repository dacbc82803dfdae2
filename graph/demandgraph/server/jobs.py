"""What a worker is told to do, and what it says back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from demandgraph.server.negotiation import Offer


@dataclass(frozen=True, slots=True)
class Job:
    """A query, an update or the exchange of a graph.

    Parameters
    ----------
    kind : ``query``, ``update``, ``put``, ``post``, ``delete`` or ``exists``
    text : the query or update; for a graph its IRI, empty for the default graph
    default_graphs, named_graphs : the graphs that the protocol names
    results, graph : the formats in which rows, and triples, are acceptable; none if they are not
    content, content_type : the triples of ``put`` and ``post``
    seconds : the time that it may take
    """

    kind: str
    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    results: Offer | None = None
    graph: Offer | None = None
    content: bytes = b""
    content_type: str = ""
    seconds: float = 30.0


@dataclass(frozen=True, slots=True)
class Orders:
    """How a worker runs: where the store is, whether it may change it, and its limits (rows, megabytes)."""

    store: Path
    base: str
    writable: bool
    max_rows: int
    memory: int


class Begin(NamedTuple):
    """An answer begins: its media type."""

    media_type: str


class End(NamedTuple):
    """An answer is complete: its status code, and one line for an answer without content."""

    status: int
    note: str = ""


class Failed(NamedTuple):
    """An answer cannot be given: a status code and one line that says why."""

    status: int
    reason: str
