"""``demandgraph build``: documents in, a graph out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from demandgraph.commands.common import EPILOG, FOLDER, OK, PARTLY, failing_in_one_line, show_skipped

if TYPE_CHECKING:
    from demandgraph.building import Progress
    from demandgraph.report import Report


@click.command("build", epilog=EPILOG)
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=click.Path())
@click.option("--out", metavar="DIR", required=True, type=FOLDER, help="Folder for the graph; replaced if it has one.")
@click.option("--base", metavar="IRI", help="Base IRI of resources, ending in /.")
@click.option("--pipeline", metavar="NAME", help="Installed spaCy pipeline for English to use.")
@click.option("--authority", metavar="FILE", multiple=True, type=FOLDER, help="Further states and bodies. Repeatable.")
@click.option("--corrections", metavar="PATH", multiple=True, type=FOLDER,
              help="File or folder of corrections, beside those in DIR/corrections. Repeatable.")  # fmt: skip
@click.option("--max-size", metavar="MB", type=click.FloatRange(min=0, min_open=True), default=5.0, show_default=True,
              help="Largest file that is read.")  # fmt: skip
@click.option("--no-cache", is_flag=True, help="Read every document again; keep no findings for the next build.")
@click.option("--store", metavar="URL", help="SPARQL store to send the graph to as well; see push.")
@click.option("--quiet", is_flag=True, help="Print what was skipped, nothing else.")
@click.option("--verbose", is_flag=True, help="Print where a rule failed, with the traceback.")
def command(
    sources: tuple[str, ...],
    out: Path,
    base: str | None,
    pipeline: str | None,
    authority: tuple[Path, ...],
    corrections: tuple[Path, ...],
    max_size: float,
    no_cache: bool,
    store: str | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Build the graph of documents (.txt, .md, .html) in files and folders.

    Writes graph.trig, store/, explorer.html, demands.csv, doubts.json and report.json into DIR. What cannot be read is
    skipped with a reason. The graph that DIR had before is replaced only when the new one is complete; other files in
    DIR are kept. Corrections in DIR/corrections/*.jsonl are applied in every build.
    """
    import logging

    logging.basicConfig(level=logging.INFO if verbose else logging.CRITICAL, format="%(name)s: %(message)s")
    with failing_in_one_line(), progress(quiet) as tell:
        from demandgraph.building import build as run_build
        from demandgraph.vocab import DEFAULT_BASE

        report = run_build(
            sources,
            out,
            base=base or DEFAULT_BASE,
            pipeline=pipeline,
            authority=authority,
            corrections=corrections,
            limit=int(max_size * 1e6),
            cache=not no_cache,
            store=store,
            progress=tell,
        )
    show_skipped(report)
    if not quiet:
        show_summary(report)
    sys.exit(OK if report.complete else PARTLY)


@contextmanager
def progress(quiet: bool) -> Iterator[Progress]:
    """A progress bar on a terminal, a line for each document elsewhere, nothing if quiet."""
    from demandgraph.characters import shown

    if quiet:
        yield lambda *_: None
    elif not sys.stderr.isatty():

        def line(what: str, done: int, total: int) -> None:
            if what:
                click.echo(f"[{done + 1}/{total}] {shown(what)}" if done < total else f"        {what}", err=True)

        yield line
    else:
        from rich.console import Console
        from rich.markup import escape
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.description}"))
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("", total=None)

            def update(what: str, done: int, total: int) -> None:
                bar.update(task, description=escape(shown(what)), completed=done, total=total)

            yield update


def show_summary(report: Report) -> None:
    """What the build found, and where it is."""
    from demandgraph.tables import table

    rows = [(kind, str(n)) for kind, n in report.counts.items()]
    if applied := report.corrections.get("applied"):
        rows.append(("corrections applied", str(applied)))
    rows += [("skipped", str(len(report.skipped))), ("seconds", f"{sum(report.seconds.values()):.1f}")]
    click.echo(table(("found", ""), rows), nl=False)
    if report.remark:
        click.echo(report.remark)
    click.echo(f"The graph is in {report.folder}; open {Path(report.folder, 'explorer.html')} in a browser.")
