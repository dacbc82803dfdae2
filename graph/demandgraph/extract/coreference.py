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
from demandgraph.extract.person_gender import HE, SHE, misfit

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
    own = HE if low in HE else SHE if low in SHE else frozenset()
    spoken = cast.parsed.quote_at(line.begin[token]) if own else None
    for other, at in candidates(cast, line, token, own):
        if own and quoted_apart(cast, other, at, spoken):
            continue
        # *he … he*: the same one, whatever names stand between
        again = other.low[at] in own
        ids = chained(cast, other, at, depth) if again else cast.resolve(other, at, depth + 1)
        if fits(cast, ids, wanted, other, at) and not (own and misfit(cast, ids[0], low)):
            return ids
        if "plural" in wanted and not second and len(ids) == 1 and cast.entries[ids[0]].type in BODIES:
            second = ids  # *The Council … they*: a body can take a plural, if nothing plural is near
    return second


LONG = 30
"""Characters of a quotation that is somebody's speech, not a name in quotation marks."""
MOST_STEPS = 5
"""Depth to which a pronoun is followed through earlier ones."""


def chained(cast: Cast, line: Line, token: int, depth: int) -> tuple[str, ...]:
    """Whom an earlier pronoun stands for; kept, so that a row of pronouns is followed once."""
    spot = (line.block, token, False)
    if spot not in cast.resolved:
        if depth >= MOST_STEPS:
            return ()
        cast.resolved[spot] = cast.pronoun(line, token, depth + 1)
    return cast.resolved[spot]


def quoted_apart(cast: Cast, line: Line, at: int, spoken: tuple[int, int] | None) -> bool:
    """Whether a name stands in somebody's speech and the pronoun does not: *“Bell must go,” she said. **She** …*."""
    quote = cast.parsed.quote_at(line.begin[at])
    return quote is not None and quote != spoken and quote[1] - quote[0] > LONG


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


def candidates(cast: Cast, line: Line, token: int, pronouns: frozenset[str] = frozenset()) -> list[tuple[Line, int]]:
    """Noun phrases that a pronoun can stand for, best first: subjects before objects, near before far.

    Earlier ``pronouns`` of its kind count among them.
    """
    found: list[tuple[Line, int]] = []
    start = max(line.sentence(token)[0], token - NEAR)
    ruled = controller(line, token)
    if ruled is not None and start <= ruled < token:
        found.append((line, ruled))
    here = [i for i in range(start, token) if nominal(line, i) or line.low[i] in pronouns]
    found += [(line, i) for i in here if line.dep[i] in SUBJECTS]
    found += [
        (line, i)
        for i in reversed(here)
        if line.dep[i] not in SUBJECTS and (line.owner[i] is not None or line.low[i] in pronouns)
    ]
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
        nouns = [i for i in range(first, last) if nominal(other, i) or other.low[i] in pronouns]
        found += [(other, i) for i in nouns if other.dep[i] in SUBJECTS]
        found += [
            (other, i)
            for i in nouns
            if other.dep[i] not in SUBJECTS
            and (other.low[i] in pronouns or ((m := other.owner[i]) is not None and m.head == i))
        ]
        at = first
        seen += 1
    return found[:24]


def controller(line: Line, token: int) -> int | None:
    """Whose thing a possessive names in an infinitive: *called on Norland to end **its** raids* → *Norland*."""
    if line.dep[token] != "poss":
        return None
    verb = token
    for _ in range(6):
        verb = line.head[verb]
        if line.pos[verb] == "VERB":
            break
    if line.tag[verb] != "VB" or line.dep[verb] not in {"xcomp", "advcl", "ccomp"}:
        return None
    if not any(line.low[c] == "to" and line.dep[c] == "aux" for c in line.children(verb)):
        return None
    above = line.children(line.head[verb])
    found = [c for c in above if line.dep[c] in {"dobj", "dative"} and c < verb]
    found += [
        c
        for p in above
        if line.dep[p] == "prep" and line.low[p] in {"on", "upon"} and p < verb
        for c in line.children(p)
    ]
    return next((c for c in found if line.pos[c] in {"NOUN", "PROPN"}), None)


def nominal(line: Line, i: int) -> bool:
    return line.pos[i] in {"NOUN", "PROPN"} and line.dep[i] not in {"compound", "amod", "conj"}
