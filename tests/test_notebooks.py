"""The notebooks run from a clean kernel, use the public interface only, and hold the outputs that a run gives.

``UPDATE_NOTEBOOKS=1 pytest tests/test_notebooks.py`` runs them all and stores their outputs.

What is compared: the texts and tables of each cell, exactly, but for what differs from run to run or machine to machine
(temporary folders, addresses in memory, blanks at the ends of lines). Of a figure only that there is one: its pixels depend
on the version of matplotlib and of the font library, and tests of the figures themselves are in ``tests/plots``.
"""

from __future__ import annotations

import os
import re
import tempfile
import time
import warnings
from pathlib import Path
from typing import Any

import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
UPDATE = os.environ.get("UPDATE_NOTEBOOKS") == "1"
LONGEST, LARGEST = 60, 300_000
"""Seconds that a notebook may take, and bytes that it may have with its outputs."""
KEPT = ("text/html", "text/plain", "image/png")
VARYING = (
    (re.compile(re.escape(tempfile.gettempdir()) + r"[\w/.-]*"), "TEMPORARY"),
    (re.compile(r"\b0x[0-9a-f]{6,}\b"), "ADDRESS"),
    (re.compile(r"[ \t]+$", re.MULTILINE), ""),
)


def executed(path: Path, folder: Path) -> Any:
    """A notebook after a run in a copy of the project's layout, in which it can write nothing of the project."""
    from nbclient import NotebookClient
    from nbclient.exceptions import DeadKernelError

    (folder / "notebooks").mkdir()
    for name in ("examples", "docs"):
        (folder / name).symlink_to(ROOT / name)
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        client = NotebookClient(
            notebook,
            timeout=LONGEST,
            record_timing=False,
            coalesce_streams=True,
            resources={"metadata": {"path": str(folder / "notebooks")}},
        )
        try:
            client.execute()
        except DeadKernelError:  # another kernel that starts at the same moment can take its ports
            client.execute()
    assert list((folder / "notebooks").iterdir()) == [], "a notebook writes into temporary folders only"
    return tidied(notebook)


def tidied(notebook: Any) -> Any:
    """A notebook without what is of no use to a reader."""
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for cell in notebook.cells:
        cell.metadata = {}
        for output in cell.get("outputs", ()):
            if "data" in output:
                output.data = {kind: output.data[kind] for kind in KEPT if kind in output.data}
                output.metadata = {}
                if len(output.data) > 1:  # a table or figure; its text is for terminals
                    output.data.pop("text/plain", None)
    return notebook


def shown(notebook: Any) -> list[list[tuple[str, str]]]:
    """What each cell shows, in a form that can be compared."""
    return [[one for output in cell.get("outputs", ()) for one in parts(output)] for cell in notebook.cells]


def parts(output: Any) -> list[tuple[str, str]]:
    """The parts of an output, each with its kind; of figures only the kind."""
    found = {output.get("name", output.output_type): output.text} if "text" in output else dict(output.get("data", {}))
    return [(kind, "" if kind == "image/png" else steady("".join(text))) for kind, text in sorted(found.items())]


def steady(text: str) -> str:
    """A text without what differs from run to run."""
    for pattern, stands in VARYING:
        text = pattern.sub(stands, text)
    return text.strip()


def test_there_are_notebooks() -> None:
    assert len(NOTEBOOKS) == 6


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_runs_and_shows_what_is_stored(path: Path, tmp_path: Path) -> None:
    begin = time.monotonic()
    fresh = executed(path, tmp_path)
    assert time.monotonic() - begin < LONGEST
    if UPDATE:
        nbformat.write(fresh, path)
    stored = nbformat.read(path, as_version=4)
    told = f"{path.name}: other outputs than stored; UPDATE_NOTEBOOKS=1 pytest tests/test_notebooks.py renews them"
    for cell, now, before in zip(fresh.cells, shown(fresh), shown(stored), strict=True):
        assert now == before, f"{told}\n{cell.source}"
        assert all(kind != "stderr" for kind, _ in now), f"{path.name} prints warnings:\n{cell.source}"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_stored_form(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    code = [c for c in notebook.cells if c.cell_type == "code"]
    assert [c.execution_count for c in code] == list(range(1, len(code) + 1)), "run from the top in a clean kernel"
    assert sum(bool(c.outputs) for c in code) >= len(code) // 2
    assert path.stat().st_size < LARGEST
    text = path.read_text(encoding="utf-8")
    assert tempfile.gettempdir() + "/" not in text and str(ROOT) not in text, "no paths of a machine"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_public_interface_only(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    code = "\n".join(c.source for c in notebook.cells if c.cell_type == "code")
    # demandgraph.model is what extensions are written with
    assert re.findall(r"(?:from|import)\s+demandgraph\.(?!model\b)\w+|\bgraph\.store\b|\bdg\._\w+", code) == []


def test_comparison_sees_changes_and_overlooks_what_varies() -> None:
    def cell(text: str) -> Any:
        output = nbformat.v4.new_output("stream", name="stdout", text=text)
        return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("x", outputs=[output])])

    folder = tempfile.gettempdir()
    assert shown(cell(f"{folder}/abc/graph <x at 0x7f00aa11bb>  \n")) == shown(
        cell(f"{folder}/q <x at 0x7f99aa11bb>\n")
    )
    assert shown(cell("12 demands")) != shown(cell("13 demands"))
