"""Writes a graph's network as Cytoscape JSON, for Cytoscape, Cytoscape.js and networkx."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import BinaryIO

from demandgraph.characters import portable
from demandgraph.export.network import Attribute, network_of
from demandgraph.export.options import Options
from demandgraph.store import Store

TAKEN = frozenset(("id", "name", "value", "source", "target", "key", "interaction"))
"""What the format itself means by these names."""


def write_cytoscape(store: Store, file: BinaryIO, options: Options) -> None:
    """Cytoscape JSON, for Cytoscape, its web library and networkx."""
    network = network_of(store, options)
    whole = dumped(
        {"data": {"name": "demandgraph"}, "directed": network.directed, "multigraph": options.network is None}
    )
    file.write(whole[:-1] + b', "elements": {\n"nodes": [')
    for number, n in enumerate(network.nodes()):
        own = {"id": n.id, "name": n.label, "value": n.id, "kind": n.kind}
        file.write(b",\n" if number else b"\n")
        file.write(dumped({"data": {**spared(n.attributes), **own}}))
    file.write(b'\n],\n"edges": [')
    for number, e in enumerate(network.edges()):
        file.write(b",\n" if number else b"\n")
        ends = {"id": f"e{number}", "source": e.source, "target": e.target, "key": number}
        file.write(dumped({"data": {**spared(e.attributes), **ends, "kind": e.kind, "interaction": e.kind}}))
    file.write(b"\n]\n}}\n")


def spared(attributes: Mapping[str, Attribute]) -> dict[str, Attribute]:
    """Attributes under names that Cytoscape and networkx do not use for something else.

    >>> spared({"value": 3, "unit": "people"})
    {'value_': 3, 'unit': 'people'}
    """
    return {f"{name}_" if name in TAKEN else name: value for name, value in attributes.items()}


def dumped(value: object) -> bytes:
    """A value as JSON in UTF-8."""
    return portable(json.dumps(value, ensure_ascii=False)).encode()
