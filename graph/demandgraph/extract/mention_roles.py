"""Tells whom a role without a name stands for: a person named before, an office, or a person of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.actor_words import STATE_ROLES, TITLES
from demandgraph.extract.mention_heads import definite
from demandgraph.extract.mention_naming import complement, noun_phrase
from demandgraph.extract.name_line import Line
from demandgraph.extract.name_words import singular

if TYPE_CHECKING:
    from demandgraph.extract.cast import Cast
    from demandgraph.extract.mentions import Mention

WEAK_ROLES = frozenset(
    "member worker officer official observer monitor speaker partner student scientist expert head".split()
)


def describe_role(
    cast: Cast, line: Line, head: int, start: int, end: int, group: bool, depth: int, modified: bool
) -> list[str]:
    """The person that a role noun stands for: *the politician* the last one named, *the minister of X* one of its own."""
    owner = group and line.low[head] in RETAINED and named_possessor(cast, line, head)
    if owner:
        return [cast.describe(line, titles_before(line, owner.start), head + 1, head, "Person")]
    whose = possessor(line, head)
    if whose is not None and line.low[head + 1 : head + 2] != ["-"]:
        return of_somebody(cast, line, head, whose, group)
    if line.low[head + 1 : head + 2] in (["state"], ["states"], ["-"]) or not (
        definite(line, head) or beside_definite(line, head) or titled(line, head)
    ):
        return []
    if group and any(line.dep[c] == "poss" and line.low[c] == "its" for c in line.children(head)):
        return []  # *instructs its President*: whose, its own name would have to say
    office = line.low[head] == "rapporteur" or (line.low[head] == "expert" and line.low[head - 1] == "independent")
    if office and group:
        return [cast.describe(line, *noun_phrase(line, head, start, end), head, "Institution")]
    if group and line.text[head][0].isupper() and line.low[head] in STATE_ROLES and line.casing == "sentence":
        return [cast.describe(line, *noun_phrase(line, head, start, end), head, "Person")]  # an office without holder
    modified = modified or cast.adjective_at(line, head - 1) is not None or titled(line, head)
    if not modified and not complement(line, head):
        return list(cast.pronoun(line, head, depth))
    if (person := introduced_as(cast, line, head)) is not None:
        return [person]
    if group and singular(line.low[head]) not in WEAK_ROLES:
        return [cast.describe(line, *noun_phrase(line, head, start, end), head, "Person")]
    return []


def titled(line: Line, head: int) -> bool:
    """***Committee Chairman** said*: an office in capitals that is a subject without an article."""
    before = line.text[head - 1] if head - 1 >= line.first else ""
    shown = line.text[head][0].isupper() and line.casing == "sentence" and line.dep[head] == "nsubj"
    named = before[:1].isupper() and line.dep[head - 1] == "compound" and line.owner[head - 1] is None
    return shown and (named or (line.low[head] in STATE_ROLES and complement(line, head) is not None))


def beside_definite(line: Line, head: int) -> bool:
    """*The President and **Minister** for Ports*: an office that shares the article of the one before."""
    above = line.head[head]
    office = line.text[head][0].isupper() and line.low[head] in STATE_ROLES
    return office and line.dep[head] == "conj" and line.low[above] in STATE_ROLES and definite(line, above)


NEAR = 8
"""Blocks within which a person who was introduced with a role is meant by it again."""


def possessor(line: Line, head: int) -> int | None:
    """The possessive pronoun of a person before a noun: ***her** lawyer*."""
    return next(
        (c for c in line.children(head) if line.dep[c] == "poss" and line.low[c] in PERSONAL and c < head), None
    )


RETAINED = frozenset(
    "lawyer attorney solicitor barrister widow wife husband mother father son daughter sister brother".split()
)
"""Roles that somebody has for one person only."""


def named_possessor(cast: Cast, line: Line, head: int) -> Mention | None:
    """The named person whose a role is: ***Mr Lee's** lawyer*."""
    for c in line.children(head):
        if line.dep[c] == "poss" and c < head and (owner := line.owner[c]) is not None and owner.how == "name":
            return owner if cast.entries[owner.ids[0]].type == "Person" else None
    return None


def titles_before(line: Line, k: int) -> int:
    """The first of the titles before a name."""
    while k - 1 >= line.first and line.low[k - 1] in TITLES:
        k -= 1
    return k


PERSONAL = frozenset("his her their my".split())


def of_somebody(cast: Cast, line: Line, head: int, whose: int, group: bool) -> list[str]:
    """*Her lawyer*, *his father*: the one introduced so before, else a person of their own, never the one whose it is."""
    if (person := introduced_as(cast, line, head)) is not None:
        return [person]
    if not group or line.low[whose] == "my":
        return []
    ident = cast.describe(line, whose, noun_phrase(line, head, 0, len(line))[1], head, "Person")
    cast.registry.alias(cast.entries[ident], line.words(whose + 1, head + 1), rename=False)
    return [ident]


def introduced_as(cast: Cast, line: Line, head: int) -> str | None:
    """The one person whom the document introduced with a role a few lines before: *her lawyer Ann Lee … the lawyer*."""
    one = singular(line.low[head])
    known = {
        r.person
        for r in cast.roles
        if r.person and 0 <= line.block - r.line.block <= NEAR and singular(r.line.low[r.noun]) == one
    }
    return known.pop() if len(known) == 1 else None
