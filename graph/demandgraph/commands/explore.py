"""``demandgraph explore``: the interactive page of a graph."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from demandgraph.commands.common import EPILOG, FOLDER, failing_in_one_line


@click.command("explore", epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option("--out", metavar="FILE", type=FOLDER, help="File to write.  [default: DIR/explorer.html]")
@click.option("--title", default="", help="Heading of the page.")
@click.option("--focus", metavar="NAME", help="Actor to open on, by its name or IRI.")
@click.option("--depth", type=click.IntRange(1, 5), default=1, show_default=True, help="Steps around the focus.")
@click.option("--limit", metavar="N", type=click.IntRange(min=0), help="Things that a page holds; of a larger graph it "
              "shows the documents that name the focus, then those that share most. 0 for all.  [default: 20000]")  # fmt: skip
@click.option("--no-open", is_flag=True, help="Do not open it in a browser.")
def command(
    folder: Path, out: Path | None, title: str, focus: str | None, depth: int, limit: int | None, no_open: bool
) -> None:
    """Write the interactive page of the graph in DIR, one file that works without a network, and open it."""
    with failing_in_one_line():
        from demandgraph.folder import EXPLORER
        from demandgraph.graph import open as open_graph

        target = out or folder / EXPLORER
        view = open_graph(folder).explore(focus, depth, title, target, limit).view
        part = f" with {len(view.texts):,} of {view.of:,} documents" if view.of else ""
        click.echo(f"wrote {target}{part}; open it in a browser")
        if sys.stdout.isatty() and not no_open:
            import webbrowser

            webbrowser.open(target.resolve().as_uri())
