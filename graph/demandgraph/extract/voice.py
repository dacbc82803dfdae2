"""Who speaks in a document: who adopted it, whom it addresses, and its author."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from demandgraph.extract.mentions import names_in
from demandgraph.extract.name_line import Line
from demandgraph.extract.voice_author import find_author
from demandgraph.extract.voice_state import represented

if TYPE_CHECKING:
    from demandgraph.extract.cast import Cast

ADOPTING = frozenset("adopt pass approve endorse vote".split())
ADOPTED = frozenset("resolution appeal declaration motion statement text document communiqué".split())


def settle(cast: Cast) -> None:
    """Set the author, the adopter and the addressees of a document, with the reason for each."""
    cast.adopter, cast.adopter_reason = find_adopter(cast)
    cast.addressees = find_addressees(cast)
    cast.author, cast.author_reason = find_author(cast)
    alone = cast.author[0] if len(cast.author) == 1 and cast.entries[cast.author[0]].type == "Person" else None
    if alone is not None and (body := represented(cast, alone)) is not None:
        cast.speaks_for[alone] = body


def find_adopter(cast: Cast) -> tuple[tuple[str, ...], str]:
    for rule in (adopter_body, adopter_resolved, adopter_vote, adopter_verb, adopter_genitive):
        if ids := rule(cast):
            return ids, ADOPTER_REASONS[rule.__name__]
    return (), ""


ADOPTER_REASONS = {
    "adopter_body": "the body that the clauses below belong to",
    "adopter_resolved": "the body that resolves in the clauses",
    "adopter_vote": "the line that tells of the vote",
    "adopter_verb": "subject of the verb of adoption",
    "adopter_genitive": "resolution of a body",
}


def adopter_body(cast: Cast) -> tuple[str, ...]:
    """*The General Assembly,* above the clauses of a resolution."""
    for line in cast.lines:
        if line.kind == "body" and (ids := names_in(cast, line)):
            return tuple(ids[:1])
    return ()


def adopter_resolved(cast: Cast) -> tuple[str, ...]:
    """*Resolved, that the Union calls on …*: the body whose acts of asking and backing the clauses tell most often."""
    found: Counter[tuple[str, ...]] = Counter()
    for line in cast.lines:
        begin = cast.parsed.blocks[line.block].begin
        if line.kind != "operative" or not RESOLVED.match(cast.parsed.text, begin):
            continue
        for k, mention in enumerate(line.owner[: line.first + 12]):
            if mention is None or mention.start != k:
                continue
            verb = next((j for j in range(mention.end, min(mention.end + 4, len(line))) if line.low[j] in RESOLVING), 0)
            known = cast.entries[mention.ids[0]]
            if verb and known.named and known.type in {"Organization", "Institution"}:
                found[tuple(mention.ids[:1])] += 1
    return found.most_common(1)[0][0] if found else ()


RESOLVED = re.compile(r"\W*(?:now|therefore|be it|resolved)\b", re.IGNORECASE)
RESOLVING = frozenset(
    """urge urges call calls demand demands request requests ask asks condemn condemns reaffirm reaffirms encourages
    encourage affirms endorses opposes supports advocates recommends commends petitions stands resolves declares expresses
    rejects recognizes recognises""".split()
)
"""What a body does in its resolutions; in the subjunctive only what asks (*that the bank commit to …* is asked of it)."""


def adopter_vote(cast: Cast) -> tuple[str, ...]:
    """*Adopted by the Union at its congress in March* below the clauses."""
    for line in cast.lines:
        if line.kind != "vote":
            continue
        by = next((k for k in range(line.first, min(len(line), 12)) if line.low[k] == "by"), None)
        for k in range(by + 1, min(by + 4, len(line))) if by is not None else ():
            mention = line.owner[k]
            if mention is not None and cast.entries[mention.ids[0]].type in {"Organization", "Institution"}:
                return mention.ids
    return ()


def adopter_verb(cast: Cast) -> tuple[str, ...]:
    """*The Assembly adopted a resolution*; *the appeal was adopted by the congress*."""
    for line in cast.lines:
        for i in range(line.first, len(line)):
            if line.lemma[i] not in ADOPTING or line.pos[i] != "VERB":
                continue
            children = line.children(i)
            if any(
                line.dep[c] in {"dobj", "nsubjpass"} and line.lemma[c] in ADOPTED for c in children
            ) or adopts_by_votes(line, i):
                for c in children:
                    if line.dep[c] in {"nsubj", "agent"} and (
                        ids := cast.resolve(line, behind_dateline(line, c, i), 1)
                    ):
                        return ids
    return ()


def adopts_by_votes(line: Line, verb: int) -> bool:
    """*adopted by 40 votes to 3, with 2 abstentions, a resolution*: the count parts the verb from what was adopted."""
    ahead = range(verb + 1, min(verb + VOTED, len(line)))
    act = next((k for k in ahead if line.lemma[k] in ADOPTED and line.low[k - 1] in {"a", "the", "its", "this"}), None)
    if act is None or not any(line.lemma[k] == "vote" for k in range(verb, act)):
        return False
    return not any(line.pos[k] == "VERB" for k in range(verb + 1, act))


VOTED = 25
"""Tokens within which a count of votes is told."""


def behind_dateline(line: Line, subject: int, verb: int) -> int:
    """The subject behind a dateline that the parser took for it (*GENEVA, 7 April – The Council adopted …*)."""
    dash = next((k for k in range(subject + 1, min(verb, line.first + DATELINE)) if line.text[k] in DASHES), None)
    if dash is None:
        return subject
    heads = [m.head for m in line.owner[dash:verb] if m is not None]
    return heads[-1] if heads else subject


DATELINE = 14
"""Tokens of a line within which its dateline ends."""
DASHES = frozenset({"-", "–", "—", "--"})


def adopter_genitive(cast: Cast) -> tuple[str, ...]:
    """*A resolution of the Assembly*, *the Assembly's resolution*."""
    for line in cast.lines:
        for i in range(line.first, len(line)):
            if line.lemma[i] != "resolution":
                continue
            near = (
                range(i + 2, min(i + 5, len(line)))
                if line.low[i + 1 : i + 2] in (["of"], ["by"], ["from"])
                else range(0)
            )
            for k in near:
                mention = line.owner[k]
                if mention is not None and cast.entries[mention.ids[0]].type == "Institution":
                    return mention.ids
    return ()


