"""Writes a graph's network as GEXF 1.3, Gephi's own format, with times and positions."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from typing import Any, BinaryIO

from demandgraph.characters import portable
from demandgraph.export.attributes import XML_TYPES, as_type, types_of
from demandgraph.export.network import Attribute, Edge, Node, network_of
from demandgraph.export.options import Options
from demandgraph.export.spool import Spooled, spooled
from demandgraph.store import Store

NAMESPACE = "http://gexf.net/1.3"
VIZ = "http://gexf.net/1.3/viz"
PREFIXES: dict[Any, str] = {None: NAMESPACE, "viz": VIZ}
Days = tuple[str, str]
Columns = Mapping[str, tuple[int, type]]


def write_gexf(store: Store, file: BinaryIO, options: Options) -> None:
    """GEXF 1.3, Gephi's own format: dated documents, demands and events are spells of its timeline; with positions."""
    from lxml import etree

    with spooled(network_of(store, options)) as network:
        columns = {
            of: {name: (i, kind) for i, (name, kind) in enumerate({"kind": str, **types_of(found)}.items())}
            for of, found in (
                ("node", (n.attributes for n in network.nodes())),
                ("edge", (e.attributes for e in network.edges())),
            )
        }
        when, where = dated(network), positions(network, options)
        with etree.xmlfile(file, encoding="utf-8") as xml:
            xml.write_declaration()
            with xml.element("gexf", nsmap=PREFIXES, version="1.3"), xml.element("graph", graph_attributes(network)):
                for of, known in columns.items():
                    table = etree.Element("attributes", {"class": of})
                    for name, (i, kind) in known.items():
                        etree.SubElement(table, "attribute", id=str(i), title=name, type=XML_TYPES[kind])
                    xml.write("\n", table)
                xml.write("\n")
                with xml.element("nodes"):
                    for n in network.nodes():
                        xml.write("\n", node(n, when.get(n.id), where.get(n.id), columns["node"]))
                with xml.element("edges"):
                    for number, e in enumerate(network.edges()):
                        xml.write("\n", edge(e, number, when.get(e.source) or when.get(e.target), columns["edge"]))


def graph_attributes(network: Spooled) -> dict[str, str]:
    """What is said of the graph as a whole."""
    return {
        "defaultedgetype": "directed" if network.directed else "undirected",
        "mode": "dynamic",
        "timeformat": "date",
        "timerepresentation": "interval",
    }


def node(n: Node, days: Days | None, place: tuple[float, float] | None, columns: Columns) -> Any:
    """The element of a node."""
    from lxml import etree

    element = etree.Element("node", {"id": n.id, "label": portable(n.label), **spell(days)})
    values(element, {"kind": n.kind, **n.attributes}, columns)
    if place:
        x, y = place
        etree.SubElement(element, f"{{{VIZ}}}position", {"x": f"{x:.1f}", "y": f"{y:.1f}", "z": "0.0"}, nsmap=PREFIXES)
    return element


def edge(e: Edge, number: int, days: Days | None, columns: Columns) -> Any:
    """The element of an edge."""
    from lxml import etree

    ends = {"id": str(number), "source": e.source, "target": e.target, "label": e.kind}
    element = etree.Element("edge", {**ends, **spell(days)})
    values(element, {"kind": e.kind, **e.attributes}, columns)
    return element


def spell(days: Days | None) -> dict[str, str]:
    """The time of a node or edge, if it has one."""
    return {"start": days[0], "end": days[1]} if days else {}


def values(element: Any, attributes: Mapping[str, Attribute], columns: Columns) -> None:
    """Write attributes below a node or an edge."""
    from lxml import etree

    group = etree.SubElement(element, "attvalues")
    for name, value in attributes.items():
        i, kind = columns[name]
        etree.SubElement(group, "attvalue", {"for": str(i), "value": portable(as_type(value, kind))})


def dated(network: Spooled) -> dict[str, Days]:
    """First and last day of everything that has a date, or is stated in what has one."""
    when = {n.id: days(str(n.attributes["date"])) for n in network.nodes() if n.attributes.get("date")}
    for e in network.edges():
        if e.kind == "statedIn" and e.target in when:
            when.setdefault(e.source, when[e.target])
    return when


def days(dates: str) -> tuple[str, str]:
    """The days that some ISO dates span, each as precise as it is.

    >>> days("2024-02"), days("2023; 2024-01-05")
    (('2024-02-01', '2024-02-29'), ('2023-01-01', '2024-01-05'))
    """
    ends = [(first_day(d), last_day(d)) for d in dates.split("; ")]
    return min(a for a, _ in ends), max(b for _, b in ends)


def first_day(iso: str) -> str:
    """The first day of a date of any precision."""
    return iso + "-01" * (2 - iso.count("-"))


def last_day(iso: str) -> str:
    """The last day of a date of any precision."""
    if len(iso) == 4:
        return f"{iso}-12-31"
    if len(iso) == 7:
        return f"{iso}-{monthrange(int(iso[:4]), int(iso[5:]))[1]:02}"
    return iso


def positions(network: Spooled, options: Options) -> dict[str, tuple[float, float]]:
    """Where each node stands, if the options have a layout."""
    if options.layout is None:
        return {}
    number = {n.id: i for i, n in enumerate(network.nodes())}
    home = list(range(len(number)))
    pairs = []
    for e in network.edges():
        pairs.append((number[e.source], number[e.target]))
        if e.kind == "statedIn":
            home[number[e.source]] = number[e.target]
    found = options.layout(len(number), pairs, home)
    return {name: (float(x), float(y)) for name, (x, y) in zip(number, found, strict=True)}
