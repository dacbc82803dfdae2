"""``demandgraph trace`` on a graph that was built."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result

import demandgraph as dg
from demandgraph.cli import main
from demandgraph.tracing import SUFFIXES


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["trace", *map(str, arguments)])


def test_text(built: Path) -> None:
    done = run(built, "release", "journalists")
    assert done.exit_code == 0
    assert "raised" in done.stdout and "appeal-orlen-bridge.txt, characters" in done.stdout
    assert all(len(line) <= 100 for line in done.stdout.splitlines() if not line.startswith("http"))


def test_json_and_markdown(built: Path) -> None:
    done = run(built, "journalists", "--format", "json")
    assert json.loads(done.stdout)["steps"][0]["kind"] == "raised"
    assert run(built, "journalists", "--format", "markdown").stdout.startswith("# ")


def test_list(built: Path) -> None:
    done = run(built, "observers", "--list")
    assert done.exit_code == 0 and "fit" in done.stdout and "observers" in done.stdout


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_files(suffix: str, built: Path, tmp_path: Path) -> None:
    file = tmp_path / f"history{suffix}"
    done = run(built, "journalists", "--out", file)
    assert (done.exit_code, done.stdout.startswith("wrote ")) == (0, True)
    first = file.read_bytes()
    dg.open(built).trace("journalists", out=file)
    assert file.read_bytes() == first
    assert [p.name for p in tmp_path.iterdir()] == [file.name]
    if suffix == ".svg":
        ET.fromstring(first)
    elif suffix in (".ttl", ".trig", ".jsonld"):
        form = {".ttl": ox.RdfFormat.TURTLE, ".trig": ox.RdfFormat.TRIG, ".jsonld": ox.RdfFormat.JSON_LD}[suffix]
        assert len(list(ox.parse(first, format=form))) > 30


def test_several_files_at_once(built: Path, tmp_path: Path) -> None:
    assert run(built, "journalists", "--out", tmp_path / "a.svg", "--out", tmp_path / "a.md").exit_code == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.md", "a.svg"]


def one_line(done: Result, code: int, words: str) -> None:
    assert done.exit_code == code
    errors = [line for line in done.stderr.splitlines() if line.startswith("error: ")]
    assert len(errors) == 1 and words in errors[0] and "Traceback" not in done.stderr


def test_nothing_fits(built: Path) -> None:
    one_line(run(built, "bananas"), 2, "no demand is called or says 'bananas'")


def test_unknown_suffix_is_told_before_anything_is_done(built: Path, tmp_path: Path) -> None:
    one_line(
        run(built, "journalists", "--out", tmp_path / "a.svg", "--out", tmp_path / "a.pdf"), 4, "unknown suffix .pdf"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there(built: Path, tmp_path: Path) -> None:
    one_line(run(tmp_path / "none", "journalists"), 4, "there is no such folder")
    one_line(run(built, "journalists", "--out", tmp_path / "none" / "a.svg"), 4, "cannot be written")
