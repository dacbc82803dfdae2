"""A graph's folder is replaced as a whole or not at all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from demandgraph.errors import BuildError
from demandgraph.folder import check_free, exchange, is_graph, replacing


def make(folder: Path, content: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.json").write_text(json.dumps({"versions": {"demandgraph": "0"}}))
    (folder / "graph.trig").write_text(content)
    return folder


def content(folder: Path) -> str:
    return (folder / "graph.trig").read_text()


def test_new_folder(tmp_path: Path) -> None:
    with replacing(tmp_path / "deep" / "g") as fresh:
        make(fresh, "new")
        assert not (tmp_path / "deep" / "g").exists()
    assert content(tmp_path / "deep" / "g") == "new"


def test_old_folder_is_replaced_and_the_users_files_are_kept(tmp_path: Path) -> None:
    old = make(tmp_path / "g", "old")
    (old / "store").mkdir()
    (old / "store" / "old").write_text("old")
    (old / "mine.graphml").write_text("mine")
    (old / "notes").mkdir()
    (old / "notes" / "a.txt").write_text("a")
    with replacing(old) as fresh:
        make(fresh, "new")
    assert content(old) == "new"
    assert (old / "mine.graphml").read_text() == "mine"
    assert (old / "notes" / "a.txt").read_text() == "a"
    assert not (old / "store").exists()
    assert [p.name for p in tmp_path.iterdir()] == ["g"]


def test_failure_leaves_the_old_one(tmp_path: Path) -> None:
    old = make(tmp_path / "g", "old")
    with pytest.raises(ZeroDivisionError), replacing(old) as fresh:
        make(fresh, "half")
        raise ZeroDivisionError
    assert content(old) == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["g"]


@pytest.mark.parametrize("one_step", [True, False])
def test_both_ways_to_swap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one_step: bool) -> None:
    if not one_step:
        monkeypatch.setattr("demandgraph.folder.exchange", lambda *_: False)
    old = make(tmp_path / "g", "old")
    with replacing(old) as fresh:
        make(fresh, "new")
    assert content(old) == "new"
    assert [p.name for p in tmp_path.iterdir()] == ["g"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="renameat2 is Linux")
def test_exchange(tmp_path: Path) -> None:
    one, other = make(tmp_path / "1", "one"), make(tmp_path / "2", "two")
    assert exchange(one, other)
    assert (content(one), content(other)) == ("two", "one")
    assert not exchange(one, tmp_path / "missing")


def dead_process() -> int:
    done = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


def test_leftovers_of_killed_builds_are_cleared(tmp_path: Path) -> None:
    dead = dead_process()
    old = make(tmp_path / "g", "old")
    make(tmp_path / f".g.{dead}.building", "half")
    make(tmp_path / f".g.{dead}.old", "older")
    make(tmp_path / f".g.{os.getppid()}.building", "of a build that runs")
    make(tmp_path / f".h.{dead}.building", "of another folder")
    with replacing(old) as fresh:
        make(fresh, "new")
    assert content(old) == "new"
    assert {p.name for p in tmp_path.iterdir()} == {"g", f".g.{os.getppid()}.building", f".h.{dead}.building"}


def test_folder_that_was_moved_away_is_put_back(tmp_path: Path) -> None:
    make(tmp_path / f".g.{dead_process()}.old", "old")
    with pytest.raises(ZeroDivisionError), replacing(tmp_path / "g"):
        raise ZeroDivisionError
    assert content(tmp_path / "g") == "old"


def test_what_a_graph_may_not_replace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(BuildError, match="is a file"):
        check_free(tmp_path / "file")
    with pytest.raises(BuildError, match="something else than a graph"):
        check_free(tmp_path)
    (tmp_path / "empty").mkdir()
    check_free(tmp_path / "empty")
    (tmp_path / "kept" / "corrections").mkdir(parents=True)  # as they come out of a repository
    (tmp_path / "kept" / ".gitignore").touch()
    check_free(tmp_path / "kept")
    (tmp_path / "kept" / "thesis.md").touch()
    with pytest.raises(BuildError, match="something else than a graph"):
        check_free(tmp_path / "kept")
    check_free(tmp_path / "missing")
    check_free(make(tmp_path / "g", "old"))
    monkeypatch.chdir(tmp_path / "g")
    with pytest.raises(BuildError, match="work in"):
        check_free(tmp_path / "g")


@pytest.mark.parametrize("report", ["", "[]", "{}", '{"versions": {}}', "\x00"])
def test_what_is_no_graph(tmp_path: Path, report: str) -> None:
    make(tmp_path / "g", "x")
    (tmp_path / "g" / "report.json").write_text(report)
    assert not is_graph(tmp_path / "g")
