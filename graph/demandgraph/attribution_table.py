"""Reads rows of tables of recommendations: what is recommended, who makes it, what became of it."""

from __future__ import annotations

import re

from demandgraph.attribution import Known, Maker, Part, read_makers, split_parts

CELL = re.compile(r"[^|\t]+")
# What the columns of a table of recommendations are headed.
COLUMNS = (
    ("number", re.compile(
        r"(?:no|nr|n°|#|number|para(?:graph)?|rec(?:ommendation)?\s*(?:no|number|#))\.?", re.IGNORECASE)),
    ("response", re.compile(r".*\b(?:response|position|status|reply|decision|accepted|answer)\b.*", re.IGNORECASE)),
    ("maker", re.compile(
        r"(?:the\s+)?(?:recommending|proposing)\b.*|(?:made|proposed|recommended)\s+by.*"
        r"|.*\b(?:states?|countr(?:y|ies)|delegations?|body|source|from)\b", re.IGNORECASE)),
    ("recommendation", re.compile(r".*\brecommendations?\b.*", re.IGNORECASE)),
)  # fmt: skip


def cells(row: str) -> tuple[tuple[int, int], ...]:
    """Where the cells of a table row begin and end, without blanks; fewer than two cells make no row."""
    found = []
    for match in CELL.finditer(row):
        words = match.group()
        left = match.start() + len(words) - len(words.lstrip())
        found.append((left, left + len(words.strip())))
    while found and found[0][0] >= found[0][1]:
        found.pop(0)
    while found and found[-1][0] >= found[-1][1]:
        found.pop()
    return tuple(found) if len(found) > 1 else ()


def column_roles(header: str) -> dict[str, int]:
    """Which column of a table holds the ``number``, the ``recommendation``, its ``maker`` and the ``response``."""
    roles: dict[str, int] = {}
    for i, (begin, end) in enumerate(cells(header)):
        words = header[begin:end]
        if len(words.split()) > 8:
            return {}
        role = next((role for role, pattern in COLUMNS if role not in roles and pattern.fullmatch(words)), None)
        if role:
            roles[role] = i
    return roles


def read_row(header: str, row: str, known: Known | None = None) -> tuple[Part | None, str]:
    """The recommendation of a table row and the words of its response."""
    roles, places = column_roles(header), cells(row)
    if "recommendation" not in roles or len(places) <= roles["recommendation"]:
        return None, ""

    def cell(role: str) -> tuple[int, int]:
        return places[roles[role]] if role in roles and roles[role] < len(places) else (0, 0)

    begin, end = cell("recommendation")
    inner = split_parts(row[begin:end], known)
    if not inner:
        return None, ""
    first, last = inner[0], inner[-1]
    makers = tuple(Maker(m.begin + begin, m.end + begin, m.name) for part in inner for m in part.makers)
    from_begin, from_end = cell("maker")
    makers += read_makers(row[from_begin:from_end], from_begin, known)
    return Part(first.begin + begin, last.end + begin, end, makers), row[slice(*cell("response"))]
