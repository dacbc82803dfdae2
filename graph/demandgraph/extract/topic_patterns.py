"""Turns the patterns of the topic tables into regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

OPENING = re.compile(r"\b\w{1,5}")
LONGEST = 5
"""Letters of the longest opening."""
ELEMENT = re.compile(r"\([^()]*\)\??|\S+")
"""One word of a pattern, or alternatives in brackets."""


def compile_pattern(pattern: str) -> str:
    """A pattern of a table (``*`` any ending, ``(a/b)`` alternatives, ``(a)?`` optional, ``_`` up to five words).

    Its letters are in lower case: to search a text in lower case takes half the time of a search that ignores case.
    """
    out = []
    for word in ELEMENT.findall(pattern.strip().lower()):
        if word == "_":
            out.append(r"(?:[\w'’-]+[\s,“\"]+){0,5}?")
            continue
        optional = word.endswith("?") and word.startswith("(")
        joined = "|".join(_word(c) for c in _choices(word))
        out.append(rf"(?:(?:{joined})[\s,]+)?" if optional else rf"\b(?:{joined})\b[\s,“\"]*")
    return "".join(out)


def _choices(element: str) -> list[str]:
    optional = element.endswith("?") and element.startswith("(")
    body = (
        element[1:-2] if optional else element[1:-1] if element.startswith("(") and element.endswith(")") else element
    )
    return [c.strip() for c in re.split(r"[/|]", body) if c.strip()]


def openings(patterns: Sequence[str]) -> frozenset[str] | None:
    """How the words begin (:func:`openings_in`) at which patterns can match, ``None`` if that cannot be told of all of them."""
    found: set[str] = set()
    for pattern in patterns:
        first = ELEMENT.findall(pattern.strip().lower())[0]
        if first == "_" or (first.startswith("(") and first.endswith("?")):
            return None
        for choice in _choices(first):
            opening = re.match(r"\w\w|\w(?=[ '’-]|$)", choice)
            if opening is None or choice[opening.end() :].startswith("?") or "_" in opening.group():
                return None
            literal = LITERAL.match(choice)
            found.add((literal.group() if literal else opening.group())[:LONGEST])
    return frozenset(found)


LITERAL = re.compile(r"[^\W_]+(?![\w?])")
"""Letters that a choice begins with and that are not optional."""


def openings_in(low: str) -> Iterator[tuple[int, str]]:
    """All ways in which the words of a text in lower case begin, with their places."""
    for word in OPENING.finditer(low):
        begin, letters = word.start(), word.group()
        if len(letters) < 2:
            yield begin, letters
        for length in range(2, len(letters) + 1):
            yield begin, letters[:length]


def _word(choice: str) -> str:
    if any(c in choice for c in "[?"):
        return choice.replace(" ", r"\s+").replace("*", r"[\w'’-]*")
    return re.escape(choice).replace(r"\*", r"[\w'’-]*").replace(r"\ ", r"\s+")
