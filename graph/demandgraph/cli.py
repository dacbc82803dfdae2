"""The command line: each command is one function of the package."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from demandgraph.errors import BuildError, DemandGraphError, QueryError
from demandgraph.version import __version__

if TYPE_CHECKING:
    from demandgraph.building import Progress
    from demandgraph.query import Answer
    from demandgraph.report import Report

# Everything else is imported by the command that needs it, so that --help and ask are quick.

OK, PARTLY, USAGE, NOTHING, FAILED = range(5)
EPILOG = """\b
Exit codes:
  0  done
  1  built, but a source was skipped or its reading is in doubt; or the graph is not valid
  2  the command, the query or the question is wrong
  3  no document could be read, so nothing was built
  4  a folder or file could not be read or written
"""
FORMATS = ("table", "csv", "json", "turtle")
FOLDER = click.Path(path_type=Path)


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="demandgraph", message="%(prog)s %(version)s")
def main() -> None:
    """Who demands what of whom: build a knowledge graph of demands from documents, and ask it."""
    for stream in (sys.stdout, sys.stderr):  # no name in a document may stop the output of the rest
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


@contextmanager
def failing_in_one_line() -> Iterator[None]:
    """Turn every expected error into one line and an exit code."""
    try:
        yield
    except QueryError as error:
        stop(error, USAGE)
    except BuildError as error:
        if error.report:
            show_skipped(error.report)
        stop(error, NOTHING)
    except DemandGraphError as error:
        stop(error, FAILED)


def stop(error: DemandGraphError, code: int) -> NoReturn:
    """Print an error and leave."""
    from demandgraph.characters import shown

    click.echo(f"error: {shown(str(error))}", err=True)
    sys.exit(code)


# ---------------------------------------------------------------- build


@main.command(epilog=EPILOG)
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=click.Path())
@click.option("--out", metavar="DIR", required=True, type=FOLDER, help="Folder for the graph; replaced if it has one.")
@click.option("--base", metavar="IRI", help="Base IRI of resources, ending in /.")
@click.option("--pipeline", metavar="NAME", help="Installed spaCy pipeline for English to use.")
@click.option("--authority", metavar="FILE", multiple=True, type=FOLDER, help="Further states and bodies. Repeatable.")
@click.option("--max-size", metavar="MB", type=click.FloatRange(min=0, min_open=True), default=5.0, show_default=True,
              help="Largest file that is read.")  # fmt: skip
@click.option("--quiet", is_flag=True, help="Print what was skipped, nothing else.")
@click.option("--verbose", is_flag=True, help="Print where a rule failed, with the traceback.")
def build(
    sources: tuple[str, ...],
    out: Path,
    base: str | None,
    pipeline: str | None,
    authority: tuple[Path, ...],
    max_size: float,
    quiet: bool,
    verbose: bool,
) -> None:
    """Build the graph of documents (.txt, .md, .html) in files and folders.

    Writes graph.trig, store/, explorer.html, demands.csv and report.json into DIR. What cannot be read is skipped
    with a reason. The graph that DIR had before is replaced only when the new one is complete; other files in DIR are
    kept.
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
            limit=int(max_size * 1e6),
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


def show_skipped(report: Report) -> None:
    """One line for each source that was skipped or read with a doubt."""
    for skipped in report.skipped:
        click.echo(f"skipped {skipped.source}: {skipped.reason}", err=True)
    for doubt in report.doubts:
        click.echo(f"note on {doubt.source}: {doubt.reason}", err=True)
    if report.other_files:
        kinds = ", ".join(f"{n} {suffix or 'without suffix'}" for suffix, n in report.other_files.items())
        click.echo(f"not looked at in folders: {kinds}", err=True)


def show_summary(report: Report) -> None:
    """What the build found, and where it is."""
    from demandgraph.tables import table

    rows = [(kind, str(n)) for kind, n in report.counts.items()]
    rows += [("skipped", str(len(report.skipped))), ("seconds", f"{sum(report.seconds.values()):.1f}")]
    click.echo(table(("found", ""), rows), nl=False)
    click.echo(f"The graph is in {report.folder}; open {Path(report.folder, 'explorer.html')} in a browser.")


