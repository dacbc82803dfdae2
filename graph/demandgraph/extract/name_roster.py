"""Recognises rosters: runs of short lines that each name a person and tell what the person is, such as a list of signatories."""

from __future__ import annotations

from itertools import groupby

from demandgraph.extract.actor_words import PARTICLES, ROLES, TITLES
from demandgraph.extract.name_given import is_given
from demandgraph.extract.name_lexicon import BODY_HEADS
from demandgraph.extract.name_line import Line
from demandgraph.extract.name_words import singular

PLAIN = frozenset({"heading", "item", "paragraph"})
"""Kinds of block that a layout without other signs gives to the lines of a roster."""
LONGEST = 32
"""Tokens that a line of a roster has at most."""
SHORT = 14
"""Tokens of a line that may stand behind the signatures: *Source: …*, *ENDS*."""
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
SEPARATORS = frozenset({",", "(", "–", "—", "-", "|"})


def mark_rosters(lines: list[Line]) -> None:
    """Give the lines of a roster their kind: ``signature`` at the end of the document, else ``roster``."""
    signed = any(line.kind == "signature" for line in lines)
    at = 0
    for is_entry, group in groupby(lines, key=entry):
        run = list(group)
        at += len(run)
        if not is_entry or len(run) < 2:
            continue
        known = sum(is_given(line.text[start(line)]) for line in run)
        told = sum(tells(line) for line in run)
        if 2 * known < len(run) or 2 * told < len(run):
            continue
        last = (
            not signed and all(len(line) <= SHORT for line in lines[at:]) and any(len(line) > LONGEST for line in lines)
        )
        for line in run:
            line.kind = "signature" if last else "roster"


def start(line: Line) -> int:
    """The first token of a line behind titles such as *Dr*."""
    k = line.first
    while k < len(line) - 1 and (line.low[k] in TITLES or line.text[k] in {".", "-", "•", "*"}):
        k += 1
    return k


def name_end(line: Line) -> int:
    """Where the plain name that opens a line ends, 0 if none does."""
    first = k = start(line)
    words = 0
    while k < len(line) and k - first < 7:
        word = line.text[k]
        if word[0].isupper() and word[0].isalpha() and line.low[k] not in ROLES and line.low[k] not in BODY_HEADS:
            words += 1
        elif line.low[k] not in PARTICLES and word not in {"-", "."}:
            break
        k += 1
    return k if 2 <= words <= 4 else 0


def entry(line: Line) -> bool:
    """Whether a line can be one of a roster: a plain name, a comma, and words without a finite verb."""
    if (
        line.kind not in PLAIN
        or not 4 <= len(line) - line.first <= LONGEST
        or line.text[-1] in {".", ":", ";", "?", "!"}
    ):
        return False
    end = name_end(line)
    if not end or end >= len(line) - 1 or line.text[end] not in SEPARATORS:
        return False
    return not any(line.tag[k] in FINITE and line.text[k].islower() for k in range(end, len(line)))


def tells(line: Line) -> bool:
    """Whether a line has a role or the head noun of a body behind the name."""
    return any(singular(w) in ROLES or singular(w) in BODY_HEADS for w in line.low[name_end(line) :])
