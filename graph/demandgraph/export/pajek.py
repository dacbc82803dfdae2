"""Writes a graph's network in Pajek's format: vertices and arcs with labels."""

from __future__ import annotations

from collections import Counter
from typing import BinaryIO

from demandgraph.characters import portable
from demandgraph.export.network import network_of
from demandgraph.export.options import Options
from demandgraph.store import Store


def write_pajek(store: Store, file: BinaryIO, options: Options) -> None:
    """Pajek's ``.net``: vertices with their labels, arcs labelled with their kinds. It knows no other attributes.

    All arcs stand in one section: a section for each kind, as Pajek also knows it, is read wrongly by networkx and not
    at all by igraph. Labels are kept apart, because networkx takes vertices of one label for one.
    """
    network = network_of(store, options)
    number: dict[str, int] = {}
    labels: set[str] = set()
    nodes = [(n.id, n.kind, pajek(n.label)) for n in network.nodes()]
    often = Counter(label for *_, label in nodes)
    file.write(f"*Vertices {len(nodes)}\n".encode())
    for i, (id_, kind, label) in enumerate(nodes, start=1):
        number[id_] = i
        name = label if often[label] == 1 else f"{label} ({kind})"
        while name in labels or (name != label and name in often):
            name += f" {i}"
        labels.add(name)
        file.write(f'{i} "{name}"\n'.encode())
    file.write(f"*{'Arcs' if network.directed else 'Edges'}\n".encode())
    for e in network.edges():
        weight = e.attributes.get("weight", 1)
        file.write(f'{number[e.source]} {number[e.target]} {weight} l "{pajek(e.kind)}"\n'.encode())


def pajek(label: str) -> str:
    """A label as Pajek can hold it: on one line, and with typographic instead of straight quotation marks."""
    return " ".join(portable(label).split()).replace('"', "”")
