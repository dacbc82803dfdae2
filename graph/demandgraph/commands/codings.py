"""``demandgraph codings``: what a team has coded by hand, taken into a graph."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from demandgraph.commands.common import EPILOG, FOLDER, OK, PARTLY, failing_in_one_line


@click.command("codings", epilog=EPILOG)
@click.argument("table", metavar="FILE", type=FOLDER)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option("--by", metavar="NAME", help="Who coded rows that do not say so.  [default: the name of FILE]")
def command(table: Path, folder: Path, by: str | None) -> None:
    """Take demands that were coded by hand from a CSV file into the corrections of the graph in DIR.

    \b
    Columns that every row needs    document (file name), quote (words of the document)
    Columns that it may have        action, issuer, addressee, beneficiary, initiator, topic, force, status,
                                    coder, date_coded, comment

    Several actors in a cell are separated by semicolons; a class may stand in brackets behind a name: Lake Bank
    (Organization). A row whose document, quote or topic is unknown is named by line and left out. The rest is written to
    DIR/corrections, once, however often the same file is taken. The next build applies it: a demand that the reading
    finds too gets the coded values, any other is added.
    """
    with failing_in_one_line():
        from demandgraph.codings import import_codings
        from demandgraph.graph import open as open_graph

        graph = open_graph(folder)
        done = import_codings(table, folder, graph.documents(), graph.demands(), by)
    for line in done.failed:
        click.echo(f"not taken: {line}", err=True)
    if done.ignored:
        from demandgraph.characters import shown

        click.echo(f"columns that were not used: {shown(', '.join(done.ignored))}", err=True)
    taken = done.found + done.new
    click.echo(
        f"{taken} rows taken ({done.found} on demands that the graph has, {done.new} new), {done.again} taken before, "
        f"{len(done.failed)} not taken."
    )
    if taken:
        click.echo(f"They are in {done.file}; build the graph again to apply them.")
    sys.exit(PARTLY if done.failed else OK)
