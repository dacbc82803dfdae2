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
    TRANSPARENT,
)
from demandgraph.extract.coreference import NGO_WORDS
from demandgraph.extract.mention_heads import (
    ARMS,
    BODIES,
    MEN,
    asked,
    before_titled,
    definite,
    distinguished,
    follows,
    introduced,
    leading_name,
    listed,
    of_state,
    people,
    quality,
)
from demandgraph.extract.mention_naming import GENERIC, ages, complement, noun_phrase, restrictive_end
from demandgraph.extract.mention_roles import describe_role
from demandgraph.extract.mention_scan import LOCAL
from demandgraph.extract.mention_together import together
from demandgraph.extract.name_lexicon import BODY_HEADS, PUBLIC_HEADS
from demandgraph.extract.name_line import Line
from demandgraph.extract.name_words import singular

if TYPE_CHECKING:
    from demandgraph.extract.cast import Cast

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
        owner = line.owner[head]
        if owner is not None and cast.entries[owner.ids[0]].type == "Person":
            found += before_titled(cast, line, head)
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


def describe(cast: Cast, line: Line, head: int, start: int, end: int, group: bool, depth: int) -> list[str]:
    low, one = line.low[head], singular(line.low[head])
    plural = line.tag[head] in {"NNS", "NNPS"} or low in COLLECTIVE_PLURALS or (low != one and one in PERSON_NOUNS)
    if depth > 6:
        return []
    if group and (joint := together(line, head)):  # *Norlandish citizens and residents*
        return [cast.describe(line, *joint, "Group")]
    # *members of X*, *family members of X*: people of X, not X itself
    some = one == "member" and (plural or any(line.pos[c] == "NUM" for c in line.children(head) if c < head))
    if some and group and plural and (ids := belonging(cast, line, head, depth)):
        return ids
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
    local = low == "authorities" and line.low[head - 1] in LOCAL
    if (
        not local
        and low in {"governments", "authorities", "parliaments", "capitals"}
        and (inside := complement(line, head))
    ):
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
        if whom and not (
            low in CHOSEN
            and inside
            and group
            and line.low[inside[0]] != "those"
            and all(not cast.entries[i].named for i in whom)
        ):
            return whom  # but *leaders of the opposition* are a group of their own
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
        if low in NGO_WORDS and not modifier and definite(line, head) and (meant := cast.pronoun(line, head, depth)):
            return list(meant)
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
        armed = armed or (low == "forces" and of_state(cast, line, first, head))
        kind = "Institution" if low in {"police", "authorities"} or armed else "Group"
        if one in AGES and (span := ages(line, head)):
            first = min(span[0], noun_phrase(line, span[0], start, end)[0])
            return [cast.describe(line, first, span[1], span[1] - 1, "Group")]
        if low == "society" and line.low[head - 1] != "civil":
            return []
        if low == "leadership" and quality(cast, line, head, modifier):
            return []
        if low in GENERIC and first == head and restrictive_end(line, head, end) == head + 1:
            return []
        return [cast.describe(line, *noun_phrase(line, head, start, end), head, kind)]
    if low in ARMS:
        owners = [k for c in line.children(head) if c < head and (k := cast.adjective_at(line, c)) is not None]
        return [cast.country(k).id for k in owners[:1]]
    return []


CHOSEN = frozenset({"leaders", "representatives"})
"""Who are a group of their own beside an unnamed group: ***leaders** of the opposition*."""
COMMUNITIES = frozenset("public community communities".split())


def belonging(cast: Cast, line: Line, head: int, depth: int) -> list[str]:
    """*Members of the public*, *members of the diaspora community*: the public and the community themselves."""
    inside = complement(line, head)
    tops = heads(line, *inside) if inside else []
    if not inside or len(tops) != 1 or line.low[tops[0]] not in COMMUNITIES:
        return []
    ids = resolve_phrase(cast, line, *inside, True, depth + 1)
    if len(ids) == 1 and not (entry := cast.entries[ids[0]]).named:
        start, end = noun_phrase(line, head, 0, len(line))
        cast.registry.alias(entry, line.words(start, end), rename=False)
    return ids


def own_government(cast: Cast, line: Line, head: int) -> str | None:
    """*My administration*, *our government*: the state or body that the speaker speaks for."""
    mine = next((c for c in line.children(head) if c < head and line.low[c] in {"my", "our"}), None)
    if mine is None:
        return None
    speakers = cast.first_person(line.begin[mine], False)
    return speakers[0] if len(speakers) == 1 and cast.entries[speakers[0]].type in {"Country", "Institution"} else None


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
