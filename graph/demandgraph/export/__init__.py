"""A graph to files of other programs: RDF formats, networks, tables."""

from demandgraph.export.files import SUFFIXES, export
from demandgraph.export.network import to_networkx
from demandgraph.export.table import demand_table

__all__ = ["SUFFIXES", "demand_table", "export", "to_networkx"]
