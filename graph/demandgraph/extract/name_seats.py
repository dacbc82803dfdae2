"""Finds the constituency that stands before a candidate or member: *Reef Party **North Amber** candidate*, no name of an actor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.name_given import is_given
from demandgraph.extract.name_words import singular

if TYPE_CHECKING:
    from demandgraph.extract.name_tokens import Tokens

STANDING = frozenset("candidate electorate constituency ward by-election byelection councillor".split())
"""What stands or serves for a constituency that is named right before it."""
PARTIES = frozenset("party labour labor greens democrats conservatives liberals alliance front".split())
"""Last words of the names of parties."""
POINTS = frozenset("north south east west central".split())
"""Last words of many constituencies."""


def seat_start(tokens: Tokens, s: int, e: int) -> int:
    """The first token of the constituency that ends a capitalised sequence; 0 if there is none.

    The sequence is one before *candidate* and the like. What stands behind the name of a party is the constituency; a
    sequence without party is one as a whole if a cardinal point ends it: *North Amber **East** candidate*.
    """
    if e >= tokens.n or singular(tokens.low[e]) not in STANDING or tokens.text[e][0].isupper():
        return 0
    for i in range(e - 1, s - 1, -1):
        if tokens.low[i] in PARTIES:
            known = i + 1 in tokens.hits and tokens.hits[i + 1].end >= e
            return i + 1 if 1 < e - i <= 4 and not known else 0
    plain = tokens.low[e - 1] in POINTS and e - s <= 3 and not is_given(tokens.text[s])
    return s if plain and s > 0 else 0
