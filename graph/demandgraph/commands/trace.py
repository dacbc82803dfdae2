"""``demandgraph trace``: the history of a demand across documents."""

from __future__ import annotations

from pathlib import Path

import click

from demandgraph.commands.common import EPILOG, FOLDER, failing_in_one_line

FORMATS = ("text", "json", "markdown")
SHOWN = 5
"""Further demands that are named when several fit."""


@click.command("trace", epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.argument("demand", metavar="DEMAND-OR-WORDS", nargs=-1, required=True)
@click.option("--list", "listing", is_flag=True, help="Only list the demands that fit, the best first.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option(
    "--out",
    "files",
    type=FOLDER,
    multiple=True,
    metavar="FILE",
    help="Write it to FILE instead; may be given several times.",
)
def command(folder: Path, demand: tuple[str, ...], listing: bool, form: str, files: tuple[Path, ...]) -> None:
    """Trace a demand through the documents of the graph in DIR: who raised it, adopted it, repeated it, answered it.

    DEMAND-OR-WORDS is the IRI or the id of a demand or shared demand, or some words of it; of several that fit, the best
    one is traced and the others are named.

    \b
    --out FILE writes, by the suffix of FILE:
    .svg               a figure
    .md .txt .json     the same as is printed
    .ttl .trig .jsonld the part of the graph that it rests on
    """
    with failing_in_one_line():
        from demandgraph.characters import shown
        from demandgraph.graph import open as open_graph
        from demandgraph.tables import table
        from demandgraph.tracing import check, matches, trace_of, write
        from demandgraph.tracing.pages import as_json, as_markdown, as_text

        for file in files:
            check(file)
        store = open_graph(folder).store
        found = matches(store, " ".join(demand))
        if listing:
            rows = [(str(n), f"{m.score:.2f}", str(m.documents), m.label, m.id) for n, m in enumerate(found, 1)]
            click.echo(table(("", "fit", "documents", "demand", "id"), rows), nl=False)
            return
        if len(found) > 1:
            click.echo(f"{len(found)} demands fit; this is the best. Others, which can be named by their id:", err=True)
            for n, match in enumerate(found[1 : SHOWN + 1], 2):
                click.echo(f"  {n}. {shown(match.label)} [{match.id}]", err=True)
            if len(found) > SHOWN + 1:
                click.echo(f"  and {len(found) - SHOWN - 1} more; --list shows all", err=True)
        trace = trace_of(store, found[0].iri)
        for file in files:
            write(store, trace, file)
            click.echo(f"wrote {file} ({file.stat().st_size / 1000:.0f} kB)")
        if not files:
            pages = {"text": as_text, "json": as_json, "markdown": as_markdown}
            click.echo(pages[form](trace), nl=False)
