"""What a reader of one format hands on: plain text, and what the container says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from demandgraph.dates import is_date


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a file without its markup. ``source`` is the address that the file gives for itself."""

    text: str
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    source: str | None = None
    notes: tuple[str, ...] = ()


def iso_date(stamp: str) -> str | None:
    """The date in an ISO 8601 time stamp, or ``None`` if it has none that exists.

    >>> iso_date("2031-05-04T10:00:00Z"), iso_date("2031/05"), iso_date("soon")
    ('2031-05-04', '2031-05', None)
    """
    match = re.match(r"\s*(\d{4})(?:[-/](\d{2})(?:[-/](\d{2}))?)?(?=$|[\sT])", stamp)
    if not match:
        return None
    iso = "-".join(part for part in match.groups() if part)
    return iso if is_date(iso) else None


def one_line(text: str) -> str | None:
    """A text on one line with single blanks, or ``None`` if nothing is left."""
    return " ".join(text.split()) or None


def join_lines(lines: list[str]) -> str:
    """Lines as a text: none ends in blanks, no two empty lines follow each other."""
    text = "\n".join(line.rstrip() for line in lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"
