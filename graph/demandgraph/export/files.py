"""Writes a graph in the format that a file's suffix asks for."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from pyoxigraph import RdfFormat, serialize

from demandgraph.errors import ExportError
from demandgraph.export.network import to_networkx
from demandgraph.export.table import BOM, cell
from demandgraph.store import Store
from demandgraph.trig import PREFIXES, to_trig, to_turtle

EDGE_COLUMNS = ("source", "source_label", "source_kind", "edge", "target", "target_label", "target_kind")


def as_trig(store: Store) -> bytes:
    """All named graphs, in canonical order."""
    return "".join(to_trig(store.quads(), store.base)).encode()


def as_turtle(store: Store) -> bytes:
    """The union of all named graphs, in canonical order."""
    return "".join(to_turtle(store.quads(), store.base)).encode()


def as_nquads(store: Store) -> bytes:
    """All named graphs, a quad a line, sorted."""
    return lines(str(q) for q in store.quads())


def as_ntriples(store: Store) -> bytes:
    """The union of all named graphs, a triple a line, sorted."""
    return lines(str(q.triple) for q in store.quads())


def as_jsonld(store: Store) -> bytes:
    """All named graphs as JSON-LD."""
    ordered = sorted(store.quads(), key=lambda q: (str(q.graph_name), str(q)))
    return serialize(ordered, format=RdfFormat.JSON_LD, prefixes=dict(PREFIXES)) or b""


def as_graphml(store: Store) -> bytes:
    """The network (see :mod:`demandgraph.export.network`) for Gephi, yEd, Cytoscape or igraph."""
    import networkx as nx

    buffer = io.BytesIO()
    nx.write_graphml_xml(to_networkx(store), buffer)
    return buffer.getvalue()


def as_edges(store: Store) -> bytes:
    """The network's edges as a table; cells are kept from running as formulas."""
    network = to_networkx(store)
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(EDGE_COLUMNS)
    rows = []
    for a, b, data in network.edges(data=True):
        one, other = network.nodes[a], network.nodes[b]
        rows.append([a, one["label"], one["kind"], data["kind"], b, other["label"], other["kind"]])
    writer.writerows([cell(str(value)) for value in row] for row in sorted(rows))
    return (BOM + buffer.getvalue()).encode()


FORMATS: Mapping[str, Callable[[Store], bytes]] = {
    ".trig": as_trig,
    ".ttl": as_turtle,
    ".nq": as_nquads,
    ".nt": as_ntriples,
    ".jsonld": as_jsonld,
    ".graphml": as_graphml,
    ".csv": as_edges,
}
SUFFIXES = tuple(FORMATS)
"""The suffixes that :func:`export` knows."""


def lines(statements: Iterable[str]) -> bytes:
    """Sorted statements, each once and on a line of its own."""
    return "".join(f"{s} .\n" for s in sorted(set(statements))).encode()


def export(store: Store, path: str | Path) -> None:
    """Write a graph to a file, in the format that its suffix asks for.

    ``.trig``, ``.nq`` and ``.jsonld`` keep the named graphs, ``.ttl`` and ``.nt`` hold their union; ``.graphml`` is the
    network of nodes and edges, ``.csv`` the table of its edges. The file is replaced as a whole or not at all.

    Raises
    ------
    ExportError
        If the suffix is unknown or the file cannot be written.
    """
    path = Path(path)
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise ExportError(f"{path}: unknown suffix {path.suffix or '(none)'}; there are {', '.join(SUFFIXES)}")
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(form(store))
        part.replace(path)
    except OSError as error:
        raise ExportError(f"{path}: cannot be written ({error.strerror or error})") from error
    finally:
        with suppress(OSError):
            part.unlink()
