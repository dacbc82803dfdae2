"""Which format a file's name asks for: the project's own, and those that other packages add.

A package adds one by an entry point of the group ``demandgraph.exporters``, whose name is the suffix without its dot and
whose value a function ``write(store, file, options)`` that writes bytes; see :mod:`demandgraph.plugins`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from demandgraph.errors import ExportError
from demandgraph.export.options import Options
from demandgraph.plugins import EXPORTERS, Plugin, by_suffix
from demandgraph.store import Store

Write = Callable[[Store, BinaryIO, Options], None]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its suffix, what it is in a few words, and where the function is that writes it (``module:name``)."""

    suffix: str
    words: str
    home: str

    def load(self) -> Write:
        """The function that writes it."""
        module, _, name = self.home.partition(":")
        head, _, argument = name.partition("/")
        found = getattr(import_module(f"demandgraph.export.{module}"), head)
        write: Write = found(argument) if argument else found
        return write


@dataclass(frozen=True, slots=True)
class Foreign:
    """A format that another package adds."""

    suffix: str
    words: str
    plugin: Plugin

    def load(self) -> Write:
        """The function that writes it; whatever it raises becomes an :class:`ExportError`."""
        try:
            given: Write = self.plugin.load()
        except Exception as error:  # whatever another package does wrong, its own format alone is missing
            raise ExportError(f"{self.suffix}: the plug-in {self.plugin} cannot be loaded ({error})") from error

        def write(store: Store, file: BinaryIO, options: Options) -> None:
            try:
                given(store, file, options)
            except (ExportError, OSError):
                raise
            except Exception as error:
                reason = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
                raise ExportError(f"{self.suffix}: the plug-in {self.plugin} failed ({reason})") from error

        return write


OWN = (
    Format(".trig", "everything, with its named graphs, in canonical order", "rdf_files:write_trig"),
    Format(".nq", "the same as N-Quads", "rdf_files:write_nquads"),
    Format(".jsonld", "the same as JSON-LD, phrases inside what they bear", "jsonld:write_jsonld"),
    Format(".ttl", "the union of all named graphs", "rdf_files:write_turtle"),
    Format(".nt", "the same as N-Triples", "rdf_files:write_ntriples"),
    Format(".rdf", "the same as RDF/XML", "rdf_files:write_rdf_xml"),
    Format(".graphml", "the network, for Gephi, yEd, Cytoscape, igraph", "graphml:write_graphml"),
    Format(".gexf", "the network with times and positions, for Gephi", "gexf:write_gexf"),
    Format(".cyjs", "the network, for Cytoscape", "cytoscape:write_cytoscape"),
    Format(".net", "the network, for Pajek", "pajek:write_pajek"),
    Format(".csv", "the edges of the network as a table", "network_tables:write_edges"),
    Format(".nodes.csv", "the nodes, for neo4j-admin import", "network_tables:write_neo4j_nodes"),
    Format(".relationships.csv", "the edges, for neo4j-admin import", "network_tables:write_neo4j_edges"),
    Format(".demands.csv", "one row a demand; likewise actors, events, documents", "spreadsheet:csv_of/demands"),
    Format(".actors.csv", "one row an actor", "spreadsheet:csv_of/actors"),
    Format(".events.csv", "one row an event", "spreadsheet:csv_of/events"),
    Format(".documents.csv", "one row a document", "spreadsheet:csv_of/documents"),
    Format(".xlsx", "the four tables as an Excel workbook", "spreadsheet:write_workbook"),
    Format(".parquet", "the demands as Parquet", "spreadsheet:parquet_of/demands"),
    Format(".demands.parquet", "the same; likewise the others", "spreadsheet:parquet_of/demands"),
    Format(".actors.parquet", "the actors as Parquet", "spreadsheet:parquet_of/actors"),
    Format(".events.parquet", "the events as Parquet", "spreadsheet:parquet_of/events"),
    Format(".documents.parquet", "the documents as Parquet", "spreadsheet:parquet_of/documents"),
    Format(".upr.csv", "recommendations of reviews with their responses", "review_table:write_review_table"),
    Format(".plover.json", "event records in the manner of PLOVER", "plover:write_plover"),
    Format(".ftm.json", "FollowTheMoney entities, one a line", "followthemoney:write_followthemoney"),
    Format(".geojson", "events at places whose coordinates are known", "geojson:write_geojson"),
    Format(".md", "a dossier of one actor or shared demand (--about)", "dossier:write_markdown"),
    Format(".html", "the same dossier as a page", "dossier:write_html"),
)
SUFFIXES = tuple(f.suffix for f in OWN)
"""The suffixes of the project's own formats."""


def formats() -> dict[str, Format | Foreign]:
    """Suffix → format; the project's own ones cannot be replaced."""
    found: dict[str, Format | Foreign] = {f.suffix: f for f in OWN}
    for suffix, plugin in by_suffix(EXPORTERS, found).items():
        found[suffix] = Foreign(suffix, f"added by {plugin}", plugin)
    return found


def format_of(path: Path) -> Format | Foreign:
    """The format of a file: that of the longest suffix that its name ends in. ``demands.csv`` counts as ``.demands.csv``.

    Raises
    ------
    ExportError
        If there is none; the message lists the suffixes that there are.
    """
    known = formats()
    fitting = [suffix for suffix in known if f".{path.name.lower()}".endswith(suffix)]
    if not fitting:
        raise ExportError(f"{path}: unknown suffix {path.suffix or '(none)'}; there are {', '.join(known)}")
    return known[max(fitting, key=len)]
