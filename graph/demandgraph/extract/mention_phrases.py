"""Takes a noun phrase apart: its coordinated heads, and for each head the actor that it denotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.name_lexicon import (
    AGES, ARMED, BODY_HEADS, COLLECTIVE_PLURALS, GROUP_HEADS, LAWMAKERS, PERSON_NOUNS, PRONOUNS, PUBLIC_HEADS, REPRESENTING, ROLES,
    TRANSPARENT, singular,
)  # fmt: skip
from demandgraph.extract.name_line import Line

if TYPE_CHECKING:
    from demandgraph.extract.cast import Cast

WEAK_ROLES = frozenset("member worker officer official observer monitor speaker partner student scientist expert head".split())

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
QUANTIFIERS = frozenset(
    """all both each every any some many most several few other others another various numerous different certain such
    more less no the a an this that these those its their our his her my your one two three four five six seven eight
    nine ten about around approximately nearly almost over than at least up to only also including even further
    additional remaining relevant concerned respective same said own dear hundreds thousands millions dozens""".split()
)
PAPER_SPEAKERS = frozenset("resolution appeal declaration document motion text".split())
AUTHOR_SPEAKERS = frozenset("letter statement article report communiqué communique release petition author authors signatories undersigned".split())


def heads(line: Line, start: int, end: int) -> list[int]:
    """The top heads of a phrase: its root and what is coordinated with it."""
    roots = [i for i in range(start, end) if not start <= line.head[i] < end or line.head[i] == i]
    roots = [i for i in roots if line.pos[i] not in {"PUNCT", "CCONJ", "SPACE"}] or roots
    found: list[int] = []
    for root in roots[:4]:
        follow(line, root, start, end, found)
    return sorted(dict.fromkeys(found))


def follow(line: Line, token: int, start: int, end: int, found: list[int]) -> None:
    if token in found or not start <= token < end:
        return
    if line.pos[token] in {"ADP", "SCONJ"} or line.dep[token] in {"prep", "agent"}:
        for child in line.children(token):
            if line.dep[child] in {"pobj", "pcomp"}:
                follow(line, child, start, end, found)
        return
    if line.pos[token] in {"VERB", "AUX"} and line.owner[token] is None:
        for child in line.children(token):
            if line.dep[child] in {"nsubj", "nsubjpass"} and line.low[child] not in {"who", "which", "that"}:
                follow(line, child, start, end, found)
        return
    if line.pos[token] in {"PUNCT", "CCONJ", "PART", "ADV"} and line.owner[token] is None:
        return
    found.append(token)
    for child in line.children(token):
        if line.dep[child] == "conj" and line.pos[child] in NOMINAL:
            follow(line, child, start, end, found)


def with_neighbours(line: Line, start: int, end: int, found: list[int]) -> list[int]:
    """Add names that stand in one list with a head although the parser put them elsewhere: *A, B and the C*."""
    units = [m for m in dict.fromkeys(id(line.owner[i]) for i in range(start, end) if line.owner[i]) if m]
    if len(units) < 2:
        return found
    mentions = {id(m): m for i in range(start, end) if (m := line.owner[i])}
    tops = {id(line.owner[i]) for i in found if line.owner[i]}
    ordered = sorted(mentions.values(), key=lambda m: m.start)
    result = list(found)
    for left, right in zip(ordered, ordered[1:], strict=False):
        between = [w for w in line.low[left.end : right.start] if w not in {"the", "both", "its", "also"}]
        if id(left) in tops and between and all(b in {",", "and", "or", "&", "as", "well", ";"} for b in between):
            if id(right) not in tops:
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
    if low in PRONOUNS:
        return list(cast.pronoun(line, head, depth))
    cached = cast.resolved.get((line.block, head))
    if cached is not None and (cached or not group):
        return list(cached)
    result = describe(cast, line, head, start, end, group, depth)
    if group or result:
        cast.resolved[line.block, head] = tuple(result)
    return result


def complement(line: Line, head: int, words: frozenset[str] = frozenset({"of"})) -> tuple[int, int] | None:
    """The tokens of the phrase that a small word ties to a head: *representatives **of A and B***."""
    for child in line.children(head):
        if child > head and line.low[child] in words and line.dep[child] == "prep":
            first, last = reach(line, child)
            return (child + 1, last) if child + 1 < last else None
    return None


CLAUSES = frozenset({"relcl", "advcl", "ccomp", "xcomp", "parataxis"})
TAKES_OF = frozenset("deprive rob strip inform accuse convict remind assure relieve clear cure suspect".split())


def reach(line: Line, token: int, clauses: bool = True) -> tuple[int, int]:
    """First and last (exclusive) token below a token; on request without the clauses that depend on it."""
    first, last, stack = token, token + 1, [token]
    while stack:
        for child in line.children(stack.pop()):
            if not clauses and (line.dep[child] in CLAUSES or (line.dep[child] == "punct" and line.text[child] == ",")):
                continue
            first, last = min(first, child), max(last, child + 1)
            stack.append(child)
    return first, last


def describe(cast: Cast, line: Line, head: int, start: int, end: int, group: bool, depth: int) -> list[str]:
    low, one = line.low[head], singular(line.low[head])
    plural = line.tag[head] in {"NNS", "NNPS"} or low in COLLECTIVE_PLURALS
    if depth > 6:
        return []
    if (one in TRANSPARENT or low in TRANSPARENT or line.pos[head] in {"NUM", "DET", "PRON"}) and low not in {"those", "that"}:
        inside = complement(line, head)
        if inside:
            return resolve_phrase(cast, line, *inside, group, depth + 1)
    if plural and any(line.low[c] == "both" for c in line.children(head) if c < head) and (pair := cast.pair_before(line, head, depth)):
        return pair
    if low in PAPER_SPEAKERS and not plural and definite(line, head):
        return list(cast.adopter or cast.author)
    if low in AUTHOR_SPEAKERS and definite(line, head):
        return list(cast.author or cast.adopter)
    modifier = leading_name(cast, line, head)
    counted = any(line.text[c][0].isdigit() for c in line.children(head) if c < head)
    if plural and not counted and (one in LAWMAKERS or one == "member") and (body := chamber(cast, line, head, one, depth)):
        return [body]
    if low in {"people", "population", "citizens", "nationals"} and (found := people(cast, line, head)):
        return [found]
    if low in {"governments", "authorities", "parliaments", "capitals"} and (inside := complement(line, head)):
        ids = resolve_phrase(cast, line, *inside, group, depth + 1)
        if ids and all(cast.entries[i].type in {"Country", "Group", "Institution"} for i in ids):
            return ids
    if low in REPRESENTING:
        inside = complement(line, head)
        whom = resolve_phrase(cast, line, *inside, group and plural, depth + 1) if inside else ([modifier] if modifier else [])
        if whom and not plural:
            person = cast.holder(one, whom)
            return [person] if person else whom[:1]
        if whom:
            return whom
    if one in ROLES and not plural and line.pos[head] in {"NOUN", "PROPN"}:
        if low not in GROUP_HEADS:
            if low == one and head + 1 < len(line) and line.low[head + 1] in {"state", "states", "-"}:
                return []
            if definite(line, head) and not modifier and not complement(line, head):
                return list(cast.pronoun(line, head, depth))
            if group and one not in WEAK_ROLES and definite(line, head) and (modifier or complement(line, head)):
                return [cast.describe(line, *noun_phrase(line, head, start, end), head, "Person")]
            return []
    if not plural and one in BODY_HEADS and one not in GROUP_HEADS:
        if definite(line, head) and not modifier:
            found = cast.last_by_head.get(one) or cast.first_by_head.get(one)
            if found:
                return [found]
        if group and (one in PUBLIC_HEADS) and (modifier or definite(line, head)):
            return [cast.describe(line, *noun_phrase(line, head, start, end), head, "Institution")]
        return [modifier] if modifier and one in {"team", "office"} else []
    if low == "team" and modifier:
        return [modifier]
    if group and (low in {"those"} and follows(line, head, end)):
        return [cast.describe(line, head, restrictive_end(line, head, end), head, "Group")]
    if group and ((plural and (one in PERSON_NOUNS or low in COLLECTIVE_PLURALS)) or low in GROUP_HEADS):
        first = noun_phrase(line, head, start, end)[0]
        armed = low in {"forces", "troops"} and any(w in ARMED for w in line.low[first:head])
        kind = "Institution" if low in {"police", "authorities"} or armed else "Group"
        if one in AGES and (span := ages(line, head)):
            return [cast.describe(line, *span, span[1] - 1, "Group")]
        if low == "society" and line.low[head - 1] != "civil":
            return []
        if low in GENERIC and first == head and restrictive_end(line, head, end) == head + 1:
            return []
        return [cast.describe(line, *noun_phrase(line, head, start, end), head, kind)]
    return []


def ages(line: Line, head: int) -> tuple[int, int] | None:
    """*Women and children*, *men, women and children*: one group, where nothing else stands between."""
    first, last = head, head + 1
    while last + 1 < len(line) and line.low[last] in {",", "and", "or"} and any(w in AGES for w in line.low[last + 1 : last + 3]):
        step = 2 if line.low[last + 1] in AGES else 3
        last += step
    while first - 2 >= line.first and line.low[first - 1] in {",", "and", "or"} and (
        line.low[first - 2] in AGES or (line.low[first - 2] == "," and line.low[first - 3] in AGES)
    ):
        first -= 2 if line.low[first - 2] in AGES else 3
    return (first, last) if last - first > 1 else None


def people(cast: Cast, line: Line, head: int) -> str | None:
    """The people of a country: *the Belarusian people*, *the people of Belarus*."""
    if head - 1 >= line.first and (known := cast.adjective_at(line, head - 1)) is not None:
        start = head - 1
        while start > line.first and cast.adjective_at(line, start - 1) is known:
            start -= 1
        return cast.people(known.iri, line, start, head + 1)
    if head + 1 < len(line) and line.low[head + 1] in {"of", "in"}:
        k = head + 2
        if k < len(line) and line.low[k] == "the":
            k += 1
        owner = line.owner[k] if k < len(line) else None
        if owner is not None and owner.how == "name" and (known := cast.entries[owner.ids[0]].known) and known.type == "Country":
            return cast.people(known.iri, line, head, owner.end)
    return None


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


def definite(line: Line, head: int) -> bool:
    return any(line.low[c] in {"the", "this", "our", "its", "that", "their", "his", "her"} for c in line.children(head) if c < head)


def follows(line: Line, head: int, end: int) -> bool:
    return head + 1 < len(line) and line.low[head + 1] not in {",", ".", "of"}


def leading_name(cast: Cast, line: Line, head: int) -> str | None:
    """The actor whose name or demonym stands before a head: *the **NAM** team*."""
    for child in line.children(head):
        if child < head and line.dep[child] in {"compound", "poss", "nmod", "amod"} and (m := line.owner[child]):
            return m.ids[0]
    return None


def noun_phrase(line: Line, head: int, start: int, end: int) -> tuple[int, int]:
    """A head with the modifiers that belong to its name: no determiner, no quantifier, no relative clause."""
    first = head
    lower = line.sentence(head)[0]
    while first > lower:
        k = first - 1
        if line.low[k] in QUANTIFIERS or line.pos[k] in {"DET", "PRON", "ADP", "VERB", "CCONJ", "PUNCT", "SCONJ", "AUX", "NUM", "ADV", "PART"}:
            if line.text[k] == "-" or (line.tag[k] in {"VBG", "VBN", "JJ"} and line.head[k] == head):
                first = k
                continue
            if line.low[k] in {"'s", "'"} and line.pos[k] == "PART":
                first = k
                continue
            break
        first = k
    for i in range(first, head):
        if line.low[i] in {"'s", "'"} and line.owner[i - 1] is None and cast_free(line, i - 1):
            first = i + 1  # *the country's democratic forces*: whose is no part of the name
    while first < head and (line.low[first] in QUANTIFIERS or line.low[first] in TIMES or line.text[first] in {"-", "'s", "'"}):
        first += 1
    return first, restrictive_end(line, head, end)


def cast_free(line: Line, i: int) -> bool:
    """Whether a possessor is a plain noun and no name."""
    return i >= line.first and line.pos[i] == "NOUN"


TIMES = frozenset("time year day month week today yesterday century".split())


GENERIC = frozenset("people individuals persons entities others everyone countries nations things bodies members groups leadership".split())
"""Nouns that name no group unless something is said of it."""

FIXED = {
    "party": {"to"}, "signatory": {"to", "of"}, "member": {"of"}, "victim": {"of"}, "perpetrator": {"of"}, "family": {"of"},
    "relative": {"of"}, "citizen": {"of"}, "people": {"of", "with"}, "person": {"with"}, "survivor": {"of"}, "opponent": {"of"},
    "defender": {"of"}, "supporter": {"of"}, "participant": {"in", "of"}, "leader": {"of"}, "coordinator": {"of"},
}  # fmt: skip
"""Nouns that say little without what follows: *parties **to** the conflict*."""


def fixed_end(line: Line, head: int) -> int:
    """The end of a noun with the phrase that belongs to it, read off the words."""
    k = head + 1
    if k + 1 >= len(line) or line.low[k] not in FIXED.get(singular(line.low[head]), ()):
        return k
    end = k + 1
    while end < len(line) and (line.pos[end] in {"DET", "ADJ", "NOUN", "PROPN", "NUM"} or line.low[end] in {"'s", "-", "of"}):
        end += 1
    return end if line.pos[end - 1] in {"NOUN", "PROPN"} else k


def restrictive_end(line: Line, head: int, end: int) -> int:
    """Where the name of a described group ends: behind the *of*, *to*, *in*, *for* phrases that follow the head directly.

    Relative clauses are left out, except that they tell who *those* are (*those countries who abstained*).
    """
    last = fixed_end(line, head)
    pointed = line.low[head] == "those" or (head > 0 and line.low[head - 1] == "those")
    verb = line.head[head]
    for child in line.children(head):
        if child <= head:
            continue
        dep = line.dep[child]
        if dep in {"conj", "cc", "appos", "punct"} or (child > last and line.text[last] in {",", "(", "-", "--", "–", "—", ";", ":"}):
            break
        if dep == "prep":
            if line.low[child] not in GROUP_PREPOSITIONS or any(line.dep[c] == "pcomp" for c in line.children(child)):
                break
            if line.low[child] == "for" and line.tag[min(child + 1, len(line) - 1)] == "PRP$":
                break  # *commend the states for their help*
            if line.low[child] == "of" and line.dep[head] == "dobj" and line.lemma[verb] in TAKES_OF:
                break
        elif dep == "relcl":
            if not pointed:
                break
        elif dep not in {"acl", "amod"}:
            continue
        reached = reach(line, child, clauses=False)[1]
        comma = next((i for i in range(child, reached) if line.text[i] == "(" or line.text[i] in {",", ";", ":", "–", "—"} and (
            dep == "relcl" or i + 1 >= reached or line.low[i + 1] in {"who", "which", "that", "and", "including", "especially", "particularly", "such", "as"})), reached)
        last = max(last, min(comma, head + 16))
    while last > head + 1 and (line.text[last - 1] in {",", ".", ";", ":", "-", "'s"} or line.pos[last - 1] in {"ADP", "CCONJ", "DET", "PART"}):
        last -= 1
    return last


GROUP_PREPOSITIONS = frozenset("of to in for from with on against under at".split())
