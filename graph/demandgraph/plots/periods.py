"""Cuts time into years or months, without leaving out those in which nothing lies."""

from __future__ import annotations

from collections.abc import Iterable

from demandgraph.errors import ExportError

LENGTHS = {"year": 4, "month": 7}
MONTHS_AT_MOST = 24
"""A longer time is cut into years, unless months are asked for."""


def unit_of(dates: Iterable[str], by: str | None = None) -> str:
    """``year`` or ``month``: as asked for, else what suits the dates.

    Raises
    ------
    ExportError
        If something else is asked for.

    >>> unit_of(["2031-03-20", "2031-07"]), unit_of(["2023-05-21", "2031"])
    ('month', 'year')
    """
    if by is not None:
        if by not in LENGTHS:
            raise ExportError(f"time is cut by year or month, not by {by!r}")
        return by
    known = sorted(dates)
    months = all(len(date) >= LENGTHS["month"] for date in known)
    return "month" if months and len(periods(known, "month")) <= MONTHS_AT_MOST else "year"


def periods(dates: Iterable[str], by: str) -> list[str]:
    """Every year or month from the first of some dates to the last; dates that are less precise are left aside.

    >>> periods(["2031-11-03", "2032-01", "2033"], "month")
    ['2031-11', '2031-12', '2032-01']
    """
    known = sorted(date[: LENGTHS[by]] for date in dates if len(date) >= LENGTHS[by])
    if not known:
        return []
    if by == "year":
        return [f"{year:04}" for year in range(int(known[0]), int(known[-1]) + 1)]
    first, last = (int(date[:4]) * 12 + int(date[5:7]) - 1 for date in (known[0], known[-1]))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1)]
