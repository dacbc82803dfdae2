"""Finds coordinated nouns that are one group, because they share what is said of them: *Norlandish citizens and residents*."""

from __future__ import annotations

import itertools

from demandgraph.extract.actor_words import AGES, COLLECTIVE_PLURALS, GROUP_HEADS, PERSON_NOUNS
from demandgraph.extract.mention_naming import QUANTIFIERS, noun_phrase, reach, restrictive_end
from demandgraph.extract.name_line import Line
from demandgraph.extract.name_words import singular, words

STATES = words("state country nation government party authority court ministry parliament")
"""Bodies that act for themselves however they are coordinated."""
ANYBODY = words("individual entity organization organisation group community institution person")
"""Nouns that only together say that anybody is meant: *individuals and entities*."""
MOST = 4
"""Nouns that make one group at most."""


def together(line: Line, head: int) -> tuple[int, int, int] | None:
    """First and last (exclusive) token and head of a group that a plural noun makes with those beside it, if it does.

    They do if only the first has a modifier or possessor (*Sudland's **leaders and institutions***), if only the last
    has a complement (***members, students and staff** of the University*), or if all are as general as *individuals*.
    """
    chain = chained(line, head)
    if not 2 <= len(chain) <= MOST:
        return None
    first, last = chain[0], chain[-1]
    general = all(singular(line.low[i]) in ANYBODY for i in chain)
    if not (general or modified(line, first) != complemented(line, last)):
        return None
    start = noun_phrase(line, first, 0, len(line))[0]
    whose = possessor(line, first)
    end = restrictive_end(line, last, len(line))
    if end == last + 1 and complemented(line, last):  # the parser gives it to a noun before
        end = reach(line, end, clauses=False)[1]
    return (whose if whose is not None and not general else start), end, last


def chained(line: Line, head: int) -> list[int]:
    """The bare plural nouns that are coordinated with one, in order; none if anything else stands between them."""
    top = head
    for _ in range(MOST):
        if line.dep[top] != "conj" or line.pos[line.head[top]] not in {"NOUN", "PROPN"}:
            break
        top = line.head[top]
    chain = [top]
    for at in chain:
        chain += [c for c in line.children(at) if line.dep[c] == "conj"][:1]
        if len(chain) > MOST:
            return []
    for left, right in itertools.pairwise(chain):
        if any(w not in {",", "and", "or", "&"} for w in line.low[left + 1 : right]):
            return []
    return chain if head in chain and all(plain(line, i) for i in chain) else []


def plain(line: Line, i: int) -> bool:
    """Whether a token is a plural noun of people of its own, no name."""
    one = singular(line.low[i])
    if line.owner[i] is not None or one in STATES or line.low[i] in {"police", "forces"} or one in AGES:
        return False
    many = line.tag[i] in {"NNS", "NNPS"} or line.low[i] in COLLECTIVE_PLURALS or line.low[i] in {"staff", "faculty"}
    return many and (one in PERSON_NOUNS or one in GROUP_HEADS or line.low[i] in {"alumni", "faculty"})


def modified(line: Line, first: int) -> bool:
    """Whether the first noun has an adjective, a noun or a possessor before it that the others share."""
    return any(
        line.dep[c] in {"amod", "compound", "nmod", "poss"}
        and line.low[c] not in QUANTIFIERS
        and line.tag[c] not in {"PRP$", "CD"}
        and (line.owner[c] is None or line.dep[c] == "poss")
        for c in line.children(first)
        if c < first
    )


def complemented(line: Line, last: int) -> bool:
    """Whether *of* with a name or noun follows the last noun directly, and no other noun of the group has one."""
    return line.low[last + 1 : last + 2] == ["of"]


def possessor(line: Line, first: int) -> int | None:
    """Where a possessor that is a name begins: ***Sudland's** leaders and institutions*."""
    for c in line.children(first):
        if c < first and line.dep[c] == "poss" and (owner := line.owner[c]) is not None:
            return owner.start
    return None
