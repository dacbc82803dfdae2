"""Writes a graph's network as GraphML, for Gephi, yEd, Cytoscape and igraph, a node and an edge at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from demandgraph.characters import portable
from demandgraph.export.attributes import XML_TYPES, as_type, types_of
from demandgraph.export.network import Attribute, network_of
from demandgraph.export.options import Options
from demandgraph.export.spool import Spooled, spooled
from demandgraph.store import Store

PREFIXES: dict[Any, str] = {None: "http://graphml.graphdrawing.org/xmlns"}


def write_graphml(store: Store, file: BinaryIO, options: Options) -> None:
    """GraphML, for Gephi, yEd, Cytoscape and igraph. Written as it is read, so that its size does not matter."""
    from lxml import etree

    with spooled(network_of(store, options)) as network:
        keys = {
            "node": {"kind": str, "label": str, **types_of(n.attributes for n in network.nodes())},
            "edge": {"kind": str, **types_of(e.attributes for e in network.edges())},
        }
        with etree.xmlfile(file, encoding="utf-8") as xml:
            xml.write_declaration()
            with xml.element("graphml", nsmap=PREFIXES):
                for of, types in keys.items():
                    for name, kind in types.items():
                        key = {"id": f"{of}-{name}", "for": of, "attr.name": name, "attr.type": XML_TYPES[kind]}
                        xml.write("\n", etree.Element("key", key))
                xml.write("\n")
                with xml.element("graph", edgedefault="directed" if network.directed else "undirected"):
                    for item in graphml_items(network):
                        attributes, of = item[1], item[0].tag
                        for name, value in attributes.items():
                            data = etree.SubElement(item[0], "data", key=f"{of}-{name}")
                            data.text = portable(as_type(value, keys[of][name]))
                        xml.write("\n", item[0])
                    xml.write("\n")


def graphml_items(network: Spooled) -> Iterator[tuple[Any, Mapping[str, Attribute]]]:
    """The elements of nodes and edges with their attributes."""
    from lxml import etree

    for n in network.nodes():
        yield etree.Element("node", id=n.id), {"kind": n.kind, "label": n.label, **n.attributes}
    for number, e in enumerate(network.edges()):
        element = etree.Element("edge", id=f"e{number}", source=e.source, target=e.target)
        yield element, {"kind": e.kind, **e.attributes}
