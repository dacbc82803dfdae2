"""The saved questions, asked of the graph of the examples, give the rows that a golden file expects."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from demandgraph.graph import Graph

ROOT = Path(__file__).resolve().parents[1]
QUESTIONS = sorted(p.stem for p in (ROOT / "ontology" / "questions").glob("*.rq"))
GOLDEN = ROOT / "tests" / "golden" / "questions.json"
WITHOUT_ROWS = 8
"""At most so many questions find nothing in the examples (no two tellings that narrow each other, no lifted sanction …)."""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    import demandgraph as dg

    out = tmp_path_factory.mktemp("examples") / "graph"
    with contextlib.chdir(ROOT):  # the golden rows hold the path as given
        dg.build(["examples"], out)
    return dg.open(out)


@pytest.fixture(scope="module")
def answers(graph: Graph) -> dict[str, dict[str, Any]]:
    """For each question the number of its rows and the first two of them."""
    found = {}
    for name in QUESTIONS:
        rows = [[str(v) if v is not None else None for v in row.values()] for row in graph.ask(name)]
        found[name] = {"rows": len(rows), "first": rows[:2]}
    return found


def test_golden(answers: dict[str, dict[str, Any]]) -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(json.dumps(answers, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert answers == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_all_questions_are_asked(answers: dict[str, dict[str, Any]]) -> None:
    assert len(answers) == len(QUESTIONS) >= 25
    silent = [name for name, answer in answers.items() if not answer["rows"]]
    assert len(silent) <= WITHOUT_ROWS, silent


def test_the_appeal_asks_its_addressees_for_sanctions(graph: Graph) -> None:
    rows = [row for row in graph.ask("who-demands-what") if row["document"] == "appeal-warsaw-2023.txt"]
    (row,) = [row for row in rows if row["action"].startswith("Impose the strongest possible sanctions")]
    asked = set(row["addressee"].split("; "))
    assert {"European Commission", "Poland"} <= asked


def test_the_graph_conforms(graph: Graph) -> None:
    assert graph.validate() == []