TOPIC_WORDS = frozenset(
    "on regarding concerning about : ; - – — to calling requesting asking urging demanding for".split()
)
TO_WHOM = re.compile(
    r"\b(?:letter|appeal|petition|message|open call|address)\b.{0,80}?\bto\s+(?:the\s+)?", re.IGNORECASE
)


GENERIC = re.compile(
    r"(?:(?:my |our )?dear |fellow |esteemed |respected |honou?rable )?(?:all|sirs?|madams?|readers?|friends?|colleagues?|comrades?"
    r"|brothers|sisters|supporters?|neighbou?rs?|editors?|everyone|to whom it may concern|ladies|gentlemen|[\s,/&]|and|or)+[,:!.]*",
    re.IGNORECASE,
)
"""A salutation that names nobody."""


def find_addressees(cast: Cast) -> tuple[str, ...]:
    """Whom a document addresses: its address block, else its salutation, else what its title says."""
    found: list[str] = []
    for line in cast.lines:
        if line.kind == "address":
            found += addressed(cast, line)
    if not found:
        for line in cast.lines:
            if line.kind == "salutation" and not GENERIC.fullmatch(line.source.strip()):
                found += names_in(cast, line) or list(cast.resolve_span(line, line.first, len(line)))
    if not found:
        for line in cast.lines[:4]:
            match = TO_WHOM.search(line.doc.text) if line.kind in {"title", "heading"} else None
            if match:
                start = next((k for k in range(line.first, len(line)) if line.doc[k].idx >= match.end()), len(line))
                end = next((k for k in range(start, len(line)) if line.low[k] in TOPIC_WORDS), len(line))
                comma = next((k for k in range(start, end) if line.text[k] == ","), end)
                end = end if {"and", "&"} & set(line.low[comma:end]) else comma
                if start < end and (ids := cast.resolve_span(line, start, end)):
                    found += ids
                    break
    return tuple(dict.fromkeys(found))


def colleagues(cast: Cast, line: Line) -> tuple[list[str], set[int]]:
    """The holders of an office that a line of an address names in the plural (*Honourable Trade Ministers*), and the tokens
    of the lines that say more of them (*participating in the summit*).
    """
    found: list[str] = []
    passed: set[int] = set()
    edges = [line.first, *sorted(i for i in line.fresh if i > line.first), len(line)]
    for start, end in pairwise(edges):
        while end > start and not line.text[end - 1][0].isalnum():
            end -= 1
        if end <= start:
            continue
        if found and line.text[start].islower():
            passed.update(range(start, end))
        elif 1 < end - start <= 6 and line.low[end - 1] in OFFICES and unnamed(line, end - 1):
            first = start + (end - start > 2 and line.low[start] in HONOURING)
            found.append(cast.describe(line, first, end, end - 1, "Group"))
            passed.update(range(start, end))
    return found, passed


def unnamed(line: Line, token: int) -> bool:
    """Whether a noun is no part of a name."""
    mention = line.owner[token]
    return mention is None or mention.how == "role"


OFFICES = frozenset(
    "ministers senators leaders delegates governors ambassadors commissioners mayors presidents judges".split()
)
HONOURING = frozenset("honourable honorable dear distinguished esteemed respected your the".split())


def addressed(cast: Cast, line: Line) -> list[str]:
    """The addressees in one address: the persons and the bodies that stand for themselves, not inside a role."""
    inside = {i for role in cast.roles if role.line is line for i in range(role.start, role.end)}
    found, passed = colleagues(cast, line)
    for i, mention in enumerate(line.owner):
        if i in passed:
            continue
        if mention is not None and i == mention.start and (i not in inside or mention.how == "role"):
            found += mention.ids
    if not found:
        found += cast.resolve_span(line, line.first, len(line))
    if not found and inside:  # *Prime Minister of Norwick*: an office without its holder's name
        role = next(r for r in cast.roles if r.line is line)
        found.append(cast.describe(line, line.first, len(line), role.noun, "Person"))
    return list(dict.fromkeys(found))
