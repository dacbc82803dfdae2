"""``demandgraph validate``: a graph against the shapes."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from demandgraph.commands.common import EPILOG, FOLDER, OK, PARTLY, failing_in_one_line


@click.command("validate", epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option("--shapes", metavar="FILE", multiple=True, type=FOLDER, help="Further SHACL shapes. Repeatable.")
def command(folder: Path, shapes: tuple[Path, ...]) -> None:
    """Check the graph in DIR against the SHACL shapes, and name what does not conform."""
    with failing_in_one_line():
        from demandgraph.graph import open as open_graph

        problems = open_graph(folder).validate(shapes)
    for problem in problems:
        click.echo(str(problem))
    click.echo(f"{len(problems)} violations" if problems else "The graph conforms to the shapes.")
    sys.exit(PARTLY if problems else OK)
