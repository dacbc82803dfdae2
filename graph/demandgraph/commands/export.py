"""``demandgraph export``: a graph as a file of another format."""

from __future__ import annotations

from pathlib import Path

import click

from demandgraph.commands.common import EPILOG, FOLDER, failing_in_one_line


@click.command("export", epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.argument("file", metavar="FILE", type=FOLDER)
def command(folder: Path, file: Path) -> None:
    """Write the graph in DIR to FILE, in the format of its suffix.

    \b
    .trig .nq .jsonld   everything, with its named graphs
    .ttl .nt            the union of all named graphs
    .graphml            a network of nodes and edges, for Gephi, Cytoscape, igraph
    .csv                the edges of that network as a table
    """
    with failing_in_one_line():
        from demandgraph.graph import open as open_graph

        open_graph(folder).export(file)
        click.echo(f"wrote {file} ({file.stat().st_size / 1000:.0f} kB)")
