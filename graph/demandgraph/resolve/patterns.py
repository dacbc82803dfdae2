"""Finds runs of words by patterns that a person can read, as the tables of this stage hold them.

A pattern is a run of words; ``x*`` takes any ending, ``(a/b)`` is either (each may be several words), ``_`` stands for
up to three words between. Patterns are separated by ``|``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

GAP = r"(?:\S+ ){0,3}?"


def word_pattern(word: str) -> str:
    """One word of a pattern as a regular expression."""
    return re.escape(word).replace(r"\*", r"[^ ]*")


def expression(pattern: str) -> str:
    """A pattern as a regular expression over words that each have one blank behind them."""
    written: list[str] = []
    for part in re.findall(r"\((?:[^()]|\([^()]*\))*\)|\S+", pattern):
        if part == "_":
            written.append(GAP)
        elif part.startswith("("):
            choices = re.findall(r"\([^()]*\)|[^/()]+", part[1:-1])
            runs = (c.strip("()").split("/") if c.startswith("(") else [c] for c in choices)
            forms = (" ".join(word_pattern(w) for w in form.split()) for run in runs for form in run)
            written.append("((?:" + "|".join(forms) + ") )")
        else:
            written.append("(" + word_pattern(part) + " )")
    return "(?<![^ ])" + "".join(written)


@cache
def compiled(patterns: str) -> tuple[re.Pattern[str], ...]:
    """The regular expressions of the patterns in one cell of a table."""
    return tuple(re.compile(expression(p)) for p in patterns.split(" | "))


@lru_cache(maxsize=256)
def line_of(words: tuple[str, ...]) -> tuple[str, dict[int, int]]:
    """Words with one blank behind each, and which word begins at which letter."""
    starts: dict[int, int] = {}
    at = 0
    for number, word in enumerate(words):
        starts[at] = number
        at += len(word) + 1
    starts[at] = len(words)
    return "".join(w + " " for w in words), starts


def runs(words: Iterable[str], patterns: str) -> Iterator[tuple[int, int, frozenset[int]]]:
    """Where patterns occur among words: first word, word behind the last, and the words that are no gap.

    >>> list(runs("put an end to the war".split(), "put _ end"))
    [(0, 3, frozenset({0, 2}))]
    """
    line, starts = line_of(tuple(words))
    for regex in compiled(patterns):
        for match in regex.finditer(line):
            taken = frozenset(
                n
                for g in range(1, (regex.groups or 0) + 1)
                if match.start(g) >= 0
                for n in range(starts[match.start(g)], starts[match.end(g)])
            )
            yield starts[match.start()], starts[match.end()], taken


def rows(name: str, columns: int) -> list[tuple[str, ...]]:
    """The rows of a table of this stage, without its comments.

    Raises
    ------
    ValueError
        If a row has another number of columns.
    """
    found = []
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            cells = tuple(c.strip() for c in line.split("\t"))
            if len(cells) != columns:
                raise ValueError(f"{name}: line {number} has {len(cells)} columns instead of {columns}")
            found.append(cells)
    return found
