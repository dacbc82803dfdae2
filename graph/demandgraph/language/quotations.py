"""Stretches of a text that stand in quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from demandgraph.parsed import Block

PAIRS = {"“": "”", "„": "“”", "«": "»", "‟": "”"}
LONGEST = 6000
"""Characters that a quotation may take at most; a mark that is not closed within them opens none."""


def quotations(text: str, blocks: Sequence[Block] = ()) -> tuple[tuple[int, int], ...]:
    """The quoted stretches of a text, marks included, in order and without overlap.

    A quotation over several paragraphs repeats the opening mark at each and is closed once; each paragraph of it is
    given as a range of its own. Without blocks, lines are the paragraphs.
    """
    ranges = [(b.begin, b.end) for b in blocks if b.kind not in ("furniture", "foreign")] if blocks else _lines(text)
    found: list[tuple[int, int]] = []
    for begin, end in ranges:
        found += _within(text, begin, end)
    return tuple(found)


def _lines(text: str) -> list[tuple[int, int]]:
    ranges, begin = [], 0
    for line in text.splitlines(keepends=True):
        ranges.append((begin, begin + len(line.rstrip())))
        begin += len(line)
    return ranges


def _within(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start, closing = -1, ""
    for i in range(begin, end):
        char = text[i]
        if start >= 0:
            if char in closing and not (char == "'" and not _closes_single(text, i, end)):
                found.append((start, i + 1))
                start = -1
            elif i - start > LONGEST:
                start = -1
            continue
        if char in PAIRS:
            start, closing = i, PAIRS[char] + ('"' if char == "“" else "")
        elif char == '"' and (i == begin or not text[i - 1].isalnum()) and i + 1 < end and not text[i + 1].isspace():
            start, closing = i, '"”'
        elif char in "‘" and (i == begin or not text[i - 1].isalnum()):
            close = _single(text, i, end)
            if close > i:
                start, closing = -1, ""
                found.append((i, close + 1))
    if start >= 0 and end - start > 2:  # left open: it goes on in the next paragraph
        found.append((start, end))
    return _flat(found)


def _single(text: str, begin: int, end: int) -> int:
    """Where a single quotation mark is closed, ``begin`` if it is not (an apostrophe)."""
    i = text.find("’", begin + 1, min(end, begin + 400))
    while i > 0:
        if _closes_single(text, i, end):
            return i
        i = text.find("’", i + 1, min(end, begin + 400))
    return begin


def _closes_single(text: str, i: int, end: int) -> bool:
    return (i + 1 >= end or not text[i + 1].isalnum()) and text[i - 1] not in "s"


def _flat(found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    flat: list[tuple[int, int]] = []
    for begin, end in found:
        if not flat or begin >= flat[-1][1]:
            flat.append((begin, end))
    return flat
