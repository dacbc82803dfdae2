"""The folder of a graph: what is in it, and how it is replaced as a whole or not at all."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from demandgraph.errors import BuildError

TRIG = "graph.trig"
STORE = "store"
EXPLORER = "explorer.html"
DEMANDS = "demands.csv"
REPORT = "report.json"
CACHE = "cache"
DOUBTS = "doubts.json"
OURS = frozenset((TRIG, STORE, EXPLORER, DEMANDS, REPORT, CACHE, DOUBTS))
"""What a build writes. Everything else in the folder is the user's and is kept."""
CORRECTIONS = "corrections"
"""What people keep of a graph where the rest is built anew, as in a repository."""


def is_graph(folder: Path) -> bool:
    """Whether a folder holds a graph that this software wrote."""
    try:
        report = json.loads((folder / REPORT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(report, dict) and "demandgraph" in report.get("versions", {}) and (folder / TRIG).is_file()


def check_free(folder: Path) -> None:
    """See to it that a graph may be written to a folder.

    Raises
    ------
    BuildError
        If the folder holds something else than a graph or its corrections, is a file, or is where the command runs.
    """
    if folder.exists() and not folder.is_dir():
        raise BuildError(f"{folder}: is a file; name a folder for the graph")
    others = (i.name for i in folder.iterdir()) if folder.is_dir() else ()
    if any(name != CORRECTIONS and not name.startswith(".git") for name in others) and not is_graph(folder):
        raise BuildError(f"{folder}: holds something else than a graph; name a new folder or empty this one")
    if folder.resolve() in (Path.cwd(), *Path.cwd().parents):
        raise BuildError(f"{folder}: is the folder that you work in; run the command from outside it")


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """Give a new folder to write to; when the block ends well, it takes the place of ``folder``.

    Until then, and whatever happens in between, ``folder`` stays as it was. What it holds beside a graph's own files is
    taken over. Leftovers of builds that were killed are cleared first.
    """
    target = folder.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    clear_leftovers(target)
    fresh = target.parent / f".{target.name}.{os.getpid()}.building"
    remove(fresh)
    fresh.mkdir()
    try:
        yield fresh
        if target.is_dir():
            take_over(target, fresh)
            swap(fresh, target)
        else:
            fresh.rename(target)
    finally:
        remove(fresh)


def remove(folder: Path) -> None:
    """Remove a folder; a store in it that is still being closed may write once more, so this is tried again."""
    for _ in range(20):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(0.05)


def take_over(old: Path, fresh: Path) -> None:
    """Copy what the user keeps beside a graph."""
    for item in old.iterdir():
        if item.name in OURS:
            continue
        if item.is_dir() and not item.is_symlink():
            shutil.copytree(item, fresh / item.name, symlinks=True)
        else:
            shutil.copy2(item, fresh / item.name, follow_symlinks=False)


def swap(fresh: Path, target: Path) -> None:
    """Let two folders change places: in one step where the system can, else in two that can be mended."""
    if exchange(fresh, target):
        return
    old = target.parent / f".{target.name}.{os.getpid()}.old"
    target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        old.rename(target)
        raise
    remove(old)


def exchange(one: Path, other: Path) -> bool:
    """Exchange two paths in one step (``renameat2``); tells whether the system could."""
    if not sys.platform.startswith("linux"):
        return False
    here, exchange_flag = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(call(here, os.fsencode(one), here, os.fsencode(other), exchange_flag) == 0)


def clear_leftovers(target: Path) -> None:
    """Remove what killed builds left beside a folder, and put back what they had moved away."""
    for item in target.parent.glob(f".{glob_escape(target.name)}.*"):
        pid, _, kind = item.name.removeprefix(f".{target.name}.").partition(".")
        if kind not in ("building", "old") or not pid.isdigit() or (int(pid) != os.getpid() and is_alive(int(pid))):
            continue
        if kind == "old" and not target.exists():
            item.rename(target)
        else:
            remove(item)


def glob_escape(name: str) -> str:
    """A name without meaning as a pattern."""
    import glob

    return glob.escape(name)


def is_alive(pid: int) -> bool:
    """Whether a process runs; on Windows, where asking would end it, nothing is taken to run."""
    if sys.platform == "win32":
        return False
    with suppress(PermissionError):
        try:
            os.kill(pid, 0)
        except (ProcessLookupError, OverflowError):
            return False
    return True
