"""A graph to files of other programs: RDF formats, networks, tables, dossiers."""

from demandgraph.export.files import export
from demandgraph.export.formats import SUFFIXES, formats
from demandgraph.export.network import to_networkx
from demandgraph.export.options import Options
from demandgraph.export.projections import PROJECTIONS, projected, slices
from demandgraph.export.table import demand_table

__all__ = [
    "PROJECTIONS",
    "SUFFIXES",
    "Options",
    "demand_table",
    "export",
    "formats",
    "projected",
    "slices",
    "to_networkx",
]
