"""What the package promises: its names, and that importing it costs little."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import demandgraph as dg

GRAPH_METHODS = {
    "query", "ask", "demands", "actors", "events", "documents", "to_networkx", "to_rdflib", "export", "validate",
}  # fmt: skip


def test_names() -> None:
    assert dg.__all__ == ["DemandGraphError", "Graph", "Report", "__version__", "build", "open"]
    assert dir(dg) == sorted(dg.__all__)
    assert all(getattr(dg, name) is not None for name in dg.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        dg.nothing  # noqa: B018


def test_build_stays_a_function_when_its_module_is_loaded() -> None:
    import demandgraph.building

    assert dg.build is dg.build is demandgraph.building.build
    assert callable(dg.open)


def test_graph_methods() -> None:
    assert {name for name in vars(dg.Graph) if not name.startswith("_")} == GRAPH_METHODS


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