# ---------------------------------------------------------------- query and ask


@main.command(epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.argument("sparql", metavar="SPARQL")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option("--limit", type=click.IntRange(min=0), help="Rows at most.")
def query(folder: Path, sparql: str, form: str, limit: int | None) -> None:
    """Run a SPARQL query over the graph in DIR; - reads the query from standard input.

    The prefixes of the graph (dg:, topic:, force:, skos:, …) need no declaration. The query runs over the union of
    all named graphs; GRAPH ?g { … } asks for one. turtle takes a CONSTRUCT or DESCRIBE query.
    """
    with failing_in_one_line():
        from demandgraph.graph import open as open_graph

        if sparql == "-":
            sparql = sys.stdin.read()
        graph = open_graph(folder)
        show(graph.query(sparql, limit), form, graph.store.base)


@main.command(epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.argument("name", metavar="[NAME]", required=False)
@click.option("--list", "listing", is_flag=True, help="List the questions.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option("--limit", type=click.IntRange(min=0), help="Rows at most.")
def ask(folder: Path, name: str | None, listing: bool, form: str, limit: int | None) -> None:
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


def show(answer: Answer, form: str, base: str) -> None:
    """Print an answer."""
    from demandgraph.query import render, short
    from demandgraph.tables import table

    if form != "table":
        click.echo(render(answer, form), nl=False)
    elif answer.kind == "ask":
        click.echo("yes" if answer else "no")
    else:
        click.echo(table(answer.columns, [[short(term, base) for term in row] for row in answer.rows]), nl=False)
        click.echo(f"{len(answer)} row{'' if len(answer) == 1 else 's'}", err=True)


# ---------------------------------------------------------------- export, validate, explore


@main.command(epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.argument("file", metavar="FILE", type=FOLDER)
def export(folder: Path, file: Path) -> None:
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


@main.command(epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option("--shapes", metavar="FILE", multiple=True, type=FOLDER, help="Further SHACL shapes. Repeatable.")
def validate(folder: Path, shapes: tuple[Path, ...]) -> None:
    """Check the graph in DIR against the SHACL shapes, and name what does not conform."""
    with failing_in_one_line():
        from demandgraph.graph import open as open_graph

        problems = open_graph(folder).validate(shapes)
    for problem in problems:
        click.echo(str(problem))
    click.echo(f"{len(problems)} violations" if problems else "The graph conforms to the shapes.")
    sys.exit(PARTLY if problems else OK)


@main.command(epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option("--out", metavar="FILE", type=FOLDER, help="File to write.  [default: DIR/explorer.html]")
@click.option("--title", default="", help="Heading of the page.")
@click.option("--focus", metavar="NAME", help="Actor to open on, by its name or IRI.")
@click.option("--depth", type=click.IntRange(1, 5), default=1, show_default=True, help="Steps around the focus.")
@click.option("--no-open", is_flag=True, help="Do not open it in a browser.")
def explore(folder: Path, out: Path | None, title: str, focus: str | None, depth: int, no_open: bool) -> None:
    """Write the interactive page of the graph in DIR, one file that works without a network, and open it."""
    with failing_in_one_line():
        from demandgraph.errors import ExportError
        from demandgraph.explore import view_of, write
        from demandgraph.folder import EXPLORER
        from demandgraph.graph import open as open_graph

        target = out or folder / EXPLORER
        view = view_of(open_graph(folder).store.raw)
        try:
            write(view, target, title=title, focus=focus, depth=depth)
        except OSError as error:
            raise ExportError(f"{target}: cannot be written ({error.strerror})") from error
        click.echo(f"wrote {target}; open it in a browser")
        if sys.stdout.isatty() and not no_open:
            import webbrowser

            webbrowser.open(target.resolve().as_uri())
