"""Writes a graph's network as tables: edges for a spreadsheet, nodes and relationships for Neo4j."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import BinaryIO

from demandgraph.characters import portable
from demandgraph.export.attributes import XML_TYPES, as_type, types_of
from demandgraph.export.network import Attribute, network_of
from demandgraph.export.options import Options
from demandgraph.export.spool import spooled
from demandgraph.export.table import BOM, cell
from demandgraph.store import Store

EDGE_COLUMNS = ("source", "source_label", "source_kind", "edge", "target", "target_label", "target_kind")


def write_edges(store: Store, file: BinaryIO, options: Options) -> None:
    """The network's edges as a table; cells are kept from running as formulas."""
    network = network_of(store, options)
    known = {n.id: (n.label, n.kind) for n in network.nodes()}
    rows = []
    for e in network.edges():
        rows.append([e.source, *known[e.source], e.kind, e.target, *known[e.target]])
    file.write(BOM.encode())
    write_rows(file, [EDGE_COLUMNS], "\r\n")
    write_rows(file, ([cell(value) for value in row] for row in sorted(rows)), "\r\n")


def write_neo4j_nodes(store: Store, file: BinaryIO, options: Options) -> None:
    """The nodes for ``neo4j-admin database import``: typed headers, labels by class."""
    with spooled(network_of(store, options)) as network:
        types = types_of(n.attributes for n in network.nodes())
        write_rows(file, [["id:ID", ":LABEL", "label", *(f"{name}:{XML_TYPES[kind]}" for name, kind in types.items())]])
        write_rows(file, ([n.id, n.kind, n.label, *row(n.attributes, types)] for n in network.nodes()))


def write_neo4j_edges(store: Store, file: BinaryIO, options: Options) -> None:
    """The relationships for ``neo4j-admin database import``."""
    with spooled(network_of(store, options)) as network:
        types = types_of(e.attributes for e in network.edges())
        write_rows(
            file, [[":START_ID", ":END_ID", ":TYPE", *(f"{name}:{XML_TYPES[kind]}" for name, kind in types.items())]]
        )
        write_rows(file, ([e.source, e.target, e.kind, *row(e.attributes, types)] for e in network.edges()))


def row(attributes: Mapping[str, Attribute], types: Mapping[str, type]) -> list[str]:
    """Attributes in the order of the columns; an absent one is an empty cell."""
    return [as_type(attributes[name], kind) if name in attributes else "" for name, kind in types.items()]


def write_rows(file: BinaryIO, rows: Iterable[Iterable[str]], end: str = "\n") -> None:
    """Rows as CSV in UTF-8, one at a time."""
    for one in rows:
        buffer = io.StringIO()
        csv.writer(buffer, lineterminator=end).writerow([portable(value) for value in one])
        file.write(buffer.getvalue().encode())
