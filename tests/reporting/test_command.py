"""The command writes the same as the function, and errors are one line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import demandgraph as dg
from demandgraph.cli import main


@pytest.mark.parametrize("name", ["r.html", "r.md"])
def test_command_and_function_write_the_same(built: Path, tmp_path: Path, name: str) -> None:
    done = CliRunner().invoke(
        main, ["report", str(built), "--out", str(tmp_path / name), "--title", "T", "--since", "2031"]
    )
    assert done.exit_code == 0 and f"wrote {tmp_path / name}" in done.output
    written = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    dg.open(built).report(tmp_path / name, title="T", since="2031")
    assert written == {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    assert b"Varanian Helsinki Circle" in written[name]


def test_what_was_skipped_and_with_what_it_was_made_is_told(built: Path, tmp_path: Path) -> None:
    dg.open(built).report(tmp_path / "r.md")
    assert f"demandgraph {dg.__version__}" in (tmp_path / "r.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--out", "r.docx"], 4, "unknown suffix .docx"),
        (["--since", "soon"], 2, "'soon' is no date"),
        (["--out", "missing/r.html"], 4, "cannot be written"),
    ],
)
def test_errors_are_one_line(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["report", str(built), *arguments])
    assert done.exit_code == code and words in done.output and len(done.output.strip().splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_no_graph(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["report", str(tmp_path / "none")])
    assert done.exit_code == 4 and done.output.startswith("error: ")
