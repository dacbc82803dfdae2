"""``demandgraph review``: what is doubtful in a graph, one question after the other."""

from __future__ import annotations

import getpass
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from demandgraph.commands.common import EPILOG, FOLDER, failing_in_one_line

if TYPE_CHECKING:
    from demandgraph.corrections import Doubtful, Side

KINDS = ("actor", "demand", "event", "affiliation", "figure")
MORE = ("skip", "quit")
"""Answers to every question beside those that decide it."""


@click.command("review", epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option("--by", metavar="NAME", help="Who decides.  [default: the name that git knows, else the user's]")
@click.option("--kind", type=click.Choice(KINDS), help="Ask about one kind of finding only.")
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help="Questions at most.")
@click.option("--list", "listing", is_flag=True, help="List the open questions and ask none.")
def command(folder: Path, by: str | None, kind: str | None, limit: int | None, listing: bool) -> None:
    """Go through what is doubtful in the graph in DIR, the most doubtful first, and decide it.

    \b
    Two things that may be one      same, different, unsure
    A finding of low confidence     right, wrong, edit
    Every question                  skip, quit

    The first letter of an answer will do; words behind it are kept as the reason (w it is a question). Each decision is
    written at once to DIR/corrections/review.jsonl, and not asked again. The next build applies it. Answers may also
    come as lines of standard input.
    """
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")  # a stray byte in piped answers is no reason to stop
    with failing_in_one_line():
        from demandgraph.corrections import decide
        from demandgraph.errors import CorrectionError
        from demandgraph.graph import open as open_graph

        doubts = open_graph(folder).doubts(kind, limit)
        if listing:
            show_list(doubts)
            return
        who = (by or user()).strip() or "unknown"
        decided = skipped = 0
        for number, doubt in enumerate(doubts, start=1):
            show(doubt, number, len(doubts))
            while True:
                answer, why = ask(doubt)
                if answer in MORE:
                    break
                try:
                    decide(folder, doubt, answer, by=who, why=why, values=edits(doubt) if answer == "edit" else None)
                except CorrectionError as error:
                    if "cannot be written" in str(error):
                        raise
                    click.echo(str(error))
                    continue
                decided += 1
                break
            if answer == "quit":
                break
            skipped += answer == "skip"
        left = len(doubts) - decided
        click.echo(f"{decided} decided, {left} of these left open.")
        if decided:
            click.echo(f"They are in {folder / 'corrections' / 'review.jsonl'}; build the graph again to apply them.")


def user() -> str:
    """The name of whoever sits there: as git knows it, else as the system does."""
    try:
        found = subprocess.run(
            ["git", "config", "user.name"], capture_output=True, text=True, timeout=5, check=False, encoding="utf-8"
        )
        if found.stdout.strip():
            return found.stdout.strip()
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        pass
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"


def ask(doubt: Doubtful) -> tuple[str, str]:
    """One answer that fits the question, and the reason that follows it; the end of the input quits."""
    from demandgraph.corrections.review import answers_to

    known = (*answers_to(doubt), *MORE)
    letters = {"k" if name == "skip" else name[0]: name for name in known}
    wanted = ", ".join(f"{name} ({letter})" for letter, name in letters.items())
    while True:
        click.echo(f"{wanted}: ", nl=False)
        line = read_line()
        if line is None:
            return "quit", ""
        first, _, why = line.strip().partition(" ")
        answer = letters.get(first.lower()) or (first.lower() if first.lower() in known else "")
        if answer:
            return answer, why.strip()
        click.echo(f"{first!r} is none of these." if first else "An answer is needed.")


def edits(doubt: Doubtful) -> Mapping[str, Any]:
    """The fields that a person wants to set, until an empty line."""
    from demandgraph.corrections.form import FIELDS, FormError
    from demandgraph.corrections.review import field_value

    fields = FIELDS[doubt.kind]
    click.echo(
        f"One field a line, like topic=release; several actors with ; between them. Fields: {', '.join(fields)}."
    )
    found: dict[str, Any] = {}
    while True:
        click.echo("field=value, or nothing to end: ", nl=False)
        line = (read_line() or "").strip()
        if not line:
            return found
        name, sign, written = line.partition("=")
        name = name.strip()
        try:
            if not sign or name not in fields:
                raise FormError(f"there is no field {name!r}")
            value = field_value(doubt.kind, name, written)
            fields[name].read(value)
            found[name] = value
        except FormError as error:
            click.echo(f"{name}: {error}")


def read_line() -> str | None:
    """The next line of the input; ``None`` at its end."""
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        click.echo()
    return line or None


def show(doubt: Doubtful, number: int, total: int) -> None:
    """A question: the sides of a pair side by side, each with what it is said to be and its quotes."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from demandgraph.characters import shown

    question = "one or two?" if doubt.is_pair else "right?"
    click.echo(f"\n[{number}/{total}] {doubt.kind}: {question}  ({shown(doubt.why)}; doubt {doubt.doubt:.2f})")
    console = Console() if sys.stdout.isatty() else Console(width=140, color_system=None)
    grid = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=True)
    for side in doubt.sides:
        grid.add_column(Text(shown(side.label)), ratio=1, overflow="fold")
    grid.add_row(*(Text(described(side)) for side in doubt.sides))
    with console.capture() as captured:
        console.print(grid)
    click.echo("\n".join(line.rstrip() for line in captured.get().split("\n")).rstrip())


def described(side: Side) -> str:
    """What a side says, and its quotes, as lines."""
    from demandgraph.characters import shown

    lines = [f"{name}: {'; '.join(values)}" for name, values in side.says.items()]
    lines += [f"“{words}” ({file})" for file, words in side.quotes]
    return "\n".join(map(shown, lines))


def show_list(doubts: list[Doubtful]) -> None:
    """The open questions as a table."""
    from demandgraph.tables import table

    rows = [(f"{d.doubt:.2f}", d.kind, " / ".join(side.label for side in d.sides), d.why) for d in doubts]
    click.echo(table(("doubt", "kind", "what", "why"), rows), nl=False)
    click.echo(f"{len(rows)} open question{'' if len(rows) == 1 else 's'}", err=True)
