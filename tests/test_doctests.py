"""The examples in docstrings hold."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import demandgraph

ROOT = Path(demandgraph.__file__).parent
FILES = [p for p in sorted(ROOT.rglob("*.py")) if ">>>" in p.read_text(encoding="utf-8")]


def test_there_are_examples() -> None:
    assert len(FILES) > 10


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_examples(path: Path) -> None:
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    module = import_module(".".join(p for p in parts if p != "__init__"))
    assert doctest.testmod(module).failed == 0
