"""The comparison of names on the benchmark's pairs: what it must reach."""

from __future__ import annotations

from pathlib import Path

from demandgraph.resolve.comparison import SAME, compare

FILE = Path(__file__).resolve().parents[2] / "benchmarks" / "names.tsv"


def test_precision_and_recall() -> None:
    rows = [line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert len(rows) >= 400
    assert len({row[0] for row in rows}) >= 10
    said = [row for row in rows if compare(row[3], row[4], row[1]).score >= SAME]
    right = sum(row[2] == "same" for row in said)
    assert right / len(said) >= 0.98
    assert right / sum(row[2] == "same" for row in rows) >= 0.80
