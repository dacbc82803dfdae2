"""Takes a noun phrase apart: its coordinated heads, and for each head the actor that it denotes."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from demandgraph.extract.actor_words import (
    AGES,
    ARMED,
    COLLECTIVE_PLURALS,
    GROUP_HEADS,
    LAWMAKERS,
    PERSON_NOUNS,
    PRONOUNS,
    REPRESENTING,
    ROLES,
    STATE_ROLES,
    TRANSPARENT,
)
from demandgraph.extract.mention_heads import (
    ARMS,
    BODIES,
    MEN,
    asked,
    definite,
    distinguished,
    follows,
    introduced,
    leading_name,
    listed,
    people,
)
from demandgraph.extract.mention_naming import GENERIC, ages, noun_phrase, reach, restrictive_end
from demandgraph.extract.name_lexicon import BODY_HEADS, PUBLIC_HEADS
from demandgraph.extract.name_line import Line
from demandgraph.extract.name_words import singular

if TYPE_CHECKING:
    from demandgraph.extract.cast import Cast

WEAK_ROLES = frozenset(
    "member worker officer official observer monitor speaker partner student scientist expert head".split()
)
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
PAPER_SPEAKERS = frozenset("resolution appeal declaration document motion text".split())
AUTHOR_SPEAKERS = frozenset(
    "letter statement article report communiqué communique release petition author authors signatories undersigned".split()
)


def heads(line: Line, start: int, end: int) -> list[int]:
    """The top heads of a phrase: its root and what is coordinated with it."""
    roots = [i for i in range(start, end) if not start <= line.head[i] < end or line.head[i] == i]
    roots = [i for i in roots if line.pos[i] not in {"PUNCT", "CCONJ", "SPACE"}] or roots
    found: list[int] = []
    for root in roots[:4]:
        follow(line, root, start, end, found)
    return sorted(dict.fromkeys(found))


def follow(line: Line, token: int, start: int, end: int, found: list[int]) -> None:
    """Add a token, what stands for it if it is no noun, and what is coordinated with it."""
    stack, seen = [token], set(found)
    while stack and len(seen) < MOST_HEADS:
        token = stack.pop()
        if token in seen or not start <= token < end:
            continue
        seen.add(token)
        free = line.owner[token] is None
        if line.pos[token] in {"ADP", "SCONJ"} or line.dep[token] in {"prep", "agent"}:
            stack += [c for c in line.children(token) if line.dep[c] in {"pobj", "pcomp"}]
        elif line.pos[token] in {"VERB", "AUX"} and free:
            stack += [
                c for c in line.children(token)
                if line.dep[c] in {"nsubj", "nsubjpass"} and line.low[c] not in {"who", "which", "that"}
            ]  # fmt: skip
        elif line.pos[token] not in {"PUNCT", "CCONJ", "PART", "ADV"} or not free:
            found.append(token)
            stack += [c for c in line.children(token) if line.dep[c] == "conj" and line.pos[c] in NOMINAL]
            if free and line.pos[token] == "NOUN":  # *the states, Norland, Estia and the Union*: read as an apposition
                stack += [c for c in line.children(token) if line.dep[c] == "appos" and listed(line, c)]


MOST_HEADS = 400
"""Coordinated heads that are followed at most."""


def with_neighbours(line: Line, start: int, end: int, found: list[int]) -> list[int]:
    """Add names that stand in one list with a head although the parser put them elsewhere: *A, B and the C*."""
    units = [m for m in dict.fromkeys(id(line.owner[i]) for i in range(start, end) if line.owner[i]) if m]
    if len(units) < 2:
        return found
    mentions = {id(m): m for i in range(start, end) if (m := line.owner[i])}
    tops = {id(line.owner[i]) for i in found if line.owner[i]}
    ordered = sorted(mentions.values(), key=lambda m: m.start)
    result = list(found)
    for left, right in itertools.pairwise(ordered):
        between = [w for w in line.low[left.end : right.start] if w not in {"the", "both", "its", "also"}]
        beside = between and all(b in {",", "and", "or", "&", "as", "well", ";"} for b in between)
        if beside and id(left) in tops and id(right) not in tops:
            tops.add(id(right))
            result.append(right.head)
    return sorted(dict.fromkeys(result))


def resolve_phrase(cast: Cast, line: Line, start: int, end: int, group: bool, depth: int) -> list[str]:
    """The actors that the tokens ``start`` to ``end`` denote."""
    found: list[str] = []
    for head in with_neighbours(line, start, end, heads(line, start, end)):
        found += resolve_head(cast, line, head, start, end, group, depth)
    return list(dict.fromkeys(found))


def resolve_head(cast: Cast, line: Line, head: int, start: int, end: int, group: bool, depth: int) -> list[str]:
    """The actors that one head noun with its modifiers denotes."""
    mention = line.owner[head]
    if mention is not None:
        return list(mention.ids)
    low = line.low[head]
    if line.pos[head] in {"ADJ", "PROPN"} and (state := cast.adjective_at(line, head)) is not None:
        return [cast.by_adjective(line, head, state)]  # *Sudlandish* aggression is Sudland's
    if low in PRONOUNS:
        return list(cast.pronoun(line, head, depth))
    spot = (line.block, head, group)
    cached = cast.resolved.get(spot)
    if cached is not None:
        return list(cached)
    result = describe(cast, line, head, start, end, group, depth)
    if depth <= 3:
        cast.resolved[spot] = tuple(result)
    return result


def complement(line: Line, head: int, words: frozenset[str] = frozenset({"of"})) -> tuple[int, int] | None:
    """The tokens of the phrase that a small word ties to a head: *representatives **of A and B***."""
    for child in line.children(head):
        if child > head and line.low[child] in words and line.dep[child] == "prep":
            last = reach(line, child)[1]
            return (child + 1, last) if child + 1 < last else None
    return None


def describe(cast: Cast, line: Line, head: int, start: int, end: int, group: bool, depth: int) -> list[str]:
    low, one = line.low[head], singular(line.low[head])
    plural = line.tag[head] in {"NNS", "NNPS"} or low in COLLECTIVE_PLURALS or (low != one and one in PERSON_NOUNS)
    if depth > 6:
        return []
    # *four members of X*, *family members of X*: people of X, not X itself
    some = one == "member" and any(
        line.pos[c] == "NUM" or line.low[c] in {"family", "crew", "staff"} for c in line.children(head) if c < head
    )
    if (
        (one in TRANSPARENT or low in TRANSPARENT or line.pos[head] in {"NUM", "DET", "PRON"})
        and not some
        and low
        not in {
            "those",
            "that",
        }
    ):
        inside = complement(line, head)
        if inside and (ids := resolve_phrase(cast, line, *inside, group, depth + 1)):
            return ids
    if (
        plural
        and any(line.low[c] == "both" for c in line.children(head) if c < head)
        and (pair := cast.pair_before(line, head, depth))
    ):
        return pair
    if low in PAPER_SPEAKERS and not plural and definite(line, head):
        return list(cast.adopter or cast.author)
    if low in AUTHOR_SPEAKERS and definite(line, head):
        return list(cast.author or cast.adopter)
    if low in {"administration", "government"} and (own := own_government(cast, line, head)):
        return [own]
    modifier = leading_name(cast, line, head)
    spelled = cast.registry.of(line.text[head]) if group and sum(c.isupper() for c in line.text[head]) > 1 else None
    if spelled is not None and spelled.type == "Group" and not spelled.named:
        return [cast.describe(line, head, head + 1, head, "Group")]  # an abbreviation that stands for a group
    counted = any(line.text[c][0].isdigit() for c in line.children(head) if c < head)
    if (
        plural
        and not counted
        and (one in LAWMAKERS or one == "member")
        and (body := chamber(cast, line, head, one, depth))
    ):
        return [body]
    if low in {"people", "population", "citizens", "nationals"} and (found := people(cast, line, head)):
        return [found]
    if low in {"governments", "authorities", "parliaments", "capitals"} and (inside := complement(line, head)):
        ids = resolve_phrase(cast, line, *inside, group, depth + 1)
        if ids and all(cast.entries[i].type in {"Country", "Group", "Institution"} for i in ids):
            return ids
    if low in REPRESENTING:
        inside = complement(line, head, frozenset({"of", "for", "from"}))
        whom = (
            resolve_phrase(cast, line, *inside, group and plural, depth + 1)
            if inside
            else ([modifier] if modifier else [])
        )
        if whom and not plural:
            person = cast.holder(one, whom)
            return [person] if person else whom[:1]
        if whom:
            return whom
    if (one in ROLES or one in PERSON_NOUNS) and not plural and (person := introduced(cast, line, head)):
        return [person]
    if one in ROLES and not plural and low not in GROUP_HEADS and line.pos[head] in {"NOUN", "PROPN"}:
        return describe_role(cast, line, head, start, end, group, depth, bool(modifier))
    if line.low[head + 1 : head + 2] == ["of"] and one == "prosecution":
        return []  # *the prosecution of the strikers* is a deed
    if low == "gang" and line.tag[head + 1 : head + 2] == ["VBN"]:
        return []
    if not plural and one in BODY_HEADS and (body := introduced(cast, line, head, BODIES)):
        return [body]
    if not plural and one in BODY_HEADS and one not in GROUP_HEADS:
        if definite(line, head) and not modifier and not distinguished(cast, line, head):
            found = cast.last_by_head.get(one) or cast.first_by_head.get(one)
            if found:
                return [found]
        if group and (one in PUBLIC_HEADS) and (modifier or definite(line, head)):
            return [cast.describe(line, *noun_phrase(line, head, start, end), head, "Institution")]
        return [modifier] if modifier and one in {"team", "office"} else []
    if modifier and (low == "team" or (one in MEN and cast.entries[modifier].type in {"Organization", "Institution"})):
        return [modifier]
    if group and low == "those" and follows(line, head, end) and asked(line, head):
        return [cast.describe(line, head, restrictive_end(line, head, end), head, "Group")]
    if group and ((plural and (one in PERSON_NOUNS or low in COLLECTIVE_PLURALS)) or low in GROUP_HEADS):
        first = noun_phrase(line, head, start, end)[0]
        armed = low in {"forces", "troops"} and any(w in ARMED for w in line.low[first:head])
        kind = "Institution" if low in {"police", "authorities"} or armed else "Group"
        if one in AGES and (span := ages(line, head)):
            first = min(span[0], noun_phrase(line, span[0], start, end)[0])
            return [cast.describe(line, first, span[1], span[1] - 1, "Group")]
        if low == "society" and line.low[head - 1] != "civil":
            return []
        if low in GENERIC and first == head and restrictive_end(line, head, end) == head + 1:
            return []
        return [cast.describe(line, *noun_phrase(line, head, start, end), head, kind)]
    if low in ARMS:
        owners = [k for c in line.children(head) if c < head and (k := cast.adjective_at(line, c)) is not None]
        return [cast.country(k).id for k in owners[:1]]
    return []


def own_government(cast: Cast, line: Line, head: int) -> str | None:
    """*My administration*, *our government*: the state or body that the speaker speaks for."""
    mine = next((c for c in line.children(head) if c < head and line.low[c] in {"my", "our"}), None)
    if mine is None:
        return None
    speakers = cast.first_person(line.begin[mine], False)
    return speakers[0] if len(speakers) == 1 and cast.entries[speakers[0]].type in {"Country", "Institution"} else None


def describe_role(
    cast: Cast, line: Line, head: int, start: int, end: int, group: bool, depth: int, modified: bool
) -> list[str]:
    """The person that a role noun stands for: *the politician* the last one named, *the minister of X* one of its own."""
    if line.low[head + 1 : head + 2] in (["state"], ["states"], ["-"]) or not (
        definite(line, head) or beside_definite(line, head)
    ):
        return []
    if group and any(line.dep[c] == "poss" and line.low[c] == "its" for c in line.children(head)):
        return []  # *instructs its President*: whose, its own name would have to say
    office = line.low[head] == "rapporteur" or (line.low[head] == "expert" and line.low[head - 1] == "independent")
    if office and group:
        return [cast.describe(line, *noun_phrase(line, head, start, end), head, "Institution")]
    if group and line.text[head][0].isupper() and line.low[head] in STATE_ROLES and line.casing == "sentence":
        return [cast.describe(line, *noun_phrase(line, head, start, end), head, "Person")]  # an office without holder
    if not modified and not complement(line, head):
        return list(cast.pronoun(line, head, depth))
    if group and singular(line.low[head]) not in WEAK_ROLES:
        return [cast.describe(line, *noun_phrase(line, head, start, end), head, "Person")]
    return []


def beside_definite(line: Line, head: int) -> bool:
    """*The President and **Minister** for Ports*: an office that shares the article of the one before."""
    above = line.head[head]
    office = line.text[head][0].isupper() and line.low[head] in STATE_ROLES
    return office and line.dep[head] == "conj" and line.low[above] in STATE_ROLES and definite(line, above)


def chamber(cast: Cast, line: Line, head: int, one: str, depth: int) -> str | None:
    """The parliament that *lawmakers* or *members of the House* stand for."""
    inside = complement(line, head)
    if inside:
        ids = resolve_phrase(cast, line, *inside, False, depth + 1)
        if len(ids) == 1 and cast.entries[ids[0]].type == "Institution":
            return ids[0] if one != "member" or cast.is_chamber(ids[0]) else None
        return None
    if one == "member" or leading_name(cast, line, head) or cast.adjective_at(line, head - 1):
        return None
    chambers = [i for i in cast.entries if cast.is_chamber(i)]
    return next((i for i in cast.adopter if i in chambers), chambers[0] if len(chambers) == 1 else None)
