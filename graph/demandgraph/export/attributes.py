"""What the formats of networks need to know of attributes: their types, and how values are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from demandgraph.export.network import Attribute

XML_TYPES = {bool: "boolean", int: "long", float: "double", str: "string"}
"""The names that GraphML, GEXF and Neo4j give to types."""


def types_of(found: Iterable[Mapping[str, Attribute]]) -> dict[str, type]:
    """The type of each attribute: text if it has more than one."""
    types: dict[str, type] = {}
    for attributes in found:
        for key, value in attributes.items():
            types[key] = type(value) if types.get(key, type(value)) is type(value) else str
    return dict(sorted(types.items()))


def as_type(value: Attribute, kind: type) -> str:
    """An attribute in the words of XML Schema."""
    return str(value).lower() if kind is bool else str(value)
