"""Finds tables of recommendations: one row a recommendation, its maker and its response in cells of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from demandgraph.attribution_table import cells, column_roles
from demandgraph.language.lines import split_lines

RULE = re.compile(r"[\s|:+=_-]+")


@dataclass(slots=True)
class Table:
    """A header row and the rows below it: where each begins and ends, and its number if a column holds one."""

    header: tuple[int, int]
    rows: list[tuple[int, int, str | None]] = field(default_factory=list)


def find_tables(text: str) -> list[Table]:
    """The tables of a text whose header names recommendations beside those who make them or what became of them."""
    if "|" not in text and "\t" not in text:
        return []
    tables: list[Table] = []
    table: Table | None = None
    roles: dict[str, int] = {}
    for line in split_lines(text):
        row = cells(line.text)
        found = column_roles(line.text)
        if table is not None and len(row) > roles["recommendation"] and "recommendation" not in found:
            if RULE.fullmatch(line.text):
                continue
            begin, end = row[roles["recommendation"]]
            if len(line.text[begin:end].split()) >= 2:
                number = row[roles["number"]] if "number" in roles else None
                marker = line.text[slice(*number)] if number else None
                table.rows.append((line.begin, line.end, marker or None))
            continue
        table = None
        if "recommendation" in found and ("maker" in found or "response" in found):
            table, roles = Table((line.begin, line.end)), found
            tables.append(table)
    return [t for t in tables if t.rows]
