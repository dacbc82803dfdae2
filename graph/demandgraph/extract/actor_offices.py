"""Reads what an office is by itself: its noun, its charge, the actor that it makes when nobody is named with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.actor_identity import local_entry
from demandgraph.extract.actor_names import name_key
from demandgraph.extract.mentions import Mention
from demandgraph.extract.name_words import singular

if TYPE_CHECKING:
    from demandgraph.extract.actor_roles import Role
    from demandgraph.extract.cast import Cast

HEADS_OF_STATE = frozenset("president premier chancellor king queen emir sultan emperor".split())
CHARGED = frozenset("minister secretary commissioner leader".split())
"""Offices of which a body has several, told apart by what they are in charge of."""
EMPTY = frozenset("the a an of for and & , and/or state".split())


def noun_of(role: Role) -> str:
    line, i = role.line, role.noun
    if line.low[i + 1 : i + 3] == ["-", "general"]:
        return line.low[i] + "-general"
    return singular(line.low[i])


def other_charge(known: Role, role: Role) -> bool:
    """Whether two offices of one noun have different charges: *Minister **for Trade***, *Minister **for Ports***."""
    if noun_of(role) not in CHARGED:
        return False
    one, other = charge(known), charge(role)
    return bool(one and other and not one & other)


def charge(role: Role) -> set[str]:
    """The words that tell what somebody is in charge of: *Minister for **Ports***, ***foreign** minister*."""
    line = role.line
    behind = line.low[role.noun + 1 : role.end] if line.low[role.noun + 1 : role.noun + 2] in (["for"], ["of"]) else []
    named = {
        w
        for m in line.owner[role.noun + 1 : role.end]
        if m is not None and m.how == "name"
        for w in line.low[m.start : m.end]
    }
    return {w for w in behind if w not in EMPTY | named}


def mark(cast: Cast, role: Role, person: str, how: str = "role") -> None:
    """Let a role stand for its person where no name covers it."""
    line = role.line
    mention = Mention(line, role.start, role.end, (person,), how)
    for i in range(role.start, role.end):
        if line.owner[i] is None:
            line.owner[i] = mention
    phrase = cast.parsed.phrase(line.begin[role.start], line.end[role.end - 1])
    entry = cast.entries[person]
    if (len(phrase.text) < 90 and len(phrase.text.split()) > 1) or line.text[role.noun][0].isupper():
        cast.registry.mention(entry, phrase)


def office(cast: Cast, role: Role) -> None:
    """*The High Commissioner*: an office that acts as a body when nobody is named."""
    line = role.line
    end = role.noun + 1
    if line.low[end : end + 2] == ["-", "general"]:
        end += 2
    elif end < len(line) and line.low[end] == "general":
        end += 1
    short = line.words(role.start, end)
    if end + 1 < role.end and (
        line.low[end] == "on" or (line.low[end] in {"for", "of"} and line.text[end + 1][0].isupper())
    ):
        end = role.end
    text = line.words(role.start, end)
    entry = cast.registry.of(text)
    if entry is None and not line.text[role.noun][0].isupper():
        return
    if entry is None and (local := local_entry(cast.registry, cast.authority, text)) is not None:
        entry = cast.registry.create(text, local.type, known=local)
    if entry is None and text == short:  # *the Special Rapporteur*: the one on the matter that was named last
        same = [
            e
            for e in cast.entries.values()
            if e.type == "Institution" and f" {name_key(short)} " in f" {name_key(e.name)}"
        ]
        entry = same[-1] if same else None
    if entry is None:
        entry = cast.registry.create(text, "Institution")
        if role.orgs and role.orgs[0] != entry.id:
            entry.part_of = role.orgs[0]
    cast.registry.alias(entry, text)
    cast.add(Mention(line, role.start, end, (entry.id,), "name"))


def office_of_state(cast: Cast, role: Role) -> None:
    """*The Prime Minister of Norland*, nobody named: one person of the document, called by the whole office."""
    line, noun = role.line, role.noun
    prime = line.low[noun] == "minister" and line.low[noun - 1 : noun] == ["prime"]
    if not (prime or line.low[noun] in HEADS_OF_STATE) or not line.text[noun][0].isupper() or role.start <= line.first:
        return
    of_state = bool(role.orgs) and cast.entries[role.orgs[0]].type == "Country"
    if not of_state or line.low[noun + 1 : noun + 2] != ["of"] or line.low[role.start - 1] != "the":
        return
    if line.casing != "sentence" or line.kind in {"address", "signature", "copy"}:
        return
    ends = [m.end for m in line.owner[noun + 1 : role.end] if m is not None and role.orgs[0] in m.ids]
    if not ends:
        return
    text = line.words(role.start, ends[-1])
    entry = cast.registry.of(text) or cast.registry.create(text, "Person", named=False)
    role.end = ends[-1]
    mark(cast, role, entry.id, "office")
