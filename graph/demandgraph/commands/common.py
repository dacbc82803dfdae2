"""What commands have in common: exit codes, errors in one line, how answers are printed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from demandgraph.errors import BuildError, DemandGraphError, QueryError

if TYPE_CHECKING:
    from demandgraph.query import Answer
    from demandgraph.report import Report

OK, PARTLY, USAGE, NOTHING, FAILED = range(5)
EPILOG = """\b
Exit codes:
  0  done
  1  built, but a source was skipped or its reading is in doubt, or a correction could not be applied; or the graph is
     not valid; or a row of a coding sheet could not be taken
  2  the command, the query or the question is wrong
  3  no document could be read, so nothing was built
  4  a folder or file could not be read or written
"""
FORMATS = ("table", "csv", "json", "turtle", "markdown")
FOLDER = click.Path(path_type=Path)


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


def show_skipped(report: Report) -> None:
    """One line for each source that was skipped or read with a doubt."""
    for skipped in report.skipped:
        click.echo(f"skipped {skipped.source}: {skipped.reason}", err=True)
    for doubt in report.doubts:
        click.echo(f"note on {doubt.source}: {doubt.reason}", err=True)
    for line in report.unapplied:
        click.echo(f"correction not applied: {line}", err=True)
    if report.other_files:
        kinds = ", ".join(f"{n} {suffix or 'without suffix'}" for suffix, n in report.other_files.items())
        click.echo(f"not looked at in folders: {kinds}", err=True)


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
