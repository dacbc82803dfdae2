"""Finds what belongs to an office and is no name of an actor: constituencies (*Reef Party **North Amber** candidate*), portfolios."""

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


LEADING = frozenset("senior junior deputy lead principal assistant".split())
"""Words that open what an office is called, never the name of the body before it: ***Senior** Mission Chief*."""
RANKS = frozenset("supreme allied chief".split())
"""Words that do so where no body's head follows: ***Supreme** Leader*, but *Supreme Court judge*."""
MINISTERS = frozenset({"minister", "ministers"})
CHARGED = frozenset(
    """prime foreign first interior home defence defense finance justice health education labour labor trade energy
    environment transport agriculture culture information affairs economy security""".split()
)
"""Words before *minister* that say the charge, so that *of* leads to the state."""


def leading(tokens: Tokens, s: int, e: int) -> int:
    """The first token behind the words that open what an office is called."""
    while s < e and (tokens.low[s] in LEADING or (tokens.low[s] in RANKS and not tokens.headed(s, e))):
        s += 1
    return s


def portfolio(tokens: Tokens, s: int, e: int) -> int:
    """Where the portfolio of a minister that begins at a token ends: *Minister of **Port Science and Technology***; else 0."""
    low, text = tokens.low, tokens.text
    if s < 2 or low[s - 1] not in {"of", "for"} or low[s - 2] not in MINISTERS:
        return 0
    if low[s - 1] == "of" and s > 2 and low[s - 3] in CHARGED:
        return 0  # *the Foreign Minister of Norland*: the charge is told before
    end = e
    while end + 1 < tokens.n and (low[end] in {"and", "&"} or goes_on(tokens, end)) and bare(tokens, end + 1):
        end += 2
        while end < tokens.n and bare(tokens, end):
            end += 1
    return end if all(bare(tokens, i) or not text[i][0].isupper() for i in range(s, end)) else 0


def goes_on(tokens: Tokens, comma: int) -> bool:
    """Whether a list of portfolios goes on behind a comma: *and* and one more of them close it."""
    if tokens.text[comma] != ",":
        return False
    k = comma + 1
    while k < tokens.n and k - comma < 9 and (bare(tokens, k) or tokens.text[k] == ","):
        k += 1
    return k + 1 < tokens.n and tokens.low[k] in {"and", "&"} and bare(tokens, k + 1)


def bare(tokens: Tokens, i: int) -> bool:
    """Whether a token is a capitalised common word: in no known name, no body's head, in no person's name."""
    return (
        tokens.text[i][0].isupper()
        and i not in tokens.hits
        and tokens.line.ent[i] != "PERSON"
        and not is_given(tokens.text[i])
        and not tokens.headed(i, i + 1)
        and not tokens.breaks(i)
    )


REPRESENTING = frozenset("member mp candidate senator councillor delegate".split())
PEOPLES = frozenset("people peoples nation community communities minority minorities tribe tribes diaspora".split())
"""Nouns that make the name of an ethnic group together with the word before them."""


def represented(tokens: Tokens, s: int, e: int) -> int:
    """Where the constituency ends that a sequence is behind *for*: *Member for **North Amber***; 0 if it is none."""
    if s < 2 or tokens.low[s - 1] != "for" or tokens.low[s - 2] not in REPRESENTING or e - s > 3:
        return 0
    return e if not tokens.headed(s, e) and not any(i in tokens.hits for i in range(s, e)) else 0


def people_end(tokens: Tokens, s: int, e: int) -> int:
    """Where the name of a people ends: *the **Brakna-Vell people***, *the **Brakna community***; 0 if it is none."""
    if e >= tokens.n or tokens.low[e] not in PEOPLES or tokens.text[e][0].isupper() or tokens.headed(s, e):
        return 0
    words = [i for i in range(s, e) if tokens.text[i] != "-"]
    plain = len(words) <= 2 and all(tokens.text[i][1:].islower() and tokens.text[i][0].isupper() for i in words)
    before = tokens.low[s - 1] if s > tokens.line.first else ""
    scene = before in {"in", "near", "of"} or any(tokens.line.ent[i] in {"GPE", "FAC", "LOC", "DATE"} for i in words)
    return e + 1 if plain and before and not scene else 0
