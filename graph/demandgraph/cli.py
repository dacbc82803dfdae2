"""The command line: each command is one function of the package, and one module of :mod:`demandgraph.commands`."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from demandgraph.commands.common import EPILOG
from demandgraph.version import __version__

__all__ = ["EPILOG", "main"]

COMMANDS = (
    "ask",
    "build",
    "codings",
    "explore",
    "export",
    "push",
    "query",
    "report",
    "serve",
    "review",
    "trace",
    "validate",
)
"""The names of the commands. A module is imported when its command is run or its help is shown, so that this is quick."""


class Commands(click.Group):
    """Commands that are found by name in :mod:`demandgraph.commands`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"demandgraph.commands.{cmd_name}").command
        return command


@click.group(cls=Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="demandgraph", message="%(prog)s %(version)s")
def main() -> None:
    """Who demands what of whom: build a knowledge graph of demands from documents, and ask it."""
    for stream in (sys.stdout, sys.stderr):  # no name in a document may stop the output of the rest
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
