"""A build that is killed at any moment leaves the old graph or the new one, and those who read the old one go on."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

import demandgraph as dg
from demandgraph.building import build

KILLS = 25
BUILDER = """
import os, sys
from demandgraph.building import build
import demandgraph.store
for line in sys.stdin:
    pid = os.fork()
    if not pid:
        build(sys.argv[1], sys.argv[2])
        os._exit(0)
    print(pid, flush=True)
    print(os.waitpid(pid, 0)[1], flush=True)
"""
"""Imports once and then gives each build a process of its own: 25 starts of Python would take most of the time."""

pytestmark = [
    pytest.mark.usefixtures("quick"),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux exchanges two folders in one step"),
]


class Builder:
    """Starts builds that can be killed."""

    def __init__(self, documents: Path, graph: Path) -> None:
        environment = os.environ | {"PYTHONPATH": str(Path(dg.__file__).parents[1])}
        self.process = subprocess.Popen(
            [sys.executable, "-c", BUILDER, documents, graph],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment,
        )  # fmt: skip

    def run(self, kill_after: float | None = None) -> bool:
        """Build, and kill the process after some seconds; tells whether it came to its end."""
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        pid = int(self.process.stdout.readline())
        if kill_after is not None:
            time.sleep(kill_after)
            with suppress(ProcessLookupError):  # it has ended already
                os.kill(pid, signal.SIGKILL)
        return self.process.stdout.readline() == "0\n"

    def close(self) -> None:
        self.process.communicate(timeout=60)


@pytest.fixture
def builder(tmp_path: Path) -> Iterator[Builder]:
    builder = Builder(tmp_path / "in", tmp_path / "place" / "graph")
    yield builder
    builder.close()


def content(graph: Path) -> tuple[object, ...]:
    """Everything that a reader may look at: the store, opened and read in full, and the files beside it."""
    opened = dg.open(graph)
    files = [(graph / name).read_bytes() for name in ("graph.trig", "demands.csv", "explorer.html")]
    return frozenset(opened.store.quads()), len(opened.store.raw), len(opened.demands()), *files


def test_killed_at_any_moment(data: Path, tmp_path: Path, builder: Builder) -> None:
    documents, kept, place = tmp_path / "in", tmp_path / "kept", tmp_path / "place"
    graph = place / "graph"
    shutil.copytree(data, documents)
    build(documents, kept)
    (documents / "letter-observers.txt").unlink()  # so that nothing new must be read, and a build is quick
    shutil.copytree(kept, graph)
    old = content(graph)
    builder.run()  # for the imports
    shutil.rmtree(graph)
    shutil.copytree(kept, graph)
    reader = dg.open(graph)
    begin = time.monotonic()
    assert builder.run()
    duration = time.monotonic() - begin
    new = content(graph)
    assert new != old
    assert len(reader.demands()) == old[2]  # although its files are gone

    chance = random.Random(2031)
    found = []
    for number in range(KILLS):
        shutil.rmtree(graph)
        shutil.copytree(kept, graph)
        reader = dg.open(graph)
        builder.run(kill_after=duration * (number + chance.random()) / KILLS)
        now = content(graph)
        assert now in (old, new)
        found.append(now == new)
        assert frozenset(reader.store.quads()) == old[0]
    assert not all(found)  # kills came before the end of a build

    assert builder.run()
    assert content(graph) == new
    assert [item.name for item in place.iterdir()] == ["graph"]  # leftovers of the killed ones are gone
