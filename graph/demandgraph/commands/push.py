"""``demandgraph push``: a graph to a SPARQL store elsewhere."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from demandgraph.commands.common import EPILOG, FOLDER, failing_in_one_line


@click.command("push", epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.argument("url", metavar="URL")
@click.option("--query-url", metavar="URL", default="", help="Where the store takes queries.")
@click.option("--update-url", metavar="URL", default="", help="Where it takes updates.")
@click.option("--graph-url", metavar="URL", default="", help="Where it takes whole graphs (?graph=IRI).")
@click.option("--all", "everything", is_flag=True, help="Send unchanged graphs too.")
@click.option("--quiet", is_flag=True, help="Print nothing.")
def command(
    folder: Path, url: str, query_url: str, update_url: str, graph_url: str, everything: bool, quiet: bool
) -> None:
    """Send the graph in DIR to the SPARQL 1.1 store at URL, each named graph as one of its own.

    Only what has changed since the last push is sent; graphs of documents that are gone are removed. A push that fails
    can be repeated. The addresses of Virtuoso, Fuseki, Oxigraph and "demandgraph serve --write" are found out from
    URL. Credentials come from DEMANDGRAPH_STORE_USER and DEMANDGRAPH_STORE_PASSWORD, or DEMANDGRAPH_STORE_TOKEN.
    """
    with failing_in_one_line():
        from demandgraph.characters import shown
        from demandgraph.graph import open as open_graph

        def tell(graph: str, done: int, total: int) -> None:
            if graph:
                click.echo(f"[{done + 1}/{total}] {shown(graph)}", err=True)

        pushed = open_graph(folder).push(
            url, query_url=query_url, update_url=update_url, graph_url=graph_url, everything=everything,
            progress=None if quiet or not sys.stderr.isatty() else tell,
        )  # fmt: skip
        if not quiet:
            sent = f"{pushed.sent} graph{'' if pushed.sent == 1 else 's'} sent"
            triples = f"{pushed.triples} triple{'' if pushed.triples == 1 else 's'}"
            click.echo(f"{sent} ({triples}), {pushed.unchanged} unchanged, {pushed.dropped} dropped")
