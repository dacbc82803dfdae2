"""``demandgraph ask``: a saved question to a graph, narrowed by parameters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from demandgraph.commands.common import EPILOG, FOLDER, FORMATS, failing_in_one_line, show

PARAMETERS = {
    "actor": ("NAME", "In any role."),
    "issuer": ("NAME", "Who demands."),
    "addressee": ("NAME", "Of whom it is demanded."),
    "beneficiary": ("NAME", "For whom it is demanded."),
    "agent": ("NAME", "Who did it."),
    "recipient": ("NAME", "To whom or with whom it was done."),
    "person": ("NAME", "Whose affiliations."),
    "body": ("NAME", "Which body's people or organs."),
    "topic": ("TOPIC", "What demands are about, such as release."),
    "force": ("FORCE", "How strongly it is asked, such as urge."),
    "status": ("STATUS", "What became of it, such as accepted."),
    "event": ("CLASS", "Class of events, such as Meeting."),
    "place": ("NAME", "Where it happened."),
    "document": ("FILE", "Which document, by its file name or title."),
    "words": ("WORDS", "Words that it has."),
    "since": ("DATE", "From this day, month or year on."),
    "until": ("DATE", "Up to and with this day, month or year."),
}
"""What questions can be narrowed by. Each question takes some; --list shows which."""


def with_parameters(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command one option for each parameter."""
    for name, (metavar, words) in reversed(PARAMETERS.items()):
        command = click.option(f"--{name}", metavar=metavar, help=words)(command)
    return command


@click.command("ask", epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.argument("name", metavar="[NAME]", required=False)
@click.option("--list", "listing", is_flag=True, help="List the questions and their parameters.")
@with_parameters
@click.option("--format", "form", type=click.Choice([f for f in FORMATS if f != "turtle"]), help="  [default: table]")
@click.option("--quotes", is_flag=True, help="Add the words that each row rests on; markdown always does.")
@click.option("--limit", type=click.IntRange(min=0), help="Rows at most.")
@click.option("--explain", is_flag=True, help="Print the SPARQL that would be run, with the parameters in it.")
def command(
    folder: Path,
    name: str | None,
    listing: bool,
    form: str | None,
    quotes: bool,
    limit: int | None,
    explain: bool,
    **parameters: str | None,
) -> None:
    """Ask the graph in DIR a saved question; without NAME the questions are listed.

    Parameters narrow the answer. An actor is found by any of its names; where nobody has the name, the nearest ones are
    told.
    """
    with failing_in_one_line():
        from demandgraph.asking import bound
        from demandgraph.graph import open as open_graph
        from demandgraph.query import question, questions
        from demandgraph.tables import table

        if listing or name is None:
            rows = [(q.name, q.words, " ".join(f"--{p.name}" for p in q.parameters)) for q in questions().values()]
            click.echo(table(("name", "question", "parameters"), rows), nl=False)
            return
        graph = open_graph(folder)
        quotes = quotes or form == "markdown"
        if explain:
            click.echo(bound(graph.store, question(name), parameters, quotes=quotes), nl=False)
            return
        show(graph.ask(name, limit, quotes=quotes, **parameters), form or "table", graph.store.base)
