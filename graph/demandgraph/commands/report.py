"""``demandgraph report``: a readable report of a corpus."""

from __future__ import annotations

from pathlib import Path

import click

from demandgraph.commands.common import EPILOG, FOLDER, failing_in_one_line


@click.command("report", epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option("--out", metavar="FILE", type=FOLDER, help="File to write, .html or .md.  [default: DIR/report.html]")
@click.option("--title", default="", help="Heading of the report.")
@click.option("--since", metavar="DATE", help="First date of its documents: 2024, 2024-05 or 2024-05-31.")
@click.option("--until", metavar="DATE", help="Last date of its documents.")
def command(folder: Path, out: Path | None, title: str, since: str | None, until: str | None) -> None:
    """Write a report of the graph in DIR, for reading and printing.

    It tells what was read, who demands most and of whom, topics over time, the demands that documents share, what became
    of demands, events of note, and who demands the same; each with quotes and the places where they stand. A page
    (.html) is one file that needs no network; for Markdown (.md) the figures are written beside it. Figures need the
    extra "plots": pip install demandgraph[plots].
    """
    with failing_in_one_line():
        from demandgraph.graph import open as open_graph

        target = out or folder / "report.html"
        open_graph(folder).report(target, title=title, since=since, until=until)
        click.echo(f"wrote {target} ({target.stat().st_size / 1000:.0f} kB)")
