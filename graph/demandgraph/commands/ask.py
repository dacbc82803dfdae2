"""``demandgraph ask``: a saved question to a graph."""

from __future__ import annotations

from pathlib import Path

import click

from demandgraph.commands.common import EPILOG, FOLDER, FORMATS, failing_in_one_line, show


@click.command("ask", epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.argument("name", metavar="[NAME]", required=False)
@click.option("--list", "listing", is_flag=True, help="List the questions.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option("--limit", type=click.IntRange(min=0), help="Rows at most.")
def command(folder: Path, name: str | None, listing: bool, form: str, limit: int | None) -> None:
    """Ask the graph in DIR a saved question; without NAME the questions are listed."""
    with failing_in_one_line():
        from demandgraph.graph import open as open_graph
        from demandgraph.query import questions
        from demandgraph.tables import table

        if listing or name is None:
            click.echo(table(("name", "question"), [(q.name, q.words) for q in questions().values()]), nl=False)
            return
        graph = open_graph(folder)
        show(graph.ask(name, limit), form, graph.store.base)
