"""What the package promises: its names, that every command is a function, and that importing it costs little."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import demandgraph as dg
from demandgraph.cli import COMMANDS

NAMES = [
    "ActorRecord", "Answer", "DemandGraphError", "DemandRecord", "DocumentRecord", "EventRecord", "Graph", "Records",
    "Report", "__version__", "build", "formats", "open", "plots", "questions", "serve",
]  # fmt: skip
GRAPH_NAMES = {
    "actors", "ask", "codings", "counts", "decide", "demands", "documents", "doubts", "events", "explain", "explore",
    "export", "matches", "place", "push", "query", "report", "slices", "to_networkx", "to_rdflib", "trace", "validate",
}  # fmt: skip

FUNCTIONS: dict[str, list[Callable[..., Any]]] = {
    "ask": [dg.Graph.ask, dg.Graph.explain, dg.questions, dg.Answer.render],
    "build": [dg.build],
    "codings": [dg.Graph.codings],
    "explore": [dg.Graph.explore],
    "export": [dg.Graph.export, dg.formats],
    "push": [dg.Graph.push],
    "query": [dg.Graph.query, dg.Answer.render],
    "report": [dg.Graph.report],
    "review": [dg.Graph.doubts, dg.Graph.decide],
    "serve": [dg.serve],
    "trace": [dg.Graph.trace, dg.Graph.matches],
    "validate": [dg.Graph.validate],
}
"""Command → the function that does the same, and those that do what its further options do."""
OTHERWISE = {
    ("ask", "listing"): dg.questions,
    ("ask", "explain"): dg.Graph.explain,
    ("build", "max_size"): "limit",  # bytes, not megabytes
    ("build", "no_cache"): "cache",
    ("build", "quiet"): "progress",
    ("build", "verbose"): "progress",
    ("explore", "no_open"): None,  # a function opens nothing
    ("export", "file"): "path",
    ("export", "listing"): dg.formats,
    ("push", "quiet"): "progress",
    ("report", "out"): "path",
    ("review", "listing"): dg.Graph.doubts,
    ("trace", "listing"): dg.Graph.matches,
    ("trace", "form"): None,  # a trace has them all; files have them by their suffix
    ("trace", "files"): "out",
}
"""Options that are called otherwise in the function, or are a function of their own, or concern the terminal alone."""
ONLY_IN_FUNCTIONS = {"progress", "ready", "folder", "answer", "doubt", "why", "values", "quotes", "name", "out"}


def parameters(functions: list[Callable[..., Any]]) -> set[str]:
    return {name for f in functions for name in inspect.signature(f).parameters} - {"self", "parameters"}


def options(command: str) -> set[str]:
    return {str(p.name) for p in import_module(f"demandgraph.commands.{command}").command.params}


def test_names() -> None:
    assert dg.__all__ == NAMES
    assert dir(dg) == sorted(dg.__all__)
    assert all(getattr(dg, name) is not None for name in dg.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        dg.nothing  # noqa: B018


def test_build_stays_a_function_when_its_module_is_loaded() -> None:
    import demandgraph.building

    assert dg.build is dg.build is demandgraph.building.build
    assert callable(dg.open)


def test_graph_methods() -> None:
    assert {name for name in dir(dg.Graph) if not name.startswith("_")} == GRAPH_NAMES


def test_every_public_name_is_described() -> None:
    undescribed = [n for n in NAMES if n != "__version__" and not inspect.getdoc(getattr(dg, n))]
    assert undescribed + [n for n in GRAPH_NAMES if not inspect.getdoc(getattr(dg.Graph, n))] == []


def test_every_command_has_its_function() -> None:
    assert set(FUNCTIONS) == set(COMMANDS)
    homes = {name: functions[0].__name__ for name, functions in FUNCTIONS.items()}
    assert {name: f for name, f in homes.items() if f != name} == {"review": "doubts"}


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_option_is_a_parameter(command: str) -> None:
    known = parameters(FUNCTIONS[command])
    asked = {str(p) for q in dg.questions().values() for p in (x.name for x in q.parameters)}
    for option in options(command) - {"folder"}:
        other = OTHERWISE.get((command, option), option)
        if isinstance(other, str):
            assert other in known or (command == "ask" and other in asked), f"{command}: {option}"
        elif other is not None:
            assert other in FUNCTIONS[command]


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_parameter_is_an_option(command: str) -> None:
    given = options(command)
    given |= {other for option in given if isinstance(other := OTHERWISE.get((command, option)), str)}
    assert parameters(FUNCTIONS[command]) - given - ONLY_IN_FUNCTIONS == set()


def test_version_is_that_of_the_project() -> None:
    project = (Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{dg.__version__}"' in project


def test_import_and_help_load_nothing_heavy() -> None:
    code = (
        "import sys, demandgraph, demandgraph.cli\n"
        "from click.testing import CliRunner\n"
        "assert CliRunner().invoke(demandgraph.cli.main, ['--help']).exit_code == 0\n"
        "heavy = {'spacy', 'numpy', 'rdflib', 'networkx', 'pyvis', 'pyshacl', 'pyoxigraph', 'bs4', 'rich'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(dg.__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip() == "[]"
