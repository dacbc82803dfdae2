"""``demandgraph export``: a graph as a file of another format."""

from __future__ import annotations

from pathlib import Path

import click

from demandgraph.commands.common import EPILOG, FOLDER, failing_in_one_line


@click.command("export", epilog=EPILOG)
@click.argument("folder", metavar="[DIR]", type=FOLDER, required=False)
@click.argument("file", metavar="[FILE]", type=FOLDER, required=False)
@click.option("--lean/--full", default=False, help="Leave phrases and texts out, or keep them.  [default: full]")
@click.option("--about", metavar="NAME", help="Actor or shared demand that a dossier (.md, .html) is about.")
@click.option("--network", metavar="NAME", help="A network made for analysis instead of everything; see below.")
@click.option("--since", metavar="DATE", help="First date of that network's documents: 2024, 2024-05 or 2024-05-31.")
@click.option("--until", metavar="DATE", help="Last date of that network's documents.")
@click.option("--list", "listing", is_flag=True, help="List the formats.")
def command(
    folder: Path | None,
    file: Path | None,
    lean: bool,
    about: str | None,
    network: str | None,
    since: str | None,
    until: str | None,
    listing: bool,
) -> None:
    """Write the graph in DIR to FILE, in the format of its suffix; --list names them all.

    \b
    .trig .nq .jsonld        everything, with its named graphs
    .ttl .nt .rdf            the union of all named graphs
    .graphml .gexf .cyjs     a network, for Gephi, Cytoscape, yEd, igraph
    .demands.csv .xlsx       tables for people
    .md .html                a dossier of one actor or shared demand

    \b
    Networks made for analysis, in the formats of networks:
    actors             who demands of whom
    actor-topic        actors and the topics of what they demand
    actor-demand       actors and the demands that they agree or disagree with
    co-issuing         who demands the same
    document-demand    documents and their demands
    participation      actors and events
    """
    with failing_in_one_line():
        if listing:
            from demandgraph.export import formats
            from demandgraph.tables import table

            click.echo(table(("suffix", "what it is"), [(f.suffix, f.words) for f in formats().values()]), nl=False)
            return
        if folder is None or file is None:
            raise click.UsageError("name the folder of a graph and the file to write; --list names the formats")
        from demandgraph.dates import is_date
        from demandgraph.errors import QueryError
        from demandgraph.graph import open as open_graph

        for date in filter(None, (since, until)):
            if not is_date(date):
                raise QueryError(f"{date!r} is no date; write it as 2024, 2024-05 or 2024-05-31")
        open_graph(folder).export(file, lean=lean, about=about, network=network, since=since, until=until)
        click.echo(f"wrote {file} ({file.stat().st_size / 1000:.0f} kB)")
