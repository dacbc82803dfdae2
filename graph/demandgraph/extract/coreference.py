"""Finds whom a pronoun stands for: the last fitting subject before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.actor_words import (
    PRONOUNS_ADDRESSEE,
    PRONOUNS_BODY,
    PRONOUNS_PERSON,
    PRONOUNS_PLURAL,
    PRONOUNS_SPEAKER,
)
from demandgraph.extract.name_line import Line
from demandgraph.extract.name_words import singular

if TYPE_CHECKING:
    from demandgraph.extract.cast import Cast

SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
SINGULAR = frozenset("i me my mine myself".split())
NEAR = 120  # tokens to look back within a sentence
REACH = 3  # sentences to look back


def antecedent(cast: Cast, line: Line, token: int, depth: int) -> tuple[str, ...]:
    """The actors that a pronoun stands for, ``()`` if it stands for none."""
    low = line.low[token]
    if low in PRONOUNS_SPEAKER:
        return cast.first_person(line.begin[token], low in SINGULAR)
    if low in PRONOUNS_ADDRESSEE:
        return cast.addressees
    if line.dep[token] == "expl" or (low == "it" and expletive(line, token)):
        return ()
    if low in PRONOUNS_PERSON:
        wanted = {"Person"}
    elif low in PRONOUNS_BODY:
        wanted = {"Institution", "Organization", "Country"}
    elif low in PRONOUNS_PLURAL:
        wanted = {"Group", "plural"} | ({"force"} if line.dep[token] == "nsubj" else set())
    elif line.pos[token] in {"NOUN", "PROPN"} and low in NGO_WORDS:  # *the organisation*
        wanted = {"Organization"}
    elif line.pos[token] in {"NOUN", "PROPN"}:  # *the politician*
        if (known := of_that_role(cast, line, token)) is not None:
            return (known,)
        wanted = {"Person"}
    else:
        return ()
    second: tuple[str, ...] = ()
    for other, at in candidates(cast, line, token):
        ids = cast.resolve(other, at, depth + 1)
        if fits(cast, ids, wanted, other, at):
            return ids
        if "plural" in wanted and not second and len(ids) == 1 and cast.entries[ids[0]].type in BODIES:
            second = ids  # *The Council … they*: a body can take a plural, if nothing plural is near
    return second


BODIES = frozenset({"Institution", "Organization"})
FORCES = frozenset("police military army militia gendarmerie taliban".split())
"""Bodies of which one says *they*, where they act: *the police came; they took nine away*."""
NGO_WORDS = frozenset("organisation organization ngo watchdog outlet nonprofit charity".split())
"""Nouns for whichever organisation was named last: *the organisation said*."""
TRADES = (
    frozenset("journalist reporter blogger correspondent columnist writer photographer editor broadcaster photojournalist".split()),
    frozenset("activist campaigner defender dissident opponent protester organiser organizer".split()),
    frozenset("lawyer attorney solicitor barrister advocate counsel".split()),
    frozenset("politician candidate senator lawmaker mp mep legislator deputy parliamentarian congressman congresswoman".split()),
    frozenset("author writer poet novelist".split()),
    frozenset("doctor physician medic surgeon nurse".split()),
    frozenset("academic scholar professor lecturer researcher historian scientist".split()),
    frozenset("singer musician artist rapper actor filmmaker director".split()),
    frozenset("cleric priest bishop pastor monk imam".split()),
)  # fmt: skip
"""Words for one trade: whoever was introduced by one of them is meant by another."""


def of_that_role(cast: Cast, line: Line, token: int) -> str | None:
    """The person introduced by the same trade: *Ann Lee, a reporter … **the journalist***; the last one before the word."""
    noun = singular(line.low[token])
    trades = [t for t in TRADES if noun in t]
    if not trades or line.tag[token] in {"NNS", "NNPS"}:
        return None
    found: str | None = None
    for role in cast.roles:
        if role.line.block > line.block or (role.line is line and role.start >= token):
            break
        if role.person and any(singular(role.line.low[role.noun]) in t for t in trades):
            found = role.person
    return found


def expletive(line: Line, token: int) -> bool:
    """*It is vital that*: the pronoun stands for the clause behind it."""
    verb = line.head[token]
    return (
        line.lemma[verb] in {"be", "seem", "appear", "become", "remain"}
        and any(line.dep[c] in {"ccomp", "xcomp", "advcl", "csubj", "acomp"} and c > verb for c in line.children(verb))
        and any(line.dep[c] == "acomp" for c in line.children(verb))
    )


def fits(cast: Cast, ids: tuple[str, ...], wanted: set[str], line: Line, at: int) -> bool:
    if not ids:
        return False
    kinds = {cast.entries[i].type for i in ids}
    if "plural" in wanted:
        if kinds == {"Person"} and len(ids) == 1:
            return False
        many = (
            line.tag[at] in {"NNS", "NNPS"}
            or ("force" in wanted and line.low[at] in FORCES)
            or (line.low[at].endswith("s") and line.text[at][-1].islower() and not line.low[at].endswith("ss"))
        )
        return len(ids) > 1 or "Group" in kinds or (many and "Country" not in kinds)
    return len(ids) == 1 and kinds <= wanted


def candidates(cast: Cast, line: Line, token: int) -> list[tuple[Line, int]]:
    """Noun phrases that a pronoun can stand for, best first: subjects before objects, near before far."""
    found: list[tuple[Line, int]] = []
    start = max(line.sentence(token)[0], token - NEAR)
    here = [i for i in range(start, token) if nominal(line, i)]
    found += [(line, i) for i in here if line.dep[i] in SUBJECTS]
    found += [(line, i) for i in reversed(here) if line.dep[i] not in SUBJECTS and line.owner[i] is not None]
    seen, other, at = 1, line, start
    while seen <= REACH:
        if at <= other.first:
            before = cast.before(other)
            if before is None:
                break
            other, at = before, len(before)
            if not at:
                break
        first, last = other.sentence(at - 1)
        first, last = max(first, at - NEAR), min(last, at)
        nouns = [i for i in range(first, last) if nominal(other, i)]
        found += [(other, i) for i in nouns if other.dep[i] in SUBJECTS]
        found += [
            (other, i)
            for i in nouns
            if other.dep[i] not in SUBJECTS and (m := other.owner[i]) is not None and m.head == i
        ]
        at = first
        seen += 1
    return found[:24]


def nominal(line: Line, i: int) -> bool:
    return line.pos[i] in {"NOUN", "PROPN"} and line.dep[i] not in {"compound", "amod", "conj"}
