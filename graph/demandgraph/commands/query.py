"""``demandgraph query``: a SPARQL query over a graph."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from demandgraph.commands.common import EPILOG, FOLDER, FORMATS, failing_in_one_line, show


@click.command("query", epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.argument("sparql", metavar="SPARQL")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option("--limit", type=click.IntRange(min=0), help="Rows at most.")
def command(folder: Path, sparql: str, form: str, limit: int | None) -> None:
    """Run a SPARQL query over the graph in DIR; - reads the query from standard input.

    The prefixes of the graph (dg:, topic:, force:, skos:, …) need no declaration. The query runs over the union of
    all named graphs; GRAPH ?g { … } asks for one. turtle takes a CONSTRUCT or DESCRIBE query.
    """
    with failing_in_one_line():
        from demandgraph.graph import open as open_graph

        if sparql == "-":
            sparql = sys.stdin.read()
        graph = open_graph(folder)
        show(graph.query(sparql, limit), form, graph.store.base)
