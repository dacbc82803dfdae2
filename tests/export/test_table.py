"""Demands as a table that a spreadsheet opens and does not run."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

import demandgraph as dg
from demandgraph.export.table import COLUMNS, cell, demand_table
from demandgraph.records import DemandRecord

DEMAND = DemandRecord(
    "urn:x:d", "a.txt", "2031-05", ("A", "B"), (), (), (), "free them", "release", "demand", None, "A must free them", 3, 19, 0.9
)  # fmt: skip


def rows(table: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table.removeprefix("\ufeff"), newline="")))


def test_columns() -> None:
    table = demand_table([DEMAND])
    assert table.startswith("\ufeff")
    assert table.endswith("\r\n")
    assert rows(table) == [
        list(COLUMNS),
        ["a.txt", "2031-05", "A; B", "", "", "free them", "release", "demand", "A must free them", "3", "19"],
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_nothing_runs_as_a_formula(start: str) -> None:
    text = f"{start}HYPERLINK(1)"
    evil = replace(
        DEMAND, document=text, issuers=(text,), addressees=(text,), initiators=(text,), action=text, quote=text
    )
    (_, row) = rows(demand_table([evil]))
    assert [value for value in row if value.startswith("'")] == [f"'{text}"] * 6
    assert cell(f"say {text}") == f"say {text}"


def test_order_is_that_of_documents_and_text() -> None:
    demands = [replace(DEMAND, begin=9), replace(DEMAND, document="0.txt"), replace(DEMAND, begin=1)]
    table = demand_table(demands)
    assert table == demand_table(demands[::-1])
    assert [(row[0], row[9]) for row in rows(table)[1:]] == [("0.txt", "3"), ("a.txt", "1"), ("a.txt", "9")]


def test_table_of_a_build(built: Path) -> None:
    found = rows((built / "demands.csv").read_bytes().decode("utf-8"))
    texts = {d.file: d.text for d in dg.open(built).documents()}
    assert len(found) == len(dg.open(built).demands()) + 1
    for row in found[1:]:
        assert texts[row[0]][int(row[9]) : int(row[10])] == row[8].removeprefix("'")
