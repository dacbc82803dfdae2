"""Finds what stands above an entry of a signature in the same column: the name above *Chair* where two sign side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.name_line import Line

if TYPE_CHECKING:
    from demandgraph.extract.cast import Cast


def above(cast: Cast, line: Line) -> Line | None:
    """The line before a line; for a cell of a row with several columns, the cell above it."""
    text, begin = cast.parsed.text, line.begin[line.first] if line.first < len(line) else 0
    row = cells(cast, text.rfind("\n", 0, begin) + 1) if line.kind == "signature" else []
    if len(row) < 2:
        return cast.before(line)
    start = text.rfind("\n", 0, begin)
    over = cells(cast, text.rfind("\n", 0, max(start, 0)) + 1) if start > 0 else []
    at = next((i for i, other in enumerate(row) if other.block == line.block), None)
    return over[at] if at is not None and len(over) == len(row) else None


def cells(cast: Cast, start: int) -> list[Line]:
    """The lines of signature that begin in the printed row at an offset."""
    end = cast.parsed.text.find("\n", start)
    end = len(cast.parsed.text) if end < 0 else end
    return [
        other for other in cast.lines
        if other.kind == "signature" and other.first < len(other) and start <= other.begin[other.first] < end
    ]  # fmt: skip
